"""Quotations whose marks stand apart from their words."""

from __future__ import annotations

from hearsay.language import load
from hearsay.marks import quotes
from hearsay.marks.sentences import split
from hearsay.model import Span


def quoted(text: str, code: str) -> list[str]:
    """The words between the marks."""
    return [text[q.inner.start : q.inner.stop].strip() for q in quotes.find(text, [Span(0, len(text))], load(code))]


def test_a_space_inside_the_marks_does_not_hide_them() -> None:
    assert quoted("« La digue tiendra », assure le maçon.", "fr") == ["La digue tiendra"]
    assert quoted("« Мост закрыт », — сказал паромщик.", "ru") == ["Мост закрыт"]


def test_marks_that_also_close_still_need_their_word() -> None:
    assert quoted("Er schrieb: »Der Damm hält« und ging.", "de") == ["Der Damm hält"]


def test_a_closing_mark_after_a_space_stays_with_its_sentence() -> None:
    text = "« Arrêtez le bac ! », crie un homme. Il pleut."
    found = split(text, Span(0, len(text)), load("fr"))
    assert [text[s.start : s.stop] for s in found] == ["« Arrêtez le bac ! », crie un homme.", "Il pleut."]
