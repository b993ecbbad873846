"""Pages that hold several articles: a digest's short items, a live page's entries.

The signs are of no outlet: lines that are times of day, in order; paragraphs that begin with datelines, under headings; lines of signs
between headed parts; numbers above them; titles with a time or a day below them; and, where a page calls itself news in brief, titles
alone. Headings or times within one long article are no such sign.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from hearsay.articles.dateline import may_begin
from hearsay.articles.letters import Kind
from hearsay.articles.moments import Moment
from hearsay.articles.outline import OPENS, Outline
from hearsay.articles.signs import Signs
from hearsay.model import Span

FEWEST = 3
"""Items. Two headed parts, or two times, stand in many an article."""
GOES_ON = 12
"""Characters of a sentence that follows another of its item."""
NEAR, BELOW = 5, 3
"""Blocks from an item's time, or its heading, to its first sentence; from its last to the line that says who supplied it."""
TELLING = 0.75
"""Share of sentences among the lines that begin with a time, from which they are entries."""
COVER = 0.6
"""Share of the running text that the items of a digest have at least; an article with a list of times in it has more around them."""
LAST = 5
"""Times the median item, beyond which the last would hold the rest of an ordinary article."""
BRIEF = 3
"""Words of an item's title on a page that calls itself a digest."""
SEVERAL, TITLED, MOST = 2, 4, 0.5
"""Paragraphs of the median item below a stamp; words of its title, where a name would be a commenter's; share of the text that the largest
may be: an article with its readers' comments is larger.
"""
NUMBER = 4
"""Characters of an item's number: "(12)"."""
FEWEST_SIGNS, SIGNS = 2, 80
"""Signs in a line that parts items; one alone parts a day from an author. Characters of such a line."""


@dataclass(frozen=True, slots=True)
class Item:
    """One article of several: its blocks, its heading, its paragraphs, the time it is marked with, the day that stands above it."""

    blocks: range
    heading: int | None
    body: Mapping[int, Span]
    moment: Moment | None
    day: str | None

    def size(self) -> int:
        return sum(span.stop - span.start for span in self.body.values())


@dataclass(frozen=True, slots=True)
class Split:
    """A page's items, in order, and the paragraphs of its own above them."""

    intro: Mapping[int, Span]
    items: tuple[Item, ...] = ()


def split(signs: Signs, taken: Collection[int] | None, in_brief: bool, first: int) -> Split | None:
    """The items of a digest or a live page; None where the page is anything else. `in_brief`: it calls itself a digest; `first`: where the
    text that it would be as one article begins.
    """
    page = Outline(signs, taken, in_brief, first)
    for begin in (_timed, _filed, _parted, _stamped, *((_numbered, _briefed) if in_brief else ())):
        items = tuple(_items(page, starts)) if len(starts := begin(page)) >= FEWEST else ()
        if len(items) >= FEWEST and (found := _held(page, items)):
            return found
    return None


# ------------------------------------------------------------------ where items begin


def _several(lines: Sequence[int], such: Callable[[int], bool]) -> list[int]:
    """Those of some lines that are such; none where they are fewer than a page's items, which is known when too few are left to ask."""
    found: list[int] = []
    for left, i in zip(range(len(lines), 0, -1), lines, strict=True):
        if len(found) + left < FEWEST:
            return []
        if such(i):
            found.append(i)
    return found if len(found) >= FEWEST else []


def _timed(page: Outline) -> list[int]:
    """Entries under their times, which run one way but for the midnights; a name beside a time would be a commenter's.

    The title of an entry stands below its time, or that of each above it.
    """
    starts = _marked(page)
    if len({page.moments[i].beside for i in starts}) != 1 or _are_listed(page, starts) or not _in_order(page, starts):
        return []
    above = {page.block(i - 1).text for i in starts if i and page.is_title(i - 1)}
    below = sum(i + 1 < page.count and page.is_title(i + 1) for i in starts)
    titled = len(above) == len(starts) and below <= len(starts) / 2
    return [i - titled for i in _alike(page, starts)]


def _marked(page: Outline) -> list[int]:
    """The times with sentences below them, or behind; lines that begin with a time, few of them sentences, are a ticker's. An article with
    a stamp of its own, the only one with a day, has but a list of news below it.
    """
    starts = _several(sorted(page.diary.clocked), lambda i: page.may_tell(i, i + 1 + NEAR) and _tells(page, i) and i < page.comments)
    if starts and page.moments[starts[0]].day and not any(page.moments[i].day for i in starts[1:]):
        starts = starts[1:] if sum(map(page.told, range(*starts[:2]))) < FEWEST else []
    led = sum(i < page.comments and moment.rest > 0 for i, moment in page.moments.items()) if starts else 0
    tell = sum(page.moments[i].rest > 0 for i in starts) >= TELLING * led
    return [i for i in starts if tell or not page.moments[i].rest]


def _are_listed(page: Outline, starts: Sequence[int]) -> bool:
    """Whether each time has its day, too, with but a teaser below it: as in a list of articles."""
    return all(page.moments[i].day for i in starts) and median(_paragraphs(page, starts)) < SEVERAL


def _in_order(page: Outline, starts: Sequence[int]) -> bool:
    """Whether times run one way, but for the midnights."""
    clocks = [page.moments[i].clock for i in starts]
    back, forth = (sum(step(a, b) for a, b in itertools.pairwise(clocks)) for step in (str.__gt__, str.__lt__))
    midnights = 1 + sum(page.is_day(i) for i in range(starts[0], starts[-1]))
    return min(back, forth) <= midnights and min(back, forth) < max(back, forth)


def _alike(page: Outline, starts: Sequence[int]) -> list[int]:
    """Entries and, among them, the times above a title that look like theirs, though no sentence stands near: a list of results may."""
    first = page.moments[starts[0]]
    look = first.beside, first.rest > 0, first.day is None
    others = {i for i, moment in page.moments.items() if (moment.beside, moment.rest > 0, moment.day is None) == look}
    return [i for i in page.moments if i in starts or (starts[0] < i < starts[-1] and i in others and page.is_title(i + 1))]


def _tells(page: Outline, i: int) -> bool:
    """Whether sentences stand right under a time, or behind it."""
    marked = page.moment(i)
    if marked is None or marked.rest:
        return marked is not None and page.told(i)
    below = itertools.takewhile(lambda k: k < page.count and not page.moment(k) and not page.sheet.known[k], range(i + 1, i + 1 + NEAR))
    return any(map(page.told, below))


def _filed(page: Outline) -> list[int]:
    """Headed items, most of which begin with a dateline."""
    likely = _several(page.above, lambda i: may_begin(page.signs.text, page.block(i + 1).span))
    headed = _several(likely, lambda i: _has_dateline(page, i + 1) and i in page.headings)
    if not headed or len(headed) < sum(page.told(i) and _has_dateline(page, i) for i in range(page.count)) - 1:
        return []
    gap = min(page.block(i).gap for i in headed[1:])
    return [i for i, block in page.headings.items() if headed[0] <= i <= headed[-1] and block.gap >= gap]


def _has_dateline(page: Outline, i: int) -> bool:
    line = page.signs.dateline(i)
    return line is not None and line.place is not None and (line.agency or line.date) is not None


def _stamped(page: Outline) -> list[int]:
    """Headings with a time or a day below them and then a text of several paragraphs; of a list of articles only a teaser stands there."""
    if len(page.may_stamp) < FEWEST:
        return []
    near = {i for stamp in page.may_stamp for i in (stamp - 2, stamp - 1) if i >= 0 and page.may_tell(i + 2, i + 2 + NEAR)}
    above = [i for i in sorted(near) if page.words(i) >= TITLED and page.is_short(i)]
    dated = _several(above, lambda i: _dated_below(page, i))
    starts = _several([i for i in dated if i < page.comments], page.is_title)
    if not starts or median(_paragraphs(page, starts)) < SEVERAL or sum(map(page.is_stamp, page.may_stamp)) < FEWEST:
        return []
    ends = itertools.pairwise([*starts, page.count])
    sizes = [sum(len(page.block(k).text) for k in range(i, end) if page.told(k)) for i, end in ends]
    return starts if max(sizes) <= MOST * sum(sizes) else []


def _paragraphs(page: Outline, starts: Sequence[int]) -> list[int]:
    """How many sentences or paragraphs stand below each of some lines."""
    return [sum(page.told(k) for k in range(i, end)) for i, end in itertools.pairwise([*starts, page.count])]


def _briefed(page: Outline) -> list[int]:
    """Titles with a text below them, or a picture and then a text."""
    return [i for i in range(page.count) if page.is_title(i) and page.words(i) >= BRIEF and _text_below(page, i)]


def _text_below(page: Outline, i: int) -> bool:
    """Whether the first sentence below a title is its own, with no other title between."""
    below = range(i + 1, min(i + 1 + NEAR, page.count))
    first = next((k for k in below if page.told(k)), None)
    return first is not None and not any(page.is_title(k) for k in range(i + 1, first))


def _dated_below(page: Outline, i: int) -> bool:
    """Whether a stamp stands below a title, or below one line more, and then a sentence; no "Anna says:", as over comments."""
    below = list(itertools.takewhile(lambda k: not page.told(k), range(i + 1, min(i + 1 + NEAR, page.count))))
    last = i + 1 + len(below)
    spoken = any(page.sheet.kinds[k] == "comment" or page.block(k).text.endswith(":") for k in below)
    return last < page.count and page.told(last) and not spoken and any(map(page.is_stamp, below[:2]))


def _parted(page: Outline) -> list[int]:
    """Parts between lines of the same signs, such as three asterisks, nearly all of which begin with a heading; on a page that calls itself
    a digest they need none.
    """
    signs = _signs(page)
    if len(signs) < FEWEST - 1:
        return []
    top = [i for i in page.headings if i < signs[0]][-1:]
    if page.in_brief and not top:
        top = [i for i in range(signs[0]) if page.told(i) and page.likely(i)][:1]
    ends = itertools.pairwise([*top, *(i + 1 for i in signs), page.count])
    parts = [(start, first) for start, stop in ends if (first := _first_told(page, start, stop)) is not None]
    headed = [any(i in page.headings for i in range(*part)) for part in parts if part[0] > signs[0]]
    own = all(headed) or sum(headed) >= max(FEWEST, len(headed) - 1)
    return [start for start, _ in parts] if page.in_brief or own else []


def _signs(page: Outline) -> list[int]:
    """The lines of the same signs that stand most often on the page."""
    lines: dict[str, list[int]] = {}
    for i in page.sheet.lines.wordless:
        text = page.block(i).text
        if len(text) <= SIGNS and len(sign := "".join(text.split())) >= FEWEST_SIGNS:
            lines.setdefault(sign, []).append(i)
    return max(lines.values(), key=len, default=[])


def _first_told(page: Outline, start: int, stop: int) -> int | None:
    """The first sentence below a part's beginning, if it stands near it."""
    return next((i for i in range(start, min(start + NEAR, stop)) if page.told(i)), None)


def _numbered(page: Outline) -> list[int]:
    """Parts with numbers from one on, each alone on its line above a title and a text: "1.", "2."."""
    lines, starts = page.sheet.lines, list[int]()
    for i in ((lines.size <= NUMBER) & (lines.number == 0) & (lines.counts[:, Kind.DIGIT] > 0)).nonzero()[0].tolist():
        if (
            page.block(i).text.strip("().#") == str(len(starts) + 1)
            and i + 1 < page.count
            and page.is_title(i + 1)
            and _text_below(page, i + 1)
        ):
            starts.append(i)
    return starts


# ------------------------------------------------------------------ what each item holds


def _items(page: Outline, starts: Sequence[int]) -> Iterator[Item]:
    day = None
    for n, start in enumerate(starts):
        stop = starts[n + 1] if n + 1 < len(starts) else page.count
        day = _day_above(page, starts[n - 1] if n else max(0, start - NEAR), start) or day
        if body := _body(page, start, stop, last=stop == page.count):
            marked = next((page.moments[i] for i in range(start, min(body) + 1) if i in page.moments), None)
            heading = next((i for i in range(start, min(body)) if i in page.headings or page.is_title(i)), None)
            yield Item(range(start, _end(page, max(body) + 1, stop)), heading, body, marked, day)


def _body(page: Outline, start: int, stop: int, last: bool) -> dict[int, Span]:
    """The sentences of an item: all up to where the next one begins; of the last only those that follow each other."""
    body: dict[int, Span] = {}
    for i in range(start, stop):
        if page.told(i, GOES_ON if i - 1 in body else OPENS):
            begin, end = page.block(i).span
            body[i] = Span(begin + (page.moments[i].rest if i in page.moments else 0), end)
        elif body and (last or page.closes(i)):
            break
    return body


def _end(page: Outline, after: int, stop: int) -> int:
    """Where an item's blocks end: a line or two below its text may still be its own, such as a supplier's."""
    stop = min(after + BELOW - 1, stop)
    return next((i for i in range(after, stop) if page.closes(i)), stop)


def _day_above(page: Outline, first: int, start: int) -> str | None:
    """The day on a line of its own above an entry, which holds for those below it."""
    days = [found for i in range(first, start) if page.is_day(i) and (found := page.diary.days(i))]
    return days[-1][0].value if days else None


def _held(page: Outline, items: tuple[Item, ...]) -> Split | None:
    """The page split into these items, where they are most of what it tells, and the last of them no article of its own.

    What it tells below them counts up to its readers' comments: below a ticker stands the article.
    """
    intro = {i: page.block(i).span for i in range(items[0].blocks.start) if page.told(i) and page.likely(i)}
    below = (page.block(i).text for i in range(items[-1].blocks.stop, page.comments) if page.told(i) and page.likely(i))
    around = sum(span.stop - span.start for span in intro.values()) + sum(map(len, below))
    sizes = [item.size() for item in items]
    fit = sum(sizes) >= COVER * (sum(sizes) + around) and sizes[-1] <= LAST * median(sizes)
    return Split(intro, items) if fit else None
