"""Marked articles as the tagger's examples: what it sees of each and what it should find."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import signs
from headlines import made
from swaps import Donors, swapped

from hearsay.language import Language, load
from hearsay.marks.features import Look, look
from hearsay.marks.wordtypes import WordTypes
from hearsay.model import Span

RARE, OFTEN = (0.04, 0.16, 0.05), (0.4, 0.2, 0.3)  # how often quotation marks are lost, restyled, set as dialogue
SWAPPED = (0.5, 0.3)  # how often a source, a content is changed for another report's
Ints = npt.NDArray[np.int64]
OTHER, SOURCE, CUE, CONTENT = range(4)
ROLES = (("source", SOURCE), ("content", CONTENT), ("cue", CUE))


@dataclass
class Report:
    """One marked report: where it may be asked for (`anchors`), the role of each token near it, whether it is an inner one."""

    anchors: Ints
    places: Ints
    roles: Ints
    inner: bool


@dataclass
class Example:
    """An article to learn from. `levels` says whether inner reports are marked in it; `known` are the gold marks, for scoring."""

    id: str
    lang: str
    text: str
    paragraphs: list[Span]
    headline: Span | None
    look: Look
    reports: list[Report]
    levels: bool
    gold: list[dict[str, Any]]


def fold_of(name: str, folds: int = 10) -> int:
    """Which fold an article is in, by its id alone."""
    return zlib.crc32(name.encode()) % folds


def paragraphs(text: str) -> list[Span]:
    """The lines of a text that hold more than white space."""
    return [Span(*m.span()) for m in re.finditer(r"[^\n]*\S[^\n]*", text)]


def headline(record: dict[str, Any], spans: list[Span]) -> Span | None:
    """The first paragraph where the record says that it is the title, in place or by its words."""
    title = record.get("title")
    if isinstance(title, list) and spans and spans[0].overlaps(Span(*title)):
        return spans[0]
    if isinstance(title, str) and spans and spans[0].of(record["text"]).strip(" .").casefold() == title.strip(" .").casefold():
        return spans[0]
    return None


def read(path: Path) -> Iterator[Example]:
    """The examples of one gold file."""
    types: dict[str, WordTypes] = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield example(record, types.setdefault(record["lang"], WordTypes(load(record["lang"]))))


def varied(records: Sequence[dict[str, Any]], language: Language, donors: Donors, more: int) -> Iterator[Example]:
    """The examples of a language's articles, those with inner reports so many times; each with what can be made of it.

    From the second time on, sources and contents are changed about.
    """
    known = WordTypes(language)
    for record in records:
        for n in range(1 if "annotator" in record else more):
            one = swapped(record, donors, *SWAPPED) if n else record
            yield example(one, known)
            yield from (example(other, known) for other in others(one, language))


def others(record: dict[str, Any], language: Language) -> Iterator[dict[str, Any]]:
    """The beginning under a made headline; some of the time the article with its quotation marks lost or of another convention."""
    headed = made(record, language)
    if headed:
        yield headed
    rare = "annotator" in record  # the large English corpus
    other = signs.varied(record, *(RARE if rare else OFTEN))
    if other is not record:
        yield other


def example(record: dict[str, Any], known: WordTypes) -> Example:
    """A marked article as an example."""
    spans = paragraphs(record["text"])
    head = headline(record, spans)
    seen = look(record["text"], spans, known.language, known, head)
    starts, stops = (np.array([t[k] for t in seen.tokens]) for k in (0, 1))
    reports = [r for a in record["attributions"] if (r := report(seen, starts, stops, a)) is not None]
    return Example(
        record["id"], record["lang"], record["text"], spans, head, seen, reports, "annotator" not in record, record["attributions"]
    )


def report(seen: Look, starts: Ints, stops: Ints, attribution: dict[str, Any]) -> Report | None:
    """The marks of one report as roles of tokens; its anchors are its cue, else the sign between source and content, else its source."""
    roles = np.zeros(len(starts), np.int64)
    for name, role in ROLES:
        for s, e in attribution[name]:
            roles[(starts < e) & (stops > s)] = role
    if not (roles == CONTENT).any():
        return None
    anchors = np.flatnonzero(roles == CUE)
    if not len(anchors):
        anchors = sign_between(seen, roles)
    places = np.flatnonzero(roles)
    return Report(anchors, places, roles[places], bool(attribution.get("inside"))) if len(anchors) else None


def sign_between(seen: Look, roles: Ints) -> Ints:
    """A colon or dash between source and content, or the source itself where there is none."""
    source, content = np.flatnonzero(roles == SOURCE), np.flatnonzero(roles == CONTENT)
    if not len(source):
        return source
    gap = range(source[-1] + 1, content[0]) if source[-1] < content[0] else range(content[-1] + 1, source[0])
    signs = [i for i in gap if seen.tokens[i].text in ":-–—―"]
    return np.array(signs[:1]) if signs else source
