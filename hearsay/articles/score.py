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
SEEN = REACH * max(STEPS)
"""Blocks on each side that the last of them looks at."""
MOST = 0.5
"""Share of a page's words from which those that are known tell something: in a language that the net has not seen a few still are."""
FARTHEST = 5.0
"""Spreads from the mean at which a feature is cut off."""


class Net(NamedTuple):
    """Between which bounds a feature counts; at each place (see `arrays.places`) the number of the known word that has it, 0 for none; the
    known words and what is known of each, zeros for none. Then the layers, each a matrix with a row for each number that it makes and a
    column for each that it is given of a block, the last of which is 1: the first, those that look around, the last.
    """

    least: Matrix
    most: Matrix
    at: npt.NDArray[np.uint16]
    known: Keys
    words: Matrix
    enter: Matrix
    around: tuple[Matrix, ...]
    leave: Matrix


@cache
def net() -> Net:
    """The weights, from training/clean.py; it brings features to one scale, which here the first layer does."""
    with WEIGHTS.open("rb") as opened:
        stored = {name: value.astype(np.float32) if value.dtype == np.float16 else value for name, value in np.load(opened).items()}
    keys = stored["known"]
    known = np.pad(keys, (1, 0), constant_values=keys.min(initial=np.iinfo(keys.dtype).max))  # one that no word without a number has
    at, words = np.zeros(PLACES, np.uint16), np.pad(stored["words"], ((1, 0), (0, 0)))
    at[places(keys)] = np.arange(1, len(known))
    mean, spread = stored["mean"][:, None], stored["spread"][:, None]
    of_features, of_words = np.split(stored["enter.w"], [len(mean)])
    scaled = of_features / spread
    enter = _layer(np.concatenate([scaled, of_words]), stored["enter.b"] - mean.T @ scaled)
    around = tuple(_layer(stored[f"around{step}.w"], stored[f"around{step}.b"], 2 * REACH + 1) for step in STEPS)
    far = FARTHEST * spread
    return Net(mean - far, mean + far, at, known, words, enter, around, _layer(stored["leave.w"], stored["leave.b"]))


def _layer(w: Matrix, b: Matrix, seen: int = 1) -> Matrix:
    """A layer as one matrix: what it makes of each of the blocks it sees; the 1 of the one in the middle brings its constants."""
    layer = np.pad(w.reshape(seen, len(w) // seen, -1), ((0, 0), (0, 1), (0, 0)))
    layer[seen // 2, -1] = b
    return layer.reshape(-1, w.shape[1]).T.copy()


def score(lines: Lines, features: Matrix) -> Matrix:
    """One log-odds a block; above zero is body."""
    by = net()
    padded = np.zeros((len(by.enter) + 1, len(features) + 2 * SEEN), np.float32)
    page = padded[:, SEEN:-SEEN]
    hidden, page[-1] = page[:-1], 1
    np.maximum(by.enter @ _entering(lines, features, by), 0, out=hidden)
    for step, layer in zip(STEPS, by.around, strict=True):
        made = layer @ _beside(padded, step)
        hidden += np.maximum(made, 0, out=made)
    return np.asarray(by.leave @ page)[0]


def _entering(lines: Lines, features: Matrix, by: Net) -> Matrix:
    """What the net is given, a column for each block: its features, within bounds; what is known of its words; 1."""
    count, width = features.shape
    given = np.zeros((by.enter.shape[1], count), np.float32)
    np.minimum(np.maximum(features.T, by.least, out=given[:width]), by.most, out=given[:width])
    _say(lines, by, given[width:-1])
    given[-1] = 1
    return given


def _say(lines: Lines, by: Net, out: Matrix) -> None:
    """What is known of a block's words, summed, and divided by the root of their number; nothing where most words of a page are not."""
    found = by.at.take(lines.words.place)
    known = by.known.take(found) == lines.words.key
    if np.count_nonzero(known) < max(1, MOST * len(found)):
        return
    told = slice(lines.block[-1] + 1)  # the blocks up to the last with words, since a sum has to begin at a word
    summed = np.add.reduceat(by.words.take(found * known, axis=0), lines.first[:-1][told], axis=0)
    np.multiply(summed.T, _shares(len(found).bit_length()).take(lines.number[told]), out=out[:, told])


@cache
def _shares(bits: int) -> Matrix:
    """For numbers of so many bits one divided by their root, and nothing for 0."""
    return np.concatenate([[0], np.arange(1, 1 << bits) ** -0.5]).astype(np.float32)


def _beside(padded: Matrix, step: int) -> Matrix:
    """Each block with those around it below it, from the farthest above to the farthest below; beyond the page's ends stand zeros."""
    (width, count), (down, along) = padded.shape, padded.strides
    shape, first = (2 * REACH + 1, width, count - 2 * SEEN), (SEEN - REACH * step) * along
    return np.ndarray(shape, padded.dtype, padded, first, (step * along, down, along)).reshape(-1, shape[-1])
