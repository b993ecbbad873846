"""Turns of talk that a dash opens, at the beginning of a paragraph or after a sentence in it.

"– We stay. Nobody asked us – said Grey. – Not yet." holds two turns; the words between are the narrator's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from hearsay.language import Language
from hearsay.model import Span
from hearsay.text import tokens, trim

DASHES = "-–—―"
DASH = f"[{DASHES}]"
OPENING = re.compile(rf"{DASH}\s+(?=[\w„«“\"])")
AFTER_SENTENCE = re.compile(rf"[.!?…][”»\"]?\s+(?={DASH}\s+[^\W\d_])")
CLOSING = re.compile(rf"(?:(?<=\s){DASH}|,)\s+")
AGAIN = re.compile(rf",\s+{DASH}\s+")
PARTED = re.compile(rf"\s{DASH}\s")
NEAR = 48  # characters in which the reporting verb begins
WORDS = 3  # words from which the verb may be the last


def turns(text: str, span: Span, language: Language) -> list[Span]:
    """The turns in one paragraph, without their dashes, in order."""
    told = narrates(text, span, language)
    bounds = [span.start] if OPENING.match(text, span.start, span.stop) and not told else []
    bounds += [m.end() for m in AFTER_SENTENCE.finditer(text, span.start, span.stop) if _begins_sentence(text, m.end())]
    found: list[Span] = []
    for at, until in pairwise([*bounds, span.stop]):
        found += _turns(text, at, until, language, at == span.start, told or bool(found))
    return found


def narrates(text: str, span: Span, language: Language) -> bool:
    """Whether a dash and a reporting verb begin the paragraph, so that the one before is talk: "– said Grey on Monday." """
    opened = OPENING.match(text, span.start, span.stop)
    return opened is not None and text[opened.end()].islower() and _reports(text, opened.end(), span.stop, language)


def leads(text: str, span: Span, language: Language) -> bool:
    """Whether a dash and reporting words follow here."""
    sign = OPENING.match(text, span.start + 1, span.stop)
    return sign is not None and _reports(text, sign.end(), span.stop, language)


def _begins_sentence(text: str, dash: int) -> bool:
    opened = OPENING.match(text, dash)
    return opened is not None and text[opened.end()].isupper()


def _turns(text: str, dash: int, until: int, language: Language, first: bool, follows: bool) -> Iterator[Span]:
    """The turn that this dash opens, up to the sign before its reporting verb, and what goes on after the narrator's words.

    Without a reporting verb a dash opens talk only first in a paragraph (every other part is the narrator's then) or after other talk.
    """
    opened = OPENING.match(text, dash)
    start = opened.end() if opened else dash
    closing = ended(text, Span(start, until), language, first)
    if closing:
        yield trim(text, Span(start, closing.start()))
        again = AGAIN.search(text, closing.end(), until)
        if again:
            yield trim(text, Span(again.end(), until))
    elif first:
        borders = [start, *(edge for m in PARTED.finditer(text, start, until) for edge in m.span()), until]
        yield from (trim(text, Span(*part)) for part in list(pairwise(borders))[::4])
    elif follows:
        yield trim(text, Span(start, until))


def ended(text: str, span: Span, language: Language, comma: bool = True) -> re.Match[str] | None:
    """The sign, a dash or a comma, at which talk ends because reporting words follow: " – said Grey"."""
    signs = (m for m in CLOSING.finditer(text, *span) if comma or not m[0].startswith(","))
    return next((m for m in signs if _reports(text, m.end(), span.stop, language)), None)


def _reports(text: str, at: int, until: int, language: Language) -> bool:
    """Whether a reporting verb stands among the first words from there."""
    found = tokens(text[at : min(until, at + NEAR)])
    stop = next((i for i, word in enumerate(found[:WORDS]) if not word.text[0].isalnum()), WORDS)
    lexicon = language.lexicon("cues")
    return any(hit.row.frame == "verb" for i in range(min(stop, len(found))) for hit in lexicon.at(found, i))
