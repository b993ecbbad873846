"""What may be a statement: the tagger's proposals, and those of the rules where it saw nothing."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files

from hearsay.marks import rules, tagger
from hearsay.marks.proposal import Proposal
from hearsay.marks.scan import Scan
from hearsay.model import Span

# Rules that see what the tagger tends to miss, by their share of right proposals on the training articles; the others would cost precision.
FILLING = frozenset({"headline_last", "headline_full_stop", "headline_first", "pointing"})


def propose(scan: Scan) -> list[Proposal]:
    """All proposals in order of place. Without weights the rules stand alone."""
    seen = rules.propose(scan)
    if not (files("hearsay") / "marks" / "weights" / "tagger.npz").is_file():
        return seen
    headline = next((p.span for p in scan.paragraphs if p.headline), None)
    found = tagger.propose(scan.text, [p.span for p in scan.paragraphs], scan.language, headline)
    trusted = [r for r in seen if r.rule in FILLING or not scan.language.options.get("taught", True)]  # a language the weights never saw
    return sorted([*found, *_missed(trusted, found)], key=_first)


def _missed(seen: Iterable[Proposal], found: list[Proposal]) -> list[Proposal]:
    """The rules' proposals where no other has the same reporting words or the same content."""
    return [p for p in seen if not any(_same(p, other) for other in found)]


def _same(left: Proposal, right: Proposal) -> bool:
    cues = any(a.overlaps(b) for a in left.cue for b in right.cue)
    contents = any(a.overlaps(b) for a in left.content for b in right.content)
    sources = any(a.overlaps(b) for a in left.source for b in right.source)
    return cues or (contents and (sources or not left.cue))


def _first(p: Proposal) -> tuple[Span, int]:
    return min((*p.source, *p.cue, *p.content)), p.level
