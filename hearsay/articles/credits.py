"""Who supplied the words and the pictures, as the page says it: wires, relays and what they relay, images, rights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hearsay import world
from hearsay.articles.dateline import agency_at
from hearsay.articles.phrases import Phrase, Phrases
from hearsay.model import Credit, Dateline, Span
from hearsay.text import tokens, trim

KNOWN_ONLY = frozenset({"told", "cited"})
"""Kinds of phrase that also people stand in, so that only a name the world knows as a wire or outlet counts."""
ROLES = {"wire": "wire", "told": "wire", "relay": "relay", "cited": "relay", "image": "image"}
HEAD, TAIL = 3, 2
"""Paragraphs from either end of a body in which the supplier is named; in the middle others are quoted."""
TAIL_SIGNS = "-–—"


def credits(
    text: str, body: Sequence[Span], around: Sequence[Sequence[Phrase]], dateline: Dateline | None, own: str | None, phrases: Phrases
) -> tuple[Credit, ...]:
    """The credits of an article. `around` holds the phrases of the short lines that are no body.

    `own` is the outlet, whose own name credits nobody else.
    """
    found = [*_of_dateline(dateline, own), *_lines(text, around)]
    for paragraph in (*body[:HEAD], *body[HEAD:][-TAIL:]):
        found += _in_paragraph(text, paragraph, own, phrases)
        found += _signed(text, paragraph, own)
    return _once(found)


def _of_dateline(dateline: Dateline | None, own: str | None) -> Iterator[Credit]:
    if dateline and dateline.agency and dateline.agency_span:
        yield Credit(dateline.agency, dateline.agency_span, "own" if _same(dateline.agency, own) else "wire")


def _in_paragraph(text: str, paragraph: Span, own: str | None, phrases: Phrases) -> Iterator[Credit]:
    """The longest phrase at each place; what a relay cites is the origin."""
    last = -1
    for phrase in sorted(phrases.within(text, *paragraph), key=lambda p: (p.span.start, -p.span.stop)):
        if phrase.span.start < last or phrase.kind == "image":
            continue
        credit = _credit(text, phrase, own)
        if credit is None:
            continue
        yield credit
        last = phrase.span.stop
        if origin := phrase.slots.get("name"):
            yield Credit(origin.of(text), origin, "origin")


def _credit(text: str, phrase: Phrase, own: str | None) -> Credit | None:
    span = phrase.slots.get("agency")
    if span is None:
        return None
    named, span = known_at(text, span)
    if named is None and phrase.kind in KNOWN_ONLY:
        return None
    name = named or span.of(text)
    return Credit(name, span, "own" if _same(name, own) else ROLES[phrase.kind])


def known_at(text: str, span: Span) -> tuple[str | None, Span]:
    """The wire or outlet that a stretch begins with, by the world's name, and exactly its words."""
    found = tokens(text, *span)
    hit = world.names("wires", "outlets").at(found, 0) if found else None
    return (hit.named.name, Span(found[0].start, found[hit.stop - 1].stop)) if hit else (None, trim(text, span))


def _signed(text: str, paragraph: Span, own: str | None) -> Iterator[Credit]:
    """A paragraph that ends in a dash and an agency: "... the port is open. - Norvia Press"."""
    cut = max(text.rfind(f" {sign} ", paragraph.start, paragraph.stop) for sign in TAIL_SIGNS)
    if cut < 0 or paragraph.stop - cut > 50:
        return
    named, span = known_at(text, Span(cut + 3, paragraph.stop))
    if named and not text[span.stop : paragraph.stop].strip(" ."):
        yield Credit(named, span, "own" if _same(named, own) else "wire")


def _lines(text: str, around: Sequence[Sequence[Phrase]]) -> Iterator[Credit]:
    """Lines of their own that name the supplier of the text or of a picture: "Source: Norvia Press"."""
    for phrase in (phrase for said in around for phrase in said):
        if phrase.kind in ("wire", "image") and (credit := _credit(text, phrase, None)):
            yield credit


def _same(name: str, own: str | None) -> bool:
    if own is None:
        return False
    same = {(agency_at(n) or n).casefold() for n in (name, own)}
    return len(same) == 1


def _once(found: Sequence[Credit]) -> tuple[Credit, ...]:
    """Each name once a role, the first time it is said; in order of place."""
    seen: dict[tuple[str, str], Credit] = {}
    for credit in sorted(found, key=lambda c: c.span):
        seen.setdefault((credit.agency.casefold(), credit.role), credit)
    return tuple(seen.values())
