"""Rows become the nouns again, equal to what was given."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator

from hearsay.errors import RecordError
from hearsay.model import (
    Act,
    Article,
    Credit,
    Dateline,
    Grounded,
    Group,
    Link,
    Mention,
    Page,
    Place,
    Reading,
    Reject,
    Span,
    Stated,
    Statement,
    Time,
    Voice,
)

Row = sqlite3.Row
Rows = list[Row]


def unpack(data: bytes) -> str:
    """Kept text as it was."""
    return zlib.decompress(data).decode("utf-8", "surrogatepass")


def span(start: int | None, stop: int | None) -> Span | None:
    """A span, where there is one."""
    return None if start is None or stop is None else Span(start, stop)


def at(row: Row) -> Span:
    """The span that a row stands for."""
    return Span(row["start"], row["stop"])


def rows(connection: sqlite3.Connection, table: str, column: str, value: str, order: str = "n") -> Rows:
    """The rows of a table that belong to one thing, in order."""
    return connection.execute(f"SELECT * FROM {table} WHERE {column} = ? ORDER BY {order}", (value,)).fetchall()


# ------------------------------------------------------------------ pages


def page(connection: sqlite3.Connection, row: Row) -> Page:
    """A page with its bytes. Raises RecordError where they were taken out of a copy that was shared."""
    if not row["data"]:
        raise RecordError(f"page {row['id']} ({row['address']}) is without its text: this copy was made with --no-texts")
    return Page(
        *(
            row["id"],
            row["address"],
            row["media"],
            zlib.decompress(row["data"]),
            row["encoding"],
            unpack(row["text"]),
            row["linearisation"],
        ),
        captured=row["captured"],
        stated=tuple(Stated(r["field"], r["value"], r["ground"]) for r in rows(connection, "stated", "page", row["id"])),
        places=tuple(Place(r["name"], at(r)) for r in rows(connection, "place", "page", row["id"])),
    )


def text(connection: sqlite3.Connection, page_id: str) -> str:
    """The kept text of a page; empty where it was not kept."""
    row = connection.execute("SELECT text FROM page WHERE id = ?", (page_id,)).fetchone()
    return unpack(row["text"]) if row and row["text"] is not None else ""


def reject(row: Row) -> Reject:
    """What was not taken."""
    return Reject(row["address"], row["station"], row["reason"], row["page"])


# ------------------------------------------------------------------ readings


def article(connection: sqlite3.Connection, row: Row, kept: str) -> Article:
    """An article with its furniture."""
    a = row["id"]
    furniture: dict[str, list[Span]] = {}
    for r in rows(connection, "furniture", "article", a):
        furniture.setdefault(r["kind"], []).append(at(r))
    facts = _facts(rows(connection, "grounded", "article", a, "field, n"))
    return Article(
        id=a,
        page=row["page"],
        text=kept,
        language=row["language"],
        body=tuple(at(r) for r in rows(connection, "paragraph", "article", a)),
        headline=next(iter(furniture.get("headline", ())), None),
        standfirst=next(iter(furniture.get("standfirst", ())), None),
        byline=next(iter(furniture.get("byline", ())), None),
        author=facts.get("author"),
        outlet=facts.get("outlet"),
        published=facts.get("published"),
        updated=facts.get("updated"),
        weekday=row["weekday"],
        dateline=_dateline(rows(connection, "dateline", "article", a, "start")),
        credits=tuple(Credit(r["agency"], at(r), r["role"]) for r in rows(connection, "credit", "article", a)),
        rights=tuple(furniture.get("rights", ())),
        foreign=tuple((at(r), r["language"]) for r in rows(connection, "foreign_paragraph", "article", a)),
    )


def _dateline(found: Rows) -> Dateline | None:
    for r in found:
        return Dateline(at(r), r["place"], r["date"], r["agency"], span(r["agency_start"], r["agency_stop"]))
    return None


def _facts(found: Rows) -> dict[str, Grounded]:
    """Each field's value with, under it, what else the page says."""

    def build(field: str, row: Row) -> Grounded:
        others = tuple(build(field, r) for r in found if r["field"] == field and r["under"] == row["n"])
        return Grounded(row["value"], row["ground"], span(row["start"], row["stop"]), others)

    return {r["field"]: build(r["field"], r) for r in found if r["under"] is None}


def reading(connection: sqlite3.Connection, row: Row, kept: str) -> Reading:
    """An article with its marks."""
    a = row["id"]
    return Reading(
        article(connection, row, kept),
        sentences=tuple(at(r) for r in rows(connection, "sentence", "article", a)),
        mentions=tuple(_mention(r) for r in rows(connection, "mention", "article", a)),
        times=tuple(Time(at(r), r["value"], r["anchor"], r["rule"]) for r in rows(connection, "time", "article", a)),
        statements=tuple(_statement(connection, r) for r in rows(connection, "statement", "article", a)),
        acts=tuple(_act(connection, r) for r in rows(connection, "act", "article", a)),
    )


def _mention(r: Row) -> Mention:
    return Mention(
        *(r["id"], at(r), r["kind"], r["category"], r["name"], r["key"], span(r["role_start"], r["role_stop"])),
        *(r["refers"], r["gender"], r["rule"], r["confidence"]),
    )


def _act(connection: sqlite3.Connection, r: Row) -> Act:
    who = tuple(w["who"] for w in rows(connection, "act_who", "act", r["id"]))
    return Act(r["id"], r["article"], at(r), r["verb"], who, span(r["paper_start"], r["paper_stop"]), r["date"], r["rule"], r["confidence"])


def _statement(connection: sqlite3.Connection, r: Row) -> Statement:
    parts: dict[str, list[Span]] = {}
    for s in rows(connection, "statement_span", "statement", r["id"]):
        parts.setdefault(s["part"], []).append(at(s))
    return Statement(
        id=r["id"],
        article=r["article"],
        source=tuple(parts.get("source", ())),
        cue=tuple(parts.get("cue", ())),
        content=tuple(parts.get("content", ())),
        mode=r["mode"],
        type=r["type"],
        chain=tuple(voice(v) for v in rows(connection, "voice", "statement", r["id"], "position")),
        said_on=r["said_on"],
        said_on_ground=r["said_on_ground"],
        inside=r["inside"],
        hedged=bool(r["hedged"]),
        negated=bool(r["negated"]),
        denial=bool(r["denial"]),
        medium=r["medium"],
        occasion=r["occasion"],
        addressee=span(r["addressee_start"], r["addressee_stop"]),
        insertions=tuple(parts.get("insertion", ())),
        omissions=tuple(parts.get("omission", ())),
        rule=r["rule"],
        confidence=r["confidence"],
        trace=tuple(r["trace"].split("\n")) if r["trace"] else (),
    )


def voice(r: Row) -> Voice:
    """One member of a chain."""
    return Voice(r["name"], r["kind"], r["mention"], span(r["start"], r["stop"]), bool(r["inferred"]), r["words"])


# ------------------------------------------------------------------ links


def link(r: Row) -> Link:
    """A judged tie."""
    return Link(r["kind"], r["left_id"], r["right_id"], r["judgement"], r["score"], r["reason"], r["rule"])


def groups(connection: sqlite3.Connection, kind: str) -> Iterator[Group]:
    """Things that links of one kind tie together."""
    members: dict[str, list[str]] = {}
    for r in connection.execute("SELECT id, member FROM group_member WHERE kind = ? ORDER BY member", (kind,)):
        members.setdefault(r["id"], []).append(r["member"])
    for r in connection.execute("SELECT id, name, reason FROM link_group WHERE kind = ? ORDER BY id", (kind,)).fetchall():
        yield Group(r["id"], kind, tuple(members.get(r["id"], ())), r["name"], r["reason"])
