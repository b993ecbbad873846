"""The text of a page as blocks: its lines, with those put together again that a source broke in the middle of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import repeat
from typing import NamedTuple

import numpy as np

from hearsay.articles.arrays import Numbers
from hearsay.articles.letters import Kind, Letters, letters, stretches
from hearsay.model import Span

ENDS = frozenset('.!?…:;"”»“’)]}')
STOPS, CLOSING_MARKS = frozenset(".!?…"), '"”»“’)]'
CARRIES_ON = frozenset(",;:.!?)]}%»”")
BULLETS = "•·▪●◦*►▶»›→–—-"
"""What the rows of a list begin with."""
JOINED = frozenset(",.;")
ENDING = np.isin(np.arange(0x10000), [*map(ord, ENDS)])
SMALL_OR_SIGN = np.isin(np.arange(Kind.ALL), [*range(0, Kind.LETTERS, 2), *range(Kind.DIGIT + 1, Kind.SPACE)])
NEWLINE, BLANK = map(ord, "\n ")
STAMPED, STAMP = re.compile(r"[^\W\d_]{3,12},?\s(?:[^\W\d_]{1,2}\s)?\d{1,2}[:.]\d\d(?:\s[^\W\d_]{1,4}\.?)?"), 24
"""A time on a line of its own, in small letters: "today, 14:32"; and its characters."""
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
    start, stop, gap = _lines(seen)
    edges = start.tolist(), stop.tolist()
    goes_on = _going_on(text, *edges, _may_go_on(seen, start, stop, gap))
    if goes_on:
        goes_on, start, stop, gap = _together(goes_on, start, stop, gap)
        edges = start.tolist(), stop.tolist()
    gap[1:] = np.maximum(gap[1:] - 1, 0)  # of the ends of lines before each, all but the first's own taken away
    spans = list(map(_new, repeat(Span), zip(*edges, strict=True)))
    texts = [text[a:b] for a, b in spans]
    for i in goes_on:
        texts[i] = " ".join(texts[i].split())
    return Laid(list(map(_new, repeat(Block), zip(spans, texts, gap.tolist(), strict=True))), start, stop, gap)


def _lines(seen: Letters) -> tuple[Numbers, Numbers, Numbers]:
    """Where each line that is not empty starts and stops, and how many lines end before it and after the one above."""
    start, stop = stretches(seen.kinds < Kind.SPACE)
    breaks = (seen.kinds == Kind.BREAK).nonzero()[0]
    edges = np.concatenate([[0], start.searchsorted(breaks), [len(start)]])
    full = edges[1:] > edges[:-1]
    start, stop = start[edges[:-1][full]], stop[edges[1:][full] - 1]
    gap = breaks[seen.codes[breaks] == NEWLINE].searchsorted(start)
    gap[1:] -= gap[:-1].copy()
    return start, stop, gap


def _may_go_on(seen: Letters, start: Numbers, stop: Numbers, gap: Numbers) -> list[int]:
    """The lines that begin small, or with a sign, or behind a space, right below one that ends in no sign of an end."""
    opens = SMALL_OR_SIGN[seen.kinds[start[1:]]] | (seen.codes[stop[:-1]] == BLANK)
    may = opens & (gap[1:] == 1) & ~ENDING.take(seen.codes[stop[:-1] - 1], mode="clip")
    lines: list[int] = (may.nonzero()[0] + 1).tolist()
    return lines


def _going_on(text: str, starts: Sequence[int], stops: Sequence[int], some: Sequence[int]) -> list[int]:
    """Those of some lines that read like the rest of the line before them, which is no menu's."""
    begun: dict[int, int] = {}
    for i in some:
        first, before = text[starts[i]], stops[i - 1]
        begins = begun.get(i - 1, starts[i - 1])
        reads_on = first in CARRIES_ON or first.islower() or text[before] == " "
        is_time = stops[i] - starts[i] <= STAMP and STAMPED.fullmatch(text, starts[i], stops[i])
        if reads_on and not is_time and (before - begins >= SHORTEST_BROKEN or first in JOINED):
            begun[i] = begins
    return list(begun)


def _together(goes_on: Sequence[int], start: Numbers, stop: Numbers, gap: Numbers) -> tuple[list[int], Numbers, Numbers, Numbers]:
    """Which blocks are of several lines, if these lines go on from the one before; and where all of them stand, and what is before them."""
    begins = np.ones(len(start), np.bool_)
    begins[goes_on] = False
    several = dict.fromkeys((begins.cumsum()[goes_on] - 1).tolist())
    return list(several), start[begins], stop[np.append(begins[1:], True)], gap[begins]


def ends_sentence(text: str) -> bool:
    """Whether a text ends in a full stop, a few closing marks aside."""
    last = text[-1:]
    return last in STOPS or (last in CLOSING_MARKS and text[-5:].rstrip(CLOSING_MARKS)[-1:] in STOPS)
