"""What the links need to see of the record; the record itself is unknown here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from hearsay.model import Group


class Known(Protocol):
    """What earlier kinds of link have grouped: "duplicates" before "dates", "dates" before "actors"."""

    def groups(self, kind: str) -> Iterable[Group]: ...


class Thing(Protocol):
    """Something that can be compared: it has an id."""

    @property
    def id(self) -> str: ...


class Nothing:
    """A record that holds no groups yet."""

    def groups(self, kind: str) -> Iterable[Group]:
        return ()
