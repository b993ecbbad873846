"""Whether a quotation stands on a page as it is quoted: exact, with differences, or not at all.

Words are compared, case and signs are not. "…" or "[...]" in the quotation stands for words left out; an editor's insertion on the page
is no difference.
"""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from difflib import SequenceMatcher

from hearsay.model import Span
from hearsay.record import load, search
from hearsay.record.rows import Change, Found, StatementRow, Verdict
from hearsay.record.view import View
from hearsay.text import Token, fold, tokens

MOST = 200
NEAREST = 40  # articles looked at more closely for a quotation that stands nowhere word for word
CLOSE = 0.72  # share of words in common from which two wordings are one quotation with differences
FEWEST = 3  # a quotation of fewer words is found exactly or not at all
LEFT_OUT = re.compile(r"[\[(<]?(?:…|\.\.\.)[\])>]?")

Words = list[str]


@dataclass(frozen=True, slots=True)
class Window:
    """Where an article comes near to a quotation; several spans where the quotation leaves words out."""

    spans: tuple[Span, ...]
    words: str
    changes: tuple[Change, ...]
    score: float


def verify(connection: sqlite3.Connection, quote: str) -> Verdict:
    """Whether a quotation stands in the record word for word, with small differences, or not; who said it, when, through whom."""
    pieces = [piece for part in LEFT_OUT.split(quote) if (piece := [fold(token.text) for token in _words_of(part)])]
    likely = _in_articles(connection, search.articles(connection, quote, True, MOST), pieces)
    if not likely:
        likely = _in_articles(connection, search.articles(connection, quote, False, NEAREST), pieces)
    exact = [found for found in likely if not found.changes]
    return Verdict(quote, "exact" if exact else "differs" if likely else "not found", _sorted(exact or likely))


def _in_articles(connection: sqlite3.Connection, articles: list[str], pieces: list[Words]) -> list[Found]:
    view = View(connection)
    return [found for article in articles for found in _found(view, article, pieces)]


def _sorted(found: list[Found]) -> tuple[Found, ...]:
    return tuple(sorted(found, key=lambda f: (-round(f.score, 2), f.row is None, f.article.published or "9", f.article.id)))


def _found(view: View, article: str, pieces: list[Words]) -> list[Found]:
    """Each place in an article, with whoever said it there; places where nobody is said to have said it only if there is no other."""
    row = view.articles[article]
    kept = view.text(row.page)
    places = windows(kept, _tokens(view.connection, article, kept), pieces)
    said = [Found(w.words, w.changes, w.score, row, statement) for w in places for statement in _said_in(view, article, w.spans)]
    return said or [Found(w.words, w.changes, w.score, row, None) for w in places[:1]]


def _words_of(text: str, start: int = 0, stop: int | None = None) -> list[Token]:
    """The tokens that take part in comparing: words do, signs do not."""
    return [token for token in tokens(text, start, stop) if token.text[0].isalnum()]


def _tokens(connection: sqlite3.Connection, article: str, kept: str) -> list[Token]:
    """The words of an article, headline and standfirst first, without what an editor put in."""
    furniture, body = (
        load.rows(connection, "furniture", "article", article, "kind, n"),
        load.rows(connection, "paragraph", "article", article),
    )
    within = {load.at(s) for s in body}
    spans = [s for s in furniture if s["kind"] in ("headline", "standfirst") and load.at(s) not in within] + body
    inserted = _pieces(connection, article, "insertion")
    words = [token for s in spans for token in _words_of(kept, s["start"], s["stop"])]
    return [word for word in words if not any(load.at(s).holds(word.span) for s in inserted)]


def _pieces(connection: sqlite3.Connection, article: str, part: str) -> list[load.Row]:
    query = "SELECT s.* FROM statement_span s JOIN statement t ON t.id = s.statement WHERE t.article = ? AND s.part = ?"
    return connection.execute(query, (article, part)).fetchall()


def _said_in(view: View, article: str, spans: tuple[Span, ...]) -> list[StatementRow]:
    """The statements whose content holds most of the spans: outermost ones, or inner ones where no outer one does."""
    held: dict[str, int] = {}
    for piece in _pieces(view.connection, article, "content"):
        held[piece["statement"]] = held.get(piece["statement"], 0) + sum(_shared(load.at(piece), span) for span in spans)
    size = sum(span.stop - span.start for span in spans)
    wanted = [i for i, shared in held.items() if shared * 2 >= size]
    return [row for row in view.by_ids(wanted) if row.inside not in wanted]


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a.stop, b.stop) - max(a.start, b.start))


# ------------------------------------------------------------------ the nearest words


def windows(kept: str, printed: list[Token], pieces: list[Words]) -> list[Window]:
    """Every place that has a quotation word for word; else the one that comes nearest, if any is near enough."""
    folded = [fold(token.text) for token in printed]
    if len(pieces) == 1:
        size = len(pieces[0])
        places = [i for i in range(len(folded) - size + 1) if folded[i] == pieces[0][0] and folded[i : i + size] == pieces[0]]
        if places:
            return [_judge(kept, [printed[i : i + size]], pieces) for i in places]
    near = _one_after_other(printed, folded, pieces)
    window = _judge(kept, near, pieces) if near else None
    few = sum(map(len, pieces)) < FEWEST
    return [window] if window and not (window.changes and (few or window.score < CLOSE)) else []


def _one_after_other(printed: list[Token], folded: Words, pieces: list[Words]) -> list[list[Token]]:
    """The nearest stretch for each piece, each after the one before; nothing where one has none."""
    found, start = [], 0
    for piece in pieces:
        begin, end = _nearest(folded[start:], piece)
        if begin == end:
            return []
        found.append(printed[start + begin : start + end])
        start += end
    return found


def _nearest(folded: Words, asked: Words) -> tuple[int, int]:
    """Where the words come nearest to those asked for, around the longest run that both have."""
    first = SequenceMatcher(None, asked, folded, autojunk=False).find_longest_match()
    slack = max(4, len(asked) // 3)
    low, high = max(0, first.b - first.a - slack), min(len(folded), first.b - first.a + len(asked) + slack)
    blocks = [block for block in SequenceMatcher(None, asked, folded[low:high], autojunk=False).get_matching_blocks() if block.size]
    return (low + blocks[0].b, low + blocks[-1].b + blocks[-1].size) if blocks else (0, 0)


def _judge(kept: str, near: list[list[Token]], pieces: list[Words]) -> Window:
    """How the page's words differ from those asked for."""
    matchers = [SequenceMatcher(None, a, [fold(t.text) for t in p], autojunk=False) for a, p in zip(pieces, near, strict=True)]
    changes = tuple(
        Change(" ".join(asked[a:b]), _printed(kept, printed[c:d]))
        for matcher, asked, printed in zip(matchers, pieces, near, strict=True)
        for op, a, b, c, d in matcher.get_opcodes()
        if op != "equal"
    )
    size = sum(map(len, pieces))
    score = sum(matcher.ratio() * len(asked) for matcher, asked in zip(matchers, pieces, strict=True)) / size
    spans = tuple(Span(printed[0].start, printed[-1].stop) for printed in near)
    return Window(spans, " … ".join(_printed(kept, printed) for printed in near), changes, score if changes else 1.0)


def _printed(kept: str, printed: list[Token]) -> str:
    return re.sub(r"\s+", " ", kept[printed[0].start : printed[-1].stop]) if printed else ""
