"""Proposals become statements."""

import pytest
from reading import article, drawn, opened

from hearsay import marks
from hearsay.language import load
from hearsay.marks import statements
from hearsay.marks.cast import Cast, gather
from hearsay.marks.mentions import find
from hearsay.marks.proposal import Proposal
from hearsay.marks.who import Who
from hearsay.model import Credit, Span


def test_what_stands_in_the_content_is_inside() -> None:
    _, (outer, inner) = drawn("{1 Anna Brandt} <1 said> [1 that {2 James Holt} <2 promised> [2 an answer]].")
    assert inner.inside == outer.id and outer.inside is None
    assert [v.name for v in inner.chain] == ["Gazette", "Anna Brandt", "James Holt"]


def test_i_inside_a_quotation_is_whoever_is_quoted() -> None:
    _, (outer, inner) = drawn("[1 “{2 I} <2 believe> [2 we can wait],”] <1 said> {1 Anna Brandt}.")
    assert inner.chain[-1].name == outer.chain[-1].name == "Anna Brandt"


def test_i_of_one_unnamed_stands_in_the_chain_once() -> None:
    _, (_, inner) = drawn("[1 “{2 I} <2 believe> [2 we can wait],”] <1 said> {1 a clerk at the mill}.")
    assert [v.name or v.words for v in inner.chain] == ["Gazette", "a clerk at the mill"]


def test_the_same_words_give_the_same_id() -> None:
    case = "{Anna Brandt} <said> [no]."
    assert drawn(case)[1][0].id == drawn(case)[1][0].id


def test_a_wire_that_was_told_stands_in_the_chain() -> None:
    _, (said,) = drawn("{Anna Brandt} <told> Reuters [the dam holds].")
    assert [v.name for v in said.via] == ["Reuters"]


def test_a_credited_wire_counts_for_every_statement() -> None:
    credit = Credit("TASS", Span(0, 1), "wire")
    _, (said,) = drawn("{Anna Brandt} <said> [the dam holds].", credits=(credit,))
    assert [(v.name, v.inferred) for v in said.via] == [("TASS", True)]


def test_insertions_and_omissions_are_marked() -> None:
    text, (said,) = drawn(
        '["They said" \\[the guards\\] "would go \\<...\\> home (to the port - IF),"] said {Anna Brandt}.'.replace("<2 said>", "said")
    )
    assert [s.of(text) for s in said.insertions] == ["[the guards]", "(to the port - IF)"]
    assert [s.of(text) for s in said.omissions] == ["<...>"]


def test_a_headlines_unnamed_diplomat_is_named_in_the_body() -> None:
    reading = marks.find(
        article("Bridge will hold, minister says\nMinister Anna Brandt said that the bridge will hold.", headline=True), load("en")
    )
    assert {s.chain[-1].name for s in reading.statements} == {"Anna Brandt"}


def test_statements_never_stand_inside_each_other_in_a_ring() -> None:
    laid_open = opened("Anna Brandt said no.")
    anna, brandt, said, _ = (token.span for token in laid_open.paragraphs[0].tokens[:4])
    ring = [Proposal((), (a,), (b,), 1.0, 0, "test") for a, b in ((anna, said), (brandt, anna), (said, brandt))]
    made = statements.make(laid_open, Who(laid_open, Cast([], {}), []), ring, [])
    assert sum(s.inside is None for s in made) == 1


def test_whoever_is_cited_speaks_through_the_one_who_cites() -> None:
    scan = opened("The dam holds, TASS reports, citing Anna Brandt.")
    content, tass, reports, citing, anna = (Span(*s) for s in ((0, 13), (15, 19), (20, 27), (29, 35), (36, 47)))
    mentions = find(scan)
    proposals = [Proposal((tass,), (reports,), (content,), 1.0, 0, "test"), Proposal((anna,), (citing,), (content,), 1.0, 1, "test")]
    outer, inner = statements.make(scan, Who(scan, gather(scan, mentions), mentions), proposals, [])
    outer, inner = sorted((outer, inner), key=lambda s: s.cue)
    assert [v.name for v in outer.chain] == ["Gazette", "TASS", "Anna Brandt"]
    assert [(v.name, v.inferred) for v in inner.chain[1:]] == [("TASS", False), ("Anna Brandt", False)]


def test_a_person_who_cites_another_speaks_for_himself() -> None:
    scan = opened("The dam holds, James Holt says, citing Anna Brandt.")
    content, holt, says, citing, anna = (Span(*s) for s in ((0, 13), (15, 25), (26, 30), (32, 38), (39, 50)))
    mentions = find(scan)
    proposals = [Proposal((holt,), (says,), (content,), 1.0, 0, "test"), Proposal((anna,), (citing,), (content,), 1.0, 1, "test")]
    made = statements.make(scan, Who(scan, gather(scan, mentions), mentions), proposals, [])
    assert sorted(s.chain[-1].name or "" for s in made) == ["Anna Brandt", "James Holt"]


def test_a_headlines_source_or_many_of_a_kind_are_not_the_person_of_the_body() -> None:
    for unnamed in ("source", "residents", "miners"):
        reading = marks.find(
            article(f"Bridge will hold - {unnamed}\nMayor Anna Brandt said that the bridge will hold.", headline=True), load("en")
        )
        assert [s.chain[-1].name for s in reading.statements if s.source and s.source[0].of(reading.article.text) == unnamed] == [None]


def test_a_headlines_official_is_the_one_who_stays_unnamed_in_the_body() -> None:
    body = "Mayor Anna Brandt said that the bridge will hold. A Norr official said that it is old."
    reading = marks.find(article(f"Bridge will hold, Norr official says\n{body}", headline=True), load("en"))
    assert [s.chain[-1].name for s in reading.statements if s.source[:1] == (Span(18, 31),)] == [None]


def test_a_quotation_that_begins_after_the_word_for_an_outlet_is_no_outlet() -> None:
    (said,) = drawn("В интервью газете {мэр Анна Волкова} <сказала>: [«Мост стоит и будет стоять»].", "ru")[1]
    assert [v.name for v in said.via] == []


def via(drawing: str, code: str = "en") -> list[str | None]:
    """The voices between outlet and speaker of the last statement drawn."""
    return [v.name for v in drawn(drawing, code)[1][-1].via]


def test_an_outlet_that_was_told_may_stand_before_the_reporting_words() -> None:
    assert via("W rozmowie z PAP {rzeczniczka Anna Wilk} <powiedziała>, [że most stoi].", "pl") == ["Polish Press Agency"]


def test_a_newspaper_that_the_world_does_not_know_may_be_told() -> None:
    assert via("{Anna Brandt} <told> the newspaper Norrposten [that the dam holds].") == ["Norrposten"]


def test_an_outlet_that_says_something_itself_was_not_told() -> None:
    assert via("{1 Reuters} <1 wrote> [1 that it rained], and {2 Anna Brandt} <2 said> [2 that the dam holds].") == []


def test_an_outlets_sources_speak_through_it() -> None:
    assert via("{Sources of Reuters} <say> [that the dam holds].") == ["Reuters"]


@pytest.mark.parametrize(
    ("case", "code", "through"),
    [
        ("{Anna Brandt} <told> BBC Radio 5 [that the dam holds].", "en", "BBC Radio 5"),
        ("[Most stoi], <mówi> {Anna Brandt z biura prasowego portu w Norze}, która przyjechała, w rozmowie z radiem Norr.", "pl", "Norr"),
        ("Agentuře PAP to dnes <řekla> {Anna Brandtová}, [že hráz stojí].", "cs", "Polish Press Agency"),
        ("[«Мост стоит»], — <сказал> {Орлов} в эфире радиостанции «Голос Норра».", "ru", "Голос Норра"),
    ],
)
def test_an_outlet_is_told_by_its_full_name_near_the_speaker_or_the_words(case: str, code: str, through: str) -> None:
    (said,) = drawn(case, code)[1]
    assert [v.name for v in said.via] == [through]


def test_a_platform_is_where_it_was_written_and_was_told_nothing() -> None:
    (said,) = drawn("{Anna Brandt} <wrote> on Telegram [that the dam holds].")[1]
    assert said.via == ()
