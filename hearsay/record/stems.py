"""Words as they are searched by: inflected forms meet in their stems."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from hearsay.language import load
from hearsay.text import fold, tokens

KINDS = ("noun", "verb")


@lru_cache(maxsize=65536)
def stems(word: str, language: str) -> frozenset[str]:
    """The word and its stems in one language: "відповіді" gives also "відповід"."""
    known = load(language)
    return frozenset({fold(word), *(known.stem(word, kind).text for kind in KINDS)})


def stems_of(text: str, language: str) -> str:
    """A text as the stems of its words, in order."""
    return " ".join(stem for token in tokens(text) if token.text[0].isalnum() for stem in sorted(stems(token.text, language)))


def query(text: str, languages: Iterable[str]) -> list[frozenset[str]]:
    """For each word of a question, its stems in all the languages asked."""
    codes = tuple(languages)
    asked = [token.text for token in tokens(text) if token.text[0].isalnum()]
    return [frozenset().union(*(stems(word, code) for code in codes)) if codes else frozenset({fold(word)}) for word in asked]
