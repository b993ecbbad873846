"""What a page's lines are beside running text: dates, bylines, rights lines, picture credits; told by the tables and the calendar."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from hearsay.articles.arrays import Bools, Numbers
from hearsay.articles.blocks import Block, ends_sentence
from hearsay.articles.byline import People, signed
from hearsay.articles.clean import Sheet
from hearsay.articles.credits import IN_LINES
from hearsay.articles.dateline import agency_at, dateline
from hearsay.articles.days import Calendar
from hearsay.articles.diary import CLOCK, Diary
from hearsay.articles.forms import line_key
from hearsay.articles.letters import Kind
from hearsay.articles.lines import Lines
from hearsay.articles.notices import Rights
from hearsay.articles.phrases import Phrase, Phrases, Said, together
from hearsay.model import Dateline, Span

SHORT = 300
"""Characters. Furniture stands in shorter lines."""
CLAIM_LONGEST = 600
CLAIM = re.compile(r"(?:©|\(c\)).*(?:19|20)\d\d", re.IGNORECASE)
PARTIES = re.compile(r"(?:\s*[/,|]\s*[^/,|.\n]{2,40}){0,2}[»”\")\].]*")
"""Who else is named behind the first in a picture's credit, to its end."""
IMAGE_CREDIT, CAPTION = 100, 150
SHOWN = 60
"""Characters of the words under a picture whose source stands above them; a standfirst is longer."""
SAYING = 3
"""Words that say who somebody is; an editor-in-chief's in an imprint are fewer."""
CALLING = frozenset({"digest", "list", "newsroom"})
"""Kinds of phrases by which somebody or something is called."""
LAST_PART = re.compile(r"\s*[,|/]\s*|\s[–—-]\s")
"""What stands before the agency behind a place or an author: "Ilden - Norvia Press, Reuters"."""
TAKEN = re.compile(r"(?:[.,;].*)?[.,;]\s([^.,;/]{2,40}/[^.,;/]{2,40})")
"""Behind the words under a picture, after a day perhaps, the outlet and who took it: ", 4 March 2031. Norvia Herald/Anna Lorne"."""
COUNTERS = frozenset({"time", "counter", "share"})
"""Kinds of lines between an author's and a picture."""
COUNTER = 20
"""Characters of a number with what it counts: "5 minutes"."""
LABEL, LABELLED = 24, 80
"""Characters of a line that is a label, and of the line below that it labels."""
COLON = ord(":")
MARKED = 70
"""Characters of a line that says who wrote when."""


@dataclass(frozen=True, slots=True)
class Signs:
    """The furniture among some blocks of a page.

    `said` and `named` are the phrases of the furniture and credit tables in lines short enough to be furniture, by block; `people`
    tells who is named in them. `permitting` are the blocks that say in words of their own what readers may do with the text; `calling`
    those with a phrase of each kind that says what somebody or something is called.
    """

    text: str
    sheet: Sheet
    diary: Diary
    people: People | None = None
    said: Said = field(default_factory=dict)
    named: Said = field(default_factory=dict)
    permitting: Sequence[int] = ()
    calling: Mapping[str, Sequence[int]] = field(default_factory=dict)

    def apart(self, i: int) -> str | None:
        """What kind of furniture a block is that stands among paragraphs; None for a paragraph."""
        if self.diary.is_day(i):
            return "date"
        if i in self.said and self.is_rights(i):
            return "rights"
        if (i in self.said and self._is_signed(i)) or self.is_boxed(i) or self.is_boxed(i + 1):
            return "byline"
        return "image" if i in self.named and self._is_caption(i) else None

    def _is_signed(self, i: int) -> bool:
        """Whether a line says that someone wrote the article."""
        return self.people is not None and bool(signed(self.text, self.sheet.blocks[i], self.said.get(i, ()), self.people))

    def _is_caption(self, i: int) -> bool:
        """Whether a line is a picture's credit, or what it shows with the credit at the end."""
        block = self.sheet.blocks[i]
        credited = [phrase for phrase in self.named.get(i, ()) if phrase.kind == "image"]
        if len(block.text) < IMAGE_CREDIT and _begins(block, credited):
            return True
        return len(block.text) < CAPTION and any(PARTIES.fullmatch(self.text, phrase.span.stop, block.span.stop) for phrase in credited)

    def beside(self, i: int) -> str | None:
        """What a line beside a body is: who wrote it, when ("4 March | 15:33 | Anna Lorne", "marked"), or what a picture shows."""
        block = self.sheet.blocks[i]
        if kind := self.apart(i):
            return kind
        if any(phrase.kind == "image" for phrase in self.named.get(i, ())):
            return "image"
        if len(block.text) <= MARKED and _begins(block, self.named.get(i, ())):
            return "byline"
        if _begins(block, [phrase for phrase in self.said.get(i, ()) if not _is_title(block, phrase)]):
            return "byline"
        if self.people and self.people.signature(block):
            return "byline"
        if len(block.text) <= MARKED and block.text[block.text.rfind(" ") + 1].isupper() and agency_at(LAST_PART.split(block.text)[-1]):
            return "byline"
        return "marked" if len(block.text) <= MARKED and (CLOCK.search(block.text) or self.diary.days(i)) else None

    def is_credit(self, i: int) -> bool:
        """Whether a line is a picture's credit and nothing else."""
        return _begins(self.sheet.blocks[i], [phrase for phrase in self.named.get(i, ()) if phrase.kind == "image"])

    def is_claim(self, i: int) -> bool:
        """Whether a line claims the page for its outlet: "© Norvia Herald 2031"."""
        return bool(CLAIM.search(self.sheet.blocks[i].text)) or self.is_rights(i)

    def is_boxed(self, i: int) -> bool:
        """Whether a line ends a box that says who somebody is, "Anna Lorne", "Reporter at the Norvia Herald"; an imprint is none."""
        callings = self.calling.get("newsroom", ())
        alone = i in callings and i - 2 not in callings and i + 2 not in callings
        return alone and self.sheet.blocks[i].text.count(" ") >= SAYING - 1 and self._signs(i - 1) and not self._signs(i - 2)

    def _signs(self, i: int) -> bool:
        """Whether a line is the name of somebody, and no day."""
        alone = i >= 0 and i not in self.diary.numbered
        return alone and self.people is not None and bool(self.people.signature(self.sheet.blocks[i]))

    def is_rights(self, i: int) -> bool:
        """Whether a line says what readers may do with the text."""
        return any(phrase.kind == "rights" for phrase in self.said.get(i, ()))

    def dateline(self, i: int) -> Dateline | None:
        """The dateline that a block begins with."""
        return dateline(self.text, self.sheet.blocks[i].span, self.diary.calendar)


def read(text: str, sheet: Sheet, calendar: Calendar, people: People, rights: Rights, furniture: Phrases, credits: Phrases) -> Signs:
    """Look the short lines up in the tables."""
    within, named = _within(sheet.lines, sheet.known, together(furniture, credits))
    whole, claims = _whole_lines(sheet, furniture), _claimed(sheet, furniture)
    said = {i: [*whole.get(i, ()), *within.get(i, ()), *claims.get(i, ())] for i in sorted({*whole, *within, *claims})}
    signs = Signs(text, sheet, Diary(sheet.lines, calendar), people, said, named, rights.among(sheet.lines), _calling(said))
    pictures = _pictures(signs)
    return replace(signs, named={**named, **pictures}) if pictures else signs


def _calling(said: Said) -> dict[str, list[int]]:
    calling: dict[str, list[int]] = {}
    for i, phrases in said.items():
        for phrase in phrases:
            if phrase.kind in CALLING:
                calling.setdefault(phrase.kind, []).append(i)
    return calling


def _pictures(signs: Signs) -> dict[int, list[Phrase]]:
    """The sources that are a picture's, with the words under it: "Source: Norvia Press", "Skaters on the lake", then an empty line.

    A text's own source stands beside the author or below the last paragraph; with a few words between it and the text, under a headline
    and its author's line, it is the source of what they show.
    """
    out = _captions_said_again(signs)
    for i, phrases in signs.named.items():
        block = signs.sheet.blocks[i]
        if _shows(signs, i) and any(phrase.kind == "wire" and phrase.span == block.span for phrase in phrases):
            out[i] = [phrase._replace(kind="image") for phrase in phrases]
            out[i + 1] = [Phrase("image", signs.sheet.blocks[i + 1].span, {})]
        labels = [phrase for phrase in phrases if block.span.start <= phrase.span.start and phrase.span.stop > block.span.stop]
        if labels and i > 1 and _few_words(signs.sheet, i - 1, CAPTION) and _is_below_furniture(signs, i - 1):
            out[i] = out[i + 1] = [phrase._replace(kind="image") for phrase in labels]
    return out


def _captions_said_again(signs: Signs) -> dict[int, list[Phrase]]:
    """Lines that say again what the line above does, with who took the picture behind it: what is shown stands twice on many a page."""
    lines, blocks = signs.sheet.lines, signs.sheet.blocks
    out: dict[int, list[Phrase]] = {}
    for i in ((lines.number[1:] > lines.number[:-1]) & (lines.size[1:] <= SHORT) & _begin_alike(lines)).nonzero()[0].tolist():
        again, credited = blocks[i + 1], [phrase for phrase in signs.named.get(i + 1, ()) if phrase.kind == "image"]
        if again.is_joined or not again.text.startswith(blocks[i].text):
            continue
        if taken := TAKEN.fullmatch(again.text, len(blocks[i].text)):
            credited = [Phrase("image", again.span, {"agency": Span(again.span.start + taken.start(1), again.span.stop)})]
        if credited:
            out[i + 1] = credited
            if i and _is_below_furniture(signs, i):
                out[i] = [Phrase("image", blocks[i].span, {})]
    return out


def _is_below_furniture(signs: Signs, i: int) -> bool:
    """Whether a sentence, a day, a byline, a counter or the same words stand right above a line, as above no headline."""
    said, text = signs.sheet.lines.said, signs.sheet.blocks[i - 1].text
    counts = signs.sheet.kinds[i - 1] in COUNTERS or (len(text) <= COUNTER and any(map(str.isdigit, text)))
    return counts or bool(signs.sheet.lines.ended[i - 1]) or said[i - 1] == said[i] or signs.beside(i - 1) is not None


def _begin_alike(lines: Lines) -> Bools:
    """Which lines begin with the word that the next begins with."""
    return np.asarray((lines.begun[1:] == lines.begun[:-1]) & (lines.number[:-1] > 1))


def _shows(signs: Signs, i: int) -> bool:
    """Whether a line stands between the line on author and day under a headline and a few words above an empty line."""
    blocks, kinds = signs.sheet.blocks, signs.sheet.kinds
    if i + 2 >= len(blocks) or blocks[i].gap or blocks[i + 1].gap or not blocks[i + 2].gap or not _few_words(signs.sheet, i + 1, SHOWN):
        return False
    first = next(n for n in range(i, -1, -1) if n == 0 or blocks[n].gap)
    by = next((n for n in range(i - 1, first, -1) if kinds[n] is None), first)
    return signs.beside(by) in ("byline", "date", "marked") and any(_few_words(signs.sheet, n, SHORT) for n in range(first, by))


def _few_words(sheet: Sheet, i: int, most: int) -> bool:
    """Whether a line is words of no known kind that are no sentence."""
    text = sheet.blocks[i].text
    return sheet.kinds[i] is None and " " in text and len(text) <= most and not ends_sentence(text)


def _within(lines: Lines, known: Bools, tables: Phrases) -> tuple[dict[int, list[Phrase]], dict[int, list[Phrase]]]:
    """The phrases with slots in the short lines, by their numbers: the furniture, and the credits."""
    short = (lines.size <= SHORT).nonzero()[0]
    said: dict[int, list[Phrase]] = {}
    named: dict[int, list[Phrase]] = {}
    for n, phrases in tables.among(lines.text, lines.start[short].tolist(), _ends(lines, known)[short].tolist()).items():
        for phrase in phrases:
            found = named if phrase.kind in IN_LINES else said
            found.setdefault(i := int(short[n]), []).append(phrase)
            if phrase.span.stop > lines.stop[i]:
                found.setdefault(i + 1, []).append(phrase)
    return said, named


def _ends(lines: Lines, known: Bools) -> Numbers:
    """Where each line ends; one that is a label ends with the next, which says what it labels: "Photo:", "Anna Lorne". No set phrase does,
    nor a line with a label of its own.
    """
    ends = lines.stop.copy()
    for i in ((lines.seen.codes.take(lines.stop - 1) == COLON) & (lines.size <= LABEL))[:-1].nonzero()[0].tolist():
        below = i + 1
        if lines.size[below] <= LABELLED and not (known[below] or lines.ended[below] or lines.counts[below, Kind.COLON]):
            ends[i] = lines.stop[below]
    return ends


def _whole_lines(sheet: Sheet, table: Phrases) -> dict[int, list[Phrase]]:
    """Short lines that are a set phrase, or begin or end with one: "(c) Norvia Press. All rights reserved"."""
    spans = ((i, kind, sheet.blocks[i].span) for i, kind in table.kinds(sheet.lines).items())
    return {i: [Phrase(kind, span, {})] for i, kind, span in spans if span.stop - span.start <= SHORT}


def _claimed(sheet: Sheet, table: Phrases) -> dict[int, list[Phrase]]:
    """The rights that stand behind who claims the page, in a line: "© Norvia Herald. No part may be copied"."""
    lines = ((i, sheet.blocks[i]) for i in sheet.lines.counts[:, Kind.COPYRIGHT].nonzero()[0].tolist())
    parts = ((i, block.span, part) for i, block in lines if len(block.text) <= CLAIM_LONGEST for part in block.text.split(". ")[1:])
    return {i: [Phrase("rights", span, {})] for i, span, part in parts if table.line(part, line_key(part)) == "rights"}


def _is_title(block: Block, phrase: Phrase) -> bool:
    """Whether a phrase may be a title's: "Five things to know", "The day in brief"; but "In brief: ..." is a label."""
    return phrase.kind == "list" or (phrase.kind == "digest" and ":" not in block.text)


def _begins(block: Block, phrases: Sequence[Phrase]) -> bool:
    """Whether one of the phrases stands at the block's beginning."""
    return any(phrase.span.start - block.span.start <= 2 for phrase in phrases)
