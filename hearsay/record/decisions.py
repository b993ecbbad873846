"""What people decided. A decision is a row with who, when and why; it ties ids of what was read, so every re-run meets it again."""

from __future__ import annotations

import getpass
import os
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from hearsay.errors import RecordError
from hearsay.model import Link
from hearsay.record.rows import Decision

ON_ONE = ("wrong", "confirmed")
ON_TWO = ("same", "different")
DECISIONS = """
    SELECT *, what NOT IN ('wrong', 'confirmed') OR EXISTS (SELECT 1 FROM statement WHERE id = left_id) AS stands FROM decision
"""
LOST = """
    SELECT row, words FROM decision
    WHERE page = ? AND words <> '' AND what IN ('wrong', 'confirmed') AND NOT EXISTS (SELECT 1 FROM statement WHERE id = left_id)
"""
SAID = """
    SELECT c.statement, c.words FROM content_span c JOIN statement s ON s.id = c.statement JOIN article a ON a.id = s.article
    WHERE a.page = ? ORDER BY c.start
"""


def decider() -> str:
    """Who decides, if nobody says so: $HEARSAY_WHO, else the name of the account."""
    try:
        return os.environ.get("HEARSAY_WHO") or getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def add(
    connection: sqlite3.Connection, what: str, left: str, right: str | None, because: str, who: str | None, words: str, page: str
) -> Decision:
    """Write a decision down, with the words it is about and the page they stand on. Raises RecordError for one that cannot be."""
    if what not in ON_ONE + ON_TWO:
        raise RecordError(f"cannot decide {what!r}; there are {', '.join(ON_ONE + ON_TWO)}")
    if (what in ON_TWO) != (right is not None):
        raise RecordError(f"{what!r} needs {'two ids' if what in ON_TWO else 'one id'}")
    at = datetime.now(UTC).isoformat(timespec="seconds")
    made = Decision(what, left, right, who or decider(), at, because, words)
    cells = (made.what, made.left, made.right, made.who, made.at, made.because, made.words, page)
    connection.execute(
        "INSERT INTO decision (what, left_id, right_id, who, at, because, words, page) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", cells
    )
    return made


def carry(connection: sqlite3.Connection, page: str) -> None:
    """Let decisions whose statement a new reading of the page finds no more follow their words, where one statement there has them."""
    lost = connection.execute(LOST, (page,)).fetchall()
    said: dict[str, list[str]] = {}
    for statement, words in connection.execute(SAID, (page,)) if lost else ():
        said.setdefault(statement, []).append(words)
    for row in lost:
        same = [statement for statement, pieces in said.items() if " … ".join(pieces) == row["words"]]
        if len(same) == 1:
            connection.execute("UPDATE decision SET left_id = ? WHERE row = ?", (same[0], row["row"]))


def _decision(row: sqlite3.Row) -> Decision:
    head = (row["what"], row["left_id"], row["right_id"], row["who"], row["at"], row["because"], row["words"])
    return Decision(*head, stands=bool(row["stands"]))


def every(connection: sqlite3.Connection) -> Iterator[Decision]:
    """All decisions in their order."""
    for row in connection.execute(f"{DECISIONS} ORDER BY row").fetchall():
        yield _decision(row)


def of(connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, tuple[Decision, ...]]:
    """The decisions on each of these things."""
    found: dict[str, tuple[Decision, ...]] = {}
    if not connection.execute("SELECT 1 FROM decision LIMIT 1").fetchone():
        return found
    marks = ", ".join("?" * len(ids))
    for row in connection.execute(f"{DECISIONS} WHERE left_id IN ({marks}) ORDER BY row", tuple(ids)):
        found[row["left_id"]] = (*found.get(row["left_id"], ()), _decision(row))
    return found


def links(connection: sqlite3.Connection) -> Iterator[Link]:
    """What people tied or held apart, as links that stand above every judgement; the latest word on a pair counts."""
    latest: dict[tuple[str, str], Decision] = {}
    for made in every(connection):
        if made.what in ON_TWO and made.right:
            left, right = sorted((made.left, made.right))
            latest[left, right] = made
    for (left, right), made in latest.items():
        yield Link("decision", left, right, made.what, 1.0, f"{made.who}, {made.at}: {made.because}", "decision")
