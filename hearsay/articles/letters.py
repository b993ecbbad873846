"""A page's text as arrays: what each character is, and where its words stand. A few passes over the page, no loop over its lines."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hearsay.articles.arrays import Bools, Numbers
from hearsay.model import Span

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
SHORTEST_STEMMED, STEM = 3, 5
"""Letters of a word that tells what a text is about, and those by which two are held to be the same, whatever their ending."""
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
    """A page's characters and what kind each is, with `PAD` spaces after them; and its words.

    `summed` holds the sums of its small letters up to each place, from which the number of any stretch follows.
    """

    codes: npt.NDArray[np.uint32]
    kinds: Kinds
    summed: Keys
    words: Words


@lru_cache(maxsize=2)
def letters(text: str) -> Letters:
    """The text laid out in arrays; remembered, since a page is asked for by several."""
    codes = np.frombuffer((text + PAD * " ").encode("utf-32-le", "surrogatepass"), np.uint32)
    kind_of, small = _tables()
    near = np.minimum(codes, len(kind_of) - 1)
    kinds = kind_of[near]
    summed = np.cumsum(small[near] * _powers_for(len(kinds))[0][: len(kinds)], dtype=np.uint32)
    start, stop = _edges(kinds < Kind.LETTERS)
    return Letters(codes, kinds, summed, Words(start, stop, _keys(summed, start, stop)))


@lru_cache(maxsize=2)
def runs(text: str) -> Words:
    """The words of a text with the numbers among them, and those that letters and digits make together."""
    seen = letters(text)
    start, stop = _edges(seen.kinds <= Kind.DIGIT)
    return Words(start, stop, _keys(seen.summed, start, stop))


@lru_cache(maxsize=2)
def stems(text: str) -> Words:
    """The longer of these words, numbered by their beginnings: words that differ in their endings have one number."""
    words = runs(text)
    long = words.stop - words.start >= SHORTEST_STEMMED
    start, stop = words.start[long], words.stop[long]
    return Words(start, stop, _keys(letters(text).summed, start, np.minimum(stop, start + STEM)))


def counted(flags: Bools, spans: Sequence[Span]) -> list[int]:
    """How many of a text's flagged characters stand in each of some stretches of it."""
    summed = np.concatenate([[0], np.cumsum(flags)])
    numbers: list[int] = (summed[[span.stop for span in spans]] - summed[[span.start for span in spans]]).tolist() if spans else []
    return numbers


def unlike(words: str) -> tuple[Bools, Bools]:
    """For each character of the basic plane whether it is a letter of these words' alphabet that none of them has in any case, and whether
    it is one of another alphabet.
    """
    kinds, small = _tables()
    codes = np.frombuffer(words.encode("utf-32-le"), np.uint32)
    own = np.argmax(np.bincount(kinds[codes[kinds[codes] < Kind.LETTERS]] // 2))
    known = np.isin(small, small[codes])
    letter, alphabet = kinds < Kind.LETTERS, kinds // 2
    return letter & (alphabet == own) & ~known, letter & (alphabet != own)


def _edges(inside: Bools) -> tuple[Numbers, Numbers]:
    """Where the stretches start and stop."""
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    if inside[0]:
        edges = np.concatenate([[0], edges])
    return edges[::2], edges[1::2]


def _keys(summed: Keys, start: Numbers, stop: Numbers) -> Keys:
    """Each stretch's letters summed, each times a power of one number that grows with its place, then divided by the power of the first."""
    before = np.where(start > 0, summed[start - 1], np.uint32(0))
    keys: Keys = (summed[stop - 1] - before) * _powers_for(len(summed))[1][start]
    return keys


def _powers_for(count: int) -> tuple[Keys, Keys]:
    return _powers(1 << count.bit_length())


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
