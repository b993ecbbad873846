"""What people see of a record: the terminal, a report, exports. Views read the record and change nothing."""
