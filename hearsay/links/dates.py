"""Days whose year the page leaves open, settled from the article's own text or from the other articles of its story, never in silence.

"XXXX-03-04", a Tuesday, with a page of the same story of 2031-03-06 is 2031-03-04: the weekday agrees, and the ground names the page.
Without such evidence the year stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from hearsay.links import sounds
from hearsay.links.figures import ALIKE, Figure, figures_of
from hearsay.links.known import Known
from hearsay.model import Group, Link, Reading

NAME = "dates"
OPEN = re.compile(r"XXXX-(\d{2})(?:-(\d{2}))?")
DATED = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
WEIGHTS = {"PER": 1.0, "ORG": 0.5, "LOC": 0.25}
OTHER = 0.5  # a product, a happening, a name of unknown kind
STORY = 1.75  # two people in common, or one and some bodies and states
REACH = 183  # days: a story's pages lie within half a year, so that one year only can be meant
CLEAR = 2.0  # a year is taken if it weighs so many times as much as the next


@dataclass(frozen=True, slots=True)
class Dated:
    """An article's date, open or not, with what bears on it: its weekday, the days its text names with their year, whom it speaks of."""

    id: str
    value: str
    weekday: int | None
    carried: tuple[date, ...]
    figures: tuple[Figure, ...]

    @property
    def open(self) -> bool:
        return OPEN.match(self.value) is not None


@dataclass(frozen=True, slots=True)
class Vote:
    """A year that something speaks for, how strongly, and what that is."""

    year: int
    weight: float
    ground: str


def things(readings: Iterable[Reading], record: Known) -> list[Dated]:
    """The articles whose year is open, and the dated ones that share a name with one of them."""
    found = sorted((dated(reading) for reading in readings if reading.article.published), key=lambda thing: thing.id)
    wanted = {key for thing in found if thing.open for key in keys(thing)}
    return [thing for thing in found if thing.open or wanted.intersection(keys(thing))]


def dated(reading: Reading) -> Dated:
    """What bears on an article's date."""
    article = reading.article
    value = article.published.value if article.published else ""
    carried = sorted({day for time in reading.times if (day := first_day(time.value))})
    return Dated(article.id, value, article.weekday, tuple(carried), tuple(figures_of(reading)))


def first_day(value: str) -> date | None:
    """The first day of a value with a year and a month; None for others."""
    match = DATED.match(value.removeprefix("../"))
    return _day(int(match[1]), int(match[2]), int(match[3] or 1)) if match else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def keys(thing: Dated) -> Iterator[str]:
    """The people and bodies it speaks of, by sound; states are in every story."""
    for figure in thing.figures:
        if weight(figure) >= OTHER:
            yield f"known {figure.known}" if figure.known else f"sound {sounds.stem(figure.words[-1])}"
            yield from (f"block {code}" for code in sounds.block(figure.words[-1]) if not figure.known and len(code) > 2)


def weight(figure: Figure) -> float:
    """How much it says about two articles that both speak of this one."""
    return WEIGHTS.get(figure.category, OTHER)


def judge(left: Dated, right: Dated) -> Link | None:
    """Whether an article with an open year and one with a year belong to one story."""
    if left.open == right.open and not (left.carried or right.carried):
        return None
    if not left.open and not right.open:
        return None
    shared = in_common(left.figures, right.figures)
    total = sum(weight(figure) for figure in shared)
    if total < STORY:
        return None
    names = ", ".join(figure.form for figure in shared if weight(figure) >= OTHER)
    score = round(total / (total + 1.0), 4)
    return Link(NAME, left.id, right.id, "same", score, f"one story: both speak of {names}", "dates.one_story")


def in_common(left: Sequence[Figure], right: Sequence[Figure]) -> list[Figure]:
    """The figures of one article that the other speaks of too."""
    return [figure for figure in left if any(_meets(figure, other) for other in right)]


def _meets(figure: Figure, other: Figure) -> bool:
    if figure.known or other.known:
        return figure.known == other.known
    return sounds.alike(figure.words[-1], other.words[-1]) >= ALIKE


def group(things: Sequence[Dated], links: Iterable[Link]) -> list[Group]:
    """The settled dates, each with its ground; a year that stays open has no group."""
    by_id = {thing.id: thing for thing in things}
    votes = {thing.id: own_text(thing) for thing in things if thing.open}
    alone = {i: settled[0] for i, own in votes.items() if (settled := settle(by_id[i], own))}
    for link in sorted(links, key=lambda tie: (tie.left, tie.right)):
        for one, other in ((link.left, link.right), (link.right, link.left)):
            if one in votes and other in by_id and (evidence := alone.get(other, by_id[other].value)):
                votes[one] = [*votes[one], *from_story(by_id[one], evidence, link, other)]
    found = [(i, settled) for i, own in sorted(votes.items()) if (settled := settle(by_id[i], own))]
    return [Group(i, NAME, (i,), value, ground) for i, (value, ground) in found]


def own_text(thing: Dated) -> list[Vote]:
    """The year in which the open day first comes after the last dated day of the article's own text, half a year at most."""
    if not thing.carried:
        return []
    last = thing.carried[-1]
    years = [year for year in (last.year, last.year + 1) if (day := open_day(thing, year)) and 0 <= (day - last).days <= REACH]
    return [Vote(year, 1.0, f"the text itself speaks of {last.isoformat()}") for year in years if agrees(thing, year)]


def from_story(thing: Dated, evidence: str, link: Link, other: str) -> list[Vote]:
    """The year in which the open day lies within half a year of another page of the story."""
    near = first_day(evidence)
    if not near:
        return []
    for year in (near.year - 1, near.year, near.year + 1):
        day = open_day(thing, year)
        if day and abs((day - near).days) < REACH and agrees(thing, year):
            closeness = 1.0 - abs((day - near).days) / (2 * REACH)
            return [Vote(year, link.score * closeness, f"the year from article {other} of the story, dated {evidence}")]
    return []


def open_day(thing: Dated, year: int) -> date | None:
    """The article's day if it were of that year."""
    match = OPEN.match(thing.value)
    return _day(year, int(match[1]), int(match[2] or 1)) if match else None


def agrees(thing: Dated, year: int) -> bool:
    """Whether the weekday that the page names, if it does, is that of the day in that year."""
    day = open_day(thing, year)
    return thing.weekday is None or (day is not None and day.weekday() == thing.weekday)


def settle(thing: Dated, votes: Sequence[Vote]) -> tuple[str, str] | None:
    """The date with the year that most speaks for, and the ground; None where nothing does, or two years weigh nearly the same."""
    weights: dict[int, float] = {}
    for vote in votes:
        weights[vote.year] = weights.get(vote.year, 0.0) + vote.weight
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] < CLEAR * ranked[1][1]):
        return None
    year = ranked[0][0]
    best = max((vote for vote in votes if vote.year == year), key=lambda vote: (vote.weight, vote.ground))
    weekday = f"the weekday agrees with {year}; " if thing.weekday is not None else ""
    return thing.value.replace("XXXX", f"{year:04}"), weekday + best.ground
