"""Bytes in, pages and rejects out: what the tests of carriers share."""

import io
from typing import BinaryIO

from hearsay.model import Page, Reject
from hearsay.pages.carriers import read_stream

HTML = "<html><head><title>Ferry late</title></head><body><h1>Ferry late</h1><p>The ferry to Orva was late, {} said.</p></body></html>"


def carried(data: bytes, name: str) -> tuple[list[Page], list[Reject]]:
    """What the carriers make of a file of this name."""
    rejects: list[Reject] = []
    stream: BinaryIO = io.BufferedReader(io.BytesIO(data))  # type: ignore[assignment]
    return list(read_stream(stream, name, rejects.append)), rejects


def html(who: str) -> bytes:
    return HTML.format(who).encode()
