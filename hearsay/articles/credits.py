"""Who supplied the words and the pictures, as the page says it: wires, relays and what they relay, images, rights."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from hearsay import world
from hearsay.articles.byline import People
from hearsay.articles.dateline import agency_at
from hearsay.articles.forms import UPPER
from hearsay.articles.papers import Papers
from hearsay.articles.phrases import Phrase, Phrases
from hearsay.model import Credit, Dateline, Span
from hearsay.text import TOKEN, fold, tokens, trim

KNOWN_ONLY = frozenset({"told", "cited"})
"""Kinds of phrase that also people stand in, so that only a name counts that the world knows as a wire or outlet, or that says so."""
ROLES = {"wire": "wire", "told": "wire", "relay": "relay", "cited": "relay", "image": "image"}
IN_LINES = frozenset({"wire", "image"})
"""Kinds that name a supplier in a line of their own: "Source: Norvia Press"."""
HEAD, LAST = 3, 2
"""Paragraphs from either end of a body in which the supplier is named; in the middle others are quoted."""
TAIL = 50
"""Characters of a paragraph's end in which it is signed."""
LONGEST = 80
"""Characters of a name in quotation marks, and of all who are named behind a picture's label."""
MOST = 5
"""Words of one of them."""
QUOTES = {"«": "»", "“": "”", "„": "“", '"': '"', "»": "«"}
QUOTED, CLOSING = '«»“”„"', frozenset('»”"')
LINE_END = re.compile(r"[.)\]]?\s*(?:\n|$)|[)\]]")
PARTY = re.compile(r"[^/,|;()]+")
"""What stands between the signs that part them."""
BESIDE = re.compile(r"(?:[^,|/:\n–—-]+|(?<=\w)-(?=\w))+")
"""The same where authors stand."""
NAMED = re.compile(rf"(?:[^\W\d_]+ )?[{QUOTED}]?[{UPPER}©]")
"""How a party begins: with a capital, or with a word for what it is and a name in quotation marks."""
AT_HEAD, NEAR = re.compile(r"(?:^|\n) *$"), 8
"""What stands before a phrase that begins its line, and characters in which it is looked for."""
SENTENCES = re.compile(r"\w\w[.:] ")
"""What no name holds, but words before a credit do."""
SIGNATURE = re.compile(r"(?:\s[-–—]\s|[(/])\s*([^()/]{2,40})[)/]?\.?$")


class Places(NamedTuple):
    """Where an article's credits may stand: in its paragraphs, in short lines that are none, of which the phrases are known, in the lines
    where a byline stands, behind the names in it.
    """

    body: Sequence[Span]
    around: Sequence[Sequence[Phrase]]
    beside: Sequence[Span]
    names: Sequence[Span]


class Known(NamedTuple):
    """What credits are told by: the phrases of the article's language, who is a person, the words that newspapers are called by."""

    phrases: Phrases
    people: People
    papers: Papers


def credits(text: str, places: Places, dateline: Dateline | None, own: str | None, known: Known) -> tuple[Credit, ...]:
    """The credits of an article. `own` is the outlet, whose own name credits nobody else."""
    body = places.body
    found = [
        *_of_dateline(dateline, own),
        *_lines(text, places.around, own, known),
        *_bylines(text, places.beside, own),
        *_after_names(text, places.names, own),
    ]
    ends = (*body[:HEAD], *body[HEAD:][-LAST:])
    said = known.phrases.among(text, [span.start for span in ends], [span.stop for span in ends])
    for n, paragraph in enumerate(ends):
        found += _in_paragraph(text, said.get(n, ()), own, known.papers)
        found += _signed(text, paragraph, own)
    return _once(found)


def _of_dateline(dateline: Dateline | None, own: str | None) -> Iterator[Credit]:
    if dateline and dateline.agency and dateline.agency_span:
        yield Credit(dateline.agency, dateline.agency_span, "own" if _same(dateline.agency, own) else "wire")


def _in_paragraph(text: str, said: Sequence[Phrase], own: str | None, papers: Papers) -> Iterator[Credit]:
    """The longest phrase at each place; what a relay cites is the origin."""
    last = -1
    for phrase in sorted(said, key=lambda p: (p.span.start, -p.span.stop)):
        if phrase.span.start < last or phrase.kind == "image":
            continue
        found = list(_credits(text, phrase, own, papers))
        if not found:
            continue
        yield from found
        last = phrase.span.stop
        if origin := phrase.slots.get("name"):
            yield Credit(origin.of(text), origin, "origin")


def _credits(text: str, phrase: Phrase, own: str | None, papers: Papers, alone: bool = False) -> Iterator[Credit]:
    """The supplier that a phrase names, or the suppliers: "Norvia Press and Orva Wire contributed to this report"; in a line
    `alone`, or a picture's, all that follow: "Photo: Anna Lorne/NP".
    """
    span = phrase.slots.get("agency")
    if span is None:
        return
    if phrase.kind == "image" or alone:
        found = [known_at(text, party) for party in _parties(text, span)]
    else:
        found = _all_known(text, span) if phrase.kind == "wire" else [known_at(text, _quoted(text, span))]
    for name, place in found or ([] if phrase.kind == "image" or alone else [(None, trim(text, span, "."))]):
        shown = name or place.of(text)
        if name is not None or phrase.kind not in KNOWN_ONLY or _is_paper(shown, papers):
            yield Credit(shown, place, "own" if _same(shown, own) else ROLES[phrase.kind])


def _is_paper(name: str, papers: Papers) -> bool:
    """Whether a name of several words begins or ends as papers' names do."""
    first, *others = fold(name).split() or [""]
    return bool(others) and (first in papers.begin or others[-1] in papers.end)


def _bare(text: str, span: Span) -> Span:
    """A name without quotation marks around all of it, or at its end alone."""
    words = span.of(text)
    if words[-1:] in CLOSING and not any(mark in words[:-1] for mark in QUOTED):
        return Span(span.start, span.stop - 1)
    marked = span.stop - span.start > 2 and QUOTES.get(text[span.start]) == text[span.stop - 1]
    return Span(span.start + 1, span.stop - 1) if marked else span


def _quoted(text: str, span: Span) -> Span:
    """The whole of a name in quotation marks, of which a slot holds the beginning."""
    closing = QUOTES.get(text[span.start - 1 : span.start])
    stop = text.find(closing, span.start, span.start + LONGEST) if closing else -1
    return Span(span.start, stop) if stop > 0 and "\n" not in text[span.start : stop] else span


def _parties(text: str, span: Span) -> list[Span]:
    """Who is named behind a label, to the end of its line or bracket: a photographer, an agency, both."""
    line = LINE_END.search(text, span.start)
    stretch = Span(span.start, line.start() if line else len(text))
    if len(stretch.of(text)) > LONGEST:
        return [_quoted(text, span)]
    parts = (_bare(text, trim(text, Span(*part.span()))) for part in PARTY.finditer(text, *stretch))
    return [
        part for part in parts if NAMED.match(part.of(text)) and part.of(text).count(" ") < MOST and not SENTENCES.search(part.of(text))
    ]


def _all_known(text: str, span: Span) -> list[tuple[str | None, Span]]:
    """Every wire or outlet named in a stretch."""
    known, said = world.names("wires", "outlets"), tokens(text, *span)
    found: list[tuple[str | None, Span]] = []
    stop = 0
    for n, token in enumerate(said):
        if n >= stop and (hit := known.at(said, n)):
            stop = hit.stop
            found.append((hit.named.name, Span(token.start, said[stop - 1].stop)))
    return found


def known_at(text: str, span: Span) -> tuple[str | None, Span]:
    """The wire or outlet that a stretch begins with, by the world's name, and exactly its words."""
    known, first = world.names("wires", "outlets"), TOKEN.search(text, *span)
    found = tokens(text, *span) if first and known.begins(first[0]) else []
    hit = known.at(found, 0) if found else None
    return (hit.named.name, Span(found[0].start, found[hit.stop - 1].stop)) if hit else (None, trim(text, span, "."))


def _signed(text: str, paragraph: Span, own: str | None) -> Iterator[Credit]:
    """A paragraph that ends in an agency after a dash or in brackets: "... the port is open. - Norvia Press", "... is open. (NP)"."""
    found = SIGNATURE.search(text, max(paragraph.start, paragraph.stop - TAIL), paragraph.stop)
    named, span = known_at(text, Span(*found.span(1))) if found else (None, paragraph)
    if named and not text[span.stop : paragraph.stop].strip(" .)/"):
        yield Credit(named, span, "own" if _same(named, own) else "wire")


def _bylines(text: str, beside: Sequence[Span], own: str | None) -> Iterator[Credit]:
    """A wire named where the author would be, or beside him."""
    for line in (line for line in beside if line.stop - line.start <= LONGEST):
        for part in BESIDE.finditer(text, *line):
            words = part[0].strip()
            name = agency_at(words) if words[:1].isupper() else None
            if name and world.canonical(name, "wires"):
                yield Credit(name, trim(text, Span(*part.span())), "own" if _same(name, own) else "wire")


def _after_names(text: str, names: Sequence[Span], own: str | None) -> Iterator[Credit]:
    """The agency in the same line after the people of a byline: "By Anna Lorne, Norvia Press"."""
    stop = text.find("\n", names[-1].stop) if names else 0
    for name, place in _all_known(text, Span(names[-1].stop, stop if stop > 0 else len(text)))[:1] if names else ():
        if name:
            yield Credit(name, place, "own" if _same(name, own) else "wire")


def _lines(text: str, around: Sequence[Sequence[Phrase]], own: str | None, known: Known) -> Iterator[Credit]:
    """Lines of their own that name the supplier of the text, which is no person, or of a picture: "Source: Norvia Press"."""
    for phrase in chain.from_iterable(map(_innermost, around)):
        if phrase.kind == "image":
            yield from _credits(text, phrase, None, known.papers)
        elif phrase.kind in IN_LINES:
            alone = AT_HEAD.search(text, max(0, phrase.span.start - NEAR), phrase.span.start) is not None
            found = _credits(text, phrase, own, known.papers, alone)
            yield from (credit for credit in found if not known.people.is_full_name(credit.agency))


def _innermost(said: Sequence[Phrase]) -> list[Phrase]:
    """The phrases of a line without those whose supplier another reads more of: of "Photo: archive of Norvia Press" the last words."""
    slots = [slot for phrase in said if (slot := phrase.slots.get("agency"))]
    return [
        phrase
        for phrase in said
        if not any(slot.start > phrase.slots.get("agency", slot).start and phrase.slots["agency"].overlaps(slot) for slot in slots)
    ]


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
