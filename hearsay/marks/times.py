"""Time words with their value, counted from the day the article was written; what is said in a quotation, from the day of speaking."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hearsay import almanac
from hearsay.lexicon import Hit
from hearsay.marks.scan import Paragraph, Scan
from hearsay.model import Span, Statement, Time

NUMERIC = re.compile(r"(?<![\d.])(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2}))(?![\d.]\d)")
YEAR = re.compile(r"(?:19|20)\d\d")
NEAR = 3  # tokens between a number, its unit and "ago"
DAY_PARTS = frozenset({"morning", "afternoon", "evening", "night", "noon", "midnight"})


def find(scan: Scan) -> list[Time]:
    """The times of an article in order of place."""
    anchor = _written_on(scan)
    found = [time for p in scan.paragraphs for time in _paragraph(scan, p, anchor)]
    return sorted(found, key=lambda time: time.span)


def _written_on(scan: Scan) -> str | None:
    """The day an article's time words count from: its dateline's where that names a year, else the day of publishing."""
    line = scan.article.dateline.date if scan.article.dateline else None
    published = scan.article.published.value if scan.article.published else None
    written = line if line and not (published and line.startswith("XXXX")) else published
    return written.split("T")[0] if written else None


def _paragraph(scan: Scan, p: Paragraph, anchor: str | None) -> Iterator[Time]:
    taken: list[Span] = []
    for time in (*_numeric(scan, p), *_dated(scan, p, anchor), *_ago(scan, p, anchor), *_counted(scan, p, anchor)):
        if not any(time.span.overlaps(span) for span in taken):
            taken.append(time.span)
            yield time


def _numeric(scan: Scan, p: Paragraph) -> Iterator[Time]:
    """04.03.2031 and 2031-03-04; 3/4/2031 in the order of its page."""
    for m in NUMERIC.finditer(scan.text, p.span.start, p.span.stop):
        value = almanac.calendar(int(m[3]), int(m[2]), int(m[1])) if m[1] else _ordered(scan, m)
        if value:
            yield Time(Span(m.start(), m.end()), value, None, "times/numeric")


def _ordered(scan: Scan, m: re.Match[str]) -> str | None:
    """A day whose order of day and month is the page's, else the language's where it has but one; where nothing tells, its year alone."""
    first, second, year = int(m[4]), int(m[5]), almanac.year(m[6])
    order = "dmy" if "/" not in m.group() else scan.article.date_order
    if order is None:
        order = "dmy" if scan.language.date_order == "dmy" else ""
    if max(first, second) > 12:  # no year has thirteen months
        order = "mdy" if second > 12 else "dmy"
    if not order and first != second:
        return f"{year:04}"
    day, month = (second, first) if order == "mdy" else (first, second)
    return almanac.calendar(day, month, year)


def _value(hit: Hit) -> tuple[str, str]:
    name, _, rest = hit.row.value.partition("=")
    return name, rest


def _dated(scan: Scan, p: Paragraph, anchor: str | None) -> Iterator[Time]:
    """17 December 2030, December 17, 17 декабря, в декабре 2030 года; a month alone is one only with a year or a day."""
    for hit in p.hits("times"):
        name, rest = _value(hit)
        if name == "month" and rest.isdigit():
            first, last, day, year = _around_month(p, hit)
            value = almanac.calendar(day, int(rest), year)
            if value and (day or year):
                settled = almanac.settle(value, anchor) if anchor and not year and anchor[:4].isdigit() else value
                yield Time(p.span_of(first, last), settled, None if year else anchor, "times/calendar")


def _around_month(p: Paragraph, hit: Hit) -> tuple[int, int, int | None, int | None]:
    first, last, day, year = hit.first, hit.last, None, None
    before, after = _number(p, first - 1), _number(p, last + 1)
    if before is None and _text(p, first - 1) == ".":
        before, first = _number(p, first - 2), first - 1 if _number(p, first - 2) else first
    if before and 1 <= before <= 31:
        day, first = before, first - 1
    elif after and 1 <= after <= 31:
        day, last = after, last + 1
    at = last + 2 if _text(p, last + 1) == "," else last + 1
    if YEAR.fullmatch(_text(p, at)):
        year, last = int(_text(p, at)), at
    return first, last, day, year


def _text(p: Paragraph, i: int) -> str:
    return p.tokens[i].text if 0 <= i < len(p.tokens) else ""


def _number(p: Paragraph, i: int) -> int | None:
    digits = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th|-?го|-е)?", _text(p, i))
    return int(digits[1]) if digits else None


def _ago(scan: Scan, p: Paragraph, anchor: str | None) -> Iterator[Time]:
    """Three days ago, два дня назад, przed tygodniem: number, unit and "ago" within a few words."""
    hits = p.hits("times")
    for n, hit in enumerate(hits):
        if hit.row.value != "ago" or not anchor:
            continue
        near = [h for h in hits[max(0, n - 2) : n + 3] if abs(h.first - hit.first) <= NEAR and h is not hit]
        unit = next((h for h in near if h.row.value in ("day", "week", "month", "year")), None)
        if unit is None:
            continue
        number = next((int(_value(h)[1]) for h in near if _value(h)[0] == "number"), None) or _number(p, unit.first - 1) or 1
        value = almanac.counted(f"{unit.row.value}-{number}", anchor)
        first = min(hit.first, unit.first, unit.first - 1 if _number(p, unit.first - 1) else unit.first)
        if value:
            yield Time(p.span_of(first, max(hit.last, unit.last)), value, anchor, "times/ago")


def _counted(scan: Scan, p: Paragraph, anchor: str | None) -> Iterator[Time]:
    """Yesterday, on Tuesday, last week."""
    for hit in p.hits("times"):
        value = "day+0" if hit.row.value in DAY_PARTS and len(hit.indices) > 1 else hit.row.value
        found = almanac.counted(value, anchor, scan.article.weekday) if anchor else None
        if found:
            yield Time(p.span_of(hit.first, hit.last), found, anchor, f"times/{hit.row.value}")


def spoken(scan: Scan, times: Sequence[Time], statements: Sequence[Statement]) -> list[Time]:
    """The times with those inside quotations counted from the day of speaking, where that is known to differ."""
    return [_spoken(scan, time, statements) for time in times]


def _spoken(scan: Scan, time: Time, statements: Sequence[Statement]) -> Time:
    quoted = scan.paragraph(time.span.start).quote(time.span.start) is not None and time.anchor is not None
    said = next((s.said_on for s in statements if quoted and any(c.holds(time.span) for c in s.content)), None)
    value = time.rule.removeprefix("times/")
    counted = almanac.counted(value, said) if said and said != time.anchor else None
    return replace(time, value=counted, anchor=said, rule=f"spoken/{value}") if counted else time
