"""The turns of a transcript: each is what its speaker said. "MR DORVAN: It has." is Dorvan's; who asks under "QUESTION:" stays unnamed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from hearsay.language import Language
from hearsay.marks.cast import Figure
from hearsay.marks.proposal import Proposal
from hearsay.marks.scan import Paragraph, Scan
from hearsay.marks.who import Who
from hearsay.model import Mention, Span, Voice
from hearsay.text import LABEL, fold, trim

RULE = "turn"
SURE = 0.9
LEAST, VOICES = 4, 2
"""Turns and voices that a transcript must have: three colons at line beginnings stand in many articles."""
ASIDE = re.compile(r"[\"“„«]?[(\[]")
"""How a line begins that nobody says: "(Crosstalk.)"."""


class Turn(NamedTuple):
    """Who takes a turn, as the label has it, the colon behind the label, and all paragraphs of the turn."""

    label: Span
    colon: Span
    content: tuple[Span, ...]


def find(scan: Scan) -> list[Turn]:
    """The turns of a transcript in order; none in an article that is none."""
    found: list[Turn] = []
    for p in scan.paragraphs:
        if label := _label(scan, p):
            at = scan.text.index(":", label.stop)
            found.append(Turn(label, Span(at, at + 1), (trim(scan.text, Span(at + 1, p.span.stop)),)))
        elif found and not p.headline and not ASIDE.match(scan.text, p.span.start):
            found[-1] = found[-1]._replace(content=(*found[-1].content, p.span))
    names = [turn.label.of(scan.text) for turn in found]
    return found if len(names) >= LEAST and VOICES <= len(set(names)) < len(names) else []


def _label(scan: Scan, p: Paragraph) -> Span | None:
    """A few words in capitals before a colon, or such as the language has for who asks and who answers."""
    match = LABEL.match(scan.text, p.span.start, p.span.stop)
    if not match or p.headline:
        return None
    known = match[1].upper() == match[1] or fold(match[1]) in {*_said("questioner", scan.language), *_said("answerer", scan.language)}
    return Span(*match.span(1)) if known else None


def _said(part: str, language: Language) -> list[str]:
    """What the language calls who asks, or who answers."""
    return [fold(word) for word in language.options.get(part, ())]


def among(scan: Scan, proposals: Sequence[Proposal]) -> list[Proposal]:
    """The turns as statements of their speakers, with the other proposals that take no label in and have words that report."""
    turns = find(scan)
    taken = [turn.label for turn in turns]
    free = [p for p in proposals if not any(a.overlaps(b) for a in (*p.source, *p.cue, *p.content) for b in taken)]
    rest = [p for p in free if p.source or p.cue] if turns else free
    return [*rest, *(Proposal((turn.label,), (turn.colon,), turn.content, SURE, 0, RULE) for turn in turns)]


def unlabelled(scan: Scan, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions without those of words that only say that someone asks, or answers."""
    labels = [turn.label for turn in find(scan) if _part(scan, turn.label)]
    return [m for m in mentions if not any(label.overlaps(m.span) for label in labels)]


def _part(scan: Scan, label: Span) -> str | None:
    word = fold(label.of(scan.text))
    return next((part for part in ("questioner", "answerer") if word in _said(part, scan.language)), None)


def voice(scan: Scan, who: Who, label: Span) -> tuple[Voice, Figure | None] | None:
    """Who speaks under a label that names nobody. Who asks stays unnamed; who answers had the floor, or alone a name, before the talk."""
    part = _part(scan, label)
    if part is None:
        return None
    known = _interviewed(scan, who) if part == "answerer" else None
    spoken, figure = known or (Voice(None, "anonymous"), None)
    return replace(spoken, span=label, inferred=False, words=label.of(scan.text)), figure


def _interviewed(scan: Scan, who: Who) -> tuple[Voice, Figure | None] | None:
    begin = find(scan)[0].label.start
    named = [figure for figure in who.cast.people() if figure.mentions[0].span.start < begin]
    alone = (Voice(named[0].name, "person", named[0].mentions[0].id), named[0]) if len(named) == 1 else None
    return who.floor.last(begin) or alone
