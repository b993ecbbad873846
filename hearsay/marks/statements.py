"""Proposals become statements: with an id, a place inside others, a chain of voices, and what the words say about them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hearsay.marks import chains, senses, signatures, speakers, turns
from hearsay.marks.cast import head_role
from hearsay.marks.nesting import Made, hull, nest
from hearsay.marks.offices import may_be
from hearsay.marks.proposal import Proposal
from hearsay.marks.said import Said, said_on
from hearsay.marks.scan import Scan
from hearsay.marks.several import several
from hearsay.marks.who import Who
from hearsay.model import Span, Statement, Time, Voice
from hearsay.tables import Role
from hearsay.text import digest, words

OMISSION = re.compile(r"[<\[(]\s*(?:…|\.\.\.)\s*[>\])]")
INSERTION = re.compile(r"\[[^\[\]]{1,120}\]|\([^()]{1,200}?\s*[-–—,]\s*(?:\w{1,4}\.|[A-ZА-ЯІЇЄ]{2,8}|\w{1,4}\.\s?\w{1,4}\.?)\s*\)")


def make(scan: Scan, who: Who, proposals: Sequence[Proposal], times: Sequence[Time]) -> list[Statement]:
    """The statements of an article in order of place; speakers are settled as the text runs, outer statements before inner ones."""
    made = [Made(p, _id(scan, p), senses.row_at(scan, p.cue), hull(p)) for p in proposals]
    made = list({m.id: m for m in made}.values())
    nest(made)
    speakers.learn_genders(scan, who, made)
    page = chains.page_voices(scan, who.mentions, [m.proposal for m in made])
    for m in sorted(made, key=lambda m: m.turn):
        _settle(scan, who, m, made, page, times)
    _look_ahead(scan, made)
    return [_statement(scan, m) for m in sorted(made, key=lambda m: m.whole)]


def _id(scan: Scan, p: Proposal) -> str:
    return digest(scan.article.page, "statement", *(tuple(map(tuple, role)) for role in (p.source, p.cue, p.content)))


# ------------------------------------------------------------------ who, when


def _settle(scan: Scan, who: Who, m: Made, made: Sequence[Made], page: tuple[Voice, ...], times: Sequence[Time]) -> None:
    speaker, figure = speakers.speaker(scan, who, m)
    through = speakers.told(scan, who, m, made, speaker)
    cited = speakers.cited(scan, who, m, made, speaker)
    if speaker.name and (cited or speaker.kind != "outlet"):
        who.floor.report(words(scan.text, m.proposal.cue), speaker, figure)
    if cited:
        who.floor.take(speaker, figure, m.place)
        through, (speaker, figure) = [*through, speaker], cited
    outer = m.outer.chain[1:] if m.outer else ()
    m.chain, m.figure = chains.chain(page, outer, through, speaker), figure
    if m.outer and m.outer.cites is m:
        m.chain, m.figure = m.outer.chain, m.outer.figure
    m.said = said_on(scan, m.proposal, times, _same_turn(m, made))
    told_by_outlet = m.outer is None or (not _someone(scan, m.outer) and speaker.kind == "person")
    if told_by_outlet and _takes_floor(scan, m, speaker):
        who.floor.take(speaker, figure, m.place)


def _someone(scan: Scan, m: Made) -> bool:
    """Whether a person speaks, be it one unnamed: such a speaker keeps the floor from those of whom the words tell."""
    speaker = m.chain[-1]
    return speaker.kind == "person" or (speaker.name is None and _takes_floor(scan, m, speaker))


def _takes_floor(scan: Scan, m: Made, speaker: Voice) -> bool:
    """Whether "he" may point at this speaker later: the named, and the one unnamed "official", not "experts" or nobody."""
    role = head_role(scan, m.proposal.source) if m.proposal.source else None
    return speaker.name is not None or (role is not None and role.kind == "person" and speakers.verb_gender(scan, m.proposal.cue) != "p")


def _look_ahead(scan: Scan, made: Sequence[Made]) -> None:
    """A headline's "diplomat" is the person whom the first statements of the body name."""
    after = [m for m in sorted(made, key=lambda m: m.place) if not scan.paragraph(m.place).headline]
    body = [m for m in after if m.figure and m.figure.category == "PER"]
    unnamed = {role.office for m in after if m.chain[-1].name is None and (role := head_role(scan, m.proposal.source))}
    for m in made:
        open_one = m.chain[-1].name is None and m.chain[-1].words and scan.paragraph(m.place).headline
        role = head_role(scan, m.proposal.source) if open_one else None
        one = role and role.kind == "person" and not _many(scan, m, role)
        if role and one and role.office not in unnamed and body and body[0].figure and may_be(body[0].figure, role):
            m.figure = body[0].figure
            m.chain = (*m.chain[:-1], replace(m.chain[-1], name=body[0].figure.name, kind="person"))


def _many(scan: Scan, m: Made, role: Role) -> bool:
    gender = speakers.verb_gender(scan, m.proposal.cue)
    return gender == "p" or several(scan, m.proposal.source, role, gender)


def _same_turn(m: Made, made: Sequence[Made]) -> Said | None:
    """When the same speaker's statement just before this one was made."""
    earlier = [o for o in made if o.said and o.figure is m.figure and m.figure and o.place < m.place and not o.outer]
    return max(earlier, key=lambda m: m.place).said if earlier else None


# ------------------------------------------------------------------ the row


def _statement(scan: Scan, m: Made) -> Statement:
    p, sense = m.proposal, senses.sense(scan, m.proposal.cue, m.proposal.content, m.proposal.source)
    return Statement(
        id=m.id,
        article=scan.article.id,
        source=p.source,
        cue=p.cue,
        content=p.content,
        mode="direct" if p.rule in (turns.RULE, signatures.POST) else sense.mode,
        type=sense.type,
        chain=m.chain,
        said_on=m.said.value if m.said else None,
        said_on_ground=m.said.ground if m.said else "",
        inside=m.outer.id if m.outer else None,
        hedged=sense.hedged,
        negated=sense.negated,
        denial=sense.denial,
        medium="post" if p.rule == signatures.POST else sense.medium,
        occasion=sense.occasion,
        addressee=_addressee(scan, m),
        insertions=tuple(_found(scan, p.content, INSERTION, OMISSION)),
        omissions=tuple(_found(scan, p.content, OMISSION)),
        rule=p.rule,
        confidence=p.confidence,
        trace=tuple(filter(None, (p.rule, f"cue/{m.row.form}" if m.row else "", m.said.rule if m.said else ""))),
    )


def _addressee(scan: Scan, m: Made) -> Span | None:
    """Who was told: the name just after the reporting words that is not the source."""
    return m_span if m.proposal.cue and (m_span := _after_cue(scan, m)) else None


def _after_cue(scan: Scan, m: Made) -> Span | None:
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
