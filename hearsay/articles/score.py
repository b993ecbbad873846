"""How much each block reads like an article's body: a small learned net over a block and its neighbours."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import numpy as np

from hearsay.articles.features import Matrix

REACH = 5
"""Neighbours on each side that a block is judged with."""


@cache
def _nets() -> tuple[tuple[Matrix, ...], ...]:
    """The weights, from training/clean.py: some nets of three layers, trained from different beginnings."""
    with (files("hearsay") / "articles" / "weights" / "clean.npz").open("rb") as opened:
        stored = np.load(opened)
        return tuple(
            tuple(stored[f"{n}.{name}"].astype(np.float32) for name in ("w1", "b1", "w2", "b2", "w3", "b3")) for n in stored["nets"]
        )


def window(rows: Matrix) -> Matrix:
    """Each row with its neighbours' beside it; beyond the page's ends stand zeros with -1 in the first column."""
    edge = np.zeros((REACH, rows.shape[1]), np.float32)
    edge[:, 0] = -1
    padded = np.vstack([edge, rows, edge])
    return np.concatenate([padded[k : k + len(rows)] for k in range(2 * REACH + 1)], axis=1)


def score(rows: Matrix) -> Matrix:
    """One log-odds a block: above zero is body."""
    seen = window(rows)
    return np.mean([_forward(seen, *net) for net in _nets()], axis=0)


def _forward(x: Matrix, w1: Matrix, b1: Matrix, w2: Matrix, b2: Matrix, w3: Matrix, b3: Matrix) -> Matrix:
    hidden = np.maximum(x @ w1.T + b1, 0)
    return (np.maximum(hidden @ w2.T + b2, 0) @ w3.T + b3)[:, 0]
