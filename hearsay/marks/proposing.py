"""What may be a statement: the tagger's proposals, mended where their frame speaks against them, and the rules' where it saw nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from importlib.resources import files

from hearsay import world
from hearsay.marks import rules, sequels, signatures, sources, subjects, tagger, turns, wholeness
from hearsay.marks.proposal import Proposal
from hearsay.marks.scan import Scan
from hearsay.model import Span
from hearsay.text import join, trim

# Rules that see what the tagger tends to miss, by their share of right proposals on the training articles; the others would cost precision.
FILLING = frozenset({"headline_last", "headline_full_stop", "headline_first", "pointing", "signed", "labelled", signatures.POST})
MARKED = frozenset({"quotation", "inserted"})  # rules that tell a quotation from mark to mark
NEAR = 60  # characters between a quotation and the reporting words that close its sentence


def propose(scan: Scan, least: float = tagger.LEAST) -> list[Proposal]:
    """All proposals in order of place. Without weights the rules stand alone."""
    seen = rules.propose(scan)
    if not (files("hearsay") / "marks" / "weights" / "tagger.npz").is_file():
        return turns.among(scan, seen)
    given = tagger.propose(scan.text, scan.paragraphs, scan.language, least=least)
    found = [_below(scan, sources.mended(scan, p)) for p in given if not sources.no_one(scan, p)]
    wrong = [p for p in found if _told_only(scan, p)]
    found = uncontested(scan, [as_quoted(scan, p, seen) for p in subjects.seen(scan, found) if p not in wrong])
    again = [p for p in seen if any(a.overlaps(b) for w in wrong for a in w.cue for b in p.cue)]
    trusted = [r for r in seen if r.rule in FILLING or not scan.language.options.get("taught", True)]  # a language the weights never saw
    made = sequels.taken_up(scan, wholeness.whole(scan, [*found, *again, *_missed(trusted, found)]))
    return sorted(turns.among(scan, [_shared(p, made) for p in made]), key=_first)


# ------------------------------------------------------------------ mending


def _told_only(scan: Scan, p: Proposal) -> bool:
    """Whether all that was said is the outlet that was told: "has told [Reuters]"."""
    if len(p.content) != 1 or p.content[0].stop - p.content[0].start > NEAR:
        return False
    words = [t for t in scan.paragraph(p.content[0].start).tokens if p.content[0].start <= t.start < p.content[0].stop]
    found = world.names("wires", "outlets").at(words, 0) if words else None
    return found is not None and found.stop >= len(words)


def _below(scan: Scan, p: Proposal) -> Proposal:
    """A report of the body without the headline, where it has words of the body: both often say the same."""
    headline = scan.article.headline
    first = next((b.span.start for b in scan.paragraphs if headline and b.span.start >= headline.stop), None)
    if first is None or not any(s.start >= first for s in (*p.cue, *p.source)):
        return p
    body = tuple(trim(scan.text, Span(max(c.start, first), c.stop)) for c in p.content if c.stop > first)
    return replace(p, content=body) if body else p


def as_quoted(scan: Scan, p: Proposal, seen: Sequence[Proposal]) -> Proposal:
    """What was said in quotation marks reaches from mark to mark, where the rules see the same reporting words beside a quotation."""
    same = next((q for q in seen if q.rule in MARKED and any(a.overlaps(b) for a in q.cue for b in p.cue)), None)
    if same is None or not all(_in_marks(scan, c) for c in p.content):
        return p
    rest = [c for c in p.content if not any(c.overlaps(q) for q in same.content)]
    return replace(p, content=join(scan.text, [*same.content, *rest]))


def _in_marks(scan: Scan, piece: Span) -> bool:
    """Whether a piece lies within one quotation."""
    quote = scan.paragraph(piece.start).quote(piece.start) or scan.paragraph(piece.start).quote(piece.stop - 1)
    return quote is not None and quote.closed and quote.span.start - 2 <= piece.start and piece.stop <= quote.span.stop + 2


def uncontested(scan: Scan, found: Sequence[Proposal]) -> list[Proposal]:
    """Each piece of a content that two proposals claim goes to the one whose words follow it in its sentence."""
    return [_without(p, [c for c in p.content if len(p.content) > 1 and any(_takes(scan, o, p, c) for o in found)]) for p in found]


def _without(p: Proposal, lost: Sequence[Span]) -> Proposal:
    kept = tuple(c for c in p.content if c not in lost)
    return replace(p, content=kept) if lost and kept else p


def _takes(scan: Scan, other: Proposal, p: Proposal, piece: Span) -> bool:
    """Whether the other proposal has the piece too, and its reporting words stand right after it while p's do not."""
    if other is p or not other.cue or not p.cue or not any(c.overlaps(piece) for c in other.content):
        return False
    after = 0 <= other.cue[0].start - piece.stop < NEAR and scan.paragraph(piece.start).sentence(piece.stop - 1).holds(other.cue[0])
    return after and not 0 <= p.cue[0].start - piece.stop < NEAR


def _shared(p: Proposal, made: Sequence[Proposal]) -> Proposal:
    """ "[The talks go on], reports X, citing Y": Y, seen with a part of what was said before X, has the whole of it."""
    if len(p.content) != 1 or not p.source or not p.cue:
        return p
    for other in (o for o in made if len(o.content) == 1 and o.cue):
        whole, cited = other.content[0], 0 <= p.cue[0].start - other.cue[-1].stop <= NEAR
        if cited and whole != p.content[0] and whole.holds(p.content[0]) and whole.stop <= other.cue[0].start:
            return replace(p, content=other.content)
    return p


# ------------------------------------------------------------------ filling


def _missed(seen: Iterable[Proposal], found: list[Proposal]) -> list[Proposal]:
    """The rules' proposals where no other has the same reporting words, or the same speaker."""
    return [p for p in seen if (p.source or p.rule != "pointing") and not any(_same(p, other) for other in found)]


def _same(left: Proposal, right: Proposal) -> bool:
    words = (left.cue if right.cue else ()) or left.source
    return any(a.overlaps(b) for a in words for b in (*right.cue, *right.source))


def _first(p: Proposal) -> tuple[Span, int]:
    return min((*p.source, *p.cue, *p.content)), p.level
