"""Which mention stands for which: surnames and offices for full names, pronouns for whoever spoke. What is unsure stays open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hearsay import naming
from hearsay.marks.cast import Cast
from hearsay.model import Mention, Statement
from hearsay.model.mark import MANY


def settle(mentions: Iterable[Mention], cast: Cast, statements: Sequence[Statement]) -> list[Mention]:
    """The mentions with their fullest names and with what they refer to."""
    spoken: dict[str | None, str | None] = {
        s.chain[-1].mention: s.chain[-1].name for s in statements if s.chain and s.chain[-1].mention and s.chain[-1].name
    }
    first = {f.name: f.mentions[0].id for f in cast.figures}
    return [_settled(m, cast, spoken, first) for m in mentions]


def _settled(m: Mention, cast: Cast, spoken: dict[str | None, str | None], first: dict[str, str]) -> Mention:
    figure = cast.by_mention.get(m.id)
    name = spoken.get(m.id) if figure is None or m.rule == "world/seats" else figure.name
    name = name or (figure.name if figure else None)
    if name is None or (MANY in name and not figure):
        return m
    head = first.get(name)
    return replace(
        m, name=name, key=naming.key(name), refers=head if head != m.id else None, gender=m.gender or (figure.gender if figure else None)
    )
