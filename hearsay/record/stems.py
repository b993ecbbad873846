"""Words as they are searched by: inflected forms meet in their stems."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from hearsay.language import load
from hearsay.text import TOKEN, fold, tokens

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


def query(text: str, languages: Iterable[str], across: bool = False) -> list[frozenset[str]]:
    """For each word of a question, its stems in all the languages asked; with `across`, also those of words that mean the same there."""
    codes = tuple(languages)
    return [frozenset({fold(word)}).union(*(_meeting(word, code, codes if across else ()) for code in codes)) for word in words(text)]


def _meeting(word: str, code: str, others: tuple[str, ...]) -> frozenset[str]:
    """Stems in one language of the word, and of the words there that share a concept with it in any of the others."""
    concepts = frozenset[str]().union(*(_concepts(word, other) for other in others))
    forms = {row.form.removeprefix("=") for row in load(code).rows("concepts") if row.id in concepts} if concepts else set()
    return stems(word, code).union(*(stems(form, code) for form in forms if " " not in form))


@lru_cache(maxsize=4096)
def _concepts(word: str, code: str) -> frozenset[str]:
    return frozenset(hit.row.id for hit in load(code).lexicon("concepts").find(tokens(word)))
