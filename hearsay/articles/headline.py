"""The article's headline: the line that says in few words what the body tells, given once though the page repeats it."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Sequence

from hearsay.articles.clean import REPEATED, Sheet
from hearsay.articles.letters import stems
from hearsay.articles.overlap import common
from hearsay.articles.phrases import UPPER

SEPARATORS = re.compile(r"\s+[|–—·•»-]\s+|\s*::\s*")
SENTENCES = re.compile(rf"\w{{3,}}[.!?…] [{UPPER}]")
FEWEST, MOST = 2, 40
MASTHEAD = 3
"""Words up to which a page's first line is rather its outlet's name."""
FAR = 40
LONGEST = 110
"""Characters from which a line begins to look more like a standfirst than a headline."""
LIKELY = 0.8
"""Score above which a line is a headline."""


def headline(
    text: str, sheet: Sheet, body: Sequence[int], furniture: Callable[[int], str | None], titles: frozenset[str] = frozenset()
) -> int | None:
    """The block that is the headline; None where no line before the body, nor its first, can be one.

    `furniture` tells dates, bylines and picture credits, which are none; a headline may be "marked" with a time, too. It costs most, so
    it is asked of the likeliest first, and of no more than it takes.
    """
    if not body:
        return None
    if stated := [i for i in range(body[-1] + 1) if sheet.keys[i] in titles and not (i in body and len(sheet.blocks[i].text) > LONGEST)]:
        return next((i for i in stated if i > 0), stated[0])
    again, words = Counter(sheet.keys), common(stems(text), sheet.blocks)
    own, told = words.different().tolist(), words.shared(body).tolist()
    may_be = (i for i in range(max(0, body[0] - FAR), body[-1] + 1) if _may_be(sheet, i, body, again))
    scored = sorted((-_score(sheet, i, body, own[i], told[i], again), i) for i in may_be)
    likely = itertools.takewhile(lambda item: -item[0] > LIKELY, scored)
    best = next((i for _, i in likely if furniture(i) in (None, "marked")), None)
    return None if best is None else _first_saying(sheet.keys, best, body)


def _may_be(sheet: Sheet, i: int, body: Sequence[int], again: Counter[str]) -> bool:
    words = sheet.blocks[i].text.count(" ") + 1
    before = i < body[0] or (i == body[0] and len(body) > 1 and not sheet.blocks[i].text.endswith((".", ".”", '."')))
    later = i > body[0] and i not in body and again[sheet.keys[i]] > 1
    return (before or later) and sheet.kinds[i] in (None, REPEATED) and FEWEST <= words <= MOST and len(sheet.blocks[i].text) <= 300


def _score(sheet: Sheet, i: int, body: Sequence[int], own: int, told: int, again: Counter[str]) -> float:
    """Words that the body tells too, nearness to the body, being said again or in the page's title, looking like no sentence.

    `own` is the number of its different words, `told` of those that the body has, too.
    """
    text = sheet.blocks[i].text
    shared = told / max(1, own) + 0.15 * min(told, 5)
    near = 1 - min(abs(body[0] - i), FAR) / FAR
    sentence = text.endswith(".") and not text.endswith("...")
    several = SENTENCES.search(text) is not None and not text.endswith(("!", "?"))
    unlike = 0.9 * sentence + 0.6 * several + 0.6 * (len(text) < 15) + max(0, len(text) - LONGEST) / 60 + 0.4 * (i == body[0])
    return shared + near + _in_title(sheet, i) + 0.5 * (again[sheet.keys[i]] > 1) - unlike


def _in_title(sheet: Sheet, i: int) -> float:
    """How surely the page's first line, its title, begins or ends with this line."""
    if i == 0:
        return 0.4 if sheet.blocks[0].text.count(" ") >= MASTHEAD else 0.0
    title, text = sheet.keys[0], sheet.keys[i]
    if i == sheet.anchor or (len(text) >= 15 and text in title):
        return 1.0
    return 0.0


def _first_saying(keys: Sequence[str], i: int, body: Sequence[int]) -> int:
    """Of a headline that the page repeats, the first block that is it and nothing else."""
    same = [k for k in range(max(0, body[0] - FAR), i + 1) if keys[k] == keys[i]]
    return same[0] if same else i
