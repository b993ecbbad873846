"""Titles, dates and authors of HTML pages, against trafilatura and htmldate on the same pages in the same run.

    furniture.py [--errors] [--shared ../shared]

Fifty pages drawn by hash and marked by two readers before the code was tuned; they agreed on every title, date and author.
`gold/pages.jsonl` holds no words of the pages: a title is the hash of its folded words.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from htmldate import find_date
from predict import LANGUAGES, lines_of
from trafilatura import bare_extraction

from hearsay import articles, pages
from hearsay.errors import InputError
from hearsay.text import TOKEN, digest, fold

HERE = Path(__file__).parent
Furniture = tuple[str | None, str | None, list[str]]


def folded(words: str | None) -> str:
    return " ".join(fold(w) for w in TOKEN.findall(words or "") if w[0].isalnum())


def ours(html: str, address: str) -> Furniture:
    try:
        found = list(articles.find(pages.from_html(html, address), LANGUAGES, lambda reject: None))
    except InputError:
        found = []
    if not found:
        return None, None, []
    it = found[0]
    title = it.headline.of(it.text) if it.headline else None
    return title, it.published.value[:10] if it.published else None, names(it.author.value if it.author else None)


def theirs(html: str, address: str) -> Furniture:
    found = bare_extraction(html, url=address or None, fast=True, with_metadata=True)
    date = find_date(html, original_date=True)
    return (found.title, date, names(found.author)) if found else (None, date, [])


def names(authors: str | None) -> list[str]:
    return [name for part in (authors or "").split(";") if (name := folded(part))]


def score(read: Callable[[str, str], Furniture], rows: list[dict], lines: dict[str, dict], errors: bool) -> Counter[str]:
    right: Counter[str] = Counter()
    for row in rows:
        line = lines[row["id"]]
        title, date, authors = read(line["html"], line.get("url", ""))
        verdict = {
            "title": digest(folded(title)) == row["title"],
            "date": date == row["date"],
            "authors": set(authors) == {folded(a) for a in row["authors"]},
        }
        right += Counter(field for field, ok in verdict.items() if ok)
        right["false authors"] += bool(authors and not row["authors"])
        if errors and not all(verdict.values()):
            print(
                row["id"][:12],
                [field for field, ok in verdict.items() if not ok],
                title,
                date,
                authors,
                "| gold",
                row["date"],
                row["authors"],
            )
    return right


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    args = parser.parse_args()
    if not (args.shared / "gold").is_dir():
        print(f"no gold at {args.shared}: skipped. Name its folder with --shared.")
        return
    rows = [json.loads(line) for line in (HERE / "gold" / "pages.jsonl").read_text(encoding="utf-8").splitlines()]
    wanted = {row["id"] for row in rows}
    lines = {line["id"]: line for line in lines_of(args.shared / "gold" / "pages_dev.jsonl.gz") if line["id"] in wanted}
    for name, read in (("hearsay", ours), ("trafilatura, htmldate", theirs)):
        right = score(read, rows, lines, args.errors and read is ours)
        print(
            f"{name:24s}"
            + "  ".join(f"{field} {right[field]}" for field in ("title", "date", "authors", "false authors"))
            + f"  of {len(rows)}"
        )


if __name__ == "__main__":
    main()
