"""The language folders' own sentences as training articles: cases and the examples of cue tables, among paragraphs of real articles.

They hold what ordinary news has seldom: reporting nouns, pointing forms, reports without a source, rare verbs. Every tenth sentence
(fold 0, by its words) is held out, so that the share of cases read as drawn can be told for sentences that training never saw.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from headlines import beginning, moved
from swaps import Donors, swapped

from examples import SWAPPED, Example, example, fold_of
from hearsay.language import Language
from hearsay.marks import notation
from hearsay.marks.notation import Case, Drawn
from hearsay.marks.wordtypes import WordTypes
from hearsay.model import Span
from hearsay.text import tokens

TOGETHER = 4  # lines of them in one made article, at most
AMONG = 0.6  # how often they stand beside the beginning of a real article
MOST_IN_LINE = 3
ID = "own"
Record = dict[str, Any]


def sentences(language: Language, held_out: bool = False) -> list[Case]:
    """Every sentence that the folder draws marks into, without those held out; or these alone."""
    folder = Path(str(files("hearsay") / "languages" / language.code / "cases"))
    found = [
        c
        for path in sorted(folder.glob("*.txt"))
        for c in notation.read(path.read_text(encoding="utf-8"), headline=path.name.startswith("headline"))
    ]
    examples = [notation.parse(row.example) for row in language.rows("cues")]
    found += [case for case in examples if whole(case, language)]
    return [case for case in found if (fold_of(case.text) == 0) == held_out]


def whole(case: Case, language: Language) -> bool:
    """Whether an example has no reporting word beside those drawn: an example need show only its own row."""
    marked = [s for d in case.drawn for s in (*d.cue, *d.content)]
    words = tokens(case.text)
    lexicon = language.lexicon("cues")
    hits = [hit for i in range(len(words)) for hit in lexicon.at(words, i) if hit.row.frame in ("verb", "according", "agentless")]
    return all(any(Span(words[i].start, words[i].stop).overlaps(s) for s in marked) for hit in hits for i in hit.indices[:1])


def marks(case: Case) -> list[Record]:
    """The case's statements in the form of the marked articles."""
    return [
        {
            "source": [list(s) for s in sorted(d.source)],
            "cue": [list(s) for s in sorted(d.cue)],
            "content": [list(s) for s in sorted(d.content)],
            **({"inside": True} if any(_holds(other, d) for other in case.drawn) else {}),
        }
        for d in case.drawn
    ]


def _holds(outer: Drawn, inner: Drawn) -> bool:
    words = [*inner.cue, *inner.source]
    back = [*outer.cue, *outer.source]
    holds = bool(words) and all(any(c.holds(w) for c in outer.content) for w in words)
    return outer is not inner and holds and not (back and all(any(c.holds(w) for c in inner.content) for w in back))


def read(language: Language, real: Sequence[Record], donors: Donors, times: int = 2) -> Iterator[Example]:
    """The folder's sentences, so many times, with beginnings of real articles; from the second time on with words changed about."""
    known, found = WordTypes(language), sentences(language)
    for n in range(times):
        for made in articles(found, real):
            yield example(swapped(made, donors, *SWAPPED) if n else made, known)


def records(found: Sequence[Case]) -> list[Record]:
    """The sentences as marked articles of their own."""
    return [_article([(case.text, marks(case), False)]) for case in found]


def articles(found: Sequence[Case], real: Sequence[Record]) -> Iterator[Record]:
    """Made articles: a few lines of the sentences or one alone, often around the beginning of a real article."""
    lines = list(_lines(random.sample(found, len(found))))
    while lines:
        many = random.randint(1, TOGETHER)
        parts, lines = lines[:many], lines[many:]
        heading = next((p for p in parts if p[2]), None)
        parts = [p for p in parts if not p[2]]
        near = random.choice(real)
        if random.random() < AMONG:
            parts.insert(random.randint(0, len(parts)), (*beginning(near), False))
        yield near | _article([heading, *parts] if heading else parts)


def _lines(cases: Sequence[Case]) -> Iterator[tuple[str, list[Record], bool]]:
    """The cases as lines with their marks; headlines stand alone. Each line says whether it is one."""
    waiting = list(cases)
    while waiting:
        many = random.randint(1, MOST_IN_LINE)
        line = [waiting.pop()]
        while not line[0].headline and waiting and not waiting[-1].headline and len(line) < many:
            line.append(waiting.pop())
        text, found = _joined([(c.text, marks(c)) for c in line], " ")
        yield text, found, line[0].headline


def _joined(parts: Sequence[tuple[str, list[Record]]], between: str) -> tuple[str, list[Record]]:
    text, found = "", list[Record]()
    for words, marked in parts:
        text += between if text else ""
        found += [moved(a, len(text)) for a in marked]
        text += words
    return text, found


def _article(parts: Sequence[tuple[str, list[Record], bool]]) -> Record:
    text, found = _joined([(words, marked) for words, marked, _ in parts], "\n\n")
    return {"id": ID, "text": text, "title": [0, len(parts[0][0])] if parts[0][2] else None, "attributions": found}
