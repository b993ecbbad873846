"""Cluttered text to the blocks of one article: every block scored, the best stretch taken, what is clutter within it left out.

Method: a learned line score, then the stretch with the greatest sum of scores (Kadane), as in the maximum subsequence cleaners.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from hearsay.articles import repeat
from hearsay.articles.anchor import anchor
from hearsay.articles.blocks import Block, blocks
from hearsay.articles.features import FINAL, Matrix, best_stretch, features
from hearsay.articles.phrases import Phrases, line_key
from hearsay.articles.score import score

CLOSING = frozenset({"related", "popular", "comment"})
"""Kinds of heading after which other people's texts begin."""
SURE = 4.0
WEIGHT = 0.7
"""Exponent of a block's words in its weight, from cross-validation on the development pages."""
MOSTLY = 0.6
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


def lay_out(text: str, clutter: Phrases, repeated: Mapping[str, int], scored: bool = True) -> Sheet:
    """Read a page's text block by block; without scores where another says what is body."""
    found = tuple(blocks(text))
    keys = tuple(line_key(block.text) for block in found)
    worn = ["repeated" if is_worn else None for is_worn in repeat.worn(keys, repeated)]
    kinds = tuple(known or clutter.line(block.text, key) for block, key, known in zip(found, keys, worn, strict=True))
    begin = anchor(found)
    if not found or not scored:
        return Sheet(found, keys, kinds, np.zeros(len(found), np.float32), begin)
    is_clutter = [kind is not None for kind in kinds]
    heading = [kind in CLOSING for kind in kinds]
    return Sheet(found, keys, kinds, score(features(found, begin, is_clutter, heading)), begin)


def body(sheet: Sheet) -> list[int]:
    """The blocks that are the article's body, in order."""
    weights = np.array([max(1, block.text.count(" ") + 1) for block in sheet.blocks]) ** WEIGHT
    start, stop = best_stretch(np.clip(sheet.scores, -SURE, SURE) * weights)
    return _ended(sheet, [i for i in range(start, stop) if sheet.scores[i] > INSIDE and sheet.kinds[i] is None])


def _ended(sheet: Sheet, chosen: list[int]) -> list[int]:
    """The body up to its last full sentence, where it is made of sentences: what comes after is nobody's paragraph."""
    stops = [bool(FINAL.search(sheet.blocks[i].text)) for i in chosen]
    if sum(stops) < 3 or sum(stops) < MOSTLY * len(stops):
        return chosen
    last = max(n for n, stop in enumerate(stops) if stop)
    return chosen[: last + 1]
