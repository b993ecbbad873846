"""Where the article probably begins: the block that says again what the page's title says."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from hearsay.articles.blocks import Block
from hearsay.articles.letters import runs
from hearsay.articles.overlap import common

SHARE = 0.7
"""Share of a title's words that a shortened or lengthened headline still has."""
AHEAD = 12
"""Blocks after a headline in which its text is expected to begin."""
LONG, LONGEST = 80, 300
FEWEST = 3


def anchor(text: str, blocks: Sequence[Block]) -> int | None:
    """The block that repeats the page's first line, as far as it is no site's name; of several, the one with most text after it."""
    if not blocks:
        return None
    found = [i for i in _repeating(text, blocks) if len(blocks[i].text) <= LONGEST and blocks[i].text.count(" ") + 1 >= FEWEST]
    return max(found, key=lambda i: (_text_after(blocks, i), i)) if found else None


def _repeating(text: str, blocks: Sequence[Block]) -> list[int]:
    """The blocks nearly all of whose words are the title's."""
    words = runs(text)
    starts = np.array([block.span.start for block in blocks])
    numbers = np.diff(np.searchsorted(words.start, np.append(starts, blocks[-1].span.stop)))
    of = common(words, blocks)
    shared, different = of.shared([0]), of.different()
    same = (shared >= SHARE * different) & (shared >= min(4, 0.4 * different[0] + 1)) & (numbers >= FEWEST)
    return [i for i in np.flatnonzero(same).tolist() if i > 0] if numbers[0] >= FEWEST else []


def _text_after(blocks: Sequence[Block], i: int) -> int:
    return sum(len(block.text) for block in blocks[i + 1 : i + 1 + AHEAD] if len(block.text) >= LONG)
