"""What a record says to those who ask; everything here only reads."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from hearsay.record import ask, check, search, verify
from hearsay.record.ask import Wanted
from hearsay.record.rows import ActorRow, ArticleRow, Counts, Day, Explanation, Passage, SpanCheck, StatementRow, Verdict
from hearsay.record.view import View


class Answers:
    """The questions that a record answers."""

    def __init__(self, connection: sqlite3.Connection):
        self._db = connection

    def articles(self) -> list[ArticleRow]:
        """Every article with the furniture a reader asks for."""
        return list(View(self._db).articles.values())

    def statements(self, wanted: Wanted | None = None) -> list[StatementRow]:
        """Who said what, in the order of the days it was said on."""
        return ask.said(View(self._db), wanted or Wanted())

    def statement(self, start: str) -> StatementRow:
        """The statement whose id begins so."""
        return ask.one(View(self._db), start)

    def search(self, words: str, across: bool = False) -> list[StatementRow]:
        """Statements that hold all these words in any inflected form, the best match first.

        With `across`, words of other languages that mean the same are found too: "reply" finds "ответ".
        """
        return search.statements(self._db, words, across)

    def verify(self, quote: str) -> Verdict:
        """Whether a quotation stands in the record: exact, with differences, or not."""
        return verify.verify(self._db, quote)

    def actors(self) -> list[ActorRow]:
        """Every person, body or state that was named."""
        return ask.actors(View(self._db))

    def timeline(self) -> list[Day]:
        """What was said, day by day."""
        return ask.timeline(View(self._db))

    def show(self, start: str) -> Passage:
        """A statement's words in their place on the page."""
        view = View(self._db)
        return ask.passage(view, ask.one(view, start))

    def passages(self, rows: Iterable[StatementRow]) -> Iterator[Passage]:
        """The words of several statements in their places, page after page."""
        view = View(self._db)
        for row in sorted(rows, key=lambda r: (r.page, r.start)):
            yield ask.passage(view, row)

    def explain(self, start: str) -> Explanation:
        """How a row came about."""
        return ask.explain(View(self._db), start)

    def check(self) -> Iterator[SpanCheck]:
        """Every span, read again in the kept text."""
        return check.check(self._db)

    def counts(self) -> Counts:
        """How much the record holds."""
        return ask.counts(View(self._db))
