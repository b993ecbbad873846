"""Dates as a record compares them: EDTF values as the days they may mean."""

from __future__ import annotations

import calendar
import re

QUALIFIED = re.compile(r"[?~%]")
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
FIRST, LAST = "0000-00-00", "9999-99-99"


def bounds(value: str | None) -> tuple[str, str] | None:
    """The first and last day that an EDTF value may mean; None where the year is open or nothing is said.

    "2031-03" gives ("2031-03-01", "2031-03-31").
    """
    if not value:
        return None
    first, _, last = QUALIFIED.sub("", value).partition("/")
    low = FIRST if first in ("", "..") else _first(first)
    high = _last(first) if not last and "/" not in value else LAST if last in ("", "..") else _last(last)
    return (low, high) if low and high else None


def _parts(value: str) -> list[str] | None:
    day = value.split("T")[0]
    return day.split("-") if re.fullmatch(r"\d{2}[\dX]{2}(-[\dX]{2}){0,2}", day) else None


def _first(value: str) -> str | None:
    parts = _parts(value)
    if not parts:
        return None
    year = parts[0].replace("X", "0")
    month, day = _number(parts, 1) or 1, _number(parts, 2) or 1
    return f"{year}-{SEASONS.get(month, (month,))[0]:02}-{day:02}"


def _last(value: str) -> str | None:
    parts = _parts(value)
    if not parts:
        return None
    year = int(parts[0].replace("X", "9"))
    month = _number(parts, 1) or 12
    month = SEASONS.get(month, (month, month))[1]
    if not 1 <= month <= 12:
        return None
    return f"{year:04}-{month:02}-{_number(parts, 2) or calendar.monthrange(year, month)[1]:02}"


def _number(parts: list[str], n: int) -> int | None:
    """Month or day; None where it is open or not given."""
    return int(parts[n]) if len(parts) > n and "X" not in parts[n] else None


def within(value: str | None, since: str | None, until: str | None) -> bool:
    """Whether a date may lie between two others; a date unknown lies between none."""
    if not since and not until:
        return True
    asked, low, high = bounds(value), bounds(since), bounds(until)
    return bool(asked) and (not low or asked[1] >= low[0]) and (not high or asked[0] <= high[1])  # type: ignore[index]


def order(value: str | None) -> tuple[str, str]:
    """What dates are sorted by: "../2031-03-04", no later than that day, among those of the day; those unknown last."""
    low, high = bounds(value) or (LAST, LAST)
    return (high, high) if low == FIRST else (low, high)


def day_of(value: str | None) -> str | None:
    """The day, month, year or interval under which a date stands in a calendar, without the hour; None for those unknown."""
    if not value or not bounds(value):
        return None
    ends = [QUALIFIED.sub("", end).split("T")[0] for end in value.split("/")]
    known = list(dict.fromkeys(end for end in ends if end not in ("", "..")))
    return "/".join(known)


def no_later(value: str | None) -> bool:
    """Whether only the last day is known on which it may have been said."""
    return bool(value) and (bounds(value) or ("", ""))[0] == FIRST


def latest(value: str | None) -> str | None:
    """The last day, month or year that a date may mean; None where it has no end."""
    known = bounds(value)
    return day_of((value or "").split("/")[-1]) if known and known[1] != LAST else None


def sound(value: str | None) -> str | None:
    """A date that says "no later than an article" of which only the earliest day is known says nothing."""
    return None if value and value.count("/") > 1 else value
