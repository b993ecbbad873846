"""RSS and Atom files: a list of articles, each with its title and what the feed gives of its text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree

from hearsay.errors import InputError, PageError
from hearsay.markup import parse
from hearsay.model import Page, Reject, Stated
from hearsay.pages.html import linearise
from hearsay.pages.make import from_text
from hearsay.pages.streams import Rejecter

ROOTS = (b"<rss", b"<feed", b"<rdf:RDF", b"<rdf:rdf")
ITEMS = ("item", "entry")
TEXT = ("encoded", "content", "description", "summary")
STATED = {
    "published": ("pubDate", "published", "date", "issued"),
    "updated": ("updated", "modified"),
    "author": ("creator", "author"),
    "outlet": ("source",),
}


def matches(name: str, head: bytes) -> bool:
    """By the root element; an HTML page may speak of feeds but does not begin with one."""
    return any(root in head for root in ROOTS) and b"<html" not in head.lower()


def read(stream: BinaryIO, address: str, reject: Rejecter) -> Iterator[Page]:
    """One page for each item: its title, an empty line, its text."""
    channel: str | None = None
    walk = etree.iterparse(stream, events=("end",), recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    try:
        for number, (_, element) in enumerate(walk, 1):
            name = _name(element)
            if name == "title" and channel is None and _name(element.getparent()) in ("channel", "feed"):
                channel = (element.text or "").strip()
            if name in ITEMS:
                yield from _page(element, channel, f"{address}#{number}", reject)
                _forget(element)
    except etree.XMLSyntaxError as error:
        raise PageError(f"a feed that breaks off ({error}). What came before was read.") from error


def _name(element: etree._Element | None) -> str:
    """An element's name without its namespace, declared or not."""
    return element.tag.rsplit("}", 1)[-1].rsplit(":", 1)[-1] if element is not None and isinstance(element.tag, str) else ""


def _forget(element: etree._Element) -> None:
    """Let go of what was read, so that a long feed needs no more memory than one item."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _page(item: etree._Element, channel: str | None, address: str, reject: Rejecter) -> Iterator[Page]:
    title, text = _text(item, ("title",)), max((_text(item, (name,)) for name in TEXT), key=len)
    stated = [Stated(field, value, f"feed element {name}") for field, names in STATED.items() for name, value in _first(item, names)]
    if channel and not any(s.field == "outlet" for s in stated):
        stated.append(Stated("outlet", channel, "feed title"))
    stated += [Stated("title", title, "feed element title")] if title else []
    stated.append(Stated("body", "whole", "what the feed gives of the text"))
    try:
        yield from_text(f"{title}\n\n{text}".strip(), _link(item) or address, stated=tuple(stated))
    except InputError as error:
        reject(Reject(address, "pages", f"a feed item without words ({error})"))


def _first(item: etree._Element, names: tuple[str, ...]) -> list[tuple[str, str]]:
    found = [(name, _text(item, (name,))) for name in names]
    return [pair for pair in found if pair[1]][:1]


def _text(item: etree._Element, names: tuple[str, ...]) -> str:
    """The words of the first child of one of these names; escaped or CDATA markup is read as the page it was."""
    for child in item:
        if _name(child) in names:
            raw = "".join(child.itertext()).strip()
            return _plain(raw) if "<" in raw else raw
    return ""


def _plain(markup: str) -> str:
    try:
        return linearise(parse(f"<html><body>{markup}</body></html>"))
    except PageError:
        return markup


def _link(item: etree._Element) -> str | None:
    """RSS gives the address as text, Atom as an attribute of the alternate link."""
    for child in item:
        if _name(child) == "link" and child.get("rel", "alternate") == "alternate":
            return child.get("href") or (child.text or "").strip() or None
    return None
