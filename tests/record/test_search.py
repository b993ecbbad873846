"""Words meet in their stems; a quotation is exact, differs, or is not found."""

from __future__ import annotations

from hearsay import record as records
from hearsay.language import load
from hearsay.record import stems


def test_words_are_found_in_content_and_source(record: records.Record) -> None:
    assert [row.content for row in record.search("toll open")] == ["the toll question remained open"]
    assert {row.outlet for row in record.search("bridge Halden")} == {"Nordwire", "The Dorn Courier"}
    assert record.search("tramway") == []
    assert record.search("?!") == []


def test_where_no_statement_holds_all_words_those_of_the_paragraph_come(record: records.Record) -> None:
    assert [row.content for row in record.search("reply toll")] == [
        "We have sent our answer and we await a reply within ten days",
        "the toll question remained open",
    ]


def test_inflected_forms_meet(record: records.Record) -> None:
    assert load("uk").suffixes, "the folder lists no suffixes"
    assert [row.content for row in record.search("листи")] == ["лист не надійшов"]


def test_words_that_mean_the_same_meet_across_languages(record: records.Record) -> None:
    assert {row.language for row in record.search("letter")} == {"en"}
    assert {row.language for row in record.search("letter", across=True)} == {"en", "uk"}


def test_a_query_holds_the_stems_of_all_languages() -> None:
    (letters,) = stems.query("letters", ["en", "uk"])
    assert {"letters"} | {load("en").stem("letters", kind).text for kind in stems.KINDS} <= letters
