"""The blocks of a page in arrays: where they stand, what characters and words each has, which say the same. Each array is made when it is
first asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from hearsay.articles.arrays import Bools, Keys, Numbers, numbered, places
from hearsay.articles.blocks import Block
from hearsay.articles.letters import Kind, Letters, Words, letters, powers, stems

WORD = 0x85EBCA6B
"""Any odd number of many bits, another than the one by which letters are numbered, so that "a b" is not "ab"."""
COLON = ord(":")
MARKS = np.isin(np.arange(Kind.ALL), (Kind.QUOTE, Kind.ARROW, Kind.CLOSE))
Column = npt.NDArray[np.generic]
Matrix = npt.NDArray[np.float32]
Shares = npt.NDArray[np.floating]


class Lines:
    """Some blocks that follow each other on a page."""

    def __init__(self, text: str, blocks: Sequence[Block]):
        self.text, self.blocks = text, blocks

    @cached_property
    def seen(self) -> Letters:
        """The text's characters."""
        return letters(self.text)

    @cached_property
    def signs(self) -> Numbers:
        """Where in the text characters stand that are neither letters nor white space."""
        kinds = self.seen.kinds
        return ((kinds >= Kind.LETTERS) & (kinds != Kind.SPACE)).nonzero()[0]

    @cached_property
    def start(self) -> Numbers:
        return np.array([start for (start, _), _, _ in self.blocks], np.int64)

    @cached_property
    def stop(self) -> Numbers:
        return np.array([stop for (_, stop), _, _ in self.blocks], np.int64)

    @cached_property
    def size(self) -> Numbers:
        """How many characters each block has."""
        return self.stop - self.start

    @cached_property
    def counts(self) -> Matrix:
        """How many characters of each kind a block has, with the white space behind it."""
        count, start = len(self.blocks), self.start
        kinds = self.seen.kinds[start[0] : len(self.text)]
        of = np.repeat(np.arange(count) * Kind.ALL, np.diff(start, append=len(self.text)))
        return np.bincount(of + kinds, minlength=count * Kind.ALL).reshape(count, Kind.ALL).astype(np.float32)

    @cached_property
    def spaces(self) -> Matrix:
        """How many characters within each block are white space."""
        behind = np.append(self.start[1:], len(self.text)) - self.stop
        return np.asarray(self.counts[:, Kind.SPACE] - behind)

    def holds(self, *kinds: int) -> Bools:
        """Which blocks have a character of one of these kinds."""
        return np.asarray(self.counts[:, kinds].any(axis=1))

    @cached_property
    def wordless(self) -> list[int]:
        """The blocks without letters and digits."""
        alnum = self.counts[:, : Kind.DIGIT + 1].any(axis=1) if self.blocks else np.ones(0)
        return np.flatnonzero(alnum == 0).tolist()

    def having(self, *some: Numbers) -> Numbers:
        """How many of some characters stand in each block, a row for each kind of them."""
        count = len(self.blocks)
        block = self.start.searchsorted(np.concatenate(some), "right") - 1
        kind = np.repeat(np.arange(len(some)) * count, [len(places) for places in some])
        return np.bincount(block + kind, minlength=len(some) * count).reshape(len(some), count)

    @cached_property
    def ended(self) -> Bools:
        """Which blocks end in a full stop, closing marks aside."""
        kinds, last = self.seen.kinds, self.stop - 1
        for _ in range(3):
            last = last - (MARKS[kinds[last]] & (last > self.start))
        return kinds[last] == Kind.STOP

    # ------------------------------------------------------------------ words

    @cached_property
    def words(self) -> Words:
        """The words of all blocks."""
        words = self.seen.words
        first, last = words.start.searchsorted((self.start[0], self.stop[-1]))
        return Words(words.start[first:last], words.stop[first:last], words.key[first:last], words.place[first:last])

    @cached_property
    def first(self) -> Numbers:
        """The number of each block's first word, and after the last block's the number of words."""
        return np.append(self.words.start.searchsorted(self.start), len(self.words.start))

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
    def ids(self) -> Numbers:
        """For each word the place that it has among the different ones."""
        return numbered(self.words.key)[0]

    def summed(self, *values: Column) -> Shares:
        """For each block the sum over its words, a row for each of some values that words have."""
        sums = np.zeros((len(values), len(self.block) + 1))
        np.cumsum(values, axis=1, out=sums[:, 1:])
        edges = sums[:, self.first]
        return edges[:, 1:] - edges[:, :-1]

    def stems(self, *some: int) -> set[int]:
        """The different longer words of some blocks, whatever their endings."""
        keys, edges = self._stems
        found: set[int] = set()
        for i in some:
            found.update(keys[edges[i] : edges[i + 1]])
        found.discard(0)
        return found

    @cached_property
    def _stems(self) -> tuple[list[int], list[int]]:
        """The number of each word's beginning, 0 for short words; the first word of each block."""
        return stems(self.seen, self.words).tolist(), self.first.tolist()

    # ------------------------------------------------------------------ what lines begin and end with

    @cached_property
    def begun(self) -> Keys:
        """For each word a number of what its block says up to it, the same for the same words."""
        summed, inverse = self._in_order
        return (summed[1:] - summed[self.first[self.block]]) * inverse[self.first[self.block]]

    @cached_property
    def left(self) -> Keys:
        """For each word a number of what its block says from it on."""
        summed, inverse = self._in_order
        return (summed[self.first[self.block + 1]] - summed[:-1]) * inverse[: len(summed) - 1]

    @cached_property
    def places(self) -> tuple[Keys, Keys]:
        """The places of both."""
        return places(self.begun), places(self.left)

    @cached_property
    def closes(self) -> Bools:
        """For each word whether it is its block's last, or a colon stands behind it."""
        closes = self.seen.codes[self.words.stop] == COLON
        closes[self.first[1:][self.number > 0] - 1] = True
        return closes

    @cached_property
    def said(self) -> list[int]:
        """For each block a number of its words, 0 where it has none."""
        summed, inverse = self._in_order
        first, last = self.first[:-1], self.first[1:]
        numbers: list[int] = ((summed[last] - summed[first]) * inverse[first]).tolist()
        return numbers

    @cached_property
    def _in_order(self) -> tuple[Keys, Keys]:
        """The words' numbers summed, each times a power that grows with its place, and what brings a sum back to the first place."""
        up, down = powers(len(self.words.key) + 1, WORD)
        return np.concatenate([[np.uint32(0)], (self.words.key * up[: len(self.words.key)]).cumsum(dtype=np.uint32)]), down
