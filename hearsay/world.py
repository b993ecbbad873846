"""Names that belong to no language: wires, outlets, offices, states, with their forms in all languages.

``hearsay/world/<table>.tsv``: name, kind, forms (parted by " | "), for states their capitals, example.
`Names.at` finds them among tokens, inflected as they may be.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from hearsay import text
from hearsay.tables import read_table
from hearsay.text import Token, fold

TABLES = ("wires", "outlets", "offices", "states")
KEPT = 1 << 16  # words whose forms are remembered
LONG = 9  # letters from which a name's last two vowels may both be its ending; "Германия" must not meet "Германа"
SHORT = 5  # letters below which a name takes no -e or -ie, which make other names of it
PLURAL = ("y", "i", "ы", "и", "і")  # endings that may fall away
SOFT = "aeiouyáéíýаеиоуыьйяіїю"
ENDINGS = frozenset(
    " a e i o u y ą ę é í ý ů ú om em ou ie ii iem ej oj ov mi ami ach ech ách ům ím ého ému ému ego emu im ym ych ov owi ovi"
    " ej iej iego iemu ich imi ymi ая ое ые ый яя ее ие ата ото ите ият"
    " а е и о у ы ь й я ю і ї ом ем єм ою ою ой ей єю ью ии ию ия иям ах ях ам ям ами ями ів ов ого ому его ему ым им"
    " ий ій их іх ую ої ові еві ия ият"
    "".split(" ")
)


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    kind: str
    forms: str
    example: str


@dataclass(frozen=True, slots=True)
class _State(_Row):
    capital: str


@dataclass(frozen=True, slots=True)
class _Outlet(_Row):
    domain: str


KINDS: dict[str, type[_Row]] = {"states": _State, "outlets": _Outlet}


class Named(NamedTuple):
    """Something the world knows by name: `table` says which list it stands in, `kind` what it is there.

    `seats` are the forms of a state's capital, which news often names for the state; `domains` are an outlet's addresses.
    """

    name: str
    kind: str
    forms: tuple[str, ...]
    table: str
    example: str
    seats: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()


class Found(NamedTuple):
    """A known name that begins at some token; `stop` is the index after its last token, `seat` the capital that stands for a state."""

    named: Named
    stop: int
    seat: str | None = None


@cache
def rows(table: str) -> tuple[Named, ...]:
    """The rows of one of the world's tables; none where the table is not there."""
    path = files("hearsay") / "world" / f"{table}.tsv"
    if not path.is_file():
        return ()
    read: tuple[_Row, ...] = read_table(path, KINDS.get(table, _Row))  # type: ignore[arg-type]
    return tuple(
        Named(r.name, r.kind, _forms(r.name, r.forms), table, r.example, _forms("-", getattr(r, "capital", "-")), _domains(r)) for r in read
    )


def _domains(row: _Row) -> tuple[str, ...]:
    return _forms("-", getattr(row, "domain", "-"))


def _forms(name: str, more: str) -> tuple[str, ...]:
    forms = (name, *(form.strip() for form in more.split("|")))
    return tuple(dict.fromkeys(form for form in forms if form and form != "-"))


def _split(form: str) -> tuple[str, ...]:
    return tuple(token.text for token in text.tokens(form))


def _meets(form: str, word: str) -> bool:
    """Whether the word is the form, with a case ending that it may have: "Рейтером" meets "Рейтер"; short forms must be the same."""
    if form == word:
        return True
    if form.isupper() or len(form) < 4 or word[:1].isupper() != form[:1].isupper():
        return False
    known, given = fold(form), fold(word)
    return given == known or any(given.startswith(base) and _ends(base, known[len(base) :], given[len(base) :]) for base in _bases(known))


def _ends(base: str, lost: str, ending: str) -> bool:
    """Whether a name that lost one ending may have the other: Афины, Афин; but Crimea has no Crime, and Bern no Bernie."""
    if not ending:
        return lost in PLURAL
    return ending in ENDINGS and not (len(base) < SHORT and ending in ("e", "ie"))


def _bases(form: str) -> tuple[str, ...]:
    """What stays of a form when its ending changes; long adjectives lose two letters: "российская" meets "российской"."""
    base = form[:-1] if form[-1] in SOFT else form
    if len(form) >= LONG and form[-2:-1] and form[-1] in SOFT and form[-2] in SOFT:
        return (base, form[:-2])
    return (base,)


def _shared(form: str, word: str) -> int:
    """How many letters two words begin with in common; a form that is the word itself counts above all."""
    if form == word:
        return len(form) + 1
    return next((n for n, (a, b) in enumerate(zip(form, word, strict=False)) if a != b), min(len(form), len(word)))


class _Form(NamedTuple):
    """A known name in one of its forms, as its words; `place` says how early it is to be tried."""

    place: int
    words: tuple[str, ...]
    named: Named
    seat: str | None


class _Opening(NamedTuple):
    """What a printed word may begin: names of this word alone, and longer ones by their second word."""

    lone: tuple[_Form, ...]
    following: Mapping[str, tuple[_Form, ...]]


class Names:
    """Finds the world's names among tokens, the longest first."""

    def __init__(self, tables: Sequence[str] = TABLES):
        self._by_first: dict[str, list[tuple[tuple[str, ...], Named, str | None]]] = {}
        self._by_later: dict[str, dict[str, None]] = {}
        for named in (n for table in tables for n in rows(table)):
            for form in (*named.forms, *named.seats):
                words, seat = _split(form), named.seats[0] if form in named.seats and form not in named.forms else None
                self._by_first.setdefault(_key(words[0]), []).append((words, named, seat))
                for word in words[1:]:
                    self._by_later.setdefault(_key(word), {})[word] = None
        for known in self._by_first.values():
            known.sort(key=lambda item: -len(item[0]))
        self._begun = lru_cache(KEPT)(self._begin)
        self._met = lru_cache(KEPT)(self._meet)

    def _begin(self, word: str) -> _Opening | None:
        """The known names that may begin with this word; None where there is none."""
        met = [item for item in self._by_first.get(_key(word), ()) if _meets(item[0][0], word)]
        met.sort(key=lambda item: (-len(item[0]), -_shared(item[0][0], word)))
        forms = [_Form(place, *item) for place, item in enumerate(met)]
        following: dict[str, tuple[_Form, ...]] = {}
        for form in forms:
            if len(form.words) > 1:
                following[form.words[1]] = (*following.get(form.words[1], ()), form)
        return _Opening(tuple(form for form in forms if len(form.words) == 1), following) if forms else None

    def _meet(self, word: str) -> frozenset[str]:
        """The words, of those that stand after the first in some name, that this one meets."""
        return frozenset(known for known in self._by_later.get(_key(word), ()) if _meets(known, word))

    def begins(self, word: str) -> bool:
        """Whether the word may begin a name, or be one."""
        return self._begun(word) is not None

    def opens(self, word: str) -> bool:
        """Whether the word may begin a name of several words."""
        opening = self._begun(word)
        return opening is not None and bool(opening.following)

    def at(self, tokens: Sequence[Token], i: int) -> Found | None:
        """The longest known name that begins at token i; of several the one whose first word is printed so."""
        opening = self._begun(tokens[i].text)
        if opening is None:
            return None
        best: Found | None = None
        for form in (*self._longer(opening, tokens, i), *opening.lone):
            if best and i + len(form.words) < best.stop:
                break
            if best is None or tokens[i].text == form.words[0]:
                best = Found(form.named, i + len(form.words), form.seat)
        return best

    def _longer(self, opening: _Opening, tokens: Sequence[Token], i: int) -> list[_Form]:
        """The names of several words that stand here, those to be tried first in front."""
        if not opening.following or i + 1 >= len(tokens):
            return []
        forms = (form for word in self._met(tokens[i + 1].text) for form in opening.following.get(word, ()))
        return sorted(form for form in forms if self._fits(form.words, tokens, i))

    def _fits(self, words: tuple[str, ...], tokens: Sequence[Token], i: int) -> bool:
        return i + len(words) <= len(tokens) and all(words[n] in self._met(tokens[i + n].text) for n in range(1, len(words)))


def _key(word: str) -> str:
    """What a name's words are looked up by: no ending reaches into the first three letters."""
    return fold(word)[:3]


@cache
def names(*tables: str) -> Names:
    """The finder for these tables (all where none is named), made once."""
    return Names(tables or TABLES)


def canonical(name: str, *tables: str) -> str | None:
    """The world's own spelling of a name as printed ("INTERFAX": "Interfax"); None for a name it does not know."""
    return _spelt(tables or TABLES).get(fold(name.strip(" \"'“”«»„./()")))


@cache
def _spelt(tables: tuple[str, ...]) -> Mapping[str, str]:
    """The names of these tables by their forms; of two that share one the first."""
    spelt: dict[str, str] = {}
    for named in (named for table in tables for named in rows(table)):
        for form in named.forms:
            spelt.setdefault(fold(form), named.name)
    return spelt


@lru_cache(maxsize=4096)
def seat_of(capital: str) -> str | None:
    """The state that is governed from this city: "Kyiv" gives "Ukraine"."""
    return next((n.name for n in rows("states") if capital in n.seats), None)


@lru_cache(maxsize=4096)
def state_of(adjective: str) -> str | None:
    """The state that an adjective speaks of: "российская" gives "Russia"."""
    known = names("adjectives")
    found = (known.at(text.tokens(word), 0) for word in (adjective, fold(adjective)) if word.strip())
    return next((hit.named.name for hit in found if hit), None)


@lru_cache(maxsize=4096)
def kind_of(name: str) -> str | None:
    """What kind of body bears this name: "US Department of State" is a "ministry"; None for one that the world does not know."""
    return next((n.kind for n in rows("offices") if n.name == name), None)


@lru_cache(maxsize=4096)
def governed_by(name: str) -> str | None:
    """The state whose government this is: "US administration" gives "United States"; None for other bodies."""
    row = next((n for n in rows("offices") if n.name == name and n.kind == "government"), None)
    words = text.tokens(name) if row else []
    found = names("states").at(words, 0) if words else None
    return found.named.name if found else state_of(words[0].text) if words else None


__all__ = ["TABLES", "Found", "Named", "Names", "canonical", "governed_by", "kind_of", "names", "rows", "seat_of", "state_of"]
