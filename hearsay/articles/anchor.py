"""Where the article probably begins: the block that says again what the page's title says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hearsay.articles.blocks import Block

WORD = re.compile(r"\w+")
SHARE = 0.7
"""Share of a title's words that a shortened or lengthened headline still has."""
AHEAD = 12
"""Blocks after a headline in which its text is expected to begin."""
LONG = 80


def anchor(blocks: Sequence[Block]) -> int | None:
    """The block that repeats the page's first line, as far as it is no site's name; of several, the one with most text after it."""
    if not blocks:
        return None
    title = WORD.findall(blocks[0].text.casefold())
    found = [i for i in range(1, len(blocks)) if _repeats(blocks[i].text, title)] if len(title) >= 3 else []
    return max(found, key=lambda i: (_text_after(blocks, i), i)) if found else None


def _repeats(text: str, title: Sequence[str]) -> bool:
    if len(text) > 300 or text.count(" ") < 2:
        return False
    words = WORD.findall(text.casefold())
    shared = len(set(words) & set(title))
    return len(words) >= 3 and shared >= SHARE * len(set(words)) and shared >= min(4, 0.4 * len(set(title)) + 1)


def _text_after(blocks: Sequence[Block], i: int) -> int:
    return sum(len(block.text) for block in blocks[i + 1 : i + 1 + AHEAD] if len(block.text) >= LONG)
