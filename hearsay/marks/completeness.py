"""What a language folder lacks: beside fixed least numbers, whatever most of the other folders have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from importlib.resources.abc import Traversable
from typing import Any

from hearsay.errors import LanguageError
from hearsay.language import Language, folder, known, load
from hearsay.marks import find, notation
from hearsay.tables import TABLES

LEAST = {"cues": 150, "roles": 60, "cases": 60}
SHOWN = 12  # how many of many missing ids are named
CLASSES: dict[str, tuple[str, Callable[[Any], str]]] = {
    "cues": ("frame", lambda row: row.frame),
    "roles": ("office", lambda row: row.office),
    "names": ("name", lambda row: row.key),
    "pronouns": ("kind", lambda row: row.kind),
    "times": ("value", lambda row: row.value),
    "words": ("kind", lambda row: row.kind),
    "furniture": ("kind", lambda row: row.kind),
    "clutter": ("kind", lambda row: row.kind),
    "credits": ("kind", lambda row: row.kind),
    "concepts": ("concept", lambda row: row.id),
}


def lacks(code: str) -> Iterator[tuple[str, str]]:
    """Each thing that a folder lacks, as its table and what is missing."""
    try:
        language = load(code)
    except LanguageError as error:
        yield "folder", str(error)
        return
    others = [load(other) for other in known() if other != code]
    for table in TABLES:
        yield from ((table, what) for what in _table(language, others, table))
    number = sum(1 for _ in cases(code))
    if number < LEAST["cases"]:
        yield "cases", f"{number} cases, at least {LEAST['cases']} are wanted"


def unread(code: str) -> Iterator[tuple[str, str]]:
    """Each case of a folder that is not read as it is drawn, as its place and how the reading differs."""
    language = load(code)
    for place, case in cases(code):
        if wrong := notation.differences(case, find(notation.article(case, language), language)):
            yield place, "; ".join(wrong)


def cases(code: str) -> Iterator[tuple[str, notation.Case]]:
    """The cases of a folder, each with its file and line."""
    for path in _files(folder(code) / "cases"):
        for case in notation.read(path.read_text(encoding="utf-8"), headline=path.name.startswith("headline")):
            yield f"{path.name}:{case.line}", case


def _table(language: Language, others: list[Language], table: str) -> Iterator[str]:
    rows = language.rows(table)
    if not rows:
        yield f"no rows; {sum(bool(other.rows(table)) for other in others)} other languages have some"
        return
    if len(rows) < LEAST.get(table, 1):
        yield f"{len(rows)} rows, at least {LEAST[table]} are wanted"
    if table in CLASSES:
        name, of = CLASSES[table]
        missing = sorted(_common(others, table, of) - {of(row) for row in rows})
        if missing:
            more = f" and {len(missing) - SHOWN} more" if len(missing) > SHOWN else ""
            yield f"no row for {name} {', '.join(missing[:SHOWN])}{more}, which most languages have"


def _common(others: list[Language], table: str, of: Callable[[Any], str]) -> set[str]:
    """What more than half of the languages that have this table have in it."""
    having = [other for other in others if other.rows(table)]
    counts = Counter(value for other in having for value in {of(row) for row in other.rows(table)})
    return {value for value, number in counts.items() if number * 2 > len(having) and value != "-"}


def _files(place: Traversable) -> list[Traversable]:
    if not place.is_dir():
        return []
    return sorted((path for path in place.iterdir() if path.name.endswith(".txt")), key=lambda path: path.name)
