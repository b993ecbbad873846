"""Cluttered text to the blocks of one article: every block scored, the best stretch taken, what is clutter within it left out.

Method: a learned score of blocks, then the stretch with the greatest sum of scores (Kadane), as in the maximum subsequence cleaners.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import takewhile

import numpy as np

from hearsay.articles import repeat
from hearsay.articles.anchor import anchor
from hearsay.articles.arrays import Bools, Numbers
from hearsay.articles.blocks import Block, ends_sentence
from hearsay.articles.credits import SIGNATURE, TAIL
from hearsay.articles.dateline import agency_at
from hearsay.articles.features import ROW, best_stretch, features
from hearsay.articles.forms import line_key
from hearsay.articles.letters import Kind
from hearsay.articles.lines import Lines, Matrix
from hearsay.articles.phrases import Phrases
from hearsay.articles.score import score

CLOSING = frozenset({"related", "popular", "comment"})
"""Kinds of heading after which other people's texts begin."""
REPEATED = "repeated"
"""The kind of a line that the outlet wears on many pages."""
SURE = 8.0
WEIGHT = 0.7
"""Exponent of a block's words in its weight."""
KNOWN = 0.25
"""Share of its weight that a line of known clutter keeps, or a title said again: left out anyway, it stands within a body more often."""
OUTSIDE = 3.0
"""Log-odds from which a block counts as body wherever it stands: recipes and live pages have bodies in parts."""
INSIDE = -2.0
"""Log-odds below which a block within the article is left out, or a sentence right beside it."""
HEAD, LEAD, TITLE = 5, 60, 20
"""Blocks from a page's beginning in which a lead stands, and characters of one, and of what stands above it."""
AGAIN = 0.2
"""Share of the longer words of a lead that its text says again; a caption or an advert shares fewer."""
SAME_RUN = -9.0
"""Log-odds below which a sentence behind clutter is none of the body though no empty line parts it from the body's last."""
FEWEST = 3
"""Words of such a sentence."""
HEADING, SAME_HEADING = 40, -6.5
"""Characters of a heading within a body, and log-odds below which a line is none."""
TEASER, TITLED = 45, 0.0
"""Characters of another text's title within a body, and log-odds below which a line that may be one is."""
BREAK, RESUMED = 2, -1.0
"""Lines that a video or an advert has within a body, and log-odds from which a sentence below them is the body's."""
BOX, SAME_STORY, RETOLD = 10, 0.15, 90
"""Lines of a box of other texts within a body; share of its longer words that a sentence below it has from what stands above, and its
characters, since teasers are short.
"""
INITIALS = 20
"""Characters of the initials that may stand under a last paragraph."""
SENTENCE = 45
"""Characters from which a block that ends in a full stop is a sentence."""
MOSTLY = 0.75
"""Share of sentences from which a body is made of them. All of these from cross-validation on the development pages, and our own."""
PATH = re.compile(r"[^\W\d_][\w’' -]{1,25}(?:\s?[»›>→]\s?[\w’' -]{2,25}){1,4}")
"""Where on its site an article stands: "Home » Culture"."""
LABELLING = (Kind.COLON, Kind.DIVIDER, Kind.COPYRIGHT)
"""Of which kinds no sign stands in a heading."""
NEAR = 12
"""Lines below its path in which an article's text begins."""
STRANGE = 2.5
"""Taken from the log-odds of a block in another alphabet than most of the page's text: more often a sidebar than a quoted line."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page laid out: its blocks, what the phrase tables say of each, for which they are known, how much each reads like a body, where the
    headline may be.
    """

    blocks: Sequence[Block]
    lines: Lines
    kinds: tuple[str | None, ...]
    known: Bools
    scores: Matrix
    anchor: int | None

    def key(self, i: int) -> str:
        """The form in which a block is compared with texts from elsewhere; with its neighbours by what `lines` knows of their words."""
        return line_key(self.blocks[i].text)

    def part(self, of: range) -> Sheet:
        """Some of the page's blocks, as if they were all of it."""
        some = slice(of.start, of.stop)
        anchor = self.anchor - of.start if self.anchor is not None and self.anchor in of else None
        lines = self.lines.part(some)
        return Sheet(lines.blocks, lines, self.kinds[some], self.known[some], self.scores[some], anchor)


def bare(text: str) -> Sheet:
    """A text that is an article's own, block by block: nothing in it is clutter."""
    lines = Lines(text)
    count = len(lines.blocks)
    return Sheet(lines.blocks, lines, (None,) * count, np.zeros(count, np.bool_), np.zeros(count, np.float32), None)


def lay_out(text: str, clutter: Phrases, repeated: Collection[str], scored: bool = True) -> Sheet:
    """Read a page's text block by block; without scores where another says what is body."""
    lines = Lines(text)
    kinds, known = _kinds(lines, clutter, repeated)
    found, scores = anchor(lines), np.zeros(len(kinds), np.float32)
    if scored and kinds:
        rows = _rows(lines, kinds, known, found)
        scores = score(lines, rows) - STRANGE * rows[:, ROW["script"]]
    return Sheet(lines.blocks, lines, kinds, known, scores, found)


def measured(text: str, clutter: Phrases) -> tuple[Lines, Matrix]:
    """The lines of a text and what each looks like: what the weights are trained on."""
    lines = Lines(text)
    return lines, _rows(lines, *_kinds(lines, clutter, ()), anchor(lines))


def _kinds(lines: Lines, clutter: Phrases, repeated: Collection[str]) -> tuple[tuple[str | None, ...], Bools]:
    """What is said of each block, if anything, and for which it is."""
    kinds: list[str | None] = [None] * len(lines.blocks)
    known = np.zeros(len(kinds), np.bool_)
    for i, kind in (dict.fromkeys(repeat.worn(lines.blocks, repeated), REPEATED) | clutter.kinds(lines)).items():
        kinds[i], known[i] = kind, True
    return tuple(kinds), known


def _rows(lines: Lines, kinds: Sequence[str | None], known: Bools, found: int | None) -> Matrix:
    closing = np.zeros(len(kinds), np.bool_)
    closing[[i for i in known.nonzero()[0].tolist() if kinds[i] in CLOSING]] = True
    return features(lines, found, known, closing)


def body(sheet: Sheet) -> list[int]:
    """The blocks that are the article's body, in order."""
    if not sheet.blocks:
        return []
    ended = sheet.lines.ended.copy()
    told = ended & (sheet.lines.size >= SENTENCE)
    for i in _signed(sheet):
        ended[i] = told[i] = True
    likely = sheet.scores > INSIDE
    sentences = told & likely
    start, stop = _stretch(sheet, sentences)
    taken = sheet.scores > OUTSIDE
    taken[start:stop] = likely[start:stop]
    taken[_teasers(sheet, taken, start, stop)] = False
    taken[_subheadings(sheet, taken & told, start, stop)] = True
    stop = max(stop, _resumed(sheet, told, taken, stop))
    taken[start:stop] |= sentences[start:stop]
    for i in (sentences & ~taken).nonzero()[0].tolist():
        taken[i] = i > 0 and taken[i - 1]  # a sentence goes on from the one above it
    taken[_lead(sheet, taken & ~sheet.known)] = True
    if start < stop:
        rest = _rest_of_run(sheet, ended, stop)
        taken[rest] = ended[rest]
    return _ended(_below_path(sheet, (taken & ~sheet.known).nonzero()[0]), ended).tolist()


def _signed(sheet: Sheet) -> list[int]:
    """The blocks that end in no full stop but in the wire behind it."""
    counts, ended = sheet.lines.counts, sheet.lines.ended
    likely = counts[:, Kind.STOP] * (counts[:, Kind.DASH] + counts[:, Kind.OPEN] + counts[:, Kind.DIVIDER])
    some = (i for i in likely.nonzero()[0].tolist() if not ended[i] and sheet.scores[i] > SAME_RUN)
    return [i for i in some if _is_signed(sheet.blocks[i].text)]


def _subheadings(sheet: Sheet, told: Bools, start: int, stop: int) -> list[int]:
    """A few words within a body right above one of its sentences, little as they are like one."""
    above = ((sheet.lines.size[:-1] <= HEADING) & told[1:]).nonzero()[0].tolist()
    return [i for i in above if start < i < stop and sheet.scores[i] > SAME_HEADING and _is_heading(sheet, i)]


def _is_heading(sheet: Sheet, i: int) -> bool:
    """Whether a line is words, begins with no small letter, ends in no full stop, and is no label, path or notice of rights."""
    lines = sheet.lines
    worded = lines.number[i] > 0 and not sheet.blocks[i].text[0].islower()
    return bool(worded and not (sheet.known[i] or lines.ended[i] or lines.counts[i].take(LABELLING).any()))


def _teasers(sheet: Sheet, taken: Bools, start: int, stop: int) -> list[int]:
    """Lines as long as a title that end in no sign at all and are not much like a body: other texts' titles among the paragraphs."""
    lines = sheet.lines
    unlike = (taken[start:stop] & (sheet.scores[start:stop] < TITLED)).nonzero()[0] + start
    return [i for i in unlike.tolist() if lines.size[i] >= TEASER and lines.seen.kinds[lines.stop[i] - 1] <= Kind.DIGIT]


def _below_path(sheet: Sheet, body: Numbers) -> Numbers:
    """The body without what stands above the path that leads to it, "Home » Culture", where a title and more of it stand right below."""
    size = sheet.lines.size
    for i in _leading(sheet, body):
        if PATH.fullmatch(sheet.blocks[i].text) and sheet.kinds[i + 1] is None and not sheet.lines.ended[i + 1]:
            above, near = body < i, (body > i) & (body < i + NEAR)
            if near.any() and size[body[above]].sum() < size[body[~above]].sum():
                body = body[body > i + 1]
    return body


def _leading(sheet: Sheet, body: Numbers) -> list[int]:
    """The blocks from a body's first to the one before its last that have a sign of a path."""
    if not len(body):
        return []
    counts = sheet.lines.counts[body[0] : body[-1]]
    return (body[0] + (counts[:, Kind.ARROW] + counts[:, Kind.DIVIDER]).nonzero()[0]).tolist()


def _stretch(sheet: Sheet, likely: Bools) -> tuple[int, int]:
    """Where the greatest sum of scores stands, with the likely sentences right beside it; of known clutter one line may be between."""
    weights = (1 + sheet.lines.spaces) ** WEIGHT * np.where(sheet.known | (sheet.lines.again & ~sheet.lines.ended), KNOWN, 1)
    start, stop = best_stretch(np.minimum(np.maximum(sheet.scores, -SURE), SURE) * weights)
    while 0 < start < stop and likely[start - 1]:
        start -= 1
    while start < stop < len(likely) and (likely[stop] or _resumes(sheet, likely, stop)):
        stop += 1
    return start, stop


def _resumes(sheet: Sheet, likely: Bools, i: int) -> bool:
    """Whether a line is known clutter with a likely sentence right below it."""
    return bool(sheet.known[i] and i + 1 < len(likely) and likely[i + 1] and sheet.scores[i + 1] > 0)


def _resumed(sheet: Sheet, told: Bools, taken: Bools, stop: int) -> int:
    """Where a body ends that goes on below what is none of it: a video's few lines, or a box of other texts; below comments, or a claim on
    the page, none does.
    """
    body, claimed = taken[:stop].nonzero()[0].tolist(), sheet.lines.counts[:, Kind.COPYRIGHT] > 0
    for i in takewhile(lambda i: sheet.kinds[i] != "comment" and not claimed[i], range(stop, len(told))):
        if i > stop + BOX:
            break
        if told[i] and (_follows(sheet, stop, i) or _goes_on(sheet, body, i)):
            stop = i + 1
    return stop


def _follows(sheet: Sheet, stop: int, i: int) -> bool:
    """Whether a sentence stands a few lines below a body's end, with no heading of other texts between."""
    return i <= stop + BREAK and bool(sheet.scores[i] > RESUMED) and CLOSING.isdisjoint(sheet.kinds[stop:i])


def _goes_on(sheet: Sheet, body: Sequence[int], i: int) -> bool:
    """Whether a sentence is more like a body than not, parted from what is above it as the body's last is, and tells of the same."""
    likely = body and sheet.scores[i] > 0 and sheet.lines.size[i] >= RETOLD and sheet.lines.gap[i] >= sheet.lines.gap[body[-1]]
    return bool(likely) and sheet.lines.told_of(i, body) >= SAME_STORY * sheet.lines.longer[i]


def _is_signed(text: str) -> bool:
    """Whether a text ends in a full stop with the wire behind it that signs it: "The port is open. (NP)"."""
    found = SIGNATURE.search(text, max(0, len(text) - TAIL))
    return found is not None and ends_sentence(text[: found.start()].rstrip()) and agency_at(found[1]) is not None


def _lead(sheet: Sheet, taken: Bools) -> slice:
    """What stands between a headline and the text below it, long enough to lead to it, where a page begins with them.

    A lead may have no full stop, and is then little like a body; but the text tells what lead and headline tell.
    """
    first = start = int(taken.argmax())
    size, known = sheet.lines.size, sheet.known
    while 1 < start <= HEAD and size[start - 1] >= LEAD and size[start - 2] >= TITLE and not known[start - 2 : start].any():
        told, longer = sheet.lines.told(taken.nonzero()[0].tolist()), sheet.lines.longer
        if any(told[i] < AGAIN * longer[i] for i in (start - 1, start - 2)):
            break
        start -= 1
    return slice(start, first)


def _rest_of_run(sheet: Sheet, ended: Bools, stop: int) -> slice:
    """What stands below a body with no empty line between, where it is sentences and what the tables know: "Read also: ...", a sentence.

    A sentence behind such a line is little like a body to its neighbours; that the page parts it from what follows says more.
    """
    end = next((i for i in range(stop, len(ended)) if sheet.blocks[i].gap), stop)
    if end == stop:
        return slice(stop, stop)
    begun = next((i for i in range(stop - 1, 0, -1) if sheet.blocks[i].gap), 0)
    least = SAME_RUN if any(sheet.kinds[begun:end]) else INSIDE
    fits = all(sheet.kinds[i] or _may_end(sheet, i, bool(ended[i]), least) for i in range(stop, end))
    return slice(stop, end if fits else stop)


def _may_end(sheet: Sheet, i: int, ended: bool, least: float) -> bool:
    """Whether a line may stand at an article's end: a sentence, or the initials of those who wrote it."""
    text = sheet.blocks[i].text
    if not ended:
        return len(text) <= INITIALS and any(c.isalpha() for c in text)
    return bool(sheet.scores[i] > least) and text.count(" ") >= FEWEST - 1 and not text[0].islower()


def _ended(body: Numbers, ended: Bools) -> Numbers:
    """The body up to its last full sentence, where it is made of sentences: what comes after is nobody's paragraph."""
    sentences = body[ended[body]]
    return body if len(sentences) < max(3, MOSTLY * len(body)) else body[body <= sentences[-1]]
