"""Every row of every table runs its example, and every case is read as it is drawn.

What is known to fail stands in known_failures.txt with the reason; when one starts to pass, the test says so.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from hearsay import marks, world
from hearsay.language import Language, known, load
from hearsay.marks import notation, sentences
from hearsay.model import Span
from hearsay.tables import TABLES, Row
from hearsay.text import fold, tokens

KNOWN = Path(__file__).parent / "known_failures.txt"
SLOTS = {"…": r".+", "{n}": r"\d+", "{date}": r".+?", "{time}": r".+?", "{name}": r".+?", "{agency}": r".+?", "{place}": r".+?"}
LEXICAL = [table for table in TABLES if table not in ("furniture", "clutter", "credits", "abbreviations")]
CASES = sorted((code, path.name) for code in known() for path in Path(str(files("hearsay") / "languages" / code / "cases")).glob("*.txt"))


@cache
def failures() -> dict[tuple[str, str], str]:
    """What is known to fail: the place and the example, with the reason."""
    lines = [line.split("\t") for line in KNOWN.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return {(place, example): reason for place, example, reason in lines}


def settle(place: str, results: dict[str, list[str]]) -> None:
    """Compare what fails with what is known to."""
    expected = {example for where, example in failures() if where == place}
    new = [f"{example}\n    " + "; ".join(why) for example, why in results.items() if why and example not in expected]
    mended = [example for example in expected if not results.get(example, ["gone from the table"])]
    gone = [example for example in expected if example not in results]
    assert not new, f"{place}: {len(new)} examples are not read as they are drawn:\n" + "\n".join(new)
    assert not mended, f"{place}: these pass now, take them off known_failures.txt:\n" + "\n".join(mended)
    assert not gone, f"{place}: these are no longer there, take them off known_failures.txt:\n" + "\n".join(gone)


def drawn(example: str) -> tuple[str, list[Span]]:
    """An example without its signs, and what they hold."""
    case = notation.parse(example)
    return case.text, [s for d in case.drawn for s in (*d.source, *d.cue, *d.content)]


def row_fails(language: Language, table: str, row: Row) -> list[str]:
    """Why a row's own example does not show the row; nothing where it does."""
    text, spans = drawn(row.example)
    words = tokens(text)
    lexicon = language.lexicon(table)
    hits = [hit for i in range(len(words)) for hit in lexicon.at(words, i) if hit.row is row]
    if not hits:
        return [f"{row.form!r} is not found in it"]
    if table == "cues":
        cue = [s for d in notation.parse(row.example).drawn for s in d.cue]
        return [] if any(s.overlaps(words[h.first].span) for h in hits for s in cue) else [f"{row.form!r} does not stand in its cue"]
    within = not spans or any(s.overlaps(words[h.first].span) for h in hits for s in spans)
    return [] if within else [f"{row.form!r} stands outside what is marked"]


@pytest.mark.parametrize("code", known())
@pytest.mark.parametrize("table", LEXICAL)
def test_every_form_is_found_in_its_example(code: str, table: str) -> None:
    language = load(code)
    settle(f"{code}/{table}", {row.example: row_fails(language, table, row) for row in language.rows(table)})


@pytest.mark.parametrize("code", known())
def test_no_sentence_ends_after_an_abbreviation(code: str) -> None:
    language = load(code)
    results = {}
    for row in language.rows("abbreviations"):
        text = drawn(row.example)[0]
        found = sentences.split(text, Span(0, len(text)), language)
        cut = [s for s in found[:-1] if fold(s.of(text)).endswith(fold(row.form))]
        results[row.example] = [f"a sentence ends after {row.form!r}"] if cut else []
    settle(f"{code}/abbreviations", results)


def slotted(form: str) -> re.Pattern[str]:
    """A furniture form as a pattern: "published {date}"."""
    parts = re.split(r"(\{\w+\}|…)", fold(form.replace("=", "")))
    return re.compile(r"\W*".join(SLOTS.get(p, r"\W*".join(map(re.escape, p.split()))) for p in parts if p.strip()))


@pytest.mark.parametrize("code", known())
@pytest.mark.parametrize("table", ["furniture", "clutter", "credits"])
def test_every_phrase_is_found_in_its_example(code: str, table: str) -> None:
    rows: tuple[Any, ...] = load(code).rows(table)
    results = {
        row.example: [] if slotted(row.form).search(fold(row.example.replace("{", "").replace("}", ""))) else ["not found"] for row in rows
    }
    settle(f"{code}/{table}", results)


@pytest.mark.parametrize("table", (*world.TABLES, "products", "events"))
def test_every_name_of_the_world_is_found_in_its_example(table: str) -> None:
    names, results = world.names(table), {}
    for row in world.rows(table):
        before, marked, after = re.split(r"[{}]", row.example, maxsplit=2)
        words = tokens(before + marked + after)
        found = [names.at(words, i) for i in range(len(words)) if words[i].start == len(before)]
        right = any(f and f.named.name == row.name for f in found)
        results[row.example] = [] if right else [f"{row.name!r} is not found where it is marked"]
    settle(f"world/{table}", results)


@pytest.mark.parametrize(("code", "name"), CASES, ids=[f"{code}-{name}" for code, name in CASES])
def test_cases_are_read_as_drawn(code: str, name: str) -> None:
    language = load(code)
    path = files("hearsay") / "languages" / code / "cases" / name
    results = {}
    for case in notation.read(path.read_text(encoding="utf-8"), headline=name.startswith("headline")):
        results[case.text] = notation.differences(case, marks.find(notation.article(case, language), language))
    settle(f"{code}/cases/{name}", results)
