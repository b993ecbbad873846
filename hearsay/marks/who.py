"""From the words of a source to the voice behind them: a name, an office's holder, whoever "she" is; or nobody known."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from hearsay import world
from hearsay.marks import cast as casting
from hearsay.marks import offices, owners, papers, phrases, voices
from hearsay.marks.cast import Cast, Figure
from hearsay.marks.floor import Floor
from hearsay.marks.offices import Offices
from hearsay.marks.pointing import Found, Pointing
from hearsay.marks.scan import Scan
from hearsay.marks.several import several
from hearsay.marks.voices import OUTLETS, PRESS
from hearsay.model import Mention, Span, Voice
from hearsay.model.mark import MANY
from hearsay.tables import Pronoun, Role
from hearsay.text import tokens

LONGEST = 100  # characters of a name
GROUPS = frozenset({"side", "authority", "government", "leadership", "state"})


@dataclass(slots=True)
class Who:
    """Finds the voice behind the words of a source."""

    scan: Scan
    cast: Cast
    mentions: Sequence[Mention]
    floor: Floor = field(default_factory=Floor)

    def voice(self, source: Sequence[Span], gender: str | None = None) -> Found:
        """The voice that these words stand for; its name is None where nobody is known."""
        inside = self._inside(source)
        for rule in (self._people, self._relative, self._pronoun, self._described, self._body):
            found = rule(source, inside, gender)
            if found:
                return found
        return self._unnamed(source), None

    def someone(self, place: int, gender: str | None) -> Found | None:
        """Who is meant where no words stand."""
        return self._pointing.someone(place, gender)

    def people_in(self, source: Sequence[Span]) -> list[Figure]:
        """The persons whom the words of a source name."""
        names = (m for m in self._inside(source) if m.kind == "name" and m.category == "PER" and m.id in self.cast.by_mention)
        return list({id(figure): figure for figure in (self.cast.by_mention[m.id] for m in names)}.values())

    @property
    def _pointing(self) -> Pointing:
        return Pointing(self.scan, self.cast, self.mentions, self.floor)

    def _inside(self, source: Sequence[Span]) -> list[Mention]:
        """The mentions in a source before any clause that only says more of it: "Holt, who knows Brandt"."""
        near = [m for s in source for m in self._near(s) if s.holds(m.span) or (s.overlaps(m.span) and m.kind != "description")]
        p = self.scan.paragraph(source[0].start)
        within = p.between(source[0])
        stop = next((p.tokens[i].start for i in within[1:] if p.kinds("pronouns").get(i) == "relative"), None)
        return [m for m in near if stop is None or m.span.start < stop]

    def _near(self, span: Span) -> Sequence[Mention]:
        """The mentions that begin in the span or shortly before it."""
        first = bisect_left(self.mentions, span.start - LONGEST, key=lambda m: m.span.start)
        return self.mentions[first : bisect_left(self.mentions, span.stop, key=lambda m: m.span.start)]

    # -------------------------------------------------------------- the rules, in order

    def _people(self, source: Sequence[Span], inside: list[Mention], gender: str | None) -> Found | None:
        """Persons by their names."""
        people = [m for m in inside if m.kind == "name" and m.category == "PER" and m.id in self.cast.by_mention]
        people = owners.speaking(self.scan, source, people, inside)
        if not people:
            return None
        last = people[-1]
        speaking = [m for m in inside if m in people or owners.beside(self.scan, source, m, people, inside)]
        names = list(dict.fromkeys(self._named(m, source)[0].name or "" for m in speaking))
        return Voice(MANY.join(names), "person", last.id, source[0], False, self._said(source)), self.cast.by_mention[last.id]

    def _relative(self, source: Sequence[Span], inside: list[Mention], gender: str | None) -> Found | None:
        """Who, which, который: whom the sentence named last before it; else nobody but the phrase before it."""
        p = self.scan.paragraph(source[0].start)
        within = p.between(source[0])
        if len(within) != 1 or p.kinds("pronouns").get(within.start) != "relative":
            return None
        row = next(h.row for h in p.hits("pronouns") if h.first == within.start)
        phrase = phrases.before_relative(p, within.start)
        if phrase and row.gender == "-" and row.number == "s" and (found := self._followed(phrase, source, gender)):
            return found
        name = self._antecedent(source[0], row, "p" if row.number == "p" else gender)
        if name:
            return self._named(name, source)
        return self._unnamed((phrase,) if phrase else source), None

    def _followed(self, phrase: Span, source: Sequence[Span], gender: str | None) -> Found | None:
        """The persons that the phrase before "who" names or describes; None where it speaks of other things."""
        voice, figure = self.voice((phrase,), gender)
        if voice.name and voice.kind == "person":
            return replace(voice, span=source[0], words=self._said(source)), figure
        head = casting.head_role(self.scan, (phrase,))
        return (voice, figure) if head and head.kind in ("person", "group") else None

    def _antecedent(self, relative: Span, row: Pronoun, gender: str | None) -> Mention | None:
        """The name last before a relative pronoun in its sentence; a person where it says who, none where it speaks of many."""
        sentence = self.scan.paragraph(relative.start).sentence(relative.start)
        before = [m for m in self.mentions if m.kind == "name" and sentence.start <= m.span.start < relative.start]
        if gender == "p":
            before = [m for m in before if m.category != "PER"]
        elif row.gender == "-":
            people = [m for m in before if m.category == "PER"]
            before = [m for m in people if not self._governed(m)] or people or before
        return before[-1] if before else None

    def _governed(self, m: Mention) -> bool:
        """Whether a preposition stands just before the name."""
        p = self.scan.paragraph(m.span.start)
        return p.kinds().get(p.index(m.span.start) - 1) == "preposition"

    def _pronoun(self, source: Sequence[Span], inside: list[Mention], gender: str | None) -> Found | None:
        """He, she, his, they."""
        pronouns = [m for m in inside if m.kind == "pronoun"]
        if not pronouns or len(self._said(source).split()) > 3:
            return None
        return self._pointing.pronoun(source, pronouns[0], gender)

    def _described(self, source: Sequence[Span], inside: list[Mention], gender: str | None) -> Found | None:
        """An office or a kind of person: its holder if the article names one, else the last speaker whom it fits, else nobody."""
        head = casting.head_role(self.scan, source)
        if head is None or head.kind not in ("person", "group"):
            return None
        first = next((m for m in inside if m.kind == "name" and m.category in ("ORG", "LOC", "PRO")), None)
        if first and self._apart(first, source):
            return self._named(first, source)
        if (gender == "p" or several(self.scan, source, head, gender)) and head.kind != "group":
            return self._unnamed(source), None
        if head.kind == "group" or self._indefinite(source):
            return self._group(source, inside, head)
        m = next((m for m in inside if m.kind == "description"), None)
        whose = {figure.name for figure in self._named_after(m, inside)}
        same = self._same_unnamed(head, source)
        figure = Offices(self.scan, self.cast, self.floor).holder(source, head, whose, alone=same is None)
        if figure is None:
            return same or self._unnamed(source), None
        return Voice(figure.name, "person", m.id if m else None, source[0], False, self._said(source)), figure

    def _same_unnamed(self, head: Role, source: Sequence[Span]) -> Voice | None:
        """Whoever has the floor without a name, where the word may mean the same: "a spokesperson of the port" and then "the official"."""
        last = self.floor.last(source[0].start)
        words = tokens(last[0].words) if last and last[0].name is None else []
        borne = {hit.row.office for hit in self.scan.language.lexicon("roles").find(words)}
        fuller = last is not None and len(last[0].words) > len(self._said(source).partition(",")[0])
        return last[0] if last and fuller and head.office != "-" and offices.akin(head.office, borne) else None

    def _named_after(self, words: Mention | None, inside: list[Mention]) -> list[Figure]:
        """The persons named after the words for an office: "an aide to Grey"."""
        people = [m for m in inside if m.kind == "name" and m.category == "PER" and m.id in self.cast.by_mention]
        return [self.cast.by_mention[m.id] for m in people if words and m.span.start > words.span.start and not m.role]

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

    def _group(self, source: Sequence[Span], inside: list[Mention], head: Role) -> Found:
        """ "The US side", "the Kremlin's leadership" is that state or body; "officials", "experts" are nobody known."""
        names = [m for m in inside if m.kind == "name" and m.category in ("ORG", "LOC", "PRO")]
        if head.office in GROUPS:
            if names:
                return self._named(names[0], source)
            state = next(filter(None, (world.state_of(word) for word in self._said(source).split())), None)
            if state:
                return Voice(state, "country", None, source[0], False, self._said(source)), None
        return self._unnamed(source), None

    def _body(self, source: Sequence[Span], inside: list[Mention], gender: str | None) -> Found | None:
        """A body, outlet or state: by its name, or by the words that describe it; a paper speaks for the body behind it."""
        names = [m for m in inside if m.kind == "name"]
        head = casting.head_role(self.scan, source)
        names = [m for m in names if not self._subject_of_paper(m)] if head and head.kind == "document" else names
        if head and head.kind == "document" and not names:
            return self._owner(source, head) or papers.voice(self.scan, self.floor, source, head)
        seated = next((m for m in names if m.rule == "world/states"), None)
        if head and seated and head.office in GROUPS:
            return self._named_all(names[names.index(seated) :], source)
        body = head is not None and head.kind == "organisation" and head.office != "website"
        described = body and (self._leads(source, names) or self._of_a_state(source, names))
        if names and not described:
            return self._named_all(names, source)
        if head and head.kind == "organisation":
            if several(self.scan, source, head, gender):
                return self._unnamed(source), None
            known = self._known_body(head, source[0].start) if len(self._plain(source).split()) == 1 else None
            if known:
                return replace(known, span=source[0], words=self._said(source)), None
            if head.office in PRESS and not names:
                return replace(self._unnamed(source), kind="outlet"), None
            plain = self._plain(source)
            return Voice(world.canonical(plain) or plain, "organisation", None, source[0], False, self._said(source)), None
        return None

    def _subject_of_paper(self, m: Mention) -> bool:
        """Whether a name is what a paper is on, and not whose it is: "the report on the Kelm fire"."""
        p = self.scan.paragraph(m.span.start)
        before = p.index(m.span.start) - 1
        while p.kinds().get(before) in ("article", "determiner"):
            before -= 1
        author = p.language.options.get("author", ())
        whose = self.scan.text[m.span.stop : m.span.stop + 2] in owners.POSSESSIVE or m.rule in OUTLETS
        return not whose and p.kinds().get(before) == "preposition" and p.tokens[before].text.casefold() not in author

    def _of_a_state(self, source: Sequence[Span], names: list[Mention]) -> bool:
        """Whether the names before the word for a body are only adjectives of states: "the Polish defence ministry"."""
        p = self.scan.paragraph(source[0].start)
        closing = p.ended("roles", p.between(source[-1]).stop - 1)
        before = closing is not None and all(m.span.stop <= p.tokens[closing.first].start for m in names)
        return before and all(m.rule not in OUTLETS and world.state_of(m.span.of(self.scan.text)) for m in names)

    def _known_body(self, head: Role, place: int) -> Voice | None:
        """ "The newspaper", "the company": the outlet or body of that kind that had the floor last."""
        wanted = "outlet" if head.office in PRESS else "organisation"
        spoken = (v for v, _, _ in self.floor.before(place) if v.kind == wanted and v.name)
        return next((v for v in spoken if self._may_be(v, head)), None)

    def _may_be(self, voice: Voice, head: Role) -> bool:
        """Whether neither the words for a body that had the floor nor the world say that it is of another kind: a court is no company."""
        roles = self.scan.language.lexicon("roles")
        known = {hit.row.office for hit in roles.find(tokens(voice.words)) if hit.row.kind == "organisation"}
        known |= {world.kind_of(voice.name or "")} & {row.office for row in self.scan.language.rows("roles")}
        return not known or head.office in PRESS or head.office in offices.ANY_BODY or offices.alike(head.office, known)

    def _leads(self, source: Sequence[Span], names: list[Mention]) -> bool:
        """Whether words for a body come before the names that only say whose: "the government of Varland"."""
        p = self.scan.paragraph(source[0].start)
        first = next(h for h in p.hits("roles") if h.first in p.between(source[0]) or h.last in p.between(source[-1]))
        return not names or (p.tokens[first.last].stop <= names[0].span.start and names[0].rule not in OUTLETS)

    def _owner(self, source: Sequence[Span], head: Role) -> Found | None:
        """The body or person whose paper it is, where words describe them: "a report of the harbour ministry"."""
        p = self.scan.paragraph(source[0].start)
        within = p.between(source[0])
        paper = next(h.first for h in p.hits("roles") if h.first in within and h.row is head)
        after = [h for h in p.hits("roles") if paper < h.first < within.stop and h.row.kind in ("organisation", "person")]
        voice, figure = self.voice((p.span_of(after[0].first, within.stop - 1),)) if after else (self._unnamed(source), None)
        told = figure is not None or " " in (voice.name or "")
        return (replace(voice, span=source[0], words=self._said(source)), figure) if told else None

    def _plain(self, source: Sequence[Span]) -> str:
        """The words without an article or a pronoun at their start."""
        p = self.scan.paragraph(source[0].start)
        within = p.between(source[0])
        first = next((i for i in within if p.kinds().get(i) not in ("article", "determiner")), within.start)
        return Span(p.tokens[first].start, source[0].stop).of(self.scan.text)

    # -------------------------------------------------------------- voices

    def _named(self, m: Mention, source: Sequence[Span]) -> Found:
        return voices.named(self.scan, self.cast, m, source), self.cast.by_mention.get(m.id)

    def _named_all(self, names: list[Mention], source: Sequence[Span]) -> Found:
        """One name, or all that "and" joins: "The West and Kiev"."""
        voice, figure = self._named(names[0], source)
        joined = [self._named(b, source)[0].name or "" for a, b in pairwise(names) if owners.joined(self.scan, a, b) and b.name]
        return (replace(voice, name=MANY.join(dict.fromkeys([voice.name or "", *joined]))), figure) if joined else (voice, figure)

    def _unnamed(self, source: Sequence[Span]) -> Voice:
        return voices.unnamed(self.scan, source)

    def _said(self, source: Sequence[Span]) -> str:
        return voices.said(self.scan, source)
