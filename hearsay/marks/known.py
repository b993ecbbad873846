"""Names that the world's tables know, where they stand: wires, outlets, offices, states, products, events."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from hearsay.text import Token
from hearsay.world import Found, names

THINGS = ("products", "events")


def at(tokens: Sequence[Token], i: int) -> Found | None:
    """The known name that begins at token i; a body, paper or state before a product or an event."""
    return (names().at(tokens, i) or names(*THINGS).at(tokens, i)) if _begins(tokens[i].text) else None


@lru_cache(maxsize=1 << 16)
def _begins(word: str) -> bool:
    """Whether a name may begin with this word: with most words none does, so that what follows them need not be asked."""
    alone = (Token(0, len(word), word),)
    return any(tables.opens(word) or tables.at(alone, 0) for tables in (names(), names(*THINGS)))
