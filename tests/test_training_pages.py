"""The cluttered pages that training makes of our own articles: each holds its body, between lines that are none of it."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "training"))

import pagemaker

MADE = list(pagemaker.made(12, 1))


def test_pages_in_every_language_and_some_without_an_article() -> None:
    assert [line["id"].split()[0] for line in MADE] == [code for code in pagemaker.CODES for _ in range(12)]
    assert any(not line["gold"] for line in MADE) and len({line["text"] for line in MADE}) == len(MADE)


@pytest.mark.parametrize("line", MADE, ids=lambda line: line["id"])
def test_the_body_stands_on_the_page_in_order(line: dict[str, str]) -> None:
    at = 0
    for paragraph in line["gold"].split("\n"):
        at = line["text"].index(paragraph, at) + len(paragraph)
    assert len(line["text"]) > len(line["gold"])


def test_the_same_seed_makes_the_same_pages() -> None:
    assert list(pagemaker.made(1, 7)) == list(pagemaker.made(1, 7)) != list(pagemaker.made(1, 8))
