"""What the tagger's network does to rows of numbers, in numpy: convolutions along them, one row added to all, normalisation.

Numpy is slow along short rows and against single numbers, so what is done with one row to all others is done to `LOT` of them at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
LOT = 32
EPSILON = 1e-5


def lot(row: Floats) -> Floats:
    """The row, `LOT` times."""
    return np.tile(row, (LOT, 1))


def on_each(step: np.ufunc, x: Floats, rows: Floats) -> None:
    """Add a row to each row of x (or whatever the step is), in place; `rows` is a lot of that row."""
    whole = len(x) - len(x) % LOT
    blocks, rest = x[:whole].reshape(-1, rows.size), x[whole:]
    step(blocks, rows.reshape(-1), out=blocks)
    step(rest, rows[: len(rest)], out=rest)


@cache
def _nothing(width: int) -> Floats:
    return np.zeros((LOT, width), np.float32)


def ramp(x: Floats) -> None:
    """What is below zero made zero, in place."""
    on_each(np.maximum, x, _nothing(x.shape[1]))


@cache
def _mean(width: int) -> Floats:
    """What rows of this width are multiplied by to have their means."""
    return np.full((width, 1), 1 / width, np.float32)


def normal(x: Floats, scale: Floats, shift: Floats) -> None:
    """Layer normalisation of rows, in place, given a lot of either row. The mean is a matrix product because numpy's own is slow."""
    width = x.shape[1]
    x -= x @ _mean(width)
    spread = np.einsum("nd,nd->n", x, x)
    spread /= np.float32(width)
    spread += np.float32(EPSILON)
    np.sqrt(spread, out=spread)
    x *= np.reciprocal(spread, out=spread)[:, None]
    on_each(np.multiply, x, scale)
    on_each(np.add, x, shift)


@dataclass(frozen=True, slots=True)
class Layer:
    """A convolution over three rows that stand `apart` rows from each other, added to what there was, and normalised.

    `parts` are the weights of each of the three; of the other rows there is a lot.
    """

    apart: int
    parts: Floats
    bias: Floats
    scale: Floats
    shift: Floats

    @classmethod
    def of(cls, apart: int, weight: Floats, *rows: Floats) -> Layer:
        """A layer from its weights as they were trained: those of the three rows one below the other, then bias, scale and shift."""
        return cls(apart, weight.reshape(3, -1, weight.shape[1]), *map(lot, rows))

    def over(self, x: Floats, edge: int) -> Floats:
        """What the layer makes of these rows, without `edge` of them at either end, which are empty in what comes out."""
        out = np.empty_like(x)
        out[:edge] = out[-edge:] = 0
        inner = slide(x, edge, self.apart, self.parts, out[edge:-edge])
        on_each(np.add, inner, self.bias)
        ramp(inner)
        inner += x[edge:-edge]
        normal(inner, self.scale, self.shift)
        return out


def slide(x: Floats, edge: int, apart: int, parts: Floats, out: Floats) -> Floats:
    """A convolution over three rows that stand apart, without the edges; three products, since to lay the rows side by side costs more."""
    np.matmul(x[edge - apart :][: len(out)], parts[0], out=out)
    other = np.empty_like(out)
    for k in (1, 2):
        out += np.matmul(x[edge + (k - 1) * apart :][: len(out)], parts[k], out=other)
    return out


def peaks(x: Floats) -> Floats:
    """The largest number of each column in each block of rows; by halves, for the same reason."""
    while (rows := x.shape[1]) > 1:
        half = rows // 2
        above = np.maximum(x[:, :half], x[:, half : 2 * half])
        np.maximum(above[:, -1], x[:, -1], out=above[:, -1])
        x = above
    return x[:, 0]
