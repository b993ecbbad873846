"""The record: one file that holds pages, readings, links and decisions, and answers what they say."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from os import PathLike, fspath
from types import TracebackType

from hearsay.errors import RecordError
from hearsay.model import Article, Group, Link, Page, Reading, Reject
from hearsay.record import decisions, forget, groups, lines, load, schema, sqlite, write
from hearsay.record.answers import Answers
from hearsay.record.rows import Decision, Forgotten
from hearsay.text import digest


class Record(Answers):
    """All that was read and judged, kept and checkable. Use it as a context manager, or call `close`."""

    def __init__(self, path: str, connection: sqlite3.Connection):
        super().__init__(connection)
        self.path = path
        self.run = ""

    def __enter__(self) -> Record:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def transaction(self) -> AbstractContextManager[None]:
        """All that is added inside is kept, or nothing of it."""
        return sqlite.transaction(self._db, self.path)

    # -------------------------------------------------------------- adding

    def keep(self, page: Page, outlet: str = "", found: Collection[str] = ()) -> bool:
        """Keep a page that is still to be read, and count the lines on it among those of its outlet. Tells whether it was taken."""
        with self.transaction():
            if refused := forget.refusal(self._db, page):
                write.reject(self._db, refused)
                return False
            self._add_page(page)
            if outlet:
                lines.keep(self._db, page.id, page.address, outlet, found)
            return True

    def dress(self, page: str, worn: lines.Dress) -> frozenset[str]:
        """The lines of a kept page that its outlet wears on many pages; `worn` says how many are many."""
        return lines.dress(self._db, page, worn)

    def stale(self, worn: lines.Dress) -> Iterator[str]:
        """Pages of which other lines are dress by now than when they were read: those to be read again."""
        return lines.stale(self._db, worn)

    def read_without(self, page: str, found: Collection[str]) -> None:
        """Remember which lines of its outlet's dress a page was read without."""
        with self.transaction():
            lines.read_without(self._db, page, found)

    def begin(self, version: str, settings: str = "", weights: str = "") -> str:
        """Say which version, settings and weights make what is added from now on; gives the run's id."""
        self.run = digest(version, settings, weights)
        at = datetime.now(UTC).isoformat(timespec="seconds")
        with self.transaction():
            sqlite.insert(self._db, "run", [(self.run, version, settings, weights, at)])
        return self.run

    def add(self, page: Page, readings: Iterable[Reading] = (), rejects: Iterable[Reject] = ()) -> bool:
        """Keep a page with all that was read from it, in the place of any earlier reading of it. Tells whether anything changed.

        All of it is written or nothing. Links and decisions tie ids of what was read, and outlive this.
        """
        read = list(readings)
        with self.transaction():
            if refused := forget.refusal(self._db, page):
                write.reject(self._db, refused)
                return False
            changed = self._add_page(page)
            self._db.execute("DELETE FROM reject WHERE page = ? OR address = ?", (page.id, page.address))
            for reject in rejects:
                write.reject(self._db, reject)
            made = [write.fingerprint(reading) for reading in read]
            kept = [row["reading"] for row in load.rows(self._db, "article", "page", page.id)]
            if made != kept:
                write.remove_readings(self._db, page.id)
                for n, reading in enumerate(read):
                    self._write(reading, n, made[n])
                decisions.carry(self._db, page.id)
            return changed or made != kept

    def _add_page(self, page: Page) -> bool:
        row = self._db.execute("SELECT text_hash, length(data) > 0 AS whole FROM page WHERE id = ?", (page.id,)).fetchone()
        if row and row["whole"] and row["text_hash"] == write.text_hash(page.text):
            write.met(self._db, page)
            return False
        if row:
            write.remove_readings(self._db, page.id)
            write.new_text(self._db, page)
        else:
            write.page(self._db, page)
        return True

    def _write(self, reading: Reading, n: int, fingerprint: str) -> None:
        write.article(self._db, reading.article, n, self.run, fingerprint)
        write.marks(self._db, reading)

    def add_page(self, page: Page) -> None:
        """Keep a page that nothing was read from yet."""
        with self.transaction():
            self._add_page(page)

    def add_article(self, article: Article) -> None:
        """Keep an article without marks."""
        self.add_reading(Reading(article))

    def add_reading(self, reading: Reading) -> None:
        """Keep one more article of a page that is kept, unless it is there already."""
        page = reading.article.page
        with self.transaction():
            if not self.has_page(page):
                raise RecordError(f"article {reading.article.id} is of page {page}, which is not kept; add the page first")
            kept = load.rows(self._db, "article", "page", page)
            if reading.article.id not in {row["id"] for row in kept}:
                self._write(reading, len(kept), write.fingerprint(reading))

    def add_reject(self, reject: Reject) -> None:
        """Write down what was not taken, and why."""
        with self.transaction():
            write.reject(self._db, reject)

    def add_links(self, links: Iterable[Link]) -> None:
        """Keep judged ties."""
        with self.transaction():
            groups.add_links(self._db, links)

    def add_groups(self, found: Iterable[Group]) -> None:
        """Keep groups; a group that loses all its members leaves a redirect."""
        with self.transaction():
            groups.add_groups(self._db, found)

    def replace_links(self, kind: str, links: Iterable[Link], found: Iterable[Group], hashes: Mapping[str, str] | None = None) -> None:
        """These are all links and groups of this kind now; `hashes` are those of what was compared."""
        with self.transaction():
            groups.clear(self._db, kind)
            groups.add_links(self._db, links)
            groups.set_groups(self._db, kind, found)
            groups.set_hashes(self._db, kind, hashes or {})

    def linked(self, kind: str, hashes: Mapping[str, str]) -> frozenset[str]:
        """Which of these things are what they were, by their hashes, when their links were judged."""
        return groups.linked(self._db, kind, hashes)

    def decide(self, what: str, left: str, right: str | None = None, because: str = "", who: str | None = None) -> Decision:
        """Write down what a person decided: a statement is wrong or confirmed, two things are same or different."""
        words = page = ""
        if what in decisions.ON_ONE:
            row = self.statement(left)
            left, words, page = row.id, row.content or row.cue, row.page
        with self.transaction():
            return decisions.add(self._db, what, left, right, because, who, words, page)

    def forget(self, asked: str, because: str, who: str | None = None) -> Forgotten:
        """Remove a page, by address or id, with all that was read from it; only that it was, and why, stays. It is not taken again."""
        with self.transaction():
            made = forget.forget(self._db, forget.find(self._db, asked), because, who)
        self._wipe()
        return made

    def share(self, path: str | PathLike[str]) -> None:
        """Write a copy of the record without the bytes and texts of its pages: spans, hashes and quotations only."""
        target = fspath(path)
        if os.path.exists(target):
            raise RecordError(f"{target} is there already; give the copy another name")
        with open(target) as copy:
            with sqlite.errors(target):
                self._db.backup(copy._db)
            with copy.transaction():
                forget.without_texts(copy._db)
            copy._wipe()

    def _wipe(self) -> None:
        with sqlite.errors(self.path):
            sqlite.wipe(self._db)

    # -------------------------------------------------------------- what is kept

    def has_page(self, page: str) -> bool:
        """Whether a page of this id is kept."""
        return self._db.execute("SELECT 1 FROM page WHERE id = ?", (page,)).fetchone() is not None

    def pages(self) -> Iterator[Page]:
        """The kept pages, in the order they came."""
        for (row,) in self._db.execute("SELECT rowid FROM page ORDER BY rowid").fetchall():
            yield load.page(self._db, self._db.execute("SELECT * FROM page WHERE rowid = ?", (row,)).fetchone())

    def page(self, page: str) -> Page:
        """The kept page of this id. Raises RecordError where there is none, or it is without its text."""
        row = self._db.execute("SELECT * FROM page WHERE id = ?", (page,)).fetchone()
        if row is None:
            raise RecordError(f"page {page} is not kept")
        return load.page(self._db, row)

    def text(self, page: str) -> str:
        """The kept text of a page."""
        return load.text(self._db, page)

    def readings(self, page: str | None = None) -> Iterator[Reading]:
        """The articles with their marks, equal to what was added; all, or those of one page."""
        for (p,) in self._db.execute("SELECT id FROM page WHERE id = ? OR ? IS NULL ORDER BY rowid", (page, page)).fetchall():
            kept = load.text(self._db, p)
            for row in load.rows(self._db, "article", "page", p):
                yield load.reading(self._db, row, kept)

    def rejects(self) -> Iterator[Reject]:
        """What was not taken, and why."""
        for row in self._db.execute("SELECT * FROM reject ORDER BY address, station").fetchall():
            yield load.reject(row)

    def links(self, kind: str | None = None, of: str | None = None) -> Iterator[Link]:
        """Judged ties, all or of one kind, or those of one thing."""
        return groups.links(self._db, kind, of)

    def groups(self, kind: str) -> Iterator[Group]:
        """Things that links of one kind tie together."""
        return load.groups(self._db, kind)

    def group_of(self, kind: str, member: str) -> str:
        """The group that holds this thing; the thing itself where none does."""
        return groups.group_of(self._db, kind, member)

    def named(self, kind: str, name: str) -> str:
        """Today's name of a group, by any name it has had."""
        return groups.named(self._db, kind, name)

    def forgotten(self) -> Iterator[Forgotten]:
        """The pages that were removed on demand."""
        return forget.every(self._db)

    def decisions(self) -> Iterator[Decision]:
        """What people decided, in order."""
        return decisions.every(self._db)

    def decided(self) -> Iterator[Link]:
        """What people tied or held apart, as links of kind "decision"; they stand above every judgement."""
        return decisions.links(self._db)


def open(path: str | PathLike[str], create: bool = True) -> Record:
    """The record at this path, made if there is none (unless `create` is false). Raises RecordError for what is no record."""
    name = fspath(path)
    connection = sqlite.connect(name, create)
    try:
        schema.prepare(connection, name)
    except BaseException:
        connection.close()
        raise
    return Record(name, connection)
