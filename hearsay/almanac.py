"""What a time word means, given the day it was written."""

from __future__ import annotations

import re
from datetime import date

OPEN = re.compile(r"XXXX-(\d{2})-(\d{2})(.*)")
DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
LONGEST_LEAP_GAP = 8


def settle(value: str, published: str) -> str:
    """A date with an open year, as the nearest such day not after the day of publishing; other values stay.

    "XXXX-12-17" read in an article of "2031-01-05" gives "2030-12-17".
    """
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
