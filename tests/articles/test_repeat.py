"""Lines an outlet wears on many pages are nobody's text."""

from __future__ import annotations

from collections import Counter

import pytest

from hearsay import articles, pages
from hearsay.articles.repeat import dress, lines, outlet
from hearsay.language import Languages
from hearsay.model import Article, Page, Stated

SLOGAN = "The Norvia Herald has told the story of the harbour and its people every single day since the first ship came in."
STORY = (
    "The harbour took in ship number {n} on Tuesday, the harbour master said.\nIt had waited in the bay for {n} days, she told reporters."
)
NAMES = ("one", "two", "three")
MOST_READ = "\n".join(f"Ship number {n} is in" for n in NAMES)
LANGUAGES = Languages()


def worn(page: Page, among: list[Page]) -> frozenset[str]:
    counts = Counter(line for one in among for line in lines(one))
    return dress(lines(page), counts, len(among))


def article(page: Page, among: list[Page]) -> Article:
    return next(articles.find(page, LANGUAGES, lambda reject: None, worn(page, among)))


def words(it: Article) -> list[str]:
    return [span.of(it.text) for span in it.body]


def dressed(n: str) -> Page:
    return pages.from_text(f"Ship number {n} is in\n\n{SLOGAN}\n\n{STORY.format(n=n)}\n\n{MOST_READ}\n")


def marked_up(n: str) -> Page:
    told = "".join(f"<p>{line}</p>" for line in STORY.format(n=n).splitlines())
    again = f"<p>{SLOGAN}</p>"
    return pages.from_html(
        f"<html><body><article><h1>Ship number {n} is in</h1>{told}{again}{told.replace('ship', 'boat')}</article></body>"
    )


def test_a_sentence_on_most_pages_is_left_out() -> None:
    found = [dressed(n) for n in NAMES]
    assert SLOGAN not in words(article(found[0], found)) and len(words(article(found[0], found))) == 2


def test_so_it_is_between_the_paragraphs_of_a_page_with_markup() -> None:
    found = [marked_up(n) for n in NAMES]
    assert SLOGAN in words(article(found[0], found[:1])) and SLOGAN not in words(article(found[0], found))


def test_a_headline_stays_one_though_the_other_pages_list_it_among_the_most_read() -> None:
    found = [dressed(n) for n in NAMES]
    for page, n in zip(found, NAMES, strict=True):
        headline = article(page, found).headline
        assert headline and headline.of(page.text) == f"Ship number {n} is in"


def test_a_sentence_on_few_of_many_pages_is_the_articles_own() -> None:
    found = [dressed(n) for n in NAMES] + [pages.from_text(STORY.format(n=n)) for n in ("four", "five", "six", "seven")]
    assert SLOGAN in words(article(found[0], found))


def test_copies_of_one_article_keep_their_text() -> None:
    told = f"{STORY.format(n='one')}\nNobody had come to meet it, and nobody knew what it had brought from the other side of the sea."
    found = [pages.from_text(f"Ship number one is in\n\n{told}\n\nRead {n} times\n") for n in NAMES]
    assert worn(found[0], found)
    assert words(article(found[0], found)) == words(article(found[0], found[:1])) == told.splitlines()


@pytest.mark.parametrize(
    ("address", "known"),
    [
        ("https://www.orva.example/news/1", "orva.example"),
        ("http://orva.example:8080/a?b=c", "orva.example"),
        ("HTTPS://anna:word@WWW.Orva.example", "orva.example"),
        ("https://[::1", "["),
        ("https://", ""),
        ("dump/www.orva.example/2031/a.html", "orva.example"),
        ("dump.zip!orva.example/a.html", "orva.example"),
        ("pages/orva/a.html", ""),
        ("orva.example", ""),
        ("", ""),
    ],
)
def test_whose_page_it_is_before_it_is_read(address: str, known: str) -> None:
    assert outlet(pages.from_text("Ship number one is in", address)) == known


def test_the_article_s_own_text_has_no_dress() -> None:
    page = pages.from_text("Ship number one is in", "https://orva.example/a", stated=(Stated("body", "whole", "made"),))
    assert outlet(page) == ""
