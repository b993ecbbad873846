"""The demo story from end to end: the pages of examples/pages through the whole house, compared with examples/story.toml."""

from __future__ import annotations

import tomllib
import warnings
from pathlib import Path
from typing import Any

import pytest

import hearsay
from hearsay import Record, StatementRow

EXAMPLES = Path(__file__).parent.parent / "examples"
STORY: dict[str, Any] = tomllib.loads((EXAMPLES / "story.toml").read_text(encoding="utf-8"))
KNOWN: dict[str, Any] = tomllib.loads((Path(__file__).parent / "story_known_failures.toml").read_text(encoding="utf-8"))
PAGES, STATEMENTS, ACTORS = STORY["page"], STORY["statement"], STORY["actor"]


@pytest.fixture(scope="module")
def story() -> Record:
    return hearsay.read([EXAMPLES / "pages"])


def article(story: Record, file: str) -> Any:
    return next(row for row in story.articles() if row.address.endswith(file))


def body(story: Record, file: str) -> str:
    row = article(story, file)
    reading = next(r for r in story.readings(row.page) if r.article.id == row.id)
    return "\n".join(span.of(reading.article.text) for span in reading.article.body)


def known(kind: str, *words: str) -> bool:
    """Whether a failure is written down; then a pass is told, so that it can be struck out."""
    return list(words) in KNOWN.get(kind, [])


def hold(kind: str, right: bool, words: tuple[str, ...], message: str) -> None:
    """Let a known failure fail, tell of one that passes, and fail on any other."""
    if right and known(kind, *words):
        warnings.warn(f"a known failure passes, strike it from story_known_failures.toml: {kind} {words}", stacklevel=2)
    assert right or known(kind, *words), message


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["file"])
def test_the_furniture_of_each_page(story: Record, page: dict[str, Any]) -> None:
    row = article(story, page["file"])
    assert row.headline == page["headline"]
    assert row.language == page["language"]
    assert (row.published or "").startswith(page.get("published", ""))
    assert not (row.published or "").startswith(page.get("never_published", "?"))
    if "outlet" in page:
        hold("outlet", row.outlet == page["outlet"], (page["file"],), f"outlet {row.outlet!r}")
    if "agency" in page:
        hold("agency", page["agency"].casefold() in " ".join(row.wires).casefold(), (page["file"],), f"wires {row.wires}")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["file"])
def test_no_clutter_in_the_body(story: Record, page: dict[str, Any]) -> None:
    text = body(story, page["file"])
    for words in page.get("not_in_body", ()):
        hold("clutter", words not in text, (page["file"], words), f"{words!r} stands in the body")


@pytest.mark.parametrize("page", [page for page in PAGES if "copy_of" in page], ids=lambda page: page["file"])
def test_a_reprint_is_no_account_of_its_own(story: Record, page: dict[str, Any]) -> None:
    assert article(story, page["file"]).account == article(story, page["copy_of"]).account


def rows_of(story: Record, file: str) -> list[StatementRow]:
    return [row for row in story.statements() if row.address.endswith(file)]


def is_it(row: StatementRow, wanted: dict[str, Any]) -> bool:
    """Whether a row reports the wanted words, said by the wanted speaker."""
    if wanted["begins"] not in row.content or wanted["ends"] not in row.content or row.mode != wanted["mode"]:
        return False
    name = row.speaker.name if row.speaker else None
    return name is None if wanted["speaker"] == "-" else name in (wanted["speaker"], *wanted.get("also", ()))


@pytest.mark.parametrize("wanted", STATEMENTS, ids=lambda wanted: f"{wanted['page'][:2]}: {wanted['begins']}")
def test_each_statement_is_found_with_its_speaker(story: Record, wanted: dict[str, Any]) -> None:
    near = [
        (row.speaker and row.speaker.shown, row.mode, row.content)
        for row in rows_of(story, wanted["page"])
        if wanted["begins"] in row.content
    ]
    hold(
        "statement", any(is_it(row, wanted) for row in rows_of(story, wanted["page"])), (wanted["page"], wanted["begins"]), f"found {near}"
    )


@pytest.mark.parametrize("actor", ACTORS, ids=lambda actor: actor["name"])
def test_the_forms_of_a_name_are_one_actor(story: Record, actor: dict[str, Any]) -> None:
    found = next(row for row in story.actors() if row.name == actor["name"])
    for form in actor["forms"]:
        hold("actor", any(form in shown for shown in found.forms), (actor["name"], form), f"{form!r} is not among {found.forms}")


def test_every_span_stands(story: Record) -> None:
    checks = list(story.check())
    assert len(checks) > 100
    assert [check for check in checks if check.state != "stands"] == []


def test_a_second_run_adds_nothing(tmp_path: Path) -> None:
    with hearsay.read([EXAMPLES / "pages"], record=tmp_path / "story.db") as first:
        before = first.counts()
    with hearsay.read([EXAMPLES / "pages"], record=tmp_path / "story.db") as second:
        assert second.counts() == before
