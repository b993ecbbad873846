"""What need not be judged again: things that are what they were when their links were judged, by the same rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from hearsay.links.known import Thing
from hearsay.text import digest

T = TypeVar("T", bound=Thing)


def hashes(things: Sequence[T], keys: Callable[[T], Iterable[str]], hot: int, rules: str) -> dict[str, str]:
    """A hash of each thing and of the `rules` that judge it: two things whose hashes stay have the link, or none, that they had.

    A thing with a key that more than `hot` things share has no hash, since newcomers decide with which of them it is compared.
    """
    shared = {thing.id: set(keys(thing)) for thing in things}
    often = {key for key, number in Counter(key for own in shared.values() for key in own).items() if number > hot}
    return {thing.id: digest(rules, _plain(thing)) for thing in things if not shared[thing.id] & often}


def _plain(value: Any) -> Any:
    """A thing as nested tuples in a fixed order: equal for equal things, in every process."""
    if is_dataclass(value):
        return tuple(_plain(getattr(value, field.name)) for field in fields(value))
    if isinstance(value, frozenset):
        return tuple(sorted(value))
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value
