"""What a block looks like, in numbers that no language decides: lengths, signs, letters, repetition, shape, place, company.

The words that a page uses most stand in for a list of function words, so that a language without a folder is measured alike.
"""

from __future__ import annotations

from collections import Counter

import numpy as np
import numpy.typing as npt

from hearsay.articles.arrays import Bools, Numbers, among, different
from hearsay.articles.blocks import BULLETS
from hearsay.articles.letters import Kind
from hearsay.articles.lines import MARKS, Column, Lines, Matrix, Shares

LONG = 80
"""Characters from which a line counts as running text."""
FREQUENT = 40
BREAK_EVEN = 12
"""Words at which a line is as likely text as clutter, for the stretch that lengths alone would choose."""
FULL = 4
"""Letters from which a word is counted among those that say what a line is about."""
SIZES = np.array([1, 2, 3, 5, 9, 17, 33])
"""Words at which a line counts as longer than another; lines of one shape are the rows of a list."""
PERIODS = 5
AFTER_STOP = MARKS | (np.arange(Kind.ALL) == Kind.SPACE)
SMALL = np.isin(np.arange(Kind.ALL), range(0, Kind.LETTERS, 2))
CAPITAL = np.isin(np.arange(Kind.ALL), range(1, Kind.LETTERS, 2))
DOT, AT, ENDS_IN_COLON, ASKS, EXCLAIMS, DOTS, ZERO, SLASH = map(ord, ".@:?!…0/")
LISTED = np.array(sorted(map(ord, BULLETS)), np.uint32)

SIGNS = (
    "characters words word_length final_stop stops commas digits capitals capitalised colon question dots comma address divider clock year "
    "copyright quote brackets dashes exclaims opens_small opens_digit short_words"
).split()
COMPANY = "frequent recurring topical title_words distinct bullet repeats gap gap_after script unlettered".split()
SHAPES = "same_shape period same_first shape_share".split()
PLACE = (
    "position from_top from_bottom blocks text_before text_near text_around words_near words_around in_longest from_longest since_closing "
    "page_text after_anchor is_anchor near_anchor clutter closing"
).split()
NAMES = (*SIGNS, *COMPANY, *SHAPES, *PLACE)


def features(lines: Lines, anchor: int | None, clutter: Bools, closing: Bools) -> Matrix:
    """One row a block, one column a name in `NAMES`. `anchor` is the headline's block; the last two say what the phrase tables found."""
    long = np.where(lines.size >= LONG, lines.size, 0).astype(np.float32)
    stretch = best_stretch(np.clip(lines.number - BREAK_EVEN, -BREAK_EVEN, 3 * BREAK_EVEN))
    columns = (
        *_signs(lines),
        *_company(lines, long, stretch, anchor or 0),
        *_shapes(lines),
        *_place(lines, long, stretch, closing),
        *_anchored(len(lines.blocks), anchor),
        clutter,
        closing,
    )
    rows = np.empty((len(columns), len(lines.blocks)), np.float32)
    for n, column in enumerate(columns):
        rows[n] = column
    return np.ascontiguousarray(rows.T)


def _signs(lines: Lines) -> tuple[Column, ...]:
    codes, kinds, counts, words = lines.seen.codes, lines.seen.kinds, lines.counts, np.maximum(lines.number, 1)
    length = lines.size.astype(np.float32)
    last, first = codes[lines.stop - 1], kinds[lines.start]
    signs = lines.signs
    stops = signs[kinds[signs] == Kind.STOP]
    stops = stops[AFTER_STOP[kinds[stops + 1]]]
    exclaims = signs[codes[signs] == EXCLAIMS]
    sentences, *having = lines.having(stops, _addresses(lines), _clocks(lines), _years(lines), exclaims)
    address, clock, year, exclaimed = (places > 0 for places in having)
    letters, capitals, capitalised, short = lines.summed(lines.lengths, *_capitals(lines), lines.lengths < FULL) / words
    return (
        np.log1p(length) / 3,
        np.log1p(lines.number) / 3,
        letters / 8,
        lines.ended,
        np.where(length > 30, np.minimum(sentences, 8) / 4, 0),
        np.minimum(counts[:, Kind.COMMA] / words, 0.4) * 5,
        np.minimum(1, counts[:, Kind.DIGIT] / length * 3),
        capitals,
        capitalised,
        last == ENDS_IN_COLON,
        last == ASKS,
        (last == DOTS) | ((last == DOT) & (codes[lines.stop - 2] == DOT)),
        kinds[lines.stop - 1] == Kind.COMMA,
        address,
        np.minimum(counts[:, Kind.DIVIDER] + counts[:, Kind.ARROW], 4) / 2,
        clock,
        year,
        counts[:, Kind.COPYRIGHT] > 0,
        counts[:, Kind.QUOTE] + counts[:, Kind.ARROW] > 0,
        np.minimum(counts[:, Kind.OPEN], 2) / 2,
        np.minimum(counts[:, Kind.DASH], 4) / 4,
        exclaimed,
        SMALL[first],
        first == Kind.DIGIT,
        short,
    )


def _capitals(lines: Lines) -> tuple[Bools, Bools]:
    """For each word whether it is all capitals, and whether it begins with one."""
    capital, start, stop = CAPITAL[lines.seen.kinds], lines.words.start, lines.words.stop
    summed = capital.cumsum(dtype=np.int32)
    return summed[stop - 1] - summed[start] + capital[start] == lines.lengths, capital[start]


def _addresses(lines: Lines) -> Numbers:
    """Where a name and a small letter stand right around a dot, a letter beside an "@", two slashes behind a colon."""
    codes, kinds, signs = lines.seen.codes, lines.seen.kinds, lines.signs
    dot, at, colon = (signs[codes[signs] == sign] for sign in (DOT, AT, ENDS_IN_COLON))
    dot = dot[SMALL[kinds[dot + 1]] & SMALL[kinds[dot + 2]] & (kinds[dot - 1] <= Kind.DIGIT) & ~CAPITAL[kinds[dot - 1]]]
    at = at[(kinds[at + 1] <= Kind.DIGIT) | (kinds[at - 1] <= Kind.DIGIT)]
    colon = colon[(codes[colon + 1] == SLASH) & (codes[colon + 2] == SLASH)]
    return np.concatenate([dot, at, colon])


def _clocks(lines: Lines) -> Numbers:
    """Where a time of day stands: "9:30"."""
    kinds, signs = lines.seen.kinds, lines.signs
    colon = signs[lines.seen.codes[signs] == ENDS_IN_COLON]
    around = (
        (kinds[colon - 1] == Kind.DIGIT)
        & (kinds[colon + 1] == Kind.DIGIT)
        & (kinds[colon + 2] == Kind.DIGIT)
        & (kinds[colon + 3] != Kind.DIGIT)
    )
    return colon[around]


def _years(lines: Lines) -> Numbers:
    """Where a number from 1900 to 2099 stands."""
    codes, kinds, signs = lines.seen.codes, lines.seen.kinds, lines.signs
    digit = signs[kinds[signs] == Kind.DIGIT]
    first = digit[
        (kinds[digit - 1] > Kind.DIGIT)
        & (kinds[digit + 3] == Kind.DIGIT)
        & (kinds[digit + 4] > Kind.DIGIT)
        & (kinds[digit + 2] == Kind.DIGIT)
    ]
    century = 10 * (codes[first].astype(np.int64) - ZERO) + codes[first + 1] - ZERO
    return first[(century == 19) | (century == 20)]


def _company(lines: Lines, long: Matrix, stretch: tuple[int, int], title: int) -> tuple[Column, ...]:
    """How a block's words, text, list sign, gap and alphabet stand beside the rest of the page."""
    ids = lines.ids
    count, many = len(lines.blocks), int(ids.max(initial=0)) + 1
    full = lines.lengths >= FULL
    where, which = np.divmod(different(lines.block[full] * many + ids[full]), many)
    inside = np.zeros(count, np.bool_)
    inside[slice(*stretch)] = True
    told = np.bincount(which[inside[where]], minlength=many)
    recurring = np.bincount(which, minlength=many) > 1
    of_title = np.zeros(many, np.bool_)
    of_title[which[where == title]] = True
    recurring_too, told_too = full & recurring[ids], full & (told[ids] > inside[lines.block])
    frequent, recurs, topical, number = lines.summed(_frequent(lines, long > 0, many)[ids], recurring_too, told_too, full)
    full_words = np.maximum(number, 1)
    texts = [text for _, text, _ in lines.blocks]
    again = Counter(texts)
    gap = np.minimum(np.array([gap for _, _, gap in lines.blocks]), 4) / 4
    scripts = lines.counts[:, : Kind.LETTERS : 2] + lines.counts[:, 1 : Kind.LETTERS : 2]
    main = int(np.argmax(scripts[long > 0].sum(axis=0)))
    return (
        frequent / np.maximum(lines.number, 1) * 2,
        recurs / full_words,
        topical / full_words,
        np.bincount(where, of_title[which], count) / max(1, of_title.sum()),
        np.bincount(where, minlength=count) / full_words,
        among(lines.seen.codes[lines.start], LISTED),
        np.minimum(np.array([again[text] for text in texts]) - 1, 4) / 2,
        gap,
        np.append(gap[1:], 1),
        2 * scripts[:, main] < scripts.sum(axis=1),
        lines.number == 0,
    )


def _frequent(lines: Lines, long: Bools, many: int) -> Bools:
    """The words this page uses most in its running text: nearly all of them function words."""
    counts = np.bincount(lines.ids[long[lines.block]], minlength=many)
    top = np.argsort(-counts, kind="stable")[:FREQUENT]
    frequent = np.zeros(many, np.bool_)
    frequent[top[counts[top] > 1]] = True
    return frequent


def _shapes(lines: Lines) -> tuple[Column, ...]:
    """Whether a block is like the ones beside it, as the rows of a list are: as long, beginning and ending alike."""
    size = SIZES.searchsorted(lines.number, "right")
    shape = ((size * Kind.ALL + lines.seen.kinds[lines.start]) * 2 + lines.ended) * 2 + (lines.counts[:, Kind.DIGIT] > 0)
    first = np.where(lines.number > 0, np.append(lines.ids, -1)[lines.first[:-1]], -1)
    alike = [_alike(shape, step) for step in range(1, PERIODS + 1)]
    same_first = np.maximum.reduce([_alike(first, step) for step in (1, 2, 3)]) * (first >= 0)
    return alike[0], np.maximum.reduce(alike[1:]), np.ceil(same_first), np.bincount(shape)[shape] / len(size)


def _alike(values: Numbers, step: int) -> Shares:
    """For each place, which share of the two so many steps away has the same value."""
    same = np.zeros(len(values) + step, np.float32)
    same[step : len(values)] = values[step:] == values[:-step]
    return (same[: len(values)] + same[step:]) / 2


def _place(lines: Lines, long: Matrix, stretch: tuple[int, int], closing: Bools) -> tuple[Column, ...]:
    """Where each block stands among the page's running text, and in the stretch that lengths alone would choose."""
    count, number = len(long), lines.number.astype(np.float32)
    where = np.arange(count, dtype=np.float32)
    total = max(1.0, float(long.sum()))
    outside = np.maximum(0, np.maximum(stretch[0] - where, where - stretch[1] + 1))
    last_closing = np.maximum.accumulate(np.where(closing, where, -1e3))
    return (
        where / count,
        np.exp(-where / 10),
        np.exp((where - count + 1) / 10),
        np.full(count, min(count, 500) / 500),
        (np.cumsum(long) - long) / total,
        _around(long, 3) / total,
        _around(long, 10) / total,
        np.log1p(_around(number, 1)) / 4,
        np.log1p(_around(number, 5)) / 5,
        outside == 0,
        np.minimum(outside, 20) / 20,
        np.exp((last_closing - where) / 8),
        np.full(count, min(total, 8000) / 8000),
    )


def _anchored(count: int, anchor: int | None) -> tuple[Column, ...]:
    """Where each block stands to the headline."""
    if anchor is None:
        return (np.zeros(count),) * 3
    below = np.arange(count) - anchor
    return below > 0, below == 0, np.where(below > 0, np.maximum(0, 1 - below / 40), 0)


def _around(values: Matrix, reach: int) -> Shares:
    """The sum over each place's neighbourhood."""
    summed = _sums(values)
    here = np.arange(len(values))
    around: Shares = summed[np.minimum(here + reach + 1, len(values))] - summed[np.maximum(here - reach, 0)]
    return around


def _sums(values: npt.NDArray[np.number]) -> npt.NDArray[np.float64]:
    """The sum of the values before each place, and of all."""
    sums = np.zeros(len(values) + 1)
    values.cumsum(out=sums[1:])
    return sums


def best_stretch(values: npt.NDArray[np.floating]) -> tuple[int, int]:
    """The stretch with the greatest sum, empty where none is above zero: [-1, 3, -1, 2] gives (1, 4). Method: Kadane."""
    summed = _sums(values)
    gains = summed - np.minimum.accumulate(summed)
    stop = int(gains.argmax())
    return int(summed[: stop + 1].argmin()), stop
