"""What an HTML page says of itself beside its text: JSON-LD, meta elements, the address it calls its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from lxml.etree import XPath
from lxml.html import HtmlElement

from hearsay.model import Stated

LD = "ld+json"
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
CLASSED = re.compile(r"(?:^|\s)(?:author|byline|(?:author|byline)[-_]?name|(?:byline|article|post)[-_]?author)(?:\s|$)", re.IGNORECASE)
MARKED = XPath("//*/@class[contains(., 'uthor') or contains(., 'yline')]/.. | //*/@rel[. = 'author']/.. | //*/@itemprop[. = 'author']/..")
"""Elements of which page builders may say that they hold an author: a visible line, but one that only its markup tells from others.
The attributes are asked rather than the elements, which takes a third of the time."""
OTHERS = XPath("ancestor::*[self::aside or self::footer or contains(@class, 'comment') or contains(@id, 'comment')]")
LONGEST_NAME = 160


def metadata(root: HtmlElement) -> tuple[Stated, ...]:
    """Headline, dates, authors and outlet as the markup states them: JSON-LD, then meta elements, then the elements that hold an author."""
    return (*_from_ld(root), *_from_meta(root), *_from_elements(root))


def _from_ld(root: HtmlElement) -> Iterator[Stated]:
    for script in root.iter("script"):
        if LD not in script.get("type", "").lower():
            continue
        try:
            data = json.loads(script.text or "", strict=False)
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


def _from_meta(root: HtmlElement) -> Iterator[Stated]:
    for meta in root.iter("meta"):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if (field := META_FIELDS.get(key)) and (value := _plain(meta.get("content", ""))):
            yield Stated(field, value, f"meta {key}")


def _from_elements(root: HtmlElement) -> Iterator[Stated]:
    """The first element whose markup says that it names an author, with those like it right beside it; a comment's author is none."""
    marked = [element for element in MARKED(root) if not OTHERS(element)]
    related = [element for element in marked if element.get("rel") == "author" or element.get("itemprop") == "author"]
    classed = [element for element in marked if CLASSED.search(element.get("class", ""))]
    for ground, found in (('markup rel="author"', related), ('markup class="byline"', classed)):
        near = [element for element in found if _place(element) == _place(found[0])]
        names = dict.fromkeys(map(_shown, near))
        yield from (Stated("author", name, ground) for name in names if 0 < len(name) <= LONGEST_NAME)


def _shown(element: HtmlElement) -> str:
    """The words of an element, its lines parted by semicolons."""
    parting = "; " if element.find(".//br") is not None else " "
    return parting.join(filter(None, (" ".join(text.split()) for text in element.itertext())))


def _place(element: HtmlElement) -> HtmlElement:
    """The element that holds it, or the list that it is an item of."""
    inner = element.getparent()
    outer = inner.getparent() if inner is not None and inner.tag in ("li", "span") else None
    return outer if outer is not None else inner


def _plain(value: str) -> str:
    return " ".join(unescape(value).split())
