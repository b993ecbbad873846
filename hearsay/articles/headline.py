"""The article's headline: the line that says in few words what the body tells, given once though the page repeats it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Collection, Iterator, Sequence

import numpy as np

from hearsay.articles.clean import REPEATED, Sheet
from hearsay.articles.forms import UPPER, line_key

SEPARATORS = re.compile(r"\s+[|–—·•»-]\s+|\s*::\s*")
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
    body = _without_lone(body)
    told = sheet.lines.told(body)
    scored = sorted((-_score(sheet, i, body, told), i) for i in _that_may_be(sheet, body) if told[i] or _stands_out(sheet, i))
    likely = itertools.takewhile(lambda item: -item[0] > LIKELY, scored)
    best = next((i for _, i in likely if furniture(i) in (None, "marked")), None)
    return None if best is None else _first_saying(sheet, best, body)


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


def _that_may_be(sheet: Sheet, body: Sequence[int]) -> Iterator[int]:
    """The lines before the body, its first where that is no sentence, and lines within it that the page repeats."""
    first = body[0]
    opens = len(body) > 1 and not sheet.blocks[first].text.endswith((".", ".”", '."'))
    inside = set(body)
    later = (i for i in sheet.lines.again.nonzero()[0].tolist() if first < i < body[-1] and i not in inside)
    return (i for i in (*range(max(0, first - FAR), first + opens), *later) if _is_title(sheet, i))


def _stands_out(sheet: Sheet, i: int) -> bool:
    """Whether a line that says nothing of what the body tells may be a headline yet: no other can score enough."""
    return i == sheet.anchor or bool(sheet.lines.again[i]) or len(sheet.blocks[i].text) >= SHORT


def _is_title(sheet: Sheet, i: int) -> bool:
    """Whether a line has as many words as a title, and is no known clutter."""
    text = sheet.blocks[i].text
    return sheet.kinds[i] in (None, REPEATED) and len(text) <= 300 and FEWEST <= text.count(" ") + 1 <= MOST


def _score(sheet: Sheet, i: int, body: Sequence[int], told: Sequence[int]) -> float:
    """Words that the body tells too, nearness to the body, being said again or in the page's title, looking like no sentence.

    `told` says how many of a line's words the body tells.
    """
    text = sheet.blocks[i].text
    shared = told[i] / max(1, sheet.lines.longer[i]) + 0.15 * min(told[i], 5)
    near = 1 - min(abs(body[0] - i), FAR) / FAR
    sentence = text.endswith(".") and not text.endswith("...")
    unlike = 0.9 * sentence + 0.6 * (len(text) < SHORT) + max(0, len(text) - LONGEST) / 60 + 0.4 * (i == body[0])
    score = shared + near + _in_title(sheet, i) + 0.5 * bool(sheet.lines.again[i]) - unlike
    told_in_full = len(text) > TWO and not text.endswith(("!", "?")) and SENTENCES.search(text) is not None
    listed = RESULT.search(text) is not None or DATED.match(text) is not None
    return score - 0.6 * (score > LIKELY and told_in_full) - 0.6 * listed


def _in_title(sheet: Sheet, i: int) -> float:
    """How surely the page's first line, its title, begins or ends with this line."""
    if i == 0:
        return 0.4 if sheet.blocks[0].text.count(" ") >= MASTHEAD else 0.0
    if i == sheet.anchor or (len(text := sheet.key(i)) >= SHORT and text in sheet.key(0)):
        return 1.0
    return 0.0


def _first_saying(sheet: Sheet, i: int, body: Sequence[int]) -> int:
    """Of a headline that the page repeats, the first block that is it and nothing else: no time of day before it, no outlet behind it."""
    said = sheet.lines.said
    own = line_key(SEPARATORS.split(sheet.blocks[i].text)[0])
    if len(own) >= max(SHORT, len(sheet.key(i)) / 2):
        i = next((k for k in range(max(0, body[0] - FAR), body[0]) if k != i and sheet.key(k) == own and _is_title(sheet, k)), i)
    return next(k for k in range(min(i, max(0, body[0] - FAR)), i + 1) if said[k] == said[i] and sheet.key(k) == sheet.key(i))
