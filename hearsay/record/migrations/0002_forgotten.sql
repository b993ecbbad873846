-- Pages removed on demand: that they were, and why, but nothing of what they said. Such a page is not taken again.
CREATE TABLE forgotten (
    page TEXT PRIMARY KEY,
    address TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    because TEXT NOT NULL
);
