"""One language folder becomes one frozen Language; and which language a text is in.

A folder holds ``language.toml`` and the tables named in `TABLES`: tab-separated, a header line, ``#`` for comments, ``-`` for nothing.
Every row has an ``example`` that a test runs. Forms are lemmas; a word meets its lemma by the suffixes that the folder lists
(`Language.stem`). In a form, ``=word`` stands for exactly that word, ``…`` for a gap of up to six words.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple

from hearsay.errors import LanguageError
from hearsay.tables import TABLES, Row, read_table
from hearsay.text import Token, fold

GAP = "…"
LONGEST_GAP = 6
BOTH = ("verb", "noun")
WORDS_KEPT = 1 << 16  # printed words of which a table remembers what they begin and meet


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
    _lexicons: dict[tuple[str, ...], Lexicon] = field(default_factory=dict, repr=False, compare=False)

    def rows(self, table: str) -> tuple[Any, ...]:
        """The rows of a table, empty where the folder has none."""
        return self.tables.get(table, ())

    def lexicon(self, *tables: str) -> Lexicon:
        """The tables as something that finds their forms in tokens, made once."""
        if tables not in self._lexicons:
            self._lexicons[tables] = Lexicon(self, [row for table in tables for row in self.rows(table)])
        return self._lexicons[tables]

    def stem(self, word: str, kind: str = "noun") -> Stem:
        """The word without its longest suffix of that kind ("verb" or "noun"): заявила gives заяв.

        At least three letters stay (two where the word has four).
        """
        known = self._stems.get((word, kind))
        if known is None:
            if len(self._stems) > 8 * WORDS_KEPT:
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


class Form(NamedTuple):
    """A row's form as its words; `kind` says which endings a form of one word may have ("verb" or "noun")."""

    row: Row
    words: tuple[str, ...]
    kind: str


class Opening(NamedTuple):
    """What a printed word may begin: the rows of this word alone, and whether there are longer forms, numbered from the longest.

    `following` has those by their second word, so that nearly all are ruled out by the word that follows; `gapped` leave it open.
    """

    lone: tuple[Row, ...]
    longer: bool
    gapped: tuple[tuple[int, Form], ...]
    following: Mapping[str, tuple[tuple[int, Form], ...]]


class Lexicon:
    """Finds the forms of a table among tokens, inflected as they may be."""

    def __init__(self, language: Language, rows: Sequence[Row]):
        self.language = language
        self._by_first: dict[str, list[Form]] = {}
        self._by_later: dict[str, list[str]] = {}
        for row in rows:
            words = tuple(row.form.split())
            form = Form(row, words, "verb" if getattr(row, "frame", "") in ("verb", "agentless") else "noun")
            for key in self._keys(words[0], _kinds(form)):
                self._by_first.setdefault(key, []).append(form)
        for found in self._by_first.values():
            found.sort(key=lambda form: -len(form.words))
        for word in {word: None for found in self._by_first.values() for form in found for word in form.words[1:]}:
            for key in self._keys(word, BOTH):
                self._by_later.setdefault(key, []).append(word)
        self._opening = lru_cache(WORDS_KEPT)(self._open)
        self._met = lru_cache(WORDS_KEPT)(self._meet)

    def _keys(self, word: str, kinds: Sequence[str]) -> dict[str, None]:
        """What a word is looked up by: as it is, and without its endings."""
        stems = (self.language.stem(word, kind).text for kind in kinds)
        return {fold(word[1:]): None} if word.startswith("=") else dict.fromkeys((fold(word), *stems))

    def _compare(self, word: str, printed: str, kinds: Sequence[str]) -> bool:
        """Whether a form's word meets a printed one, the endings of these kinds allowed."""
        folded = fold(printed)
        if word.startswith("="):
            return folded == fold(word[1:])
        stems = ((self.language.stem(word, kind), self.language.stem(printed, kind)) for kind in kinds)
        return folded == fold(word) or any(wanted.text == given.text and (wanted.bare or not given.bare) for wanted, given in stems)

    def _open(self, printed: str) -> Opening | None:
        """What the word may begin; None where it begins no form."""
        once = {id(form.row): form for key in self._keys(printed, BOTH) for form in self._by_first.get(key, ())}
        forms = [f for f in once.values() if f.words[0] == GAP or self._compare(f.words[0], printed, _kinds(f))]
        forms.sort(key=lambda form: -len(form.words))
        following: dict[str, tuple[tuple[int, Form], ...]] = {}
        for n, form in enumerate(forms):
            if len(form.words) > 1:
                following[form.words[1]] = (*following.get(form.words[1], ()), (n, form))
        lone = tuple(form.row for form in forms if len(form.words) == 1)
        return Opening(lone, bool(following), following.pop(GAP, ()), following) if forms else None

    def _meet(self, printed: str) -> frozenset[str]:
        """The words, of those that stand after the first in some form, that this printed one meets."""
        found = {word for key in self._keys(printed, BOTH) for word in self._by_later.get(key, ())}
        return frozenset(word for word in found if self._compare(word, printed, BOTH))

    def opens(self, word: str) -> bool:
        """Whether the word may begin a form of several words."""
        opening = self._opening(word)
        return opening is not None and opening.longer

    def at(self, tokens: Sequence[Token], i: int) -> list[Hit]:
        """All forms that begin at token i, longest first."""
        opening = self._opening(tokens[i].text)
        return [*self.longer(tokens, i), *(Hit(row, (i,)) for row in opening.lone)] if opening else []

    def longer(self, tokens: Sequence[Token], i: int) -> list[Hit]:
        """The forms of several words that begin at token i, longest first."""
        opening = self._opening(tokens[i].text)
        if opening is None or not opening.longer:
            return []
        fit = opening.gapped
        if opening.following and i + 1 < len(tokens):
            for word in self._met(tokens[i + 1].text):
                fit += opening.following.get(word, ())
        if not fit:
            return []
        hits = [(form.row, self._follow(tokens, i, form.words)) for _, form in sorted(fit)]
        return [Hit(row, indices) for row, indices in hits if indices]

    def _follow(self, tokens: Sequence[Token], i: int, words: tuple[str, ...]) -> tuple[int, ...]:
        """The indices of the form's words, the first of which stands at i; none if one is missing."""
        indices = [i]
        n, gap = i + 1, False
        for word in words[1:]:
            if word == GAP:
                gap = True
                continue
            last = min(len(tokens), n + (LONGEST_GAP + 1 if gap else 1))
            while n < last and word not in self._met(tokens[n].text):
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
        for i, opening in enumerate([self._opening(token.text) for token in tokens]):
            if opening is None or i in taken:
                continue
            longer = self.longer(tokens, i) if opening.longer else []
            hit = next((h for h in longer if taken.isdisjoint(h.indices)), None)
            if hit:
                taken.update(hit.indices)
                hits.append(hit)
            elif opening.lone:
                hits.append(Hit(opening.lone[0], (i,)))
        return hits


def _kinds(form: Form) -> tuple[str, ...]:
    """Whose endings the first word of a form may have: any in a form of several words."""
    return (form.kind,) if len(form.words) == 1 else BOTH


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
