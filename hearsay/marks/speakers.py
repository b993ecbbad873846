"""Who speaks in a statement: by its source, by the one that holds it, by the page's credits where it names nobody."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay import naming
from hearsay.marks import chains, senses, turns
from hearsay.marks.cast import Figure, head_role
from hearsay.marks.nesting import Made, stands_in
from hearsay.marks.scan import Scan
from hearsay.marks.who import Who
from hearsay.model import Span, Voice
from hearsay.text import fold, words

CITING = 90  # characters within which "citing Y" follows "X reports"
SIGNS = frozenset("\"'“”„«»‚‘’([—–-")
Found = tuple[Voice, Figure | None]


NOBODY = Voice(None, "anonymous")


def speaker(scan: Scan, who: Who, m: Made) -> Found:
    """The voice that speaks, and the person behind it where the article names one."""
    if m.proposal.rule == turns.RULE and (taken := turns.voice(scan, who, m.proposal.source[0])):
        return taken
    if m.proposal.source:
        if m.outer and _first_person(scan, m.proposal.source):
            return m.outer.chain[-1], m.outer.figure
        return _said_to_say(scan, who, m) or who.voice(m.proposal.source, verb_gender(scan, m.proposal.cue))
    if not m.proposal.cue and senses.mode(scan, m.proposal.content) == "direct":
        return who.floor.last(m.place) or (NOBODY, None)
    if m.row and m.row.frame == "agentless":
        return _origin(scan, who) or (NOBODY, None)
    return (_dropped(scan, who, m) if m.row and m.row.frame == "verb" else None) or (NOBODY, None)


def _first_person(scan: Scan, source: Sequence[Span]) -> bool:
    """ "I", "my" and "we" inside what is said are whoever says it."""
    return fold(words(scan.text, source)).split("'")[0] in scan.language.options.get("first_person", ())


def _said_to_say(scan: Scan, who: Who, m: Made) -> Found | None:
    """ "An official said Holt had told them that he would go": "he" is Holt, though it is the official who has the floor."""
    outer = m.outer if m.outer and m.outer.outer and m.outer.figure and m.outer.figure.category == "PER" else None
    pointing = next((o for o in who.mentions if o.kind == "pronoun" and (o.span,) == m.proposal.source), None)
    if outer is None or outer.figure is None or pointing is None or scan.paragraph(m.place).quote(m.place):
        return None
    fits = not pointing.rule.endswith("/p") and outer.figure.gender in (None, pointing.gender) and pointing.gender != "n"
    return (outer.chain[-1], outer.figure) if fits else None


def _dropped(scan: Scan, who: Who, m: Made) -> Found | None:
    """Whom a verb without a subject means: what the clause before it is about, else whoever says it, else the last speaker."""
    gender = verb_gender(scan, m.proposal.cue)
    quoted = scan.paragraph(m.place).quote(m.place) is not None
    if m.outer and (subject := _coordinated(scan, who, m.outer, m.place)):
        return subject
    if m.outer and m.outer.chain[-1].kind != "outlet" and (quoted or scan.language.options.get("pro_drop", False)):
        several = gender == "p" and m.outer.figure is not None
        return None if several else (m.outer.chain[-1], m.outer.figure)
    return who.someone(m.place, gender) if scan.language.options.get("pro_drop", False) and gender != "p" else None


def _coordinated(scan: Scan, who: Who, outer: Made, place: int) -> Found | None:
    """The subject that "and" carries on inside what is said: in "the council is old and asks for help" the council."""
    p = scan.paragraph(place)
    if p.kinds().get(p.index(place) - 1) != "conjunction":
        return None
    held = next((s for s in outer.proposal.content if s.start <= place < s.stop), None)
    start = max(held.start, p.sentence(place).start) if held else place
    first = next((m for m in who.mentions if m.kind == "name" and m.span.start >= start and m.span.stop <= place), None)
    opens = first is not None and all(t.text[0] in SIGNS for t in p.tokens[p.index(start) : p.index(first.span.start)])
    return who.voice([first.span]) if first and opens else None


def verb_gender(scan: Scan, cue: Sequence[Span]) -> str | None:
    """The gender that a past verb shows, where the language has such endings: заявила is a woman's."""
    endings = scan.language.options.get("verb_gender", {})
    for span in cue:
        for word in reversed(span.of(scan.text).casefold().split()):
            for gender, ends in endings.items():
                if word.endswith(tuple(ends)):
                    return str(gender)
    return None


def learn_genders(scan: Scan, who: Who, made: Sequence[Made]) -> None:
    """A past verb shows that a speaker is a woman whose office is a man's word: "сообщила представитель Корвин"."""
    for m in made:
        people = who.people_in(m.proposal.source) if m.proposal.source else []
        if len(people) == 1 and verb_gender(scan, m.proposal.cue) == "f" and not _mans_name(people[0]):
            people[0].gender = "f"


def _mans_name(figure: Figure) -> bool:
    given = naming.given(figure.name.split()[0]) if " " in figure.name else None
    return given is not None and given[1] == "m"


def told(scan: Scan, who: Who, m: Made, made: Sequence[Made], speaker: Voice) -> list[Voice]:
    """The outlet that was told it, or whose sources they are: "sources of Reuters say"."""
    role = head_role(scan, m.proposal.source)
    unnamed = role is not None and role.office == "source" and speaker.name is None
    within = (o for o in who.mentions if unnamed and chains.outlet(scan, o) and any(s.holds(o.span) for s in m.proposal.source))
    own = (*m.proposal.content, *(s for o in made for s in o.proposal.source))
    heard = next(within, None) or chains.told(scan, who.mentions, m.proposal, own)
    name = chains.called(scan, heard) if heard else None
    return [Voice(name, "outlet", heard.id, heard.span)] if heard and name != speaker.name else []


def cited(scan: Scan, who: Who, m: Made, made: Sequence[Made], speaker: Voice) -> Found | None:
    """ "X reports, citing Y": Y is the speaker, X the one it came through. The citing words make a statement of their own with the same
    content, or the page's credits have them."""
    if speaker.kind not in ("outlet", "organisation") or not m.proposal.cue:
        return None
    stop = max(s.stop for s in (*m.proposal.cue, *m.proposal.source))
    near = [o for o in made if o.outer is m and o.proposal.source and 0 <= o.place - stop < CITING]
    for o in near:
        found = who.voice(o.proposal.source, verb_gender(scan, o.proposal.cue))
        if not stands_in(o, m) and (found[0].name or speaker.kind == "outlet"):
            m.cites = o
            return found
    if near or speaker.kind != "outlet":
        return None
    beside = [c for c in scan.article.credits if c.role == "origin" and 0 <= c.span.start - stop < CITING]
    return who.voice([beside[0].span]) if beside else None


def _origin(scan: Scan, who: Who) -> Found | None:
    """Whom a relayed page goes back to ("X reports, citing Y"): what "it is noted" stands for there."""
    origins = [c for c in scan.article.credits if c.role == "origin"]
    return who.voice([origins[0].span]) if origins else None
