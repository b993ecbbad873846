"""MHTML: a page saved whole by a browser, by Hunchly and others."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from typing import BinaryIO, cast

from hearsay.errors import PageError
from hearsay.model import Page, Stated
from hearsay.pages.make import from_bytes
from hearsay.pages.streams import LARGEST, Rejecter, at_most

WITH_IMAGES = 4 * LARGEST
"""Bytes of a saved page with its images; the page itself may have `LARGEST`."""


def matches(name: str, head: bytes) -> bool:
    """By name, or by the headers that browsers begin such a file with."""
    lowered = head[:2048].lower()
    return b"mime-version:" in lowered and (name.endswith((".mhtml", ".mht")) or b"multipart/related" in lowered)


def read(stream: BinaryIO, address: str, reject: Rejecter) -> Iterator[Page]:
    """The one page; its address and the moment it was saved are in the headers."""
    message = cast(EmailMessage, message_from_bytes(at_most(stream, WITH_IMAGES), policy=policy.default))
    part = next((p for p in message.walk() if p.get_content_type() in ("text/html", "application/xhtml+xml")), None)
    payload = part.get_payload(decode=True) if part else None
    if part is None or not isinstance(payload, bytes):
        raise PageError("a saved page (MHTML) without an HTML part. Save it again from the browser.")
    origin = _header(message, "Snapshot-Content-Location") or _header(part, "Content-Location") or address
    title = _header(message, "Subject")
    stated = (Stated("title", title, "MHTML header Subject"),) if title else ()
    yield from_bytes(payload, origin, media="text/html", charset=part.get_content_charset(), captured=_saved(message), stated=stated)


def _header(message: EmailMessage, name: str) -> str | None:
    value = str(message.get(name) or "").strip()
    return None if not value or value.startswith("cid:") else value


def _saved(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(str(message["Date"])).isoformat()
    except (TypeError, ValueError):
        return None
