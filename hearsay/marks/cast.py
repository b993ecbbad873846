"""The people and bodies of one article: each full name with its offices, so that a surname, an office or a pronoun can find it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from hearsay import naming, world
from hearsay.marks.phrases import in_time
from hearsay.marks.scan import Scan
from hearsay.model import Mention, Span
from hearsay.tables import Role

OPENING = frozenset({"conjunction", "adverb", "preposition", "subordinator", "article", "determiner"})


@dataclass(slots=True)
class Figure:
    """Someone who has a name in the article. `offices` are ids ("spokesperson"), `words` the stems of the words borne with the name."""

    name: str
    category: str
    mentions: list[Mention] = field(default_factory=list)
    offices: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    gender: str | None = None

    @property
    def surname(self) -> str:
        return naming.skeleton(self.name.split()[-1])

    def last_before(self, place: int) -> int:
        """Where the figure was last named before this place; -1 where never."""
        return max((m.span.start for m in self.mentions if m.span.start < place), default=-1)


@dataclass(slots=True)
class Cast:
    """The figures of an article in order of appearance."""

    figures: list[Figure]
    by_mention: dict[str, Figure]

    def people(self) -> list[Figure]:
        """Those who are persons."""
        return [f for f in self.figures if f.category == "PER"]


def gather(scan: Scan, mentions: Iterable[Mention]) -> Cast:
    """Gather the names of the article into figures: full names first, then the surnames that stand for them."""
    figures: list[Figure] = []
    by_mention: dict[str, Figure] = {}
    names = [m for m in mentions if m.kind == "name" and m.name]
    by_key: dict[tuple[str, str], Figure] = {}
    for m in sorted(names, key=lambda m: (-len(_words(m)), m.span)):
        figure = by_key.get((m.category, m.key)) or _surnamed(scan, m, figures) or _new(m, figures, by_key)
        figure.mentions.append(m)
        by_mention[m.id] = figure
        _learn(scan, figure, m)
    for figure in figures:
        figure.mentions.sort(key=lambda m: m.span)
        figure.name = _best_name(scan, figure)
    figures.sort(key=lambda f: f.mentions[0].span)
    return Cast(figures, by_mention)


def _words(m: Mention) -> list[str]:
    return [w for w in (m.name or "").split() if w]


def _new(m: Mention, figures: list[Figure], by_key: dict[tuple[str, str], Figure]) -> Figure:
    figures.append(Figure(m.name or "", m.category))
    by_key.setdefault((m.category, naming.key(m.name or "")), figures[-1])
    return figures[-1]


def _surnamed(scan: Scan, m: Mention, figures: list[Figure]) -> Figure | None:
    """The figure whose full name a person's surname stands for."""
    if m.category != "PER":
        return None
    mine = _words(m)
    people = [f for f in figures if f.category == "PER" and not (m.gender and f.gender and m.gender != f.gender)]
    held = [f for f in people if _stands_for(mine, f.name.split())] or [f for f in people if _first_surname(mine, f.name.split())]
    held = [f for f in held if naming.given(f.name.split()[0])] or held
    return held[0] if len(held) == 1 else _namesake(scan, m, held)


def _namesake(scan: Scan, m: Mention, held: list[Figure]) -> Figure | None:
    """Of several with one surname: who was named in full in this paragraph or the last, as a sentence's subject if anyone was; else
    whom the article names first."""
    here = scan.paragraph(m.span.start).number
    full = [(o, f) for f in held for o in f.mentions if " " in (o.name or "") and o.span.start < m.span.start]
    near = [(o, f) for o, f in full if here - scan.paragraph(o.span.start).number < 2]
    chosen = max(near, key=lambda pair: (opens(scan, pair[0]), pair[0].span), default=None)
    return chosen[1] if chosen else min(held, key=lambda f: f.mentions[0].span, default=None)


def opens(scan: Scan, m: Mention) -> bool:
    """Whether a name, with its office, opens a sentence; "but", "on Monday" and their like may stand before it."""
    p = scan.paragraph(m.span.start)
    start = m.role.start if m.role else m.span.start
    before = p.between(Span(p.sentence(m.span.start).start, start))
    light = all(p.tokens[i].text == "," or in_time(p, i) or p.kinds().get(i) in OPENING for i in before)
    return light and p.kinds().get(before.stop - 1) != "preposition"


def _stands_for(short: list[str], full: list[str]) -> bool:
    """ "Price" stands for "Ned Price", "J. Grey" for "Jane Grey"; a surname's last part may stand for the whole, too."""
    if naming.skeleton(short[-1]) != naming.skeleton(full[-1]) and not _derived(short[-1], full[-1]):
        return False
    if len(short) == 1 or len(full) == 1:
        return True
    mine, theirs = naming.latin(short[0]), naming.latin(full[0])
    same_given = naming.given(short[0]) is not None and naming.given(short[0]) == naming.given(full[0])
    return same_given or naming.skeleton(short[0]) == naming.skeleton(full[0]) or (len(mine) == 1 and theirs.startswith(mine))


def _first_surname(short: list[str], full: list[str]) -> bool:
    """ "Acosta" stands for "Melba Acosta Febo", too."""
    return (
        len(short) == 1 and len(full) == 3 and naming.skeleton(short[0]) == naming.skeleton(full[1]) and naming.given(full[0]) is not None
    )


def _derived(left: str, right: str) -> bool:
    """A woman's form of a surname, "Drnovčeva" for "Drnovec": the same beginning, -ova or -eva after it."""
    a, b = sorted((naming.latin(left), naming.latin(right)), key=len)
    return len(a) >= 3 and b.endswith(("ova", "eva", "ovo", "evo", "ove", "eve")) and b.startswith(a[: max(3, len(a) - 2)])


def _learn(scan: Scan, figure: Figure, m: Mention) -> None:
    figure.gender = figure.gender or m.gender
    for span in filter(None, (m.role, apposition(scan, m))):
        figure.words |= stems(scan, span)
        figure.states |= states(scan, span)
        figure.offices |= {r.office for r in roles(scan, span)}
        figure.gender = figure.gender or next((r.gender for r in roles(scan, span) if r.gender in ("m", "f")), None)


def apposition(scan: Scan, m: Mention) -> Span | None:
    """The words for an office after a name, between commas: "Ann Grey, the mayor of Norr," or in brackets."""
    p = scan.paragraph(m.span.start)
    i = p.index(m.span.stop)
    if i >= len(p.tokens) or p.tokens[i].text not in ",(–—" or p.tokens[i].start - m.span.stop > 1:
        return None
    last = next((k for k in range(i + 1, min(len(p.tokens), i + 14)) if p.tokens[k].text in ",.;)–—"), None)
    if last is None or last == i + 1:
        return None
    span = p.span_of(i + 1, last - 1)
    opening = [h for h in p.hits("roles") if h.row.kind in ("person", "group") and i < h.first <= i + 4 and h.last < last]
    reports = any(h.row.frame == "verb" and i < h.first and h.last < last for h in p.hits("cues"))
    return span if opening and not reports else None


def roles(scan: Scan, span: Span) -> list[Role]:
    """The words for offices within these words, in order."""
    p = scan.paragraph(span.start)
    within = p.between(span)
    return [h.row for h in p.hits("roles") if h.first in within]


def head_role(scan: Scan, source: Sequence[Span]) -> Role | None:
    """The word that says what the whole phrase is: the first word for a person or body, or where the language puts it last
    ("State Department spokesman") the last one before a preposition ("spokesman for the ministry")."""
    if not source:
        return None
    p, span = scan.paragraph(source[0].start), source[0]
    hits = [h for h in p.hits("roles") if h.first in p.between(span)]
    if not hits or not scan.language.options.get("head_last", False):
        return hits[0].row if hits else None
    within = p.between(span)
    closing = hits[-1].last == within.stop - 1 or p.tokens[hits[-1].last + 1].text == ","
    if closing and hits[-1].row.kind in ("person", "group"):
        return hits[-1].row
    stop = next((i for i in within if p.kinds().get(i) == "preposition" and i > hits[0].first), within.stop)
    return [h for h in hits if h.first < stop][-1].row


def states(scan: Scan, span: Span) -> set[str]:
    """The states that these words speak of, by name or adjective: "ruski predsednik" speaks of Russia."""
    p, known = scan.paragraph(span.start), world.names("states")
    found = {hit.named.name for i in p.between(span) if (hit := known.at(p.tokens, i))}
    return found or {state for i in p.between(span) if (state := world.state_of(p.tokens[i].text))}


def stems(scan: Scan, span: Span) -> set[str]:
    """The stems of the words that say something, in any language's own letters."""
    p = scan.paragraph(span.start)
    return {naming.stem(p.tokens[i].text)[:6] for i in p.between(span) if len(p.tokens[i].text) > 1 and i not in p.kinds()}


# ------------------------------------------------------------------ the name to show


def _best_name(scan: Scan, figure: Figure) -> str:
    """The fullest form in its dictionary case, as far as the article and the table of given names show it."""
    names: list[list[str]] = [m.name.split() for m in figure.mentions if m.name]
    if figure.category != "PER":
        return figure.name
    full = [n for n in names if 1 < len(n) < 4] or [n for n in names if len(n) > 1]
    if not full:
        return min((" ".join(n) for n in names), key=len)
    bent_names = scan.language.options.get("bent_names", False)
    chosen = min(full, key=lambda n: (bent_names and not naming.nominative(n[0]), -len(n), full.index(n)))
    if not bent_names or naming.nominative(chosen[0]):
        return " ".join(chosen)
    given = _dictionary_form(scan, chosen[0])
    surname = _shortest(chosen[-1], [n[-1] for n in names])
    bent = surname == chosen[-1] and figure.gender == "m" and given != chosen[0]
    return " ".join([given, *chosen[1:-1], naming.unbent(surname) if bent else surname])


def _dictionary_form(scan: Scan, word: str) -> str:
    """A given name as the language's table has it: "Сергія" gives "Сергій"."""
    known = naming.given(word)
    forms = [row.form.lstrip("=") for row in scan.language.rows("names") if known and row.key == known[0]]
    return min(forms, key=lambda form: -_shared(form, word), default=word)


def _shared(left: str, right: str) -> int:
    return next((n for n in range(min(len(left), len(right))) if left[n] != right[n]), min(len(left), len(right)))


def _shortest(surname: str, others: list[str]) -> str:
    """The shortest way the article writes this surname, which for a man is its dictionary form."""
    same = [o for o in others if naming.skeleton(o) == naming.skeleton(surname)]
    return min([surname, *same], key=len)
