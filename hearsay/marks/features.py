"""What the tagger sees of a text: each word's type, and where it stands in sentence, paragraph, quotation and article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from hearsay.language import Language
from hearsay.marks import quotes
from hearsay.marks.scan import Paragraph
from hearsay.marks.scan import paragraphs as laid_out
from hearsay.marks.wordtypes import CLASSES, WordTypes
from hearsay.model import Span
from hearsay.text import Token

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

PLACES = (
    *("quote opens", "quote closes", "quoted", "quoted twice", "quote stays open", "quote carried on", "dialogue", "beside dialogue"),
    *("quote of 4", "quote of 12", "quote of 30", "long quote", "quote begins", "quote ends", "comma before close", "sign before open"),
    *("1 after close", "4 after close", "9 after close", "1 before open", "4 before open", "9 before open", "sentence with quote"),
    *("sentence begins", "sentence ends", "place 1", "place 2", "place 4", "place 8", "place 16", "place 99"),
    *("1 to end", "3 to end", "8 to end", "sentence 0", "sentence 1", "sentence 2", "sentence 9", "only sentence", "last sentence"),
    *("paragraph begins", "paragraph ends", "paragraph 0", "paragraph 1", "paragraph 2", "headline", "short paragraph", "space before"),
)
PLACE = {name: i for i, name in enumerate(PLACES)}


@dataclass(frozen=True, slots=True)
class Look:
    """An article as the tagger sees it, one row a token: number of the word's type, places, classes from phrases.

    `paragraph` and `sentence` are running numbers; `quote` is 0 outside quotations, else the running number of the outermost one.
    """

    tokens: list[Token]
    types: WordTypes
    numbers: Ints
    places: Floats
    phrases: Floats
    paragraph: Ints
    sentence: Ints
    quote: Ints


def look(text: str, paragraphs: Sequence[Span | Paragraph], language: Language, types: WordTypes, headline: Span | None = None) -> Look:
    """See an article: its paragraphs, laid open or as spans; before spans the headline, if it is given and none of them holds it."""
    laid = [p for p in paragraphs if isinstance(p, Paragraph)]
    if laid:
        return see(laid, types)
    spans = [p for p in paragraphs if isinstance(p, Span)]
    if headline is not None and not any(p.overlaps(headline) for p in spans):
        spans.insert(0, headline)
    return see(laid_out(text, spans, language, headline), types)


def see(paragraphs: Sequence[Paragraph], types: WordTypes) -> Look:
    """See an article of which the paragraphs are laid open, the headline one of them."""
    words = list(chain.from_iterable(p.tokens for p in paragraphs))
    starts = np.array([t.start for t in words], np.int64)
    places = np.zeros((len(words), len(PLACES)), np.float32)
    borders = np.cumsum([0, *(len(p.tokens) for p in paragraphs)])
    paragraph = np.repeat(np.arange(len(paragraphs)), np.diff(borders))
    _paragraphs(places, borders, paragraphs)
    if words:
        stops = np.array([t.stop for t in words], np.int64)
        places[1:, PLACE["space before"]] = starts[1:] > stops[:-1]
    sentence = _sentences(paragraphs, starts, paragraph, places)
    quote = _quotes(paragraphs, words, starts, places, sentence)
    listed = types.numbers(words)
    return Look(words, types, np.array(listed, np.int64), places, _phrases(types, words, listed), paragraph, sentence, quote)


def _phrases(types: WordTypes, words: list[Token], numbers: list[int]) -> Floats:
    """The classes that forms of several words give, where the single word does not have them."""
    out = np.zeros((len(words), len(CLASSES)), np.float32)
    found = list(types.phrases(words, numbers))
    if found:
        places = list(dict.fromkeys(place for place, _ in found))
        out[[place for place, given in found for _ in given], list(chain.from_iterable(given for _, given in found))] = 1
        out[places] *= 1 - np.array([types.classes[numbers[place]] for place in places])
    return out


def _paragraphs(places: Floats, borders: Ints, paragraphs: Sequence[Paragraph]) -> None:
    first = 0
    for n, p in enumerate(paragraphs):
        a, b = borders[n], borders[n + 1]
        if a == b:
            continue
        places[a, PLACE["paragraph begins"]] = places[b - 1, PLACE["paragraph ends"]] = 1
        if p.headline:
            places[a:b, PLACE["headline"]] = 1
            first = n + 1
        if n - first in (0, 1, 2):
            places[a:b, PLACE[f"paragraph {n - first}"]] = 1
        places[a:b, PLACE["short paragraph"]] = b - a < 15


def _columns(names: Sequence[str], bounds: Sequence[int]) -> Ints:
    """For each distance the column of the first name whose bound it does not exceed; the last stands for all beyond."""
    return np.array([PLACE[name] for name, size in zip(names, np.diff(bounds, prepend=-1), strict=True) for _ in range(size)])


FROM_START = _columns([f"place {n}" for n in (1, 2, 4, 8, 16, 99)], (0, 1, 3, 7, 15, 16))
TO_END = _columns(("1 to end", "3 to end", "8 to end"), (1, 3, 8))
RANK = _columns([f"sentence {n}" for n in (0, 1, 2, 9)], (0, 1, 2, 3))


def _mark(places: Floats, rows: Ints, distance: Ints, columns: Ints) -> None:
    """Mark each of these rows with the name that its distance has."""
    places[rows, columns.take(distance, mode="clip")] = 1


def _sentences(paragraphs: Sequence[Paragraph], starts: Ints, paragraph: Ints, places: Floats) -> Ints:
    """Number the sentences through the article and mark where in its sentence each token stands."""
    if not len(starts):
        return np.zeros(0, np.int64)
    opens = np.empty(len(starts), np.bool_)
    opens[0], opens[1:] = True, paragraph[1:] != paragraph[:-1]
    opens[np.searchsorted(starts, [s.start for p in paragraphs for s in p.sentences])] = True
    begins = np.flatnonzero(opens)
    ends = np.append(begins[1:], len(starts)) - 1
    number = np.cumsum(opens) - 1
    every = np.arange(len(starts))
    _among(paragraph[begins], number, every, places)
    places[begins, PLACE["sentence begins"]] = 1
    places[ends, PLACE["sentence ends"]] = 1
    _mark(places, every, every - begins[number], FROM_START)
    left = ends[number] - every
    near = np.flatnonzero(left < len(TO_END))
    _mark(places, near, left[near], TO_END)
    return number


def _among(owner: Ints, number: Ints, every: Ints, places: Floats) -> None:
    """Mark where among the sentences of its paragraph each token's stands, given each sentence's paragraph and each token's sentence."""
    border = np.ones(len(owner) + 1, np.bool_)
    border[1:-1] = owner[1:] != owner[:-1]
    opens, closes = border[:-1], border[1:]
    rank = np.arange(len(owner)) - np.flatnonzero(opens)[np.cumsum(opens) - 1]
    _mark(places, every, rank[number], RANK)
    places[:, PLACE["last sentence"]] = closes[number]
    places[:, PLACE["only sentence"]] = (opens & closes)[number]


def _quotes(paragraphs: Sequence[Paragraph], words: list[Token], starts: Ints, places: Floats, sentence: Ints) -> Ints:
    """Mark quotations and what stands beside them; tell each token the number of the outermost one it stands in."""
    number = np.zeros(len(words), np.int64)
    found = [(p, q) for p in paragraphs for q in p.quotes]
    limits = np.searchsorted(starts, [q.span for _, q in found] or np.zeros((0, 2))).tolist()
    carried = False
    for n, ((p, q), (a, b)) in enumerate(zip(found, limits, strict=True), 1):
        if a >= b:
            continue
        if q.level:
            places[a:b, PLACE["quoted twice"]] = 1
            continue
        number[a:b] = n
        _quote(places, q, a, b, words)
        places[a:b, PLACE["quote carried on"]] = carried and bool(places[a, PLACE["paragraph begins"]])
        carried = q.kind == "marks" and not q.closed and q.span.stop == p.span.stop
        first, last = np.searchsorted(sentence, (sentence[a], sentence[a] + 1))
        places[first:last, PLACE["sentence with quote"]] = 1
    return number


def _quote(places: Floats, q: quotes.Quote, a: int, b: int, words: list[Token]) -> None:
    size = b - a
    name = "quote of 4" if size <= 4 else "quote of 12" if size <= 12 else "quote of 30" if size <= 30 else "long quote"
    for mark in ("quoted", name):
        places[a:b, PLACE[mark]] = 1
    places[a, PLACE["quote opens"]] = places[b - 1, PLACE["quote closes"]] = 1
    places[a : a + 3, PLACE["quote begins"]] = 1
    places[max(a, b - 3) : b, PLACE["quote ends"]] = 1
    places[a:b, PLACE["quote stays open"]] = not q.closed
    if q.kind == "dash":
        places[a:b, PLACE["dialogue"]] = 1
        places[b : b + 12, PLACE["beside dialogue"]] = 1
    before = words[b - 2].text if q.closed and size > 2 else ""
    places[a:b, PLACE["comma before close"]] = before in (",", ".", "!", "?", "…")
    places[a:b, PLACE["sign before open"]] = a > 0 and words[a - 1].text in (":", ",")
    for name, near, far in (("1", 0, 1), ("4", 1, 4), ("9", 4, 9)):
        places[b + near : b + far, PLACE[f"{name} after close"]] = 1
        places[max(0, a - far) : max(0, a - near), PLACE[f"{name} before open"]] = 1
