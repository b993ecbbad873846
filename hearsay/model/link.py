"""Ties between things that were read; a link is judged, never read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A judged tie between two things: what kind, how sure, and why.

    `judgement` is same, different or unsure; `score` lies between 0 and 1.
    """

    kind: str
    left: str
    right: str
    judgement: str
    score: float
    reason: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Things that links tie together, named by the least id among them.

    For actors `name` is the one shown; for dates it is the settled value; `reason` says how it came about.
    """

    id: str
    kind: str
    members: tuple[str, ...]
    name: str | None = None
    reason: str = ""
