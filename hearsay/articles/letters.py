"""A page's text as arrays: what each character is, and where its words stand. A few passes over the page, no loop over its lines."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hearsay.articles.arrays import Bools, Keys, Numbers, places, sums

Kinds = npt.NDArray[np.uint8]


class Kind:
    """What a character is, as a number. An alphabet's capitals are one more than its small letters; `OTHER` is every other alphabet.

    White space comes last, of which a `BREAK` ends a line.
    """

    LATIN, CYRILLIC, OTHER = 0, 2, 4
    LETTERS = 6
    DIGIT, STOP, COMMA, COLON, QUOTE, ARROW, CLOSE, OPEN, DIVIDER, DASH, COPYRIGHT, SIGN = range(6, 18)
    SPACE, BREAK = 18, 19
    ALL = 20


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
BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""Where `str.splitlines` parts lines."""
STEM = 5
"""Letters by which two words are held to be the same, whatever their ending."""
PAD = 4
"""Spaces after the text's end, so that a look at the next few characters, or at the one before the first, stays inside."""
ODD = 0x9E3779B1
"""Any odd number of many bits makes the sums below differ from word to word."""


class Words(NamedTuple):
    """The words of a page, letters alone: where each starts and stops, a number that is the same for the same letters in any case, and
    the number's place (see `arrays.places`).
    """

    start: Numbers
    stop: Numbers
    key: Keys
    place: Numbers

    def between(self, first: int, last: int) -> Words:
        """The words from one number up to another."""
        return self.at(slice(first, last))

    def at(self, some: slice | Numbers | Bools) -> Words:
        """The words of these numbers."""
        return Words(self.start[some], self.stop[some], self.key[some], self.place[some])


class Letters(NamedTuple):
    """A page's characters and what kind each is, with `PAD` spaces after them; its words; where what is neither letter nor white space
    stands.

    `summed` holds the sums of its small letters before each place, from which the number of any stretch follows.
    """

    codes: npt.NDArray[np.uint32]
    kinds: Kinds
    summed: Keys
    words: Words
    signs: Numbers


@lru_cache(maxsize=2)
def letters(text: str) -> Letters:
    """The text laid out in arrays; remembered, since a page is asked for by several."""
    codes = np.frombuffer((text + PAD * " ").encode("utf-32-le", "surrogatepass"), np.uint32)
    kind_of, small = _tables()
    near = codes.astype(np.int64)
    kinds = kind_of.take(near, mode="clip")
    summed = sums(small.take(near, mode="clip") * powers(len(kinds), ODD)[0][: len(kinds)], np.uint32)
    inside = kinds < Kind.LETTERS
    start, stop = stretches(inside)
    keys = _keys(summed, start, stop)
    signs = (~inside & (kinds < Kind.SPACE)).nonzero()[0]
    return Letters(codes, kinds, summed, Words(start, stop, keys, places(keys)), signs)


def stems(seen: Letters, start: Numbers, stop: Numbers) -> Keys:
    """The words that start and stop there numbered by their beginnings, so that words that differ in their endings have one number."""
    return _keys(seen.summed, start, np.minimum(stop, start + STEM))


def stretches(inside: Bools) -> tuple[Numbers, Numbers]:
    """Where the stretches start and stop, of which none reaches to the end."""
    changed = inside.copy()
    np.not_equal(inside[1:], inside[:-1], out=changed[1:])
    start, stop = changed.nonzero()[0].reshape(-1, 2).T.copy()
    return start, stop


def _keys(summed: Keys, start: Numbers, stop: Numbers) -> Keys:
    """Each stretch's letters summed, each times a power of one number that grows with its place, then divided by the power of the first."""
    return np.asarray((summed[stop] - summed[start]) * powers(len(summed), ODD)[1].take(start))


def powers(count: int, base: int) -> tuple[Keys, Keys]:
    """At least so many powers of an odd number from the first on, and of its inverse, in 32 bits."""
    return _powers(1 << count.bit_length(), base)


@cache
def _powers(count: int, base: int) -> tuple[Keys, Keys]:
    up, down = (np.cumprod(np.full(count, number, np.uint32), dtype=np.uint32) for number in (base, pow(base, -1, 1 << 32)))
    return up, down


@cache
def _tables() -> tuple[Kinds, Keys]:
    """For each character of the basic plane what kind it is, and its small letter; those beyond it are as the last one, which is none."""
    codes = np.arange(0x10000, dtype=np.uint32)
    chars = codes.view("<U1")
    kinds = np.full(len(codes), Kind.SIGN, np.uint8)
    digit = np.char.isdigit(chars)
    is_letter = np.char.isalnum(chars) & ~digit
    alphabet = np.where(codes < 0x300, Kind.LATIN, np.where((codes >= 0x400) & (codes < 0x530), Kind.CYRILLIC, Kind.OTHER))
    kinds[digit], kinds[np.char.isspace(chars)] = Kind.DIGIT, Kind.SPACE
    kinds[[ord(sign) for sign in BREAKS]] = Kind.BREAK
    kinds[is_letter] = (alphabet + np.char.isupper(chars))[is_letter]
    for kind, signs in SIGNS.items():
        kinds[[ord(sign) for sign in signs]] = kind
    return kinds, np.char.lower(chars).astype("<U1").view(np.uint32)
