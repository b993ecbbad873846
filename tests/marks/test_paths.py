"""The likeliest roles along stretches of places."""

from itertools import pairwise, product

import numpy as np
import pytest

from hearsay.marks.paths import best_paths, paths


@pytest.mark.parametrize("places", range(1, 8))
def test_best_paths_are_the_best_of_all_paths(places: int) -> None:
    rng = np.random.default_rng(3)
    e, steps = rng.normal(size=(places, 3, 5)).astype(np.float32), rng.normal(size=(3, 3)).astype(np.float32)
    kept = e.copy()
    found = best_paths(e, steps)
    for row in range(5):

        def worth(path: tuple[int, ...], row: int = row) -> float:
            return float(sum(e[i, r, row] for i, r in enumerate(path)) + sum(steps[a, b] for a, b in pairwise(path)))

        assert tuple(found[:, row]) == max(product(range(3), repeat=places), key=worth)
    assert np.array_equal(e, kept)


def test_paths_along_stretches_of_places() -> None:
    rng = np.random.default_rng(4)
    e, steps = rng.normal(size=(60, 4)).astype(np.float32).T, rng.normal(size=(4, 4)).astype(np.float32)
    begins, ends = np.array([0, 30, 58]), np.array([12, 31, 60])
    found = paths(e, steps, begins, ends, lot=2)
    for begin, end in zip(begins, ends, strict=True):
        assert list(found[begin:end]) == list(best_paths(e[:, begin:end].T[:, :, None], steps)[:, 0])
    outside = np.r_[12:30, 31:58]
    assert not found[outside].any()


def test_no_stretch_no_roles() -> None:
    none = np.zeros(0, np.int64)
    assert not paths(np.zeros((4, 5), np.float32), np.zeros((4, 4), np.float32), none, none).any()


def test_the_first_of_equal_paths_is_taken() -> None:
    assert not best_paths(np.zeros((6, 4, 2), np.float32), np.zeros((4, 4), np.float32)).any()
