"""What a page tells its readers in words of its own, where no set phrase says it: lines with a word of each of two kinds.

"Texts may be reprinted if you name the author" has one for reusing texts and one for the leave to. "Did we get it wrong? Write to our desk"
begins a sentence with what readers are asked to do, and has a word for whom they reach by it. Outlets put it as they like, but in words of
short lists.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

import numpy as np

from hearsay.articles.arrays import PLACES, places
from hearsay.articles.letters import letters, stems
from hearsay.articles.lines import Lines
from hearsay.language import Language
from hearsay.lexicon import GAP
from hearsay.tables import Classed
from hearsay.text import fold, fold_text

RIGHTS, APPEAL, OWN = ("reuse", "leave"), ("ask", "reach"), "own"
"""The kinds of rows whose words say what may be done with texts; what readers are asked to do, and by what they reach the outlet; that it
is the outlet's own, "us", "our".
"""
BOTH = 3
"""The bits of both kinds."""
FEWEST, LONG, LONGEST = 4, 80, 600
"""Words of a line on rights, characters of one that need not end as sentences do, and of any."""
SHORT = 160
"""Characters of a line that asks readers for something; a longer one tells of somebody who does."""
WORD = re.compile(r"[^\W\d_]+")
OPENING = re.compile(r"(?:^|[.!?…:—–-]\s)[\W\d_]*([^\W\d_]+)")
"""The first word of a sentence."""
SPEECH = re.compile(r"^[-–—]|[\"«»„“”‘]")
"""What others say stands behind a dash, or in quotation marks."""


class _Words(NamedTuple):
    """Some words: whole ones, and how others begin."""

    whole: frozenset[str]
    begins: tuple[str, ...]

    def stand_in(self, words: Iterable[str]) -> bool:
        return any(word in self.whole or word.startswith(self.begins) for word in words)


class _Pair:
    """Words of two kinds, and which lines may have some of each."""

    def __init__(self, rows: Iterable[Classed], kinds: tuple[str, str]):
        forms: dict[str, list[str]] = {kind: [] for kind in kinds}
        for row in rows:
            if row.kind in forms:
                forms[row.kind].append(fold(row.form))
        self.first, self.second = map(_words, forms.values())
        self._roles = np.zeros(PLACES, np.uint8)
        for role, some in enumerate(forms.values()):
            seen = letters("\n".join(form.removesuffix(GAP) for form in some))
            self._roles[places(stems(seen, seen.words.start, seen.words.stop))] |= 1 << role

    def likely(self, lines: Lines) -> Iterator[int]:
        """The lines with words of both kinds, by their stems."""
        place, block = lines.stems
        roles = self._roles.take(place)
        held = roles.nonzero()[0]
        said: dict[int, int] = {}
        for i, role in zip(block.take(held).tolist(), roles.take(held).tolist(), strict=True):
            said[i] = said.get(i, 0) | role
        return (i for i, both in said.items() if both == BOTH)


class Rights:
    """Finds the lines that say what readers may do with the texts, in all the languages whose rows are given."""

    def __init__(self, rows: Iterable[Classed]):
        self._words = _Pair(rows, RIGHTS)

    def among(self, lines: Lines) -> list[int]:
        """The lines of a page that say it, by their numbers."""
        likely = (i for i in self._words.likely(lines) if lines.number[i] >= FEWEST and lines.size[i] <= LONGEST)
        return [i for i in likely if (lines.ended[i] or lines.size[i] >= LONG) and self.say(lines.blocks[i].text)]

    def say(self, text: str) -> bool:
        """Whether a line has words of both kinds."""
        words = WORD.findall(fold_text(text))
        return self._words.first.stand_in(words) and self._words.second.stand_in(words)


class Appeals:
    """Finds the sentences that ask readers to write, to follow, to pay, in all the languages whose rows are given."""

    def __init__(self, rows: Iterable[Classed]):
        known = list(rows)
        self._words = _Pair(known, APPEAL)
        self._own = frozenset(fold(row.form) for row in known if row.kind == OWN)

    def among(self, lines: Lines, known: Container[int] = ()) -> list[int]:
        """The lines of a page that ask for something, by their numbers, but for those that are `known`."""
        unknown = (i for i in self._words.likely(lines) if i not in known and lines.ended[i])
        return [i for i in unknown if len(text := lines.blocks[i].text) <= SHORT and self.ask(text)]

    def ask(self, text: str) -> bool:
        """Whether a line in which nobody speaks begins a sentence with what is asked, and says by what it reaches the outlet itself."""
        folded = fold_text(text)
        if SPEECH.search(text) or not self._words.first.stand_in(OPENING.findall(folded)):
            return False
        words = WORD.findall(folded)
        return not self._own.isdisjoint(words) and self._words.second.stand_in(words)


def _words(forms: Iterable[str]) -> _Words:
    some = list(forms)
    whole = frozenset(form for form in some if not form.endswith(GAP))
    return _Words(whole, tuple(form.removesuffix(GAP) for form in some if form.endswith(GAP)))


_MADE: dict[tuple[str, ...], Rights] = {}


def rights_of(languages: Mapping[str, Language]) -> Rights:
    """The finder of rights for these languages, made once."""
    key = tuple(languages)
    if key not in _MADE:
        _MADE[key] = Rights(row for code in languages for row in languages[code].rows("furniture"))
    return _MADE[key]
