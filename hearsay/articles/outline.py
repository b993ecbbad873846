"""Which blocks of a page are sentences, titles, headings, times and days: what a reader sees before the words."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property

from hearsay.articles.blocks import Block
from hearsay.articles.clean import CLOSING, INSIDE
from hearsay.articles.diary import CLOCK
from hearsay.articles.letters import Kind
from hearsay.articles.moments import clocked, moments
from hearsay.articles.signs import Signs

LONGEST_HEADING, MOST_WORDS = 160, 24
OPENS = 45
"""Characters of a sentence that begins an article."""
STAMP = 60
"""Characters of a line that says when an item was published, and perhaps by whom."""


class Outline:
    """A page by its blocks: which are sentences, titles, headings, times, days.

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

    def words(self, i: int) -> int:
        return self.block(i).text.count(" ") + 1

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
