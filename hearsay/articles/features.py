"""What a block looks like, in numbers that no language decides: lengths, signs, letters, repetition, place, company.

The words that a page uses most stand in for a list of function words, so that a language without a folder is measured alike.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from hearsay.articles.blocks import Block

WORD = re.compile(r"[^\W\d_]+")
CLOCK = re.compile(r"\b\d{1,2}:\d{2}\b")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
ADDRESS = re.compile(r"https?:|www\.|@\w|\w@|\b\w+\.(?:com|net|org|info|ru|ua|pl|cz|bg|si|de)\b")
DIVIDER = re.compile(r"[|»›>→·•/]")
STOP = re.compile(r"[.!?…][\"”»“’)]*(?:\s|$)")
QUOTE = re.compile(r"[\"“”„«»]")
FINAL = re.compile(r"[.!?…][\"”»“’)]*$")
LONG = 80
"""Characters from which a line counts as running text when a page's own frequent words are gathered."""
FREQUENT = 40

Matrix = npt.NDArray[np.float32]

NAMES = (
    "characters words word_length final_stop stops commas digits capitals capitalised frequent recurring colon question dots address "
    "divider clock year copyright quote opens_small bullet repeats gap script unlettered after_anchor is_anchor near_anchor title_words "
    "clutter heading position"
).split()


def features(blocks: Sequence[Block], anchor: int | None, clutter: Sequence[float], heading: Sequence[float]) -> Matrix:
    """One row a block, one column a name in `NAMES`. `anchor` is the headline's block; the last two say what the phrase tables found."""
    words = [WORD.findall(block.text) for block in blocks]
    folded = [[w.casefold() for w in line] for line in words]
    frequent = _frequent(blocks, folded)
    spread = Counter(w for line in folded for w in set(line) if len(w) >= 4)
    repeats = Counter(block.text for block in blocks)
    script = _script(blocks)
    title = {w for w in folded[anchor] if len(w) >= 4} if anchor is not None else set()
    out = np.zeros((len(blocks), len(NAMES)), np.float32)
    for i, block in enumerate(blocks):
        out[i, :21] = _signs(block.text, words[i], folded[i], frequent, spread)
        out[i, 21:26] = _company(block, words[i], repeats, script)
        out[i, 26:30] = _anchored(i, anchor, folded[i], title)
        out[i, 30:33] = (clutter[i], heading[i], i / len(blocks))
    return out


def _frequent(blocks: Sequence[Block], folded: Sequence[Sequence[str]]) -> frozenset[str]:
    """The words this page uses most in its running text: nearly all of them function words."""
    counts = Counter(w for block, line in zip(blocks, folded, strict=True) if len(block.text) >= LONG for w in line)
    return frozenset(w for w, n in counts.most_common(FREQUENT) if n > 1)


def _script(blocks: Sequence[Block]) -> str:
    """The alphabet most of the page's running text is in, by the block of the letters' code points."""
    counts: Counter[str] = Counter()
    for block in blocks:
        if len(block.text) >= LONG:
            counts[_alphabet(block.text)] += len(block.text)
    return counts.most_common(1)[0][0] if counts else ""


def _alphabet(text: str) -> str:
    """Cyrillic, Latin, or the first letter's code page: the alphabet of most letters among the first fifty."""
    counts = Counter(ord(c) >> 8 for c in text[:50] if c.isalpha())
    if not counts:
        return ""
    page = counts.most_common(1)[0][0]
    return "latin" if page <= 2 else str(page)


def _signs(text: str, words: Sequence[str], folded: Sequence[str], frequent: frozenset[str], spread: Counter[str]) -> tuple[float, ...]:
    n, length = max(1, len(words)), len(text)
    letters = sum(map(len, words))
    long = [w for w in folded if len(w) >= 4]
    return (
        np.log1p(length) / 3,
        np.log1p(len(words)) / 3,
        letters / n / 8,
        float(bool(FINAL.search(text))),
        min(len(STOP.findall(text)), 8) / 4,
        min(text.count(",") / n, 0.4) * 5,
        min(1.0, sum(c.isdigit() for c in text) / length * 3),
        min(1.0, sum(map(str.isupper, text)) / length * 4),
        sum(w[0].isupper() for w in words) / n,
        sum(w in frequent for w in folded) / n * 2,
        sum(spread[w] > 1 for w in long) / max(1, len(long)),
        float(text.endswith(":")),
        float(text.endswith("?")),
        float(text.endswith(("...", "…"))),
        float(bool(ADDRESS.search(text))),
        min(len(DIVIDER.findall(text)), 4) / 2,
        float(bool(CLOCK.search(text))),
        float(bool(YEAR.search(text))),
        float("©" in text),
        float(bool(QUOTE.search(text))),
        float(text[0].islower()),
    )


def _company(block: Block, words: Sequence[str], repeats: Counter[str], script: str) -> tuple[float, ...]:
    alphabet = _alphabet(block.text)
    return (
        float(block.bare != block.text),
        min(repeats[block.text] - 1, 4) / 2,
        min(block.gap, 4) / 4,
        float(bool(alphabet and script and alphabet != script)),
        float(not words),
    )


def _anchored(i: int, anchor: int | None, folded: Sequence[str], title: set[str]) -> tuple[float, ...]:
    if anchor is None:
        return (0.0, 0.0, 0.0, 0.0)
    near = max(0.0, 1 - (i - anchor) / 40) if i > anchor else 0.0
    return (float(i > anchor), float(i == anchor), near, len(title.intersection(folded)) / max(1, len(title)))
