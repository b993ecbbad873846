"""The voices a statement came through, from the outlet inward to whoever said it first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from hearsay import world
from hearsay.marks.scan import Scan
from hearsay.marks.voices import OUTLETS
from hearsay.model import Article, Mention, Span, Voice

SUPPLIERS = ("wire", "relay")
NEAR = 60  # characters between "told" and the wire that was told
LEAD = 2  # paragraphs in which a wire that was told something is taken for the one that supplied the page


def page_voices(scan: Scan, mentions: Sequence[Mention], cues: Sequence[Sequence[Span]]) -> tuple[Voice, ...]:
    """The outlet, then whoever supplied the page: credited wires and relays, else a wire that a speaker told at the top."""
    article = scan.article
    outlet = [Voice(article.outlet.value, "outlet", span=article.outlet.span)] if article.outlet else [Voice(None, "outlet")]
    suppliers = _credited(article) or _told_at_the_top(scan, mentions, cues)
    return (*outlet, *_once(suppliers, {article.outlet.value} if article.outlet else set()))


def _credited(article: Article) -> list[Voice]:
    found = [Voice(c.agency, "outlet", None, c.span, True) for c in article.credits if c.role in SUPPLIERS]
    line = article.dateline
    if not found and line and line.agency:
        name = world.canonical(line.agency, "wires", "outlets") or line.agency
        found = [Voice(name, "outlet", None, line.agency_span, True)]
    return found


def _told_at_the_top(scan: Scan, mentions: Sequence[Mention], cues: Sequence[Sequence[Span]]) -> list[Voice]:
    top = [p for p in scan.paragraphs if not p.headline][:LEAD]
    for cue in cues:
        m = told(scan, mentions, cue)
        if m and m.rule == OUTLETS[0] and any(p.span.holds(m.span) for p in top):
            return [Voice(m.name, "outlet", None, m.span, True)]
    return []


def told(scan: Scan, mentions: Sequence[Mention], cue: Sequence[Span]) -> Mention | None:
    """The outlet that someone told it: "an official told Reuters", "в интервью РИА Новости"."""
    if not cue:
        return None
    stop = cue[-1].stop
    first = bisect_left(mentions, stop, key=lambda m: m.span.start)
    near = [m for m in mentions[first : first + 8] if m.rule in OUTLETS and m.span.start <= stop + NEAR]
    return next((m for m in near if not set('.!?;"«“„\n') & set(scan.text[stop : m.span.start].strip(' "«“„'))), None)


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
