"""Who wrote the article, as the page says it; a wire's name in the byline is a credit and nobody's name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from hearsay.articles.blocks import Block
from hearsay.articles.dateline import agency_at
from hearsay.articles.phrases import Phrase
from hearsay.language import Language
from hearsay.model import Grounded, Page, Span
from hearsay.text import fold, trim

LONGEST = 60
PARTS = re.compile(r"\s*[|,•·–—]\s*|\s+[-/]\s+")
"""What stands between a name and a date on one line."""


def byline(text: str, beside: Sequence[tuple[Block, Sequence[Phrase]]], above: Sequence[Block], known: frozenset[str]) -> Span | None:
    """The name in a line beside the article that says who wrote it: "By Anna Lorne"; else a name on a line of its own above the body."""
    for block, said in beside:
        for phrase in said if len(block.text) < 120 else ():
            span = phrase.slots.get("name")
            if phrase.kind == "byline" and span and phrase.span.start - block.span.start <= 2 and _is_name(span.of(text)):
                return trim(text, span)
    return next((span for block in above if (span := signature(block, known))), None)


def signature(block: Block, known: frozenset[str]) -> Span | None:
    """A line that is a person's name, with at most a date behind it: "Anna Lorne", "Anna Lorne | 4 March 2031". `known` are given names."""
    if len(block.text) > LONGEST:
        return None
    name, *rest = PARTS.split(block.text, maxsplit=1)
    words = name.split()
    proper = all(word[0].isupper() and not word.isupper() for word in words) or name.istitle()
    if 2 <= len(words) <= 3 and proper and fold(words[0]) in known and all(any(c.isdigit() for c in part) for part in rest):
        return Span(block.span.start, block.span.start + len(name))
    return None


_GIVEN: dict[tuple[str, ...], frozenset[str]] = {}


def given(languages: Mapping[str, Language]) -> frozenset[str]:
    """The given names of all these languages, gathered once."""
    key = tuple(languages)
    if key not in _GIVEN:
        _GIVEN[key] = frozenset(fold(row.form) for code in languages for row in languages[code].rows("names"))
    return _GIVEN[key]


def _is_name(words: str) -> bool:
    """Two to five words, the first and last with a capital."""
    parts = words.split()
    return 2 <= len(parts) <= 5 and parts[0][:1].isupper() and parts[-1][:1].isupper() and not any(c.isdigit() for c in words)


def author(page: Page, signed: Span | None) -> Grounded | None:
    """The person who wrote it; never an agency."""
    for stated in page.stated:
        if stated.field == "author" and _is_name(stated.value) and agency_at(stated.value) is None:
            return Grounded(stated.value, stated.ground)
    if signed is None or agency_at(signed.of(page.text)) is not None:
        return None
    return Grounded(signed.of(page.text), "byline", signed)
