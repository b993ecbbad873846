"""The bridge to the referees: read a referee's input, run the package, write predictions in the referee's form.

    predict.py {articles,statements,names,pages} IN.jsonl[.gz] OUT.jsonl [--input text|text_broken_lines|html] [--given]

Of a line it reads `id`, the text that `--input` names, and `kind` ("page": cluttered, to be cleaned; "article" or absent: the text is the
article's own); with `--given` also where the mentions stand. All lines of one file are one record.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hearsay import articles, flow, marks, pages, record
from hearsay.errors import InputError
from hearsay.language import Languages
from hearsay.model import Article, Page, Reading, Reject, Statement
from hearsay.record import Record
from hearsay.record.rows import ArticleRow, StatementRow

LANGUAGES = Languages()


@dataclass(frozen=True)
class Line:
    """One line of a referee's input, read."""

    id: str
    readings: tuple[Reading, ...]


def lines_of(path: Path) -> Iterator[dict]:
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as opened:
        yield from (json.loads(line) for line in opened if line.strip())


def page_of(line: dict, key: str) -> Page | None:
    make = pages.from_html if key == "html" else pages.from_text
    try:
        return make(line.get(key) or "", line["id"])
    except InputError:
        return None


def articles_of(line: dict, page: Page | None) -> tuple[Article, ...]:
    if page is None:
        return ()
    if line.get("kind") != "page":
        return (articles.whole(page, LANGUAGES),)
    return tuple(articles.find(page, LANGUAGES, complain))


def complain(reject: Reject) -> None:
    print(f"{reject.address}: {reject.reason}", file=sys.stderr)


def read(path: Path) -> tuple[list[Line], Record]:
    """Every line read, and the record they make together."""
    made, kept = [], record.open(":memory:")
    kept.begin("bench")
    for line in lines_of(path):
        page = page_of(line, "text")
        found = tuple(marks.find(a, LANGUAGES[a.language]) for a in articles_of(line, page))
        made.append(Line(line["id"], found))
        if page:
            kept.add(page, found)
    flow.link(kept)
    return made, kept


# ------------------------------------------------------------------ articles


def predict_articles(path: Path) -> Iterator[dict]:
    lines, kept = read(path)
    rows = {row.id: row for row in kept.articles()}
    for line in lines:
        first = line.readings[0].article if line.readings else None
        yield {"id": line.id, **(article_row(first, rows[first.id]) if first else {"title": None, "body": ""})}


def article_row(article: Article, row: ArticleRow) -> dict:
    text, dateline = article.text, article.dateline
    return {
        "title": article.headline.of(text) if article.headline else None,
        "lang": article.language,
        "outlet": article.outlet.value if article.outlet else None,
        "published": row.published,
        "ground": row.published_ground,
        "dateline": {"place": dateline.place, "date": dateline.date, "agency": dateline.agency} if dateline else None,
        "credits": [c.agency for c in article.credits if c.role in ("wire", "relay", "origin")],
        "body": body_of(article),
    }


def body_of(article: Article) -> str:
    return "\n".join(span.of(article.text) for span in article.body)


# ------------------------------------------------------------------ statements


def predict_statements(path: Path) -> Iterator[dict]:
    lines, kept = read(path)
    rows = {row.id: row for row in kept.statements()}
    for line in lines:
        found = [statement_row(s, rows[s.id]) for r in line.readings for s in r.statements]
        yield {"id": line.id, "attributions": found}


def statement_row(s: Statement, row: StatementRow) -> dict:
    out = {
        "id": s.id,
        **{role: [list(span) for span in getattr(s, role)] for role in ("source", "cue", "content")},
        "mode": s.mode,
        "type": s.type,
        "speaker": row.speaker.name if row.speaker else None,
        "via": [voice.shown for voice in row.via],
        "said_on": row.said_on,
        "confidence": round(s.confidence, 4),
    }
    return out | ({"inside": s.inside} if s.inside else {})


# ------------------------------------------------------------------ pages


def predict_pages(path: Path, key: str) -> Iterator[dict]:
    for line in lines_of(path):
        page = page_of(line, key)
        found = () if page is None else articles.find(page, LANGUAGES, lambda reject: None)
        yield {"id": line["id"], "body": "\n".join(body_of(a) for a in found)}


# ------------------------------------------------------------------ names


def predict_names(path: Path, given: bool) -> Iterator[dict]:
    from bridge_names import predict_names as predict

    yield from predict(lines_of(path), given)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["articles", "statements", "names", "pages"])
    parser.add_argument("input", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--input", dest="key", choices=["text", "text_broken_lines", "html"], default="text")
    parser.add_argument("--given", action="store_true", help="names: take the mentions as found, predict only who they are")
    args = parser.parse_args()
    rows: Iterable[dict] = {
        "articles": lambda: predict_articles(args.input),
        "statements": lambda: predict_statements(args.input),
        "names": lambda: predict_names(args.input, args.given),
        "pages": lambda: predict_pages(args.input, args.key),
    }[args.what]()
    with args.output.open("w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
