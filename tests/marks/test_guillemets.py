"""Guillemets that point inward, as Slovene, Czech and German set them, close a sentence as other marks do."""

from __future__ import annotations

import pytest

from hearsay.language import load
from hearsay.marks import quotes, sentences
from hearsay.model import Span


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("sl", "»Odhajam.« Potem je odšel.", ["»Odhajam.«", "Potem je odšel."]),
        ("cs", "»Jdu.« Pak odešel.", ["»Jdu.«", "Pak odešel."]),
        ("fr", "Elle dit. « Je pars. » Puis elle part.", ["Elle dit.", "« Je pars. »", "Puis elle part."]),
        ("ru", "Он ушёл. «Пора». Снег шёл.", ["Он ушёл.", "«Пора».", "Снег шёл."]),
    ],
)
def test_a_sentence_ends_after_its_closing_mark(code: str, text: str, expected: list[str]) -> None:
    assert [s.of(text) for s in sentences.split(text, Span(0, len(text)), load(code))] == expected


@pytest.mark.parametrize("code", ["pl", "cs", "sl"])
def test_a_straight_mark_closes_a_low_one(code: str) -> None:
    text = '„Odchodzę stąd" - powiedział. „Wrócę jutro" - dodał.'
    found = [q.span.of(text) for q in quotes.find(text, [Span(0, len(text))], load(code))]
    assert found == ['„Odchodzę stąd"', '„Wrócę jutro"']
