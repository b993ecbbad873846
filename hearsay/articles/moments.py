"""The times that the entries of a live page are marked with, and the day and year that the page gives to its items' own times."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from hearsay.articles.days import Day, clock_of
from hearsay.articles.diary import CLOCK, NEAR_HEAD, Diary
from hearsay.model import Grounded, Span

WORD = re.compile(r"\w+")
LATER = re.compile(r"[^\W\d_]+\.?:?\s+(?:[^\W\d_]{1,2}\s+)?\d{1,2}[:.]\d\d")
"""The time of a change, behind a word that says so, with a preposition or without."""
RUBRIC = re.compile(r"^\s*[|•·›»]\s*[^\W\d_]+(?:\s[^\W\d_]+)?")
"""What an entry is filed under, behind its time: "21:15 | Courts"."""
AFTER_CLOCK = re.compile(r"[\s–—|\])-]+")
GOES_ON = timedelta(days=7)
"""How long a page may be added to after the day at its head."""
DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")


class Moment(NamedTuple):
    """The time an entry is marked with, the day where its line says one, what else the line says ("GMT"), and how far into it the
    entry's words begin, if they stand there.
    """

    clock: str
    span: Span
    day: str | None
    beside: str
    rest: int


def tickers(diary: Diary) -> frozenset[int]:
    """The lines of tickers: three or more, one right below the other, that begin with a time, the latest first."""
    lines = diary.clocked
    found: set[int] = set()
    for i in (i for i in sorted(lines) if {i + 1, i + 2} <= lines):
        told = [moment(diary, k) for k in (i, i + 1, i + 2)]
        clocks = [one.clock for one in told if one and one.rest]
        if len(clocks) == len(told) and clocks == sorted(clocks, reverse=True) and clocks[0] != clocks[-1]:
            found |= {i, i + 1, i + 2}
    return frozenset(found)


def moment(diary: Diary, i: int) -> Moment | None:
    """The time that a line is, but for a day or a time zone beside it ("14:32 GMT"), or that it begins with ("14:32 - The gates open")."""
    text, line = diary.lines.text, diary.lines.blocks[i].span
    found = CLOCK.search(text, line.start, min(line.stop, line.start + NEAR_HEAD))
    if found is None:
        return None
    clock, here = clock_of(found.groupdict()) or "", Span(*found.span())
    if line.stop - line.start <= NEAR_HEAD:
        days = diary.days(i)
        if (beside := _beside(diary, line, here, days)) is not None:
            return Moment(clock, here, days[0].value if days and not days[0].unsure else None, beside, 0)
    words = AFTER_CLOCK.match(text, here.stop, line.stop)
    first = not text[line.start : here.start].strip(" [(•·-–—")
    return Moment(clock, here, None, "", words.end() - line.start) if first and words else None


def _beside(diary: Diary, line: Span, clock: Span, days: Sequence[Day]) -> str | None:
    """What a line says beside its time and its days with their weekdays, if that is at most two short words, such as a time zone."""
    text, at, left = diary.lines.text, line.start, []
    for start, stop in sorted([clock, *(day.span for day in days)]):
        left.append(text[at:start])
        at = max(at, stop)
    words = WORD.findall(LATER.sub("", " ".join([*left, RUBRIC.sub("", text[at : line.stop])])))
    words = [word for word in words if not (days and diary.calendar.word(word))]
    return " ".join(words) if len(words) <= 2 and all(len(word) <= 5 and not word.isdigit() for word in words) else None


def published(marked: Moment | None, day: str | None, own: Grounded | None, page: Grounded | None) -> Grounded | None:
    """When an item was published: at its marked time, on its own day or the page's; else on the day it gives itself; else as the page.

    `day` is the day that stands above an entry. A marked time without any day dates nothing.
    """
    if marked is not None:
        said = marked.day or day
        on = _with_year(said, page) if said else _day(page)
        ground = f"time of the entry, on the day {'given with it' if said else 'of the page'}"
        return Grounded(f"{on}T{marked.clock}", ground, marked.span) if on else None
    if own is None or own.span is None or not DAY.fullmatch(own.value[:10]) or ".." in own.value:
        return page
    value = _with_year(own.value, page)
    return own if value == own.value else Grounded(value, f"{own.ground}; the year is the page's", own.span)


def _day(page: Grounded | None) -> str | None:
    return page.value[:10] if page and DAY.match(page.value) and ".." not in page.value else None


def _with_year(value: str, page: Grounded | None) -> str:
    """An open year closed by the page's day: the last such day that is not after it, or only a few days, since a page goes on."""
    known = _day(page)
    if not value.startswith("XXXX") or known is None or known.startswith("XXXX"):
        return value
    year = int(known[:4])
    goes_on = known[5:10] < value[5:10] <= (date.fromisoformat(known) + GOES_ON).isoformat()[5:10]
    return f"{year - (value[5:10] > known[5:10] and not goes_on):04d}{value[4:]}"
