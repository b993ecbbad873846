"""What leaves a record: a page on demand, with all its rows; and page texts, in a copy that is to be shared."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime

from hearsay.errors import RecordError
from hearsay.model import Page, Reject
from hearsay.record import decisions, lines, sqlite, write
from hearsay.record.rows import Forgotten

OF_PAGE = ("page_at", "stated", "place", "reject")
READ = """
    SELECT m.id FROM mention m JOIN article a ON a.id = m.article WHERE a.page = :page
    UNION SELECT s.id FROM statement s JOIN article a ON a.id = s.article WHERE a.page = :page
    UNION SELECT x.id FROM act x JOIN article a ON a.id = x.article WHERE a.page = :page
    UNION SELECT id FROM article WHERE page = :page
"""


def find(connection: sqlite3.Connection, asked: str) -> sqlite3.Row:
    """The page of this address or of an id that begins so. Raises RecordError for none or several."""
    found = connection.execute(
        "SELECT id, address FROM page WHERE address = ? OR (length(?) >= 6 AND substr(id, 1, length(?)) = ?)", (asked,) * 4
    ).fetchall()
    if len(found) != 1:
        several = ", ".join(row["id"] for row in found)
        raise RecordError(f"{asked!r} could be {several}" if found else f"there is no page {asked!r}; give its address or its id")
    row: sqlite3.Row = found[0]
    return row


def forget(connection: sqlite3.Connection, page: sqlite3.Row, because: str, who: str | None) -> Forgotten:
    """Take a page away with everything read from it and every link to that, and leave a trace that it was."""
    ids = [(row["id"],) for row in connection.execute(READ, {"page": page["id"]})]
    connection.executemany("DELETE FROM link WHERE left_id = ?", ids)
    connection.executemany("DELETE FROM link WHERE right_id = ?", ids)
    connection.executemany("DELETE FROM group_member WHERE member = ?", ids)
    connection.executemany("UPDATE decision SET words = '' WHERE left_id = ?", ids)
    connection.execute(
        "DELETE FROM link_group WHERE NOT EXISTS (SELECT 1 FROM group_member m WHERE m.kind = link_group.kind AND m.id = link_group.id)"
    )
    write.remove_readings(connection, page["id"])
    lines.forget(connection, page["id"])
    for table in OF_PAGE:
        connection.execute(f"DELETE FROM {table} WHERE page = ?", (page["id"],))
    connection.execute("DELETE FROM page WHERE id = ?", (page["id"],))
    at = datetime.now(UTC).isoformat(timespec="seconds")
    made = Forgotten(page["id"], page["address"], who or decisions.decider(), at, because)
    sqlite.upsert(connection, "forgotten", [(made.page, made.address, made.who, made.at, made.because)])
    return made


def every(connection: sqlite3.Connection) -> Iterator[Forgotten]:
    """The pages that were removed, in order."""
    for row in connection.execute("SELECT * FROM forgotten ORDER BY at, page").fetchall():
        yield Forgotten(row["page"], row["address"], row["who"], row["at"], row["because"])


def refusal(connection: sqlite3.Connection, page: Page) -> Reject | None:
    """Why a page that was removed is not taken again."""
    row = connection.execute("SELECT * FROM forgotten WHERE page = ?", (page.id,)).fetchone()
    if not row:
        return None
    return Reject(page.address, "record", f"removed from this record by {row['who']} on {row['at'][:10]}: {row['because']}")


def without_texts(connection: sqlite3.Connection) -> None:
    """Take every page's bytes and text away; spans, hashes and the words of statements and furniture stay."""
    connection.execute("UPDATE page SET data = x'', text = NULL")
    rows = [int(row[0]) for row in connection.execute("SELECT row FROM paragraph")]
    sqlite.unindex(connection, "paragraph_words", rows)
