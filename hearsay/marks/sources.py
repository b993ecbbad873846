"""Who speaks, as the tagger took it, without what is no part of that: a quotation mark, the outlet that was told, the place, the verb."""

from __future__ import annotations

from dataclasses import replace

from hearsay import world
from hearsay.marks.proposal import Proposal
from hearsay.marks.scan import Paragraph, Scan
from hearsay.marks.speakers import verb_gender
from hearsay.marks.voices import PRESS
from hearsay.model import Span
from hearsay.text import trim

OPENING, CLOSING = "«„", "»”"  # marks that only open, only close
VERBS = frozenset({"auxiliary", "modal"})


def no_one(scan: Scan, p: Proposal) -> bool:
    """Whether all that is said of the speaker is an article, "The [proposed] measures", or a clause, "It would oblige the mills"."""
    if not p.source:
        return False
    paragraph = scan.paragraph(p.source[0].start)
    places = [i for piece in p.source for i in paragraph.between(piece)]
    clause = len(places) > 2 and places[0] in paragraph.kinds("pronouns") and paragraph.kinds().get(places[0] + 1) in VERBS
    return clause or all(paragraph.kinds().get(i) == "article" for i in places)


def mended(scan: Scan, p: Proposal) -> Proposal:
    """The proposal with who speaks alone in its source: no mark that only opens at its end or only closes at its beginning, no place, no
    outlet that was told; a verb goes to the reporting words."""
    pieces = (_told_the_outlet(scan, _inside(scan.text, piece)) for piece in p.source)
    p = replace(p, source=tuple(piece for piece in pieces if not _where(scan, p, piece)))
    verb = _verb_within(scan, p) if len(p.source) == 1 else None
    return replace(p, source=(trim(scan.text, Span(p.source[0].start, verb.start)),), cue=tuple(sorted((verb, *p.cue)))) if verb else p


def _where(scan: Scan, p: Proposal, piece: Span) -> bool:
    """Whether a lone small word says where one person spoke, «сказала на [набережной]»; several speak as a place: «заявили в [порту]»."""
    paragraph = scan.paragraph(piece.start)
    within = paragraph.between(piece)
    small = len(within) == 1 and paragraph.tokens[within.start].text.islower() and within.start not in paragraph.kinds("pronouns")
    known = any(within.start in paragraph.kinds(table) for table in ("roles", "words", "cues"))
    behind = paragraph.kinds().get(within.start - 1) == "preposition"
    return small and not known and behind and verb_gender(scan, p.cue) in ("f", "m")


def _told_the_outlet(scan: Scan, piece: Span) -> Span:
    """The source in «рассказал газете «Горный край» капитан Руднев», where the outlet stands between verb and speaker: the captain."""
    paragraph = scan.paragraph(piece.start)
    within = paragraph.between(piece)
    if "head_last" in scan.language.options or len(within) < 2:
        return piece
    people = (hit.first for hit in paragraph.hits("roles") if hit.row.kind == "person" and hit.first in within[1:])
    first = next((i for i in people if _all_outlet(paragraph, within.start, i)), None)
    return Span(paragraph.tokens[first].start, piece.stop) if first is not None else piece


def _all_outlet(paragraph: Paragraph, first: int, stop: int) -> bool:
    """Whether the words from one place to another are what an outlet is called: «газете «Горный край»», «агентство Норвекс»."""
    word = paragraph.begun("roles", first)
    press = word is not None and word.row.office in PRESS
    called = word.last + 1 if word and press else first
    if called >= stop:
        return False
    if known := world.names("wires", "outlets").at(paragraph.tokens, called):
        return known.stop == stop
    if quote := paragraph.quote(paragraph.tokens[called].start):
        return quote.span.stop == paragraph.tokens[stop - 1].stop
    return press and called == stop - 1 and paragraph.tokens[called].text[0].isupper()


def _verb_within(scan: Scan, p: Proposal) -> Span | None:
    """The reporting verb in what was taken for a name and is a clause, «Руднев попросил капитанов». Beside other reporting words only a
    finite verb counts: «глава обвинившей порт компании» has a participle, as has "a poll released in May"."""
    paragraph = scan.paragraph(p.source[0].start)
    within = paragraph.between(p.source[0])
    if any(not paragraph.tokens[i].text[0].isalnum() for i in within):
        return None
    verbs = (hit for hit in paragraph.hits("cues") if hit.row.frame == "verb" and hit.first in within[1:] and hit.last in within)
    verb = next((hit for hit in verbs if hit.first not in paragraph.kinds("roles")), None)
    span = paragraph.span_of(verb.first, verb.last) if verb else None
    before = range(within.start, verb.first) if verb else ()
    named = any(paragraph.tokens[i].text[0].isupper() or i in paragraph.kinds("roles") for i in before)
    return span if span and named and (not p.cue or verb_gender(scan, (span,))) else None


def _inside(text: str, piece: Span) -> Span:
    start, stop = piece
    words = text[start:stop].rstrip(OPENING + " ").lstrip(CLOSING + " ")
    at = text.find(words, start) if words else start
    return Span(at, at + len(words)) if words else piece
