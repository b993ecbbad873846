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
from hearsay.articles.phrases import UPPER

WORD = re.compile(r"[^\W\d_]+")
CAPITAL = re.compile(rf"\b[{UPPER}]")
DIGIT = re.compile(r"\d")
CLOCK = re.compile(r"\b\d{1,2}:\d{2}\b")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
ADDRESS = re.compile(r"https?:|www\.|@\w|\w@|\b\w+\.(?:com|net|org|info|ru|ua|pl|cz|bg|si|de)\b")
DIVIDER = re.compile(r"[|»›>→·•/]")
STOP = re.compile(r"[.!?…][\"”»“’)]*(?:\s|$)")
QUOTE = re.compile(r"[\"“”„«»]")
FINAL = re.compile(r"[.!?…][\"”»“’)\]]*$")
LONG = 80
"""Characters from which a line counts as running text."""
FREQUENT = 40
BREAK_EVEN = 12
"""Words at which a line is as likely text as clutter, for the stretch that lengths alone would choose."""

Matrix = npt.NDArray[np.float32]

SIGNS = (
    "characters words word_length final_stop stops commas digits capitals capitalised frequent recurring colon question dots address "
    "divider clock year copyright quote opens_small"
).split()
COMPANY = "bullet repeats gap script unlettered after_anchor is_anchor near_anchor title_words clutter closing".split()
PLACE = "position text_before text_near text_around in_longest from_longest since_closing page_text".split()
NAMES = (*SIGNS, *COMPANY, *PLACE)


def features(blocks: Sequence[Block], anchor: int | None, clutter: Sequence[bool], closing: Sequence[bool]) -> Matrix:
    """One row a block, one column a name in `NAMES`. `anchor` is the headline's block; the last two say what the phrase tables found."""
    words = [WORD.findall(block.text) for block in blocks]
    folded = [[word.casefold() for word in line] for line in words]
    frequent, recurring = _frequent(blocks, folded), _recurring(folded)
    repeats = Counter(block.text for block in blocks)
    script = _script(blocks)
    title = {w for w in folded[anchor] if len(w) >= 4} if anchor is not None else set()
    rows = [
        (
            *_signs(block.text, words[i], folded[i], frequent, recurring),
            *_company(block, words[i], repeats, script),
            *_anchored(i, anchor, folded[i], title),
            clutter[i],
            closing[i],
        )
        for i, block in enumerate(blocks)
    ]
    counts = np.array([len(line) for line in words], np.float32)
    long = np.array([len(block.text) * (len(block.text) >= LONG) for block in blocks], np.float32)
    seen = np.array(rows, np.float32)
    seen[:, :2] = np.log1p(seen[:, :2]) / 3
    return np.hstack([seen, _place(counts, long, np.array(closing, bool))])


def _frequent(blocks: Sequence[Block], folded: Sequence[Sequence[str]]) -> frozenset[str]:
    """The words this page uses most in its running text: nearly all of them function words."""
    counts: Counter[str] = Counter()
    for block, line in zip(blocks, folded, strict=True):
        if len(block.text) >= LONG:
            counts.update(line)
    return frozenset(w for w, n in counts.most_common(FREQUENT) if n > 1)


def _recurring(folded: Sequence[Sequence[str]]) -> frozenset[str]:
    """Words of four letters and more that stand in two lines or more."""
    spread: Counter[str] = Counter()
    for line in folded:
        spread.update({w for w in line if len(w) >= 4})
    return frozenset(w for w, n in spread.items() if n > 1)


def _script(blocks: Sequence[Block]) -> str:
    """The alphabet most of the page's running text is in."""
    counts: Counter[str] = Counter()
    for block in blocks:
        if len(block.text) >= LONG:
            counts[_alphabet(block.text)] += len(block.text)
    return counts.most_common(1)[0][0] if counts else ""


def _alphabet(text: str) -> str:
    """Latin, or the code page of the letters that most of a few samples are in."""
    if text.isascii():
        return "latin"
    pages = [ord(c) >> 8 for c in text[:60:3] if c.isalpha()]
    if not pages:
        return ""
    page = max(pages, key=pages.count)
    return "latin" if page <= 2 else str(page)


def _signs(
    text: str, words: Sequence[str], folded: Sequence[str], frequent: frozenset[str], recurring: frozenset[str]
) -> tuple[float, ...]:
    n, length = max(1, len(words)), len(text)
    long = [w for w in folded if len(w) >= 4]
    digits = len(DIGIT.findall(text))
    return (
        length,
        len(words),
        sum(map(len, words)) / n / 8,
        FINAL.search(text[-5:]) is not None,
        min(len(STOP.findall(text)), 8) / 4 if length > 30 else 0,
        min(text.count(",") / n, 0.4) * 5,
        min(1.0, digits / length * 3),
        sum(map(str.isupper, words)) / n,
        len(CAPITAL.findall(text)) / n,
        sum(map(frequent.__contains__, folded)) / n * 2,
        sum(map(recurring.__contains__, long)) / max(1, len(long)),
        text.endswith(":"),
        text.endswith("?"),
        text.endswith(("...", "…")),
        ("." in text or "@" in text) and ADDRESS.search(text) is not None,
        min(len(DIVIDER.findall(text)), 4) / 2,
        digits > 2 and CLOCK.search(text) is not None,
        digits > 3 and YEAR.search(text) is not None,
        "©" in text,
        QUOTE.search(text) is not None,
        text[0].islower(),
    )


def _company(block: Block, words: Sequence[str], repeats: Counter[str], script: str) -> tuple[float, ...]:
    alphabet = _alphabet(block.text)
    return (
        not block.text[0].isalnum() and block.bare != block.text,
        min(repeats[block.text] - 1, 4) / 2,
        min(block.gap, 4) / 4,
        bool(alphabet and script and alphabet != script),
        not words,
    )


def _anchored(i: int, anchor: int | None, folded: Sequence[str], title: set[str]) -> tuple[float, ...]:
    if anchor is None:
        return (0.0, 0.0, 0.0, 0.0)
    near = max(0.0, 1 - (i - anchor) / 40) if i > anchor else 0.0
    return (i > anchor, i == anchor, near, len(title.intersection(folded)) / max(1, len(title)))


def _place(words: Matrix, long: Matrix, closing: npt.NDArray[np.bool_]) -> Matrix:
    """Where each block stands among the page's running text, and in the stretch that lengths alone would choose."""
    n = len(words)
    where = np.arange(n, dtype=np.float32)
    total = max(1.0, float(long.sum()))
    start, stop = best_stretch(np.clip(words - BREAK_EVEN, -BREAK_EVEN, 3 * BREAK_EVEN))
    outside = np.maximum(0, np.maximum(start - where, where - stop + 1))
    last_closing = np.maximum.accumulate(np.where(closing, where, -1e3))
    columns = (
        where / n,
        (np.cumsum(long) - long) / total,
        _around(long, 3) / total,
        _around(long, 10) / total,
        outside == 0,
        np.minimum(outside, 20) / 20,
        np.exp(-(where - last_closing) / 8),
        np.full(n, min(total, 8000) / 8000),
    )
    return np.stack(columns, axis=1).astype(np.float32)


def _around(values: Matrix, reach: int) -> Matrix:
    """The sum over each place's neighbourhood."""
    summed = np.concatenate([[0.0], np.cumsum(values)])
    here = np.arange(len(values))
    around: Matrix = summed[np.minimum(here + reach + 1, len(values))] - summed[np.maximum(here - reach, 0)]
    return around


def best_stretch(values: npt.NDArray[np.floating]) -> tuple[int, int]:
    """The stretch with the greatest sum, empty where none is above zero: [-1, 3, -1, 2] gives (1, 4). Method: Kadane."""
    best, begin, best_from, best_to, total = 0.0, 0, 0, 0, 0.0
    for i, value in enumerate(values.tolist()):
        if total <= 0:
            total, begin = 0.0, i
        total += value
        if total > best:
            best, best_from, best_to = total, begin, i + 1
    return best_from, best_to
