"""A table's forms found among tokens, inflected as they may be.

In a form, ``=word`` stands for exactly that word, ``…`` for a gap of up to six words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from hearsay.tables import Row
from hearsay.text import Token, fold

GAP = "…"
LONGEST_GAP = 6
BOTH = ("verb", "noun")
TEXT = itemgetter(Token._fields.index("text"))
WORDS_KEPT = 1 << 16  # printed words, and pairs of them, of which a table remembers what they begin and meet


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
    """Finds the forms of a table among tokens, inflected as they may be. `stem` takes a word's ending of a kind ("verb", "noun") away."""

    def __init__(self, stem: Callable[[str, str], Stem], rows: Sequence[Row]):
        self._stem = stem
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
        self._begun = lru_cache(WORDS_KEPT)(self._begin)

    def _keys(self, word: str, kinds: Sequence[str]) -> dict[str, None]:
        """What a word is looked up by: as it is, and without its endings."""
        stems = (self._stem(word, kind).text for kind in kinds)
        return {fold(word[1:]): None} if word.startswith("=") else dict.fromkeys((fold(word), *stems))

    def _compare(self, word: str, printed: str, kinds: Sequence[str]) -> bool:
        """Whether a form's word meets a printed one, the endings of these kinds allowed."""
        folded = fold(printed)
        if word.startswith("="):
            return folded == fold(word[1:])
        stems = ((self._stem(word, kind), self._stem(printed, kind)) for kind in kinds)
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

    def _begin(self, first: str, second: str) -> tuple[Form, ...]:
        """The forms of several words that may begin with these two, the longest first."""
        opening = self._opening(first)
        if opening is None or not opening.longer:
            return ()
        fit = opening.gapped
        for word in self._met(second):
            fit += opening.following.get(word, ())
        return tuple(form for _, form in sorted(fit))

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
        fit = self._begun(tokens[i].text, tokens[i + 1].text) if i + 1 < len(tokens) else ()
        hits = [(form.row, self._follow(tokens, i, form.words)) for form in fit]
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
        for i, opening in enumerate(map(self._opening, map(TEXT, tokens))):
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
