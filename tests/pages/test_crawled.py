"""The mapping of keys: what the docs say of it, and what a row may hold in their place."""

from datetime import date
from pathlib import Path

import pytest

from hearsay.errors import PageError
from hearsay.pages import crawled

DOCS = Path(__file__).parent.parent.parent / "docs" / "pages.md"


@pytest.mark.parametrize("field", ["HTML", "TEXT", "TITLE", "URL", "PUBLISHED", "UPDATED", "CAPTURED", "OUTLET", "AUTHOR"])
def test_the_docs_list_every_key_in_order(field: str) -> None:
    assert " ".join(f"`{key}`" for key in getattr(crawled, field)) in DOCS.read_text(encoding="utf-8")


def test_dates_and_lists_become_words() -> None:
    page = crawled.page_of({"text": "one", "date": date(2031, 3, 4), "authors": ["A", "", "B"], "timestamp": 1930374000}, "x#1", "json")
    assert {s.field: s.value for s in page.stated}["published"] == "2031-03-04"
    assert {s.field: s.value for s in page.stated}["author"] == "A, B"
    assert page.captured == "2031-03-04T07:00:00+00:00"


def test_an_address_that_is_none_is_left_aside() -> None:
    assert crawled.page_of({"text": "one", "source": "Orva Post"}, "x#1", "json").address == "x#1"


def test_a_row_without_text_says_what_was_looked_for() -> None:
    with pytest.raises(PageError, match="maintext"):
        crawled.page_of({"html": "no markup"}, "x#1", "json")


def deep(levels: int) -> list[object]:
    """A list in a list in a list."""
    made: list[object] = []
    for _ in range(levels):
        made = [made]
    return made


@pytest.mark.parametrize(
    "value", [10**20, 10**400, 1e300, float("inf"), float("nan"), -5, {"sections": 7}, {"sections": [{"headline": 3}]}, deep(900)]
)
def test_values_that_no_tool_writes_do_no_harm(value: object) -> None:
    page = crawled.page_of({"text": "one", "date": value, "timestamp": value, "authors": value}, "x#1", "json")
    assert page.text == "one" and page.captured in (None, "3")
