"""What was given to us and what was found to be an article in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Span(NamedTuple):
    """Where words stand: start and stop (excluded) in code points of the page's kept text."""

    start: int
    stop: int

    def of(self, text: str) -> str:
        """The words themselves: ``Span(0, 4).of("Anna said")`` is ``"Anna"``."""
        return text[self.start : self.stop]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.stop and other.start < self.stop

    def holds(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.stop <= self.stop


@dataclass(frozen=True, slots=True)
class Stated:
    """What the carrier of a page says of it, beside the text itself.

    A crawler's JSON line may give a title and a date, a WARC header the capture time:
    ``Stated("published", "2031-03-04", "jsonl key date_publish")``.
    """

    field: str
    value: str
    ground: str


@dataclass(frozen=True, slots=True)
class Place:
    """A named part of a page's text, such as page 3 of a PDF."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Page:
    """The bytes given to us, their address, and the one text that every span counts in.

    For plain text the kept text is the decoded characters without a byte order mark; for HTML it is a linearisation
    whose version `linearisation` names ("plain-1", "html-1"). `id` is the hash of `data`.
    """

    id: str
    address: str
    media: str
    data: bytes
    encoding: str
    text: str
    linearisation: str
    captured: str | None = None
    stated: tuple[Stated, ...] = ()
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Grounded:
    """A value with the ground it rests on, its span where it was read, and what else the page says."""

    value: str
    ground: str
    span: Span | None = None
    others: tuple[Grounded, ...] = ()


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place and day an article was filed from, and the agency it names: "KYIV, March 4 (Reuters) -".

    `date` is EDTF, with XXXX for a year that is not stated. `place` and `agency` are as printed.
    """

    span: Span
    place: str | None = None
    date: str | None = None
    agency: str | None = None
    agency_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """Who supplied a text or an image, as the page says it.

    `role` is "wire" (supplied the text), "relay" (the outlet cites it), "origin" (what the relay cites), "image", "own" or "rights".
    `agency` is the name as the world's tables spell it, else as printed.
    """

    agency: str
    span: Span
    role: str


@dataclass(frozen=True, slots=True)
class Article:
    """One news text with its furniture; all spans count in `text`, the page's kept text.

    `body` holds one span a paragraph, in order, clutter left out; the dateline lies in it, the standfirst only where nothing parts the two.
    `published` is EDTF; `weekday` (0 = Monday) is evidence for a year that `published` leaves open. `foreign` gives the paragraphs in
    another known language, with its code. `date_order` is how the page writes days such as 3/4/2031: "dmy", "mdy", "" where nothing on it
    tells; None where it has none. It is handed on with the article and not kept.
    """

    id: str
    page: str
    text: str
    language: str
    body: tuple[Span, ...]
    headline: Span | None = None
    standfirst: Span | None = None
    byline: Span | None = None
    author: Grounded | None = None
    outlet: Grounded | None = None
    published: Grounded | None = None
    updated: Grounded | None = None
    weekday: int | None = None
    dateline: Dateline | None = None
    credits: tuple[Credit, ...] = ()
    rights: tuple[Span, ...] = ()
    foreign: tuple[tuple[Span, str], ...] = ()
    date_order: str | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Reject:
    """What was not taken, and why. `station` names the room that refused it."""

    address: str
    station: str
    reason: str
    page: str | None = None
