"""The likeliest roles along stretches of places, all of an article at once."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
NEVER = np.float32(-1e6)  # how well what cannot be fits
OTHER = np.array((0.0, -30.0, -30.0, -30.0), np.float32)  # what no report can reach


@cache
def _halves(levels: int) -> Ints:
    """The numbers below 2 ** levels in such an order that the even ones are the first half, and so on within either half."""
    order = np.zeros(1, np.int64)
    for _ in range(levels):
        order = np.concatenate((2 * order, 2 * order + 1))
    return order


def best_paths(e: Floats, steps: Floats) -> Ints:
    """The likeliest roles along each row, given how well each fits (places, roles, rows) and how well each follows another (Viterbi).

    Numpy is slow place by place. So the best ways from each role to each other over one step are joined to ways over two, four and so on;
    then the role in the middle of the best way is found, those in the middle of its halves, and so down to single places.
    """
    places, roles, rows = e.shape
    order = _halves(max(0, places - 2).bit_length())
    over = [_ways(e, steps, order)]
    while (half := over[-1].shape[2] // 2) >= rows:
        over.append((over[-1][:, :, None, :half] + over[-1][None, :, :, half:]).max(1))
    whole = (over.pop() + e[0][:, None]).reshape(-1, rows).argmax(0)
    begin, end = np.divmod(whole, roles)
    for below in reversed(over):
        middle = _middle(below, begin, end)
        begin, end = np.concatenate((begin, middle)), np.concatenate((middle, end))
    path = np.empty((len(order) + 1, rows), np.int64)
    path[order] = begin.reshape(-1, rows)
    path[-1] = end[-rows:]
    return path[:places]


def _ways(e: Floats, steps: Floats, order: Ints) -> Floats:
    """How well each way over one step fits, from role, to role, the steps in this order; past the last place every role stays as it is."""
    ways = np.add(e.take(order + 1, 0, mode="clip").swapaxes(0, 1), steps[:, :, None, None], order="C")
    ways[:, :, order >= len(e) - 1] = np.where(np.eye(len(steps), dtype=bool), 0, NEVER)[:, :, None, None]
    return ways.reshape(*steps.shape, -1)


def _middle(ways: Floats, begin: Ints, end: Ints) -> Ints:
    """Through which role the best way passes halfway, the first of equals, given the ways over either half and where it begins and ends."""
    roles, _, size = ways.shape
    through = np.arange(0, roles * size, size)[:, None]
    begin, end = begin * (roles * size), end * size
    begin += np.arange(size // 2)
    end += np.arange(size // 2, size)
    fit = ways.take(begin + through, mode="clip")
    fit += ways.take(end + through * roles, mode="clip")
    return np.asarray(fit.argmax(0))


def paths(e: Floats, steps: Floats, begins: Ints, ends: Ints, lot: int = 128) -> Ints:
    """The likeliest role at each place, given how well each role fits each place and where the stretches begin and end; none outside them.

    Stretches of like length are asked together.
    """
    out = np.zeros(e.shape[1], np.int64)
    lengths = ends - begins
    order = np.argsort(lengths)
    for some in (order[i : i + lot] for i in range(0, len(order), lot)):
        on = np.arange(lengths[some[-1]])[:, None]
        within, at = on < lengths[some], begins[some] + on
        own = np.where(within, np.take(e, at, axis=1, mode="clip"), OTHER[:, None, None]).swapaxes(0, 1)
        out[at[within]] = best_paths(own, steps)[within]
    return out
