"""Full-text search, in which inflected forms meet."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from hearsay.record import sqlite, stems
from hearsay.record.rows import StatementRow
from hearsay.record.view import View

MOST = 200


def languages(connection: sqlite3.Connection) -> list[str]:
    """The languages of the articles in the record."""
    return [row[0] for row in connection.execute("SELECT DISTINCT language FROM article ORDER BY 1")]


def statements(connection: sqlite3.Connection, words: str, across: bool = False, most: int = MOST) -> list[StatementRow]:
    """Statements that hold all these words, in any inflected form, the best match first.

    Where none does, those that stand in a paragraph which does. With `across`, words of other languages that mean the same are found too.
    """
    asked = stems.query(words, languages(connection), across)
    found = sqlite.match(connection, "statement_words", asked, True, most)
    ids = ids_of(connection, "SELECT row, id FROM statement", found)
    return View(connection).by_ids(ids or _beside(connection, sqlite.match(connection, "paragraph_words", asked, True, most)))


def _beside(connection: sqlite3.Connection, paragraphs: Sequence[int]) -> list[str]:
    """The statements of which a word stands in one of these paragraphs."""
    query = """
        SELECT DISTINCT t.id FROM paragraph p JOIN statement t ON t.article = p.article
        JOIN statement_span s ON s.statement = t.id AND s.start < p.stop AND p.start < s.stop WHERE p.row = ? ORDER BY t.row
    """
    return list(dict.fromkeys(row["id"] for paragraph in paragraphs for row in connection.execute(query, (paragraph,))))


def ids_of(connection: sqlite3.Connection, select: str, rows: Sequence[int]) -> list[str]:
    marks = ", ".join("?" * len(rows))
    ids = {row[0]: row[1] for row in connection.execute(f"{select} WHERE row IN ({marks})", tuple(rows))}
    return [ids[row] for row in rows if row in ids]


def articles(connection: sqlite3.Connection, words: str, every: bool, most: int) -> list[str]:
    """Articles with a paragraph or a statement that holds all these words, or, unless `every`, any of them; the best match first."""
    asked = stems.query(words, languages(connection))
    paragraphs = sqlite.match(connection, "paragraph_words", asked, every, most)
    said = sqlite.match(connection, "statement_words", asked, every, most)
    found = ids_of(connection, "SELECT row, article FROM paragraph", paragraphs)
    return list(dict.fromkeys(found + ids_of(connection, "SELECT row, article FROM statement", said)))
