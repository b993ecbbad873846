"""The text of a page as blocks: its lines, with those put together again that a source broke in the middle of a sentence."""

from __future__ import annotations

import re
from typing import NamedTuple

from hearsay.model import Span

ENDS = frozenset('.!?…:;"”»“’)]}')
CARRIES_ON = frozenset(",;:.!?)]}%»”")
LINE = re.compile(r"\S[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]*")
BULLET = re.compile(r"^[\s•·▪●◦*►▶»›→–—-]+\s*")
SHORTEST_BROKEN = 40
"""Characters. A line of fewer that ends in a space is more often a menu's than half a sentence (looked at in broken saves of our own)."""


class Block(NamedTuple):
    """One line, or one paragraph, of a page: where it stands, how it reads, how many empty lines stand before it."""

    span: Span
    text: str
    gap: int

    @property
    def bare(self) -> str:
        """The words without a list's bullet before them."""
        return BULLET.sub("", self.text)


def blocks(text: str) -> list[Block]:
    """The blocks of a text, in order. White space around them is left out; a broken sentence is one block."""
    out: list[Block] = []
    before = 0
    for found in LINE.finditer(text):
        words, start = found.group().rstrip(), found.start()
        stop = start + len(words)
        gap = text.count("\n", before, start)
        if gap == 1 and out and _goes_on(text, out[-1], words):
            out[-1] = _together(text, out[-1], stop)
        else:
            out.append(Block(Span(start, stop), words, max(0, gap - 1) if out else gap))
        before = stop
    return out


def _goes_on(text: str, last: Block, words: str) -> bool:
    """Whether the line is the rest of the sentence before it."""
    if last.text[-1] in ENDS:
        return False
    if words[0] in CARRIES_ON or words[0].islower():
        return len(last.text) >= SHORTEST_BROKEN or words[0] in ",.;"
    return len(last.text) >= SHORTEST_BROKEN and text[last.span.stop : last.span.stop + 1] == " "


def _together(text: str, last: Block, stop: int) -> Block:
    span = Span(last.span.start, stop)
    return Block(span, " ".join(span.of(text).split()), last.gap)
