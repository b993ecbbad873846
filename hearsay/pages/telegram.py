"""Telegram: the JSON that Telegram Desktop exports, its HTML, and saved pages of a channel. Each message with words is a page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from lxml import html as lxml_html

from hearsay.errors import InputError, PageError
from hearsay.markup import parse
from hearsay.model import Page, Reject, Stated
from hearsay.pages.crawled import since_1970
from hearsay.pages.decoding import decode
from hearsay.pages.jsonl import Lines
from hearsay.pages.make import from_text
from hearsay.pages.streams import Rejecter, at_most

EXPORT = re.compile(rb'"messages"\s*:\s*\[|"type"\s*:\s*"(?:public|private)_(?:channel|supergroup|group)"|"chats"\s*:\s*\{')
CHANNEL_PAGE = (b"tgme_page", b"tgme_widget_message", b"tgme_channel")
NAME = re.compile(r'"name"\s*:\s*("(?:[^"\\]|\\.)*")')


def matches(name: str, head: bytes) -> bool:
    """By the keys that an export begins with, or the classes of a channel's page."""
    start = head.lstrip()
    return (start.startswith(b"{") and EXPORT.search(head) is not None) or any(c in head for c in CHANNEL_PAGE) or _is_desktop_html(head)


def _is_desktop_html(head: bytes) -> bool:
    return b"Exported Data" in head and b"page_wrap" in head


def read(stream: BinaryIO, address: str, reject: Rejecter) -> Iterator[Page]:
    """The messages, oldest first as they stand; those without words (photos, joinings) are one reject together."""
    start = stream.peek(64)[:64].lstrip()  # type: ignore[attr-defined]
    found = _export(stream, address) if start.startswith((b"{", b"\xef\xbb\xbf{")) else _saved(stream, address)
    empty = 0
    for page in found:
        if isinstance(page, Page):
            yield page
        else:
            empty += 1
    if empty:
        reject(Reject(address, "pages", f"{empty:,} messages hold no words."))


def _export(stream: BinaryIO, address: str) -> Iterator[Page | None]:
    lines, channel = Lines(stream), ""
    while (before := lines.find('"messages"')) is not None:
        names = NAME.findall(before)
        channel = _string(names[-1]) if names else channel
        lines.find("[")
        while not lines.at_bracket():
            try:
                message = lines.value()
            except ValueError as error:
                raise PageError(f"a Telegram export that breaks off ({error}). What came before was read.") from error
            yield _message(message, channel, address) if isinstance(message, Mapping) else None


def _string(quoted: str) -> str:
    try:
        return str(json.loads(quoted, strict=False))
    except ValueError:
        return quoted.strip('"')


def _message(message: Mapping[str, Any], channel: str, address: str) -> Page | None:
    text = _words(message.get("text"))
    if message.get("type") != "message" or not text.strip():
        return None
    sent = _moment(message)
    stated = [Stated("published", sent, "Telegram message date")] if sent else []
    stated += [Stated("outlet", channel, "Telegram channel")] if channel else []
    return from_text(text, f"{address}#message{message.get('id', '')}", stated=(*stated, Stated("body", "whole", "a Telegram message")))


def _words(text: Any) -> str:
    """A message's text: a string, or pieces of which some carry a link or a format."""
    if isinstance(text, list):
        return "".join(
            piece if isinstance(piece, str) else str(piece.get("text", "")) for piece in text if isinstance(piece, str | Mapping)
        )
    return text if isinstance(text, str) else ""


def _moment(message: Mapping[str, Any]) -> str | None:
    """The moment a message was sent; the export gives it in the time of the machine, and in seconds from 1970, which is sure."""
    seconds = str(message.get("date_unixtime", ""))
    if seconds.isdecimal() and len(seconds) < 12 and (sure := since_1970(int(seconds))):
        return sure
    return str(message["date"]) if message.get("date") else None


def _saved(stream: BinaryIO, address: str) -> Iterator[Page | None]:
    source, _ = decode(at_most(stream))
    root = parse(source)
    channel = _first(root, "tgme_page_title", "tgme_channel_info_header_title", "text bold")
    messages = root.xpath("//*[contains(concat(' ', @class, ' '), ' tgme_widget_message ') or starts-with(@id, 'message')]")
    if not messages:
        raise PageError("a Telegram page without messages. Save the page of the channel (t.me/s/NAME).")
    for message in messages:
        yield _saved_message(message, channel, address)


def _saved_message(message: lxml_html.HtmlElement, channel: str, address: str) -> Page | None:
    words = message.xpath(".//*[contains(@class, 'tgme_widget_message_text') or @class='text']")
    text = _visible(words[-1]) if words else ""
    if not text:
        return None
    links = message.xpath(".//a[contains(@class, 'tgme_widget_message_date')]/@href")
    moments = message.xpath(".//time/@datetime") or message.xpath(".//*[contains(@class, 'date')]/@title")
    stated = [Stated("published", str(moments[-1]), "Telegram message date")] if moments else []
    stated += [Stated("outlet", channel, "Telegram channel")] if channel else []
    place = str(links[-1]) if links else f"{address}#{message.get('id') or message.get('data-post') or ''}"
    try:
        return from_text(text, place, stated=(*stated, Stated("body", "whole", "a Telegram message")))
    except InputError:
        return None


def _visible(element: lxml_html.HtmlElement) -> str:
    for br in element.xpath(".//br"):
        br.tail = "\n" + (br.tail or "")
    return str(element.text_content()).strip()


def _first(root: lxml_html.HtmlElement, *classes: str) -> str:
    for name in classes:
        if found := root.xpath("//*[contains(@class, $name)]", name=name):
            return str(found[0].text_content()).strip()
    return ""
