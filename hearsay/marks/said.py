"""When something was said, apart from when it was published."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hearsay.marks.proposal import Proposal
from hearsay.marks.scan import Scan
from hearsay.model import Span, Time


class Said(NamedTuple):
    """The day of an utterance as EDTF, what it rests on, and the rule that found it."""

    value: str
    ground: str
    rule: str


def said_on(scan: Scan, proposal: Proposal, times: Sequence[Time], same_turn: Said | None) -> Said | None:
    """The time words beside the reporting words; else the turn that goes on; else no later than the article."""
    beside = _beside(scan, proposal, times)
    if beside:
        return Said(beside.value, f"“{beside.span.of(scan.text)}”, counted from {beside.anchor or 'nothing known'}", "said/time_words")
    if same_turn and same_turn.rule != "said/published":
        return Said(same_turn.value, "the same speaker's turn goes on", "said/same_turn")
    published = scan.article.published
    if published and proposal.cue and "/" not in published.value:
        return Said(f"../{published.value.split('T')[0]}", "no later than the article", "said/published")
    return None


def _beside(scan: Scan, proposal: Proposal, times: Sequence[Time]) -> Time | None:
    """The time nearest to the reporting words in their sentence, outside what was said; only days and larger, none to come."""
    if not proposal.cue:
        return None
    cue = proposal.cue[0]
    p = scan.paragraph(cue.start)
    sentence = p.sentence(cue.start)
    near = [t for t in times if sentence.holds(t.span) and not _held(t.span, proposal.content) and not _aside(scan, t.span, cue)]
    near = [t for t in near if t.value[:1] in "X0123456789" and len(t.value) >= 4]
    return min(near, key=lambda t: abs(t.span.start - cue.start), default=None)


def _held(span: Span, content: Sequence[Span]) -> bool:
    return any(c.overlaps(span) for c in content)


def _aside(scan: Scan, span: Span, cue: Span) -> bool:
    """Whether a full clause stands between the time words and the reporting words."""
    between = scan.text[min(span.stop, cue.stop) : max(span.start, cue.start)]
    return between.count(",") > 1 or ";" in between or len(between) > 160
