"""What a reader asks the record and what it answers."""

from __future__ import annotations

import pytest
from handmade import article, groups, mention, page, statement, wire

from hearsay import record as records
from hearsay.errors import RecordError
from hearsay.model import Group, Reading, Voice
from hearsay.record import Wanted


def said(record: records.Record, **asked: object) -> list[str]:
    return [row.content for row in record.statements(Wanted(**asked))]  # type: ignore[arg-type]


def test_rows_say_who_what_when_and_through_whom(record: records.Record) -> None:
    row = next(row for row in record.statements() if row.via)
    assert row.speaker and row.speaker.name == "Mira Halden"
    assert [voice.shown for voice in row.via] == ["Nordwire"]
    assert (row.outlet, row.said_on, row.mode) == ("The Dorn Courier", "2031-03-04", "indirect")
    assert (row.source, row.cue) == ("foreign ministry spokeswoman Mira Halden", "said")
    assert row.headline == "Torvia answers Kelvania's bridge proposal"


def test_an_actor_has_one_name_in_all_scripts(record: records.Record) -> None:
    by_any_name = [said(record, speaker=name) for name in ("Halden", "Гальден", "Mira Halden")]
    assert by_any_name[0] == by_any_name[1] == by_any_name[2]
    assert len(by_any_name[0]) == 5  # four by name, one by "She"


def test_a_speaker_nobody_named_is_found_by_the_words_of_the_page(record: records.Record) -> None:
    assert said(record, speaker="official") == ["no letter had arrived"]


def test_an_open_year_is_closed_by_the_date_the_story_settled(record: records.Record) -> None:
    row = next(row for row in record.statements() if row.content == "відповіді надіслано")
    assert (row.published, row.said_on) == ("2031-03-06", "2031-03-04")
    assert row.published_ground == "from another page of the story"


def test_filters(record: records.Record) -> None:
    assert said(record, outlet="courier") == ["Torvia has answered the proposal on the river bridge"]
    assert said(record, via="nordwire") == ["Torvia has answered the proposal on the river bridge"]
    assert len(said(record, language="uk")) == 2
    assert said(record, mode="direct") == ["We have sent our answer and we await a reply within ten days"]
    assert len(said(record, said_since="2031-03", said_until="2031-03-04")) == 3
    assert said(record, said_since="2031-03-05") == []
    assert len(said(record, published_since="2031-03-06")) == 2
    assert said(record, at_least=0.95, outlet="Nordwire") == [
        "Torvia has answered the proposal on the river bridge",
        "the toll question remained open",
    ]


def test_a_wrong_row_is_left_out_unless_asked_for(record: records.Record) -> None:
    before = len(said(record))
    record.decide("wrong", wire()[1].statements[3].id, because="hearsay of hearsay")
    assert len(said(record)) == before - 1
    assert len(said(record, wrong=True)) == before


def test_a_date_that_is_none_is_refused(record: records.Record) -> None:
    with pytest.raises(RecordError, match="is no date"):
        said(record, said_since="last week")


def test_the_days_come_in_order_and_the_undated_last(record: records.Record) -> None:
    days = record.timeline()
    assert [(day.date, len(day.rows)) for day in days] == [("2031-03-04", 3), (None, 4)]


def test_actors_count_independent_accounts(record: records.Record) -> None:
    (halden,) = record.actors()
    assert (halden.name, halden.category) == ("Mira Halden", "PER")
    assert {"Mira Halden", "Міра Гальден"} <= set(halden.forms)
    assert halden.roles == ("foreign ministry spokeswoman",)
    assert (halden.statements, halden.articles, halden.accounts) == (5, 3, 2)


def test_an_actor_is_of_the_kind_that_most_of_its_names_are() -> None:
    it = page("A dam\n\nHarbour spokesman Orin Velt spoke. Velt left.", "pages/dam.txt")
    art = article(it, "en", "The Dorn Courier", "2031-03-05")
    velt = mention(art, "Orin Velt", "Orin Velt")
    body = mention(art, "Harbour", None, kind="description", category="ORG", refers=velt.id)
    with records.open(":memory:") as record:
        record.add(it, [Reading(art, mentions=(body, velt, mention(art, "Velt", "Orin Velt", after=velt.span.stop, refers=velt.id)))])
        assert [(actor.name, actor.category) for actor in record.actors()] == [("Orin Velt", "PER")]


def test_show_cuts_the_page_where_the_parts_begin_and_end(record: records.Record) -> None:
    passage = record.show(wire()[1].statements[1].id)
    assert [(p.words, p.part) for p in passage.pieces if p.part] == [
        ("We have sent our answer and we await a reply within ten days", "content"),
        ("Halden", "source"),
        ("told", "cue"),
    ]
    assert "".join(p.words for p in passage.pieces).startswith('"We have sent')


def test_explain_tells_rules_links_and_run(record: records.Record) -> None:
    told = record.explain(wire()[1].statements[0].id)
    assert told.row.trace == ("verb after", "speaker by name")
    assert (told.version, told.settings, told.weights) == ("0.1.0", "all languages", "no weights")
    tied = set(groups()[0].members[:2])
    expected = {wire()[1].mentions[0].id} & tied
    assert bool(told.links) == bool(expected)


def test_an_id_may_be_cut_short_but_not_too_short(record: records.Record) -> None:
    whole = wire()[1].statements[0].id
    assert record.statement(whole[:8]).id == whole
    with pytest.raises(RecordError, match="no statement"):
        record.statement("zzzz")


def test_counts(record: records.Record) -> None:
    counts = record.counts()
    assert (counts.pages, counts.articles, counts.accounts, counts.statements, counts.actors) == (3, 3, 2, 7, 1)


def test_those_who_speak_together_are_each_named_found_and_counted() -> None:
    it = page("A word on the bridge\n\nMira Halden and Orla Brask said the bridge stands.\n", "pages/two.txt")
    art = article(it, "en", "Nordwire", "2031-03-04")
    people = [mention(art, name, name) for name in ("Mira Halden", "Orla Brask")]
    both = Voice("Mira Halden; Orla Brask", "person", people[1].id, people[0].span, words="Mira Halden and Orla Brask")
    made = statement(art, "the bridge stands", "said", "Mira Halden and Orla Brask", (both,))
    with records.open(":memory:") as record:
        record.add(it, [Reading(art, mentions=tuple(people), statements=(made,))])
        record.add_groups([Group("a", "actors", (people[0].id,), "M. Halden", "")])
        (row,) = record.statements()
        assert row.speaker and row.speaker.name == "M. Halden; Orla Brask"
        assert row.speaker.actors == ("a", people[1].id) and row.speaker.actor is None
        assert {actor.name: actor.statements for actor in record.actors()} == {"M. Halden": 1, "Orla Brask": 1}
        assert [r.id for r in record.statements(Wanted(speaker="Halden"))] == [row.id]
