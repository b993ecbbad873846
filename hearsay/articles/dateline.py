"""The words a report begins with: the place and day it was filed from and the agency that filed it.

"KYIV, March 4 (Reuters) -", "МОСКВА, 1 фев - РИА Новости.", "/TASS/.", "Washington. 1st of February. INTERFAX -".
A dateline is read as pieces parted by signs; each piece must be a day, a known agency or a place, else there is no dateline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from hearsay import world
from hearsay.articles.days import DIGIT, Calendar, Day
from hearsay.articles.forms import UPPER
from hearsay.model import Dateline, Span
from hearsay.text import TOKEN, tokens, trim

LONGEST = 130
"""Characters from the beginning of a paragraph within which a dateline ends."""
KEPT = 32
"""Paragraphs whose datelines are remembered, since several ask for them."""
FEW = 3
"""Words up to which an agency's name is looked for where no place and no day can be; few begin with a small letter."""
END = re.compile(
    r"""[\s—–:/).] (?:
        (?<=\s) (?: [-–—]+ (?=\s) | [—–] (?=\s?\S) | [-–—]{1,2} (?=\S) )  # " - Ferries", " —Ferries", " --Ferries"
      | (?<=[—–]) (?=\s?\S)  # "Reuters— Ferries"
      | (?<=[:.]) (?=\s)
      | (?<=[/)]) (?=[.:]?\s) [.:]?  # "/TASS/.", "(Reuters):"
    )""",
    re.VERBOSE,
)
"""Its first character is one of few, so that it is found at once."""
PIECE = re.compile(r"(?:[^\s,./()|:–—-]+|(?<!\s)-(?!\s)|(?<=[^\W\d_])\.(?=[^\W\d_]{2})|\s+(?![-–—]))+")
SENTENCE = re.compile(r"(?:[^\W\d_]+ ){5}[^\W\d_]")
"""Six words with nothing between. The last may be a day's month; five are more than a place has, and than any agency's name."""
PROPER = re.compile(rf"[\"“”„«]?[{UPPER}][\w'’.-]*(?:[\s/-]+(?:[{UPPER}][\w'’.-]*|\w{{1,3}}(?=\s+[{UPPER}]))){{0,3}}[\"“”»]?")
CAPITALS = re.compile(rf"[{UPPER}][{UPPER}\d'’.-]+(?:\s+[{UPPER}\d'’.-]+)*")


@dataclass(slots=True)
class _Pieces:
    place: Span | None = None
    day: Day | None = None
    agency: Span | None = None
    known: str | None = None


@lru_cache(maxsize=KEPT)
def dateline(text: str, paragraph: Span, calendar: Calendar) -> Dateline | None:
    """The dateline that a paragraph begins with. Of several ends that fit, the one that takes in most."""
    if not may_begin(text, paragraph):
        return None
    ends = END.finditer(text, paragraph.start, min(paragraph.stop, paragraph.start + LONGEST))
    found = [d for end in ends if (d := _read(text, Span(paragraph.start, end.end()), calendar))]
    return max(found, key=lambda d: (_pieces(d), -d.span.stop), default=None)


def may_begin(text: str, paragraph: Span) -> bool:
    """Whether the first piece reads like a place, a day or an agency, as few paragraphs do; else no dateline can follow."""
    stop = min(paragraph.stop, paragraph.start + LONGEST)
    if SENTENCE.match(text, paragraph.start, stop):
        return False
    found = PIECE.search(text, paragraph.start, stop)
    words = found.group().strip() if found else ""
    return bool(PROPER.fullmatch(words) or DIGIT.search(words) or (words.count(" ") < FEW and agency_at(words)))


def _pieces(line: Dateline) -> int:
    return sum(part is not None for part in (line.place, line.date, line.agency))


def _read(text: str, span: Span, calendar: Calendar) -> Dateline | None:
    pieces = _Pieces(day=next(iter(calendar.days(text, *span)), None))
    for piece in _parts(text, span, pieces.day):
        if not _place_piece(text, piece, pieces):
            return None
    if not _enough(text, span, pieces):
        return None
    place = _abbreviated(text, pieces.place) if pieces.place else None
    agency = pieces.known or (pieces.agency.of(text) if pieces.agency else None)
    return Dateline(span, place, pieces.day.value if pieces.day else None, agency, pieces.agency)


def _abbreviated(text: str, place: Span) -> str:
    """A place with the full stop of the abbreviation that ends it: "CASSEL, Mich." before "(AP)"."""
    return text[place.start : place.stop + text.startswith(". (", place.stop)]


def _parts(text: str, span: Span, day: Day | None) -> Iterator[Span]:
    """The pieces between the signs, the day left out."""
    stretches = [span] if day is None else [Span(span.start, day.span.start), Span(day.span.stop, span.stop)]
    for stretch in stretches:
        for found in PIECE.finditer(text, *stretch):
            piece = trim(text, Span(*found.span()))
            if piece.start < piece.stop and any(c.isalnum() for c in piece.of(text)):
                yield piece


def _place_piece(text: str, piece: Span, pieces: _Pieces) -> bool:
    """Take one piece as agency or place; False where it can be neither."""
    words = piece.of(text)
    if named := agency_at(words):
        if pieces.agency is not None:
            return False
        pieces.agency, pieces.known = piece, named
        return True
    if not PROPER.fullmatch(words):
        return False
    if pieces.place is None and pieces.agency is None:
        pieces.place = piece
    elif pieces.place is not None and pieces.agency is None and pieces.day is not None and piece.start > pieces.day.span.start:
        pieces.agency = piece
    elif pieces.place is not None and pieces.agency is None and piece.start - pieces.place.stop <= 2 and text[pieces.place.stop] in ",/":
        pieces.place = Span(pieces.place.start, piece.stop)
    else:
        return False
    return True


def _enough(text: str, span: Span, pieces: _Pieces) -> bool:
    """A known agency between signs that only datelines have; or place and day; or a place in capitals before a dash."""
    last = text[span.start : span.stop].rstrip()[-1:]
    if pieces.agency is not None and pieces.known:
        return (
            pieces.day is not None
            or last in "-–—/)"
            or text[span.start] in "/("
            or "(" in span.of(text)
            or (last == "." and "/" in span.of(text))
        )
    if pieces.place is not None and pieces.day is not None:
        return last in "-–—:/.)"
    return pieces.place is not None and last in "-–—" and bool(CAPITALS.fullmatch(pieces.place.of(text)))


def agency_at(words: str) -> str | None:
    """The world's name for these words, if all of them are the name of one wire or outlet."""
    known, words = world.names("wires", "outlets"), words.strip('"“”„«» ')
    first = TOKEN.search(words)
    if first is None or not known.begins(first[0]):
        return None
    found = tokens(words)
    hit = known.at(found, 0)
    return hit.named.name if hit and hit.stop == len(found) else None
