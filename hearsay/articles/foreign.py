"""The language of an article, and which of its paragraphs are in another: a quoted line stays, a neighbour's sidebar is clutter.

Told by function words, of which every language has its own. What is closer than they can tell is asked of `identify`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain

import numpy as np
import numpy.typing as npt

from hearsay.articles.arrays import PLACES, Numbers
from hearsay.articles.letters import letters
from hearsay.language import Language, identify, known, load
from hearsay.model import Span
from hearsay.text import fold

SAMPLE = 1000
"""Characters that tell a language: 1,000 agree with 1,500 on every development page."""
SHORTEST = 40
"""Characters. Shorter lines are names and titles, which are nobody's language."""
SURE = 0.98
COMMON = 0.15
"""Share of a language's function words from which a text is in it, if it has half as many of any other's. Running text has a third."""
ENOUGH = 20
"""Words from which function words tell; of fewer, one taken for another's (see `arrays.places`) is too many."""
SOME = 0.08
"""Share of them from which a paragraph may be in another language than the text."""
MOST = 0.4
"""Share of a body from which foreign paragraphs are the article, whatever its beginning is in."""
QUOTES = "\"'«„“”‘"


def language_of(text: str, paragraphs: Sequence[Span], languages: Mapping[str, Language]) -> str:
    """The language of a body, not of the page around it."""
    said, words = _function_words(text, tuple(paragraphs))
    counts, number = said.sum(axis=1).tolist(), int(words.sum())
    second, most = sorted(counts)[-2:]
    clear = number >= ENOUGH and most >= COMMON * number and most >= 2 * second
    code = _codes()[counts.index(most)] if clear else identify(" ".join(span.of(text) for span in paragraphs)[:SAMPLE])[0]
    return code if code in languages else next(iter(languages))


def foreign(text: str, paragraphs: Sequence[Span], code: str, languages: Mapping[str, Language]) -> dict[Span, str]:
    """The paragraphs in a known language that is not the article's, with its code: those with more function words of it, and enough."""
    said, words = _function_words(text, tuple(paragraphs))
    most = said.max(axis=0, initial=0)
    found = {}
    for span in (paragraphs[i] for i in ((most > said[_codes().index(code)]) & (most >= SOME * words)).nonzero()[0].tolist()):
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
def _function_words(text: str, paragraphs: tuple[Span, ...]) -> tuple[Numbers, Numbers]:
    """How many words of each paragraph are function words, a row for each known language; and how many it has."""
    words = letters(text).words
    edges = words.start.searchsorted([*chain.from_iterable(paragraphs)])
    first, last = edges[::2], edges[1::2]
    start, stop = edges[[0, -1]] if len(edges) else (0, 0)
    languages = _languages()[words.place[start:stop]]
    known = languages.nonzero()[0]
    of_each = np.zeros((len(_codes()), len(known) + 1), np.int64)
    ((languages[known] >> _bits()) & 1).cumsum(axis=1, out=of_each[:, 1:])
    sums = of_each[:, known.searchsorted(edges - start)]
    return sums[:, 1::2] - sums[:, ::2], last - first


@cache
def _codes() -> tuple[str, ...]:
    return known()


@cache
def _bits() -> Numbers:
    """A column with a row for each known language: the number of its bit."""
    return np.arange(len(_codes()))[:, None]


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
