"""What readers may do with a page's texts, where no set phrase says it: a sentence with a word for reusing them and one for the leave to.

"Texts may be reprinted if you name the author": outlets say so in words of their own, but of two short lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np

from hearsay.articles.arrays import PLACES, places
from hearsay.articles.letters import letters, stems
from hearsay.articles.lines import Lines
from hearsay.language import Language
from hearsay.lexicon import GAP
from hearsay.tables import Classed
from hearsay.text import fold, fold_text

BOTH = 3
"""The bits of both kinds."""
FEWEST, LONG, LONGEST = 4, 80, 600
"""Words of such a line, characters of one that need not end as sentences do, and of any."""
WORD = re.compile(r"[^\W\d_]+")


class _Words(NamedTuple):
    """Some words: whole ones, and how others begin."""

    whole: frozenset[str]
    begins: tuple[str, ...]

    def stand_in(self, words: Iterable[str]) -> bool:
        return any(word in self.whole or word.startswith(self.begins) for word in words)


class Rights:
    """Finds such lines, in all the languages whose rows are given."""

    def __init__(self, rows: Iterable[Classed]):
        forms: dict[str, list[str]] = {"reuse": [], "leave": []}
        for row in rows:
            if row.kind in forms:
                forms[row.kind].append(fold(row.form))
        self._kinds = [_words(some) for some in forms.values()]
        self._roles = np.zeros(PLACES, np.uint8)
        for role, some in enumerate(forms.values()):
            seen = letters("\n".join(form.removesuffix(GAP) for form in some))
            self._roles[places(stems(seen, seen.words.start, seen.words.stop))] |= 1 << role

    def among(self, lines: Lines) -> list[int]:
        """The lines of a page that say it, by their numbers."""
        place, block = lines.stems
        roles = self._roles.take(place)
        held = roles.nonzero()[0]
        said: dict[int, int] = {}
        for i, role in zip(block.take(held).tolist(), roles.take(held).tolist(), strict=True):
            said[i] = said.get(i, 0) | role
        likely = (i for i, both in said.items() if both == BOTH and lines.number[i] >= FEWEST and lines.size[i] <= LONGEST)
        return [i for i in likely if (lines.ended[i] or lines.size[i] >= LONG) and self.say(lines.blocks[i].text)]

    def say(self, text: str) -> bool:
        """Whether a line has words of both kinds."""
        words = WORD.findall(fold_text(text))
        return all(kind.stand_in(words) for kind in self._kinds)


def _words(forms: Iterable[str]) -> _Words:
    some = list(forms)
    whole = frozenset(form for form in some if not form.endswith(GAP))
    return _Words(whole, tuple(form.removesuffix(GAP) for form in some if form.endswith(GAP)))


_MADE: dict[tuple[str, ...], Rights] = {}


def rights_of(languages: Mapping[str, Language]) -> Rights:
    """The finder for these languages, made once."""
    key = tuple(languages)
    if key not in _MADE:
        _MADE[key] = Rights(row for code in languages for row in languages[code].rows("furniture"))
    return _MADE[key]
