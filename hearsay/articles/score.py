"""How much each block reads like an article's body: a small learned net over a block and its neighbours."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np

from hearsay.articles.features import Matrix

REACH = 5
"""Neighbours on each side that a block is judged with."""
PART = 128
"""Rows multiplied at once: few enough that the matrix library keeps to one core, which for so small a net is faster."""


class Net(NamedTuple):
    """Three layers; the first holds one matrix for each neighbour's place."""

    w1: Matrix
    b1: Matrix
    w2: Matrix
    b2: Matrix
    w3: Matrix
    b3: Matrix


@cache
def _nets() -> tuple[Net, ...]:
    """The weights, from training/clean.py: some nets trained from different beginnings."""
    with (files("hearsay") / "articles" / "weights" / "clean.npz").open("rb") as opened:
        stored = np.load(opened)
        return tuple(_net({name: stored[f"{n}.{name}"].astype(np.float32) for name in Net._fields}) for n in stored["nets"])


def _net(layers: Mapping[str, Matrix]) -> Net:
    split = layers["w1"].reshape(len(layers["b1"]), 2 * REACH + 1, -1).transpose(1, 2, 0)
    return Net(np.ascontiguousarray(split), *(layers[name].T for name in Net._fields[1:]))


def score(rows: Matrix) -> Matrix:
    """One log-odds a block: above zero is body. Beyond the page's ends stand zeros with -1 in the first column."""
    edge = np.zeros((REACH, rows.shape[1]), np.float32)
    edge[:, 0] = -1
    padded = np.vstack([edge, rows, edge])
    parts = [_forward(padded[i : i + PART + 2 * REACH]) for i in range(0, len(rows), PART)]
    return np.concatenate(parts)


def _forward(padded: Matrix) -> Matrix:
    count = len(padded) - 2 * REACH
    total = np.zeros(count, np.float32)
    for net in _nets():
        hidden = net.b1 + sum(padded[k : k + count] @ net.w1[k] for k in range(2 * REACH + 1))
        total += (np.maximum(np.maximum(hidden, 0) @ net.w2 + net.b2, 0) @ net.w3 + net.b3)[:, 0]
    mean: Matrix = total / np.float32(len(_nets()))
    return mean
