"""The set phrases of pages, from the tables furniture.tsv, clutter.tsv and credits.tsv of all languages at once.

A page in one language may wear another's menus, so every line is looked up in every table. A form is a whole line; with "…" at
its end or beginning it is how a line begins or ends. Slots: {n} a number, {agency} a proper name, {name}, {date}, {place} and {time} any
few words. An opening that ends in a colon needs it, or is all that the line says.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from hearsay.articles.arrays import PLACES, Numbers, among, places
from hearsay.articles.forms import SLOT, SLOTS, before, compiled, line_key, rarest, slots
from hearsay.articles.letters import letters
from hearsay.articles.lines import Lines
from hearsay.language import Language
from hearsay.lexicon import GAP
from hearsay.model import Span
from hearsay.tables import Classed

MASTHEADS = "masthead"
LEADS, COUNTED = frozenset({"related"}), frozenset({"share"})
"""Kinds whose whole-line forms also lead to a title behind a colon, or are followed by how often."""
COUNT = " {n}"
SHORTEST = 3
"""Letters by which the openings of lines are looked up; no opening has fewer."""
BEGINS, WHOLE, ENDS, HOLDS = 1, 2, 4, 8
"""What the words of a form may be to a line: its beginning, all of it, its end, or one of its words."""
REACH = 160
"""Characters of a slot and the words behind it, up to the word that a form cannot do without."""
LONGEST = 140
"""Characters. A set phrase fills a line; longer lines are only looked at for how they begin."""


class Phrase(NamedTuple):
    """A set phrase found: its kind, and the places of what filled its slots."""

    kind: str
    span: Span
    slots: Mapping[str, Span]


Said = Mapping[int, Sequence[Phrase]]
"""The phrases of one table on a page, by the number of the block they stand in."""


class _Stretch(NamedTuple):
    """One of some stretches of text: its number, and where it begins and ends."""

    number: int
    begin: int
    stop: int


class _Hit(NamedTuple):
    """A word that a pattern cannot do without: its number on the page, where it starts, the stretch it stands in."""

    word: str
    number: int
    start: int
    stretch: _Stretch


class _Pattern(NamedTuple):
    """A form with slots. `before` is how many of its words stand before the rarest, and `lead` the number of the first, where words begin
    it.
    """

    kind: str
    form: str
    before: int = 0
    lead: int = 0

    @property
    def regex(self) -> re.Pattern[str]:
        return compiled(self.form)

    def phrase(self, found: re.Match[str]) -> Phrase:
        return Phrase(self.kind, Span(*found.span()), slots(found))


class Phrases:
    """Finds the phrases of one table, of all the languages given.

    What a line may be is told by a number of its first or last words: nine lines in ten are nothing, and are not looked at again.
    """

    def __init__(self, rows: Iterable[Classed]):
        self._lines: dict[str, str] = {}
        self._begins: dict[str, list[tuple[str, str]]] = {}
        self._ends: dict[str, list[tuple[str, str]]] = {}
        self._spelt: dict[str, list[_Pattern]] = {}
        self._open: dict[str, list[_Pattern]] = {}
        self._roles = np.zeros(PLACES, np.uint8)
        self._noted: list[tuple[str, int]] = []
        for row in rows:
            self._add(row)
        numbers = _numbers([form for form, _ in self._noted])
        for number, (_, role) in zip(numbers, self._noted, strict=True):
            if number:
                self._roles[places(np.array([number], np.uint32))] |= role
        self._wordless = 0 in numbers
        self._known = np.array(sorted(set(numbers)), np.uint32)
        held = [*self._spelt, *self._open]
        self._words = {number: word for number, word in zip(_numbers(held), held, strict=True) if word.isalpha()}
        self._signs = [re.compile(re.escape(word), re.IGNORECASE) for word in held if not word.isalpha()]

    def _add(self, row: Classed) -> None:
        form = row.form.replace(GAP, "").strip()
        if any(slot in form for slot in SLOTS if slot != "{n}"):
            word = rarest(form)
            ahead = before(form, word)
            if ahead is None:
                self._open.setdefault(word, []).append(_Pattern(row.kind, form))
            else:
                lead = int(letters(form).words.key[0]) if ahead else 0
                self._spelt.setdefault(word, []).append(_Pattern(row.kind, form, ahead, lead))
            self._note(word, HOLDS)
        elif row.form.endswith(GAP):
            key = line_key(form)
            led = form.endswith(":")
            self._begins.setdefault(key[:SHORTEST], []).append((f"{key}:" if led else key, row.kind))
            self._note(form, BEGINS)
            if led:
                self._lines.setdefault(key, row.kind)
                self._note(form, WHOLE)
        elif row.form.startswith(GAP):
            key = line_key(form)
            self._ends.setdefault(key[-1:], []).append((key, row.kind))
            self._note(form, ENDS)
        else:
            self._lines[line_key(form)] = row.kind
            self._note(form, WHOLE)

    def _note(self, form: str, role: int) -> None:
        """Remember what the words of a form may be to a line."""
        self._noted.append((SLOT.sub(" ", form), role))

    def kinds(self, page: Lines) -> dict[int, str]:
        """The lines of a page that are a set phrase, or begin or end with one, with its kind, by their numbers."""
        texts = ((i, page.blocks[i].text) for i in (self._likely(page) if page.blocks else ()))
        return {i: kind for i, text in texts if (kind := self.line(text, line_key(text)))}

    def _likely(self, page: Lines) -> list[int]:
        """The lines that say what a phrase does, up to a word or from one on; and those without words, where a phrase has none."""
        begun, left = (self._roles[places] for places in page.places)
        words = (begun & np.where(page.closes, BEGINS | WHOLE, BEGINS) | left & ENDS).nonzero()[0]
        words = words[among(page.begun[words], self._known) | among(page.left[words], self._known)]
        likely = page.number == 0 if self._wordless else np.zeros(len(page.blocks), np.bool_)
        likely[page.block[words]] = True
        return likely.nonzero()[0].tolist()

    def line(self, text: str, key: str) -> str | None:
        """The kind of set phrase that this line is, or begins or ends with; `key` is the line's `line_key`."""
        if len(text) <= LONGEST and (kind := self._lines.get(key) or ((":" in key or key[-1:] == COUNT[-1]) and self._led(key))):
            return kind
        for start, kind in self._begins.get(key[:SHORTEST], ()):
            if _starts(key, start):
                return kind
        if len(text) <= LONGEST and (ending := self._ends.get(key[-1:])):
            for end, kind in ending:
                if key.endswith(end):
                    return kind
        return None

    def _led(self, key: str) -> str | None:
        """The kind of a line that a set phrase leads to something or counts: "You may also like: ...", "Share 14"."""
        head, sign, _ = key.partition(":")
        if sign and (kind := self._lines.get(head)) in LEADS:
            return kind
        kind = self._lines.get(key[: -len(COUNT)]) if key.endswith(COUNT) else None
        return kind if kind in COUNTED else None

    def within(self, text: str, span: Span | None = None) -> list[Phrase]:
        """The phrases with slots that stand in a stretch of text, or in all of it."""
        begin, stop = span or (0, len(text))
        return self.among(text, np.array([begin]), np.array([stop])).get(0, [])

    def among(self, text: str, begin: Numbers, stop: Numbers) -> dict[int, list[Phrase]]:
        """The phrases with slots in each of some stretches, in order and apart, by the number of the stretch; none crosses its ends."""
        found: dict[int, list[Phrase]] = {}
        hits = list(self._hits(text, begin, stop))
        for n, phrase in (*self._led_to(text, hits), *self._searched(text, {*self._open_at(hits), *self._signs_in(text, begin, stop)})):
            found.setdefault(n, []).append(phrase)
        for phrases in found.values():
            phrases.sort(key=lambda phrase: (phrase.span, phrase.kind))
        return dict(sorted(found.items()))

    def _hits(self, text: str, begin: Numbers, stop: Numbers) -> Iterator[_Hit]:
        """Where the words stand that a pattern cannot do without."""
        words = letters(text).words
        first, last = words.start.searchsorted([begin[0], stop[-1]]) if len(begin) else (0, 0)
        held = (first + (self._roles[words.place[first:last]] & HOLDS).nonzero()[0]).tolist()
        said = [(word, n) for n, key in zip(held, words.key[held].tolist(), strict=True) if (word := self._words.get(key))]
        starts = words.start[[n for _, n in said]]
        for k, stretch in _standing(starts, begin, stop) if said else ():
            yield _Hit(*said[k], int(starts[k]), stretch)

    def _signs_in(self, text: str, begin: Numbers, stop: Numbers) -> Iterator[tuple[_Stretch, str]]:
        found = [found for sign in self._signs for found in sign.finditer(text, begin[0], stop[-1])] if len(begin) else []
        for n, stretch in _standing(np.array([sign.start() for sign in found], np.int64), begin, stop) if found else ():
            yield stretch, found[n].group().casefold()

    def _open_at(self, hits: Sequence[_Hit]) -> Iterator[tuple[_Stretch, str]]:
        """The words of forms that a slot begins, with as much of their stretches as a form may take before them."""
        for hit in hits:
            if hit.word in self._open:
                number, begin, stop = hit.stretch
                yield _Stretch(number, max(begin, hit.start - REACH), stop), hit.word

    def _led_to(self, text: str, hits: Sequence[_Hit]) -> Iterator[tuple[int, Phrase]]:
        """The phrases that begin with words, read from their first word."""
        words = letters(text).words
        for hit in hits:
            number, begin, stop = hit.stretch
            for pattern in self._spelt.get(hit.word, ()):
                first = hit.number - pattern.before
                if pattern.before and (first < 0 or words.key[first] != pattern.lead):
                    continue
                start = int(words.start[first]) if pattern.before else hit.start
                if start >= begin and (found := pattern.regex.match(text, start, stop)):
                    yield number, pattern.phrase(found)

    def _searched(self, text: str, held: Collection[tuple[_Stretch, str]]) -> Iterator[tuple[int, Phrase]]:
        """The phrases that begin with a slot or a sign, for which the text before their word has to be looked through, too."""
        first: dict[tuple[int, str], _Stretch] = {}
        for stretch, word in sorted(held):
            first.setdefault((stretch.number, word), stretch)
        for (number, word), (_, begin, stop) in first.items():
            for pattern in self._open[word]:
                yield from ((number, pattern.phrase(found)) for found in pattern.regex.finditer(text, begin, stop))


def _standing(places: Numbers, begin: Numbers, stop: Numbers) -> Iterator[tuple[int, _Stretch]]:
    """Which of some places in a text, by their numbers, stand in which of some stretches, in order."""
    if len(begin):
        stretch = begin.searchsorted(places, "right") - 1
        inside = ((stretch >= 0) & (places < stop[stretch])).nonzero()[0]
        numbers = stretch[inside]
        yield from zip(inside.tolist(), map(_Stretch, numbers.tolist(), begin[numbers].tolist(), stop[numbers].tolist()), strict=True)


def _numbers(forms: Sequence[str]) -> list[int]:
    """One number for all words of each form; 0 where there are none."""
    return Lines("\n\n".join(" ".join(form.split()) or "." for form in forms)).said


def _starts(key: str, start: str) -> bool:
    return key.startswith(start) and (start[-1] == ":" or not key[len(start) : len(start) + 1].isalnum())


_MADE: dict[tuple[str, tuple[str, ...], frozenset[str]], Phrases] = {}


def phrases(table: str, languages: Mapping[str, Language], kinds: frozenset[str] = frozenset()) -> Phrases:
    """The finder for one table of these languages, made once; for some kinds of its rows, where they are given.

    What newspapers are called by is no set phrase: `outlet` reads it.
    """
    key = (table, tuple(languages), kinds)
    if key not in _MADE:
        rows = (row for code in languages for row in languages[code].rows(table) if row.kind != MASTHEADS)
        _MADE[key] = Phrases(row for row in rows if not kinds or row.kind in kinds)
    return _MADE[key]
