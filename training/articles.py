"""News articles of our own writing, about invented places and people, with their statements drawn in: `training/articles/<code>/*.txt`.

    = {1 Harbour office}: [1 the bridge stays shut]

    {2 Two officials of the harbour office} <2 told> the Lantern [2 that {3 the council} <3 had promised> [3 an answer]].

A line that begins with `=` is a title and begins an article; every other line is a paragraph. The notation is that of the language folders'
cases; numbers run through the article. `python articles.py` says what is drawn, and what is drawn wrong.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

from cases import marks

from hearsay.errors import LanguageError
from hearsay.marks import notation
from hearsay.marks.notation import Case
from hearsay.model import Span

FOLDER = Path(__file__).parent / "articles"
TITLE = re.compile(r"^= *", re.MULTILINE)
FARTHEST = 700  # characters from a reporting word to the nearest of its content


def drawings(code: str) -> Iterator[tuple[str, str]]:
    """The articles of a language as drawn, each with its name: file and number."""
    for path in sorted((FOLDER / code).glob("*.txt")):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        for n, drawn in enumerate(TITLE.split("\n".join(lines))[1:], 1):
            yield f"{code}/{path.stem} {n}", "\n\n".join(line.strip() for line in drawn.splitlines() if line.strip())


def faults(case: Case) -> Iterator[str]:
    """What is wrong with the marks of an article, in words."""
    text = case.text
    for d in case.drawn:
        shown = f"statement {d.number or 'without a number'}"
        if not d.number or not d.content or not (d.cue or d.source):
            yield f"{shown}: needs a number, content, and a cue or a source"
        spans = sorted((*d.source, *d.cue, *d.content))
        if any(a.overlaps(b) for a, b in pairwise(spans)):
            yield f"{shown}: its own marks overlap"
        if any(text[s.start : s.stop] != text[s.start : s.stop].strip() or not s.of(text) for s in spans):
            yield f"{shown}: a mark is empty, or begins or ends with a space"
        if len({text.count("\n", 0, s.start) for s in (*d.source, *d.cue)}) > 1:
            yield f"{shown}: source and cue stand in different paragraphs; was a number used twice?"
        if d.cue and d.content and min(_gap(c, k) for c in d.cue for k in d.content) > FARTHEST:
            yield f"{shown}: content far from its cue; was a number used twice?"


def _gap(left: Span, right: Span) -> int:
    return max(right.start - left.stop, left.start - right.stop, 0)


def records(code: str) -> list[dict[str, Any]]:
    """The articles of a language in the form of the marked articles. Raises LanguageError where brackets do not pair."""
    found = []
    for name, drawn in drawings(code):
        case = notation.parse(drawn)
        title = case.text.partition("\n")[0]
        found.append({"id": name, "lang": code, "text": case.text, "title": [0, len(title)], "attributions": marks(case)})
    return found


def codes() -> list[str]:
    """The languages that have articles."""
    return sorted(p.name for p in FOLDER.iterdir() if p.is_dir())


def all_records() -> Iterator[dict[str, Any]]:
    """The articles of all languages."""
    return chain.from_iterable(map(records, codes()))


def main() -> None:
    for code in codes():
        told: Counter[str] = Counter()
        for name, drawn in drawings(code):
            try:
                case = notation.parse(drawn)
            except LanguageError as error:
                print(f"{name}: {error}"[:400])
                continue
            for fault in faults(case):
                print(f"{name}: {fault}")
            found = marks(case)
            told += Counter(articles=1, words=len(case.text.split()), statements=len(found))
            told += Counter(inner=sum("inside" in a for a in found), sourceless=sum(not a["source"] for a in found))
            told += Counter(titles=any(d.content and min(d.content).start < case.text.find("\n") for d in case.drawn))
        print(code, dict(told))


if __name__ == "__main__":
    main()
