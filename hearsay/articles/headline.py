"""The article's headline: the line that says in few words what the body tells, given once though the page repeats it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from hearsay.articles.clean import REPEATED, Sheet
from hearsay.articles.phrases import UPPER

WORD = re.compile(r"[^\W_]{3,}")
STEM = 5
"""Letters by which words are held to be the same, whatever their ending."""
SEPARATORS = re.compile(r"\s+[|–—·•»-]\s+|\s*::\s*")
SENTENCES = re.compile(rf"\w{{3,}}[.!?…] [{UPPER}]")
FEWEST, MOST = 2, 40
MASTHEAD = 3
"""Words up to which a page's first line is rather its outlet's name."""
FAR = 40
LONGEST = 110
"""Characters from which a line begins to look more like a standfirst than a headline."""


def headline(sheet: Sheet, body: Sequence[int], furniture: Callable[[int], str | None], titles: frozenset[str] = frozenset()) -> int | None:
    """The block that is the headline; None where no line before the body, nor its first, can be one.

    `furniture` tells dates, bylines and picture credits, which are none; a headline may be "marked" with a time, too.
    """
    if not body:
        return None
    told = stems(" ".join(sheet.blocks[i].text for i in body))
    again = Counter(sheet.keys)
    if stated := [i for i in range(body[-1] + 1) if sheet.keys[i] in titles and not (i in body and len(sheet.blocks[i].text) > LONGEST)]:
        return next((i for i in stated if i > 0), stated[0])
    may_be = (i for i in range(max(0, body[0] - FAR), body[-1] + 1) if _may_be(sheet, i, body, again))
    scored = [(_score(sheet, i, body, told, again), i) for i in may_be if furniture(i) in (None, "marked")]
    best = max(scored, key=lambda item: (item[0], -item[1]), default=(0.0, 0))
    return _first_saying(sheet.keys, best[1], body) if best[0] > 0.8 else None


def _may_be(sheet: Sheet, i: int, body: Sequence[int], again: Counter[str]) -> bool:
    words = sheet.blocks[i].text.count(" ") + 1
    before = i < body[0] or (i == body[0] and len(body) > 1 and not sheet.blocks[i].text.endswith((".", ".”", '."')))
    later = i > body[0] and i not in body and again[sheet.keys[i]] > 1
    return (before or later) and sheet.kinds[i] in (None, REPEATED) and FEWEST <= words <= MOST and len(sheet.blocks[i].text) <= 300


def _score(sheet: Sheet, i: int, body: Sequence[int], told: frozenset[str], again: Counter[str]) -> float:
    """Words that the body tells too, nearness to the body, being said again or in the page's title, looking like no sentence."""
    text = sheet.blocks[i].text
    own = stems(text)
    shared = len(own & told) / max(1, len(own)) + 0.15 * min(len(own & told), 5)
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


def stems(text: str) -> frozenset[str]:
    """The longer words of a text, without their endings."""
    return frozenset(word[:STEM] for word in WORD.findall(text.casefold()))
