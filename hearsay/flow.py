"""The main path: pages -> articles -> marks -> links -> record. It alone knows the order of the rooms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from hearsay import articles, links, marks, pages
from hearsay.language import Language
from hearsay.model import Page, Reading, Reject

Rejecter = Callable[[Reject], None]


def read(paths: Iterable[str | Path], languages: Mapping[str, Language], reject: Rejecter) -> Iterator[tuple[Page, tuple[Reading, ...]]]:
    """Read the pages at these paths and yield each with its articles and their marks."""
    for page in pages.read(paths, reject):
        yield page, read_page(page, languages, reject)


def read_page(page: Page, languages: Mapping[str, Language], reject: Rejecter) -> tuple[Reading, ...]:
    """The articles of one page with their marks; a page without an article goes to `reject` with the reason."""
    found = articles.find(page, languages, reject)
    return tuple(marks.find(article, languages[article.language]) for article in found)
