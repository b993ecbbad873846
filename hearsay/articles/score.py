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


class Layer(NamedTuple):
    """A layer's matrix, a row for each number it makes, and its constants, a column. What goes in and out has a column for each block."""

    w: Matrix
    b: Matrix

    def __call__(self, columns: Matrix) -> Matrix:
        out: Matrix = self.w @ columns
        out += self.b
        return out


class Net(NamedTuple):
    """Between which bounds a feature counts; at each place (see `arrays.places`) the number of the known word that has it, 0 for none; the
    known words and what is known of each, zeros for none; a first layer for the features and what it makes of words; those that look
    around; the last.
    """

    least: Matrix
    most: Matrix
    at: npt.NDArray[np.uint16]
    known: Keys
    words: Matrix
    enter: Layer
    of_words: Matrix
    around: tuple[Layer, ...]
    leave: Layer


@cache
def net() -> Net:
    """The weights, from training/clean.py; it brings features to one scale, which here the first layer does."""
    with WEIGHTS.open("rb") as opened:
        stored = {name: value.astype(np.float32) if value.dtype == np.float16 else value for name, value in np.load(opened).items()}
    at, known, words = np.zeros(PLACES, np.uint16), np.pad(stored["known"], (1, 0), "edge"), np.pad(stored["words"], ((1, 0), (0, 0)))
    at[places(stored["known"])] = np.arange(1, len(known))
    layers = {name[:-2]: Layer(value.T.copy(), stored[f"{name[:-2]}.b"][:, None]) for name, value in stored.items() if name.endswith(".w")}
    mean, far = stored["mean"][:, None], FARTHEST * stored["spread"][:, None]
    of_features, of_words = np.split(layers["enter"].w, [len(mean)], axis=1)
    scaled = of_features / stored["spread"]
    enter = Layer(scaled, layers["enter"].b - scaled @ mean)
    around = tuple(layers[f"around{step}"] for step in STEPS)
    return Net(mean - far, mean + far, at, known, words, enter, of_words.copy(), around, layers["leave"])


def score(lines: Lines, features: Matrix) -> Matrix:
    """One log-odds a block; above zero is body."""
    by = net()
    cut = np.maximum(features.T, by.least)
    entered = by.enter(np.minimum(cut, by.most, out=cut))
    if (said := _said(lines, by)) is not None:
        entered += said
    padded = np.zeros((len(entered), len(features) + 2 * SEEN), np.float32)
    hidden = padded[:, SEEN:-SEEN]
    np.maximum(entered, 0, out=hidden)
    for step, layer in zip(STEPS, by.around, strict=True):
        made = layer(_beside(padded, step))
        hidden += np.maximum(made, 0, out=made)
    return by.leave(hidden)[0]


def _said(lines: Lines, by: Net) -> Matrix | None:
    """What the first layer makes of what is known of a block's words, summed, and divided by the root of their number; nothing where most
    words of a page are not known.
    """
    found = by.at.take(lines.words.place)
    known = by.known.take(found) == lines.words.key
    if np.count_nonzero(known) < max(1, MOST * len(found)):
        return None
    of_words = by.words.take(found * known, axis=0)
    summed = np.add.reduceat(of_words, np.minimum(lines.first[:-1], len(found) - 1), axis=0)
    said: Matrix = by.of_words @ summed.T
    said *= _shares(len(found).bit_length()).take(lines.number)
    return said


@cache
def _shares(bits: int) -> Matrix:
    """For numbers of so many bits one divided by their root, and nothing for 0."""
    return np.concatenate([[0], np.arange(1, 1 << bits) ** -0.5]).astype(np.float32)


def _beside(padded: Matrix, step: int) -> Matrix:
    """Each block with those around it below it, from the farthest above to the farthest below; beyond the page's ends stand zeros."""
    (width, count), (down, along) = padded.shape, padded.strides
    shape, first = (2 * REACH + 1, width, count - 2 * SEEN), (SEEN - REACH * step) * along
    return np.ndarray(shape, padded.dtype, padded, first, (step * along, down, along)).reshape(-1, shape[-1])
