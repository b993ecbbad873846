"""A quotation is never parted between two speakers: it belongs whole to the one who has most of it, and what reports inside it is inner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hearsay.marks.proposal import Proposal
from hearsay.marks.quotes import Quote
from hearsay.marks.scan import Scan
from hearsay.model import Span
from hearsay.text import join, trim

LEADING = frozenset({":", "--", "–", "—"})
LEAST = 30  # characters: a shorter quotation is often one term within a longer content
CLOSING = "”“»\"' "
MOST = 0.5  # the share of a quotation from which its speaker has the whole of it


def whole(scan: Scan, found: Sequence[Proposal]) -> list[Proposal]:
    """The proposals with each quotation given to one of them."""
    proposals = list(found)
    for quote in _quotations(scan):
        proposals = _given(scan, quote.span, proposals)
    return [p for p in proposals if p.content]


def _quotations(scan: Scan) -> Iterator[Quote]:
    for paragraph in scan.paragraphs:
        for quote in paragraph.quotes:
            if quote.level == 0 and quote.closed and quote.kind == "marks" and quote.span.stop - quote.span.start >= LEAST:
                yield quote


def _given(scan: Scan, quote: Span, found: list[Proposal]) -> list[Proposal]:
    outside = [p for p in found if not _reports_within(p, quote)]
    claims = _claims(scan, quote, outside)
    if not claims:
        return found
    owner = max(claims, key=lambda p: (_beside(scan, p, quote), p.confidence))
    own = [p for p in claims if p is owner or _nested(scan, p, owner) or _nested(scan, owner, p)]
    return [_whole(scan, p, quote, p is owner) if p in own else _apart(scan, p, quote) for p in found]


def _claims(scan: Scan, quote: Span, found: Sequence[Proposal]) -> list[Proposal]:
    """Who may have said it: those who have most of it, else a part up to its marks, else nothing of it but words beside it.

    These are reporting words that follow it, or words of theirs that lead to it with a colon or a dash.
    """
    return (
        [p for p in found if _share(p, quote) >= MOST]
        or [p for p in found if _from_mark(p, quote)]
        or [p for p in found if _after(scan, p, quote) and not any(c.overlaps(quote) for c in p.content)]
        or [p for p in found if any(scan.text[c.stop : quote.start].strip() in LEADING for c in p.content if c.stop < quote.start)]
    )


def _from_mark(p: Proposal, quote: Span) -> bool:
    """Whether the proposal's content begins or ends with the quotation, as far as its reach went."""
    return any(c.start == quote.start or c.stop == quote.stop for c in p.content)


def _beside(scan: Scan, p: Proposal, quote: Span) -> bool:
    """Whether nothing but signs parts the reporting words from the quotation: "It went on: ...", "...", Grey said."""
    return any(c.stop <= quote.start and _signs(scan, c.stop, quote.start) for c in p.cue) or _after(scan, p, quote)


def _after(scan: Scan, p: Proposal, quote: Span) -> bool:
    """Whether who speaks and the reporting words follow the quotation, whose sentence goes on."""
    own = [s for s in (*p.cue, *p.source) if s.start >= quote.stop]
    goes_on = scan.text[quote.start : quote.stop].rstrip(CLOSING)[-1:] != "."
    return goes_on and len(own) > 1 and _signs(scan, quote.stop, min(own).start)


def _signs(scan: Scan, start: int, stop: int) -> bool:
    return not scan.text[start:stop].strip(" ,:–—-")


def _nested(scan: Scan, inner: Proposal, outer: Proposal) -> bool:
    """Whether one report stands in the content of the other: "We stay", Grey said, according to Holt."""
    if not inner.cue or any(a.overlaps(b) for a in inner.source for b in outer.source):
        return False
    return any(c.holds(inner.cue[0]) for c in outer.content)


def _share(p: Proposal, quote: Span) -> float:
    """How much of the quotation the proposal has as its content, between 0 and 1."""
    held = sum(max(0, min(c.stop, quote.stop) - max(c.start, quote.start)) for c in p.content)
    return held / (quote.stop - quote.start)


def _reports_within(p: Proposal, quote: Span) -> bool:
    """Whether the proposal's reporting words, or where it has none its source, stand inside the quotation."""
    words = p.cue or p.source
    return bool(words) and quote.holds(words[0])


def _whole(scan: Scan, p: Proposal, quote: Span, outer: bool) -> Proposal:
    own = _unled(scan, p, quote) if outer and _after(scan, p, quote) else p.content
    return replace(p, content=join(scan.text, [quote, *own]), level=0 if outer else p.level)


def _unled(scan: Scan, p: Proposal, quote: Span) -> Iterator[Span]:
    """What was said without the words that lead to it, unless they report: "The lock was shut: “We waited,” Grey said"."""
    paragraph = scan.paragraph(quote.start)
    start = paragraph.sentence(quote.start).start
    led = scan.text[start : quote.start].rstrip().endswith(":") and paragraph.index(quote.start) - 2 not in paragraph.kinds("cues")
    for c in p.content:
        if not led or c.start >= quote.start or c.stop <= start:
            yield c
        elif c.start < start:
            yield trim(scan.text, Span(c.start, start))


def _apart(scan: Scan, p: Proposal, quote: Span) -> Proposal:
    """Another proposal beside the owner's: inner if it reports within the quotation, else without what it took of it."""
    if _reports_within(p, quote):
        within = tuple(Span(max(c.start, quote.start), min(c.stop, quote.stop)) for c in p.content if c.overlaps(quote))
        return replace(p, content=within, level=1)
    if not any(c.overlaps(quote) for c in p.content):
        return p
    return replace(p, content=tuple(piece for c in p.content for piece in _outside(scan, c, quote)))


def _outside(scan: Scan, content: Span, quote: Span) -> Iterator[Span]:
    if not content.overlaps(quote):
        yield content
        return
    for piece in (Span(content.start, min(content.stop, quote.start)), Span(max(content.start, quote.stop), content.stop)):
        if any(ch.isalnum() for ch in piece.of(scan.text)):
            yield trim(scan.text, piece)
