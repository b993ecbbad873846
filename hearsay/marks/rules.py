"""Proposals that a reader can follow: reporting words in their frames, quotations and their speakers, headlines.

Each rule looks at one reporting form and decides or passes; the frames of reporting words are in `frames`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hearsay.lexicon import Hit
from hearsay.marks import phrases, signatures
from hearsay.marks.frames import FRAMES, NEAR, SIGNS, made_of, subject
from hearsay.marks.proposal import Proposal
from hearsay.marks.quotes import Quote
from hearsay.marks.scan import Paragraph, Scan
from hearsay.model import Span
from hearsay.text import trim

LEAST_QUOTE = 12  # characters: shorter words in marks are mostly names or single terms
LONG_QUOTE = 30
HEAD_LAST = re.compile(r"^(?P<content>.{20,}?)\s+[-–—]\s+(?P<source>[^-–—]{2,60})$", re.S)
HEAD_FULL_STOP = re.compile(r"^(?P<content>.{20,}?[^.])\.\s+(?P<source>[^.]{2,60})$", re.S)
LABELLED = re.compile(r"(?:^|\s[-–—]\s+)(?P<source>(?:(?!\s[-–—]\s)[^:]){2,60})(?P<cue>:)\s*$")
HEAD_FIRST = re.compile(r"^(?P<source>[^:]{2,60})(?P<cue>:)\s+(?P<content>.{12,})$", re.S)


def propose(scan: Scan) -> list[Proposal]:
    """All that the rules see, in order of place; no two share their reporting words."""
    found: list[Proposal] = []
    for p in scan.paragraphs:
        here = list(_headline(p, scan)) if p.headline else []
        here += _reports(scan, p, here)
        found += [*here, *_labelled(scan, p)]
    return [*found, *signatures.find(scan)]


def _reports(scan: Scan, p: Paragraph, taken: list[Proposal]) -> Iterator[Proposal]:
    quoted = {id(q): q for q in p.quotes if q.level == 0 and _speech(q, scan.text)}
    used: set[int] = set()
    for hit in sorted(p.hits("cues"), key=lambda h: h.first):
        place = p.tokens[hit.first].start
        quote = p.quote(place)
        if quote and hit.row.frame == "verb" and (made := _inserted(scan, p, hit, quote)):
            yield made
        if quote or any(span.holds(p.tokens[hit.first].span) for t in taken for span in t.source):
            continue
        sentence = p.sentence(place)
        proposal = _from_quote(scan, p, hit, sentence, list(quoted.values()), used)
        proposal = proposal or next((made for rule in FRAMES[hit.row.frame] if (made := rule(scan, p, hit, sentence))), None)
        if proposal:
            yield proposal


# ------------------------------------------------------------------ headlines


def _headline(p: Paragraph, scan: Scan) -> Iterator[Proposal]:
    """ "The talks go on - Foreign Ministry" and "Foreign Ministry: the talks go on"."""
    line = p.span.of(scan.text)
    for pattern, rule in ((HEAD_LAST, "headline_last"), (HEAD_FULL_STOP, "headline_full_stop"), (HEAD_FIRST, "headline_first")):
        match = pattern.match(line)
        if match and signatures.names_who(p, _shift(match.span("source"), p)):
            cue = (_shift(match.span("cue"), p),) if "cue" in match.re.groupindex else ()
            content = trim(scan.text, _shift(match.span("content"), p))
            yield Proposal((_shift(match.span("source"), p),), cue, (content,), 0.7, 0, rule)
            return


def _shift(found: tuple[int, int], p: Paragraph) -> Span:
    return Span(found[0] + p.span.start, found[1] + p.span.start)


# ------------------------------------------------------------------ quotations


def _speech(quote: Quote, text: str) -> bool:
    inner = quote.inner.of(text)
    ends = inner.rstrip()[-1:] in (",", ".", "!", "?", "…")
    return quote.kind == "dash" or ends or (len(inner) >= LEAST_QUOTE and " " in inner.strip())


def _from_quote(scan: Scan, p: Paragraph, hit: Hit, sentence: Span, quotes: list[Quote], used: set[int]) -> Proposal | None:
    """A quotation with the reporting words beside it; what goes on after them in marks belongs to it."""
    if hit.row.frame not in ("verb", "noun"):
        return None
    free = [q for q in quotes if q.span.start not in used]
    before = [
        q for q in free if q.span.stop <= p.tokens[hit.first].start and _beside(scan, p, q.span.stop, p.tokens[hit.first].start, sentence)
    ]
    after = [q for q in free if q.span.start >= p.tokens[hit.last].stop and _leads(scan, p, p.tokens[hit.last].stop, q.span.start)]
    chosen = before[-1:] or after[:1]
    if not chosen:
        return None
    content = _continued(scan, p, chosen, [q for q in quotes if q.span.start not in used], hit)
    source = subject(p, hit, sentence, content)
    used.update(q.span.start for q in content)
    return made_of(scan, p, hit, source, [_said(scan, p, q, sentence) for q in content], 0.75, "quotation")


def _labelled(scan: Scan, p: Paragraph) -> Iterator[Proposal]:
    """Who stands alone before a colon and a quotation, as in a digest: "The lock is shut – Anna Grey: “We waited for a day.”"."""
    for quote in (q for q in p.quotes if q.level == 0 and q.kind == "marks" and q.closed and q.span.stop - q.span.start >= LONG_QUOTE):
        lead = Span(p.sentence(quote.span.start).start, quote.span.start)
        match = LABELLED.search(lead.of(scan.text))
        if match is None:
            continue
        source, cue = (Span(lead.start + match.start(part), lead.start + match.end(part)) for part in ("source", "cue"))
        if signatures.names_who(p, source):
            yield Proposal((source,), (cue,), (quote.span,), 0.75, 0, "labelled")


def _inserted(scan: Scan, p: Paragraph, hit: Hit, quote: Quote) -> Proposal | None:
    """Reporting words between dashes within one quotation: «We waited, — she said, — until the bus had gone»."""
    within = p.between(quote.inner)
    opening = next((i for i in range(hit.first - 1, max(within.start, hit.first - 5), -1) if p.tokens[i].text in "—–-"), None)
    if opening is None or p.tokens[opening - 1].text not in ",.!?…":
        return None
    closing = next((i for i in range(hit.last + 1, within.stop) if p.tokens[i].text in "—–-" and p.tokens[i - 1].text in ",.!?…"), None)
    stop = p.tokens[closing - 1].start if closing else quote.inner.stop
    clause = Span(p.tokens[opening].stop, stop)
    source = phrases.after(p, hit.last, clause) or phrases.before(p, hit.first, clause)
    rest = [Span(p.tokens[closing].stop, quote.span.stop)] if closing else []
    pieces = [trim(scan.text, s) for s in (Span(quote.span.start, p.tokens[opening].start), *rest)]
    return made_of(scan, p, hit, source, pieces, 0.7, "inserted")


def _beside(scan: Scan, p: Paragraph, stop: int, place: int, sentence: Span) -> bool:
    between = scan.text[stop:place]
    return (
        (stop >= sentence.start or not between.strip(SIGNS))
        and len(p.between(Span(stop, place))) <= NEAR
        and not re.search(r"[.!?;]\s", between)
    )


def _leads(scan: Scan, p: Paragraph, place: int, start: int) -> bool:
    between = scan.text[place:start]
    colon = between.rstrip().endswith(":")
    return colon or (
        len(p.between(Span(place, start))) <= NEAR and between.rstrip()[-1:] in (",", "") and not re.search(r"[.!?;]\s", between)
    )


def _continued(scan: Scan, p: Paragraph, chosen: list[Quote], quotes: list[Quote], hit: Hit) -> list[Quote]:
    """The quotation with its sequel: "We stay," said Grey. "We have no choice." - unless other reporting words stand between or follow."""
    content = list(chosen)
    others = [h for h in p.hits("cues") if h.row.frame == "verb" and h is not hit and not p.quote(p.tokens[h.first].start)]
    for quote in (q for q in quotes if q.span.start > content[-1].span.stop):
        reach = next((q.span.start for q in quotes if q.span.start > quote.span.stop), p.span.stop)
        between = [h for h in others if content[-1].span.stop <= p.tokens[h.first].start < reach]
        joins = not between and len(p.between(Span(max(content[-1].span.stop, p.tokens[hit.last].stop), quote.span.start))) <= NEAR
        if not joins or quote.span.start < p.tokens[hit.first].start:
            break
        content.append(quote)
    return content


def _said(scan: Scan, p: Paragraph, quote: Quote, sentence: Span) -> Span:
    return quote.span if quote.kind == "marks" else trim(scan.text, quote.inner)
