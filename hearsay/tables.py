"""The tables of a language folder and of the world: what a row of each holds, and how a file of rows is read.

A file is tab-separated, with a header line, ``#`` for comments and ``-`` for nothing. Every row has an ``example`` that a test runs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from importlib.resources.abc import Traversable
from typing import Any

from hearsay.errors import LanguageError


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: the form, and the example that earned it its place."""

    form: str
    example: str


@dataclass(frozen=True, slots=True)
class Cue(Row):
    """Reporting words. `frame` is verb, noun, according, pointing or agentless.

    `side` says where the source stands: before, after, either or none. `type` is assertion, belief, fact or eventuality;
    `hedge` yes or no; `sense` is say, write, deny, refuse, ask, promise, think, know or show.
    """

    frame: str
    side: str
    type: str
    hedge: str
    sense: str


@dataclass(frozen=True, slots=True)
class Role(Row):
    """A word for who people and bodies are. `kind` is person, organisation, group or document; `office` an id shared by all languages."""

    kind: str
    office: str
    gender: str


@dataclass(frozen=True, slots=True)
class GivenName(Row):
    """A given name; `key` is shared by its forms in all languages (Сергій, Сергей, Sergey: sergey)."""

    gender: str
    key: str


@dataclass(frozen=True, slots=True)
class Pronoun(Row):
    """`kind` is personal, possessive, relative or reflexive; `number` s or p; `case` subject, object or any."""

    kind: str
    gender: str
    number: str
    case: str


@dataclass(frozen=True, slots=True)
class TimeWord(Row):
    """`value` says what the word means: day-1, weekday=1, month=2, year-1, week-1, hour, past, now (see `almanac`)."""

    value: str


@dataclass(frozen=True, slots=True)
class Classed(Row):
    """A form with the class it belongs to, in words.tsv (function words), things.tsv, furniture.tsv, clutter.tsv and credits.tsv."""

    kind: str


@dataclass(frozen=True, slots=True)
class Concept(Row):
    """A word that news is made of; `id` is shared by all languages (response, ответ, відповідь: response)."""

    id: str


TABLES: Mapping[str, type[Row]] = {
    "cues": Cue,
    "roles": Role,
    "names": GivenName,
    "pronouns": Pronoun,
    "times": TimeWord,
    "words": Classed,
    "furniture": Classed,
    "clutter": Classed,
    "credits": Classed,
    "hedges": Row,
    "abbreviations": Row,
    "concepts": Concept,
    "things": Classed,
}


def read_table(path: Traversable, kind: type[Row]) -> tuple[Any, ...]:
    """The rows of one table, as `kind` has them. The header may order the columns as it likes but must name each of them."""
    wanted = [f.name for f in fields(kind)]
    header: list[str] | None = None
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if header is None:
            header = cells
            if sorted(header) != sorted(wanted):
                raise LanguageError(f"{path}:{number}: columns {header}, expected {wanted}")
            continue
        if len(cells) != len(header) or not all(cells):
            raise LanguageError(f"{path}:{number}: {len(cells)} cells in {cells[0]!r}, expected {len(header)}, none empty (- for none)")
        rows.append(kind(**dict(zip(header, cells, strict=True))))
    return tuple(rows)
