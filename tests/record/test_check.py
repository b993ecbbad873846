"""Every span is read again in the kept text."""

from __future__ import annotations

import sqlite3
import zlib
from collections import Counter
from pathlib import Path

from handmade import WIRE, wire

from hearsay import record as records


def rewrite(path: Path, text: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE page SET text = ? WHERE id = ?", (zlib.compress(text.encode()), wire()[0].id))


def states(record: records.Record) -> Counter[tuple[str, str]]:
    return Counter((check.kind, check.state) for check in record.check() if check.state != "stands")


def test_all_stands_in_a_fresh_record(record: records.Record) -> None:
    checks = list(record.check())
    assert {check.state for check in checks} == {"stands"}
    assert {"source", "cue", "content", "mention", "time", "headline"} == {check.kind for check in checks}


def test_words_that_moved_are_said_to_have_moved_and_where(record: records.Record, record_path: Path) -> None:
    rewrite(record_path, "New line.\n" + WIRE)
    moved = [check for check in record.check() if check.kind == "content" and check.state == "moved"]
    assert len(moved) == 4
    assert all(check.now and check.now.start == check.span.start + 10 for check in moved)
    assert states(record)["text", "moved"] == 1


def test_words_that_are_gone_are_said_to_be_gone(record: records.Record, record_path: Path) -> None:
    rewrite(record_path, WIRE.replace("toll", "bill"))
    assert states(record) == Counter({("content", "gone"): 1, ("text", "moved"): 1})


def test_bytes_that_changed_show(record: records.Record, record_path: Path) -> None:
    with sqlite3.connect(record_path) as connection:
        connection.execute("UPDATE page SET data = ? WHERE id = ?", (zlib.compress(b"forged"), wire()[0].id))
    assert states(record) == Counter({("bytes", "gone"): 1})
