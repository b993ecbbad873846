"""Readings become links: what is the same, what copies what, who stands behind a name.

A kind of link is a module with a `NAME` and four functions: ``things(readings, record)`` says what is compared, ``keys(thing)`` under
which keys it is looked up, ``judge(left, right)`` decides a pair by itself and gives a Link or None, ``group(things,
links)`` makes the groups.
Later kinds see the groups of earlier ones in the record. Nothing here depends on the order in which pages came.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TypeVar

from hearsay.links import actors, again, dates, duplicates
from hearsay.links.known import Known, Thing

KINDS = (duplicates, dates, actors)
HOT = 400


T = TypeVar("T", bound=Thing)


def pairs(
    things: Iterable[T],
    keys: Callable[[T], Iterable[str]],
    known: Collection[str] = (),
    hot: Callable[[str, int], None] | None = None,
) -> Iterator[tuple[T, T]]:
    """Each pair of things that share a key, once, in a fixed order; pairs of which both ids are known already are left out.

    Under a key that more than `HOT` things share, each is compared with the first `HOT` only, and `hot` is told the key and the number.
    """
    buckets: dict[str, list[T]] = {}
    for thing in sorted(things, key=lambda t: t.id):
        for key in set(keys(thing)):
            buckets.setdefault(key, []).append(thing)
    seen: set[tuple[str, str]] = set()
    for key, bucket in sorted(buckets.items()):
        if hot and len(bucket) > HOT:
            hot(key, len(bucket))
        for left, right in _within(bucket):
            if (left.id, right.id) not in seen and not (left.id in known and right.id in known):
                seen.add((left.id, right.id))
                yield left, right


def hashes(things: Sequence[T], keys: Callable[[T], Iterable[str]], rules: str) -> dict[str, str]:
    """A hash by which each thing is known to be what it was; those under a hot key have none (see `again.hashes`)."""
    return again.hashes(things, keys, HOT, rules)


def _within(bucket: list[T]) -> Iterator[tuple[T, T]]:
    for n, right in enumerate(bucket):
        for left in bucket[: min(n, HOT)]:
            yield left, right


__all__ = ["HOT", "KINDS", "Known", "Thing", "hashes", "pairs"]
