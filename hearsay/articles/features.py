"""What a block looks like, in numbers that no language decides: lengths, signs, letters, shape, place, company."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hearsay.articles.arrays import Bools, Numbers, Some, at_places, sums
from hearsay.articles.blocks import BULLETS
from hearsay.articles.letters import Kind, Kinds
from hearsay.articles.lines import Lines, Matrix

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
SIZE = SIZES.searchsorted(np.arange(SIZES[-1] + 1), "right")
CAPITAL = np.isin(np.arange(Kind.ALL), range(1, Kind.LETTERS, 2))
SMALL_OR_DIGIT = np.array([np.isin(np.arange(Kind.ALL), kinds) for kinds in (range(0, Kind.LETTERS, 2), Kind.DIGIT)])
LISTED = np.isin(np.arange(max(map(ord, BULLETS)) + 2), [*map(ord, BULLETS)])
"""For each character up to one behind the last, which stands for all others, whether rows of lists begin with it."""
SIGNS = slice(Kind.DIGIT, Kind.SPACE)
COLON, DOT, ZERO = map(ord, ":.0")
ENDS = np.array([[ord(sign)] for sign in ":?…,"], np.uint32)
CENTURIES = 11 * ZERO + 19, 11 * ZERO + 20
"""Ten times a year's first character and its second."""
AROUND = np.array([[-2], [1], [2], [3], [4]])
"""Where stands what tells of a number's first digit whether it is a year's, or that of the minutes in a time of day."""

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
ROW = {name: n for n, name in enumerate(NAMES)}
"""Where each stands while they are written, a row a name."""


class Distances(NamedTuple):
    """What a distance of so many blocks counts for: from the page's ends, from the running text, below a closing heading, the headline."""

    end: npt.NDArray[np.float64]
    text: Numbers
    closing: npt.NDArray[np.float64]
    anchor: npt.NDArray[np.float64]


def features(lines: Lines, anchor: int | None, clutter: Bools, closing: Bools) -> Matrix:
    """One row a block, one column a name in `NAMES`. `anchor` is the headline's block; the last two say what the phrase tables found."""
    columns = np.zeros((len(NAMES), len(lines.blocks)), np.float32)
    begun, shape = lines.seen.kinds.take(lines.words.start), _shape(lines)
    long = lines.size * (lines.size >= LONG)
    down_to = long.cumsum()
    _count(columns, lines, shape, begun, anchor or 0)
    columns[ROW["page_text"]] = down_to[-1]
    np.log1p(columns[: len(COUNTED)], out=columns[: len(COUNTED)])
    columns[ROW["text_down_to"]] = down_to / max(1, int(down_to[-1]))
    _flag(columns, lines, shape)
    alphabets = begun >> 1
    if (alphabets != alphabets[:1]).any():
        columns[ROW["script"]] = _foreign(lines, alphabets, long)
    _place(columns, lines, closing)
    if anchor is not None:
        _anchor(columns, anchor)
    columns[ROW["clutter"]], columns[ROW["closing"]] = clutter, closing
    return columns.T


def _count(columns: Matrix, lines: Lines, shape: Numbers, begun: Kinds, title: int) -> None:
    """How many of what each block has; how many of its words the title has, how many blocks its shape, how many empty lines around it."""
    words, of_title = lines.words.place, slice(lines.first[title], lines.first[title + 1])
    columns[ROW["characters"]], columns[ROW["words"]], columns[ROW["letters"]] = lines.size, lines.number, lines.letters
    columns[ROW["capitalised"]] = _having(lines, CAPITAL.take(begun))
    columns[ROW["digits"] : ROW["clocks"]] = lines.counts.T[SIGNS]
    columns[ROW["clocks"]], columns[ROW["years"]] = _clocks_and_years(lines)
    columns[ROW["title_words"]] = _having(lines, at_places(words, words[of_title][lines.lengths[of_title] >= FULL]))
    columns[ROW["shape"]] = np.bincount(shape).take(shape)
    columns[ROW["gap"]] = lines.gap
    columns[ROW["gap_after"], :-1], columns[ROW["gap_after"], -1] = lines.gap[1:], END_GAP
    columns[ROW["blocks"]] = len(lines.blocks)


def _having(lines: Lines, some: Bools) -> Numbers:
    """How many of some words each block has."""
    return np.bincount(lines.block.take(some.nonzero()[0]), minlength=len(lines.blocks))


def _clocks_and_years(lines: Lines) -> tuple[Numbers, Numbers]:
    """How many times of day each block has, "9:30", in one with seconds two; how many numbers that begin like those from 1900 to 2099."""
    codes, kinds, count = lines.seen.codes, lines.seen.kinds, len(lines.blocks)
    signs = (lines.sign_kind == Kind.DIGIT).nonzero()[0]
    signs = signs[kinds.take(lines.signs.take(signs) - 1) > Kind.DIGIT]
    number, block = lines.signs.take(signs), lines.sign_block.take(signs)
    near = kinds.take(number + AROUND)
    before, second, third, fourth = near[:-1] == Kind.DIGIT
    clocks = (codes.take(number - 1) == COLON) & before & second & ~third
    century = 10 * codes.take(number) + codes.take(number + 1)
    years = ((century == CENTURIES[0]) | (century == CENTURIES[1])) & third & fourth & (near[-1] > Kind.DIGIT)
    return np.bincount(block[clocks], minlength=count), np.bincount(block[years], minlength=count)


def _flag(columns: Matrix, lines: Lines, shape: Numbers) -> None:
    """What each block begins and ends with; whether it is like the ones beside it."""
    codes = lines.seen.codes
    last, same = codes.take(lines.stop - 1), shape[1:] == shape[:-1]
    columns[ROW["final_stop"]] = lines.ended
    columns[ROW["colon"] : ROW["opens_small"]] = last == ENDS
    columns[ROW["dots"]] += (last == DOT) & (codes.take(lines.stop - 2) == DOT)
    columns[ROW["opens_small"] : ROW["bullet"]] = SMALL_OR_DIGIT.take(lines.seen.kinds.take(lines.start), axis=1)
    columns[ROW["bullet"]] = LISTED.take(codes.take(lines.start), mode="clip")
    columns[ROW["same_shape"], :-1] = same
    columns[ROW["same_shape"], 1:] += same


def _foreign(lines: Lines, alphabets: Some, long: Numbers) -> Bools:
    """Which blocks have most of their letters in another alphabet than the running text has."""
    count = len(lines.blocks)
    letters = np.bincount(alphabets.astype(np.int64) * count + lines.block, lines.lengths, count * Kind.LETTERS // 2).reshape(-1, count)
    running = letters @ (long > 0) if long.any() else letters.sum(axis=1)
    return np.asarray(2 * letters[int(running.argmax())] < lines.letters)


def _shape(lines: Lines) -> Numbers:
    """One number for blocks that are as long and begin and end alike, as the rows of a list do."""
    size = SIZE.take(lines.number, mode="clip")
    return ((size * Kind.ALL + lines.seen.kinds.take(lines.start)) * 2 + lines.ended) * 2 + (lines.counts[:, Kind.DIGIT] > 0)


def _place(columns: Matrix, lines: Lines, closing: Bools) -> None:
    """Where each block stands among the page's running text, and in the stretch that lengths alone would choose."""
    count = len(lines.blocks)
    by = distances(count)
    start, stop = best_stretch(np.minimum(lines.number - BREAK_EVEN, 3 * BREAK_EVEN))
    columns[ROW["position"]] = np.arange(count) / count
    columns[ROW["from_top"]] = by.end[:count]
    columns[ROW["from_bottom"], ::-1] = by.end[:count]
    columns[ROW["in_longest"], start:stop] = 1
    columns[ROW["from_longest"], :start] = by.text[start:0:-1]
    columns[ROW["from_longest"], stop:] = by.text[1 : count - stop + 1]
    for i in closing.nonzero()[0].tolist():
        columns[ROW["since_closing"], i:] = by.closing[: count - i]


def _anchor(columns: Matrix, anchor: int) -> None:
    """Where each block stands to the headline."""
    below = columns.shape[1] - anchor
    columns[ROW["is_anchor"], anchor] = 1
    columns[ROW["below_anchor"], anchor + 1 :] = 1
    columns[ROW["near_anchor"], anchor + 1 :] = distances(below).anchor[1:below]


def distances(count: int) -> Distances:
    """What up to so many blocks, and more, count for."""
    return _distances(1 << count.bit_length())


@cache
def _distances(count: int) -> Distances:
    far = np.arange(count)
    return Distances(np.exp(far / -10), np.minimum(far, FAR), np.exp(far / -SINCE), np.maximum(0, 1 - far / FAR_BELOW))


def best_stretch(values: npt.NDArray[np.number]) -> tuple[int, int]:
    """The stretch with the greatest sum, empty where none is above zero: [-1, 3, -1, 2] gives (1, 4). Method: Kadane."""
    summed = sums(values, np.float64)
    gains = summed - np.minimum.accumulate(summed)
    stop = int(gains.argmax())
    return int(summed[: stop + 1].argmin()), stop
