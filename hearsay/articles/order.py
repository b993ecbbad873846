"""Whether 3/4/2031 is the third of April or the fourth of March: by what else the page says, then by its language, else nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from hearsay import almanac
from hearsay.articles.days import Calendar
from hearsay.articles.foreign import language_of
from hearsay.language import Language
from hearsay.model import Page, Span

SLASHED = re.compile(r"(?<![\d/.])(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)(?![\d/])")
YEAR = re.compile(r"/\d{1,2}/\d\d")
"""What every such date holds behind its first number; a text is seen through for it ten times as fast."""
ORDERS = {"dmy": (2, 1), "mdy": (1, 2)}
"""Where month and day stand in a date with slashes."""


def ordered(calendar: Calendar, page: Page, languages: Mapping[str, Language]) -> Calendar:
    """The calendar as this page writes its dates: one that reads an ambiguous one by the page's order, or leaves it open."""
    written = [SLASHED.search(stated.value) for stated in page.stated if stated.field in ("published", "updated")]
    found = [*_slashed(page.text), *filter(None, written)]
    return calendar.in_order(_order(page, calendar, found, languages)) if found else calendar


def _slashed(text: str) -> Iterator[re.Match[str]]:
    """The days with slashes in a text, each looked for one or two digits before what it cannot do without."""
    for year in YEAR.finditer(text):
        tried = (SLASHED.match(text, max(0, year.start() - digits)) for digits in (2, 1))
        yield from [found for found in tried if found][:1]


def _order(page: Page, calendar: Calendar, found: list[re.Match[str]], languages: Mapping[str, Language]) -> str:
    """The order that the first kind of evidence agrees on; where none tells, the language's if it has but one, else none."""
    for evidence in (_above_twelve, _weekday, _known_day, _captured):
        if len(orders := set(evidence(page, calendar, found))) == 1:
            return orders.pop()
    own = languages[language_of(page.text, [Span(0, len(page.text))], languages)].date_order
    return own if own == "dmy" else ""


def _above_twelve(page: Page, calendar: Calendar, found: list[re.Match[str]]) -> Iterator[str]:
    """No year has thirteen months."""
    return (order for match in found for order in ORDERS if _day(match, order) and not _day(match, _other(order)))


def _weekday(page: Page, calendar: Calendar, found: list[re.Match[str]]) -> Iterator[str]:
    """A weekday beside the date: "Tuesday, 3/4/2031"."""
    for match in found:
        start = max(0, match.start() - 15, match.string.rfind("\n", 0, match.start()))
        for weekday in calendar.weekdays(match.string, start, match.start()):
            fits = [order for order in ORDERS if (day := _day(match, order)) and day.weekday() == weekday]
            yield from fits if len(fits) == 1 else ()


def _known_day(page: Page, calendar: Calendar, found: list[re.Match[str]]) -> Iterator[str]:
    """The day that the markup or the carrier states without doubt."""
    stated = (s.value for s in page.stated if s.field in ("published", "updated") and not SLASHED.search(s.value))
    known = {date(day.year, day.month, day.day) for value in stated for day in calendar.days(value) if day.year}
    for match in found:
        fits = [order for order in ORDERS if _day(match, order) in known]
        yield from fits if len(fits) == 1 else ()


def _captured(page: Page, calendar: Calendar, found: list[re.Match[str]]) -> Iterator[str]:
    """Nothing was published after it was captured."""
    last = (page.captured or "9999")[:10]
    for match in found:
        fits = [order for order in ORDERS if (day := _day(match, order)) and day.isoformat() <= last]
        yield from fits if len(fits) == 1 else ()


def _day(match: re.Match[str], order: str) -> date | None:
    month, day = (int(match[place]) for place in ORDERS[order])
    try:
        return date(almanac.year(match[3]), month, day)
    except ValueError:
        return None


def _other(order: str) -> str:
    return next(other for other in ORDERS if other != order)
