"""Each turn of a transcript is a statement of its speaker; an article with colons has no turns."""

from __future__ import annotations

import pytest

from hearsay import articles, marks, pages
from hearsay.language import Languages, known, load
from hearsay.marks import turns
from hearsay.model import Reading

LANGUAGES = Languages()
BRIEFING = """Briefing on the river bridge

The spokeswoman of the harbour office, Lena Dorvan, took questions on Tuesday.

MS DORVAN: Good afternoon. We have received the answer from Selm.

It is eleven pages long, and it will be studied with care.

QUESTION: Has it been shared with the allies?

MS DORVAN: It has. The mayor told me this morning that he had read it twice.

QUESTION: Thank you.

(The briefing was concluded at 2:40 p.m.)
"""
QUOTED = """The harbour on the air

The talk on Harbour Radio ran as follows:

"LINDT: Will the ferry sail in April?

"DORVAN: It will.

"(CROSSTALK.)

"LINDT: If I may, will it sail at night?

"DORVAN: Not at night.

"But it will sail every day.
"""
INTERVIEW = """Паром пойдет в апреле

Директор порта Анна Греева рассказала нашей газете о новом пароме.

Вопрос: Когда откроется переправа?

Ответ: Мы ждем двигатель, он будет в марте.

Вопрос: Сколько стоит билет?

Ответ: Столько же, сколько и раньше.
"""


def read(text: str) -> Reading:
    (article,) = [articles.whole(pages.from_text(text), LANGUAGES)]
    return marks.find(article, LANGUAGES[article.language])


def said(reading: Reading) -> list[tuple[str | None, str, str]]:
    """Speaker, label and beginning of each turn."""
    text = reading.article.text
    taken = [s for s in reading.statements if s.rule == turns.RULE]
    assert all(s.mode == "direct" and s.cue[0].of(text) == ":" and not s.inside for s in taken)
    return [(s.speaker and s.speaker.name, s.source[0].of(text), " / ".join(c.of(text) for c in s.content)[:20]) for s in taken]


def test_a_label_meets_the_full_name_and_who_asks_stays_unnamed() -> None:
    assert said(read(BRIEFING)) == [
        ("Lena Dorvan", "MS DORVAN", "Good afternoon. We h"),
        (None, "QUESTION", "Has it been shared w"),
        ("Lena Dorvan", "MS DORVAN", "It has. The mayor to"),
        (None, "QUESTION", "Thank you."),
    ]


def test_a_turn_has_all_its_paragraphs_and_no_stage_directions() -> None:
    reading = read(BRIEFING)
    first, *_, last = (s for s in reading.statements if s.rule == turns.RULE)
    assert [span.of(BRIEFING)[:20] for span in first.content] == ["Good afternoon. We h", "It is eleven pages l"]
    assert "concluded" not in "".join(span.of(BRIEFING) for span in last.content)


def test_a_transcript_may_be_quoted_line_by_line() -> None:
    reading = read(QUOTED)
    assert [(label, words) for _, label, words in said(reading)] == [
        ("LINDT", "Will the ferry sail "),
        ("DORVAN", "It will."),
        ("LINDT", "If I may, will it sa"),
        ("DORVAN", 'Not at night. / "But'),
    ]
    assert not any("CROSSTALK" in span.of(QUOTED) for s in reading.statements for span in s.content)


def test_what_is_reported_within_a_turn_stands_inside_it() -> None:
    reading = read(BRIEFING)
    inner = [s for s in reading.statements if s.cue and s.cue[0].of(BRIEFING) == "told"]
    turn = next(s for s in reading.statements if s.content[0].of(BRIEFING).startswith("It has."))
    assert inner and all(s.inside == turn.id for s in inner)


def test_who_answers_is_the_one_who_had_the_floor_before_and_labels_name_nobody() -> None:
    reading = read(INTERVIEW)
    assert [speaker for speaker, label, _ in said(reading) if label == "Ответ"] == ["Анна Греева"] * 2
    assert [speaker for speaker, label, _ in said(reading) if label == "Вопрос"] == [None] * 2
    assert not [m for m in reading.mentions if m.span.of(INTERVIEW) in ("Вопрос", "Ответ")]


@pytest.mark.parametrize(
    "text",
    [
        "Ferry late\n\nTALMAR: The ferry was late.\n\nAsked why, Varek said: no idea.\n\nREAD ALSO: Bridges\n\nTIME: ten\n\nNOTE: none\n",
        "Ferry late\n\nThe ferry was late: an engine failed.\n\nMS DORVAN: It failed.\n\nMS DORVAN: It did.\n",
    ],
)
def test_an_article_is_no_transcript(text: str) -> None:
    assert said(read(text)) == []


@pytest.mark.parametrize("code", known())
def test_every_language_says_who_asks_and_who_answers(code: str) -> None:
    assert load(code).options["questioner"] and load(code).options["answerer"]
