"""The voices a statement came through, from the outlet inward to whoever said it first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from hearsay import world
from hearsay.marks.proposal import Proposal
from hearsay.marks.scan import Scan
from hearsay.marks.voices import OUTLETS, PRESS
from hearsay.model import Article, Mention, Span, Voice

SUPPLIERS = ("wire", "relay")
NEAR = 60  # characters between the reporting words and the outlet that was told
LEAD = 2  # paragraphs in which a wire that was told something is taken for the one that supplied the page


def page_voices(scan: Scan, mentions: Sequence[Mention], proposals: Sequence[Proposal]) -> tuple[Voice, ...]:
    """The outlet, then whoever supplied the page: credited wires and relays, else a wire that a speaker told at the top."""
    article = scan.article
    outlet = [Voice(article.outlet.value, "outlet", span=article.outlet.span)] if article.outlet else [Voice(None, "outlet")]
    suppliers = _credited(article) or _told_at_the_top(scan, mentions, proposals)
    return (*outlet, *_once(suppliers, {article.outlet.value} if article.outlet else set()))


def _credited(article: Article) -> list[Voice]:
    found = [Voice(c.agency, "outlet", None, c.span, True) for c in article.credits if c.role in SUPPLIERS]
    line = article.dateline
    if not found and line and line.agency:
        name = world.canonical(line.agency, "wires", "outlets") or line.agency
        found = [Voice(name, "outlet", None, line.agency_span, True)]
    return found


def _told_at_the_top(scan: Scan, mentions: Sequence[Mention], proposals: Sequence[Proposal]) -> list[Voice]:
    top = [p for p in scan.paragraphs if not p.headline][:LEAD]
    sources = [s for made in proposals for s in made.source]
    for made in proposals:
        m = told(scan, mentions, made.cue, (*made.content, *sources))
        if m and m.rule == OUTLETS[0] and any(p.span.holds(m.span) for p in top):
            return [Voice(m.name, "outlet", None, m.span, True)]
    return []


def told(scan: Scan, mentions: Sequence[Mention], cue: Sequence[Span], others: Sequence[Span]) -> Mention | None:
    """The outlet that someone told it: "an official told Reuters", "W rozmowie z PAP minister powiedział"; it stands in the sentence of
    the reporting words, in none of the `others`, which are said or say something themselves."""
    if not cue:
        return None
    sentence = scan.paragraph(cue[0].start).sentence(cue[0].start)
    first, stop = (bisect_left(mentions, place, key=lambda m: m.span.start) for place in sentence)
    beside = [m for m in mentions[first:stop] if outlet(scan, m) and not any(s.overlaps(m.span) for s in others)]
    near = [m for m in beside if min(abs(m.span.start - cue[-1].stop), abs(cue[0].start - m.span.stop)) <= NEAR]
    return min(near, key=lambda m: (m.span.start < cue[-1].stop, abs(m.span.start - cue[-1].stop)), default=None)


def outlet(scan: Scan, m: Mention) -> bool:
    """Whether a name is an outlet's: the world knows it, or a word for one stands just before it ("the newspaper Rudnik")."""
    if m.rule in OUTLETS:
        return True
    if m.kind != "name" or m.category not in ("ORG", "PRO"):
        return False
    p = scan.paragraph(m.span.start)
    before = (p.index(m.span.start) - 1, p.index(m.span.start) - 2)
    return any(h.last in before and h.row.office in PRESS for h in p.hits("roles"))


def chain(page: Sequence[Voice], outer: Sequence[Voice], through: Sequence[Voice], speaker: Voice) -> tuple[Voice, ...]:
    """All voices in order, nobody twice: the page's, then the outer statement's, then who was told or cites, then the speaker."""
    said = {v.name for v in (*outer, *through) if v.name and not v.inferred}
    before = [replace(v, inferred=False) if v.name in said else v for v in page[1:]]
    between = _once([*before, *outer, *through], {page[0].name, speaker.name})
    return (page[0], *between, speaker)


def _once(voices: Sequence[Voice], taken: set[str | None]) -> list[Voice]:
    """The voices without repetition; whoever stands at an end of the chain does not stand in its middle."""
    seen, found = {name for name in taken if name}, []
    for voice in voices:
        if voice.name is None or voice.name not in seen:
            found.append(voice)
            seen.add(voice.name or "")
    return found
