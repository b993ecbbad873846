"""Cluttered text to the blocks of one article: every block scored, the best stretch taken, what is clutter within it left out.

Method: a learned line score, then the stretch with the greatest sum of scores (Kadane), as in the maximum subsequence cleaners.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from hearsay.articles import repeat
from hearsay.articles.anchor import anchor
from hearsay.articles.blocks import Block, blocks
from hearsay.articles.features import FINAL, Matrix, best_stretch, features
from hearsay.articles.phrases import Phrases, line_key
from hearsay.articles.score import score

CLOSING = frozenset({"related", "popular", "comment"})
"""Kinds of heading after which other people's texts begin."""
REPEATED = "repeated"
"""The kind of a line that the outlet wears on many pages."""
SURE = 4.0
WEIGHT = 0.7
"""Exponent of a block's words in its weight, from cross-validation on the development pages."""
LENIENT = 0.5
"""Added to a block's log-odds before stretches are compared: a missed paragraph costs more than a line too many."""
OUTSIDE = 2.0
"""Log-odds from which a block counts as body wherever it stands: recipes and live pages have bodies in parts."""
LABEL = 40
MOSTLY = 0.6
SIGNED = re.compile(r"[.!?…][\"”»]*\s*[-–—/(]\s*\w[\w .-]{1,30}[)/]?$")
"""A last sentence may be followed by who supplied it: "... is open. (Norvia Press)"."""
INSIDE = -1.5
"""Log-odds below which a block within the article is left out, from the same."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page laid out: its blocks, what the phrase tables say of each, how much each reads like a body, where the headline may be."""

    blocks: tuple[Block, ...]
    keys: tuple[str, ...]
    kinds: tuple[str | None, ...]
    scores: Matrix
    anchor: int | None

    def part(self, blocks: range) -> Sheet:
        """Some of the page's blocks, as if they were all of it."""
        some = slice(blocks.start, blocks.stop)
        anchor = self.anchor - blocks.start if self.anchor is not None and self.anchor in blocks else None
        return Sheet(self.blocks[some], self.keys[some], self.kinds[some], self.scores[some], anchor)


def bare(text: str) -> Sheet:
    """A text that is an article's own, block by block: nothing in it is clutter."""
    found = tuple(blocks(text))
    return Sheet(found, tuple(line_key(block.text) for block in found), (None,) * len(found), np.zeros(len(found), np.float32), None)


def lay_out(text: str, clutter: Phrases, repeated: Collection[str], scored: bool = True) -> Sheet:
    """Read a page's text block by block; without scores where another says what is body."""
    found = tuple(blocks(text))
    keys = tuple(line_key(block.text) for block in found)
    worn = [REPEATED if is_worn else None for is_worn in repeat.worn(found, keys, repeated)]
    kinds = tuple(clutter.line(block.text, key) or known for block, key, known in zip(found, keys, worn, strict=True))
    begin = anchor(found)
    if not found or not scored:
        return Sheet(found, keys, kinds, np.zeros(len(found), np.float32), begin)
    is_clutter = [kind is not None for kind in kinds]
    heading = [kind in CLOSING for kind in kinds]
    return Sheet(found, keys, kinds, score(features(found, begin, is_clutter, heading)), begin)


def body(sheet: Sheet) -> list[int]:
    """The blocks that are the article's body, in order."""
    weights = np.array([max(1, block.text.count(" ") + 1) for block in sheet.blocks]) ** WEIGHT
    values = np.clip(sheet.scores + LENIENT, -SURE, SURE) * weights
    start, stop = _after_anchor(sheet, values, *best_stretch(values))
    inside = [i for i in range(start, stop) if sheet.scores[i] > INSIDE]
    outside = [i for i in range(len(values)) if not start <= i < stop and sheet.scores[i] > OUTSIDE and not _is_label(sheet, i)]
    return _ended(sheet, [i for i in sorted(inside + outside) if sheet.kinds[i] is None])


def _is_label(sheet: Sheet, i: int) -> bool:
    """A few words without a full stop above the headline: weather, a section's name."""
    return sheet.anchor is not None and i < sheet.anchor and len(sheet.blocks[i].text) < LABEL and not FINAL.search(sheet.blocks[i].text)


def _after_anchor(sheet: Sheet, values: npt.NDArray[np.floating], start: int, stop: int) -> tuple[int, int]:
    """The stretch below the headline instead, where one that begins above it is not at least twice as good."""
    if sheet.anchor is None or start > sheet.anchor:
        return start, stop
    first = sheet.anchor + 1
    below = slice(first + best_stretch(values[first:])[0], first + best_stretch(values[first:])[1])
    return (below.start, below.stop) if 2 * values[below].sum() >= values[start:stop].sum() else (start, stop)


def _ended(sheet: Sheet, chosen: list[int]) -> list[int]:
    """The body up to its last full sentence, where it is made of sentences: what comes after is nobody's paragraph."""
    stops = [bool(FINAL.search(sheet.blocks[i].text) or SIGNED.search(sheet.blocks[i].text)) for i in chosen]
    if sum(stops) < 3 or sum(stops) < MOSTLY * len(stops):
        return chosen
    last = max(n for n, stop in enumerate(stops) if stop)
    return chosen[: last + 1]
