"""Statements, articles and actors of a record as typed rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from hearsay.almanac import settle
from hearsay.model.mark import MANY
from hearsay.record import decisions, load
from hearsay.record.days import sound
from hearsay.record.rows import ArticleRow, StatementRow, VoiceRow
from hearsay.text import fold

BATCH = 400

ARTICLES = """
    SELECT a.id, a.page, a.n, a.language, p.address, h.words AS headline, o.value AS outlet, w.value AS author,
           d.value AS published, d.ground AS published_ground, gd.id AS story_date, gn.name AS settled, gn.reason AS settled_ground,
           coalesce(gc.id, a.id) AS account, (SELECT count(*) FROM statement s WHERE s.article = a.id) AS statements
    FROM article a JOIN page p ON p.id = a.page
    LEFT JOIN furniture h ON h.article = a.id AND h.kind = 'headline' AND h.n = 0
    LEFT JOIN grounded o ON o.article = a.id AND o.field = 'outlet' AND o.n = 0
    LEFT JOIN grounded w ON w.article = a.id AND w.field = 'author' AND w.n = 0
    LEFT JOIN grounded d ON d.article = a.id AND d.field = 'published' AND d.n = 0
    LEFT JOIN group_member gd ON gd.kind = 'dates' AND gd.member = a.id
    LEFT JOIN link_group gn ON gn.kind = 'dates' AND gn.id = gd.id
    LEFT JOIN group_member gc ON gc.kind = 'duplicates' AND gc.member = a.id
"""

MENTIONS = """
    SELECT m.id, m.name, m.refers, g.id AS actor, g.name AS shown FROM mention m
    LEFT JOIN group_member o ON o.kind = 'actors' AND o.member = m.id
    LEFT JOIN link_group g ON g.kind = 'actors' AND g.id = o.id
"""

Actor = tuple[str | None, str | None]


@dataclass
class View:
    """Reads rows; remembers articles and actors as long as it lives, which is one question."""

    connection: sqlite3.Connection
    _actors: dict[str, Actor] = field(default_factory=dict)
    _all_known: bool = False
    _text: tuple[str, str] = ("", "")

    # -------------------------------------------------------------- articles

    @cached_property
    def articles(self) -> dict[str, ArticleRow]:
        """Every article by its id, in the order of pages."""
        wires: dict[str, list[str]] = {}
        for row in self.connection.execute(
            "SELECT article, agency FROM credit WHERE role IN ('wire', 'relay', 'origin') ORDER BY article, n"
        ):
            wires.setdefault(row["article"], []).append(row["agency"])
        rows = self.connection.execute(ARTICLES + " ORDER BY p.rowid, a.n").fetchall()
        return {row["id"]: _article(row, wires.get(row["id"], [])) for row in rows}

    def text(self, page: str) -> str:
        """The kept text of a page; the last one is remembered."""
        if self._text[0] != page:
            self._text = (page, load.text(self.connection, page))
        return self._text[1]

    # -------------------------------------------------------------- actors

    def actor(self, mention: str | None) -> Actor:
        """Id and name of whoever a mention stands for: its group, else the first mention it refers to."""
        if not mention:
            return None, None
        if mention not in self._actors:
            here = self.connection.execute(f"{MENTIONS} WHERE m.article = (SELECT article FROM mention WHERE id = ?)", (mention,))
            self._know(here.fetchall())
        return self._actors.get(mention, (None, None))

    def every_actor(self) -> dict[str, Actor]:
        """Who stands behind each mention of the record."""
        if not self._all_known:
            self._know(self.connection.execute(MENTIONS).fetchall())
            self._all_known = True
        return self._actors

    def _know(self, rows: list[load.Row]) -> None:
        """Remember who stands behind these mentions; what a mention refers to lies in the same article."""
        by_id = {row["id"]: row for row in rows}
        self._actors.update((row["id"], _behind(row, by_id)) for row in rows)

    # -------------------------------------------------------------- statements

    def statements(self, where: str = "1", asked: Sequence[object] = ()) -> Iterator[StatementRow]:
        """Statements that meet a condition on the table `statement`, in the order of articles."""
        found = self.connection.execute(f"SELECT * FROM statement WHERE {where} ORDER BY row", tuple(asked)).fetchall()
        if len(found) > BATCH:
            self.every_actor()
        rest = iter(found)
        while batch := list(islice(rest, BATCH)):
            yield from self._rows(batch)

    def _rows(self, batch: list[load.Row]) -> Iterator[StatementRow]:
        ids = [row["id"] for row in batch]
        spans = _by_statement(_in(self.connection, "statement_span", "statement", ids, "start"))
        chains = _by_statement(_in(self.connection, "voice", "statement", ids, "position"))
        decided = decisions.of(self.connection, ids)
        for row in batch:
            article = self.articles[row["article"]]
            chain = tuple(self._voice(v) for v in chains.get(row["id"], ()))
            yield _statement(row, article, chain, spans.get(row["id"], []), decided.get(row["id"], ()))

    def _voice(self, row: load.Row) -> VoiceRow:
        actors, name = self._behind_voice(row)
        return VoiceRow(name, actors, row["kind"], row["words"], bool(row["inferred"]), load.span(row["start"], row["stop"]))

    def _behind_voice(self, row: load.Row) -> tuple[tuple[str, ...], str | None]:
        """The ids and the shown name of whoever speaks; of several who speak together, each one's."""
        actor, name = self.actor(row["mention"])
        parts = (row["name"] or "").split(MANY)
        if len(parts) == 1:
            return (actor,) if actor else (), name or row["name"]
        here = "SELECT id FROM mention WHERE article = (SELECT article FROM mention WHERE id = ?) AND name = ?"
        found = [self.connection.execute(here, (row["mention"], part)).fetchone() for part in parts]
        known = [self.actor(one["id"]) if one else (None, None) for one in found]
        shown = [name or part for (_, name), part in zip(known, parts, strict=True)]
        return tuple(actor for actor, _ in known if actor), MANY.join(shown)

    def by_ids(self, ids: Iterable[str]) -> list[StatementRow]:
        """These statements, in the order asked."""
        wanted = list(ids)
        rows = {row["id"]: row for row in _in(self.connection, "statement", "id", wanted, "row")}
        return list(self._rows([rows[i] for i in wanted if i in rows]))


def _behind(row: load.Row, by_id: dict[str, load.Row]) -> Actor:
    """The group of a mention or of one it refers to; else the last one it refers to, if that is named."""
    seen = [row["id"]]
    while not row["actor"] and row["refers"] in by_id and row["refers"] not in seen:
        row = by_id[row["refers"]]
        seen.append(row["id"])
    if row["actor"]:
        return row["actor"], row["shown"] or row["name"]
    return (row["id"], row["name"]) if row["name"] else (None, None)


def _in(connection: sqlite3.Connection, table: str, column: str, ids: Sequence[str], order: str) -> list[load.Row]:
    found: list[load.Row] = []
    for n in range(0, len(ids), BATCH):
        part = ids[n : n + BATCH]
        sql = f"SELECT * FROM {table} WHERE {column} IN ({', '.join('?' * len(part))}) ORDER BY {order}"
        found += connection.execute(sql, tuple(part)).fetchall()
    return found


def _by_statement(rows: Iterable[load.Row]) -> dict[str, list[load.Row]]:
    grouped: dict[str, list[load.Row]] = {}
    for row in rows:
        grouped.setdefault(row["statement"], []).append(row)
    return grouped


def _article(row: load.Row, wires: list[str]) -> ArticleRow:
    """An article; the date its story settled stands before its own."""
    published, ground = row["published"], row["published_ground"] or ""
    if row["settled"]:
        published, ground = row["settled"], row["settled_ground"] or ground
    return ArticleRow(
        *(row["id"], row["page"], row["account"], row["address"], row["language"], row["headline"] or "", row["outlet"], row["author"]),
        *(published, ground, tuple(dict.fromkeys(wires)), row["statements"]),
    )


def _statement(
    row: load.Row, article: ArticleRow, chain: tuple[VoiceRow, ...], spans: list[load.Row], decided: Sequence[decisions.Decision]
) -> StatementRow:
    said = {part: " … ".join(s["words"] for s in spans if s["part"] == part) for part in ("source", "cue", "content")}
    starts = [s["start"] for s in spans if s["part"] in ("source", "cue", "content")]
    return StatementRow(
        id=row["id"],
        article=article.id,
        page=article.page,
        account=article.account,
        address=article.address,
        language=article.language,
        headline=article.headline,
        outlet=article.outlet,
        published=article.published,
        published_ground=article.published_ground,
        said_on=sound(settle(row["said_on"], article.published or "")) if row["said_on"] else None,
        said_on_ground=row["said_on_ground"],
        chain=chain,
        mode=row["mode"],
        type=row["type"],
        source=said["source"],
        cue=said["cue"],
        content=said["content"],
        start=min(starts, default=0),
        hedged=bool(row["hedged"]),
        negated=bool(row["negated"]),
        denial=bool(row["denial"]),
        medium=row["medium"],
        occasion=row["occasion"],
        inside=row["inside"],
        rule=row["rule"],
        confidence=row["confidence"],
        trace=tuple(row["trace"].split("\n")) if row["trace"] else (row["rule"],) if row["rule"] else (),
        decisions=tuple(decided),
    )


def meets(name: str, *shown: str | None) -> bool:
    """Whether a name asked for is part of one of the names shown."""
    return any(fold(name) in fold(text) for text in shown if text)
