"""How the name of a paper reads: its form, its words, what the world calls it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from hearsay import world
from hearsay.articles.forms import UPPER
from hearsay.articles.phrases import MASTHEADS
from hearsay.language import load
from hearsay.lexicon import GAP
from hearsay.text import fold

SHORTEST, LONGEST = 3, 50
"""Characters of a name."""
WORDS = 5
NAME = re.compile(rf"[{UPPER}\d][\w.’'&+-]*(?:\s[\w.’'&+-]+){{0,{WORDS - 1}}}")


def named(name: str) -> str:
    """The world's name for an outlet where it is known, else as printed."""
    return known(name) or name


def known(name: str) -> str | None:
    """The world's name for exactly this form; a section called "Politika" is not the paper Politiko in a case of its own."""
    return world.canonical(name, "wires", "outlets")


class Papers(NamedTuple):
    """The words that papers' names begin and end with in a language: "Radio Ilden", "Ilden Herald"."""

    begin: frozenset[str]
    end: frozenset[str]


@cache
def papers_of(code: str) -> Papers:
    """What they are called by in one language; collected once."""
    forms = [fold(row.form) for row in load(code).rows("furniture") if row.kind == MASTHEADS]
    begin, end = (frozenset(form.strip(GAP) for form in forms if told(form, GAP)) for told in (str.endswith, str.startswith))
    return Papers(begin, end)


def mastheads(languages: Iterable[str]) -> frozenset[str]:
    """The words of all these languages that papers are called by, wherever in the name."""
    return _mastheads(tuple(languages))


@cache
def _mastheads(codes: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(words for code in codes for words in papers_of(code)))
