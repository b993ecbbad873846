"""Voices made of words and mentions: named, unnamed, or the one that a pronoun points at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hearsay import world
from hearsay.marks.cast import Cast
from hearsay.marks.scan import Scan
from hearsay.model import Mention, Span, Voice
from hearsay.text import words

KIND = {"PER": "person", "ORG": "organisation", "LOC": "country"}
OUTLETS = ("world/wires", "world/outlets")
PRESS = frozenset({"newspaper", "news-agency", "agency", "website", "outlet", "broadcaster", "magazine", "press"})


def said(scan: Scan, source: Sequence[Span]) -> str:
    """The words of a source as printed."""
    return words(scan.text, source)


def unnamed(scan: Scan, source: Sequence[Span]) -> Voice:
    """Somebody of whom only these words are known."""
    return Voice(None, "anonymous", None, source[0] if source else None, False, said(scan, source))


def named(scan: Scan, cast: Cast, m: Mention, source: Sequence[Span]) -> Voice:
    """Whom a name in the source names, by the fullest form that the article has; a capital or a government speaks for its state."""
    figure = cast.by_mention.get(m.id)
    name = figure.name if figure and figure.category == "PER" else m.name
    if m.rule in ("world/seats", "world/offices"):
        name = world.seat_of(name or "") or world.governed_by(name or "") or name
    kind = "outlet" if m.rule in OUTLETS else KIND.get(m.category, "organisation")
    return Voice(name, kind, m.id, source[0], False, said(scan, source))


def pointed(scan: Scan, voice: Voice, m: Mention, source: Sequence[Span]) -> Voice:
    """The voice that a pronoun points at; of one unnamed the words that say who it is are kept: "a source at the ministry"."""
    if voice.name is None:
        return replace(voice, mention=m.id)
    return Voice(voice.name, voice.kind, m.id, source[0], False, said(scan, source))
