"""One language folder becomes one frozen Language; and which language a text is in.

A folder holds ``language.toml`` and the tables named in `TABLES`: tab-separated, a header line, ``#`` for comments, ``-`` for nothing.
Every row has an ``example`` that a test runs. Forms are lemmas; a word meets its lemma by the suffixes that the folder lists
(`Language.stem`). In a form, ``=word`` stands for exactly that word, ``…`` for a gap of up to six words.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple

from hearsay.errors import LanguageError
from hearsay.tables import TABLES, Row, read_table
from hearsay.text import Token, fold

GAP = "…"
LONGEST_GAP = 6
MET_KEPT = 200_000  # comparisons of a form's word with a printed word that are remembered; bounds memory at about 40 MB


class Stem(NamedTuple):
    """What is left of a word without its suffix; `bare` if it had none to lose."""

    text: str
    bare: bool


class Hit(NamedTuple):
    """A row found in tokens: the indices of the tokens that are its words (gaps left out)."""

    row: Any
    indices: tuple[int, ...]

    @property
    def first(self) -> int:
        return self.indices[0]

    @property
    def last(self) -> int:
        return self.indices[-1]


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
    _lexicons: dict[str, Lexicon] = field(default_factory=dict, repr=False, compare=False)

    def rows(self, table: str) -> tuple[Any, ...]:
        """The rows of a table, empty where the folder has none."""
        return self.tables.get(table, ())

    def lexicon(self, table: str) -> Lexicon:
        """The table as something that finds its forms in tokens, made once."""
        if table not in self._lexicons:
            self._lexicons[table] = Lexicon(self, self.rows(table))
        return self._lexicons[table]

    def stem(self, word: str, kind: str = "noun") -> Stem:
        """The word without its longest suffix of that kind ("verb" or "noun"): заявила gives заяв.

        At least three letters stay (two where the word has four).
        """
        known = self._stems.get((word, kind))
        if known is None:
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


class Lexicon:
    """Finds the forms of a table among tokens, inflected as they may be."""

    def __init__(self, language: Language, rows: Sequence[Row]):
        self.language = language
        self._by_first: dict[str, list[tuple[Row, tuple[str, ...], str]]] = {}
        self._met: dict[tuple[str, str, str, bool], bool] = {}
        self._openings: dict[str, list[tuple[Row, tuple[str, ...], str]]] = {}
        for row in rows:
            words = tuple(row.form.split())
            kind = "verb" if getattr(row, "frame", "") in ("verb", "agentless") else "noun"
            for key in self._keys(words[0], kind, len(words) == 1):
                self._by_first.setdefault(key, []).append((row, words, kind))
        for found in self._by_first.values():
            found.sort(key=lambda item: -len(item[1]))

    def _keys(self, word: str, kind: str, single: bool) -> set[str]:
        if word.startswith("="):
            return {fold(word[1:])}
        kinds = (kind,) if single else ("verb", "noun")
        return {fold(word)} | {self.language.stem(word, k).text for k in kinds}

    def _meets(self, word: str, token: str, kind: str, single: bool) -> bool:
        asked = (word, token, kind, single)
        known = self._met.get(asked)
        if known is None:
            if len(self._met) >= MET_KEPT:
                self._met.clear()
            known = self._met[asked] = self._compare(word, token, kind, single)
        return known

    def _compare(self, word: str, token: str, kind: str, single: bool) -> bool:
        folded = fold(token)
        if word.startswith("="):
            return folded == fold(word[1:])
        if folded == fold(word):
            return True
        for k in (kind,) if single else ("verb", "noun"):
            wanted, given = self.language.stem(word, k), self.language.stem(token, k)
            if wanted.text == given.text and (wanted.bare or not given.bare):
                return True
        return False

    def opens(self, word: str) -> bool:
        """Whether the word may begin a form of several words."""
        return any(len(words) > 1 for _, words, _ in self._opened(word))

    def _opened(self, word: str) -> list[tuple[Row, tuple[str, ...], str]]:
        """The forms that the word may begin, longest first."""
        known = self._openings.get(word)
        if known is None:
            if len(self._openings) >= MET_KEPT:
                self._openings.clear()
            stems = (self.language.stem(word, kind).text for kind in ("verb", "noun"))
            keys = dict.fromkeys((fold(word), *stems))  # as printed first
            once = {id(item[0]): item for key in keys for item in self._by_first.get(key, ())}
            met = [item for item in once.values() if item[1][0] == GAP or self._meets(item[1][0], word, item[2], len(item[1]) == 1)]
            known = self._openings[word] = sorted(met, key=lambda item: -len(item[1]))
        return known

    def at(self, tokens: Sequence[Token], i: int) -> Iterator[Hit]:
        """All forms that begin at token i, longest first."""
        for row, words, kind in self._opened(tokens[i].text):
            indices = (i,) if len(words) == 1 else self._follow(tokens, i, words, kind)
            if indices:
                yield Hit(row, indices)

    def _follow(self, tokens: Sequence[Token], i: int, words: tuple[str, ...], kind: str) -> tuple[int, ...]:
        """The indices of the form's words, the first of which stands at i; none if one is missing."""
        indices = [i]
        n, gap = i + 1, False
        for word in words[1:]:
            if word == GAP:
                gap = True
                continue
            last = min(len(tokens), n + (LONGEST_GAP + 1 if gap else 1))
            while n < last and not self._meets(word, tokens[n].text, kind, False):
                n += 1
            if n >= last:
                return ()
            indices.append(n)
            n, gap = n + 1, False
        return tuple(indices)

    def find(self, tokens: Sequence[Token]) -> list[Hit]:
        """The longest form at each place, left to right, none inside another (gaps do not count as inside)."""
        hits: list[Hit] = []
        taken: set[int] = set()
        for i in range(len(tokens)):
            if i in taken or not self._opened(tokens[i].text):
                continue
            hit = next((h for h in self.at(tokens, i) if not taken.intersection(h.indices)), None)
            if hit:
                hits.append(hit)
                taken.update(hit.indices)
        return hits


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
