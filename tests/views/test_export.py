"""Statements for other programs."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from hearsay import record as records
from hearsay.views import export


def test_every_kind_of_row_is_one_line_of_json(record: records.Record) -> None:
    some = record.statements()[0]
    rows = [some, *record.actors(), *record.timeline(), record.show(some.id), record.explain(some.id), record.counts()]
    rows += [record.verify("We await a reply"), *record.articles(), *list(record.check())[:1], record.decide("confirmed", some.id)]
    for row in rows:
        line = export.line(row)
        assert "\n" not in line and isinstance(json.loads(line), dict)


def test_json_says_who_what_when_and_through_whom(record: records.Record) -> None:
    out = io.StringIO()
    assert export.jsonl(record.statements(), out) == 7
    rows = [json.loads(line) for line in out.getvalue().splitlines()]
    carried = next(row for row in rows if row["via"])
    assert (carried["speaker"], carried["via"], carried["outlet"]) == ("Mira Halden", ["Nordwire"], "The Dorn Courier")
    assert {row["speaker_words"] for row in rows if row["speaker"] is None} == {"An official in Selm", "посадовця"}


def test_csv_has_a_header_and_one_row_a_statement(record: records.Record) -> None:
    out = io.StringIO()
    export.table(record.statements(), out)
    rows = list(csv.DictReader(io.StringIO(out.getvalue())))
    assert len(rows) == 7
    assert rows[0]["content"] == "Torvia has answered the proposal on the river bridge"


def test_an_empty_record_gives_an_empty_table(tmp_path: Path) -> None:
    with records.open(tmp_path / "new.db") as empty:
        assert export.export(empty.statements(), "csv", tmp_path / "none.csv") == 0
    assert (tmp_path / "none.csv").read_text() == "id\n"


def test_parquet(record: records.Record, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    assert export.export(record.statements(), "parquet", tmp_path / "s.parquet") == 7
    assert parquet.read_table(tmp_path / "s.parquet").column("via").to_pylist().count(["Nordwire"]) == 1
