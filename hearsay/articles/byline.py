"""Who wrote the article, as the page says it; a wire's name in the byline is a credit and nobody's name."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.articles.blocks import Block
from hearsay.articles.dateline import agency_at
from hearsay.articles.phrases import Phrase
from hearsay.model import Grounded, Page, Span
from hearsay.text import trim


def byline(text: str, beside: Sequence[tuple[Block, Sequence[Phrase]]]) -> Span | None:
    """The name in a line beside the article that says who wrote it: "By Anna Lorne"."""
    for block, said in beside:
        for phrase in said if len(block.text) < 120 else ():
            span = phrase.slots.get("name")
            if phrase.kind == "byline" and span and phrase.span.start - block.span.start <= 2 and _is_name(span.of(text)):
                return trim(text, span)
    return None


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
