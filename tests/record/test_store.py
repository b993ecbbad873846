"""What goes in comes out equal; twice adds nothing; what is written is whole or not at all."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from handmade import COPY, page, story, wire

from hearsay import record as records
from hearsay.errors import RecordError
from hearsay.model import Group, Link, Reject, Span


def dump(path: Path) -> list[str]:
    with sqlite3.connect(path) as connection:
        return list(connection.iterdump())


def test_readings_and_pages_come_out_equal(record: records.Record) -> None:
    assert list(record.readings()) == [reading for _, reading in story()]
    assert list(record.pages()) == [page for page, _ in story()]


def test_foreign_paragraphs_come_out_equal(record: records.Record) -> None:
    page, reading = wire()
    quoted = replace(reading, article=replace(reading.article, foreign=((reading.article.body[-1], "uk"),)))
    record.add(page, [quoted])
    assert list(record.readings(page.id)) == [quoted]
    record.add(page, [reading])
    assert list(record.readings(page.id)) == [reading]


def test_a_second_run_adds_nothing(record: records.Record, record_path: Path) -> None:
    before = dump(record_path)
    record.begin("0.1.0", "all languages", "no weights")
    assert [record.add(page, [reading]) for page, reading in story()] == [False, False, False]
    assert dump(record_path) == before


def test_a_changed_reading_takes_the_place_of_the_earlier_one(record: records.Record) -> None:
    page, reading = wire()
    fewer = replace(reading, statements=reading.statements[1:])
    assert record.add(page, [fewer])
    assert list(record.readings(page.id)) == [fewer]
    assert [r.content for r in record.search("answered proposal")] == ["Torvia has answered the proposal on the river bridge"]


def test_another_decoding_of_the_same_bytes_takes_the_place_of_the_kept_text(record: records.Record) -> None:
    kept, _ = wire()
    assert record.add(replace(kept, text=kept.text.upper(), encoding="other"))
    assert record.text(kept.id) == kept.text.upper()
    assert list(record.readings(kept.id)) == []


def test_a_page_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    kept, reading = wire()
    broken = replace(reading.statements[0], confidence=None)  # type: ignore[arg-type]
    with records.open(tmp_path / "r.db") as record:
        with pytest.raises(RecordError):
            record.add(kept, [replace(reading, statements=(broken,))])
        assert not record.has_page(kept.id)
        assert record.counts().articles == 0


def test_the_same_bytes_at_two_addresses_are_one_page(record: records.Record) -> None:
    record.add_page(page(COPY, "elsewhere/copy.txt"))
    assert record.counts().pages == 3


def test_a_reading_needs_its_page(tmp_path: Path) -> None:
    with records.open(tmp_path / "r.db") as record, pytest.raises(RecordError, match="add the page first"):
        record.add_reading(wire()[1])


def test_rejects_are_kept_once_and_go_when_the_page_is_read(record: records.Record) -> None:
    for _ in range(2):
        record.add_reject(Reject("pages/empty.txt", "pages", "empty file"))
        record.add_reject(Reject("pages/wire.txt", "articles", "no article"))
    assert [r.address for r in record.rejects()] == ["pages/empty.txt", "pages/wire.txt"]
    record.add(*(lambda p, r: (p, [r]))(*wire()))
    assert [r.address for r in record.rejects()] == ["pages/empty.txt"]


def test_a_group_that_is_swallowed_leads_to_the_new_one(record: records.Record) -> None:
    record.add_groups([Group("m2", "papers", ("m2", "m3"), "draft")])
    record.add_groups([Group("m1", "papers", ("m1", "m2", "m3"), "draft")])
    assert [g.id for g in record.groups("papers")] == ["m1"]
    assert record.named("papers", "m2") == "m1"
    assert record.group_of("papers", "m3") == "m1"


def test_replacing_the_links_of_a_kind_leaves_the_others(record: records.Record) -> None:
    record.replace_links("duplicates", [Link("duplicates", "b", "a", "different", 0.1, "few words shared")], [])
    assert list(record.groups("duplicates")) == []
    assert [(x.left, x.right) for x in record.links("duplicates")] == [("a", "b")]
    assert len(list(record.links("actors"))) == 1


def test_decisions_outlive_a_new_reading(record: records.Record) -> None:
    page, reading = wire()
    record.decide("wrong", reading.statements[0].id, because="it was a question", who="Anna")
    record.add(page, [replace(reading, sentences=())])
    row = record.statement(reading.statements[0].id)
    assert row.wrong and row.decisions[0].because == "it was a question"
    record.decide("confirmed", row.id, because="checked by phone", who="Anna")
    assert record.statement(row.id).confirmed


def test_a_decision_follows_its_words_to_the_one_statement_that_has_them(record: records.Record) -> None:
    page, reading = wire()
    first, *rest = reading.statements
    record.decide("wrong", first.id, because="it was a question", who="Anna")
    record.add(page, [replace(reading, statements=(replace(first, id="elsewhere", cue=()), *rest))])
    assert record.statement("elsewhere").wrong and all(made.stands for made in record.decisions())
    twice = (replace(first, id="once", cue=()), replace(first, id="again", source=()))
    record.add(page, [replace(reading, statements=(*twice, *rest))])
    assert not any(made.stands for made in record.decisions())


def test_a_decision_whose_row_is_found_no_more_says_so(record: records.Record) -> None:
    page, reading = wire()
    record.decide("confirmed", reading.statements[0].id, because="asked her", who="Anna")
    record.add(page, [replace(reading, statements=reading.statements[1:])])
    (made,) = record.decisions()
    assert not made.stands and made.words == "Torvia has answered the proposal on the river bridge"
    record.add(page, [reading])
    (made,) = record.decisions()
    assert made.stands and record.statement(made.left).confirmed


def test_what_people_tie_comes_back_as_links(record: records.Record) -> None:
    record.decide("same", "m1", "m2", because="one person", who="Anna")
    record.decide("different", "m2", "m1", because="two persons after all", who="Anna")
    assert [(x.left, x.right, x.judgement) for x in record.decided()] == [("m1", "m2", "different")]


def test_a_decision_on_nothing_is_refused(record: records.Record) -> None:
    with pytest.raises(RecordError, match="no statement"):
        record.decide("wrong", "ffff", because="why")


def test_spans_survive_signs_beyond_the_basic_plane(tmp_path: Path) -> None:
    kept = page("𝔗itle 🙂\n\nAnna said: hello.\n", "odd.txt")
    with records.open(tmp_path / "r.db") as record:
        record.add_page(kept)
        assert Span(9, 13).of(record.text(kept.id)) == "Anna"
