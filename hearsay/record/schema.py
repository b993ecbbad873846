"""The shape of a record: numbered migrations, run in order, each once."""

from __future__ import annotations

import re
import sqlite3
from functools import lru_cache
from importlib.resources import files

from hearsay.errors import RecordError
from hearsay.record import sqlite

NAMED = re.compile(r"(\d{4})_\w+\.sql")


@lru_cache(maxsize=1)
def migrations() -> tuple[tuple[int, str], ...]:
    """The number and text of each migration, in order."""
    found = {}
    for file in (files("hearsay") / "record" / "migrations").iterdir():
        if named := NAMED.fullmatch(file.name):
            found[int(named.group(1))] = file.read_text(encoding="utf-8")
    return tuple(sorted(found.items()))


def newest() -> int:
    """The number of the newest shape this version knows."""
    return migrations()[-1][0]


def prepare(connection: sqlite3.Connection, path: str) -> None:
    """Bring a record to the newest shape. Raises RecordError if a later version of Hearsay has made it."""
    with sqlite.errors(path):
        has = sqlite.version(connection)
    if has > newest():
        raise RecordError(
            f"{path} has shape {has}, made by a later version of Hearsay; this one knows shapes up to {newest()}. "
            "Nothing was changed. Upgrade with: pip install --upgrade hearsay"
        )
    if has < newest():
        with sqlite.transaction(connection, path):
            _run_missing(connection)


def _run_missing(connection: sqlite3.Connection) -> None:
    has = sqlite.version(connection)  # asked again: another process may have been quicker
    for number, script in migrations():
        if number > has:
            sqlite.migrate(connection, number, script)
