"""What other tools made of a page, as one mapping of keys: news-please, Fundus, newspaper4k, trafilatura and their like.

Each field is taken from the first key found; docs/pages.md lists them by tool.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any

from hearsay.errors import PageError
from hearsay.model import Page, Stated
from hearsay.pages.make import from_html, from_text

HTML = ("html", "raw_html", "html_content", "page_html")
TEXT = ("maintext", "plaintext", "text", "raw_text", "article_text", "body", "content", "articleBody")
TITLE = ("title", "headline", "name")
URL = ("url", "responded_url", "requested_url", "canonical_link", "source_url", "link", "uri", "source")
PUBLISHED = ("date_publish", "publishing_date", "publish_date", "datePublished", "published", "date_published", "pubDate", "date")
UPDATED = ("date_modify", "dateModified", "modified", "updated", "date_modified")
CAPTURED = ("date_download", "crawl_date", "download_date", "captured", "timestamp")
OUTLET = ("sitename", "publisher", "site_name", "source_domain", "hostname", "source-hostname", "domain")
AUTHOR = ("authors", "author", "byline")
DEEPEST = 50  # lists in lists
LATEST = 253_402_300_800  # seconds from 1970 to the year 10000
STATED = {"title": TITLE, "published": PUBLISHED, "updated": UPDATED, "outlet": OUTLET, "author": AUTHOR}


def is_page(row: Any) -> bool:
    """Whether a value is what a crawler keeps of a page: an object with text or HTML."""
    return isinstance(row, Mapping) and any(_value(row, keys) for keys in (HTML, TEXT))


def page_of(row: Mapping[str, Any], address: str, carrier: str) -> Page:
    """The page that a row tells of: its HTML if it kept it, else the title and the text that the tool took from it."""
    url = next((v for _, v in _found(row, URL) if v.startswith(("http:", "https:"))), address)
    stated = tuple(Stated(field, value, f"{carrier} key {key}") for field, keys in STATED.items() for key, value in _first(row, keys))
    html = _value(row, HTML)
    text = _value(row, TEXT)
    captured = _value(row, CAPTURED)
    if html and "<" in html:
        page = from_html(html, url, stated=stated)
    elif text:
        title = _value(row, TITLE)
        whole = f"{title}\n\n{text}" if title and not text.lstrip().startswith(title) else text
        page = from_text(whole, url, stated=(*stated, Stated("body", "whole", f"{carrier}: text taken from the page by another tool")))
    else:
        raise PageError(f"no text in it: none of the keys {', '.join((*HTML, *TEXT))} is filled.")
    return _captured(page, captured)


def _captured(page: Page, moment: str | None) -> Page:
    if not moment:
        return page
    from dataclasses import replace

    return replace(page, captured=moment)


def _first(row: Mapping[str, Any], keys: tuple[str, ...]) -> list[tuple[str, str]]:
    return list(_found(row, keys))[:1]


def _value(row: Mapping[str, Any], keys: tuple[str, ...]) -> str | None:
    return next((value for _, value in _found(row, keys)), None)


def _found(row: Mapping[str, Any], keys: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for key in keys:
        if value := _words(row.get(key)):
            yield key, value


def since_1970(number: float) -> str:
    """Seconds, or thousandths of them, from 1970 as a moment; nothing where no calendar has it."""
    if not 0 <= number < LATEST * 1000:
        return ""
    return datetime.fromtimestamp(number if number < 10**11 else number / 1000, UTC).isoformat()


def _words(value: Any, depth: int = 0) -> str:
    """A value as words: lists joined, Fundus' sections one under the other, dates in ISO form."""
    if depth > DEEPEST:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, int | float) and value > 10**8:
        return since_1970(value)
    if isinstance(value, Mapping):
        return _sections(value, depth)
    if isinstance(value, list | tuple):
        words = [_words(item, depth + 1) for item in value]
        return (", " if all(len(word) < 80 for word in words) else "\n\n").join(word for word in words if word)
    return ""


def _sections(value: Mapping[str, Any], depth: int) -> str:
    """Fundus: {"summary": [...], "sections": [{"headline": [...], "paragraphs": [...]}]}, its html {"content": ...}; else its name."""
    if "sections" in value:
        lines = _lines(value, "summary")
        for section in _listed(value["sections"]):
            if isinstance(section, Mapping):
                lines += [*_lines(section, "headline"), *_lines(section, "paragraphs")]
        return "\n\n".join(line for line in lines if line)
    return next((_words(value[key], depth + 1) for key in ("content", "name") if key in value), "")


def _lines(section: Mapping[str, Any], key: str) -> list[str]:
    return [str(line).strip() for line in _listed(section.get(key))]


def _listed(value: Any) -> list[Any]:
    """A list as it is, any other value as its only item, nothing as none."""
    if isinstance(value, list | tuple):
        return list(value)
    return [] if value is None else [value]
