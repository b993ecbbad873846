"""PDF with a text layer: the text of all its pages, with the place of each. Method: pypdf."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

from hearsay.errors import PageError
from hearsay.model import Page, Place, Span, Stated
from hearsay.pages.streams import LARGEST, Rejecter, at_most
from hearsay.text import digest_bytes

MOST = 2000
"""Pages that are read of one file."""


def matches(name: str, head: bytes) -> bool:
    """By the first bytes; some producers put a few before the mark."""
    return b"%PDF-" in head[:1024]


def read(stream: BinaryIO, address: str, reject: Rejecter) -> Iterator[Page]:
    """One Page for the file; `places` says where each of its pages begins and ends in the text."""
    data = at_most(stream, 4 * LARGEST)
    texts, stated = _texts(data)
    text, places = _laid_out(texts)
    if not text.strip():
        raise PageError(f"a PDF of {len(texts)} pages without a text layer (a scan). Run OCR over it first.")
    yield Page(digest_bytes(data), address, "application/pdf", data, "pdf", text, "pdf-1", None, stated, places)


def _texts(data: bytes) -> tuple[list[str], tuple[Stated, ...]]:
    try:
        from pypdf import PdfReader
    except ImportError as error:
        raise PageError("a PDF, for which pypdf is needed. Install it: pip install 'hearsay[pdf]'.") from error
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise PageError("a PDF that needs a password. Save it without one.")
        texts = [page.extract_text() or "" for _, page in zip(range(MOST), reader.pages, strict=False)]
        title = reader.metadata.title if reader.metadata else None
    except PageError:
        raise
    except Exception as error:  # pypdf raises what its parsers stumble over
        raise PageError(f"a PDF that cannot be read ({type(error).__name__}: {error}). Print it to a new PDF.") from error
    return texts, (Stated("title", title, "PDF metadata"),) if title else ()


def _laid_out(texts: list[str]) -> tuple[str, tuple[Place, ...]]:
    text, places = "", []
    for number, page in enumerate(texts, 1):
        clean = page.encode("utf-8", "replace").decode("utf-8")
        places.append(Place(f"page {number}", Span(len(text), len(text) + len(clean))))
        text += clean + "\n\n"
    return text, tuple(places)
