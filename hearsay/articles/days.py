"""Days as pages write them: "3 March 2031, 13:45", "03.03.2031", "MARCH 3", "3 березня", each with its span and EDTF value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import copy
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from hearsay import almanac
from hearsay.articles.arrays import PLACES
from hearsay.articles.letters import Words
from hearsay.language import Language
from hearsay.model import Span
from hearsay.text import Token, fold

DIGIT = re.compile(r"\d")
NAMED = re.compile(r"(month|weekday|day)(?:=|(?=[+-]))([+-]?\d+)")
YEARS = (1990, 2099)
MONTH = r"(?P<month>[^\W\d_]{3,12})\.?"
AFTER = (
    r"(?:[,.\s|•—–-]+(?:[^\W\d_]{1,5}\.?[,\s|•—–-]+){0,2}"
    r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?!\d)(?:\s*(?P<half>[ap])\.?m\b\.?)?)?"
)
"""The time of day behind a date, with a word or two between: "2031 г. в 9:30"."""
BEFORE = r"(?:(?<!\d)(?P<hour0>[01]?\d|2[0-3]):(?P<minute0>[0-5]\d)(?::\d\d)?[,\s|•—–-]+)?"


class Form(NamedTuple):
    """A way to write a day: how it reads, and what has to stand in a text that holds one.

    The second begins at a digit, so that it is found at once; the first costs ten times as much, wherever it is not.
    """

    read: re.Pattern[str]
    needs: re.Pattern[str]


def _form(read: str, needs: str) -> Form:
    return Form(re.compile(read, re.IGNORECASE), re.compile(needs))


IN_DIGITS = (
    _form(
        r"(?<![\d.])(?P<year>\d{4})-(?P<monthno>\d\d)-(?P<day>\d\d)(?:[T\s]+(?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d(?:[.,]\d+)?)?"
        r"\s?(?P<zone>Z|[+-]\d\d:?\d\d)?)?(?!\d)",
        r"\d\d\d\d-\d\d-\d\d",
    ),
    _form(
        rf"{BEFORE}(?<![\d./])(?P<first>\d{{1,2}})(?P<sign>[./])\s?(?P<second>\d{{1,2}})(?P=sign)\s?(?P<year>\d{{4}}|\d\d)(?!\d)\.?{AFTER}",
        r"\d[./]\s?\d\d?[./]\s?\d",
    ),
    _form(
        rf"(?<![\d./])(?P<year>\d{{4}})[./](?P<monthno>\d\d)[./](?P<day>\d\d)(?!\d){AFTER}",
        r"\d\d\d\d[./]\d\d[./]\d\d",
    ),
    _form(
        r"(?<![\d./])(?P<first>\d{1,2})(?P<sign>\.)\s?(?P<second>\d{1,2})\.(?=[,|•—–]|\s+[^\W\d_]|\s+\d\d?:)[,\s|•—–-]+(?:[^\W\d_]{1,3}\s)?"
        r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?![\d.])",
        r"\d\.\s?\d\d?\.[,\s|•—–-]",
    ),
)
PARTED = re.compile(r"\d[./-]\s?\d")
"""What stands in every day in digits."""
DAY_FIRST = _form(
    rf"{BEFORE}(?<![\d.,:])(?P<day>\d{{1,2}})(?:[-.]?[^\W\d_]{{1,3}})?\.?\s+(?:\w{{1,2}}\s+)?{MONTH}(?:,?\s+(?P<year>\d{{4}})(?!\d))?{AFTER}",
    r"\d(?:[-.]?[^\W\d_]{1,3})?\.?\s+(?:\w{1,2}\s+)?([^\W\d_]{3,12})",
)
MONTH_FIRST = _form(
    rf"(?<!\w){MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|:\d)(?:\s?,?\s?(?P<year>\d{{4}})(?!\d))?{AFTER}",
    r"\s\d\d?(?!\d)",
)
WORD = re.compile(r"[^\W\d_]{3,}")
LAST_WORD = re.compile(r"[^\W\d_]{3,12}+(?=\.?\s*$)")
BACK = 24
"""Characters before a day in which the month's name stands."""
BEGINS = 3
"""Letters by which nearly all words are known to name nothing, however they end."""
KEPT = 1 << 16
"""Words of which it is remembered whether they name a month or a weekday."""

Meaning = tuple[str, int]
"""("month", 3) for "March", ("weekday", 1) for "Tuesday", ("day", -1) for "yesterday"."""


class Day(NamedTuple):
    """A day found: where, and what it says. `year`, the clock and its offset from UTC may be missing.

    `unsure` is a day such as 3/4/2031 on a page that does not tell the order of day and month.
    """

    span: Span
    year: int | None
    month: int
    day: int
    clock: str | None
    zone: str = ""
    unsure: bool = False

    @property
    def value(self) -> str:
        """EDTF, with XXXX for a year that is not said: "XXXX-03-03"; the year alone of a day that is unsure."""
        if self.unsure:
            return f"{self.year:04d}"
        year = f"{self.year:04d}" if self.year else "XXXX"
        return f"{year}-{self.month:02d}-{self.day:02d}"

    @property
    def moment(self) -> str:
        """EDTF with the clock and its offset, where they are said: "2031-03-03T13:45+02:00"."""
        return f"{self.value}T{self.clock}{self.zone}" if self.clock and self.year and not self.unsure else self.value


class Calendar:
    """Reads days and weekdays with the month and weekday names of all the languages given.

    `order` is how days are written with slashes: "dmy", "mdy", or "" where that is not known.
    """

    def __init__(self, languages: Mapping[str, Language], order: str = "dmy"):
        self.languages = [languages[code] for code in languages]
        self.order = order
        self.exact: dict[str, str] = {}
        self.inflected: dict[str, list[Language]] = {}
        self.shortened: dict[str, set[str]] = {}
        self.beginnings: set[str] = set()
        for language in self.languages:
            for row in language.rows("times"):
                if NAMED.fullmatch(row.value) and " " not in row.form:
                    self._learn(language, row.form, row.value)
        self.word, self.begins = lru_cache(maxsize=KEPT)(self._word), lru_cache(maxsize=KEPT)(self._begins)
        self._nameless = np.zeros(PLACES, np.uint32)  # at a word's place its key, where the word names nothing

    def in_order(self, order: str) -> Calendar:
        """The same calendar for pages that write day and month in this order."""
        other = copy(self)
        other.order = order
        return other

    def _learn(self, language: Language, form: str, value: str) -> None:
        folded = fold(form.lstrip("="))
        self.exact.setdefault(folded, value)
        self.beginnings.add(folded[:BEGINS])
        if not form.startswith("="):
            # A short name may change its last letter (май, мая), so two letters of it have to do.
            begins = self.inflected.setdefault(folded[: 2 if len(folded) <= 4 else 3], [])
            begins += [language] if language not in begins else []
        for cut in range(3, len(folded)) if value.startswith("month") else ():
            self.shortened.setdefault(folded[:cut], set()).add(value)

    def named(self, text: str, words: Words) -> dict[int, Meaning]:
        """Which of some words of a page name a month or a day, by their numbers, and which; most are known to name nothing."""
        named = {}
        for n in (self._nameless.take(words.place) != words.key).nonzero()[0].tolist():
            word = text[words.start[n] : words.stop[n]]
            if self.begins(word[:BEGINS]) and (meaning := self.word(word)):
                named[n] = meaning
            else:
                self._nameless[words.place[n]] = words.key[n]
        return named

    def _begins(self, letters: str) -> bool:
        """Whether a name may begin so: its ending changes at most the third letter, of a short name; nor is a month cut shorter."""
        folded = fold(letters)
        return folded[:BEGINS] in self.beginnings or folded[:2] in self.inflected

    def _word(self, word: str) -> Meaning | None:
        """What "March", "марта" or "Mar" mean, and "Tuesday", "today"; None for other words."""
        folded = fold(word)
        value = self.exact.get(folded) or self._inflected(folded, word) or self._short(folded)
        if value is None:
            return None
        name, number = NAMED.fullmatch(value).groups()  # type: ignore[union-attr]
        return name, int(number)

    def _inflected(self, folded: str, word: str) -> str | None:
        """What the tables say of the word in a case of its own: "марта", "у вівторок"."""
        token = [Token(0, len(word), word)]
        for language in (*self.inflected.get(folded[:3], ()), *self.inflected.get(folded[:2], ())):
            for hit in language.lexicon("times").at(token, 0):
                if NAMED.fullmatch(hit.row.value):
                    return str(hit.row.value)
        return None

    def _short(self, word: str) -> str | None:
        """A month cut to its beginning, where only one month begins so: "февр"."""
        found = self.shortened.get(word, set())
        return next(iter(found)) if len(found) == 1 else None

    def days(self, text: str, start: int = 0, stop: int | None = None) -> list[Day]:
        """All days in a stretch of text, in order, none inside another."""
        stop = len(text) if stop is None else stop
        read = [match for form in self._forms(text, start, stop) for match in form.read.finditer(text, start, stop)]
        days = [day for match in read if (day := self._day(match))]
        return _apart(days) if len(days) > 1 else days

    def _forms(self, text: str, start: int, stop: int) -> list[Form]:
        """The forms in which a day may be written in this stretch of text."""
        if not DIGIT.search(text, start, stop):
            return []
        forms = [form for form in IN_DIGITS if form.needs.search(text, start, stop)] if PARTED.search(text, start, stop) else []
        if any(map(self._is_month, DAY_FIRST.needs.findall(text, start, stop))):
            forms.append(DAY_FIRST)
        for found in MONTH_FIRST.needs.finditer(text, start, stop):
            word = LAST_WORD.search(text, max(start, found.start() - BACK), found.start())
            if word and self._is_month(word[0]):
                return [*forms, MONTH_FIRST]
        return forms

    def _is_month(self, word: str) -> bool:
        known = self.word(word)
        return known is not None and known[0] == "month"

    def _day(self, match: re.Match[str]) -> Day | None:
        said = match.groupdict()
        year = _year(said.get("year"))
        if said.get("year") and year is None:
            return None
        month, day, unsure = self._month_and_day(said)
        try:
            date(year or 2024, month, day)
        except ValueError:
            return None
        return Day(Span(*match.span()), year, month, day, clock_of(said), _zone(said.get("zone")), unsure)

    def _month_and_day(self, said: Mapping[str, str | None]) -> tuple[int, int, bool]:
        """Month, day, and whether they may be the other way round."""
        if name := said.get("month"):
            known = self.word(name)
            return (known[1] if known and known[0] == "month" else 0), int(said["day"] or 0), False
        if said.get("monthno"):
            return int(said["monthno"] or 0), int(said["day"] or 0), False
        first, second = int(said["first"] or 0), int(said["second"] or 0)
        either = said["sign"] == "/" and first <= 12 and second <= 12 and first != second
        if second > 12 or (either and self.order == "mdy"):
            return first, second, False
        return second, first, either and not self.order

    def weekdays(self, text: str, start: int, stop: int) -> list[int]:
        """The weekdays named in a stretch of text, Monday 0."""
        words = map(self.word, WORD.findall(text, start, stop))
        return [word[1] for word in words if word and word[0] == "weekday"]


def _apart(days: list[Day]) -> list[Day]:
    """The days in order, without those that another covers from its start or before."""
    out: list[Day] = []
    for day in sorted(days, key=lambda day: (day.span.start, -day.span.stop)):
        if not out or day.span.start >= out[-1].span.stop:
            out.append(day)
    return out


def _year(said: str | None) -> int | None:
    if not said:
        return None
    year = almanac.year(said)
    return year if YEARS[0] <= year <= YEARS[1] else None


def _zone(said: str | None) -> str:
    """An offset from UTC as ISO 8601 writes it: "+03:00", "Z"."""
    if not said or said == "Z":
        return said or ""
    written = said if ":" in said else f"{said[:3]}:{said[3:]}"
    return "Z" if written in ("+00:00", "-00:00") else written


def clock_of(said: Mapping[str, str | None]) -> str | None:
    """The time of day that a form's hour, minute and half of the day say: "9:30 p.m." is 21:30."""
    hour, minute = said.get("hour") or said.get("hour0"), said.get("minute") or said.get("minute0")
    if hour is None or minute is None:
        return None
    number = int(hour)
    if half := said.get("half"):
        number = number % 12 + (12 if half in "pP" else 0)
    return f"{number:02d}:{minute}"
