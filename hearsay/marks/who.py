"""From the words of a source to the voice behind them: a name, an office's holder, whoever "she" is; or nobody known."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from hearsay import world
from hearsay.marks import cast as casting
from hearsay.marks.cast import Cast, Figure
from hearsay.marks.floor import Floor
from hearsay.marks.offices import Offices
from hearsay.marks.scan import Scan
from hearsay.model import Mention, Span, Voice
from hearsay.tables import Role
from hearsay.text import words

KIND = {"PER": "person", "ORG": "organisation", "LOC": "country"}
OUTLETS = ("world/wires", "world/outlets")
MANY = "; "
RECENT = 3  # turns within which "they" may point back
LONGEST = 100  # characters of a name
SERVING = frozenset(
    {"spokesperson", "adviser", "aide", "lawyer", "assistant", "press-office", "wife", "husband", "son", "daughter", "brother"}
)
HIGH = frozenset({"president", "prime-minister", "monarch", "minister", "foreign-minister", "vice-president", "pope"})
PRESS = frozenset({"newspaper", "news-agency", "agency", "website", "outlet", "broadcaster", "magazine", "press"})
GROUPS = frozenset({"side", "authority", "government", "leadership", "state"})


@dataclass(slots=True)
class Who:
    """Finds the voice behind the words of a source."""

    scan: Scan
    cast: Cast
    mentions: Sequence[Mention]
    floor: Floor = field(default_factory=Floor)

    def voice(self, source: Sequence[Span], gender: str | None = None) -> tuple[Voice, Figure | None]:
        """The voice that these words stand for; its name is None where nobody is known."""
        inside = [m for s in source for m in self._near(s) if s.holds(m.span) or (s.overlaps(m.span) and m.kind == "name")]
        for rule in (self._people, self._relative, self._pronoun, self._described, self._body):
            found = rule(source, inside, gender)
            if found:
                return found
        return self._unnamed(source), None

    def _near(self, span: Span) -> Sequence[Mention]:
        """The mentions that begin in the span or shortly before it."""
        first = bisect_left(self.mentions, span.start - LONGEST, key=lambda m: m.span.start)
        return self.mentions[first : bisect_left(self.mentions, span.stop, key=lambda m: m.span.start)]

    # -------------------------------------------------------------- the rules, in order

    def _people(self, source: Sequence[Span], inside: list[Mention], gender: str | None) -> tuple[Voice, Figure | None] | None:
        """Names of persons: the last one is who speaks ("Putin's spokesman Peskov"), several where "and" joins them."""
        people = [m for m in inside if m.kind == "name" and m.category == "PER" and m.id in self.cast.by_mention]
        if not people or self._only_owner(source, people, inside):
            return None
        people = self._before_preposition(people)
        joined = [m for n, m in enumerate(people) if n == len(people) - 1 or self._joined(m, people[n + 1])]
        figures = list(dict.fromkeys(self.cast.by_mention[m.id].name for m in joined))
        figure = self.cast.by_mention[joined[-1].id]
        return Voice(MANY.join(figures), "person", joined[-1].id, source[0], False, self._said(source)), figure

    def _before_preposition(self, people: list[Mention]) -> list[Mention]:
        """The names up to the first preposition: "Anna Grey from the Institute Lumen" is Anna Grey."""
        for n, (left, right) in enumerate(pairwise(people), 1):
            p = self.scan.paragraph(left.span.start)
            between = p.between(Span(left.span.stop, right.span.start))
            if any(p.kinds().get(i) == "preposition" for i in between) and " " in (left.name or ""):
                return people[:n]
        return people

    def _only_owner(self, source: Sequence[Span], people: list[Mention], inside: list[Mention]) -> bool:
        """Whether the one name only says whose: "Trump's lawyer", "прес-служба президента", "an aide to Grey"."""
        text = self.scan.text
        last = people[-1]
        if text[last.span.stop : last.span.stop + 2] in ("'s", "’s") and last.span.stop + 2 < source[-1].stop:
            return True
        p = self.scan.paragraph(last.span.start)
        before = p.kinds().get(p.index(last.span.start) - 1)
        held = [m for m in inside if m.kind == "description" and m.span.stop <= last.span.start and m.rule.startswith("roles/")]
        if self._followed(last, source) or self._borne_by_another(held, last):
            return True
        started = source[0].start < last.span.start
        if started and before == "preposition" and held:
            return True
        first = next(iter(held), None)
        return bool(first and first.category == "ORG" and first.span.start - source[0].start < 25)

    def _followed(self, m: Mention, source: Sequence[Span]) -> bool:
        """Whether the word for who speaks comes after the name: "Trump supporters"."""
        p = self.scan.paragraph(m.span.start)
        i = p.index(m.span.stop)
        roles = [h for h in p.hits("roles") if i <= h.first <= i + 2 and h.row.kind in ("person", "group")]
        return (
            bool(roles)
            and all(p.tokens[k].text not in ",(–—" for k in range(i, roles[0].first))
            and source[-1].holds(p.tokens[roles[0].first].span)
        )

    def _borne_by_another(self, held: list[Mention], last: Mention) -> bool:
        """ "The spokesman of Prime Minister Grey" is not Grey: a serving office first, a high one beside the name."""
        offices = [m.rule.rsplit("/", 1)[-1] for m in held]
        beside = {r.office for r in casting.roles(self.scan, last.role)} if last.role else set()
        return bool(offices) and offices[0] in SERVING and bool(beside & HIGH)

    def _joined(self, left: Mention, right: Mention) -> bool:
        """Whether "and" or a comma joins two names."""
        p = self.scan.paragraph(left.span.start)
        between = p.between(Span(left.span.stop, right.span.start))
        listed = self.scan.text[left.span.stop : right.span.start].strip() == ","
        return listed or any(p.kinds().get(i) == "conjunction" for i in between)

    def _pronoun(self, source: Sequence[Span], inside: list[Mention], gender: str | None) -> tuple[Voice, Figure | None] | None:
        """He, she, his: whoever has the floor and fits; else the person named last before."""
        pronouns = [m for m in inside if m.kind == "pronoun"]
        if not pronouns or len(self._said(source).split()) > 3:
            return None
        m = pronouns[0]
        if m.rule.endswith("/p"):
            several = next((v for v, _, _ in self.floor.before(m.span.start)[:RECENT] if v.name and MANY in v.name), None)
            if several:
                return self._point(several, m, source), None
            return Voice(None, "anonymous", m.id, source[0], False, self._said(source)), None
        if m.gender == "n":
            return self._thing(m, source)
        found = self.someone(m.span.start, m.gender or gender)
        return (self._point(found[0], m, source), found[1]) if found else (self._unnamed(source), None)

    def _thing(self, m: Mention, source: Sequence[Span]) -> tuple[Voice, Figure | None]:
        """It: the body or state that opened a sentence last before it, never a person."""
        before = [o for o in self.mentions if o.kind == "name" and o.category != "PER" and o.span.start < m.span.start]
        opening = [o for o in before if self._opens(o) and not self._quoted(o)]
        return self._named(opening[-1], source) if opening else (self._unnamed(source), None)

    def _relative(self, source: Sequence[Span], inside: list[Mention], gender: str | None) -> tuple[Voice, Figure | None] | None:
        """Who, which, который: the person or body named last before it in the sentence."""
        p = self.scan.paragraph(source[0].start)
        within = p.between(source[0])
        if len(within) != 1 or p.kinds("pronouns").get(within.start) != "relative":
            return None
        sentence = p.sentence(source[0].start)
        before = [m for m in self.mentions if m.kind == "name" and sentence.start <= m.span.start < source[0].start]
        before = [m for m in before if not (gender == "p" and m.category == "PER")]
        return self._named(before[-1], source) if before else (self._unnamed(source), None)

    def someone(self, place: int, gender: str | None) -> tuple[Voice, Figure | None] | None:
        """Who is meant where no name stands: the last speaker, unless someone was named since as a sentence's subject."""
        spoken = self.floor.last(place, gender)
        since = next((turn[2] for turn in self.floor.before(place)), -1)
        named = self._subject_since(since, place, gender)
        if named is not None and (spoken is None or named is not spoken[1]):
            m = named.mentions[0]
            return Voice(named.name, "person", m.id), named
        return spoken

    def _subject_since(self, since: int, place: int, gender: str | None) -> Figure | None:
        """The person whose name opened a sentence after the last turn, or the only one named since."""
        fits = [f for f in self.cast.people() if not (gender and f.gender and f.gender != gender)]
        found = [(m, f) for f in fits for m in f.mentions if since < m.span.start < place and not self._quoted(m)]
        openers = [(m, f) for m, f in found if self._opens(m)]
        chosen = max(openers, key=lambda pair: pair[0].span, default=None)
        if chosen is None and since < 0:
            chosen = max(found, key=lambda pair: pair[0].span, default=None)
        return chosen[1] if chosen else None

    def _quoted(self, m: Mention) -> bool:
        return self.scan.paragraph(m.span.start).quote(m.span.start) is not None

    def _opens(self, m: Mention) -> bool:
        p = self.scan.paragraph(m.span.start)
        start = m.role.start if m.role else m.span.start
        return start - p.sentence(m.span.start).start < 4

    def _described(self, source: Sequence[Span], inside: list[Mention], gender: str | None) -> tuple[Voice, Figure | None] | None:
        """An office or a kind of person: its holder if the article names one, else the last speaker whom it fits, else nobody."""
        head = casting.head_role(self.scan, source)
        if head is None or head.kind not in ("person", "group"):
            return None
        first = next((m for m in inside if m.kind == "name" and m.category in ("ORG", "LOC")), None)
        if first and self._apart(first, source):
            return self._named(first, source)
        if gender == "p" and head.kind != "group":
            return self._unnamed(source), None
        if head.kind == "group" or self._indefinite(source):
            return self._group(source, inside, head)
        figure = Offices(self.scan, self.cast, self.floor).holder(source, head)
        if figure is None:
            return self._unnamed(source), None
        m = next((m for m in inside if m.kind == "description"), None)
        return Voice(figure.name, "person", m.id if m else None, source[0], False, self._said(source)), figure

    def _apart(self, m: Mention, source: Sequence[Span]) -> bool:
        """Whether the phrase begins with a name that a function word parts from the rest: "Varland with its allies"."""
        p = self.scan.paragraph(m.span.start)
        return m.span.start - source[0].start < 5 and p.kinds().get(p.index(m.span.stop)) in ("preposition", "conjunction", "adverb")

    def _indefinite(self, source: Sequence[Span]) -> bool:
        """Whether the words begin with an indefinite article or a number: "an official", "one of the ministers"."""
        p = self.scan.paragraph(source[0].start)
        first = p.index(source[0].start)
        return p.kinds().get(first) in ("indefinite", "quantifier") or p.tokens[first].text.casefold() in p.language.options.get(
            "indefinite", ()
        )

    def _group(self, source: Sequence[Span], inside: list[Mention], head: Role) -> tuple[Voice, Figure | None]:
        """ "The US side", "the Kremlin's leadership" is that state or body; "officials", "experts" are nobody known."""
        names = [m for m in inside if m.kind == "name" and m.category in ("ORG", "LOC")]
        if head.office in GROUPS:
            if names:
                return self._named(names[0], source)
            state = next(filter(None, (world.state_of(word) for word in self._said(source).split())), None)
            if state:
                return Voice(state, "country", None, source[0], False, self._said(source)), None
        return self._unnamed(source), None

    def _body(self, source: Sequence[Span], inside: list[Mention], gender: str | None) -> tuple[Voice, Figure | None] | None:
        """A body, outlet or state: by its name, or by the words that describe it; a paper speaks for the body behind it."""
        names = [m for m in inside if m.kind == "name"]
        head = casting.head_role(self.scan, source)
        if head and head.kind == "document" and not names:
            return self._paper(source)
        seated = next((m for m in names if m.rule == "world/states"), None)
        if head and seated and head.office in GROUPS:
            return self._named(seated, source)
        described = head is not None and head.kind == "organisation" and head.office != "website" and self._leads(source, names)
        if names and not described:
            return self._named_all(names, source)
        if head and head.kind == "organisation":
            known = self._known_body(head, source[0].start) if len(self._plain(source).split()) == 1 else None
            if known:
                return replace(known, span=source[0], words=self._said(source)), None
            if head.office in PRESS and not names:
                return replace(self._unnamed(source), kind="outlet"), None
            return Voice(self._plain(source), "organisation", None, source[0], False, self._said(source)), None
        return None

    def _known_body(self, head: Role, place: int) -> Voice | None:
        """ "The newspaper", "the company": the outlet or body that had the floor last."""
        wanted = "outlet" if head.office in PRESS else "organisation"
        return next((v for v, _, _ in self.floor.before(place) if v.kind == wanted and v.name), None)

    def _leads(self, source: Sequence[Span], names: list[Mention]) -> bool:
        """Whether words for a body come before the names that only say whose: "the government of Varland"."""
        p = self.scan.paragraph(source[0].start)
        first = next(h for h in p.hits("roles") if h.first in p.between(source[0]) or h.last in p.between(source[-1]))
        return not names or (p.tokens[first.last].stop <= names[0].span.start and names[0].rule not in OUTLETS)

    def _paper(self, source: Sequence[Span]) -> tuple[Voice, Figure | None]:
        """ "The statement says": whoever had the floor, a body first; nobody known where none had."""
        last = self.floor.last(source[0].start, person=False)
        if last is None or last[0].name is None:
            return Voice(None, "document", None, source[0], False, self._said(source)), None
        return Voice(last[0].name, last[0].kind, last[0].mention, source[0], False, self._said(source)), last[1]

    def _plain(self, source: Sequence[Span]) -> str:
        """The words without an article or a pronoun at their start."""
        p = self.scan.paragraph(source[0].start)
        within = p.between(source[0])
        first = next((i for i in within if p.kinds().get(i) not in ("article", "determiner")), within.start)
        return Span(p.tokens[first].start, source[0].stop).of(self.scan.text)

    # -------------------------------------------------------------- voices

    def _named(self, m: Mention, source: Sequence[Span]) -> tuple[Voice, Figure | None]:
        kind = "outlet" if m.rule in OUTLETS else KIND.get(m.category, "organisation")
        name = (
            (world.seat_of(m.name or "") or world.governed_by(m.name or "") or m.name)
            if m.rule in ("world/seats", "world/offices")
            else m.name
        )
        return Voice(name, kind, m.id, source[0], False, self._said(source)), self.cast.by_mention.get(m.id)

    def _named_all(self, names: list[Mention], source: Sequence[Span]) -> tuple[Voice, Figure | None]:
        """One name, or all that "and" joins: "The West and Kiev"."""
        voice, figure = self._named(names[0], source)
        joined = [b.name for a, b in pairwise(names) if self._joined(a, b) and b.name]
        return (replace(voice, name=MANY.join(dict.fromkeys([voice.name or "", *joined]))), figure) if joined else (voice, figure)

    def _point(self, voice: Voice, m: Mention, source: Sequence[Span]) -> Voice:
        return Voice(voice.name, voice.kind, m.id, source[0], False, self._said(source))

    def _unnamed(self, source: Sequence[Span]) -> Voice:
        return Voice(None, "anonymous", None, source[0] if source else None, False, self._said(source))

    def _said(self, source: Sequence[Span]) -> str:
        return words(self.scan.text, source)
