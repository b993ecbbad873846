"""Which blocks of a page are sentences, titles, headings, times and days: what a reader sees before the words."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from itertools import islice

from hearsay.articles.blocks import Block
from hearsay.articles.clean import CLOSING, INSIDE
from hearsay.articles.letters import Kind
from hearsay.articles.moments import Moment, moment
from hearsay.articles.signs import Signs

LONGEST_HEADING, MOST_WORDS = 160, 24
OPENS = 45
"""Characters of a sentence that begins an article."""
STAMP = 60
"""Characters of a line that says when an item was published, and perhaps by whom."""


class Outline:
    """A page by its blocks: which are sentences, titles, headings, times, days.

    `taken` are the blocks that another reader of the page takes for text; where there is none, the blocks' scores tell. `in_brief`: the
    page calls itself a digest; `first`: where its text begins.
    """

    def __init__(self, signs: Signs, taken: Collection[int] | None, in_brief: bool = False, first: int = 0):
        self.sheet, self.signs, self.diary, self.taken, self.in_brief = signs.sheet, signs, signs.diary, taken, in_brief
        self.first = first
        self.count = len(self.sheet.blocks)
        self._moments: dict[int, Moment | None] = {}

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

    def words(self, i: int) -> int:
        return self.block(i).text.count(" ") + 1

    def told(self, i: int, least: int = OPENS) -> bool:
        """Whether a block is a sentence or more, and no clutter."""
        if i >= self.count or not self._ended[i] or (self.taken is not None and i not in self.taken):
            return False
        text = self.block(i).text
        if len(text) < least or text.endswith(("...", "…")):
            return False
        marked = self.moment(i)
        return marked is None or len(text) - marked.rest >= least

    def may_tell(self, first: int, stop: int) -> bool:
        """Whether some block from one up to another can be a sentence."""
        return any(self._ended[first:stop])

    def is_title(self, i: int) -> bool:
        """Whether a block reads like a title: a few words without a full stop, of no known kind."""
        return self.is_short(i) and not self.is_stamp(i) and not self.signs.beside(i)

    def is_short(self, i: int) -> bool:
        """Whether a block is a few words without a full stop, of no known kind, as titles are, and many other lines."""
        return not (self.sheet.known[i] or self._ends[i]) and _short(self.block(i).text)

    @cached_property
    def comments(self) -> int:
        """Where readers' comments begin, which have their times, too: a heading that says so, below some text; how many they are is told
        above it.
        """
        if "comment" not in self.sheet.kinds:
            return self.count
        second = next(islice(filter(self.told, range(self.first, self.count)), 1, None), self.count)
        return next((i for i in range(second, self.count) if self.sheet.kinds[i] == "comment"), self.count)

    def moment(self, i: int) -> Moment | None:
        """The time that a block is, or begins with; of a player's two, how much was heard, 0:00, and how long it takes, neither."""
        found = self._time(i)
        return None if found and (self._is_played(i) or self._is_played(i - 1)) else found

    def _time(self, i: int) -> Moment | None:
        """The time of a block, read once."""
        if i not in self.diary.clocked:
            return None
        if i not in self._moments:
            self._moments[i] = moment(self.diary, i)
        return self._moments[i]

    def _is_played(self, i: int) -> bool:
        """Whether a block and the next are a player's times."""
        found, length = self._time(i), self._time(i + 1)
        bare = found is not None and length is not None and found.span == self.block(i).span and length.span == self.block(i + 1).span
        return bare and found is not None and found.clock == "00:00"

    @cached_property
    def moments(self) -> dict[int, Moment]:
        """The blocks that are a time or begin with one, in order."""
        return {i: found for i in sorted(self.diary.clocked) if (found := self.moment(i))}

    @cached_property
    def may_stamp(self) -> frozenset[int]:
        """The blocks that may be stamps, as far as their length, digits and signs tell."""
        lines = self.sheet.lines
        few = ((lines.size <= STAMP) & (lines.counts[:, Kind.DIGIT] > 0) & ~lines.ended).nonzero()[0].tolist()
        return frozenset(few) & (self.diary.dated | self.diary.clocked)

    def is_stamp(self, i: int) -> bool:
        """Whether a block says when something was published, and little else."""
        return i in self.may_stamp and bool(self.moment(i) or self.diary.days(i) or self.diary.timed(i))

    def likely(self, i: int) -> bool:
        """Whether a sentence is one of an article's."""
        return self.taken is not None or bool(self.sheet.scores[i] > INSIDE)

    @cached_property
    def above(self) -> list[int]:
        """The blocks of a few words without a full stop, right before a sentence, neither of them known clutter."""
        ended, unknown, long = self.sheet.lines.ended, ~self.sheet.known, self.sheet.lines.size >= OPENS
        before = (ended[1:] & unknown[1:] & long[1:] & ~ended[:-1] & unknown[:-1]).nonzero()[0].tolist()
        return [i for i in before if _short(self.block(i).text) and self.told(i + 1)]

    @cached_property
    def headings(self) -> dict[int, Block]:
        """Those of them that read like a heading: no time, no day and no author."""
        return {i: self.block(i) for i in self.above if not self.moment(i) and self.signs.beside(i) not in ("date", "byline")}

    def is_day(self, i: int) -> bool:
        """Whether a block is a day on a line of its own."""
        return not self.moment(i) and self.diary.is_day(i)

    def closes(self, i: int) -> bool:
        """Whether a block is a heading of other people's texts."""
        return self.sheet.kinds[i] in CLOSING


def _short(text: str) -> bool:
    return text[-1] not in ".,;:…" and len(text) <= LONGEST_HEADING and 2 <= text.count(" ") + 1 <= MOST_WORDS
