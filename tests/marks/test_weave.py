"""From what the networks see to linked proposals."""

from itertools import pairwise, product

import numpy as np

from hearsay.marks.network import GAP, best_paths, normal, paths, softmax, windows
from hearsay.marks.weave import CONTENT, CUE, SOURCE, Thread, anchors, distinct, spans
from hearsay.model import Span
from hearsay.text import tokens

TEXT = "“We stay,” said Orla, “for now.”"


def thread(anchor: int, roles: dict[int, list[int]], outer: float, inner: float = 0.0) -> Thread:
    pairs = sorted((place, role) for role, places in roles.items() for place in places)
    places, kinds = (np.array(x, np.int64) for x in zip(*pairs, strict=True))
    return Thread(anchor, places, kinds, outer, inner, outer, np.full(len(places), 0.9, np.float32))


def test_content_in_pieces_gives_two_spans() -> None:
    words = tokens(TEXT)
    content = spans(words, np.array([0, 1, 2, 3, 4, 8, 9, 10, 11, 12]))
    assert [s.of(TEXT) for s in content] == ["“We stay,”", "“for now.”"]
    assert spans(words, np.array([], np.int64)) == ()
    assert spans(words, np.array([6])) == (Span(16, 20),)


def test_anchors_are_peaks() -> None:
    cues = np.array([[0, 0], [0.5, 0], [0.9, 0], [0.2, 0], [0.01, 0], [0.1, 0.7], [0, 0]], np.float32)
    assert list(anchors(cues)) == [2, 5]


def test_a_plateau_has_one_peak() -> None:
    cues = np.array([[0, 0], [0.9, 0], [0.9, 0], [0, 0]], np.float32)
    assert list(anchors(cues)) == [2]


def test_of_two_reports_on_one_cue_the_surer_stays() -> None:
    sure = thread(5, {CUE: [5], SOURCE: [6], CONTENT: [0, 1, 2]}, 0.9)
    unsure = thread(6, {CUE: [5, 6], CONTENT: [8, 9]}, 0.4)
    other = thread(20, {CUE: [20], CONTENT: [22]}, 0.2)
    assert distinct([unsure, other, sure]) == [sure, other]


def test_best_paths_are_the_best_of_all_paths() -> None:
    rng = np.random.default_rng(3)
    e, steps = rng.normal(size=(5, 4, 3)).astype(np.float32), rng.normal(size=(3, 3)).astype(np.float32)
    found = best_paths(e, steps)
    for row in range(5):

        def worth(path: tuple[int, ...], row: int = row) -> float:
            return float(sum(e[row, i, r] for i, r in enumerate(path)) + sum(steps[a, b] for a, b in pairwise(path)))

        assert tuple(found[row]) == max(product(range(3), repeat=4), key=worth)


def test_paths_along_stretches_of_rows() -> None:
    rng = np.random.default_rng(4)
    e, steps = rng.normal(size=(60, 4)).astype(np.float32), rng.normal(size=(4, 4)).astype(np.float32)
    begins, ends = np.array([0, 30, 58]), np.array([12, 31, 60])
    for found, begin, end in zip(paths(e, steps, begins, ends, lot=2), begins, ends, strict=True):
        assert list(found) == list(best_paths(e[None, begin:end], steps)[0])


def test_windows_hold_what_is_within_reach_with_empty_rows_between() -> None:
    own = windows(100 + 2 * GAP, np.array([2, 50]) + GAP, reach=5, apart=3)
    assert list(own.sizes) == [8, 11] and list(own.starts) == [0, 11] and list(own.middle) == [2, 16]
    assert list(own.at[:8] - GAP) == list(range(8)) and list(own.at[11:22] - GAP) == list(range(45, 56))
    assert own.between.sum() == 6 and own.between[8:11].all() and (own.anchor[11:] == 1).all()


def test_softmax_and_normal() -> None:
    x = np.array([[1.0, 2.0, 4.0]], np.float32)
    assert np.isclose(softmax(x).sum(), 1) and softmax(x).argmax() == 2
    y = normal(x.copy(), np.ones(3, np.float32), np.zeros(3, np.float32))
    assert np.allclose(y.mean(), 0, atol=1e-6) and np.allclose(y.std(), 1, atol=1e-4)


def test_evidence_tells_a_missing_source() -> None:
    with_source = thread(5, {CUE: [5], SOURCE: [6], CONTENT: [0, 1, 2]}, 0.9).evidence()
    without = thread(5, {CUE: [5], CONTENT: [0, 1, 2]}, 0.9).evidence()
    assert len(with_source) == len(without) and np.isfinite(without).all()
    assert with_source != without
