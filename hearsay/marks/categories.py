"""Whether a run of capitals names a person, a body or a place, as far as the words beside it tell."""

from __future__ import annotations

from hearsay import naming, world
from hearsay.lexicon import Hit
from hearsay.marks.phrases import inner_stop
from hearsay.marks.scan import Paragraph
from hearsay.tables import Role

# Offices that mostly name what they are held in ("head of Norrbank"), so that a single unknown capital after them is no person's.
LEADING = frozenset(
    "head leader deputy-head chair deputy-chair director owner founder member spokesperson representative adviser official chief-executive "
    "leadership".split()
)
# Several who work for a body, are carried, taught or healed by it, or live in it: a lone name after them is its, «пилоты Ryanair».
BELONGING = frozenset(
    "worker staff crew pilot driver sailor engineer teacher nurse player passenger patient student citizen resident".split()
)

THINGS = {"product": "PRO", "event": "EVT"}
MARKS = frozenset('"“«„»”')


def categorise(p: Paragraph, start: int, stop: int, roles: list[Hit]) -> tuple[str, str]:
    """The rules in order; "capitals" is a guess that a full name elsewhere may mend."""
    words = [t.text for t in p.tokens[start:stop]]
    if any(h.row.kind in ("organisation", "document") and h.first >= start for h in roles):
        return "ORG", "organisation_word"
    thing = "product" if numbered(p, stop) else _thing(p, start, stop)
    if thing:
        return THINGS[thing], f"things/{thing}"
    title = title_before(p, start)
    if title:
        body = (stop - start == 1 and words[0].isupper() and len(words[0]) > 1) or (
            stop - start == 1 and (_goes_on(p, stop) or (_owned(p, title, start, stop) and not naming.given(words[0])))
        )
        return ("ORG", "capitals") if body else ("PER", "role_before")
    if naming.given(words[0]) and len(words) > 1 and not words[-1].isupper():
        return "PER", "given_name"
    if all(acronym(w) for w in words if w[0].isalpha()):
        return "ORG", "acronym"
    if 1 < len(words) < 4 and not shouting(p) and all(w.isalpha() or "-" in w for w in words):
        return "PER", "capitals_in_a_row"
    if _in_marks(p, start):
        return "ORG", "in_marks"
    acting = (acts(p, stop) or _acted(p, start)) and p.kinds().get(start - 1) != "article"
    if acting and not world.state_of(words[0]) and start not in p.kinds("concepts"):
        return "PER", "capitals"
    return ("LOC" if p.kinds().get(start - 1) == "preposition" else "ORG"), "capitals"


def _owned(p: Paragraph, title: Role, start: int, stop: int) -> bool:
    """Whether the word before a name is for those who lead a body, or for several who belong to one: not «пилоты Руднев и Лисин»."""
    endings = (*p.language.options.get("plural", ()), *p.language.options.get("plural_subject", ()))
    many = title.kind == "group" or p.tokens[start - 1].text.endswith(endings)
    listed = stop < len(p.tokens) and (p.tokens[stop].text == "," or p.kinds().get(stop) == "conjunction")
    return title.office in LEADING or (title.office in BELONGING and many and not listed)


def _thing(p: Paragraph, start: int, stop: int) -> str | None:
    """The kind of thing that has the name, if a noun says so: within it ("the Norr Treaty"), or before a name that is no person's:
    "газопровод «Тихий берег»"."""
    closing = p.ended("things", stop - 1)
    if closing and closing.first > start:
        return str(closing.row.kind)
    before = (start - 1, start - 2) if p.tokens[start - 1].text in MARKS else (start - 1,)
    noun = next((h for h in p.hits("things") if h.last in before), None)
    person = naming.given(p.tokens[start].text) or shouting(p)
    return noun.row.kind if noun and (len(before) > 1 or not person) else None


def numbered(p: Paragraph, stop: int) -> bool:
    """Whether a name ends in a number, as versions and models do: "Varda 2"."""
    return p.tokens[stop - 1].text.isdigit()


def _goes_on(p: Paragraph, stop: int) -> bool:
    """Whether a small word that is neither verb nor function word follows, so that a single capital was an adjective's."""
    if stop >= len(p.tokens) or not p.tokens[stop].text[0].islower() or stop in p.kinds() or stop in p.kinds("times"):
        return False
    cue = p.begun("cues", stop)
    return cue is None or cue.row.frame not in ("verb", "agentless", "according")


def _acted(p: Paragraph, start: int) -> bool:
    """Whether a verb of saying ends just before: "сказал Лавров"."""
    cue = p.ended("cues", start - 1)
    return cue is not None and cue.row.frame == "verb"


def _in_marks(p: Paragraph, start: int) -> bool:
    """Whether a quotation opens just before this token; a name after a closing mark is no quoted one."""
    return any(q.inner.start == p.tokens[start].start for q in p.quotes)


def title_before(p: Paragraph, start: int) -> Role | None:
    """The word for a person that ends just before this token, "Sen." as well as "Senator"; None where none does."""
    last = start - 2 if start > 1 and inner_stop(p, start - 1) else start - 1
    role = p.ended("roles", last)
    return role.row if role and role.row.kind in ("person", "group") else None


def acts(p: Paragraph, i: int) -> bool:
    """Whether a verb of saying begins here, auxiliaries before it or not, so that the word before it is a subject."""
    while p.kinds().get(i) in ("auxiliary", "modal", "negation", "adverb"):
        i += 1
    cue = p.begun("cues", i)
    return cue is not None and cue.row.frame == "verb"


def acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def shouting(p: Paragraph) -> bool:
    """A headline in which most words have capitals."""
    words = [t.text for t in p.tokens if len(t.text) > 3 and t.text[0].isalpha()] if p.headline else []
    return len(words) > 3 and sum(w[0].isupper() for w in words) > 0.6 * len(words)
