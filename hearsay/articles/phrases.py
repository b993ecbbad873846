"""The set phrases of pages, from the tables furniture.tsv, clutter.tsv and credits.tsv of all languages at once.

A page in one language may wear another's menus, so every line is looked up in every table. A form is a whole line; with "…" at
its end or beginning it is how a line begins or ends. Slots: {n} a number, {agency} a proper name, {name}, {date}, {place} and {time} any
few words. An opening that ends in a colon needs it, or is all that the line says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property

from hearsay.articles.fixed import Fixed
from hearsay.articles.forms import SLOTS
from hearsay.articles.lines import Lines
from hearsay.articles.notices import APPEAL, OWN, RIGHTS, Appeals
from hearsay.articles.slotted import Phrase, Slotted
from hearsay.language import Language
from hearsay.model import Span
from hearsay.tables import Classed

MASTHEADS = "masthead"
WORDS = frozenset({MASTHEADS, *RIGHTS, *APPEAL, OWN})
"""Kinds of rows that are no set phrases, but words: `outlet` and `notices` read them."""
ASKED = "subscribe"
"""The kind of a line that asks readers for something."""
Said = Mapping[int, Sequence[Phrase]]
"""The phrases of one table on a page, by the number of the block they stand in."""


class Phrases:
    """Finds the phrases of one table, of all the languages given. `words` are its rows of words that ask readers for something."""

    def __init__(self, rows: Iterable[Classed], words: Sequence[Classed] = ()):
        self.rows = tuple(rows)
        self._appeals = Appeals(words) if words else None

    @cached_property
    def _fixed(self) -> Fixed:
        return Fixed(row for row in self.rows if not _has_slots(row))

    @cached_property
    def _slotted(self) -> Slotted:
        return Slotted(row for row in self.rows if _has_slots(row))

    def kinds(self, page: Lines) -> dict[int, str]:
        """The lines of a page that are a set phrase, or begin or end with one, with its kind, by their numbers; those that ask for
        something in words of their own.
        """
        kinds = self._fixed.kinds(page)
        return kinds | dict.fromkeys(self._appeals.among(page, kinds), ASKED) if self._appeals else kinds

    def line(self, text: str, key: str) -> str | None:
        """The kind of set phrase that this line is, or begins or ends with; `key` is the line's `line_key`."""
        return self._fixed.line(text, key)

    def within(self, text: str, span: Span | None = None) -> list[Phrase]:
        """The phrases with slots that stand in a stretch of text, or in all of it."""
        begin, stop = span or (0, len(text))
        return self.among(text, [begin], [stop]).get(0, [])

    def among(self, text: str, begin: Sequence[int], stop: Sequence[int]) -> dict[int, list[Phrase]]:
        """The phrases with slots in each of some stretches, in order and apart, by the number of the stretch; none crosses its ends."""
        return self._slotted.among(text, begin, stop)


def _has_slots(row: Classed) -> bool:
    return any(slot in row.form for slot in SLOTS if slot != "{n}")


_MADE: dict[tuple[str, tuple[str, ...], frozenset[str]], Phrases] = {}


def phrases(table: str, languages: Mapping[str, Language], kinds: frozenset[str] = frozenset()) -> Phrases:
    """The finder for one table of these languages, made once; for some kinds of its rows, where they are given."""
    key = (table, tuple(languages), kinds)
    if key not in _MADE:
        rows = [row for code in languages for row in languages[code].rows(table)]
        some = (row for row in rows if row.kind not in WORDS and (not kinds or row.kind in kinds))
        _MADE[key] = Phrases(some, [row for row in rows if row.kind in (*APPEAL, OWN)])
    return _MADE[key]


@cache
def together(*tables: Phrases) -> Phrases:
    """The finder for all of these tables in one pass, made once."""
    return Phrases(row for table in tables for row in table.rows)
