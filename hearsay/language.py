"""One language folder becomes one frozen Language; and which language a text is in.

A folder holds ``language.toml`` and the tables named in `TABLES`: tab-separated, a header line, ``#`` for comments, ``-`` for nothing.
Every row has an ``example`` that a test runs. Forms are lemmas; a word meets its lemma by the suffixes that the folder lists
(`Language.stem`). How forms are found in a text stands in `lexicon`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from hearsay.errors import LanguageError
from hearsay.lexicon import Lexicon, Stem
from hearsay.tables import TABLES, Row, read_table
from hearsay.text import fold

STEMS_KEPT = 1 << 19


@dataclass(frozen=True)
class Language:
    """What one language folder says."""

    code: str
    name: str
    script: str
    quotes: tuple[tuple[str, str], ...]
    date_order: str
    suffixes: Mapping[str, tuple[str, ...]]
    origin: str
    tables: Mapping[str, tuple[Row, ...]]
    options: Mapping[str, Any] = field(default_factory=dict)
    _stems: dict[tuple[str, str], Stem] = field(default_factory=dict, repr=False, compare=False)
    _lexicons: dict[tuple[str, ...], Lexicon] = field(default_factory=dict, repr=False, compare=False)

    def rows(self, table: str) -> tuple[Any, ...]:
        """The rows of a table, empty where the folder has none."""
        return self.tables.get(table, ())

    def lexicon(self, *tables: str) -> Lexicon:
        """The tables as something that finds their forms in tokens, made once."""
        if tables not in self._lexicons:
            self._lexicons[tables] = Lexicon(self.stem, [row for table in tables for row in self.rows(table)])
        return self._lexicons[tables]

    def stem(self, word: str, kind: str = "noun") -> Stem:
        """The word without its longest suffix of that kind ("verb" or "noun"): заявила gives заяв.

        At least three letters stay (two where the word has four).
        """
        known = self._stems.get((word, kind))
        if known is None:
            if len(self._stems) > STEMS_KEPT:
                self._stems.clear()
            known = self._stems[word, kind] = _strip(fold(word), self.suffixes.get(kind, ()))
        return known

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """Folded words that a full stop follows without ending the sentence."""
        return frozenset(fold(row.form).rstrip(".") for row in self.rows("abbreviations"))


def _strip(word: str, suffixes: tuple[str, ...]) -> Stem:
    least = 3 if len(word) > 4 else 2
    for suffix in suffixes:  # longest first
        if word.endswith(suffix) and len(word) - len(suffix) >= least:
            return Stem(word[: len(word) - len(suffix)], False)
    return Stem(word, True)


# ------------------------------------------------------------------ reading folders


def folder(code: str) -> Traversable:
    """Where the language's data lie."""
    return files("hearsay") / "languages" / code


def known() -> tuple[str, ...]:
    """The codes of the languages that have a folder."""
    return tuple(sorted(f.name for f in (files("hearsay") / "languages").iterdir() if (f / "language.toml").is_file()))


@cache
def load(code: str) -> Language:
    """Read a language folder. Raises LanguageError, naming file and line, where a row is wrong."""
    place = folder(code)
    if not (place / "language.toml").is_file():
        raise LanguageError(f"no language folder {code!r}; there are {', '.join(known())}. Copy one and translate it (docs/languages.md).")
    settings = tomllib.loads((place / "language.toml").read_text(encoding="utf-8"))
    tables = {name: read_table(place / f"{name}.tsv", kind) for name, kind in TABLES.items() if (place / f"{name}.tsv").is_file()}
    return Language(
        code=code,
        name=settings["name"],
        script=settings["script"],
        quotes=tuple((a, b) for a, b in settings["quotes"]),
        date_order=settings["date_order"],
        suffixes={kind: _longest_first(ends) for kind, ends in settings.get("suffixes", {}).items()},
        origin=settings["origin"],
        tables=tables,
        options=settings.get("options", {}),
    )


def _longest_first(suffixes: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted((fold(s) for s in suffixes), key=lambda s: -len(s)))


@cache
def _identifier() -> Any:
    from hearsay.identifier import identifier

    return identifier(known())


def identify(text: str) -> tuple[str, float]:
    """The known language that a text is most likely in, with its probability. Method: py3langid, limited to the languages known."""
    code, probability = _identifier().classify(text)
    return str(code), float(probability)


class Languages(Mapping[str, Language]):
    """The languages by code, each read when first asked for."""

    def __init__(self, codes: Sequence[str] | None = None):
        self.codes = tuple(codes) if codes else known()

    def __getitem__(self, code: str) -> Language:
        if code not in self.codes:
            raise KeyError(code)
        return load(code)

    def __iter__(self) -> Iterator[str]:
        return iter(self.codes)

    def __len__(self) -> int:
        return len(self.codes)
