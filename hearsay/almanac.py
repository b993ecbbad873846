"""What a time word means, given the day it was written."""

from __future__ import annotations

import re
from datetime import date, timedelta

OPEN = re.compile(r"XXXX-(\d{2})-(\d{2})(.*)")
DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
LONGEST_LEAP_GAP = 8
COUNTED = re.compile(r"(day|week|month|year)([+-]\d+)")
ANY_YEAR = 2000  # a leap year, to count in where the year is open
NINETIES = 90  # two digits from here on are a year of the last century: news pages are no older


def settle(value: str, published: str) -> str:
    """A date with an open year, as the nearest such day not after the day of publishing; other values stay.

    "XXXX-12-17" read in an article of "2031-01-05" gives "2030-12-17"; both ends of an interval are settled.
    """
    if "/" in value:
        return "/".join(settle(end, published) for end in value.split("/"))
    open_year, known = OPEN.fullmatch(value), DAY.match(published)
    if not open_year or not known:
        return value
    month, day, rest = int(open_year[1]), int(open_year[2]), open_year[3]
    last = (int(known[1]), int(known[2] or 12), int(known[3] or 31))
    for year in range(last[0], last[0] - LONGEST_LEAP_GAP - 1, -1):
        if (year, month, day) <= last and _exists(year, month, day):
            return f"{year:04}-{month:02}-{day:02}{rest}"
    return value


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def calendar(day: int | None, month: int | None, year: int | None) -> str | None:
    """A day of the calendar as EDTF, open where the year is not said: 17 December gives "XXXX-12-17"; None for days that are none."""
    if month is None or not 1 <= month <= 12 or not _exists(year or ANY_YEAR, month, day or 1):
        return f"{year:04}" if year and month is None else None
    written = f"{year:04}" if year else "XXXX"
    return f"{written}-{month:02}-{day:02}" if day else f"{written}-{month:02}"


def year(written: str) -> int:
    """A year of four or two digits: "31" is 2031, "97" is 1997."""
    return int(written) + (0 if len(written) > 2 else 2000 if int(written) < NINETIES else 1900)


def counted(value: str, anchor: str, weekday: int | None = None) -> str | None:
    """What a word counts to from the day it was written: "day-1" at "2031-03-01" gives "2031-02-28", "week-1" the seven days of it.

    A weekday is the last such day, the day of writing included; where the year is open, `weekday` says which day that was.
    None where the anchor is no day, or the value does not count.
    """
    base = _day(anchor)
    if base is None:
        return None
    if value.startswith("weekday="):
        return _back_to(int(value[8:]), base, anchor, weekday)
    match = COUNTED.fullmatch(value)
    return _shifted(match[1], int(match[2]), base, anchor.startswith("XXXX")) if match else None


def _day(anchor: str) -> date | None:
    match = re.fullmatch(r"(\d{4}|XXXX)-(\d{2})-(\d{2})(?:T.*)?", anchor)
    if not match:
        return None
    year = ANY_YEAR if match[1] == "XXXX" else int(match[1])
    return date(year, int(match[2]), int(match[3])) if _exists(year, int(match[2]), int(match[3])) else None


def _back_to(wanted: int, base: date, anchor: str, weekday: int | None) -> str | None:
    is_open = anchor.startswith("XXXX")
    today = weekday if is_open else base.weekday()
    return None if today is None else _written(base - timedelta(days=(today - wanted) % 7), is_open)


def _shifted(unit: str, by: int, base: date, is_open: bool) -> str | None:
    if unit == "day":
        return _written(base + timedelta(days=by), is_open)
    if unit == "week":
        return None if is_open else _week(base + timedelta(days=7 * by))
    months = base.year * 12 + base.month - 1 + by * (12 if unit == "year" else 1)
    year = "XXXX" if is_open else f"{months // 12:04}"
    return year if unit == "year" else f"{year}-{months % 12 + 1:02}"


def _week(day: date) -> str:
    monday = day - timedelta(days=day.weekday())
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _written(day: date, is_open: bool) -> str:
    return f"XXXX-{day.month:02}-{day.day:02}" if is_open else day.isoformat()
