-- What an outlet wears on many pages (menus, footers, "most read") is counted by line. Of a line nothing is kept but its hash.

-- Whose page it was taken for before it was read, and its lines; `dress` is the hash of those it was last read without, '' until it is read.
CREATE TABLE outlet_page (
    page TEXT PRIMARY KEY,
    outlet TEXT NOT NULL,
    address TEXT NOT NULL,
    lines TEXT NOT NULL,
    dress TEXT NOT NULL
);
CREATE INDEX outlet_page_outlet ON outlet_page (outlet, address);

-- On how many pages of an outlet a line stands; what was met at one address, however often, is one page.
CREATE TABLE outlet_line (
    outlet TEXT NOT NULL,
    line TEXT NOT NULL,
    pages INTEGER NOT NULL,
    PRIMARY KEY (outlet, line)
) WITHOUT ROWID;

-- How many pages an outlet has, and whether all of them were read since that changed.
CREATE TABLE outlet (
    name TEXT PRIMARY KEY,
    pages INTEGER NOT NULL,
    settled INTEGER NOT NULL
);
