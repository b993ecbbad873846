"""The text of a page as blocks: its lines, with those put together again that a source broke in the middle of a sentence."""

from __future__ import annotations

from typing import NamedTuple

from hearsay.model import Span

ENDS = frozenset('.!?…:;"”»“’)]}')
STOPS, CLOSING_MARKS = frozenset(".!?…"), '"”»“’)]'
CARRIES_ON = frozenset(",;:.!?)]}%»”")
BULLETS = "•·▪●◦*►▶»›→–—-"
"""What the rows of a list begin with."""
JOINED = frozenset(",.;")
SHORTEST_BROKEN = 40
"""Characters. A line of fewer that ends in a space is more often a menu's than half a sentence (looked at in broken saves of our own)."""


class Block(NamedTuple):
    """One line, or one paragraph, of a page: where it stands, how it reads, how many empty lines stand before it."""

    span: Span
    text: str
    gap: int


_new = tuple.__new__  # what Block() and Span() do, at once


def blocks(text: str) -> list[Block]:
    """The blocks of a text, in order. White space around them is left out; a broken sentence is one block."""
    out: list[Block] = []
    at, gap, begun, long, is_open = 0, 0, 0, False, False
    for line in text.splitlines(keepends=True):
        if words := line.strip():
            start = at if line[0] == words[0] else at + line.index(words)
            stop = start + len(words)
            if gap == 1 and is_open and (long or words[0] in JOINED) and _goes_on(text, out[-1], words):
                out[-1] = _together(text, out[-1], stop)
            else:
                out.append(_new(Block, (_new(Span, (start, stop)), words, gap - 1 if gap and out else gap)))
                begun = start
            long, is_open = stop - begun >= SHORTEST_BROKEN, words[-1] not in ENDS
            gap = 0
        gap += line[-1] == "\n"
        at += len(line)
    return out


def ends_sentence(text: str) -> bool:
    """Whether a text ends in a full stop, a few closing marks aside."""
    last = text[-1:]
    return last in STOPS or (last in CLOSING_MARKS and text[-5:].rstrip(CLOSING_MARKS)[-1:] in STOPS)


def _goes_on(text: str, last: Block, words: str) -> bool:
    """Whether the line reads like the rest of the line before it."""
    return words[0] in CARRIES_ON or words[0].islower() or text[last.span.stop] == " "


def _together(text: str, last: Block, stop: int) -> Block:
    span = Span(last.span.start, stop)
    return Block(span, " ".join(span.of(text).split()), last.gap)
