"""Proposals become statements: with an id, a place inside others, a chain of voices, and what the words say about them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hearsay.marks import chains, senses, turns
from hearsay.marks.cast import Figure, head_role
from hearsay.marks.proposal import Proposal
from hearsay.marks.said import Said, said_on
from hearsay.marks.scan import Scan
from hearsay.marks.who import Who
from hearsay.model import Span, Statement, Time, Voice
from hearsay.tables import Cue
from hearsay.text import digest

OMISSION = re.compile(r"[<\[(]\s*(?:…|\.\.\.)\s*[>\])]")
INSERTION = re.compile(r"\[[^\[\]]{1,120}\]|\([^()]{1,200}?\s*[-–—,]\s*(?:\w{1,4}\.|[A-ZА-ЯІЇЄ]{2,8}|\w{1,4}\.\s?\w{1,4}\.?)\s*\)")
CITING = 90  # characters within which "citing Y" follows "X reports"


@dataclass(slots=True)
class _Made:
    """A statement under way: the proposal, the one that holds it, its row of the cue table."""

    proposal: Proposal
    id: str
    row: Cue | None
    whole: Span
    outer: _Made | None = None
    chain: tuple[Voice, ...] = ()
    figure: Figure | None = None
    said: Said | None = None

    def lies_in(self, other: _Made) -> bool:
        """Whether this is the other, or one that stands inside it, at whatever depth."""
        return self is other or (self.outer is not None and self.outer.lies_in(other))


def hull(p: Proposal) -> Span:
    """From the first to the last word of a proposal."""
    spans = [*p.source, *p.cue, *p.content]
    return Span(min(s.start for s in spans), max(s.stop for s in spans))


def make(scan: Scan, who: Who, proposals: Sequence[Proposal], times: Sequence[Time]) -> list[Statement]:
    """The statements of an article in order of place; speakers are settled as the text runs, outer statements before inner ones."""
    made = [_Made(p, _id(scan, p), senses.row_at(scan, p.cue), hull(p)) for p in proposals]
    made = list({m.id: m for m in made}.values())
    for m in made:
        m.outer = _holder(m, [o for o in made if o.whole.overlaps(m.whole) and not o.lies_in(m)])
    page = chains.page_voices(scan, who.mentions, [m.proposal for m in made])
    for m in sorted(made, key=_turn):
        _settle(scan, who, m, made, page, times)
    _look_ahead(scan, made)
    return [_statement(scan, m) for m in sorted(made, key=lambda m: m.whole)]


def _id(scan: Scan, p: Proposal) -> str:
    return digest(scan.article.page, "statement", *(tuple(map(tuple, role)) for role in (p.source, p.cue, p.content)))


def _place(m: _Made) -> int:
    return min((s.start for s in (*m.proposal.cue, *m.proposal.source)), default=m.whole.start)


def _turn(m: _Made) -> tuple[int, ...]:
    """The order of settling: as the text runs, an outer statement before those it holds."""
    return (*_turn(m.outer), _place(m)) if m.outer else (_place(m),)


# ------------------------------------------------------------------ what stands inside what


def _holder(m: _Made, made: Sequence[_Made]) -> _Made | None:
    """The smallest statement whose content holds this one's own words, or one with the same content and a higher level."""
    held = [o for o in made if _holds(o, m)]
    return min(held, key=lambda o: sum(s.stop - s.start for s in o.proposal.content), default=None)


def _holds(outer: _Made, inner: _Made) -> bool:
    words = [*inner.proposal.cue, *inner.proposal.source] or list(inner.proposal.content)
    if all(any(c.holds(w) for c in outer.proposal.content) for w in words):
        return not _holds_words(inner, outer)
    same = _shared(outer.proposal.content, inner.proposal.content)
    return inner.proposal.level > outer.proposal.level and same > 0.5


def _holds_words(outer: _Made, inner: _Made) -> bool:
    words = [*inner.proposal.cue, *inner.proposal.source]
    return bool(words) and all(any(c.holds(w) for c in outer.proposal.content) for w in words)


def _shared(left: Sequence[Span], right: Sequence[Span]) -> float:
    common = sum(max(0, min(a.stop, b.stop) - max(a.start, b.start)) for a in left for b in right)
    return common / max(1, max(sum(s.stop - s.start for s in left), sum(s.stop - s.start for s in right)))


# ------------------------------------------------------------------ who, when


def _settle(scan: Scan, who: Who, m: _Made, made: Sequence[_Made], page: tuple[Voice, ...], times: Sequence[Time]) -> None:
    speaker, figure = _speaker(scan, who, m)
    through = _told(scan, who, m, made, speaker)
    cited = _cited(scan, who, m, made, speaker)
    if cited:
        through, (speaker, figure) = [*through, speaker], cited
    outer = m.outer.chain[1:] if m.outer else ()
    m.chain, m.figure = chains.chain(page, outer, through, speaker), figure
    m.said = said_on(scan, m.proposal, times, _same_turn(m, made))
    told_by_outlet = m.outer is None or (m.outer.chain[-1].kind != "person" and speaker.kind == "person")
    if told_by_outlet and _takes_floor(scan, m, speaker):
        who.floor.take(speaker, figure, _place(m))


def _takes_floor(scan: Scan, m: _Made, speaker: Voice) -> bool:
    """Whether "he" may point at this speaker later: the named, and the one unnamed "official", not "experts" or nobody."""
    role = head_role(scan, m.proposal.source) if m.proposal.source else None
    return speaker.name is not None or (role is not None and role.kind == "person" and verb_gender(scan, m.proposal.cue) != "p")


def _speaker(scan: Scan, who: Who, m: _Made) -> tuple[Voice, Figure | None]:
    place = _place(m)
    gender = verb_gender(scan, m.proposal.cue)
    if m.proposal.rule == turns.RULE and (taken := turns.voice(scan, who, m.proposal.source[0])):
        return taken
    if m.proposal.source:
        found = who.voice(m.proposal.source, gender)
        return (m.outer.chain[-1], m.outer.figure) if m.outer and _first_person(scan, m, found[0]) else found
    if m.outer and m.proposal.cue and scan.paragraph(place).quote(place) and m.row and m.row.frame == "verb":
        return m.outer.chain[-1], m.outer.figure
    if not m.proposal.cue and senses.mode(scan, m.proposal.content) == "direct":
        return who.floor.last(place) or (Voice(None, "anonymous"), None)
    if m.row and m.row.frame == "agentless":
        origin = _origin(scan, who)
        return origin or (Voice(None, "anonymous"), None)
    dropped = scan.language.options.get("pro_drop", False) and m.row is not None and m.row.frame == "verb"
    someone = who.someone(place, gender) if dropped and gender != "p" else None
    return someone or (Voice(None, "anonymous"), None)


def _look_ahead(scan: Scan, made: Sequence[_Made]) -> None:
    """A headline's "diplomat" is the person whom the first statements of the body name."""
    body = [m for m in sorted(made, key=_place) if m.figure and m.figure.category == "PER" and not scan.paragraph(_place(m)).headline]
    for m in made:
        open_one = m.chain[-1].name is None and m.chain[-1].words and scan.paragraph(_place(m)).headline
        role = head_role(scan, m.proposal.source) if open_one and verb_gender(scan, m.proposal.cue) != "p" else None
        if role and role.kind == "person" and body and body[0].figure:
            m.figure = body[0].figure
            m.chain = (*m.chain[:-1], replace(m.chain[-1], name=body[0].figure.name, kind="person"))


def _first_person(scan: Scan, m: _Made, voice: Voice) -> bool:
    """ "I" and "my" inside a quotation are whoever is quoted."""
    p = scan.paragraph(m.proposal.source[0].start)
    rows = [h.row for h in p.hits("pronouns") if h.first in p.between(m.proposal.source[0])]
    lone = len(p.between(m.proposal.source[0])) == 1
    return lone and bool(rows) and rows[0].gender == "-" and rows[0].number == "s" and rows[0].kind in ("personal", "possessive")


def verb_gender(scan: Scan, cue: Sequence[Span]) -> str | None:
    """The gender that a past verb shows, where the language has such endings: заявила is a woman's."""
    endings = scan.language.options.get("verb_gender", {})
    for span in cue:
        for word in reversed(span.of(scan.text).casefold().split()):
            for gender, ends in endings.items():
                if word.endswith(tuple(ends)):
                    return str(gender)
    return None


def _told(scan: Scan, who: Who, m: _Made, made: Sequence[_Made], speaker: Voice) -> list[Voice]:
    """The outlet that was told it, or whose sources they are: "sources of Reuters say"."""
    role = head_role(scan, m.proposal.source)
    if role and role.office == "source" and speaker.name is None:
        inside = (o for o in who.mentions if chains.outlet(scan, o) and any(s.holds(o.span) for s in m.proposal.source))
        heard = next(inside, None)
    else:
        own = (*m.proposal.content, *(s for o in made for s in o.proposal.source))
        heard = chains.told(scan, who.mentions, m.proposal.cue, own)
    return [Voice(heard.name, "outlet", heard.id, heard.span)] if heard and heard.name != speaker.name else []


def _cited(scan: Scan, who: Who, m: _Made, made: Sequence[_Made], speaker: Voice) -> tuple[Voice, Figure | None] | None:
    """ "X reports, citing Y" where the page's credits say so: Y is the speaker, X the one it came through."""
    if speaker.kind != "outlet" or not m.proposal.cue:
        return None
    stop = max(s.stop for s in (*m.proposal.cue, *m.proposal.source))
    if any(o.outer is m and o.proposal.source and 0 <= _place(o) - stop < CITING for o in made):
        return None  # the citing words make a statement of their own
    beside = [c for c in scan.article.credits if c.role == "origin" and 0 <= c.span.start - stop < CITING]
    return who.voice([beside[0].span]) if beside else None


def _origin(scan: Scan, who: Who) -> tuple[Voice, Figure | None] | None:
    """Whom a relayed page goes back to ("X reports, citing Y"): what "it is noted" stands for there."""
    origins = [c for c in scan.article.credits if c.role == "origin"]
    return who.voice([origins[0].span]) if origins else None


def _same_turn(m: _Made, made: Sequence[_Made]) -> Said | None:
    """When the same speaker's statement just before this one was made."""
    earlier = [o for o in made if o.said and o.figure is m.figure and m.figure and _place(o) < _place(m) and not o.outer]
    return max(earlier, key=_place).said if earlier else None


# ------------------------------------------------------------------ the row


def _statement(scan: Scan, m: _Made) -> Statement:
    p, sense = m.proposal, senses.sense(scan, m.proposal.cue, m.proposal.content, m.proposal.source)
    return Statement(
        id=m.id,
        article=scan.article.id,
        source=p.source,
        cue=p.cue,
        content=p.content,
        mode="direct" if p.rule == turns.RULE else sense.mode,
        type=sense.type,
        chain=m.chain,
        said_on=m.said.value if m.said else None,
        said_on_ground=m.said.ground if m.said else "",
        inside=m.outer.id if m.outer else None,
        hedged=sense.hedged,
        negated=sense.negated,
        denial=sense.denial,
        medium=sense.medium,
        occasion=sense.occasion,
        addressee=_addressee(scan, m),
        insertions=tuple(_found(scan, p.content, INSERTION, OMISSION)),
        omissions=tuple(_found(scan, p.content, OMISSION)),
        rule=p.rule,
        confidence=p.confidence,
        trace=tuple(filter(None, (p.rule, f"cue/{m.row.form}" if m.row else "", m.said.rule if m.said else ""))),
    )


def _addressee(scan: Scan, m: _Made) -> Span | None:
    """Who was told: the name just after the reporting words that is not the source."""
    return m_span if m.proposal.cue and (m_span := _after_cue(scan, m)) else None


def _after_cue(scan: Scan, m: _Made) -> Span | None:
    p = scan.paragraph(m.proposal.cue[-1].start)
    i = p.index(m.proposal.cue[-1].stop)
    outside = i < len(p.tokens) and not any(s.start <= p.tokens[i].start < s.stop for s in (*m.proposal.source, *m.proposal.content))
    if not outside or not p.tokens[i].text[0].isupper():
        return None
    last = i
    while last + 1 < len(p.tokens) and p.tokens[last + 1].text[0].isupper() and last + 1 not in p.kinds():
        last += 1
    return p.span_of(i, last)


def _found(scan: Scan, content: Sequence[Span], pattern: re.Pattern[str], without: re.Pattern[str] | None = None) -> Iterator[Span]:
    for span in content:
        for match in pattern.finditer(scan.text, span.start, span.stop):
            if not (without and without.fullmatch(match.group())):
                yield Span(match.start(), match.end())
