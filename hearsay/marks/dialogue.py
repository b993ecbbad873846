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

DASH = "[-–—―]"
OPENING = re.compile(rf"{DASH}\s+(?=[\w„«“\"])")
AFTER_SENTENCE = re.compile(rf"[.!?…][”»\"]?\s+(?={DASH}\s+[^\W\d_])")
CLOSING = re.compile(rf"(?:(?<=\s){DASH}|,)\s+")
AGAIN = re.compile(rf",\s+{DASH}\s+")
PARTED = re.compile(rf"\s{DASH}\s")
NEAR = 48  # characters in which the reporting verb begins
WORDS = 3  # words from which the verb may be the last


def turns(text: str, span: Span, language: Language) -> list[Span]:
    """The turns in one paragraph, without their dashes, in order."""
    bounds = [span.start] if OPENING.match(text, span.start, span.stop) else []
    bounds += [m.end() for m in AFTER_SENTENCE.finditer(text, span.start, span.stop) if _begins_sentence(text, m.end())]
    found: list[Span] = []
    for at, until in pairwise([*bounds, span.stop]):
        found += _turns(text, at, until, language, at == span.start, bool(found))
    return found


def _begins_sentence(text: str, dash: int) -> bool:
    opened = OPENING.match(text, dash)
    return opened is not None and text[opened.end()].isupper()


def _turns(text: str, dash: int, until: int, language: Language, first: bool, follows: bool) -> Iterator[Span]:
    """The turn that this dash opens, up to the sign before its reporting verb, and what goes on after the narrator's words.

    Without a reporting verb a dash opens talk only first in a paragraph (every other part is the narrator's then) or after other talk.
    """
    opened = OPENING.match(text, dash)
    start = opened.end() if opened else dash
    signs = (m for m in CLOSING.finditer(text, start, until) if first or not m[0].startswith(","))
    closing = next((m for m in signs if _reports(text[m.end() : min(until, m.end() + NEAR)], language)), None)
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


def _reports(words: str, language: Language) -> bool:
    """Whether a reporting verb stands among the first words."""
    found = tokens(words)
    stop = next((i for i, word in enumerate(found[:WORDS]) if not word.text[0].isalnum()), WORDS)
    lexicon = language.lexicon("cues")
    return any(hit.row.frame == "verb" for i in range(min(stop, len(found))) for hit in lexicon.at(found, i))
