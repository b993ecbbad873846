"""Where the article probably begins: the block that says again what the page's title says."""

from __future__ import annotations

import re

import numpy as np

from hearsay.articles.arrays import at_places
from hearsay.articles.lines import Lines
from hearsay.text import fold_text

WORD = re.compile(r"\w+")
SHARE, HALF = 0.7, 0.5
"""Share of a title's words that a shortened or lengthened headline still has; without its numbers it may be fewer."""
AHEAD = 12
"""Blocks after a headline in which its text is expected to begin."""
LONG, LONGEST = 80, 300
FEWEST = 3


def anchor(lines: Lines) -> int | None:
    """The block that repeats the page's first line, as far as it is no site's name; of several, the one with most text after it."""
    found = _repeating(lines) if lines.blocks else []
    return max(found, key=lambda i: (_text_after(lines, i), i)) if found else None


def _repeating(lines: Lines) -> list[int]:
    """The blocks nearly all of whose words are the title's: of those for which it may be so, their words are read."""
    likely = _likely(lines)
    title = _words(lines, 0) if likely else []
    return [i for i in likely if _says(_words(lines, i), set(title))] if len(title) >= FEWEST else []


def _likely(lines: Lines) -> list[int]:
    """The blocks of some words, half of which at least look like the title's."""
    shared = at_places(lines.words.place, lines.words.place[: lines.first[1]])
    enough = np.bincount(lines.block.take(shared.nonzero()[0]), minlength=len(lines.blocks)) >= np.maximum(HALF * lines.number, 1)
    short = (enough & (lines.size <= LONGEST)).nonzero()[0].tolist()
    return [i for i in short if i > 0 and lines.blocks[i].text.count(" ") + 1 >= FEWEST]


def _words(lines: Lines, i: int) -> list[str]:
    return WORD.findall(fold_text(lines.blocks[i].text))


def _says(words: list[str], title: set[str]) -> bool:
    """Whether a block says enough of the title, and little else."""
    said = set(words)
    common = len(said & title)
    return len(words) >= FEWEST and common >= SHARE * len(said) and common >= min(4, 0.4 * len(title) + 1)


def _text_after(lines: Lines, i: int) -> int:
    return sum(size for size in lines.size[i + 1 : i + 1 + AHEAD].tolist() if size >= LONG)
