"""What the tagger's network does to rows of numbers."""

import numpy as np

from hearsay.marks.layers import LOT, Layer, lot, normal, on_each, peaks, ramp, slide


def test_a_slide_adds_three_rows_that_stand_apart() -> None:
    rng = np.random.default_rng(5)
    x, weight = np.zeros((9 + 2 * 4, 3), np.float32), rng.normal(size=(9, 3)).astype(np.float32)
    x[4:-4] = rng.normal(size=(9, 3))
    found = slide(x, 4, 2, weight.reshape(3, 3, 3), np.empty((9, 3), np.float32))
    wanted = [np.concatenate((x[i - 2], x[i], x[i + 2])) @ weight for i in range(4, 13)]
    assert np.allclose(found, wanted, atol=1e-6)


def test_a_layer_leaves_its_input_and_the_edges_as_they_are() -> None:
    rng = np.random.default_rng(6)
    x, one = np.zeros((7, 3), np.float32), np.ones(3, np.float32)
    x[2:-2] = rng.normal(size=(3, 3))
    before = x.copy()
    found = Layer.of(2, rng.normal(size=(9, 3)).astype(np.float32), one, one, one).over(x, 2)
    assert np.array_equal(x, before)
    assert not found[:2].any() and not found[-2:].any() and np.allclose(found[2:-2].mean(1), 1, atol=1e-5)


def test_a_row_is_added_to_each_row_of_whole_lots_and_of_the_rest() -> None:
    rng = np.random.default_rng(7)
    x, row = rng.normal(size=(2 * LOT + 3, 5)).astype(np.float32), rng.normal(size=5).astype(np.float32)
    wanted = x + row
    on_each(np.add, x, lot(row))
    assert np.array_equal(x, wanted)
    ramp(x)
    assert np.array_equal(x, np.maximum(wanted, 0))


def test_normal_rows_have_no_mean_and_a_spread_of_one() -> None:
    x = np.random.default_rng(8).normal(2, 3, size=(LOT + 1, 64)).astype(np.float32)
    normal(x, lot(np.ones(64, np.float32)), lot(np.zeros(64, np.float32)))
    assert np.allclose(x.mean(1), 0, atol=1e-6) and np.allclose(x.std(1), 1, atol=1e-4)


def test_peaks_are_the_largest_numbers_of_each_block() -> None:
    rng = np.random.default_rng(9)
    for rows in (1, 2, 3, 7, 12):
        x = rng.normal(size=(4, rows, 5)).astype(np.float32)
        kept = x.copy()
        assert np.array_equal(peaks(x), x.max(1)) and np.array_equal(x, kept)
