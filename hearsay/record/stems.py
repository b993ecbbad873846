"""Words as they are searched by: inflected forms meet in their stems."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from hearsay.language import load
from hearsay.text import TOKEN, fold

KINDS = ("noun", "verb")


@lru_cache(maxsize=65536)
def stems(word: str, language: str) -> frozenset[str]:
    """The word and its stems in one language: "відповіді" gives also "відповід"."""
    known = load(language)
    return frozenset({fold(word), *(known.stem(word, kind).text for kind in KINDS)})


@lru_cache(maxsize=262144)
def _line(word: str, language: str) -> str:
    return " ".join(sorted(stems(word, language)))


def stems_of(text: str, language: str) -> str:
    """A text as the stems of its words, in order."""
    return " ".join(_line(word, language) for word in words(text))


def words(text: str) -> list[str]:
    """The words of a text, without its signs."""
    return [word for word in TOKEN.findall(text) if word[0].isalnum()]


def query(text: str, languages: Iterable[str]) -> list[frozenset[str]]:
    """For each word of a question, its stems in all the languages asked."""
    codes = tuple(languages)
    return [frozenset({fold(word)}).union(*(stems(word, code) for code in codes)) for word in words(text)]
