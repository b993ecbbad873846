"""On how many pages of an outlet each line stands, kept as hashes, so that what an outlet wears on all its pages is nobody's text."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from hearsay.record import sqlite
from hearsay.text import digest

REPEATED = "SELECT line, pages FROM outlet_line WHERE outlet = ? AND pages > 1"
OF_OUTLET = """
    SELECT o.page, o.lines, o.dress FROM outlet_page o JOIN page p ON p.id = o.page
    WHERE o.outlet = ? AND length(p.data) > 0 ORDER BY o.page
"""
Dress = Callable[[Iterable[str], Mapping[str, int], int], frozenset[str]]
"""Says which of a page's lines are dress, given on how many of the outlet's pages each line stands, and how many pages there are."""


def keep(connection: sqlite3.Connection, page: str, address: str, outlet: str, found: Collection[str]) -> None:
    """Count the lines of a page, once, however often it is met; anew where its text has changed."""
    lines, row = " ".join(sorted(found)), _row(connection, page)
    if row and row["lines"] == lines:
        return
    forget(connection, page)
    _count(connection, page, outlet, address, frozenset(found), 1)
    sqlite.upsert(connection, "outlet_page", [(page, outlet, address, lines, "")])


def forget(connection: sqlite3.Connection, page: str) -> None:
    """Take a page's lines out of the count."""
    if row := _row(connection, page):
        connection.execute("DELETE FROM outlet_page WHERE page = ?", (page,))
        _count(connection, page, row["outlet"], row["address"], frozenset(row["lines"].split()), -1)


def _row(connection: sqlite3.Connection, page: str) -> sqlite3.Row | None:
    row: sqlite3.Row | None = connection.execute("SELECT * FROM outlet_page WHERE page = ?", (page,)).fetchone()
    return row


def _count(connection: sqlite3.Connection, page: str, outlet: str, address: str, lines: frozenset[str], by: int) -> None:
    """Change the counts by one, but for the lines that the address shows in another capture too."""
    asked = "SELECT lines FROM outlet_page WHERE outlet = ? AND address = ? AND page <> ?"
    others = [row["lines"].split() for row in connection.execute(asked, (outlet, address, page))]
    sqlite.count(connection, "outlet", ["name", "pages", "settled"], [(outlet, 0 if others else by, 0)])
    changed = sorted(lines.difference(*others))
    sqlite.count(connection, "outlet_line", ["outlet", "line", "pages"], ((outlet, line, by) for line in changed))
    connection.executemany("DELETE FROM outlet_line WHERE outlet = ? AND line = ? AND pages = 0", ((outlet, line) for line in changed))
    connection.execute("UPDATE outlet SET settled = 0 WHERE name = ?", (outlet,))
    connection.execute("DELETE FROM outlet WHERE name = ? AND pages = 0", (outlet,))


# ------------------------------------------------------------------ what a page is read without


def dress(connection: sqlite3.Connection, page: str, worn: Dress) -> frozenset[str]:
    """The lines of a page that its outlet wears."""
    row = _row(connection, page)
    if row is None:
        return frozenset()
    asked = "SELECT line, pages FROM outlet_line WHERE outlet = ? AND line = ?"
    lines = row["lines"].split()
    counts = dict(found for line in lines for found in connection.execute(asked, (row["outlet"], line)))
    return worn(lines, counts, _pages(connection, row["outlet"]))


def read_without(connection: sqlite3.Connection, page: str, lines: Collection[str]) -> None:
    """Remember which lines a page was read without."""
    connection.execute("UPDATE outlet_page SET dress = ? WHERE page = ?", (_hash(lines), page))


def stale(connection: sqlite3.Connection, worn: Dress) -> Iterator[str]:
    """The kept pages of which other lines are dress by now than when they were read, or that were never read."""
    for (outlet,) in connection.execute("SELECT name FROM outlet WHERE NOT settled ORDER BY name").fetchall():
        counts = dict(map(tuple, connection.execute(REPEATED, (outlet,))))
        pages = _pages(connection, outlet)
        for page, lines, before in connection.execute(OF_OUTLET, (outlet,)).fetchall():
            if _hash(worn(lines.split(), counts, pages)) != before:
                yield page
        connection.execute("UPDATE outlet SET settled = 1 WHERE name = ?", (outlet,))


def _pages(connection: sqlite3.Connection, outlet: str) -> int:
    row = connection.execute("SELECT pages FROM outlet WHERE name = ?", (outlet,)).fetchone()
    return int(row["pages"]) if row else 0


def _hash(lines: Collection[str]) -> str:
    return digest(*sorted(lines))
