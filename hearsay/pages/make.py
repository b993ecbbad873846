"""Bytes, or text in hand, become a Page."""

from __future__ import annotations

import re

from hearsay import markup
from hearsay.errors import PageError
from hearsay.model import Page, Place, Stated
from hearsay.pages.decoding import decode
from hearsay.pages.html import linearise
from hearsay.pages.metadata import metadata
from hearsay.text import digest_bytes

MARKUP = re.compile(rb"<(!doctype\s+html|html|head|body|meta|div|article|p)\b", re.IGNORECASE)
DECLARED = re.compile(rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def from_bytes(
    data: bytes,
    address: str,
    *,
    media: str | None = None,
    charset: str | None = None,
    captured: str | None = None,
    stated: tuple[Stated, ...] = (),
) -> Page:
    """A page from its bytes. `media` and `charset` are what the carrier declares; without them they are found in the bytes.

    Raises PageError where the bytes are empty, binary, or hold no text.
    """
    if not data.strip():
        raise PageError("an empty file: no bytes but white space. Expected a page of text or HTML.")
    head = data[:4096]
    if charset is None and (declared := DECLARED.search(head)):
        charset = declared.group(1).decode("ascii", "replace")
    text, encoding = decode(data, charset)
    if media is None:
        media = "text/html" if MARKUP.search(text[:4096].encode("utf-8", "replace")) else "text/plain"
    if "html" in media:
        return _of_markup(text, data, address, encoding, captured, stated)
    return _page(data, address, "text/plain", encoding, text, "plain-1", captured, stated)


def from_text(text: str, address: str = "", *, stated: tuple[Stated, ...] = (), places: tuple[Place, ...] = ()) -> Page:
    """A page from text in hand: its bytes are the text in UTF-8, its kept text is the text as it is."""
    return _page(text.encode("utf-8", "surrogatepass"), address, "text/plain", "utf-8", text, "plain-1", None, stated, places)


def from_html(html: str, address: str = "", *, stated: tuple[Stated, ...] = ()) -> Page:
    """A page from HTML in hand."""
    return _of_markup(html, html.encode("utf-8", "surrogatepass"), address, "utf-8", None, stated)


def _of_markup(source: str, data: bytes, address: str, encoding: str, captured: str | None, stated: tuple[Stated, ...]) -> Page:
    """A page of HTML. What the markup states stands after what the carrier says; the tree is kept for who asks for the article next."""
    root = markup.parse(source)
    stated = (*stated, *metadata(root))
    page = _page(data, address, "text/html", encoding, linearise(root), "html-1", captured, stated)
    markup.keep(page.id, root)
    return page


def _page(
    data: bytes,
    address: str,
    media: str,
    encoding: str,
    text: str,
    linearisation: str,
    captured: str | None,
    stated: tuple[Stated, ...],
    places: tuple[Place, ...] = (),
) -> Page:
    if not text.strip():
        raise PageError("no visible text in it. Expected a page with words; a page drawn by scripts must be saved after it was drawn.")
    return Page(digest_bytes(data), address, media, data, encoding, text, linearisation, captured, stated, places)
