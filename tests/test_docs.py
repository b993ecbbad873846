"""The docs say what the code does."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import fields
from pathlib import Path

import click
import pytest

import hearsay
from hearsay import record as records
from hearsay.cli.app import FAMILIES, main
from hearsay.language import known, load

DOCS = Path(__file__).parent.parent / "docs"


def doc(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FAMILIES)
def test_every_command_is_told_and_every_option_named_there_exists(name: str) -> None:
    rows = [line for line in doc("commands.md").splitlines() if line.startswith(f"| `hearsay {name}")]
    assert rows, f"docs/commands.md does not tell of hearsay {name}"
    command = main.get_command(None, name)  # type: ignore[arg-type]
    assert command
    within = command.commands.values() if isinstance(command, click.Group) else [command]
    known = {option for one in within for parameter in one.params for option in parameter.opts + parameter.secondary_opts}
    assert set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", rows[0])) <= known | {"-"}


def test_every_option_of_said_is_told() -> None:
    (row,) = (line for line in doc("commands.md").splitlines() if line.startswith("| `hearsay said"))
    command = main.get_command(None, "said")  # type: ignore[arg-type]
    assert command
    wanted = {parameter.opts[-1] for parameter in command.params if parameter.name not in ("path", "as_json", "inner")}
    assert {option for option in wanted if option not in row} == set()


def test_every_option_of_a_language_is_told() -> None:
    told = set(re.findall(r"`(\w+)`", doc("languages.md")))
    assert {option for code in known() for option in load(code).options} - told == set()


def test_every_table_is_told(tmp_path: Path) -> None:
    records.open(tmp_path / "r.db").close()
    with sqlite3.connect(tmp_path / "r.db") as connection:
        kept = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
    shadows = {name for name in kept if re.search(r"_words_\w+$|^sqlite_", name)}
    assert {name for name in kept - shadows if f"`{name}`" not in doc("record.md")} == set()


def test_the_query_in_the_docs_runs(record_path: Path) -> None:
    (query,) = re.findall(r"```sql\n(.*?)```", doc("record.md"), re.DOTALL)
    with sqlite3.connect(record_path) as connection:
        assert connection.execute(query).fetchall() == [("Mira Halden", "Nordwire", 1)]


def test_every_call_in_the_docs_exists() -> None:
    told = set(re.findall(r"`record\.(\w+)\(", doc("api.md")))
    assert told and {name for name in told if not hasattr(hearsay.Record, name)} == set()
    public = {name for name in dir(hearsay.Record) if not name.startswith("_")}
    builders = {"add", "add_article", "add_groups", "add_links", "add_page", "add_reading", "add_reject", "begin", "replace_links"}
    builders |= {"dress", "keep", "linked", "read_without", "stale"}
    rest = {"close", "decided", "group_of", "has_page", "named", "passages", "transaction"}
    assert public - builders - rest - told == set()


def test_every_field_of_a_statement_row_is_told() -> None:
    text = doc("api.md")
    assert {f.name for f in fields(hearsay.StatementRow) if f"`{f.name}`" not in text} == {"article", "page", "start"}


@pytest.mark.parametrize("path", sorted(DOCS.glob("*.md")), ids=lambda path: path.name)
def test_links_between_the_docs_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([\w./-]+\.md)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).is_file(), f"{path.name} leads to {target}"
