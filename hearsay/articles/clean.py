"""Cluttered text to the blocks of one article: every block scored, the best stretch taken, what is clutter within it left out.

Method: a learned score of blocks, then the stretch with the greatest sum of scores (Kadane), as in the maximum subsequence cleaners.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np

from hearsay.articles import repeat
from hearsay.articles.anchor import anchor
from hearsay.articles.arrays import Bools
from hearsay.articles.blocks import Block, ends_sentence
from hearsay.articles.credits import SIGNATURE, TAIL
from hearsay.articles.dateline import agency_at
from hearsay.articles.features import NAMES, best_stretch, features
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
INITIALS = 20
"""Characters of the initials that may stand under a last paragraph."""
SENTENCE = 45
"""Characters from which a block that ends in a full stop is a sentence."""
MOSTLY = 0.75
"""Share of sentences from which a body is made of them. All of these from cross-validation on the development pages, and our own."""
PATH = re.compile(r"[^\W\d_][\w’' -]{1,25}(?:\s?[»›>→]\s?[\w’' -]{2,25}){1,4}")
"""Where on its site an article stands: "Home » Culture"."""
SIGNING = (Kind.DASH, Kind.OPEN, Kind.DIVIDER)
"""Of which kinds a character stands in every text that a wire signs."""
LEADING = (Kind.ARROW, Kind.DIVIDER)
"""And in every path."""
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
    sheet = _unscored(text, clutter, repeated)
    if not scored or not sheet.blocks:
        return sheet
    rows = _rows(sheet)
    return replace(sheet, scores=score(sheet.lines, rows) - STRANGE * rows[:, NAMES.index("script")])


def measured(text: str, clutter: Phrases) -> tuple[Lines, Matrix]:
    """The lines of a text and what each looks like: what the weights are trained on."""
    sheet = _unscored(text, clutter, ())
    return sheet.lines, _rows(sheet)


def _unscored(text: str, clutter: Phrases, repeated: Collection[str]) -> Sheet:
    lines = Lines(text)
    said = dict.fromkeys(repeat.worn(lines.blocks, repeated), REPEATED) | clutter.kinds(lines)
    count = len(lines.blocks)
    known = np.zeros(count, np.bool_)
    known[list(said)] = True
    return Sheet(lines.blocks, lines, tuple(map(said.get, range(count))), known, np.zeros(count, np.float32), anchor(lines))


def _rows(sheet: Sheet) -> Matrix:
    closing = np.zeros(len(sheet.blocks), np.bool_)
    closing[[i for i in sheet.known.nonzero()[0].tolist() if sheet.kinds[i] in CLOSING]] = True
    return features(sheet.lines, sheet.anchor, sheet.known, closing)


def body(sheet: Sheet) -> list[int]:
    """The blocks that are the article's body, in order."""
    if not sheet.blocks:
        return []
    ended = sheet.lines.ended.copy()
    told = ended & (sheet.lines.size >= SENTENCE)
    for i in np.flatnonzero(~ended & (sheet.scores > SAME_RUN) & sheet.lines.holds(*SIGNING)).tolist():
        ended[i] = told[i] = _is_signed(sheet.blocks[i].text)
    likely = sheet.scores > INSIDE
    start, stop = _stretch(sheet, told & likely)
    taken = sheet.scores > OUTSIDE
    taken[start:stop] = likely[start:stop] & ~_teasers(sheet)[start:stop]
    for i in _subheadings(sheet, taken & told, start, stop):
        taken[i] = True
    stop = max(stop, _resumed(sheet, told, stop))
    taken[start:stop] |= (told & likely)[start:stop]
    for i in (told & likely & ~taken).nonzero()[0].tolist():
        taken[i] = i > 0 and taken[i - 1]  # a sentence goes on from the one above it
    taken[_lead(sheet, taken & ~sheet.known)] = True
    if start < stop:
        rest = _rest_of_run(sheet, ended, stop)
        taken[rest] = ended[rest]
    return np.flatnonzero(_ended(_below_path(sheet, taken & ~sheet.known), ended)).tolist()


def _subheadings(sheet: Sheet, told: Bools, start: int, stop: int) -> list[int]:
    """A few words within a body right above one of its sentences, little as they are like one."""
    unsigned = ~sheet.lines.holds(Kind.COLON, Kind.DIVIDER, Kind.COPYRIGHT) & ~sheet.lines.ended & ~sheet.known
    short = unsigned & (sheet.lines.size <= HEADING) & (sheet.lines.number > 0) & (sheet.scores > SAME_HEADING)
    above = (short[:-1] & told[1:]).nonzero()[0]
    return [i for i in above.tolist() if start < i < stop and not sheet.blocks[i].text[0].islower()]


def _teasers(sheet: Sheet) -> Bools:
    """Lines as long as a title that end in no sign at all and are not much like a body: other texts' titles among the paragraphs."""
    bare = sheet.lines.seen.kinds[sheet.lines.stop - 1] <= Kind.DIGIT
    return np.asarray(bare & (sheet.lines.size >= TEASER) & (sheet.scores < TITLED))


def _below_path(sheet: Sheet, taken: Bools) -> Bools:
    """The body without what stands above the path that leads to it, "Home » Culture", where a title and more of it stand right below."""
    body = taken.nonzero()[0]
    leading = sheet.lines.holds(*LEADING).nonzero()[0] if len(body) else body
    for i in leading[(leading >= body[:1]) & (leading < body[-1:])].tolist():
        if PATH.fullmatch(sheet.blocks[i].text) and sheet.kinds[i + 1] is None and not sheet.lines.ended[i + 1]:
            sizes = sheet.lines.size * taken
            if taken[i + 1 : i + NEAR].any() and sizes[:i].sum() < sizes[i:].sum():
                taken = taken & (np.arange(len(taken)) > i + 1)
    return taken


def _stretch(sheet: Sheet, likely: Bools) -> tuple[int, int]:
    """Where the greatest sum of scores stands, with the likely sentences right beside it; of known clutter one line may be between."""
    weights = (1 + sheet.lines.spaces) ** WEIGHT * np.where(sheet.known | (sheet.lines.again & ~sheet.lines.ended), KNOWN, 1)
    start, stop = best_stretch(np.clip(sheet.scores, -SURE, SURE) * weights)
    while 0 < start < stop and likely[start - 1]:
        start -= 1
    resumed = np.append((likely & (sheet.scores > 0))[1:], False) & sheet.known
    while start < stop < len(likely) and (likely[stop] or resumed[stop]):
        stop += 1
    return start, stop


def _resumed(sheet: Sheet, told: Bools, stop: int) -> int:
    """Where a body ends that goes on below a few lines that are none of it, such as a video's; no heading of other texts among them."""
    while below := next((i for i in range(stop, min(stop + BREAK + 1, len(told))) if told[i] and sheet.scores[i] > RESUMED), None):
        if any(sheet.kinds[i] in CLOSING for i in range(stop, below)):
            break
        stop = below + 1
    return stop


def _is_signed(text: str) -> bool:
    """Whether a text ends in a full stop with the wire behind it that signs it: "The port is open. (NP)"."""
    found = SIGNATURE.search(text, max(0, len(text) - TAIL))
    return found is not None and ends_sentence(text[: found.start()].rstrip()) and agency_at(found[1]) is not None


def _lead(sheet: Sheet, taken: Bools) -> slice:
    """What stands between a headline and the text below it, long enough to lead to it, where a page begins with them.

    A lead may have no full stop, and is then little like a body; but the text tells what lead and headline tell.
    """
    first = start = int(taken.argmax()) if taken.any() else 0
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


def _ended(taken: Bools, ended: Bools) -> Bools:
    """The body up to its last full sentence, where it is made of sentences: what comes after is nobody's paragraph."""
    last = np.flatnonzero(taken & ended)
    if len(last) < max(3, MOSTLY * taken.sum()):
        return taken
    return taken & (np.arange(len(taken)) <= last[-1])
