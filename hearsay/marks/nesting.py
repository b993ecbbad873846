"""What stands inside what: a statement under way, and the one whose content holds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.marks.cast import Figure
from hearsay.marks.proposal import Proposal
from hearsay.marks.said import Said
from hearsay.model import Span, Voice
from hearsay.tables import Cue


@dataclass(slots=True)
class Made:
    """A statement under way: the proposal, the one that holds it, the one whose words say whom it cites, its row of the cue table."""

    proposal: Proposal
    id: str
    row: Cue | None
    whole: Span
    outer: Made | None = None
    chain: tuple[Voice, ...] = ()
    figure: Figure | None = None
    cites: Made | None = None
    said: Said | None = None

    @property
    def place(self) -> int:
        """Where its reporting words or its source begin."""
        return min((s.start for s in (*self.proposal.cue, *self.proposal.source)), default=self.whole.start)

    @property
    def turn(self) -> tuple[int, ...]:
        """The order of settling: as the text runs, an outer statement before those it holds."""
        return (*self.outer.turn, self.place) if self.outer else (self.place,)

    def lies_in(self, other: Made) -> bool:
        """Whether this is the other, or one that stands inside it, at whatever depth."""
        return self is other or (self.outer is not None and self.outer.lies_in(other))


def hull(p: Proposal) -> Span:
    """From the first to the last word of a proposal."""
    spans = [*p.source, *p.cue, *p.content]
    return Span(min(s.start for s in spans), max(s.stop for s in spans))


def nest(made: Sequence[Made]) -> None:
    """Tell each statement which one holds it."""
    for m in made:
        m.outer = _holder(m, [o for o in made if o.whole.overlaps(m.whole) and not o.lies_in(m)])


def _holder(m: Made, made: Sequence[Made]) -> Made | None:
    """The smallest statement whose content holds this one's own words, or one with the same content and a higher level."""
    holding = [o for o in made if _holds(o, m)]
    return min(holding, key=lambda o: (sum(s.stop - s.start for s in o.proposal.content), -o.proposal.level), default=None)


def _holds(outer: Made, inner: Made) -> bool:
    if all(any(c.holds(w) for c in outer.proposal.content) for w in _words(inner)):
        return not stands_in(outer, inner)
    same = _shared(outer.proposal.content, inner.proposal.content)
    return inner.proposal.level > outer.proposal.level and same > 0.5


def stands_in(m: Made, other: Made) -> bool:
    """Whether a statement's own words stand in the content of the other."""
    words = [*m.proposal.cue, *m.proposal.source]
    return bool(words) and all(any(c.holds(w) for c in other.proposal.content) for w in words)


def _words(m: Made) -> list[Span]:
    return [*m.proposal.cue, *m.proposal.source] or list(m.proposal.content)


def _shared(left: Sequence[Span], right: Sequence[Span]) -> float:
    common = sum(max(0, min(a.stop, b.stop) - max(a.start, b.start)) for a in left for b in right)
    return common / max(1, max(sum(s.stop - s.start for s in left), sum(s.stop - s.start for s in right)))
