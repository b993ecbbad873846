"""The language of an article, and which of its paragraphs are in another: a quoted line stays, a neighbour's sidebar is clutter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hearsay.articles.arrays import among, different
from hearsay.articles.letters import Keys, Kind, counted, letters, unlike
from hearsay.language import Language, identify, load
from hearsay.model import Span
from hearsay.text import APOSTROPHES, fold

SAMPLE = 1500
"""Characters that tell a language: 1,500 agree with the whole text, and cost a third."""
SHORTEST = 40
"""Characters. Shorter lines are names and titles, which are nobody's language."""
SURE = 0.98
COMMON = 0.1
"""Share of function words below which a paragraph is looked at: running text of our languages has three times as many."""
MOST = 0.4
"""Share of a body from which foreign paragraphs are the article, whatever its beginning is in."""
QUOTES = "\"'«„“”‘"
BEYOND_LATIN = 0x250
BEYOND = 0.1
"""Share of another alphabet's letters from which a paragraph is looked at: with fewer it is names and titles that are not its own."""
JOINING = np.isin(np.arange(0x10000), [ord(sign) for sign in f"-'{APOSTROPHES}"])


def language_of(text: str, paragraphs: Sequence[Span], languages: Mapping[str, Language]) -> str:
    """The language of the body's first thousand characters or so in the alphabet that most of it is in, not of the page around it.

    A line of Cyrillic among Latin ones has more bytes than its share and would outweigh them.
    """
    kinds: dict[bool, list[str]] = {True: [], False: []}
    for span, beyond in zip(paragraphs, counted(letters(text).codes >= BEYOND_LATIN, paragraphs), strict=True):
        kinds[2 * beyond <= span.stop - span.start].append(span.of(text))
    code = identify(" ".join(max(kinds.values(), key=lambda some: sum(map(len, some))))[:SAMPLE])[0]
    return code if code in languages else next(iter(languages))


def foreign(text: str, paragraphs: Sequence[Span], code: str, languages: Mapping[str, Language]) -> dict[Span, str]:
    """The paragraphs in a known language that is not the article's, with its code."""
    found = {}
    long = [span for span in paragraphs if span.stop - span.start >= SHORTEST]
    for span, strange in zip(long, _strange(text, long, code), strict=True):
        if strange:
            other, sure = identify(span.of(text))
            if other != code and other in languages and sure >= SURE:
                found[span] = other
    return found


def sidebars(text: str, paragraphs: Sequence[Span], others: Mapping[Span, str]) -> frozenset[Span]:
    """Foreign paragraphs at a body's beginning or end that are no quotation."""
    out: set[Span] = set()
    for run in (paragraphs, paragraphs[::-1]):
        for span in run:
            if span not in others or text[span.start] in QUOTES:
                break
            out.add(span)
    whole = sum(span.stop - span.start for span in paragraphs)
    return frozenset(out) if sum(span.stop - span.start for span in out) < MOST * whole else frozenset()


def _strange(text: str, paragraphs: Sequence[Span], code: str) -> list[bool]:
    """Whether a paragraph has a letter of the language's alphabet that its own words never have, more than names and titles in another,
    or hardly any of its function words.
    """
    seen, dress = letters(text), _dress(code)
    signs = np.minimum(seen.codes, len(dress.never) - 1)
    never, beyond = counted(dress.never[signs], paragraphs), counted(dress.beyond[signs], paragraphs)
    common = np.zeros(len(seen.codes), np.bool_)
    common[seen.words.start[among(seen.words.key, dress.common)]] = True
    of_language, of_all = counted(common, paragraphs), counted(_tokens(text), paragraphs)
    return [
        alien > 0 or other > BEYOND * (span.stop - span.start) or function < COMMON * number
        for span, alien, other, function, number in zip(paragraphs, never, beyond, of_language, of_all, strict=True)
    ]


def _tokens(text: str) -> npt.NDArray[np.bool_]:
    """Where a word or a sign begins; a hyphen or an apostrophe within a word, and what follows it, begin none."""
    kinds, codes = letters(text).kinds, letters(text).codes
    word = kinds <= Kind.DIGIT
    begins = kinds != Kind.SPACE
    begins[1:] &= ~(word[1:] & word[:-1])
    joins = np.flatnonzero(JOINING[np.minimum(codes, len(JOINING) - 1)])
    joins = joins[word[joins - 1] & word[joins + 1]]
    begins[joins] = begins[joins + 1] = False
    return begins


class Dress(NamedTuple):
    """How a language looks: of each character whether it is a letter of its alphabet that its own words never have, or one of another
    alphabet; and the numbers of its function words (see `letters`).
    """

    never: npt.NDArray[np.bool_]
    beyond: npt.NDArray[np.bool_]
    common: Keys


@cache
def _dress(code: str) -> Dress:
    language = load(code)
    forms = [row.form for table in ("words", "cues", "times") for row in language.rows(table)]
    functional = (letters(fold(row.form.lstrip("="))).words.key for row in language.rows("words"))
    return Dress(*unlike(" ".join(forms)), different(np.concatenate([keys for keys in functional if len(keys) == 1])))
