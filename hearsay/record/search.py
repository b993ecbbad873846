"""Full-text search, in which inflected forms meet; and whether a quotation stands on a page as it is quoted."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from hearsay.model import Span
from hearsay.record import load, sqlite, stems
from hearsay.record.rows import Change, Found, StatementRow, Verdict
from hearsay.record.view import View
from hearsay.text import Token, fold, tokens

MOST = 200
NEAREST = 40  # articles looked at more closely for a quotation that stands nowhere word for word
CLOSE = 0.72  # share of words in common from which two wordings are one quotation with differences
FEWEST = 3  # a quotation of fewer words is found exactly or not at all


def languages(connection: sqlite3.Connection) -> list[str]:
    """The languages of the articles in the record."""
    return [row[0] for row in connection.execute("SELECT DISTINCT language FROM article ORDER BY 1")]


def statements(connection: sqlite3.Connection, words: str, across: bool = False, most: int = MOST) -> list[StatementRow]:
    """Statements that hold all these words, in any inflected form, the best match first.

    Where none does, those that stand in a paragraph which does. With `across`, words of other languages that mean the same are found too.
    """
    asked = stems.query(words, languages(connection), across)
    found = sqlite.match(connection, "statement_words", asked, True, most)
    ids = _ids(connection, "SELECT row, id FROM statement", found)
    return View(connection).by_ids(ids or _beside(connection, sqlite.match(connection, "paragraph_words", asked, True, most)))


def _beside(connection: sqlite3.Connection, paragraphs: Sequence[int]) -> list[str]:
    """The statements of which a word stands in one of these paragraphs."""
    query = """
        SELECT DISTINCT t.id FROM paragraph p JOIN statement t ON t.article = p.article
        JOIN statement_span s ON s.statement = t.id AND s.start < p.stop AND p.start < s.stop WHERE p.row = ? ORDER BY t.row
    """
    return list(dict.fromkeys(row["id"] for paragraph in paragraphs for row in connection.execute(query, (paragraph,))))


def _ids(connection: sqlite3.Connection, select: str, rows: Sequence[int]) -> list[str]:
    marks = ", ".join("?" * len(rows))
    ids = {row[0]: row[1] for row in connection.execute(f"{select} WHERE row IN ({marks})", tuple(rows))}
    return [ids[row] for row in rows if row in ids]


# ------------------------------------------------------------------ quotations


@dataclass(frozen=True, slots=True)
class Window:
    """The stretch of an article that comes nearest to a quotation."""

    span: Span
    words: str
    changes: tuple[Change, ...]
    score: float


def verify(connection: sqlite3.Connection, quote: str) -> Verdict:
    """Whether a quotation stands in the record word for word, with small differences, or not; who said it, when, through whom."""
    asked = [fold(token.text) for token in _words_of(quote)]
    view = View(connection)
    exact = [found for article in _candidates(connection, quote, True) for found in _found(view, article, asked)]
    best = [found for found in exact if not found.changes]
    if best:
        return Verdict(quote, "exact", _sorted(best))
    near = exact or [found for article in _candidates(connection, quote, False) for found in _found(view, article, asked)]
    return Verdict(quote, "differs" if near else "not found", _sorted(near))


def _sorted(found: list[Found]) -> tuple[Found, ...]:
    return tuple(sorted(found, key=lambda f: (-round(f.score, 2), f.row is None, f.article.published or "9", f.article.id)))


def _candidates(connection: sqlite3.Connection, quote: str, every: bool) -> list[str]:
    asked = stems.query(quote, languages(connection))
    paragraphs = sqlite.match(connection, "paragraph_words", asked, every, MOST if every else NEAREST)
    said = sqlite.match(connection, "statement_words", asked, every, MOST if every else NEAREST)
    articles = _ids(connection, "SELECT row, article FROM paragraph", paragraphs)
    return list(dict.fromkeys(articles + _ids(connection, "SELECT row, article FROM statement", said)))


def _words_of(text: str, start: int = 0, stop: int | None = None) -> list[Token]:
    """The tokens that take part in comparing: words do, signs do not."""
    return [token for token in tokens(text, start, stop) if token.text[0].isalnum()]


def _found(view: View, article: str, asked: list[str]) -> list[Found]:
    row = view.articles[article]
    kept = load.text(view.connection, row.page)
    window = nearest(kept, _tokens(view.connection, article, kept), asked)
    if not window:
        return []
    said: list[StatementRow | None] = [*_said_in(view, article, window.span)]
    return [Found(window.words, window.changes, window.score, row, statement) for statement in said or [None]]


def _tokens(connection: sqlite3.Connection, article: str, kept: str) -> list[Token]:
    """The words of an article, headline first."""
    spans = load.rows(connection, "furniture", "article", article, "kind, n")
    spans = [s for s in spans if s["kind"] == "headline"] + load.rows(connection, "paragraph", "article", article)
    return [token for s in spans for token in _words_of(kept, s["start"], s["stop"])]


def _said_in(view: View, article: str, span: Span) -> list[StatementRow]:
    """The statements whose content holds most of the span: outermost ones, or inner ones where no outer one does."""
    pieces = view.connection.execute(
        "SELECT s.* FROM statement_span s JOIN statement t ON t.id = s.statement WHERE t.article = ? AND s.part = 'content'", (article,)
    )
    held: dict[str, int] = {}
    for piece in pieces:
        held[piece["statement"]] = held.get(piece["statement"], 0) + _shared(load.at(piece), span)
    wanted = [i for i, size in held.items() if size * 2 >= span.stop - span.start]
    rows = view.by_ids(wanted)
    return [row for row in rows if row.inside not in wanted]


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a.stop, b.stop) - max(a.start, b.start))


def nearest(kept: str, printed: list[Token], asked: list[str]) -> Window | None:
    """The stretch of a text that comes nearest to the words asked for; None where none is near enough."""
    if not printed or not asked:
        return None
    folded = [fold(token.text) for token in printed]
    first = SequenceMatcher(None, asked, folded, autojunk=False).find_longest_match()
    slack = max(4, len(asked) // 3)
    low, high = max(0, first.b - first.a - slack), min(len(folded), first.b - first.a + len(asked) + slack)
    matcher = SequenceMatcher(None, asked, folded[low:high], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return None
    begin, end = low + blocks[0].b, low + blocks[-1].b + blocks[-1].size
    return _judge(kept, printed[begin:end], asked)


def _judge(kept: str, printed: list[Token], asked: list[str]) -> Window | None:
    folded = [fold(token.text) for token in printed]
    matcher = SequenceMatcher(None, asked, folded, autojunk=False)
    score = matcher.ratio()
    changes = tuple(Change(" ".join(asked[a:b]), _words(kept, printed[c:d])) for op, a, b, c, d in matcher.get_opcodes() if op != "equal")
    if changes and (score < CLOSE or len(asked) < FEWEST):
        return None
    span = Span(printed[0].start, printed[-1].stop)
    return Window(span, re.sub(r"\s+", " ", span.of(kept)), changes, 1.0 if not changes else score)


def _words(kept: str, printed: list[Token]) -> str:
    return re.sub(r"\s+", " ", kept[printed[0].start : printed[-1].stop]) if printed else ""
