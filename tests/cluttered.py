"""Cluttered pages of our own writing: what must be found on each stands beside it, by line; how much of it is found.

    python tests/cluttered.py [PAGE ...]       prints it for each page and language

A page's body is compared by runs of four words; a page that holds several articles is compared article by article.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hearsay import articles, pages
from hearsay.language import Languages
from hearsay.model import Article, Grounded, Reject, Span

FOLDER = Path(__file__).parent / "pages"
MORE = FOLDER / "more"
"""Pages written by others than the rules' authors, after the rules; the rules have since been mended on them."""
LANGUAGES = Languages()
RUN = 4
CLOCK = re.compile(r"^\s*\d{1,2}[:.]\d\d\s*[-–—|]?\s+", re.MULTILINE)
"""A live page's entry begins with its time, which is no part of what it tells."""


@dataclass(frozen=True)
class Verdict:
    """What was found of one page: hits, extras and misses of its body, and the furniture fields that are wrong."""

    name: str
    hits: int
    extras: int
    misses: int
    fields: int
    wrong: tuple[str, ...]

    @property
    def language(self) -> str:
        return self.name.rsplit(".", 1)[1]

    @property
    def f1(self) -> float:
        """1 for a page without an article where none is found."""
        whole = 2 * self.hits + self.extras + self.misses
        return 2 * self.hits / whole if whole else 1.0


def judge(path: Path) -> Verdict:
    """Read the page beside this list of what must be found, and compare."""
    wanted = tomllib.loads(path.read_text(encoding="utf-8"))
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    rejects: list[Reject] = []
    found = list(articles.find(pages.from_text(text, path.stem), LANGUAGES, rejects.append))
    if "reject" in wanted:
        said = rejects[0].reason if rejects else "not rejected"
        wrong = () if wanted["reject"] in said else (f"reject: {said}",)
        return Verdict(path.stem, 0, sum(_runs(_body(it)).total() for it in found), 0, 1, wrong)
    return _compare(path.stem, text.splitlines(), wanted.get("articles", [wanted]), found)


def _compare(name: str, lines: Sequence[str], wanted: Sequence[dict[str, Any]], found: Sequence[Article]) -> Verdict:
    counts, fields, wrong = Counter[str](), 0, []
    left = list(found)
    for n, one in enumerate(wanted, 1):
        gold = _runs("\n".join(lines[i - 1] for i in one["body"]))
        best = max(left, key=lambda it: (_runs(_body(it)) & gold).total(), default=None)
        got = _runs(_body(best)) if best else Counter[tuple[str, ...]]()
        if best:
            left.remove(best)
        counts += _shares(gold, got)
        told = _told(one, best, lines)
        fields += len(told)
        wrong += [f"{n} {field}: {had!r}, not {want!r}" for field, (want, had) in told.items() if want != had]
    for it in left:
        counts += _shares(Counter(), _runs(_body(it)))
    return Verdict(name, counts["hits"], counts["extras"], counts["misses"], fields, tuple(wrong))


def _shares(gold: Counter[tuple[str, ...]], got: Counter[tuple[str, ...]]) -> Counter[str]:
    hits = (gold & got).total()
    return Counter(hits=hits, extras=got.total() - hits, misses=gold.total() - hits)


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", CLOCK.sub("", text))
    return Counter(tuple(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1))) if words else Counter()


def _body(it: Article) -> str:
    """The body without its standfirst, which is a field of its own."""
    return "\n".join(span.of(it.text) for span in it.body if span != it.standfirst)


def _told(wanted: dict[str, Any], it: Article | None, lines: Sequence[str]) -> dict[str, tuple[Any, Any]]:
    """What must be and what was found, field by field, for the fields that are told."""
    return {field: (_wish(field, wish, lines), had(it) if it else None) for field, wish in wanted.items() if (had := FIELDS.get(field))}


def _wish(field: str, wish: Any, lines: Sequence[str]) -> Any:
    return (lines[wish - 1].strip() if wish else "") if field in ("headline", "standfirst") else wish


def _words(it: Article, span: Span | None) -> str:
    return span.of(it.text) if span else ""


def _value(fact: Grounded | None) -> str:
    return fact.value if fact else ""


def _agencies(it: Article, *roles: str) -> list[str]:
    return list(dict.fromkeys(credit.agency for credit in it.credits if credit.role in roles))


FIELDS = {
    "headline": lambda it: _words(it, it.headline),
    "standfirst": lambda it: _words(it, it.standfirst),
    "language": lambda it: it.language,
    "foreign": lambda it: [code for _, code in it.foreign],
    "published": lambda it: _value(it.published),
    "updated": lambda it: _value(it.updated),
    "outlet": lambda it: _value(it.outlet),
    "author": lambda it: _value(it.author),
    "agency": lambda it: (it.dateline.agency or "") if it.dateline else "",
    "place": lambda it: (it.dateline.place or "") if it.dateline else "",
    "credits": lambda it: _agencies(it, "wire", "relay"),
    "images": lambda it: _agencies(it, "image"),
    "rights": lambda it: bool(it.rights),
}


def show(verdicts: Sequence[Verdict]) -> None:
    """Print each page, then the mean of each language and of all."""
    for it in verdicts:
        print(f"{it.name:36s} body {it.f1:.3f}  fields {it.fields - len(it.wrong)} of {it.fields}", *it.wrong, sep="\n      ")
    for code in (*sorted({it.language for it in verdicts}), "all") if verdicts else ():
        some = [it for it in verdicts if code in (it.language, "all")]
        fields, wrong = sum(it.fields for it in some), sum(len(it.wrong) for it in some)
        mean = sum(it.f1 for it in some) / len(some)
        print(f"{code:4s} {len(some):3d} pages  body F1 {mean:.3f}  fields {fields - wrong} of {fields}")


if __name__ == "__main__":
    for folder in (FOLDER, MORE):
        some = [path for path in sorted(folder.glob("*.toml")) if not sys.argv[1:] or path.stem in sys.argv[1:]]
        show([judge(path) for path in some])
