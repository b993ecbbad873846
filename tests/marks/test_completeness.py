"""What a language folder lacks is told, table by table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hearsay.language import Language, known, load
from hearsay.marks import completeness


def lacking(monkeypatch: pytest.MonkeyPatch, folder: Language) -> list[tuple[str, str]]:
    monkeypatch.setattr(completeness, "load", lambda code: folder if code == folder.code else load(code))
    return list(completeness.lacks(folder.code))


def test_a_missing_table_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    full = load("en")
    bare = replace(full, tables={name: rows for name, rows in full.tables.items() if name != "times"})
    assert any(table == "times" and what.startswith("no rows") for table, what in lacking(monkeypatch, bare))


def test_too_few_rows_and_a_missing_frame_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    full = load("en")
    cues = tuple(row for row in full.rows("cues") if row.frame != "according")[:20]
    told = dict(lacking(monkeypatch, replace(full, tables={**full.tables, "cues": cues})))
    assert "according" in told["cues"]
    everything = lacking(monkeypatch, replace(full, tables={**full.tables, "cues": cues}))
    assert ("cues", "20 rows, at least 150 are wanted") in everything


def test_a_case_that_is_not_read_as_drawn_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    place = tmp_path_factory.mktemp("xx")
    (place / "cases").mkdir()
    (place / "cases" / "odd.txt").write_text("{The bridge} <held> [all winter].\n", encoding="utf-8")
    monkeypatch.setattr(completeness, "folder", lambda code: place)
    assert [place for place, _ in completeness.unread("en")] == ["odd.txt:1"]
    assert ("cases", "1 cases, at least 60 are wanted") in completeness.lacks("en")


def test_a_folder_that_is_not_there_names_those_that_are() -> None:
    ((table, what),) = completeness.lacks("xx")
    assert table == "folder" and all(code in what for code in known())
