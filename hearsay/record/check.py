"""Read every span again in the kept text, and say: stands, moved, gone; or withheld, where the text is not in this record."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator

from hearsay.model import Span
from hearsay.record import load
from hearsay.record.rows import SpanCheck
from hearsay.record.write import text_hash
from hearsay.text import digest_bytes

SPANS = """
    SELECT s.statement AS thing, s.part AS kind, s.start, s.stop, s.words FROM statement_span s
        JOIN statement t ON t.id = s.statement JOIN article a ON a.id = t.article WHERE a.page = :page
    UNION ALL SELECT m.id, 'mention', m.start, m.stop, m.words FROM mention m JOIN article a ON a.id = m.article WHERE a.page = :page
    UNION ALL SELECT t.article, 'time', t.start, t.stop, t.words FROM time t JOIN article a ON a.id = t.article WHERE a.page = :page
    UNION ALL SELECT f.article, f.kind, f.start, f.stop, f.words FROM furniture f JOIN article a ON a.id = f.article WHERE a.page = :page
    UNION ALL SELECT x.id, 'act', x.start, x.stop, x.words FROM act x JOIN article a ON a.id = x.article WHERE a.page = :page
    ORDER BY 3, 4
"""


def check(connection: sqlite3.Connection) -> Iterator[SpanCheck]:
    """Every page's bytes and text against their hashes, then every span of the page."""
    for row in connection.execute("SELECT id, address, text_hash, data, text FROM page").fetchall():
        yield from _page(connection, row)


def _page(connection: sqlite3.Connection, row: sqlite3.Row) -> Iterator[SpanCheck]:
    page, address = row["id"], row["address"]
    if not row["data"] and row["text"] is None:
        for found in connection.execute(SPANS, {"page": page}).fetchall():
            yield SpanCheck(found["thing"], found["kind"], page, address, load.at(found), found["words"], "withheld")
        return
    if not _is(row["data"], page):
        yield SpanCheck(page, "bytes", page, address, Span(0, 0), "", "gone")
    kept = _text(row)
    if kept is None or text_hash(kept) != row["text_hash"]:
        yield SpanCheck(page, "text", page, address, Span(0, len(kept or "")), "", "gone" if kept is None else "moved")
    for found in connection.execute(SPANS, {"page": page}).fetchall():
        state, now = _again(kept or "", load.at(found), found["words"])
        yield SpanCheck(found["thing"], found["kind"], page, address, load.at(found), found["words"], state, now)


def _is(packed: bytes, page: str) -> bool:
    """Whether kept bytes are those that gave the page its name."""
    try:
        return digest_bytes(zlib.decompress(packed)) == page
    except zlib.error:
        return False


def _text(row: sqlite3.Row) -> str | None:
    try:
        return load.unpack(row["text"])
    except (zlib.error, UnicodeDecodeError, TypeError):
        return None


def _again(kept: str, span: Span, words: str) -> tuple[str, Span | None]:
    """Whether the words stand where they were read; if not, where they stand nearest, if anywhere."""
    if span.of(kept) == words:
        return "stands", None
    places = _places(kept, words)
    if not places:
        return "gone", None
    nearest = min(places, key=lambda start: abs(start - span.start))
    return "moved", Span(nearest, nearest + len(words))


def _places(kept: str, words: str) -> list[int]:
    places, at = [], kept.find(words) if words else -1
    while at >= 0:
        places.append(at)
        at = kept.find(words, at + 1)
    return places
