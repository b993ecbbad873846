"""Pages that hold several articles: a digest's short items, a live page's entries.

The signs are of no outlet: lines that are times of day, in order; paragraphs that begin with datelines, under headings; lines of signs
between headed parts; and, where a page calls itself news in brief, headings alone. Headings or times within one long article are no such
sign.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from hearsay.articles.blocks import Block
from hearsay.articles.clean import CLOSING, INSIDE
from hearsay.articles.diary import CLOCK
from hearsay.articles.letters import Kind
from hearsay.articles.moments import Moment, clocked, moments
from hearsay.articles.signs import Signs
from hearsay.model import Span

FEWEST = 3
"""Items. Two headed parts, or two times, stand in many an article."""
LONGEST_HEADING, MOST_WORDS = 160, 24
OPENS, GOES_ON = 45, 12
"""Characters of a sentence that begins an item, and of one that follows it."""
NEAR, BELOW = 5, 3
"""Blocks from an item's time, or its heading, to its first sentence; from its last to the line that says who supplied it."""
TELLING = 0.75
"""Share of sentences among the lines that begin with a time, from which they are entries."""
STAMP = 60
"""Characters of a line that says when an item was published, and perhaps by whom."""
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
SIGNS = 80
"""Characters of a line of signs that parts items."""


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


class View:
    """A page as it is looked at here: which blocks are sentences, headings, times, days.

    `taken` are the blocks that another reader of the page takes for text; where there is none, the blocks' scores tell.
    """

    def __init__(self, signs: Signs, taken: Collection[int] | None):
        self.sheet, self.signs, self.diary, self.taken = signs.sheet, signs, signs.diary, taken
        self.count = len(self.sheet.blocks)
        self.moments = moments(self.diary)

    @cached_property
    def _ends(self) -> list[bool]:
        """Which blocks end in a full stop."""
        ends: list[bool] = self.sheet.lines.ended.tolist()
        return ends

    @cached_property
    def _ended(self) -> list[bool]:
        """Which blocks end as sentences do, and are no clutter."""
        ended: list[bool] = (self.sheet.lines.ended & ~self.sheet.known).tolist()
        return ended

    def block(self, i: int) -> Block:
        return self.sheet.blocks[i]

    def told(self, i: int, least: int = OPENS) -> bool:
        """Whether a block is a sentence or more, and no clutter."""
        if i >= self.count or not self._ended[i] or (self.taken is not None and i not in self.taken):
            return False
        text = self.block(i).text
        start = self.moments[i].rest if i in self.moments else 0
        return len(text) - start >= least and not text.endswith(("...", "…"))

    def is_title(self, i: int) -> bool:
        """Whether a block reads like a title: a few words without a full stop, of no known kind."""
        return (
            not (self.sheet.known[i] or self._ends[i]) and _short(self.block(i).text) and i not in self.stamps and not self.signs.beside(i)
        )

    @cached_property
    def stamps(self) -> frozenset[int]:
        """The blocks that say when something was published, and little else."""
        lines = self.sheet.lines
        likely = ((lines.size <= STAMP) & (lines.counts[:, Kind.DIGIT] > 0) & ~lines.ended).nonzero()[0].tolist()
        timed = self.diary.dated.union(clocked(lines))
        return frozenset(i for i in likely if i in timed and (i in self.moments or self.diary.days(i) or CLOCK.search(self.block(i).text)))

    def likely(self, i: int) -> bool:
        """Whether a sentence is one of an article's."""
        return self.taken is not None or bool(self.sheet.scores[i] > INSIDE)

    @cached_property
    def headings(self) -> dict[int, Block]:
        """The blocks that read like a heading: a few words without a full stop, right before a sentence."""
        ended, unknown = self.sheet.lines.ended, ~self.sheet.known
        before = (ended[1:] & unknown[1:] & ~ended[:-1] & unknown[:-1]).nonzero()[0].tolist()
        return {i: self.block(i) for i in before if _short(self.block(i).text) and self.told(i + 1) and self._apart(i)}

    def _apart(self, i: int) -> bool:
        """Whether a block is neither a time nor a day."""
        return i not in self.moments and not self.is_day(i)

    def is_day(self, i: int) -> bool:
        """Whether a block is a day on a line of its own."""
        return i not in self.moments and self.diary.is_day(i)

    def closes(self, i: int) -> bool:
        """Whether a block is a heading of other people's texts."""
        return self.sheet.kinds[i] in CLOSING


def _short(text: str) -> bool:
    return text[-1] not in ".,;:…" and len(text) <= LONGEST_HEADING and 2 <= text.count(" ") + 1 <= MOST_WORDS


def split(signs: Signs, taken: Collection[int] | None, in_brief: bool) -> Split | None:
    """The items of a digest or a live page; None where the page is anything else. `in_brief`: it calls itself a digest."""
    view = View(signs, taken)
    for starts in (_timed(view), _filed(view), _parted(view), _stamped(view), _briefed(view) if in_brief else []):
        items = tuple(_items(view, starts)) if len(starts) >= FEWEST else ()
        top = items[0].blocks.start if items else 0
        intro = {i: view.block(i).span for i in range(top) if view.told(i) and view.likely(i)}
        if _hold(items, sum(span.stop - span.start for span in intro.values())):
            return Split(intro, items)
    return None


# ------------------------------------------------------------------ where items begin


def _timed(view: View) -> list[int]:
    """Entries under their times, which run one way but for the midnights; a name beside a time would be a commenter's.

    Lines that begin with a time, few of them sentences, are a ticker's; where each time has its day, too, a list of articles has but a
    teaser below it. The title of an entry stands below its time, or that of each above it.
    """
    end = _comments(view) if view.moments else 0
    starts = [i for i in view.moments if i < end and _tells(view, i)]
    led = sum(i < end and moment.rest > 0 for i, moment in view.moments.items())
    if sum(view.moments[i].rest > 0 for i in starts) < TELLING * led:
        starts = [i for i in starts if not view.moments[i].rest]
    if len({view.moments[i].beside for i in starts}) != 1:
        return []
    clocks = [view.moments[i].clock for i in starts]
    back, forth = (sum(step(a, b) for a, b in itertools.pairwise(clocks)) for step in (str.__gt__, str.__lt__))
    if all(view.moments[i].day for i in starts) and median(_paragraphs(view, starts)) < SEVERAL:
        return []
    midnights = 1 + sum(view.is_day(i) for i in range(starts[0], starts[-1]))
    if min(back, forth) > midnights or min(back, forth) >= max(back, forth):
        return []
    titled = all(i > 0 and view.is_title(i - 1) and view.told(i + 1) for i in starts)
    return [i - titled for i in starts]


def _tells(view: View, i: int) -> bool:
    """Whether sentences stand right under a time, or behind it."""
    if view.moments[i].rest:
        return view.told(i)
    below = itertools.takewhile(lambda k: k < view.count and k not in view.moments and not view.sheet.known[k], range(i + 1, i + 1 + NEAR))
    return any(map(view.told, below))


def _comments(view: View) -> int:
    """Where readers' comments begin, which have their times, too: a heading that says so, below some text."""
    if "comment" not in view.sheet.kinds:
        return view.count
    told = [i for i in range(view.count) if view.told(i)]
    below = range(told[1], view.count) if len(told) > 1 else ()
    return next((i for i in below if view.sheet.kinds[i] == "comment"), view.count)


def _filed(view: View) -> list[int]:
    """Headed items, most of which begin with a dateline."""
    headed = [i for i in view.headings if _has_dateline(view, i + 1)] if len(view.headings) >= FEWEST else []
    if len(headed) < FEWEST or len(headed) < sum(view.told(i) and _has_dateline(view, i) for i in range(view.count)) - 1:
        return []
    gap = min(view.block(i).gap for i in headed[1:])
    return [i for i, block in view.headings.items() if headed[0] <= i <= headed[-1] and block.gap >= gap]


def _has_dateline(view: View, i: int) -> bool:
    line = view.signs.dateline(i)
    return line is not None and line.place is not None and (line.agency or line.date) is not None


def _stamped(view: View) -> list[int]:
    """Headings with a time or a day below them and then a text of several paragraphs; of a list of articles only a teaser stands there."""
    end = _comments(view) if len(view.stamps) >= FEWEST else 0
    above = sorted({i for stamp in view.stamps for i in (stamp - 2, stamp - 1) if 0 <= i < end and _words(view, i) >= TITLED})
    starts = [i for i in above if _dated_below(view, i) and view.is_title(i)] if len(above) >= FEWEST else []
    if len(starts) < FEWEST or median(_paragraphs(view, starts)) < SEVERAL:
        return []
    ends = itertools.pairwise([*starts, view.count])
    sizes = [sum(len(view.block(k).text) for k in range(i, end) if view.told(k)) for i, end in ends]
    return starts if max(sizes) <= MOST * sum(sizes) else []


def _paragraphs(view: View, starts: Sequence[int]) -> list[int]:
    """How many sentences or paragraphs stand below each of some lines."""
    return [sum(view.told(k) for k in range(i, end)) for i, end in itertools.pairwise([*starts, view.count])]


def _briefed(view: View) -> list[int]:
    """Titles with a text below them, or a picture and then a text."""
    return [i for i in range(view.count) if view.is_title(i) and _words(view, i) >= BRIEF and _text_below(view, i)]


def _text_below(view: View, i: int) -> bool:
    """Whether the first sentence below a title is its own, with no other title between."""
    below = range(i + 1, min(i + 1 + NEAR, view.count))
    first = next((k for k in below if view.told(k)), None)
    return first is not None and not any(view.is_title(k) for k in range(i + 1, first))


def _words(view: View, i: int) -> int:
    return view.block(i).text.count(" ") + 1


def _dated_below(view: View, i: int) -> bool:
    """Whether a stamp stands below a title, or below one line more, and then a sentence; no "Anna says:", as over comments."""
    below = list(itertools.takewhile(lambda k: not view.told(k), range(i + 1, min(i + 1 + NEAR, view.count))))
    last = i + 1 + len(below)
    spoken = any(view.sheet.kinds[k] == "comment" or view.block(k).text.endswith(":") for k in below)
    return last < view.count and view.told(last) and not view.stamps.isdisjoint(below[:2]) and not spoken


def _parted(view: View) -> list[int]:
    """Headed parts between lines of the same signs, such as three asterisks."""
    signs = [i for i in view.sheet.lines.wordless if len(view.block(i).text) <= SIGNS]
    if len({"".join(view.block(i).text.split()) for i in signs}) != 1:
        return []
    above = [i for i in view.headings if i < signs[0]][-1:]
    below = [i + 1 for i in signs if i + 1 in view.headings]
    return [*above, *below] if len(below) >= len(signs) - 1 else []


# ------------------------------------------------------------------ what each item holds


def _items(view: View, starts: Sequence[int]) -> Iterator[Item]:
    day = None
    for n, start in enumerate(starts):
        stop = starts[n + 1] if n + 1 < len(starts) else view.count
        day = _day_above(view, starts[n - 1] if n else max(0, start - NEAR), start) or day
        if body := _body(view, start, stop, last=stop == view.count):
            marked = next((view.moments[i] for i in range(start, min(body) + 1) if i in view.moments), None)
            heading = next((i for i in range(start, min(body)) if i in view.headings or view.is_title(i)), None)
            yield Item(range(start, _end(view, max(body) + 1, stop)), heading, body, marked, day)


def _body(view: View, start: int, stop: int, last: bool) -> dict[int, Span]:
    """The sentences of an item: all up to where the next one begins; of the last only those that follow each other."""
    body: dict[int, Span] = {}
    for i in range(start, stop):
        if view.told(i, GOES_ON if i - 1 in body else OPENS):
            begin, end = view.block(i).span
            body[i] = Span(begin + (view.moments[i].rest if i in view.moments else 0), end)
        elif body and (last or view.closes(i)):
            break
    return body


def _end(view: View, after: int, stop: int) -> int:
    """Where an item's blocks end: a line or two below its text may still be its own, such as a supplier's."""
    stop = min(after + BELOW - 1, stop)
    return next((i for i in range(after, stop) if view.closes(i)), stop)


def _day_above(view: View, first: int, start: int) -> str | None:
    """The day on a line of its own above an entry, which holds for those below it."""
    days = [found for i in range(first, start) if view.is_day(i) and (found := view.diary.days(i))]
    return days[-1][0].value if days else None


def _hold(items: Sequence[Item], around: int) -> bool:
    """Whether these are most of what the page tells, and the last of them no article of its own."""
    sizes = [item.size() for item in items]
    return len(items) >= FEWEST and sum(sizes) >= COVER * (sum(sizes) + around) and sizes[-1] <= LAST * median(sizes)
