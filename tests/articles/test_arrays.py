"""The quick ways say what numpy's own say."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.articles.arrays import among, at_places, different, places, sums

NUMBERS = st.lists(st.integers(0, 20)).map(lambda values: np.array(values, np.int64))


@given(NUMBERS)
@settings(deadline=None)
def test_different(values: np.ndarray) -> None:
    assert different(values).tolist() == np.unique(values).tolist()


@given(NUMBERS, NUMBERS)
@settings(deadline=None)
def test_among(values: np.ndarray, known: np.ndarray) -> None:
    assert among(values, different(known)).tolist() == np.isin(values, known).tolist()


@given(NUMBERS, st.sampled_from((np.int64, np.uint32, np.float64)))
@settings(deadline=None)
def test_sums(values: np.ndarray, kind: type) -> None:
    assert sums(values.astype(kind), kind).tolist() == [0, *np.cumsum(values).tolist()]


def test_sums_of_32_bits_keep_what_is_left() -> None:
    assert sums(np.full(3, (1 << 32) - 1, np.uint32), np.uint32).tolist() == [0, (1 << 32) - 1, (1 << 32) - 2, (1 << 32) - 3]


@given(NUMBERS, NUMBERS)
@settings(deadline=None)
def test_what_is_known_stands_at_its_place(values: np.ndarray, known: np.ndarray) -> None:
    found = at_places(places(values.astype(np.uint32)), places(known.astype(np.uint32)))
    assert found.tolist() == np.isin(values, known).tolist()  # the places of so few differ
