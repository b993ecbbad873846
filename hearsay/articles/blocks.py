"""The text of a page as blocks: its lines, with those put together again that a source broke in the middle of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from typing import NamedTuple

import numpy as np

from hearsay.articles.arrays import Numbers, among
from hearsay.articles.letters import Kind, Letters, letters
from hearsay.model import Span

ENDS = frozenset('.!?…:;"”»“’)]}')
STOPS, CLOSING_MARKS = frozenset(".!?…"), '"”»“’)]'
CARRIES_ON = frozenset(",;:.!?)]}%»”")
BULLETS = "•·▪●◦*►▶»›→–—-"
"""What the rows of a list begin with."""
JOINED = frozenset(",.;")
END_CODES = np.array(sorted(map(ord, ENDS)), np.uint32)
SMALL_OR_SIGN = np.isin(np.arange(Kind.ALL), [*range(0, Kind.LETTERS, 2), *range(Kind.DIGIT + 1, Kind.SPACE)])
NEWLINE, BLANK = map(ord, "\n ")
SHORTEST_BROKEN = 40
"""Characters. A line of fewer that ends in a space is more often a menu's than half a sentence (looked at in broken saves of our own)."""


class Block(NamedTuple):
    """One line, or one paragraph, of a page: where it stands, how it reads, how many empty lines stand before it."""

    span: Span
    text: str
    gap: int

    @property
    def is_joined(self) -> bool:
        """Whether its text is not as the page has it, since it was broken there."""
        return len(self.text) != self.span.stop - self.span.start


class Laid(NamedTuple):
    """A page's blocks, in order, and in arrays where each starts and stops and how many empty lines stand before it."""

    blocks: list[Block]
    start: Numbers
    stop: Numbers
    gap: Numbers


_new = tuple.__new__  # what Block() and Span() do, at once


def blocks(text: str) -> list[Block]:
    """The blocks of a text, in order. White space around them is left out; a broken sentence is one block."""
    return lay(text).blocks


def lay(text: str) -> Laid:
    """The blocks with what is known of all at once."""
    seen = letters(text)
    solid, breaks = (seen.kinds < Kind.SPACE).nonzero()[0], (seen.kinds == Kind.BREAK).nonzero()[0]
    edges = np.concatenate([[0], solid.searchsorted(breaks), [len(solid)]])
    full = edges[1:] > edges[:-1]
    start, stop = solid[edges[:-1][full]], solid[edges[1:][full] - 1] + 1
    gap = breaks[seen.codes[breaks] == NEWLINE].searchsorted(start)
    gap[1:] -= gap[:-1].copy()
    if goes_on := _going_on(text, seen, start, stop, gap):
        return _together(text, goes_on, start, stop, gap)
    return _laid([text[a:b] for a, b in zip(start.tolist(), stop.tolist(), strict=True)], start, stop, gap)


def _laid(texts: Sequence[str], start: Numbers, stop: Numbers, gap: Numbers) -> Laid:
    """The blocks that read so, of the ends of lines before each all but the first's own taken away."""
    gap[1:] = np.maximum(gap[1:] - 1, 0)
    spans = map(_new, repeat(Span), zip(start.tolist(), stop.tolist(), strict=True))
    return Laid(list(map(_new, repeat(Block), zip(spans, texts, gap.tolist(), strict=True))), start, stop, gap)


def _going_on(text: str, seen: Letters, start: Numbers, stop: Numbers, gap: Numbers) -> list[int]:
    """The lines that read like the rest of the line before them: that ends in no sign of an end, and is no menu's."""
    opens = SMALL_OR_SIGN[seen.kinds[start[1:]]] | (seen.codes[stop[:-1]] == BLANK)
    may = (gap[1:] == 1) & opens & ~among(seen.codes[stop[:-1] - 1], END_CODES)
    begun, ends, out = start.tolist(), stop.tolist(), []
    for i in (may.nonzero()[0] + 1).tolist():
        first, before = text[begun[i]], ends[i - 1]
        reads_on = first in CARRIES_ON or first.islower() or text[before] == " "
        if reads_on and (before - begun[i - 1] >= SHORTEST_BROKEN or first in JOINED):
            begun[i] = begun[i - 1]
            out.append(i)
    return out


def _together(text: str, goes_on: Sequence[int], start: Numbers, stop: Numbers, gap: Numbers) -> Laid:
    """The blocks, some of whose lines go on from the one before."""
    begins = np.ones(len(start), np.bool_)
    begins[goes_on] = False
    start, stop, gap = start[begins], stop[np.append(begins[1:], True)], gap[begins]
    texts = [text[a:b] for a, b in zip(start.tolist(), stop.tolist(), strict=True)]
    for i in {*(begins.cumsum()[goes_on] - 1).tolist()}:
        texts[i] = " ".join(texts[i].split())
    return _laid(texts, start, stop, gap)


def ends_sentence(text: str) -> bool:
    """Whether a text ends in a full stop, a few closing marks aside."""
    last = text[-1:]
    return last in STOPS or (last in CLOSING_MARKS and text[-5:].rstrip(CLOSING_MARKS)[-1:] in STOPS)
