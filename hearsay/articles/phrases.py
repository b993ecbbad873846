"""The set phrases of pages, from the tables furniture.tsv, clutter.tsv and credits.tsv of all languages at once.

A page in one language may wear another's menus, so every line is looked up in every table. A form is a whole line; with "…" at
its end or beginning it is how a line begins or ends. Slots: {n} a number, {agency} a proper name, {name}, {date}, {place} and {time} any
few words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np

from hearsay.articles.letters import Keys, letters
from hearsay.language import GAP, Language
from hearsay.model import Span
from hearsay.tables import Classed
from hearsay.text import fold, fold_text

UPPER = "".join(chr(c) for c in (*range(0x41, 0x180), *range(0x400, 0x530)) if chr(c).isupper())
PROPER = rf"[{UPPER}][\w'’.&-]*(?:[ \u00a0](?:[{UPPER}\d][\w'’.&-]*|of|and|i|и|і|a)){{0,4}}"
SLOTS = {
    "{agency}": rf"[\"“”„«'(/]*(?P<agency>{PROPER})[\"“”»')/]*",
    "{name}": r"(?P<name>[^\n,;:!?()]{2,80}?)",
    "{date}": r"(?P<date>[^\n]{4,60}?)",
    "{place}": r"(?P<place>[^\n]{2,60}?)",
    "{time}": r"(?P<time>[^\n]{2,30}?)",
    "{n}": r"[\d.,\u00a0 ]*\d[KkMКМк]?",
}
SLOT = re.compile(r"(\{\w+\})")
DIGITS = re.compile(r"\d[\d.,]*")
WORD = re.compile(r"\w+")
LEADING = re.compile(r"[^\w{(©/]*")
CLOSING_SIGNS = "_})%!?"
MASTHEADS = "masthead"
LEADS, COUNTED = frozenset({"related"}), frozenset({"share"})
"""Kinds whose whole-line forms also lead to a title behind a colon, or are followed by how often."""
COUNT = " {n}"
LONGEST_KEY = 300
LONGEST = 140
"""Characters. A set phrase fills a line; longer lines are only looked at for how they begin."""


class Phrase(NamedTuple):
    """A set phrase found: its kind, and the places of what filled its slots."""

    kind: str
    span: Span
    slots: Mapping[str, Span]


Said = Mapping[int, Sequence[Phrase]]
"""The phrases of one table on a page, by the number of the block they stand in."""


class _Pattern(NamedTuple):
    kind: str
    regex: re.Pattern[str]


class Phrases:
    """Finds the phrases of one table, of all the languages given."""

    def __init__(self, rows: Iterable[Classed]):
        self._lines: dict[str, str] = {}
        self._begins: dict[str, list[tuple[str, str]]] = {}
        self._ends: dict[str, list[tuple[str, str]]] = {}
        self._patterns: dict[str, list[_Pattern]] = {}
        for row in rows:
            self._add(row)
        self._signs = [word for word in self._patterns if word and not word.isalpha()]

    def _add(self, row: Classed) -> None:
        form = row.form.replace(GAP, "").strip()
        if any(slot in form for slot in SLOTS if slot != "{n}"):
            self._patterns.setdefault(_rarest(form), []).append(_Pattern(row.kind, re.compile(_regex(form))))
        elif row.form.endswith(GAP):
            key = line_key(form)
            self._begins.setdefault(key[:4], []).append((key, row.kind))
        elif row.form.startswith(GAP):
            key = line_key(form)
            self._ends.setdefault(key[-1:], []).append((key, row.kind))
        else:
            self._lines[line_key(form)] = row.kind

    def line(self, text: str, key: str) -> str | None:
        """The kind of set phrase that this line is, or begins or ends with; `key` is the line's `line_key`."""
        if len(text) <= LONGEST and (kind := self._lines.get(key) or ((":" in key or key[-1:] == COUNT[-1]) and self._led(key))):
            return kind
        if beginning := self._begins.get(key[:4]):
            for start, kind in beginning:
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

    def within(self, text: str, start: int = 0, stop: int | None = None) -> list[Phrase]:
        """The phrases with slots that stand in a stretch of text."""
        return self.among(text, [Span(start, len(text) if stop is None else stop)]).get(0, [])

    def among(self, text: str, spans: Sequence[Span]) -> dict[int, list[Phrase]]:
        """The phrases with slots in each of some stretches, in order and apart, by the number of the stretch; none crosses its ends."""
        found: dict[int, list[Phrase]] = {}
        for n, word in sorted(self._hits(text, spans)):
            for pattern in self._patterns[word]:
                matches = pattern.regex.finditer(text, *spans[n])
                found.setdefault(n, []).extend(Phrase(pattern.kind, Span(*m.span()), _slots(m)) for m in matches)
        return {n: sorted(phrases, key=lambda phrase: (phrase.span, phrase.kind)) for n, phrases in found.items() if phrases}

    def _hits(self, text: str, spans: Sequence[Span]) -> set[tuple[int, str]]:
        """In which stretches which of the words stand that a pattern cannot do without."""
        starts, hits = [span.start for span in spans], set()
        for at, word in (*self._words_in(text, spans), *self._signs_in(text)):
            n = bisect_right(starts, at) - 1
            if n >= 0 and at < spans[n].stop:
                hits.add((n, word))
        return hits

    def _words_in(self, text: str, spans: Sequence[Span]) -> Iterator[tuple[int, str]]:
        words, (keys, known) = letters(text).words, self._keyed
        if spans and len(keys):
            first, last = np.searchsorted(words.start, (spans[0].start, spans[-1].stop))
            wanted = words.key[first:last]
            nearest = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
            found = np.flatnonzero(keys[nearest] == wanted)
            yield from zip(words.start[first:last][found].tolist(), (known[n] for n in nearest[found].tolist()), strict=True)

    def _signs_in(self, text: str) -> Iterator[tuple[int, str]]:
        for sign in self._signs:
            yield from ((found.start(), sign) for found in re.finditer(re.escape(sign), text, re.IGNORECASE))

    @cached_property
    def _keyed(self) -> tuple[Keys, list[str]]:
        """The words among them that are letters alone, by their numbers in `letters`."""
        known = sorted((int(letters(word).words.key[0]), word) for word in self._patterns if word.isalpha())
        return np.array([key for key, _ in known], np.uint32), [word for _, word in known]


def _rarest(form: str) -> str:
    """The longest of a form's own words, or its sign ("© {agency}"): a text without it need not be searched for the form."""
    own = SLOT.sub(" ", form).casefold()
    return max(WORD.findall(own), key=len, default=own.strip())


def _starts(key: str, start: str) -> bool:
    return key.startswith(start) and not key[len(start) : len(start) + 1].isalnum()


def _slots(found: re.Match[str]) -> dict[str, Span]:
    return {name: Span(*found.span(name)) for name in found.groupdict() if found.group(name) is not None}


def line_key(text: str) -> str:
    """The form in which lines are compared: caseless, numbers as {n}, without bullets and signs at either end."""
    return _stripped(DIGITS.sub("{n}", fold(text[:LONGEST_KEY])))


def line_keys(lines: Iterable[str]) -> list[str]:
    """The `line_key` of each line, all folded at once; a line must be one, without a line break in it."""
    folded = fold_text("\n".join([line[:LONGEST_KEY] for line in lines]))
    return [_stripped(line) for line in DIGITS.sub("{n}", folded).split("\n")]


def _stripped(line: str) -> str:
    line = " ".join(line.split())
    if line[:1].isalnum() and line[-1].isalnum():
        return line
    start, stop = LEADING.match(line).end(), len(line)  # type: ignore[union-attr]
    while stop > start and not (line[stop - 1].isalnum() or line[stop - 1] in CLOSING_SIGNS):
        stop -= 1
    return line[start:stop]


def _regex(form: str) -> str:
    """A form as a pattern: words in any case with any white space between them; slots fill up to a sign or the line's end."""
    parts = []
    for part in SLOT.split(form):
        parts.append(SLOTS[part] if part in SLOTS else _words(part))
    end = r"(?=$|[\n,.;:!?)]|\s[-–—|]\s)" if form.endswith("}") and not form.endswith("{agency}") else r"(?!\w)"
    return r"(?m)(?<!\w)" + "".join(parts) + end


def _words(part: str) -> str:
    words = r"\s+".join(re.escape(word) for word in part.split())
    lead, trail = (r"\s*" if part[:1].isspace() else ""), (r"\s*" if part[-1:].isspace() else "")
    return f"{lead}(?i:{words}){trail}" if words else lead


_MADE: dict[tuple[str, tuple[str, ...]], Phrases] = {}


def phrases(table: str, languages: Mapping[str, Language]) -> Phrases:
    """The finder for one table of these languages, made once. What newspapers are called by is no set phrase: `outlet` reads it."""
    key = (table, tuple(languages))
    if key not in _MADE:
        _MADE[key] = Phrases(row for code in languages for row in languages[code].rows(table) if row.kind != MASTHEADS)
    return _MADE[key]
