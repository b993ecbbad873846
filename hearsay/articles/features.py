"""What a block looks like, in numbers that no language decides: lengths, signs, letters, shape, place, company."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from hearsay.articles.arrays import Bools, Numbers, among, at_places, sums
from hearsay.articles.blocks import BULLETS
from hearsay.articles.letters import Kind
from hearsay.articles.lines import Column, Lines, Matrix, Shares

LONG = 80
"""Characters from which a line counts as running text."""
BREAK_EVEN = 12
"""Words at which a line is as likely text as clutter, for the stretch that lengths alone would choose."""
FULL = 4
"""Letters from which a word is counted among those that say what a line is about."""
FAR, FAR_BELOW, SINCE = 20, 40, 8
"""Blocks from which it does not matter how far off the running text is, how far above the headline; in which a closing heading fades."""
END_GAP = 4
"""Empty lines that stand for a page's end."""
SIZES = np.array([1, 2, 3, 5, 9, 17, 33])
"""Words at which a line counts as longer than another; lines of one shape are the rows of a list."""
SMALL = np.isin(np.arange(Kind.ALL), range(0, Kind.LETTERS, 2))
CAPITAL = np.isin(np.arange(Kind.ALL), range(1, Kind.LETTERS, 2))
LISTED = np.array(sorted(map(ord, BULLETS)), np.uint32)
SIGNS = slice(Kind.DIGIT, Kind.SPACE)
COMMA, DOT, COLON, ASKS, DOTS, ZERO = map(ord, ",.:?…0")

COUNTED = (
    "characters words letters capitalised digits stops commas colons quotes arrows closing_marks opening_marks dividers dashes copyright "
    "others clocks years title_words shape gap gap_after blocks page_text"
).split()
"""What is counted; the net sees logarithms."""
FLAGS = "final_stop colon question dots comma opens_small opens_digit bullet script same_shape".split()
PLACE = (
    "position from_top from_bottom text_down_to in_longest from_longest since_closing below_anchor is_anchor near_anchor clutter closing"
).split()
NAMES = (*COUNTED, *FLAGS, *PLACE)


def features(lines: Lines, anchor: int | None, clutter: Bools, closing: Bools) -> Matrix:
    """One row a block, one column a name in `NAMES`. `anchor` is the headline's block; the last two say what the phrase tables found."""
    long = np.where(lines.size >= LONG, lines.size, 0)
    shape = _shape(lines)
    counted = _counted(lines, shape, long, anchor or 0)
    told = (*_flags(lines, shape, long), *_place(lines, long, closing), *_anchored(len(lines.blocks), anchor), clutter, closing)
    rows = np.concatenate([*counted, *told], dtype=np.float32, casting="unsafe").reshape(len(NAMES), -1)
    rows[: len(COUNTED)] = np.log1p(rows[: len(COUNTED)])
    return rows.T


def _counted(lines: Lines, shape: Numbers, long: Numbers, title: int) -> tuple[Column, ...]:
    """How many of what each block has; how many of its words the title has, how many blocks its shape, how many empty lines around it."""
    words, count = lines.words.place, len(lines.blocks)
    below = np.full(count, END_GAP)
    below[:-1] = lines.gap[1:]
    of_title = slice(lines.first[title], lines.first[title + 1])
    return (
        lines.size,
        lines.number,
        lines.letters,
        lines.summed(CAPITAL[lines.seen.kinds[lines.words.start]]),
        *lines.counts[:, SIGNS].T,
        lines.having(_clocks(lines)),
        lines.having(_years(lines)),
        lines.summed(at_places(words, words[of_title][lines.lengths[of_title] >= FULL])),
        np.bincount(shape)[shape],
        lines.gap,
        below,
        np.full(count, count),
        np.full(count, long.sum()),
    )


def _flags(lines: Lines, shape: Numbers, long: Numbers) -> tuple[Column, ...]:
    """What each block begins and ends with; whether it is in another alphabet than the running text, and like the ones beside it."""
    codes = lines.seen.codes
    last, first = codes[lines.stop - 1], lines.seen.kinds[lines.start]
    scripts, running = _scripts(lines), long if long.any() else lines.size
    same = np.zeros(len(shape) + 1)
    same[1:-1] = shape[1:] == shape[:-1]
    return (
        lines.ended,
        last == COLON,
        last == ASKS,
        (last == DOTS) | ((last == DOT) & (codes[lines.stop - 2] == DOT)),
        last == COMMA,
        SMALL[first],
        first == Kind.DIGIT,
        among(codes[lines.start], LISTED),
        2 * scripts[int(np.argmax(scripts @ (running > 0)))] < lines.letters,
        same[:-1] + same[1:],
    )


def _clocks(lines: Lines) -> Bools:
    """Which signs are the colon in a time of day: "9:30"; in one with seconds two are."""
    codes, kinds, signs = lines.seen.codes, lines.seen.kinds, lines.signs
    clocks: Bools = codes[signs] == COLON
    colon = signs[clocks]
    clocks[clocks] = (
        (kinds[colon - 1] == Kind.DIGIT)
        & (kinds[colon + 1] == Kind.DIGIT)
        & (kinds[colon + 2] == Kind.DIGIT)
        & (kinds[colon + 3] != Kind.DIGIT)
    )
    return clocks


def _years(lines: Lines) -> Bools:
    """Which signs begin a number from 1900 to 2099."""
    codes, kinds, signs = lines.seen.codes, lines.seen.kinds, lines.signs
    years: Bools = lines.sign_kind == Kind.DIGIT
    digit = signs[years]
    century = 10 * (codes[digit].astype(np.int64) - ZERO) + codes[digit + 1] - ZERO
    years[years] = (
        ((century == 19) | (century == 20))
        & (kinds[digit - 1] > Kind.DIGIT)
        & (kinds[digit + 2] == Kind.DIGIT)
        & (kinds[digit + 3] == Kind.DIGIT)
        & (kinds[digit + 4] > Kind.DIGIT)
    )
    return years


def _scripts(lines: Lines) -> Shares:
    """How many letters of each alphabet each block has, a row an alphabet."""
    alphabet = (lines.seen.kinds[lines.words.start] >> 1).astype(np.int64)
    count = len(lines.blocks)
    scripts = np.bincount(alphabet * count + lines.block, lines.lengths, count * Kind.LETTERS // 2)
    return scripts.astype(np.float64, copy=False).reshape(-1, count)


def _shape(lines: Lines) -> Numbers:
    """One number for blocks that are as long and begin and end alike, as the rows of a list do."""
    size = SIZES.searchsorted(lines.number, "right")
    return ((size * Kind.ALL + lines.seen.kinds[lines.start]) * 2 + lines.ended) * 2 + (lines.counts[:, Kind.DIGIT] > 0)


def _place(lines: Lines, long: Numbers, closing: Bools) -> tuple[Column, ...]:
    """Where each block stands among the page's running text, and in the stretch that lengths alone would choose."""
    count = len(long)
    where = np.arange(count)
    start, stop = best_stretch(np.minimum(lines.number - BREAK_EVEN, 3 * BREAK_EVEN))
    outside = np.minimum(np.maximum(np.maximum(start - where, where - stop + 1), 0), FAR)
    from_top = np.exp(where / -10)
    return (
        where / count,
        from_top,
        from_top[::-1],
        long.cumsum() / max(1, int(long.sum())),
        outside == 0,
        outside,
        np.exp((np.maximum.accumulate(np.where(closing, where, -1000)) - where) / SINCE),
    )


def _anchored(count: int, anchor: int | None) -> tuple[Column, ...]:
    """Where each block stands to the headline."""
    if anchor is None:
        return (np.zeros(count),) * 3
    below = np.arange(count) - anchor
    return below > 0, below == 0, (below > 0) * np.maximum(0, 1 - below / FAR_BELOW)


def best_stretch(values: npt.NDArray[np.number]) -> tuple[int, int]:
    """The stretch with the greatest sum, empty where none is above zero: [-1, 3, -1, 2] gives (1, 4). Method: Kadane."""
    summed = sums(values, np.float64)
    gains = summed - np.minimum.accumulate(summed)
    stop = int(gains.argmax())
    return int(summed[: stop + 1].argmin()), stop
