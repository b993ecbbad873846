"""Which words the blocks of a page have in common: a line with the page's title, a headline with the body. Counted for all at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from hearsay.articles.arrays import Bools, different, numbered
from hearsay.articles.blocks import Block
from hearsay.articles.letters import Numbers, Words

HALF = 32
"""Bits of a number that stands beside another in one."""


class Common(NamedTuple):
    """The different words of each of a page's blocks: `block` and `word` are pairs of numbers, in order of blocks."""

    block: Numbers
    word: Numbers
    blocks: int

    def different(self) -> Numbers:
        """How many different words each block has."""
        return np.bincount(self.block, minlength=self.blocks)

    def shared(self, told: Iterable[int]) -> Numbers:
        """How many of its different words each block has in common with some blocks, taken together."""
        return np.bincount(self.block[self._of(told)[self.word]], minlength=self.blocks)

    def shares(self, *some: Sequence[int]) -> int:
        """How many different words stand in each of these lots of blocks."""
        return int(np.logical_and.reduce([self._of(lot) for lot in some]).sum())

    def _of(self, some: Iterable[int]) -> Bools:
        """Which words stand in these blocks."""
        among = np.zeros(self.blocks, np.bool_)
        among[list(some)] = True
        found = np.zeros(int(self.word.max(initial=-1)) + 1, np.bool_)
        found[self.word[among[self.block]]] = True
        return found


def common(words: Words, blocks: Sequence[Block]) -> Common:
    """The words of the blocks, which follow each other in the text with nothing but white space between them."""
    first, last = np.searchsorted(words.start, (blocks[0].span.start, blocks[-1].span.stop))
    starts = np.searchsorted(words.start[first:last], [block.span[0] for block in blocks])
    block = np.repeat(np.arange(len(blocks)), np.diff(starts, append=last - first))
    pairs = different((block << HALF) + numbered(words.key[first:last])[0])
    return Common(pairs >> HALF, pairs & ((1 << HALF) - 1), len(blocks))
