"""Pairs: each once, under shared keys, hot keys capped and counted."""

from dataclasses import dataclass

from hearsay import links


@dataclass
class Thing:
    id: str
    keys: tuple[str, ...]


def keys(thing: Thing) -> tuple[str, ...]:
    return thing.keys


def test_only_what_shares_a_key_is_compared_and_each_pair_once() -> None:
    things = [Thing("b", ("x", "y")), Thing("a", ("x", "y")), Thing("c", ("z",))]
    assert [(left.id, right.id) for left, right in links.pairs(things, keys)] == [("a", "b")]


def test_known_pairs_are_left_out() -> None:
    things = [Thing("a", ("x",)), Thing("b", ("x",)), Thing("c", ("x",))]
    assert [(left.id, right.id) for left, right in links.pairs(things, keys, {"a", "b"})] == [("a", "c"), ("b", "c")]


def test_a_hot_key_is_capped_and_counted() -> None:
    things = [Thing(f"{n:05}", ("x",)) for n in range(links.HOT + 3)]
    told: list[tuple[str, int]] = []
    found = list(links.pairs(things, keys, hot=lambda key, number: told.append((key, number))))
    assert told == [("x", links.HOT + 3)]
    assert len(found) == links.HOT * (links.HOT - 1) // 2 + 3 * links.HOT
