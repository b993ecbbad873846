"""How much each block reads like an article's body: a small learned net that sees what a block looks like, which words it says that are
known from many pages, and the thirty or so blocks around it.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hearsay.articles.arrays import PLACES, Keys, places
from hearsay.articles.lines import Lines, Matrix

WEIGHTS = files("hearsay") / "articles" / "weights" / "clean.npz"
REACH = 2
"""Blocks on each side that a layer looks at, one, two, then four apart: each layer sees as far as those before it and twice that."""
STEPS = (1, 2, 4)
MOST = 0.5
"""Share of a page's words from which those that are known tell something: in a language that the net has not seen a few still are."""
FARTHEST = 5.0
"""Spreads from the mean at which a feature is cut off."""


class Layer(NamedTuple):
    """A layer's matrix and its constant."""

    w: Matrix
    b: Matrix

    def __call__(self, rows: Matrix) -> Matrix:
        out: Matrix = rows @ self.w
        out += self.b
        return out


class Net(NamedTuple):
    """How features are brought to one scale; at each place (see `arrays.places`) the number of the known word that has it, 0 for none; the
    known words and what is known of each, zeros for none; a first layer, those that look around, the last.
    """

    mean: Matrix
    spread: Matrix
    at: npt.NDArray[np.uint16]
    known: Keys
    words: Matrix
    enter: Layer
    around: tuple[Layer, ...]
    leave: Layer


@cache
def net() -> Net:
    """The weights, from training/clean.py."""
    with WEIGHTS.open("rb") as opened:
        stored = {name: value.astype(np.float32) if value.dtype == np.float16 else value for name, value in np.load(opened).items()}
    at, known, words = np.zeros(PLACES, np.uint16), np.pad(stored["known"], (1, 0)), np.pad(stored["words"], ((1, 0), (0, 0)))
    at[places(stored["known"])] = np.arange(1, len(known))
    layers = [Layer(stored[f"{name}.w"], stored[f"{name}.b"]) for name in ("enter", *(f"around{step}" for step in STEPS), "leave")]
    return Net(stored["mean"], stored["spread"], at, known, words, layers[0], tuple(layers[1:-1]), layers[-1])


def score(lines: Lines, features: Matrix) -> Matrix:
    """One log-odds a block; above zero is body."""
    by = net()
    seen = np.minimum(np.maximum((features - by.mean) / by.spread, -FARTHEST), FARTHEST)
    hidden = np.maximum(by.enter(np.concatenate([seen, _said(lines, by)], axis=1)), 0)
    for step, layer in zip(STEPS, by.around, strict=True):
        hidden += np.maximum(layer(_beside(hidden, step)), 0)
    return by.leave(hidden)[:, 0]


def _said(lines: Lines, by: Net) -> Matrix:
    """What is known of a block's words, summed, and divided by the root of their number; nothing where most words of a page are not."""
    found = by.at[lines.words.place].astype(np.int64)
    found *= by.known[found] == lines.words.key
    if np.count_nonzero(found) < MOST * len(found):
        found[:] = 0
    of_words = by.words[np.append(found, 0)]  # one more, so that a last block without words begins within
    summed = np.add.reduceat(of_words, lines.first[:-1], axis=0)
    scale = (lines.number > 0) / np.sqrt(np.maximum(lines.number, 1))
    return np.asarray(summed * scale[:, None], np.float32)


def _beside(hidden: Matrix, step: int) -> Matrix:
    """Each block with those around it beside it, from the farthest above to the farthest below; beyond the page's ends stand zeros."""
    count, edge = len(hidden), REACH * step
    padded = np.zeros((count + 2 * edge, hidden.shape[1]), np.float32)
    padded[edge : edge + count] = hidden
    return np.concatenate([padded[at : at + count] for at in range(0, 2 * edge + 1, step)], axis=1)
