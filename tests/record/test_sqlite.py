"""Bad input: a clear message, and nothing lost that was kept before."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import sqlite3
from pathlib import Path

import pytest
from handmade import page, wire

from hearsay import record as records
from hearsay.errors import RecordError
from hearsay.record import schema


def noise(n: int) -> str:
    return os.urandom(n).hex()


def test_a_missing_record_names_the_command_that_makes_one(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"hearsay read PATH\.\.\. --record"):
        records.open(tmp_path / "none.db", create=False)


def test_a_missing_folder_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="there is no folder"):
        records.open(tmp_path / "no" / "r.db")
    with pytest.raises(RecordError, match="is a folder"):
        records.open(tmp_path)


def test_a_file_that_is_no_record_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<p>Anna said so.</p>" * 99)
    with pytest.raises(RecordError, match="not a record"):
        records.open(path)
    assert path.read_text() == "<p>Anna said so.</p>" * 99


def test_a_database_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.db") as connection:
        connection.execute("CREATE TABLE bread (price)")
    with pytest.raises(RecordError, match="no record of Hearsay"):
        records.open(tmp_path / "other.db")
    with sqlite3.connect(tmp_path / "other.db") as connection:
        assert [r[0] for r in connection.execute("SELECT name FROM sqlite_master")] == ["bread"]


def test_a_record_of_a_newer_shape_is_not_touched(record_path: Path) -> None:
    with sqlite3.connect(record_path) as connection:
        connection.execute(f"PRAGMA user_version = {schema.newest() + 1}")
    with pytest.raises(RecordError, match="later version"):
        records.open(record_path)


def test_migrations_are_numbered_without_a_gap() -> None:
    assert [number for number, _ in schema.migrations()] == list(range(1, schema.newest() + 1))


def test_a_record_of_the_first_shape_is_brought_to_the_newest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    every = schema.migrations()
    with monkeypatch.context() as then:
        then.setattr(schema, "migrations", lambda: every[:1])
        with records.open(tmp_path / "old.db") as old:
            old.begin("0.0.1")
    with records.open(tmp_path / "old.db") as new:
        assert [row[0] for row in new._db.execute("SELECT version FROM run")] == ["0.0.1"]
        assert new._db.execute("PRAGMA user_version").fetchone()[0] == schema.newest() == every[-1][0]
        assert list(new.forgotten()) == []


def test_a_full_disk_loses_nothing_kept_before(record_path: Path) -> None:
    with records.open(record_path) as record:
        used = record._db.execute("PRAGMA page_count").fetchone()[0]
        record._db.execute(f"PRAGMA max_page_count = {used + 2}")
        with pytest.raises(RecordError, match=r"disk is full.*kept before is safe"):
            record.add_page(page(noise(500_000), "big.txt"))
        assert record.counts().pages == 3
        assert all(check.state == "stands" for check in record.check())
    with records.open(record_path) as record:
        assert record.counts().pages == 3
        record.add_page(page(noise(500_000), "big.txt"))
        assert record.counts().pages == 4


def _fill(path: Path, said: multiprocessing.Queue[str]) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
    try:
        with records.open(path) as record:
            for _ in range(20):
                record.add_page(page(noise(50_000), noise(4)))
    except RecordError as error:
        said.put(str(error))


def test_a_file_that_may_not_grow_loses_nothing_kept_before(record_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    said: multiprocessing.Queue[str] = context.Queue()
    writer = context.Process(target=_fill, args=(record_path, said))
    writer.start()
    writer.join()
    assert "kept before is safe" in said.get()
    with records.open(record_path) as record:
        assert record.counts().pages > 3
        assert all(check.state == "stands" for check in record.check())


def _write_on(path: Path, ready: multiprocessing.Queue[str]) -> None:
    with records.open(path) as record:
        while True:
            made = page(noise(2_000), noise(4))
            record.add_page(made)
            ready.put(made.id)


def test_a_killed_writer_loses_no_page_it_had_kept(record_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ready: multiprocessing.Queue[str] = context.Queue()
    writer = context.Process(target=_write_on, args=(record_path, ready))
    writer.start()
    kept = [ready.get() for _ in range(5)]
    assert writer.pid
    os.kill(writer.pid, signal.SIGKILL)
    writer.join()
    with records.open(record_path) as record:
        assert all(record.has_page(one) for one in kept)
        assert all(check.state == "stands" for check in record.check())


def test_readers_read_while_a_writer_writes(record_path: Path) -> None:
    with records.open(record_path) as writer, records.open(record_path) as reader:
        with writer.transaction():
            writer.add_page(page("one more page", "more.txt"))
            assert reader.counts().pages == 3
        assert reader.counts().pages == 4


def test_a_record_that_may_only_be_read_can_be_asked(record_path: Path) -> None:
    record_path.chmod(0o444)
    with records.open(record_path, create=False) as record:
        assert record.counts().pages == 3
        if not os.access(record_path, os.W_OK):
            with pytest.raises(RecordError, match="only be read"):
                record.add(wire()[0])
