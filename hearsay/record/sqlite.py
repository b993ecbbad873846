"""All that differs between engines, for SQLite: opening, upserts, full-text search, and what its errors mean.

A record is one SQLite file in WAL mode: readers never wait for the writer, and a killed writer loses at most the page it was writing.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hearsay.errors import RecordError

APPLICATION = 0x48656172  # "Hear", in the file's header: what tells a record from any other SQLite file
BUSY_MS = 30_000
FULL = ("disk is full", "disk I/O error", "too big")
SEARCHED = ("statement_words", "paragraph_words")

Row = sqlite3.Row


def connect(path: str, create: bool) -> sqlite3.Connection:
    """The record at this path. Raises RecordError for what is missing, is no record, or cannot be opened."""
    _must_be_there(path, create)
    connection = None
    try:
        connection = _open(path)
        _must_be_ours(connection, path)
        if not _read_only(path):
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
    except sqlite3.DatabaseError as error:
        if connection:
            connection.close()
        raise _meaning(error, path) from error
    return connection


def _open(path: str) -> sqlite3.Connection:
    if _read_only(path):
        connection = sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    else:
        connection = sqlite3.connect(path, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    return connection


def _read_only(path: str) -> bool:
    return path != ":memory:" and os.path.exists(path) and not os.access(path, os.W_OK)


def _must_be_there(path: str, create: bool) -> None:
    if path == ":memory:" or os.path.isfile(path):
        return
    if os.path.isdir(path):
        raise RecordError(f"{path} is a folder; a record is one file, such as {os.path.join(path, 'story.db')}")
    if not create:
        raise RecordError(f"there is no record at {path}; make one with: hearsay read PATH... --record {path}")
    folder = os.path.dirname(path) or "."
    if not os.path.isdir(folder):
        raise RecordError(f"cannot make a record at {path}: there is no folder {folder}")


def _must_be_ours(connection: sqlite3.Connection, path: str) -> None:
    ours = connection.execute("PRAGMA application_id").fetchone()[0]
    used = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if ours != APPLICATION and used:
        connection.close()
        raise RecordError(f"{path} is a database, but no record of Hearsay; give another --record")
    if ours != APPLICATION:
        connection.execute(f"PRAGMA application_id = {APPLICATION}")


def _meaning(error: sqlite3.Error, path: str) -> RecordError:
    """What an error of the engine means to the one who reads it."""
    said = str(error)
    if any(words in said for words in FULL):
        return RecordError(f"could not write to {path}: {said}. What was kept before is safe; make room and run the same command again")
    if "not a database" in said or "malformed" in said:
        return RecordError(f"{path} is not a record ({said}); give another --record")
    if "locked" in said:
        return RecordError(f"{path} is being written by another process; try again when it is done")
    if "readonly" in said:
        return RecordError(f"{path} may only be read (no right to write the file or its folder)")
    return RecordError(f"{path}: {said}")


@contextmanager
def errors(path: str) -> Iterator[None]:
    """Engine errors as RecordError."""
    try:
        yield
    except sqlite3.Error as error:
        raise _meaning(error, path) from error


@contextmanager
def transaction(connection: sqlite3.Connection, path: str) -> Iterator[None]:
    """All of it or nothing. Inside another transaction it is part of that one."""
    if connection.in_transaction:
        yield
        return
    with errors(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:  # a full disk has already rolled back
                connection.execute("ROLLBACK")
            raise


def version(connection: sqlite3.Connection) -> int:
    """The number of the last migration that was run; 0 for a new record."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, number: int, script: str) -> None:
    """Run one migration and set its number, all or nothing."""
    for command in _commands(script):
        connection.execute(command)
    if number == 1:
        for table in SEARCHED:
            connection.execute(f"CREATE VIRTUAL TABLE {table} USING fts5(stems, tokenize='unicode61 remove_diacritics 2')")
    connection.execute(f"PRAGMA user_version = {number}")


def wipe(connection: sqlite3.Connection) -> None:
    """Leave no trace in the file of what was deleted."""
    for table in SEARCHED:
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _commands(script: str) -> Iterator[str]:
    command = ""
    for line in script.splitlines(keepends=True):
        command += line
        if sqlite3.complete_statement(command):
            yield command
            command = ""


def insert(connection: sqlite3.Connection, table: str, rows: Iterable[Sequence[Any]]) -> None:
    """Add rows, leaving those whose key is there already."""
    _put(connection, "INSERT OR IGNORE", table, rows)


def upsert(connection: sqlite3.Connection, table: str, rows: Iterable[Sequence[Any]]) -> None:
    """Add rows, in the place of those with the same key."""
    _put(connection, "INSERT OR REPLACE", table, rows)


def count(connection: sqlite3.Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Add rows; where one with the same key is there, add to the number in the column `pages`."""
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    add = f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT DO UPDATE SET pages = pages + excluded.pages"
    connection.executemany(add, rows)


def _put(connection: sqlite3.Connection, how: str, table: str, rows: Iterable[Sequence[Any]]) -> None:
    kept = list(rows)
    if kept:
        marks = ", ".join("?" * len(kept[0]))
        connection.executemany(f"{how} INTO {table} VALUES ({marks})", kept)


# ------------------------------------------------------------------ full-text search


def index(connection: sqlite3.Connection, table: str, row: int, stems: str) -> None:
    """Make the thing in this row findable by these stems."""
    connection.execute(f"INSERT INTO {table} (rowid, stems) VALUES (?, ?)", (row, stems))


def unindex(connection: sqlite3.Connection, table: str, rows: Iterable[int]) -> None:
    """Make the things in these rows findable no longer."""
    connection.executemany(f"DELETE FROM {table} WHERE rowid = ?", ((row,) for row in rows))


def match(connection: sqlite3.Connection, table: str, words: Sequence[frozenset[str]], every: bool, most: int) -> list[int]:
    """Rows that hold one stem of each word (of any word, unless `every`), the best match first."""
    parts = ["(" + " OR ".join('"' + stem.replace('"', "") + '"' for stem in sorted(stems)) + ")" for stems in words if stems]
    if not parts:
        return []
    query = (" AND " if every else " OR ").join(parts)
    found = connection.execute(f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rank LIMIT ?", (query, most))
    return [int(row[0]) for row in found]
