"""Words meet in their stems; a quotation is exact, differs, or is not found."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(
    "quote",
    [
        "we await a reply within ten days",
        "«We await a reply within ten days»",
        "“WE AWAIT A REPLY within ten days.”",
        "лист не надійшов",
    ],
)
def test_exact_whatever_the_quotation_marks(record: records.Record, quote: str) -> None:
    verdict = record.verify(quote)
    assert verdict.verdict == "exact"
    assert all(found.changes == () for found in verdict.found)


def test_a_quotation_in_both_tellings_is_found_in_both(record: records.Record) -> None:
    verdict = record.verify("We have sent our answer")
    assert [(f.article.outlet, f.row and f.row.speaker and f.row.speaker.name) for f in verdict.found] == [
        ("Nordwire", "Mira Halden"),
        ("The Dorn Courier", None),
    ]


def test_small_differences_are_shown(record: records.Record) -> None:
    verdict = record.verify("We have sent our answer and expect a reply within ten days")
    assert verdict.verdict == "differs"
    assert [(c.asked, c.printed) for c in verdict.found[0].changes] == [("expect", "we await")]
    assert verdict.found[0].words == "We have sent our answer and we await a reply within ten days"


def test_an_omission_is_a_difference(record: records.Record) -> None:
    verdict = record.verify("Torvia has answered the proposal on the bridge")
    assert [(c.asked, c.printed) for c in verdict.found[0].changes] == [("", "river")]


@pytest.mark.parametrize("quote", ["The ferry will run again in May when the ice is gone", "reply tomorrow", "", "—"])
def test_what_nobody_said_is_not_found(record: records.Record, quote: str) -> None:
    assert record.verify(quote).verdict == "not found"


def test_words_of_the_outlet_itself_have_no_speaker(record: records.Record) -> None:
    verdict = record.verify("Kelvania has not confirmed that")
    assert verdict.verdict == "exact" and verdict.found[0].row is None
