"""A page's text as arrays: what each character is, and where its words stand. A few passes over the page, no loop over its lines."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Keys = npt.NDArray[np.uint32]
Kinds = npt.NDArray[np.uint8]


class Kind:
    """What a character is, as a number. An alphabet's capitals are one more than its small letters; `OTHER` is every other alphabet."""

    LATIN, CYRILLIC, OTHER = 0, 2, 4
    LETTERS = 6
    DIGIT, SPACE, STOP, COMMA, COLON, QUOTE, ARROW, CLOSE, OPEN, DIVIDER, DASH, COPYRIGHT, SIGN = range(6, 19)
    ALL = 19


SIGNS = {
    Kind.STOP: ".!?…",
    Kind.COMMA: ",",
    Kind.COLON: ":;",
    Kind.QUOTE: '"“”„«',
    Kind.ARROW: "»",
    Kind.CLOSE: ")]}’'",
    Kind.OPEN: "([{",
    Kind.DIVIDER: "|›>→·•/",
    Kind.DASH: "-–—",
    Kind.COPYRIGHT: "©",
}
PAD = 4
"""Spaces after the text's end, so that a look at the next few characters, or at the one before the first, stays inside."""
ODD = 0x9E3779B1
"""Any odd number of many bits makes the sums below differ from word to word."""


class Words(NamedTuple):
    """The words of a page, letters alone: where each starts and stops, and a number that is the same for the same letters in any case."""

    start: Numbers
    stop: Numbers
    key: Keys


class Letters(NamedTuple):
    """A page's characters and what kind each is, with `PAD` spaces after them; and its words."""

    codes: npt.NDArray[np.uint32]
    kinds: Kinds
    words: Words


@lru_cache(maxsize=1)
def letters(text: str) -> Letters:
    """The text laid out in arrays; remembered, since a page is asked for by several."""
    codes = np.frombuffer((text + PAD * " ").encode("utf-32-le", "surrogatepass"), np.uint32)
    kind_of, small = _tables()
    near = np.minimum(codes, len(kind_of) - 1)
    kinds = kind_of[near]
    return Letters(codes, kinds, _words(kinds, small[near]))


def _words(kinds: Kinds, small: Keys) -> Words:
    """Each word's letters summed, each times a power of one number that grows with its place, then divided by the power of the first."""
    edges = np.flatnonzero(np.diff(kinds < Kind.LETTERS, prepend=False))
    start, stop = edges[::2], edges[1::2]
    up, down = _powers(1 << len(kinds).bit_length())
    summed = np.cumsum(small * up[: len(small)], dtype=np.uint32)
    before = np.where(start > 0, summed[start - 1], np.uint32(0))
    return Words(start, stop, (summed[stop - 1] - before) * down[start])


@cache
def _powers(count: int) -> tuple[Keys, Keys]:
    """The powers of `ODD` from the first on, and of its inverse, in 32 bits."""
    up, down = (np.cumprod(np.full(count, number, np.uint32), dtype=np.uint32) for number in (ODD, pow(ODD, -1, 1 << 32)))
    return up, down


@cache
def _tables() -> tuple[Kinds, Keys]:
    """For each character of the basic plane what kind it is, and its small letter."""
    codes = np.arange(0x10000, dtype=np.uint32)
    chars = codes.view("<U1")
    kinds = np.full(len(codes), Kind.SIGN, np.uint8)
    digit = np.char.isdigit(chars)
    is_letter = np.char.isalnum(chars) & ~digit
    alphabet = np.where(codes < 0x300, Kind.LATIN, np.where((codes >= 0x400) & (codes < 0x530), Kind.CYRILLIC, Kind.OTHER))
    kinds[digit], kinds[np.char.isspace(chars)] = Kind.DIGIT, Kind.SPACE
    kinds[is_letter] = (alphabet + np.char.isupper(chars))[is_letter]
    for kind, signs in SIGNS.items():
        kinds[[ord(sign) for sign in signs]] = kind
    return kinds, np.char.lower(chars).astype("<U1").view(np.uint32)
