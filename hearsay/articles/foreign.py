"""The language of an article, and which of its paragraphs are in another: a quoted line stays, a neighbour's sidebar is clutter."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from hearsay.language import Language, identify, load
from hearsay.model import Span
from hearsay.text import TOKEN, fold, fold_text

SAMPLE = 1500
"""Characters that tell a language: 1,500 agree with the whole text, and cost a third."""
SHORTEST = 40
"""Characters. Shorter lines are names and titles, which are nobody's language."""
SURE = 0.98
COMMON = 0.1
"""Share of function words below which a paragraph is looked at: running text of our languages has three times as many."""
MOST = 0.4
"""Share of a body from which foreign paragraphs are the article, whatever its beginning is in."""
QUOTES = "\"'«„“”‘"
NOT_LATIN = re.compile("[\u0250-\U0010ffff]+")


def language_of(text: str, paragraphs: Sequence[Span], languages: Mapping[str, Language]) -> str:
    """The language of the body's first thousand characters or so in the alphabet that most of it is in, not of the page around it.

    A line of Cyrillic among Latin ones has more bytes than its share and would outweigh them.
    """
    kinds: dict[bool, list[str]] = {True: [], False: []}
    for span in paragraphs:
        words = span.of(text)
        kinds[_is_latin(words)].append(words)
    code = identify(" ".join(max(kinds.values(), key=lambda some: sum(map(len, some))))[:SAMPLE])[0]
    return code if code in languages else next(iter(languages))


def _is_latin(words: str) -> bool:
    return words.isascii() or 2 * len(NOT_LATIN.sub("", words)) >= len(words)


def foreign(text: str, paragraphs: Sequence[Span], code: str, languages: Mapping[str, Language]) -> dict[Span, str]:
    """The paragraphs in a known language that is not the article's, with its code."""
    found = {}
    for span in paragraphs:
        words = span.of(text)
        if len(words) >= SHORTEST and _strange(words, code):
            other, sure = identify(words)
            if other != code and other in languages and sure >= SURE:
                found[span] = other
    return found


def sidebars(text: str, paragraphs: Sequence[Span], others: Mapping[Span, str]) -> frozenset[Span]:
    """Foreign paragraphs at a body's beginning or end that are no quotation."""
    out: set[Span] = set()
    for run in (paragraphs, paragraphs[::-1]):
        for span in run:
            if span not in others or text[span.start] in QUOTES:
                break
            out.add(span)
    whole = sum(span.stop - span.start for span in paragraphs)
    return frozenset(out) if sum(span.stop - span.start for span in out) < MOST * whole else frozenset()


def _strange(words: str, code: str) -> bool:
    """Whether a paragraph has a letter that the language's own words never have, or hardly any of its function words."""
    letters, common = _dress(code)
    folded = fold_text(words)
    if any(map(str.isalpha, set(folded) - letters)):
        return True
    found = TOKEN.findall(folded)
    return sum(map(common.__contains__, found)) < COMMON * len(found)


@cache
def _dress(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """The letters of a language's own words, and its function words."""
    language = load(code)
    forms = [row.form for table in ("words", "cues", "times") for row in language.rows(table)]
    common = frozenset(fold(row.form.lstrip("=")) for row in language.rows("words"))
    return frozenset("".join(forms).casefold()), common
