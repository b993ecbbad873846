"""A page and its readings become rows. Ids are hashes of what was read, so the same reading gives the same rows."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from hearsay.model import Article, Grounded, Page, Reading, Reject, Span, Statement
from hearsay.record import sqlite
from hearsay.record.stems import stems_of
from hearsay.text import digest, words

OF_ARTICLE = (
    "paragraph",
    "foreign_paragraph",
    "sentence",
    "furniture",
    "grounded",
    "dateline",
    "credit",
    "mention",
    "time",
    "statement",
    "act",
)
FACTS = ("author", "outlet", "published", "updated")
PARTS = ("source", "cue", "content", "insertion", "omission")

Cells = tuple[Any, ...]


def pack(text: str) -> bytes:
    """Text as it is kept."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"))


def ends(span: Span | None) -> tuple[int | None, int | None]:
    """Start and stop, or nothing twice."""
    return (span.start, span.stop) if span else (None, None)


def text_hash(text: str) -> str:
    """The hash by which a change of the kept text shows."""
    return digest(text)


# ------------------------------------------------------------------ pages


def page(connection: sqlite3.Connection, it: Page) -> None:
    """Keep the bytes and the one text that spans count in."""
    head = (it.id, it.address, it.media, it.encoding, it.linearisation, it.captured, len(it.data), text_hash(it.text))
    sqlite.insert(connection, "page", [(*head, zlib.compress(it.data), pack(it.text))])
    met(connection, it)
    sqlite.insert(connection, "stated", [(it.id, n, s.field, s.value, s.ground) for n, s in enumerate(it.stated)])
    sqlite.insert(connection, "place", [(it.id, n, p.name, *p.span) for n, p in enumerate(it.places)])


def met(connection: sqlite3.Connection, it: Page) -> None:
    """Keep at which address, and when, the bytes were met."""
    sqlite.insert(connection, "page_at", [(it.id, it.address, it.captured)])


def new_text(connection: sqlite3.Connection, it: Page) -> None:
    """Put another text in the place of the kept one: the same bytes, read otherwise, or given again to a copy that came without texts."""
    connection.execute(
        "UPDATE page SET media = ?, encoding = ?, linearisation = ?, text_hash = ?, data = ?, text = ? WHERE id = ?",
        (it.media, it.encoding, it.linearisation, text_hash(it.text), zlib.compress(it.data), pack(it.text), it.id),
    )
    for table in ("stated", "place"):
        connection.execute(f"DELETE FROM {table} WHERE page = ?", (it.id,))
    page(connection, it)


def reject(connection: sqlite3.Connection, it: Reject) -> None:
    """Keep what was not taken, and why."""
    sqlite.insert(connection, "reject", [(digest(it.address, it.station, it.reason), it.address, it.station, it.reason, it.page)])


# ------------------------------------------------------------------ readings


def fingerprint(reading: Reading) -> str:
    """Equal for equal readings, so that nothing is written where nothing changed."""
    return digest(repr(reading))


def article(connection: sqlite3.Connection, it: Article, n: int, run: str, reading: str) -> None:
    """Keep an article with its furniture and its paragraphs."""
    sqlite.insert(connection, "article", [(it.id, it.page, n, it.language, it.weekday, run, reading)])
    sqlite.insert(connection, "furniture", _furniture(it))
    for field in FACTS:
        sqlite.insert(connection, "grounded", ((it.id, field, *row) for row in _grounded(getattr(it, field))))
    if line := it.dateline:
        sqlite.insert(connection, "dateline", [(it.id, *line.span, line.place, line.date, line.agency, *ends(line.agency_span))])
    sqlite.insert(connection, "credit", [(it.id, m, c.agency, *c.span, c.role) for m, c in enumerate(it.credits)])
    sqlite.insert(connection, "foreign_paragraph", [(it.id, m, *span, code) for m, (span, code) in enumerate(it.foreign)])
    for m, span in enumerate(it.body):
        new = connection.execute("INSERT INTO paragraph (article, n, start, stop) VALUES (?, ?, ?, ?)", (it.id, m, *span))
        sqlite.index(connection, "paragraph_words", int(new.lastrowid or 0), stems_of(span.of(it.text), it.language))


def _furniture(it: Article) -> Iterator[Cells]:
    single = (("headline", it.headline), ("standfirst", it.standfirst), ("byline", it.byline))
    pieces: list[tuple[str, Sequence[Span | None]]] = [*((kind, [span]) for kind, span in single), ("rights", it.rights)]
    for kind, spans in pieces:
        yield from ((it.id, kind, n, *span, span.of(it.text)) for n, span in enumerate(spans) if span)


def _grounded(fact: Grounded | None) -> list[Cells]:
    """The value and, under it, what else the page says, each with its number and the number it stands under."""
    rows: list[Cells] = []

    def lay(it: Grounded, under: int | None) -> None:
        n = len(rows)
        rows.append((n, under, it.value, it.ground, *ends(it.span)))
        for other in it.others:
            lay(other, n)

    if fact:
        lay(fact, None)
    return rows


def marks(connection: sqlite3.Connection, it: Reading) -> None:
    """Keep the marks of an article."""
    a, text = it.article.id, it.article.text
    sqlite.insert(connection, "sentence", ((a, n, *span) for n, span in enumerate(it.sentences)))
    sqlite.upsert(connection, "mention", _mentions(it))
    times = ((a, n, *t.span, t.span.of(text), t.value, t.anchor, t.rule) for n, t in enumerate(it.times))
    sqlite.insert(connection, "time", times)
    for n, act in enumerate(it.acts):
        head = (act.id, a, n, *act.span, act.span.of(text), act.verb, *ends(act.paper))
        sqlite.upsert(connection, "act", [(*head, act.date, act.rule, act.confidence)])
        sqlite.upsert(connection, "act_who", ((act.id, m, who) for m, who in enumerate(act.who)))
    for n, statement in enumerate(it.statements):
        _statement(connection, it.article, statement, n)


def _mentions(it: Reading) -> Iterator[Cells]:
    a, text = it.article.id, it.article.text
    for n, m in enumerate(it.mentions):
        role = m.role.of(text) if m.role else None
        where = (m.id, a, n, *m.span, m.span.of(text))
        yield (*where, m.kind, m.category, m.name, m.key, *ends(m.role), role, m.refers, m.gender, m.rule, m.confidence)


def _statement(connection: sqlite3.Connection, art: Article, s: Statement, n: int) -> None:
    """Keep one statement with its spans and its chain, and make it findable."""
    old = connection.execute("SELECT row FROM statement WHERE id = ?", (s.id,)).fetchone()
    if old:
        return  # two articles of one page may share words, never a statement
    flags = (int(s.hedged), int(s.negated), int(s.denial))
    cells: Cells = (s.id, art.id, n, s.mode, s.type, s.said_on, s.said_on_ground, s.inside, *flags, s.medium, s.occasion)
    cells += (*ends(s.addressee), s.rule, s.confidence, "\n".join(s.trace))
    new = connection.execute(f"INSERT INTO statement VALUES (NULL, {', '.join('?' * len(cells))})", cells)
    sqlite.insert(connection, "statement_span", _spans(art, s))
    sqlite.insert(connection, "voice", _voices(s))
    said = " ".join([words(art.text, s.content), words(art.text, s.source), *(v.name or v.words for v in s.chain)])
    sqlite.index(connection, "statement_words", int(new.lastrowid or 0), stems_of(said, art.language))


def _spans(art: Article, s: Statement) -> Iterator[Cells]:
    spans: Sequence[tuple[Span, ...]] = (s.source, s.cue, s.content, s.insertions, s.omissions)
    for part, pieces in zip(PARTS, spans, strict=True):
        yield from ((s.id, part, n, *span, span.of(art.text)) for n, span in enumerate(pieces))


def _voices(s: Statement) -> Iterator[Cells]:
    for n, v in enumerate(s.chain):
        yield (s.id, n, v.name, v.kind, v.mention, *ends(v.span), int(v.inferred), v.words)


def remove_readings(connection: sqlite3.Connection, page_id: str) -> None:
    """Take away what an earlier reading of this page found; links and decisions stay."""
    for (a,) in connection.execute("SELECT id FROM article WHERE page = ?", (page_id,)).fetchall():
        sqlite.unindex(connection, "statement_words", _rows(connection, "statement", a))
        sqlite.unindex(connection, "paragraph_words", _rows(connection, "paragraph", a))
        for table in ("statement_span", "voice"):
            connection.execute(f"DELETE FROM {table} WHERE statement IN (SELECT id FROM statement WHERE article = ?)", (a,))
        connection.execute("DELETE FROM act_who WHERE act IN (SELECT id FROM act WHERE article = ?)", (a,))
        for table in OF_ARTICLE:
            connection.execute(f"DELETE FROM {table} WHERE article = ?", (a,))
        connection.execute("DELETE FROM article WHERE id = ?", (a,))


def _rows(connection: sqlite3.Connection, table: str, article_id: str) -> list[int]:
    return [int(row[0]) for row in connection.execute(f"SELECT row FROM {table} WHERE article = ?", (article_id,))]
