"""What kind of report a statement is: its mode, its type, what withholds assent, where it was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.marks.quotes import name_like
from hearsay.marks.scan import Paragraph, Scan
from hearsay.model import Span
from hearsay.tables import Cue

NEARLY_ALL = 0.9  # of the characters: sentence-final signs may stand outside the marks (PARC, PolNeAR)
EVENTUAL = frozenset({"ask", "promise", "refuse"})
OCCASIONS = ("briefing", "interview", "press-conference", "phone-call", "meeting", "speech", "hearing", "summit", "visit", "debate")
MEDIA = ("website", "letter", "post", "tweet", "statement", "press-release", "report", "article", "book", "broadcast", "document")


@dataclass(frozen=True, slots=True)
class Sense:
    """What the reporting words and the content say about the report."""

    mode: str
    type: str
    hedged: bool
    negated: bool
    denial: bool
    medium: str | None
    occasion: str | None


def sense(scan: Scan, cue: Sequence[Span], content: Sequence[Span], source: Sequence[Span]) -> Sense:
    """Read mode, type and the rest off the words."""
    row = row_at(scan, cue)
    near = _concepts(scan, cue, source)
    return Sense(
        mode=mode(scan, content),
        type=_type(scan, row, content),
        hedged=_hedged(scan, row, cue, content),
        negated=any(kind == "negation" for s in cue for kind in _kinds(scan, s)),
        denial=row is not None and row.sense == "deny",
        medium=next((id for id in near if id in MEDIA), None),
        occasion=next((id for id in near if id in OCCASIONS), None),
    )


def mode(scan: Scan, content: Sequence[Span]) -> str:
    """Direct where nearly all is quoted, mixed where some is, indirect where nothing is but names."""
    if _quoted(scan, content, names=True) >= NEARLY_ALL:
        return "direct"
    return "mixed" if _quoted(scan, content, names=False) > 0 else "indirect"


def _quoted(scan: Scan, content: Sequence[Span], names: bool) -> float:
    """The share of the characters that stand in quotations, quoted names counted or not."""
    inside = 0
    for span in content:
        quotes = [q for q in scan.paragraph(span.start).quotes if q.level == 0 and (names or not name_like(scan.text, q.inner))]
        inside += sum(_solid(scan.text, Span(max(q.span.start, span.start), min(q.span.stop, span.stop))) for q in quotes)
    return inside / max(1, sum(_solid(scan.text, span) for span in content))


def _solid(text: str, span: Span) -> int:
    """The characters of a span that are no white space."""
    return sum(map(len, text[span.start : span.stop].split())) if span.start < span.stop else 0


def row_at(scan: Scan, cue: Sequence[Span]) -> Cue | None:
    """The row of the cue table whose words stand in these reporting words; of several the longest, then the last."""
    best: tuple[int, int] = (0, 0)
    row: Cue | None = None
    for span in cue:
        p = scan.paragraph(span.start)
        within = p.between(span)
        for hit in p.hits("cues"):
            if hit.first in within and (len(hit.indices), hit.first) > best:
                best, row = (len(hit.indices), hit.first), hit.row
    return row


def _type(scan: Scan, row: Cue | None, content: Sequence[Span]) -> str:
    return row.type if row else "assertion"


def _hedged(scan: Scan, row: Cue | None, cue: Sequence[Span], content: Sequence[Span]) -> bool:
    if row is not None and row.hedge == "yes":
        return True
    return any(hit.first in p.between(s) for s in (*cue, *content) for p in (scan.paragraph(s.start),) for hit in p.hits("hedges"))


def _kinds(scan: Scan, span: Span) -> list[str | None]:
    p = scan.paragraph(span.start)
    return [p.kinds().get(i) for i in p.between(span)]


def _concepts(scan: Scan, cue: Sequence[Span], source: Sequence[Span]) -> list[str]:
    """What the words in the clause of the reporting words speak of, outside quotations."""
    if not cue:
        return []
    p = scan.paragraph(cue[0].start)
    near = _clause(scan, p, cue, source)
    return [hit.row.id for hit in p.hits("concepts") if hit.first in near and not p.quote(p.tokens[hit.first].start)]


def _clause(scan: Scan, p: Paragraph, cue: Sequence[Span], source: Sequence[Span]) -> range:
    """The tokens around cue and source up to the next full sign on either side."""
    spans = [*cue, *(s for s in source if p.span.holds(s))]
    first, last = p.index(min(s.start for s in spans)), p.index(max(s.stop for s in spans) - 1)
    while first > 0 and p.tokens[first - 1].text not in '.!?;:"”»' and last - first < 25:
        first -= 1
    while last + 1 < len(p.tokens) and p.tokens[last + 1].text not in '.!?;:"“«' and last - first < 30:
        last += 1
    return range(first, last + 1)
