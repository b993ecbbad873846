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
from hearsay.text import fold

SUPPLIERS = ("wire", "relay")
NEAR = 60  # characters between the reporting words, or their speaker, and the outlet that was told
MARKS = frozenset('"“«„»”')
TABLES = ("wires", "outlets")
PLATFORM = "platform"  # what is written there is said to all, and to no outlet
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
        m = told(scan, mentions, made, (*made.content, *sources))
        if m and m.rule == OUTLETS[0] and any(p.span.holds(m.span) for p in top):
            return [Voice(m.name, "outlet", None, m.span, True)]
    return []


def told(scan: Scan, mentions: Sequence[Mention], made: Proposal, others: Sequence[Span]) -> Mention | None:
    """The outlet that someone told it: "an official told Reuters", "W rozmowie z PAP minister powiedział"; it stands near the speaker or
    the reporting words, in their sentence, and in none of the `others`, which are said or say something themselves."""
    cue, own = made.cue, (*made.cue, *made.source)
    if not cue:
        return None
    sentence = scan.paragraph(cue[0].start).sentence(cue[0].start)
    first, stop = (bisect_left(mentions, place, key=lambda m: m.span.start) for place in sentence)
    beside = [m for m in mentions[first:stop] if outlet(scan, m) and not any(s.overlaps(m.span) for s in others)]
    near = [m for m in beside if min(max(m.span.start - s.stop, s.start - m.span.stop) for s in own) <= NEAR]
    return min(near, key=lambda m: (m.span.start < cue[-1].stop, abs(m.span.start - cue[-1].stop)), default=None)


def outlet(scan: Scan, m: Mention) -> bool:
    """Whether a name is an outlet's: the world knows it or its beginning ("BBC Radio 5"), or a word for one stands in it or just before
    it ("Norr Radio", "the newspaper Rudnik")."""
    p = scan.paragraph(m.span.start)
    first = p.index(m.span.start)
    if m.kind == "name" and (known := world.names(*TABLES).at(p.tokens, first)):
        return known.named.kind != PLATFORM
    quote = p.quote(m.span.start) if first > 0 and p.tokens[first - 1].text in MARKS else None
    marked = quote is not None and quote.inner.stop <= m.span.stop
    if m.kind != "name" or (m.category not in ("ORG", "PRO") and not marked):
        return False
    words = (*p.between(m.span), first - 1, first - 2)
    return any(h.last in words and h.row.office in PRESS for h in p.hits("roles"))


def called(scan: Scan, m: Mention) -> str | None:
    """The name of an outlet: the world's where the words for it end in one it knows ("Agentuře PAP"), else as printed."""
    p = scan.paragraph(m.span.start)
    within = p.between(m.span)
    known = (world.names(*TABLES).at(p.tokens, i) for i in within)
    return next((found.named.name for found in known if found and found.stop == within.stop), m.name)


def chain(page: Sequence[Voice], outer: Sequence[Voice], through: Sequence[Voice], speaker: Voice) -> tuple[Voice, ...]:
    """All voices in order, nobody twice: the page's, then the outer statement's, then who was told or cites, then the speaker."""
    said = {v.name for v in (*outer, *through) if v.name and not v.inferred}
    before = [replace(v, inferred=False) if v.name in said else v for v in page[1:]]
    between = _once([*before, *outer, *through], {_told_by(page[0]), _told_by(speaker)})
    return (page[0], *between, speaker)


def _once(voices: Sequence[Voice], taken: set[str]) -> list[Voice]:
    """The voices without repetition; whoever stands at an end of the chain does not stand in its middle."""
    seen, found = set(taken), []
    for voice in voices:
        if not _told_by(voice) or _told_by(voice) not in seen:
            found.append(voice)
            seen.add(_told_by(voice))
    return found


def _told_by(voice: Voice) -> str:
    """By what a voice is known: its name, or the words for who stays unnamed; empty where there are none."""
    return voice.name or fold(voice.words)
