"""The article's headline: the line that says in few words what the body tells, given once though the page repeats it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import chain

import numpy as np

from hearsay.articles.clean import REPEATED, Sheet
from hearsay.articles.forms import UPPER, line_key

SEPARATORS = re.compile(r"[\s:](?:(?<=\s)\s*(?:[|–—·•»-]\s+|::\s*)|(?<=:):\s*)")
"""A sign with white space around it, or two colons. Its first character is one of few, so that it is found at once."""
SENTENCES = re.compile(rf"\w\w\w[.!?…] [{UPPER}]")
DATED = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d")
"""With a date before it a title stands in a list."""
RESULT = re.compile(r"(?<![\d:])\d{1,2}:\d(?!\d)")
"""Of a game: "Ilden - Kelm 2:1"."""
FEWEST, MOST = 2, 40
MASTHEAD = 3
"""Words up to which a page's first line is rather its outlet's name."""
FAR = 40
ABOUT = 16
"""Characters by which a line may differ in length from a title as lines are compared: signs at its ends, numbers in it."""
LONE, APART = 3, 6
"""Paragraphs from which a body may have a line apart from it, and lines between."""
SHORT = 15
"""Characters of a line that is rather a menu's, or a name."""
LONGEST = 110
"""Characters from which a line begins to look more like a standfirst than a headline."""
TWO = 90
"""Characters of two sentences that are rather a lead than a headline."""
IN_TITLE = 1.0
"""What it adds to a line's score to stand in the page's title; no line has more of it."""
STANDFIRST = 60
"""Characters of a line below a title that is rather its standfirst than the title itself."""
TITLE, TOLD, HALF, SHORTEST = 5, 4, 0.5, 8
"""Words of that title; how many of its longer ones, and what share, the body tells; characters of one that begins the page's own title."""
PARTED = re.compile(r"\s?[.:|–—-]\s")
"""What stands behind such a title in the page's own."""
DASHES = "-–—"
"""What begins a question in an interview, and its answer."""
LIKELY = 0.8
"""Score above which a line is a headline."""


def headline(sheet: Sheet, body: Sequence[int], furniture: Callable[[int], str | None], titles: frozenset[str] = frozenset()) -> int | None:
    """The block that is the headline; None where no line before the body, nor its first, can be one.

    `furniture` tells dates, bylines and picture credits, which are none; a headline may be "marked" with a time, too. It costs most, so
    it is asked of the likeliest first, and of no more than it takes.
    """
    if not body:
        return None
    if titles and (
        stated := [i for i in _as_long(sheet, titles, body[-1] + 1) if sheet.key(i) in titles and not (i in body and _is_long(sheet, i))]
    ):
        return next((i for i in stated if i > 0), stated[0])
    contest = _Contest(sheet, _without_lone(body))
    best = next((i for i in contest.likeliest() if furniture(i) in (None, "marked")), None)
    return None if best is None else contest.first_saying(contest.over(best, furniture))


def _without_lone(body: Sequence[int]) -> Sequence[int]:
    """A body without single lines far above all others, which a headline does not stand over."""
    while len(body) > LONE and body[1] - body[0] > APART:
        body = body[1:]
    return body


def _as_long(sheet: Sheet, titles: Collection[str], stop: int) -> list[int]:
    """The blocks up to one that are about as long as one of the titles; only these are compared with them."""
    sizes, found = sheet.lines.size[:stop], np.zeros(stop, np.bool_)
    for title in titles:
        found |= abs(sizes - len(title)) <= ABOUT
    return found.nonzero()[0].tolist()


def _is_long(sheet: Sheet, i: int) -> bool:
    return len(sheet.blocks[i].text) > LONGEST


def _is_title(sheet: Sheet, i: int) -> bool:
    """Whether a line has as many words as a title, and is no known clutter."""
    text = sheet.blocks[i].text
    return sheet.kinds[i] in (None, REPEATED) and len(text) <= 300 and FEWEST <= text.count(" ") + 1 <= MOST


class _Contest:
    """The lines that may be a body's headline, and how much each is like one. `above` are those before the body."""

    def __init__(self, sheet: Sheet, body: Sequence[int]):
        lines, self.sheet, self.body = sheet.lines, sheet, body
        self.told, self.longer, self.again = lines.told(body), lines.longer, frozenset(lines.again.nonzero()[0].tolist())
        self.above = [i for i in range(max(0, body[0] - FAR), body[0]) if _is_title(sheet, i)]

    def likeliest(self) -> Iterator[int]:
        """The lines that score enough, the best first. One is weighed in full when its turn comes by the most that it may score."""
        heap = [(-self._in_favour(i, IN_TITLE), i, False) for i in self._all()]
        heapify(heap)
        while heap and -heap[0][0] > LIKELY:
            _, i, is_weighed = heappop(heap)
            if is_weighed:
                yield i
            else:
                heappush(heap, (-self._weighed(i), i, True))

    def _all(self) -> Iterator[int]:
        """The lines before the body, its first where that is no sentence, and lines within it that the page repeats."""
        first, last = self.body[0], self.body[-1]
        opening = self.sheet.blocks[first].text
        opens = len(self.body) > 1 and not opening.endswith((".", ".”", '."')) and opening[0] not in DASHES
        inside = set(self.body)
        later = (i for i in self.again if first < i < last and i not in inside)
        return chain(self.above, (i for i in (*range(first, first + opens), *later) if _is_title(self.sheet, i)))

    def _in_favour(self, i: int, in_title: float) -> float:
        """Words that the body tells too, nearness to the body, being said again or in the page's title."""
        told = self.told[i]
        shared = told / max(1, self.longer[i]) + 0.15 * min(told, 5)
        near = 1 - min(abs(self.body[0] - i), FAR) / FAR
        return shared + near + in_title + 0.5 * (i in self.again)

    def _weighed(self, i: int) -> float:
        """A line's score: what is in its favour, less for looking like a sentence, telling in full, being the row of a list."""
        text = self.sheet.blocks[i].text
        sentence = text.endswith(".") and not text.endswith("...")
        unlike = 0.9 * sentence + 0.6 * (len(text) < SHORT) + max(0, len(text) - LONGEST) / 60 + 0.4 * (i == self.body[0])
        score = self._in_favour(i, _in_title(self.sheet, i)) - unlike
        if score <= LIKELY:
            return score
        told_in_full = len(text) > TWO and not text.endswith(("!", "?")) and SENTENCES.search(text) is not None
        listed = RESULT.search(text) is not None or DATED.match(text) is not None
        return score - 0.6 * told_in_full - 0.6 * listed

    def over(self, i: int, furniture: Callable[[int], str | None]) -> int:
        """The title right above a line that is rather its standfirst: a longer one, which neither the page's title nor another says."""
        above, lines = i - 1, self.sheet.lines
        if above not in self.above or lines.size[i] < max(STANDFIRST, lines.size[above]) or i in self.again or _in_title(self.sheet, i):
            return i
        title, words = self.sheet.key(above), self.sheet.blocks[above].text.count(" ") + 1
        if self.sheet.key(i).startswith(title):
            return i
        named = above > 0 and len(title) >= SHORTEST and PARTED.match(self.sheet.key(0).removeprefix(title)) is not None
        reads_so = lines.size[i] > LONGEST or lines.ended[i]
        tells = words >= TITLE and self.told[above] >= max(TOLD, HALF * self.longer[above]) and bool(reads_so)
        return above if (named or tells) and furniture(above) is None else i

    def first_saying(self, i: int) -> int:
        """Of a headline that the page repeats, the first block that is it and nothing else: whole, no time of day before it, no outlet
        behind.
        """
        sheet, said = self.sheet, self.sheet.lines.said
        if (cut := sheet.blocks[i].text).endswith(("...", "…")):
            begun = cut.rstrip(".… ")
            i = next((k for k in self.above if k != i and len(begun) >= SHORT and sheet.blocks[k].text.startswith(begun)), i)
        own = line_key(SEPARATORS.split(sheet.blocks[i].text, 1)[0])
        if len(own) >= max(SHORT, len(sheet.key(i)) / 2):
            spaced = sheet.lines.spaces >= own.count(" ")  # as what says the same is; a key costs more
            i = next((k for k in self.above if k != i and spaced[k] and sheet.key(k) == own), i)
        return next(k for k in range(min(i, max(0, self.body[0] - FAR)), i + 1) if said[k] == said[i] and sheet.key(k) == sheet.key(i))


def _in_title(sheet: Sheet, i: int) -> float:
    """How surely the page's first line, its title, begins or ends with this line."""
    if i == 0:
        return 0.4 if sheet.blocks[0].text.count(" ") >= MASTHEAD else 0.0
    if i == sheet.anchor or (len(text := sheet.key(i)) >= SHORT and text in sheet.key(0)):
        return IN_TITLE
    return 0.0
