"""A quotation is exact, differs, or is not found."""

from __future__ import annotations

from dataclasses import replace

import pytest
from handmade import find, wire

from hearsay import record as records


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


@pytest.mark.parametrize(
    "quote",
    [
        "We have sent our answer … within ten days",
        "We have sent our answer [...] a reply within ten days",
        "Torvia has answered … said on Tuesday … has not confirmed",
    ],
)
def test_words_left_out_with_dots_are_no_difference(record: records.Record, quote: str) -> None:
    verdict = record.verify(quote)
    assert verdict.verdict == "exact" and "…" in verdict.found[0].words


def test_pieces_must_stand_in_their_order(record: records.Record) -> None:
    assert record.verify("we await a reply … We have sent our answer").verdict != "exact"


def test_an_editors_insertion_on_the_page_is_no_difference(record: records.Record) -> None:
    page, reading = wire()
    inserted = replace(reading.statements[1], insertions=(find(page.text, "within"),))
    record.add(page, [replace(reading, statements=(*reading.statements[:1], inserted, *reading.statements[2:]))])
    assert [f.article.outlet for f in record.verify("we await a reply ten days").found] == ["Nordwire"]


def test_every_place_where_it_stands_is_told(record: records.Record) -> None:
    page, reading = wire()
    twice = replace(reading, article=replace(reading.article, headline=reading.article.body[1]))
    record.add(page, [twice])
    verdict = record.verify("the toll question remained open")
    assert verdict.verdict == "exact" and {f.row.id for f in verdict.found if f.row} == {reading.statements[2].id}
