"""What arrays of a page's numbers are asked: which are different, which are known. By sorting or by places, which for the few thousand
numbers of a page takes a fifth of the time of numpy's own `unique` and `isin`.
"""

from __future__ import annotations

from typing import TypeVar

import numpy as np
import numpy.typing as npt

Bools = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]
Keys = npt.NDArray[np.uint32]
Shares = npt.NDArray[np.floating]
Some = npt.NDArray[np.integer]
Kind = TypeVar("Kind", bound=np.integer)
Number = TypeVar("Number", bound=np.number)
PLACES, SPREAD, SHIFT = 1 << 16, np.uint32(0x9E3779B9), np.uint32(16)
"""What is known of some numbers stands in an array at their places, where it is found at once. Of a thousand known, two in a hundred of
other numbers share the place of one."""


def different(values: npt.NDArray[Kind]) -> npt.NDArray[Kind]:
    """The different values, in order."""
    ordered = np.sort(values)
    return ordered[_first(ordered)]


def among(values: Some, known: Some) -> Bools:
    """Which of the values stand among known ones, which are in order."""
    return known[np.minimum(known.searchsorted(values), len(known) - 1)] == values if len(known) else np.zeros(len(values), np.bool_)


def _first(ordered: Some) -> Bools:
    """Which values of an ordered array are not those before them."""
    first = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return first


def sums(values: npt.NDArray[np.number], kind: type[Number]) -> npt.NDArray[Number]:
    """The sum of the values before each place, and of all; of 32 bits what is left of it.

    They are written from the memory's end: numpy adds whole numbers up in a fifth of the time where it does not read beside what it wrote.
    """
    out = np.zeros(len(values) + 1, kind)[::-1]
    values.cumsum(dtype=kind, out=out[1:])
    return out


def places(numbers: Keys) -> Numbers:
    """Each number's place among so many."""
    return ((numbers * SPREAD) >> SHIFT).astype(np.int64)


def at_places(values: Numbers, known: Numbers) -> Bools:
    """Which of some places are those of known numbers; two in a hundred of a thousand other numbers share one of them."""
    marked = np.zeros(PLACES, np.bool_)
    marked[known] = True
    return marked.take(values)
