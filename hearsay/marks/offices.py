"""Who holds an office that the article names: "the minister" is the person whom it called Minister Grey."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from hearsay.marks import cast as casting
from hearsay.marks.cast import Cast, Figure
from hearsay.marks.floor import Floor
from hearsay.marks.scan import Scan
from hearsay.model import Span
from hearsay.tables import Role

# Offices that any person with an office may be called by once named; and those that point at no one in particular.
GENERAL = frozenset(
    {"official", "politician", "diplomat", "representative", "minister", "head", "leader", "member", "expert", "person", "man", "woman"}
)
ALIKE = (
    frozenset({"official", "spokesperson", "representative", "diplomat", "aide"}),
    frozenset({"president", "leader", "head", "politician", "candidate"}),
    frozenset({"prime-minister", "head", "politician", "leader"}),
    frozenset({"minister", "foreign-minister", "defence-minister", "diplomat", "head", "politician", "official"}),
    frozenset({"ambassador", "diplomat", "envoy"}),
    frozenset({"expert", "analyst", "political-scientist", "scientist", "scholar", "professor", "doctor", "researcher"}),
)
WIDER = {"airline": "company", "lower-house": "parliament", "senate": "parliament"}
ANY_BODY = frozenset({"organisation", "department", "agency", "office", "authority", "service"})  # what any public body may be called
OFFICES = GENERAL | frozenset().union(*ALIKE)
PRIVATE = frozenset(
    "wife husband son daughter brother sister mother father neighbour friend colleague witness resident source user".split()
)


def alike(office: str, others: Collection[str]) -> bool:
    """Whether a word for a body may mean one that bears these: an airline is a company, a foreign ministry a ministry."""
    meant = {office, wider(office)} - {"-"}
    return any(other in meant or wider(other) == office for other in others)


def akin(office: str, others: Collection[str]) -> bool:
    """Whether someone who bears one of these offices may be called by this one, too: a spokesperson is an official."""
    return office in others or any(office in group and group & set(others) for group in ALIKE)


def wider(office: str) -> str:
    """The word for all bodies of its kind: "foreign-ministry" gives "ministry"."""
    return WIDER.get(office, office.rpartition("-")[2])


def may_be(figure: Figure, role: Role) -> bool:
    """Whether the word for someone unnamed may mean this person: no "source" or "resident", and no other office than the person's."""
    general = role.office in GENERAL or figure.offices <= GENERAL
    return role.office not in PRIVATE and (general or akin(role.office, figure.offices))


@dataclass(slots=True)
class Offices:
    """Finds the holders of offices among the people of an article."""

    scan: Scan
    cast: Cast
    floor: Floor

    def holder(self, source: Sequence[Span], head: Role, whose: Collection[str] = (), alone: bool = True) -> Figure | None:
        """The person whom words for an office mean; None where nobody fits. `whose` are the persons named after them: an aide to Grey
        is not whoever happens to have the floor. With `alone` it may be the one person named so far."""
        found = self._best(source, [head]) or (self._only_one(source[0].start, head) if alone else None)
        stranger = whose and found is not None and not (found.offices and casting.stems(self.scan, source[0]) & found.words)
        return None if stranger else found

    def _best(self, source: Sequence[Span], roles: list[Role]) -> Figure | None:
        place, mine = source[0].start, set().union(*(casting.stems(self.scan, s) for s in source))
        offices = {r.office for r in roles if r.office != "-"}
        gender = next((r.gender for r in roles if r.gender in ("m", "f")), None)
        states = set().union(*(casting.states(self.scan, s) for s in source))
        scored = []
        for f in self.cast.people():
            if (gender and f.gender and f.gender != gender) or (states and f.states and not states & f.states):
                continue
            score = self._fit(f, offices, mine, place)
            if score > 0:
                scored.append((score, f.last_before(place), f))
        return max(scored, key=lambda row: row[:2])[2] if scored else None

    def _fit(self, figure: Figure, offices: set[str], mine: set[str], place: int) -> float:
        """How well an office fits a person: the same office, shared words, having the floor, being near."""
        same = bool(offices & figure.offices) or ("minister" in offices and any(o.endswith("-minister") for o in figure.offices))
        kin = any(group & offices and group & figure.offices for group in ALIKE)
        last = self.floor.last(place)
        floor = last is not None and last[1] is figure
        if not same and not (kin and (floor or mine & figure.words)) and not (offices & OFFICES and floor and not figure.offices):
            return 0.0
        near = figure.last_before(place) >= 0
        return 2.0 * same + 0.5 * kin + min(2, len(mine & figure.words)) + 1.0 * floor + 0.5 * near

    def _only_one(self, place: int, head: Role) -> Figure | None:
        """The one person named so far who bears no other office; None where several or none were named."""
        if head.office in PRIVATE:
            return None
        named = [f for f in self.cast.people() if f.last_before(place) >= 0 and (not f.offices or head.office in f.offices)]
        fits = len(named) == 1 and not (head.gender in ("m", "f") and named[0].gender not in (None, head.gender))
        return named[0] if fits and not any(f is not named[0] and f.offices for f in self.cast.people()) else None
