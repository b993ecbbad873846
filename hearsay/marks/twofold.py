"""Two reports in one sentence: "the letter recalls that Holt said the dam was old" is the letter's and, inside it, Holt's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hearsay.lexicon import Hit
from hearsay.marks.phrases import in_time
from hearsay.marks.proposal import Proposal
from hearsay.marks.scan import Paragraph, Scan
from hearsay.model import Mention, Span

REPORTING = frozenset({"verb", "agentless"})


def told_apart(scan: Scan, proposals: Sequence[Proposal], mentions: Sequence[Mention]) -> list[Proposal]:
    """The proposals; each report of two in a sentence has the speaker beside its own words, and the outer one holds the inner whole."""
    made: list[Proposal] = []
    for p in proposals:
        made += _both(scan, p, [s for o in proposals if o is not p for s in o.cue], mentions)
    return [_filled(scan, _uncut(scan, p, made), made) for p in made]


def _both(scan: Scan, p: Proposal, others: Sequence[Span], mentions: Sequence[Mention]) -> list[Proposal]:
    """A proposal that takes the speaker of one report and the words of another as two, or as the inner one where the outer is there."""
    if not p.source or not p.cue or not p.source[-1].stop < p.cue[0].start < p.content[0].start:
        return [p]
    paragraph = scan.paragraph(p.cue[0].start)
    between = paragraph.between(Span(p.source[-1].stop, p.cue[0].start))
    outer = next((h for h in paragraph.hits("cues") if h.first in between and h.last in between and h.row.frame in REPORTING), None)
    that = _that(paragraph, outer, between) if outer else None
    own = _beside(scan, p.cue[0], mentions) if that else None
    if outer is None or that is None or own is None or own.start < that:
        return [p]
    inner, words = replace(p, source=(own,), level=p.level + 1), paragraph.span_of(outer.first, outer.last)
    if any(words.overlaps(other) for other in others):
        return [inner]
    return [replace(p, cue=(words,), content=(Span(that, p.content[-1].stop),)), inner]


def _that(p: Paragraph, outer: Hit, between: range) -> int | None:
    """Where the clause begins that the outer words lead to, at most a comma after them: "recalls that", not "released a note that"."""
    near = (i for i in (outer.last + 1, outer.last + 2) if i in between and p.kinds().get(i) == "complementiser")
    return next((p.tokens[i].start for i in near if p.tokens[i - 1].text == "," or i == outer.last + 1), None)


def _beside(scan: Scan, cue: Span, mentions: Sequence[Mention]) -> Span | None:
    """Whoever is named just before reporting words, with the office borne, else between them and a comma."""
    before = [m for m in mentions if 0 <= cue.start - m.span.stop <= 1]
    after = [m for m in mentions if 0 <= m.span.start - cue.stop <= 1 and scan.text.startswith(",", m.span.stop)]
    found = next(iter(before or after), None)
    return Span((found.role or found.span).start, found.span.stop) if found else None


def _uncut(scan: Scan, p: Proposal, made: Sequence[Proposal]) -> Proposal:
    """What was said, to its end where it was cut off before the speaker or the words of a report that it holds."""
    last = p.content[-1]
    if not p.cue or p.cue[-1].stop > last.start:
        return p
    paragraph = scan.paragraph(last.start)
    until = paragraph.sentence(last.start).stop
    near = (o for o in made if last.start < o.content[0].start < until)
    stop = next((o.content[-1].stop for o in near if _goes_on(paragraph, last, o)), last.stop)
    return replace(p, content=(*p.content[:-1], Span(last.start, stop))) if stop > last.stop else p


def _filled(scan: Scan, p: Proposal, made: Sequence[Proposal]) -> Proposal:
    """What was said without the hole that another report's words leave in it: "that Holt | said | that the dam was old"."""
    if len(p.content) < 2:
        return p
    kept = [p.content[0]]
    for piece in p.content[1:]:
        hole = any(_in_hole(scan, kept[-1], piece, o) for o in made if o is not p)
        kept[-1:] = [Span(kept[-1].start, piece.stop)] if hole else [kept[-1], piece]
    return replace(p, content=tuple(kept))


def _in_hole(scan: Scan, left: Span, right: Span, o: Proposal) -> bool:
    """Whether all that parts two pieces is the words of a report that has its source in the one and its content in the other."""
    if not o.cue or not o.source or not all(left.stop <= s.start and s.stop <= right.start for s in o.cue):
        return False
    rest = scan.text[left.stop : o.cue[0].start] + scan.text[o.cue[-1].stop : right.start]
    return not any(c.isalnum() for c in rest) and all(left.holds(s) for s in o.source) and right.overlaps(o.content[0])


def _goes_on(paragraph: Paragraph, last: Span, o: Proposal) -> bool:
    """Whether a report begins where the words end, a day between them or nothing: "that on May 3 | Holt said"."""
    start = min((s.start for s in (*o.source, *o.cue)), default=0)
    if not last.start < start < o.content[0].start:
        return False
    between = paragraph.between(Span(last.stop, start)) if start > last.stop else ()
    words = paragraph.tokens
    return all(in_time(paragraph, i) or (words[i].text == "." and words[i - 1].text.isdigit()) for i in between)
