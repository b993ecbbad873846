"""Where a page says two things of its article, both are told with their grounds."""

from __future__ import annotations

from pathlib import Path

from click import unstyle
from handmade import wire

from hearsay import record as records
from hearsay.views import export, otherwise, terminal
from hearsay.views.otherwise import Said


def test_another_title_and_another_day(record: records.Record) -> None:
    shown = otherwise.shown(record, record.show(wire()[1].statements[1].id))
    assert {one.field: one.others for one in shown.otherwise} == {
        "title": (Said("a title", "made"),),
        "published": (Said("2031-03-05", "the page's foot"),),
    }
    drawn = unstyle("\n".join(terminal.passage(shown)))
    assert "2031-03-05  the page's foot" in drawn and "a title  made" in drawn
    assert '"otherwise": [{"field": "title"' in export.line(shown)


def test_a_copy_without_texts_tells_no_titles(record: records.Record, tmp_path: Path) -> None:
    record.share(tmp_path / "copy.db")
    with records.open(tmp_path / "copy.db") as copy:
        found = otherwise.of(copy, copy.statement(wire()[1].statements[1].id))
        assert [one.field for one in found] == ["published"]


def test_the_same_in_other_letters_is_nothing_else() -> None:
    assert otherwise._different(Said("Ferry  Late", "x"), [Said("ferry late", "y"), Said("Ferry", "z"), Said("ferry", "w")]) == (
        Said("Ferry", "z"),
    )
