"""When the outlet says it published: the first ground that holds, the rest kept beside it. Never a sidebar's date; unknown is an answer.

In order: what the carrier or the markup states, a line of the page, the dateline (its year by the years the text carries), the address, and
last what the text itself tells of as past, which only says "not before".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property

from hearsay.articles.blocks import Block
from hearsay.articles.days import Day, clock_of
from hearsay.articles.diary import CLOCK, SHORT, Diary
from hearsay.articles.phrases import Said
from hearsay.language import Language
from hearsay.model import Dateline, Grounded, Page, Span
from hearsay.text import tokens

LABELLED = 32
"""Characters from a word such as "updated" to the end of its time."""
ZONE = re.compile(r"\s*(?:[^\W\d_]{1,4}\.?)?\s*(?:[)\]|•·]|$|\n)")
"""What may stand behind such a time, a zone or "Uhr", to the next sign or the line's end."""
OPENS = 12
"""Characters before a date that begins its line: a weekday, or what is dated."""
SIGNED = 32
"""Characters of a weekday and an author beside a day and its time."""
ABOVE = 6
BELOW = 3
INSIDE = 4
"""Paragraphs from a body's head between which a line that is a date may stand: below title, standfirst and byline."""
SEASON = 150
"""Days: a text that dates something with its year soon after counts on from it without a year."""
PATH_DATE = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-]?(?P<month>0[1-9]|1[0-2])[/-]?(?P<day>[0-2]\d|3[01])(?=\D|$)")


class Dating:
    """Everything on a page that could date its article."""

    def __init__(self, page: Page, diary: Diary, body: Sequence[int], headline: int | None, said: Said):
        self.page, self.text, self.blocks, self.body = page, page.text, diary.lines.blocks, body
        self.headline, self.diary, self.said = headline, diary, said

    def published(self, dateline: Dateline | None, language: Language) -> Grounded | None:
        """The date by the first ground that holds."""
        lines, filed = [*self._at_times("published"), *self._lines("published")], list(self._dateline(dateline))
        said = [*self._stated("published"), *lines, *(f for f in filed if not f.value.startswith("XXXX"))]
        found = [*said, *self._address(), *self._open_lines(under=True), *filed, *self._open_lines(under=False)]
        found = [f for f in found if self._possible(f.value)] or [*self._told(language), *self._captured()]
        if not found:
            return None
        first = self._timed_too(_local(found[0], lines))
        return Grounded(first.value, first.ground, first.span, tuple(f for f in found if f.value != first.value))

    def updated(self) -> Grounded | None:
        """The date of the last change, where the page tells it apart."""
        found = (*self._stated("updated"), *self._lines("updated"), *self._at_times("updated"), *self._open_updates())
        return next((f for f in found if self._possible(f.value)), None)

    def _at_times(self, kind: str) -> Iterator[Grounded]:
        """A time of day behind the word for what it dates, on the day that stands beside it: "12 May, 9:00 (updated 11:30)"."""
        day = next((found[0] for _, found in self._dated if found[0].year and not found[0].unsure), None)
        for i, phrase in ((n, phrase) for n in self._near for phrase in self.said.get(n, ()) if day and phrase.kind == kind):
            clock = CLOCK.search(self.text, phrase.span.start, min(phrase.span.start + LABELLED, self.blocks[i].span.stop))
            alone = clock and ZONE.match(self.text, clock.end(), self.blocks[i].span.stop)
            if day and clock and alone and not any(found.span.stop > phrase.span.start for found in self.diary.days(i)):
                at = day._replace(clock=clock_of(clock.groupdict()), span=Span(*clock.span()))
                yield self._grounded(at, "stated time, on the day of the page")

    def weekday(self) -> int | None:
        """The weekday that the article's beginning speaks from: "said on Tuesday"."""
        for i in self.body[:2]:
            if days := self.diary.weekdays(i):
                return days[0]
        return None

    def _possible(self, value: str) -> bool:
        """Nothing was published after it was captured."""
        return self.page.captured is None or value.startswith("XXXX") or value[:10] <= self.page.captured[:10]

    def _stated(self, field: str) -> Iterator[Grounded]:
        for stated in self.page.stated:
            if stated.field == field and (days := self.diary.calendar.days(stated.value)):
                yield self._grounded(days[0], stated.ground, stated.value)

    def _lines(self, kind: str) -> list[Grounded]:
        """Dated lines beside the headline or the body's beginning; those that say what they date come first, then those that begin with a
        day under the headline, then those with a time there, then others that begin with one, captions last.
        """
        found: list[tuple[int, Grounded]] = []
        for i, all_days in self._dated:
            block, days = self.blocks[i], [day for day in all_days if day.year]
            said = {phrase.kind: phrase.span.start for phrase in self.said.get(i, ())}
            named = [day for day in days if kind in said and (kind != "updated" or day.span.stop > said[kind])]
            if named:
                found.append((0, self._grounded(named[-1] if kind == "updated" else named[0], "stated line")))
            elif days and kind == "published" and days[0].span.start < said.get("updated", block.span.stop):
                begins = self.diary.is_day(i) or days[0].span.start - block.span.start <= OPENS
                ground = "dated line" if self.diary.days(i) else "time of a day counted from the one at the page's head"
                found.append((self._rank(i, begins, days[0]), self._grounded(days[0], ground)))
        return [grounded for _, grounded in sorted(found, key=lambda item: item[0])]

    def _rank(self, i: int, begins: bool, day: Day) -> int:
        """Where a line stands among those that may date the article: under the headline it begins with its day, or says the time; or it
        begins so elsewhere; or it is any other.
        """
        under, beside = i > self._top, len(self.blocks[i].text) - (day.span.stop - day.span.start)
        return [under and begins, under and day.clock is not None and beside <= SIGNED, begins, True].index(True) + 1

    def _timed_too(self, first: Grounded) -> Grounded:
        """The line under the headline that tells the same day with its time, where the first ground tells the day alone."""
        under = (i for i, _ in self._dated if i > self._top and self.diary.is_day(i) and i not in self.said)
        days = (self.diary.days(i)[0] for i in under if self.diary.days(i))
        return next((self._grounded(day, "dated line") for day in days if day.moment.startswith(f"{first.value}T")), first)

    def _open_lines(self, under: bool) -> Iterator[Grounded]:
        """Lines that are a day without its year, under the headline or not."""
        for i, (day, *_) in self._dated:
            if day.year is None and self.diary.is_day(i) and (self._top < i < self.body[0]) == under:
                yield self._with_year(day, "dated line")

    def _open_updates(self) -> Iterator[Grounded]:
        """Days without their year behind a word such as "updated"."""
        for i, days in self._dated:
            said = next((phrase.span.start for phrase in self.said.get(i, ()) if phrase.kind == "updated"), self.blocks[i].span.stop)
            yield from [self._with_year(day, "stated line") for day in days if day.year is None and day.span.stop > said][-1:]

    def _with_year(self, day: Day, ground: str) -> Grounded:
        """A day with the year that the page says of the same day elsewhere."""
        again = next((d for d in self._everywhere if d.year and (d.month, d.day) == (day.month, day.day)), None)
        said = f"with the year from {again.span.of(self.text)!r} on the page" if again else "which says no year"
        return Grounded(day._replace(year=again.year if again else None).moment, f"{ground}, {said}", day.span)

    def _grounded(self, day: Day, ground: str, stated: str = "") -> Grounded:
        """`stated` is the value that the day was read in, where that is no part of the page's text."""
        if day.unsure:
            ground += f" {day.span.of(stated or self.text)!r}, which leaves open which is the month"
        return Grounded(day.moment, ground, None if stated else day.span)

    @cached_property
    def _everywhere(self) -> list[Day]:
        """The days on the page, in order."""
        return [day for i in sorted(self.diary.dated) for day in self.diary.days(i)]

    @property
    def _top(self) -> int:
        """The headline's block, or the body's first where there is none above its last."""
        return self.headline if self.headline is not None and self.headline < self.body[-1] else self.body[0]

    @cached_property
    def _today(self) -> date | None:
        """The day that the page gives for itself at its head: with its weekday, above the article."""
        for i in sorted(i for i in self.diary.dated if i < self._top):
            day = next((day for day in self.diary.days(i) if day.year and not day.unsure), None)
            if day and len(self.blocks[i].text) <= SHORT and self.diary.weekdays(i):
                return date(day.year or 0, day.month, day.day)
        return None

    @cached_property
    def _near(self) -> list[int]:
        """Short lines with digits that are no body, nearest to the article first: under the headline, above it, right below the body."""
        if not self.body:
            return []
        top = self._top
        places = [*range(top + 1, self.body[0]), *range(top - 1, max(-1, top - ABOVE - 1), -1), *self._gaps(), *self._after()]
        numbered = self.diary.numbered.difference(self.body)
        return [i for i in dict.fromkeys(places) if i in numbered and len(self.blocks[i].text) <= SHORT]

    @cached_property
    def _dated(self) -> list[tuple[int, list[Day]]]:
        """Those of them that hold a day, with their days."""
        found = ((i, self.diary.days(i) or self._counted(i)) for i in self._near)
        return [(i, [self._timed(i, days[0]), *days[1:]]) for i, days in found if days]

    def _counted(self, i: int) -> list[Day]:
        """The time that a line says of the page's own day: "Today, 14:32"."""
        return self.diary.counted(i, self._today) if self.diary.timed(i) and self._today else []

    def _timed(self, i: int, day: Day) -> Day:
        """A day with the time that stands below it on a line of its own."""
        if day.clock or i + 1 not in self.diary.numbered or not self.diary.is_day(i):
            return day
        clock = CLOCK.fullmatch(self.blocks[i + 1].text)
        return day._replace(clock=clock_of(clock.groupdict())) if clock else day

    def _gaps(self) -> range:
        return range(self.body[0], self.body[min(INSIDE, len(self.body) - 1)])

    def _after(self) -> list[int]:
        """Below the body only lines that say they date it, before the first heading or other text: a list of dated news follows often."""
        stop = min(len(self.blocks), self.body[-1] + 1 + BELOW)
        lines = range(self.body[-1] + 1, stop)
        return [i for i in lines if any(phrase.kind in ("published", "updated") for phrase in self.said.get(i, ()))]

    def _dateline(self, dateline: Dateline | None) -> Iterator[Grounded]:
        if dateline is None or dateline.date is None:
            return
        if not dateline.date.startswith("XXXX"):
            yield Grounded(dateline.date, "dateline", dateline.span)
            return
        carried = self._carried_year(dateline.date)
        if carried is None:
            yield Grounded(dateline.date, "dateline, which says no year", dateline.span)
        else:
            year, day = carried
            ground = f"dateline, with the year from {day.span.of(self.text)!r} in the text"
            yield Grounded(f"{year}{dateline.date[4:]}", ground, dateline.span)

    def _carried_year(self, value: str) -> tuple[int, Day] | None:
        """The year that the text's own dates leave: after "December 17, 2021 ... January 26", a February is 2022's."""
        told = [day for i in self.body for day in self.diary.days(i)]
        dated = [(date(day.year, day.month, day.day), day) for day in told if day.year and not day.unsure]
        if not dated:
            return None
        last, day = max(dated, key=lambda item: item[0])
        month, number = int(value[5:7]), int(value[8:10])
        for year in (last.year, last.year + 1):
            when = _date(year, month, number)
            if when and last <= when and (when - last).days <= SEASON and self._agrees(when):
                return year, day
        return None

    def _agrees(self, when: date) -> bool:
        """A weekday named in the beginning lies within the week before the day; another would mean another year."""
        weekday = self.weekday()
        return weekday is None or weekday == when.weekday() or (when.weekday() - weekday) % 7 <= 1

    def _address(self) -> Iterator[Grounded]:
        if found := PATH_DATE.search(self.page.address):
            yield Grounded("-".join(found.group("year", "month", "day")), "address")

    def _told(self, language: Language) -> Iterator[Grounded]:
        """Without any date of its own an article is at least later than the last day on which it says that someone said something."""
        days = [(day, self.blocks[i]) for i in self.body for day in self.diary.days(i) if not day.unsure]
        days.sort(key=lambda item: (item[0].year or 0, item[0].month, item[0].day), reverse=True)
        last = next((day for day, block in days if self._is_past(day, block, language)), None)
        if last is not None:
            after = date(last.year or 2024, last.month, last.day) + timedelta(days=1)
            year = f"{after.year:04d}" if last.year else "XXXX"
            ground = f"no date of its own; the text speaks of {last.span.of(self.text)!r} as past"
            yield Grounded(f"{year}-{after.month:02d}-{after.day:02d}/..", ground, last.span)

    def _is_past(self, day: Day, block: Block, language: Language) -> bool:
        """Whether someone is reported to have spoken in the sentence that names the day."""
        start = max(self.text.rfind(". ", block.span.start, day.span.start), block.span.start)
        stop = self.text.find(". ", day.span.stop, block.span.stop)
        sentence = tokens(self.text, start, stop if stop > 0 else block.span.stop)
        return any(hit.row.type == "assertion" for hit in language.lexicon("cues").find(sentence))

    def _captured(self) -> Iterator[Grounded]:
        if self.page.captured:
            yield Grounded(f"../{self.page.captured[:10]}", "not after its capture")


def _local(first: Grounded, lines: Sequence[Grounded]) -> Grounded:
    """The day on which the outlet itself says it published, where the first ground gives the moment in UTC and a line the day beside it."""
    if not first.value.endswith("Z"):
        return first
    utc = date.fromisoformat(first.value[:10])
    for line in lines:
        day = _date(*map(int, line.value[:10].split("-"))) if len(line.value) >= 10 else None
        if day and abs((day - utc).days) == 1:
            return Grounded(line.value, f"{line.ground}, the local day of what {first.ground} gives in UTC", line.span)
    return first


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
