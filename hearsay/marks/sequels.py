"""A quotation that fills a paragraph, without reporting words of its own, goes on from the report before it.

"We stay," Grey said.
"The ferry will not."                       is Grey's, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from hearsay.marks import senses
from hearsay.marks.proposal import Proposal
from hearsay.marks.scan import Paragraph, Scan
from hearsay.model import Span
from hearsay.text import join

MARKS = "«»„“”\"' "
ENDS = frozenset(".!?…")
SPEAKING = frozenset({"say", "write"})
SAME = 40  # characters by which a quotation that the page pulls out of the article, or repeats, is known


def taken_up(scan: Scan, found: Sequence[Proposal]) -> list[Proposal]:
    """The proposals, each with the paragraphs that go on from it."""
    proposals = list(found)
    for before, p in pairwise(scan.paragraphs):
        if _all_quoted(scan, p) and not any(_claims(o, p) for o in proposals):
            last = _last(scan, before, proposals)
            if last is not None and not _repeated(scan, p):
                proposals = [_with(scan, o, p) if o is last else o for o in proposals]
    return proposals


def _all_quoted(scan: Scan, p: Paragraph) -> bool:
    """Whether a mark opens the paragraph and marks hold all words of it, and they end as a sentence does."""
    held = [q.span for q in p.quotes if q.level == 0 and q.inner.start > q.span.start]
    if not held or p.headline or p.span.of(scan.text).rstrip(MARKS)[-1:] not in ENDS:
        return False
    return all(any(q.holds(t.span) for q in held) for t in p.tokens if t.text[0].isalnum())


def _repeated(scan: Scan, p: Paragraph) -> bool:
    """Whether its words stand in the article once more, as those of a quotation set in large type beside it do."""
    words = p.span.of(scan.text).strip(MARKS)[:SAME]
    return scan.text.find(words, scan.text.find(words) + 1) >= 0


def _claims(o: Proposal, p: Paragraph) -> bool:
    """Whether a report whose own words stand outside the paragraph has something of it already."""
    return any(c.overlaps(p.span) for c in o.content) and not any(p.span.holds(w) for w in (*o.cue, *o.source))


def _last(scan: Scan, p: Paragraph, found: Sequence[Proposal]) -> Proposal | None:
    """The report that may go on after the paragraph: the last one there of those in quotation marks, else the last that says something.

    "We stay," Grey told reporters, referring to the ferry.
    """
    here = [o for o in found if not o.level and any(s.overlaps(p.span) for s in (*o.cue, *o.content))]
    outer = [o for o in here if not any(_holds(other, o) for other in here)]
    last = max([o for o in outer if _quotes(p, o)] or outer, key=lambda o: max((*o.content, *o.cue)), default=None)
    return last if last and (_quotes(p, last) or _leads(scan, p, last)) else None


def _holds(outer: Proposal, inner: Proposal) -> bool:
    return inner is not outer and any(c.holds((inner.cue or inner.content)[0]) for c in outer.content)


def _quotes(p: Paragraph, o: Proposal) -> bool:
    """Whether a quotation in this paragraph is what was said, or the beginning of it."""
    held = ((q.span, c) for q in p.quotes if q.level == 0 for c in o.content if c.holds(q.span))
    return any(c.start == q.start or c.start < p.span.start for q, c in held)


def _leads(scan: Scan, p: Paragraph, o: Proposal) -> bool:
    """Whether what someone said may go on: after a colon, or after a verb of saying, not after "Grey wants an answer"."""
    row = senses.row_at(scan, o.cue)
    return p.span.of(scan.text).rstrip().endswith(":") or (row is not None and row.sense in SPEAKING)


def _with(scan: Scan, o: Proposal, p: Paragraph) -> Proposal:
    quoted = [q.span for q in p.quotes if q.level == 0]
    return replace(o, content=join(scan.text, [*o.content, Span(quoted[0].start, quoted[-1].stop)]))
