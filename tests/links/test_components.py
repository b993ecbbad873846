"""Groups honour every "different", and the surest ties come first."""

from hearsay.links.components import components
from hearsay.model import Link


def link(left: str, right: str, score: float, judgement: str = "same") -> Link:
    return Link("actors", left, right, judgement, score, "")


def test_ties_make_groups() -> None:
    assert components("abcd", [link("a", "b", 0.9), link("b", "c", 0.8)]) == [("a", "b", "c"), ("d",)]


def test_what_is_different_is_never_in_one_group() -> None:
    ties = [link("a", "b", 0.9), link("b", "c", 0.8), link("a", "c", 1.0, "different")]
    assert components("abc", ties) == [("a", "b"), ("c",)]


def test_the_surer_tie_wins_whatever_the_order() -> None:
    ties = [link("a", "b", 0.7), link("b", "c", 0.8), link("a", "c", 1.0, "different")]
    assert components("abc", ties) == components("cba", ties[::-1]) == [("a",), ("b", "c")]


def test_difference_is_inherited_by_groups() -> None:
    ties = [link("a", "b", 0.9), link("c", "d", 0.9), link("b", "d", 0.5), link("a", "c", 1.0, "different")]
    assert components("abcd", ties) == [("a", "b"), ("c", "d")]


def test_unsure_ties_nothing() -> None:
    assert components("ab", [link("a", "b", 0.5, "unsure")]) == [("a",), ("b",)]
