"""The quick ways say what numpy's own say."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.articles.arrays import among, different, numbered

NUMBERS = st.lists(st.integers(0, 20)).map(lambda values: np.array(values, np.int64))


@given(NUMBERS)
@settings(deadline=None)
def test_different_and_numbered(values: np.ndarray) -> None:
    known, places = np.unique(values, return_inverse=True)
    assert different(values).tolist() == known.tolist()
    assert numbered(values)[0].tolist() == places.tolist() and numbered(values)[1] == len(known)


@given(NUMBERS, NUMBERS)
@settings(deadline=None)
def test_among(values: np.ndarray, known: np.ndarray) -> None:
    assert among(values, different(known)).tolist() == np.isin(values, known).tolist()
