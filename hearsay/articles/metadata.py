"""What an HTML page says of itself beside its text: JSON-LD, meta elements, the address it calls its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from hearsay.model import Stated

LD = re.compile(r"<script[^>]+application/ld\+json[^>]*>(.*?)</script", re.IGNORECASE | re.DOTALL)
META = re.compile(r"<meta\s[^>]{0,2000}>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))")
ARTICLE_TYPES = re.compile(r"Article|NewsArticle|BlogPosting|Report|LiveBlog")
LD_FIELDS = (
    ("headline", "headline"),
    ("datePublished", "published"),
    ("dateModified", "updated"),
    ("author", "author"),
    ("publisher", "outlet"),
)
META_FIELDS = {
    "og:title": "headline",
    "twitter:title": "headline",
    "article:published_time": "published",
    "og:published_time": "published",
    "datepublished": "published",
    "parsely-pub-date": "published",
    "sailthru.date": "published",
    "dc.date.issued": "published",
    "dcterms.created": "published",
    "article:modified_time": "updated",
    "og:updated_time": "updated",
    "datemodified": "updated",
    "og:site_name": "outlet",
    "application-name": "outlet",
    "author": "author",
    "article:author": "author",
    "parsely-author": "author",
    "dc.creator": "author",
    "byl": "author",
}
MOST_NESTED = 6


def metadata(source: str) -> tuple[Stated, ...]:
    """Headline, dates, author and outlet as the markup states them, JSON-LD first."""
    return (*_from_ld(source), *_from_meta(source))


def _from_ld(source: str) -> Iterator[Stated]:
    for found in LD.finditer(source):
        try:
            data = json.loads(found.group(1), strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _articles(data, 0):
            yield from _of_article(thing)


def _articles(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    """The things of type Article, wherever they are nested."""
    if depth > MOST_NESTED:
        return
    if isinstance(data, list):
        for item in data:
            yield from _articles(item, depth + 1)
    elif isinstance(data, dict):
        if ARTICLE_TYPES.search(str(data.get("@type", ""))):
            yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _articles(data.get(key), depth + 1)


def _of_article(thing: dict[str, Any]) -> Iterator[Stated]:
    for key, field in LD_FIELDS:
        for value in _names(thing.get(key)):
            yield Stated(field, value, f"JSON-LD {key}")


def _names(value: Any) -> list[str]:
    """The text of a value: itself, or the name of the person or body it describes."""
    if isinstance(value, list):
        return [name for item in value[:5] for name in _names(item)]
    if isinstance(value, dict):
        return _names(value.get("name"))
    return [_plain(value)] if isinstance(value, str) and value.strip() else []


def _from_meta(source: str) -> Iterator[Stated]:
    for found in META.finditer(source):
        said = {name.lower(): a or b or c for name, a, b, c in ATTRIBUTE.findall(found.group())}
        key = (said.get("property") or said.get("name") or said.get("itemprop") or "").lower()
        if (field := META_FIELDS.get(key)) and said.get("content", "").strip():
            yield Stated(field, _plain(said["content"]), f"meta {key}")


def _plain(value: str) -> str:
    return " ".join(unescape(value).split())
