"""The language of an article, and which of its paragraphs are in another: a quoted line stays, a neighbour's sidebar is clutter.

Told by function words, of which every language has its own. What is closer than they can tell is asked of `identify`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

from hearsay.articles.arrays import PLACES, Numbers
from hearsay.articles.letters import letters
from hearsay.language import Language, identify, known, load
from hearsay.model import Span
from hearsay.text import fold

SAMPLE = 1500
"""Characters that tell a language: 1,500 agree with the whole text, and cost a third."""
SHORTEST = 40
"""Characters. Shorter lines are names and titles, which are nobody's language."""
SURE = 0.98
COMMON = 0.15
"""Share of a language's function words from which a text is in it, if it has half as many of any other's. Running text has a third."""
MOST = 0.4
"""Share of a body from which foreign paragraphs are the article, whatever its beginning is in."""
QUOTES = "\"'«„“”‘"


def language_of(text: str, paragraphs: Sequence[Span], languages: Mapping[str, Language]) -> str:
    """The language of a body, not of the page around it."""
    said, words = _function_words(text, tuple(paragraphs))
    counts = said.sum(axis=1)
    second, most = np.sort(counts)[-2:].tolist()
    clear = most >= COMMON * words and most >= 2 * second and most > 0
    code = _codes()[int(np.argmax(counts))] if clear else identify(" ".join(span.of(text) for span in paragraphs)[:SAMPLE])[0]
    return code if code in languages else next(iter(languages))


def foreign(text: str, paragraphs: Sequence[Span], code: str, languages: Mapping[str, Language]) -> dict[Span, str]:
    """The paragraphs in a known language that is not the article's, with its code: those with more function words of another."""
    said, _ = _function_words(text, tuple(paragraphs))
    found = {}
    for span in (paragraphs[i] for i in (said.max(axis=0) > said[_codes().index(code)]).nonzero()[0].tolist()):
        other, sure = identify(span.of(text)) if span.stop - span.start >= SHORTEST else (code, 1.0)
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


@lru_cache(maxsize=2)
def _function_words(text: str, paragraphs: tuple[Span, ...]) -> tuple[Numbers, int]:
    """How many words of each paragraph are function words, a row for each known language; and how many words all have."""
    words = letters(text).words
    first, last = (words.start.searchsorted([span[end] for span in paragraphs]) for end in (0, 1))
    if not len(first):
        return np.zeros((len(_codes()), 0), np.int64), 0
    languages = _languages()[words.place[first[0] : last[-1]]]
    of_each = (languages >> np.arange(len(_codes()), dtype=np.uint16)[:, None]) & 1
    summed = np.zeros((len(_codes()), len(languages) + 1), np.int64)
    of_each.cumsum(axis=1, out=summed[:, 1:])
    return summed[:, last - first[0]] - summed[:, first - first[0]], int((last - first).sum())


@cache
def _codes() -> tuple[str, ...]:
    return known()


@cache
def _languages() -> npt.NDArray[np.uint16]:
    """At the place of each word a bit for each language that has it among its function words."""
    out = np.zeros(PLACES, np.uint16)
    for bit, code in enumerate(_codes()):
        for row in load(code).rows("words"):
            words = letters(fold(row.form.lstrip("="))).words
            if len(words.place) == 1:
                out[words.place] |= np.uint16(1 << bit)
    return out
