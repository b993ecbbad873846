"""How much each block reads like an article's body: a small learned net that sees a block among the thirty or so around it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np

from hearsay.articles.features import Matrix

WEIGHTS = files("hearsay") / "articles" / "weights" / "clean.npz"
REACH = 2
"""Blocks on each side that a layer looks at, one, two, then four apart: each layer sees as far as those before it and twice that."""
STEPS = (1, 2, 4)
FARTHEST = 5.0
"""Spreads from the mean at which a feature is cut off."""


class Layer(NamedTuple):
    """One layer of all nets at once, each net's matrix and its constant."""

    w: Matrix
    b: Matrix

    def __call__(self, rows: Matrix) -> Matrix:
        out: Matrix = rows @ self.w
        out += self.b
        return out


class Nets(NamedTuple):
    """Nets trained from different beginnings: how features are brought to one scale, a first layer, those that look around, the last."""

    mean: Matrix
    spread: Matrix
    enter: Layer
    around: tuple[Layer, ...]
    leave: Layer


@cache
def nets() -> Nets:
    """The weights, from training/clean.py."""
    with WEIGHTS.open("rb") as opened:
        stored = {name: value.astype(np.float32) for name, value in np.load(opened).items()}
    layers = [Layer(stored[f"{name}.w"], stored[f"{name}.b"]) for name in ("enter", *(f"around{step}" for step in STEPS), "leave")]
    return Nets(stored["mean"], stored["spread"], layers[0], tuple(layers[1:-1]), layers[-1])


def score(rows: Matrix) -> Matrix:
    """One log-odds a block, the mean of all nets: above zero is body."""
    net = nets()
    hidden = np.maximum(net.enter(np.minimum(np.maximum((rows - net.mean) / net.spread, -FARTHEST), FARTHEST)), 0)
    for step, layer in zip(STEPS, net.around, strict=True):
        hidden += np.maximum(layer(_beside(hidden, step)), 0)
    mean: Matrix = net.leave(hidden)[:, :, 0].mean(axis=0)
    return mean


def _beside(hidden: Matrix, step: int) -> Matrix:
    """Each block with those around it beside it, from the farthest above to the farthest below; beyond the page's ends stand zeros."""
    count, edge = hidden.shape[1], REACH * step
    padded = np.zeros((len(hidden), count + 2 * edge, hidden.shape[2]), np.float32)
    padded[:, edge : edge + count] = hidden
    return np.concatenate([padded[:, at : at + count] for at in range(0, 2 * edge + 1, step)], axis=2)
