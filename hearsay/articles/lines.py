"""The blocks of a page in arrays: where they stand, what signs and words each has, which say the same. What not everyone asks for is made
when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import cached_property

import numpy as np
import numpy.typing as npt

from hearsay.articles.arrays import Bools, Keys, Numbers, Shares, at_places, places, sums
from hearsay.articles.blocks import Laid, lay
from hearsay.articles.letters import Kind, Kinds, letters, powers, stems

WORD = 0x85EBCA6B
"""Any odd number of many bits, another than the one by which letters are numbered, so that "a b" is not "ab"."""
SHORTEST_STEMMED = 3
"""Letters of a word that tells what a text is about."""
MARKS = np.isin(np.arange(Kind.ALL), (Kind.QUOTE, Kind.ARROW, Kind.CLOSE))
Column = npt.NDArray[np.generic]
Matrix = npt.NDArray[np.float32]


class Edge(IntEnum):
    """The words of a line that tell which set phrases it may be: of a beginning one or two, of an end the last."""

    FIRST, FIRST_TWO, LAST, ALL = range(4)


class Lines:
    """The blocks of a page, or some that follow each other, with their words and their signs.

    A sign is a character that is neither letter nor white space. `first` is the number of each block's first word, and after the last
    block's the number of words; `first_sign` the same of signs.
    """

    def __init__(self, text: str, some: Laid | None = None):
        self.text = text
        self.blocks, self.start, self.stop, self.gap = some or lay(text)
        self.seen = letters(text)
        borders = np.concatenate([self.start, self.stop[-1:] if len(self.stop) else [0]])
        first, first_sign = self.seen.words.start.searchsorted(borders), self.seen.signs.searchsorted(borders)
        self.words = self.seen.words.between(first[0], first[-1])
        self.signs = self.seen.signs[first_sign[0] : first_sign[-1]]
        self.first, self.first_sign = first - first[0], first_sign - first_sign[0]

    def part(self, some: slice) -> Lines:
        """Some of the blocks, as if they were all of a page."""
        return Lines(self.text, Laid(self.blocks[some], self.start[some], self.stop[some], self.gap[some]))

    @cached_property
    def size(self) -> Numbers:
        """How many characters each block has."""
        return self.stop - self.start

    @cached_property
    def number(self) -> Numbers:
        """How many words each block has."""
        return self.first[1:] - self.first[:-1]

    @cached_property
    def block(self) -> Numbers:
        """For each word the number of its block."""
        return np.repeat(np.arange(len(self.blocks)), self.number)

    @cached_property
    def lengths(self) -> Numbers:
        """How many letters each word has."""
        return self.words.stop - self.words.start

    @cached_property
    def letters(self) -> Shares:
        """How many letters each block has."""
        return self.summed(self.lengths)

    def summed(self, values: Column) -> Shares:
        """For each block the sum of what its words have."""
        sums: Shares = np.bincount(self.block, values, len(self.blocks)).astype(np.float64, copy=False)
        return sums

    @cached_property
    def sign_block(self) -> Numbers:
        """For each sign the number of its block."""
        return np.repeat(np.arange(len(self.blocks)), self.first_sign[1:] - self.first_sign[:-1])

    @cached_property
    def sign_kind(self) -> Kinds:
        """For each sign its kind."""
        return self.seen.kinds[self.signs]

    @cached_property
    def counts(self) -> Numbers:
        """How many signs of each kind a block has."""
        count = len(self.blocks)
        return np.bincount(self.sign_kind * np.int64(count) + self.sign_block, minlength=count * Kind.ALL).reshape(Kind.ALL, count).T

    def having(self, some: Bools) -> Numbers:
        """How many of some signs each block has."""
        return np.bincount(self.sign_block[some], minlength=len(self.blocks))

    @cached_property
    def spaces(self) -> Shares:
        """How many characters within each block are white space."""
        return self.size - self.letters - (self.first_sign[1:] - self.first_sign[:-1])

    @cached_property
    def wordless(self) -> list[int]:
        """The blocks without letters and digits."""
        return ((self.number == 0) & (self.counts[:, Kind.DIGIT] == 0)).nonzero()[0].tolist()

    @cached_property
    def ended(self) -> Bools:
        """Which blocks end in a full stop, up to three closing marks aside; before a block stands white space, where each look ends."""
        kinds, last = self.seen.kinds, self.stop - 1
        for _ in range(3):
            last = last - MARKS[kinds[last]]
        return kinds[last] == Kind.STOP

    # ------------------------------------------------------------------ what words say

    def told(self, by: Sequence[int]) -> list[int]:
        """For each block how many of its longer words some blocks tell too, whatever their endings; of a hundred others one may count."""
        return self._by_block(self.stems[1].compress(self._told(slice(None), by)))

    def told_of(self, i: int, by: Sequence[int]) -> int:
        """The same for one block, which takes half the time."""
        return int(np.count_nonzero(self._told(slice(*self.stems[1].searchsorted([i, i + 1])), by)))

    def _told(self, some: slice, by: Sequence[int]) -> Bools:
        """Which of some longer words some blocks tell."""
        tells = np.zeros(len(self.blocks), np.bool_)
        tells[list(by)] = True
        place, block = self.stems
        return at_places(place[some], place.compress(tells.take(block)))

    @cached_property
    def longer(self) -> list[int]:
        """For each block how many of its words are not short."""
        return self._by_block(self.stems[1])

    def _by_block(self, blocks: Numbers) -> list[int]:
        """How often each block is among these."""
        numbers: list[int] = np.bincount(blocks, minlength=len(self.blocks)).tolist()
        return numbers

    @cached_property
    def stems(self) -> tuple[Numbers, Numbers]:
        """For each word that is long enough to tell something the place of its beginning, and the number of its block."""
        some = (self.lengths >= SHORTEST_STEMMED).nonzero()[0]
        return places(stems(self.seen, self.words.start.take(some), self.words.stop.take(some))), self.block.take(some)

    # ------------------------------------------------------------------ what lines begin and end with

    @cached_property
    def begun(self) -> Keys:
        """For each block the number of its first word; one without words has another's."""
        return self._word(self.first[:-1])

    @cached_property
    def edges(self) -> Keys:
        """For each `Edge` a row: of each block a number of what stands there, the same for the same words."""
        two = self.begun * np.uint32(WORD) + self._word(self.first[:-1] + 1)
        return np.concatenate([self.begun, two, self._word(self.first[1:] - 1), self._said]).reshape(len(Edge), -1)

    def _word(self, some: Numbers) -> Keys:
        """The numbers of some words, or of the words nearest to them."""
        return self.words.key.take(some, mode="clip") if len(self.words.key) else np.zeros(len(some), np.uint32)

    @cached_property
    def edge_places(self) -> Numbers:
        """The places of all these."""
        return places(self.edges)

    @cached_property
    def said(self) -> list[int]:
        """For each block a number of its words, 0 where it has none."""
        numbers: list[int] = self._said.tolist()
        return numbers

    @cached_property
    def again(self) -> Bools:
        """Which blocks say in words what another says."""
        order = self._said.argsort()
        same = np.zeros(len(order) + 1, np.bool_)
        same[1:-1] = self._said[order[1:]] == self._said[order[:-1]]
        again = np.empty(len(order), np.bool_)
        again[order] = same[1:] | same[:-1]
        return again & (self.number > 0)

    @cached_property
    def _said(self) -> Keys:
        summed, inverse = self._in_order
        first, last = self.first[:-1], self.first[1:]
        return np.asarray((summed[last] - summed[first]) * inverse[first])

    @cached_property
    def _in_order(self) -> tuple[Keys, Keys]:
        """The words' numbers summed, each times a power that grows with its place, and what brings a sum back to the first place."""
        up, down = powers(len(self.words.key) + 1, WORD)
        return sums(self.words.key * up[: len(self.words.key)], np.uint32), down
