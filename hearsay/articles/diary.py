"""The days that the blocks of a page speak of: each block is read once, and only where a day may stand."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cached_property

import numpy as np

from hearsay.articles.arrays import Bools, Numbers
from hearsay.articles.days import Calendar, Day, Meaning, clock_of
from hearsay.articles.letters import Kind
from hearsay.articles.lines import Lines
from hearsay.model import Span

SHORT = 90
"""Characters. A longer line tells of a day rather than being dated with it."""
BESIDE = 20
"""Characters that may stand beside a date in a line that is one: "Tuesday, 3 March 2031, 13:45"."""
CLOCK = re.compile(
    r"(?P<hour>\d(?<![\d.:]\d)(?:(?<=[01])\d|(?<=2)[0-3])?)[:.](?P<minute>[0-5]\d)(?![\d:%]|\.\d)(?:\s?(?P<half>[ap])\.?m\b\.?)?",
    re.IGNORECASE,
)
"""A time of day. It begins at a digit and only then looks behind it, so that it is found at once."""
NEAR = 24
"""Characters from a word such as "today" to the end of the time behind it."""
NEAR_HEAD = 40
"""Characters of a line that is only a time; also how far into a longer line its time stands."""
COLON, STOP = map(ord, ":.")
SHORTEST = 3
"""Letters of a weekday's name."""
OF_TODAY, COUNTED = 24, 40
"""Characters of "yesterday, 9:05 p.m.", and of such a time with how often the text was read behind it."""
PARTING = np.isin(np.arange(Kind.ALL), (Kind.STOP, Kind.DIVIDER, Kind.DASH))
AFTER = 3
"""Words behind a digit of which one may be its month: "1st of March"; before it stands the month alone."""
BEHIND, AHEAD = np.arange(AFTER + 1)[:, None], np.arange(1 - AFTER, 2)[:, None]
"""Where such words stand, from the one before the digit on; and by which first words behind it a digit has a word among them."""


class Diary:
    """What a calendar reads in the blocks of a page, by their numbers."""

    def __init__(self, lines: Lines, calendar: Calendar):
        self.lines, self.calendar = lines, calendar
        self._days: dict[int, list[Day]] = {}

    def days(self, i: int) -> list[Day]:
        """The days in a block, in order."""
        if i not in self.dated:
            return []
        if i not in self._days:
            self._days[i] = self.calendar.days(self.lines.text, *self.lines.blocks[i].span)
        return self._days[i]

    def is_day(self, i: int) -> bool:
        """Whether a block is a date and little else, or a time of "today"."""
        if i not in self.numbered:
            return False
        text = self.lines.blocks[i].text
        if i not in self.dated:
            return len(text) <= COUNTED and self.timed(i) and self._is_counted(text, i)
        days = self.days(i) if len(text) <= SHORT else []
        return bool(days) and len(text) - sum(day.span.stop - day.span.start for day in days) <= BESIDE

    def _is_counted(self, text: str, i: int) -> bool:
        """Whether a block with a time says "today", and no other word where it is longer than that: "Today, 14:32, 4 817, 3"."""
        return any(name == "day" for _, (name, _) in self._named_in(i)) and (len(text) <= OF_TODAY or self.lines.number[i] == 1)

    def timed(self, i: int) -> bool:
        """Whether a block tells a time of day."""
        return i in self.numbered and CLOCK.search(self.lines.blocks[i].text) is not None

    def weekdays(self, i: int) -> list[int]:
        """The weekdays named in a block, Monday 0."""
        return [number for _, (name, number) in self._named_in(i) if name == "weekday"]

    def counted(self, i: int, today: date) -> list[Day]:
        """The time of day in a block behind a word such as "today", on the day that it means: "Today, 14:32"."""
        for start, (name, number) in self._named_in(i):
            clock = CLOCK.search(self.lines.text, start, min(start + NEAR, self.lines.blocks[i].span.stop)) if name == "day" else None
            if clock and number <= 0:
                day = today + timedelta(days=number)
                return [Day(Span(start, clock.end()), day.year, day.month, day.day, clock_of(clock.groupdict()))]
        return []

    def _named_in(self, i: int) -> list[tuple[int, Meaning]]:
        """The months and days that a block names, each with the place where its name starts."""
        words = self.lines.words.between(*self.lines.first[i : i + 2])
        named = self.calendar.named(self.lines.text, words)
        return [(int(words.start[n]), meaning) for n, meaning in named.items() if words.stop[n] - words.start[n] >= SHORTEST]

    @cached_property
    def dated(self) -> frozenset[int]:
        """The blocks with digits that are parted by signs, or beside the name of a month."""
        at, block = self.digits
        return frozenset(block[self._parted(at) | self._named(at)].tolist())

    @cached_property
    def digits(self) -> tuple[Numbers, Numbers]:
        """Where the digits of all blocks stand, and in which."""
        digits = (self.lines.sign_kind == Kind.DIGIT).nonzero()[0]
        return self.lines.signs.take(digits), self.lines.sign_block.take(digits)

    @cached_property
    def numbered(self) -> frozenset[int]:
        """The blocks with digits."""
        return frozenset(self.digits[1].tolist())

    @cached_property
    def clocked(self) -> frozenset[int]:
        """The blocks with a time near their beginning: a digit before a colon or a full stop and two digits."""
        at, block = self.digits
        sign = self.lines.seen.codes.take(at + 1)
        behind = ((sign == COLON) | (sign == STOP)).nonzero()[0]
        at, block, kinds = at.take(behind), block.take(behind), self.lines.seen.kinds
        clock = (kinds.take(at + 2) == Kind.DIGIT) & (kinds.take(at + 3) == Kind.DIGIT) & (at - self.lines.start.take(block) < NEAR_HEAD)
        return frozenset(block[clock].tolist())

    def _parted(self, at: Numbers) -> Bools:
        """Which digits have a sign and another digit behind them, with a space between or without."""
        kinds = self.lines.seen.kinds
        parted = PARTING.take(kinds.take(at + 1))
        behind = at[parted] + 2
        behind += kinds.take(behind) >= Kind.SPACE
        parted[parted] = kinds.take(behind) == Kind.DIGIT
        return parted

    def _named(self, at: Numbers) -> Bools:
        """Which digits have the name of a month beside them."""
        words = self.lines.words
        behind = words.start.searchsorted(at)  # the first word behind each digit
        near = np.zeros(len(words.start) + AFTER + 1, np.bool_)  # counted from one before the first word
        near[behind + BEHIND] = True
        some = near[1:-AFTER].nonzero()[0]
        named = self.calendar.named(self.lines.text, words.at(some))
        months = some[[n for n, (name, _) in named.items() if name == "month"]]
        near[:] = False
        near[months + AHEAD] = True  # by the first word behind; below zero is behind the last, where none is
        return near.take(behind)
