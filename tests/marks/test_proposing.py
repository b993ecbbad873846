"""What is mended in the tagger's proposals before they become statements."""

from dataclasses import replace

import pytest
from reading import opened

from hearsay.marks import proposing, tagger
from hearsay.marks.proposal import Proposal
from hearsay.model import Span


def proposed(text: str, source: str, cue: str, content: str, monkeypatch: pytest.MonkeyPatch, code: str = "en") -> list[str]:
    """The sources that stay when the tagger proposes this; no cue where it is empty."""
    scan = opened(text, code)
    pieces = [(Span(text.index(words), text.index(words) + len(words)),) if words else () for words in (source, cue, content)]
    monkeypatch.setattr(tagger, "propose", lambda *_, **__: [Proposal(*pieces, 0.9, 0, "tagger")])
    return [span.of(text) for p in proposing.propose(scan) for span in p.source]


def test_an_article_is_no_speaker(monkeypatch: pytest.MonkeyPatch) -> None:
    assert proposed("The proposed rules keep the bridge open.", "The", "proposed", "rules keep the bridge open", monkeypatch) == []


def test_a_clause_is_no_speaker(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "It would oblige both towns to announce a change."
    assert proposed(text, "It would oblige both towns", "announce", "a change", monkeypatch) == []


def test_the_outlet_that_was_told_is_no_part_of_who_told_it(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Мост закрыт, рассказал газете «Горный край» капитан Руднев."
    assert proposed(text, "газете «Горный край» капитан Руднев", "рассказал", "Мост закрыт", monkeypatch, "ru") == ["капитан Руднев"]
    text = "Большинство фермеров считает, что плотина выдержит."
    assert proposed(text, "Большинство фермеров", "считает", "что плотина выдержит", monkeypatch, "ru") == ["Большинство фермеров"]


@pytest.mark.parametrize("source", ["капитан Руднев рассказал", "капитан Руднев рассказал лоцманам"])
def test_a_verb_in_what_was_taken_for_a_name_is_a_reporting_word(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"Когда откроют мост: {source}"
    assert proposed(text, source, "", "Когда откроют мост", monkeypatch, "ru") == ["капитан Руднев"]


def test_where_one_person_spoke_is_no_speaker_but_several_speak_as_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "«Мост цел», сказала на набережной Анна."
    assert proposed(text, "набережной", "сказала", "«Мост цел»", monkeypatch, "ru") == []
    text = "«Мост цел», заявили в порту."
    assert proposed(text, "порту", "заявили", "«Мост цел»", monkeypatch, "ru") == ["порту"]


def test_in_english_a_participle_in_a_name_is_no_second_reporting_word(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "A poll released in May found that it rains."
    assert proposed(text, "A poll released in May", "found", "that it rains", monkeypatch) == ["A poll released in May"]
    text = "“It rains,” Ada Melk told reporters."
    assert proposed(text, "Ada Melk told reporters", "", "“It rains,”", monkeypatch) == ["Ada Melk"]


def test_a_slavic_participle_in_a_name_is_no_second_reporting_word(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Глава обвинившей порт компании Олег Руднев сказал, что мост закрыт."
    source = "Глава обвинившей порт компании Олег Руднев"
    assert proposed(text, source, "сказал", "что мост закрыт", monkeypatch, "ru") == [source]


def test_a_speaker_ends_before_an_opening_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    assert proposed("The council «argued» over the bridge.", "The council «", "argued", "over the bridge", monkeypatch) == ["The council"]
    assert proposed("The paper «Bridge» wrote that it rains.", "The paper «Bridge»", "wrote", "that it rains", monkeypatch) == [
        "The paper «Bridge»"
    ]


def test_a_report_of_the_body_does_not_hold_the_headline_beside_its_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The lock is shut\n\nThe lock is shut, Ida Holm said."
    scan = opened(text)
    scan.article, body = replace(scan.article, headline=Span(0, 16)), text.index("\n\n") + 2
    whole = Proposal((Span(body + 18, body + 26),), (Span(body + 27, body + 31),), (Span(0, body + 16),), 0.9, 0, "tagger")
    above = Proposal(whole.source, whole.cue, (Span(0, 16),), 0.9, 0, "tagger")
    for given, kept in ((whole, Span(body, body + 16)), (above, Span(0, 16))):
        monkeypatch.setattr(tagger, "propose", lambda *_, given=given, **__: [given])
        assert [p.content for p in proposing.propose(scan)] == [(kept,)]
