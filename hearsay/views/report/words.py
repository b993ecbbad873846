"""Dates and counts as a reader reads them."""

from __future__ import annotations

import re
from datetime import date

MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def number(many: int, one: str) -> str:
    """A count with its noun: "1 page", "2 pages"."""
    return f"{many:,} {one if many == 1 else one + 's'}"


def day(value: str | None) -> str:
    """An EDTF date in words: "2031-03-04" is "4 March 2031"; a pattern with open parts says so."""
    if not value:
        return "date unknown"
    if "/" in value:
        first, last = value.split("/", 1)
        return (
            f"until {day(last)}" if first in ("", "..") else f"since {day(first)}" if last in ("", "..") else f"{day(first)} – {day(last)}"
        )
    about = "about " if "~" in value else ""
    plain, _, hour = re.sub(r"[~?%]", "", value).partition("T")
    parts = plain.split("-")
    year = "year unknown" if parts[0] == "XXXX" else parts[0]
    named = [_month(parts[1])] if len(parts) > 1 and parts[1] != "XX" else []
    numbered = [str(int(parts[2]))] if len(parts) > 2 and parts[2].isdigit() else []
    comma = "," if parts[0] == "XXXX" and named else ""
    return (
        about
        + " ".join([*numbered, *named])
        + comma
        + (" " if named else "")
        + year
        + (f", {hour[:5]}" if hour else "")
        + (" (?)" if "?" in value else "")
    )


def _month(digits: str) -> str:
    return MONTHS[int(digits) - 1] if digits.isdigit() and 1 <= int(digits) <= 12 else digits


def weekday(value: str | None) -> str:
    """The day of the week, where the day is known."""
    try:
        return DAYS[date.fromisoformat((value or "")[:10]).weekday()]
    except ValueError:
        return ""
