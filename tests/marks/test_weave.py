"""From what the networks see to linked proposals."""

import numpy as np

from hearsay.marks.network import GAP, softmax, windows
from hearsay.marks.weave import CONTENT, CUE, SOURCE, Thread, anchors, distinct, evidence, one_source, parted, spans, stretches
from hearsay.model import Span
from hearsay.text import tokens

TEXT = "“We stay,” said Orla, “for now.”"


def thread(anchor: int, roles: dict[int, list[int]], outer: float, inner: float = 0.0) -> Thread:
    pairs = sorted((place, role) for role, places in roles.items() for place in places)
    places, kinds = (np.array(x, np.int64) for x in zip(*pairs, strict=True))
    return Thread(anchor, places, kinds, outer, inner, outer, np.full(len(places), 0.9, np.float32))


def test_content_in_pieces_gives_two_spans() -> None:
    words = tokens(TEXT)
    (pieces,) = stretches([thread(5, {CUE: [5], SOURCE: [6], CONTENT: [0, 1, 2, 3, 4, 8, 9, 10, 11, 12]}, 0.9)])
    assert [s.of(TEXT) for s in spans(words, pieces[CONTENT])] == ["“We stay,”", "“for now.”"]
    assert spans(words, pieces[SOURCE]) == (Span(16, 20),)


def test_stretches_end_where_the_role_or_the_report_does() -> None:
    found = [thread(3, {SOURCE: [1, 2], CUE: [3], CONTENT: [4, 5]}, 0.9), thread(7, {CONTENT: [6, 7]}, 0.8)]
    assert stretches(found) == [{SOURCE: [(1, 2)], CUE: [(3, 3)], CONTENT: [(4, 5)]}, {SOURCE: [], CUE: [], CONTENT: [(6, 7)]}]
    assert stretches([]) == []


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


def test_one_speaker_gives_one_content_once_by_the_surer_words() -> None:
    sure = thread(5, {CUE: [5], SOURCE: [6], CONTENT: [0, 1, 2]}, 0.9)
    again = thread(8, {CUE: [8], SOURCE: [6], CONTENT: [0, 1, 2]}, 0.4)
    nobody = [thread(at, {CUE: [at], CONTENT: [10, 11]}, 0.3 - at / 1000) for at in (12, 14)]
    assert distinct([again, *nobody, sure]) == [sure, *nobody]


def test_windows_hold_what_is_within_reach_with_empty_places_between() -> None:
    own = windows(100 + 2 * GAP, np.array([2, 50, 99]) + GAP, reach=5, apart=3)
    held = [list(at[~between] - GAP) for at, between in zip(own.at, own.between, strict=True)]
    assert held == [list(range(8)), list(range(45, 56)), list(range(94, 100))]
    assert list(own.starts) == [3, 0, 0] and list(own.ends) == [11, 11, 6]
    assert own.between[:, 11:].all() and own.between.sum() == 3 * 14 - 25
    assert list(own.at[:, own.middle] - GAP) == [2, 50, 99]


def test_softmax() -> None:
    x = np.array([[1.0, 2.0, 4.0]], np.float32)
    assert np.isclose(softmax(x).sum(), 1) and softmax(x).argmax() == 2


def test_evidence_tells_a_missing_source() -> None:
    with_source = thread(5, {CUE: [5], SOURCE: [6], CONTENT: [0, 1, 2]}, 0.9).evidence()
    without = thread(5, {CUE: [5], CONTENT: [0, 1, 2]}, 0.9).evidence()
    assert len(with_source) == len(without) and np.isfinite(without).all()
    assert with_source != without


def test_the_columns_of_evidence() -> None:
    one = Thread(
        5, np.array([1, 2, 5, 9]), np.array([CONTENT, CONTENT, CUE, CONTENT]), 0.5, 0.25, 0.9, np.array([0.4, 0.8, 0.7, 0.6], np.float32)
    )
    odds = [np.log((p + 1e-4) / (1 - p + 1e-4)) for p in (0.5, 0.25, 0.75, 0.9)]
    wanted = [*odds, 1, 0.7, 0.4, 1, 0.7, 0.6, 0, np.log(2), np.log(4), 1, 0, 0.4, 0.6, 1, np.log(4)]
    assert np.allclose(one.evidence(), wanted)


def test_evidence_of_several_reports_is_that_of_each() -> None:
    found = [
        thread(5, {CUE: [5], SOURCE: [6], CONTENT: [0, 1, 4]}, 0.9),
        thread(9, {CONTENT: [3]}, 0.2),
        thread(20, {CUE: [20, 21], CONTENT: [4, 22]}, 0.6),
    ]
    assert np.array_equal(evidence(found), [t.evidence() for t in found])


def test_one_source_stays() -> None:
    roles = np.array([1, 1, 0, 0, 0, 1, 2, 3, 3])
    fits = np.full((4, len(roles)), 0.1)
    fits[SOURCE, 5] = 0.9
    one_source(roles, fits)
    assert roles.tolist() == [0, 0, 0, 0, 0, 1, 2, 3, 3]


def test_a_source_parted_by_a_sign_is_one() -> None:
    roles = np.array([1, 0, 1, 2, 3])
    one_source(roles, np.ones((4, len(roles))))
    assert roles.tolist() == [1, 1, 1, 2, 3]


def test_rows_whose_marks_are_parted() -> None:
    marked = np.array([[0, 1, 1, 0], [1, 0, 0, 1], [0, 0, 0, 0], [1, 1, 0, 0], [0, 1, 0, 1]], bool)
    assert parted(marked).tolist() == [1, 4]
