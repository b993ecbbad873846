"""The language of an article, and which of its paragraphs are in another: a quoted line stays, a neighbour's sidebar is clutter.

Told by function words, of which every language has its own; one that several have counts for each by its share. What is closer than they
can tell is asked of `identify`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain

import numpy as np
import numpy.typing as npt

from hearsay.articles.arrays import PLACES, Numbers, Shares
from hearsay.articles.letters import letters
from hearsay.language import Language, identify, known, load
from hearsay.model import Span
from hearsay.text import fold

SAMPLE = 1000
"""Characters that tell a language: 1,000 agree with 1,500 on every development page."""
SHORTEST = 40
"""Characters. Shorter lines are names and titles, which are nobody's language."""
SURE = 0.98
COMMON = 0.12
"""Share of a language's function words from which a text is in it, if it has half as many of any other's. Running text has a fourth."""
ENOUGH = 20
"""Words from which function words tell; of fewer, one taken for another's (see `arrays.places`) is too many."""
SOME = 0.1
"""Share of them from which a paragraph may be in another language than the text."""
MOST = 0.4
"""Share of a body from which foreign paragraphs are the article, whatever its beginning is in."""
QUOTES = "\"'«„“”‘"


def language_of(text: str, paragraphs: Sequence[Span], languages: Mapping[str, Language]) -> str:
    """The language of a body, not of the page around it."""
    said, words = _function_words(text, tuple(paragraphs))
    counts, number = said.sum(axis=0).tolist(), int(words.sum())
    second, most = sorted(counts)[-2:]
    clear = number >= ENOUGH and most >= COMMON * number and most >= 2 * second
    code = _codes()[counts.index(most)] if clear else identify(" ".join(span.of(text) for span in paragraphs)[:SAMPLE])[0]
    return code if code in languages else next(iter(languages))


def foreign(text: str, paragraphs: Sequence[Span], code: str, languages: Mapping[str, Language]) -> dict[Span, str]:
    """The paragraphs in a known language that is not the article's, with its code: those with more function words of it, and enough."""
    said, words = _function_words(text, tuple(paragraphs))
    most = said.max(axis=1)
    found = {}
    for span in (paragraphs[i] for i in ((most > said[:, _codes().index(code)]) & (most >= SOME * words)).nonzero()[0].tolist()):
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
def _function_words(text: str, paragraphs: tuple[Span, ...]) -> tuple[Shares, Numbers]:
    """How many function words of each known language each paragraph has, one that several share divided between them; how many words."""
    words = letters(text).words
    edges = words.start.searchsorted([*chain.from_iterable(paragraphs)])
    number = edges[1:] - edges[:-1]  # by turns of a paragraph and of what stands between it and the next
    rows, shares = _shares()
    sets = rows.take(words.place[edges[0] : edges[-1]]) if len(edges) else rows[:0]
    stretch = np.repeat(np.arange(0, len(shares) * len(number), len(shares)), number)
    counts = np.bincount(stretch + sets, minlength=len(shares) * len(number))
    return counts.reshape(-1, len(shares))[::2] @ shares, number[::2]


@cache
def _codes() -> tuple[str, ...]:
    return known()


@cache
def _shares() -> tuple[npt.NDArray[np.uint16], Shares]:
    """At the place of each word a number of the languages that have it among their function words; for each number what share is whose."""
    has = np.zeros((PLACES, len(_codes())), np.bool_)
    for language, code in enumerate(_codes()):
        for row in load(code).rows("words"):
            words = letters(fold(row.form.lstrip("="))).words
            if len(words.place) == 1:
                has[words.place, language] = True
    sets, rows = np.unique(np.packbits(has, axis=1), axis=0, return_inverse=True)
    of = np.unpackbits(sets, axis=1, count=len(_codes()))
    return rows.reshape(-1).astype(np.uint16), of / np.maximum(of.sum(axis=1, keepdims=True), 1)
