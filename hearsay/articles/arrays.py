"""What arrays of a page's numbers are asked: which are different, which are known. By sorting, which for the few thousand numbers of a
page takes a fifth of the time of numpy's own `unique` and `isin`.
"""

from __future__ import annotations

from typing import TypeVar

import numpy as np
import numpy.typing as npt

Bools = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]
Some = npt.NDArray[np.integer]
Kind = TypeVar("Kind", bound=np.integer)


def different(values: npt.NDArray[Kind]) -> npt.NDArray[Kind]:
    """The different values, in order."""
    ordered = np.sort(values)
    return ordered[_first(ordered)]


def numbered(values: Some) -> tuple[Numbers, int]:
    """Each value as the place it has among the different ones, and how many those are."""
    order = np.argsort(values)
    ordered = values[order]
    rank = np.cumsum(_first(ordered)) - 1
    out = np.empty(len(values), np.int64)
    out[order] = rank
    return out, int(rank[-1]) + 1 if len(values) else 0


def among(values: Some, known: Some) -> Bools:
    """Which of the values stand among known ones, which are in order."""
    return known[np.minimum(np.searchsorted(known, values), len(known) - 1)] == values if len(known) else np.zeros(len(values), np.bool_)


def _first(ordered: Some) -> Bools:
    """Which values of an ordered array are not those before them."""
    first = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return first
