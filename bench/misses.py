"""Count the commonest misses by kind: what was not found, what was found too much, and where the two nearly met. Spans only, no text.

    python bench/misses.py GOLD.jsonl [PRED.jsonl] [--show N] [--least 0.35]

Without PRED the shipped tagger is asked. `--show N` lists N of them instead, the commonest kinds first, as article, kind and spans.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hearsay.language import load
from hearsay.marks.tagger import propose
from hearsay.model import Span
from hearsay.text import tokens

Marks = dict[str, Any]


@dataclass(frozen=True)
class Miss:
    """A report of one side, gold ("missed") or found ("wrong"), that nothing on the other side meets, and why."""

    article: str
    side: str
    fault: str
    kind: str
    marks: Marks


def paragraphs(record: Marks) -> list[Span]:
    """The body where the record gives one a paragraph, else the lines of the text."""
    if record.get("kind") == "page" and "body" in record:
        return [Span(*b) for b in record["body"]]
    at, out = 0, []
    for line in record["text"].split("\n"):
        if line.strip():
            out.append(Span(at, at + len(line)))
        at += len(line) + 1
    return out


def ask(record: Marks, least: float) -> list[Marks]:
    """The shipped tagger's outermost proposals that are sure enough."""
    title = record.get("title")
    headline = Span(*title) if isinstance(title, list) else None
    found = propose(record["text"], paragraphs(record), load(record["lang"]), headline)
    return [{"source": p.source, "cue": p.cue, "content": p.content} for p in found if not p.level and p.confidence >= least]


def letters(marks: Marks, role: str) -> set[int]:
    return {i for s, e in marks.get(role) or () for i in range(s, e)}


def overlap(a: Marks, b: Marks) -> float:
    """Intersection over union of the contents."""
    one, two = letters(a, "content"), letters(b, "content")
    return len(one & two) / len(one | two) if one | two else 0.0


def same_source(a: Marks, b: Marks) -> bool:
    one, two = letters(a, "source"), letters(b, "source")
    return bool(one & two) or not (one or two)


def near(marks: Marks, others: list[Marks]) -> Marks | None:
    """The one of the others that shares the cue, else the one whose content meets best."""
    cue = letters(marks, "cue")
    by_cue = [o for o in others if cue & letters(o, "cue")]
    best = max(by_cue or others, key=lambda o: overlap(marks, o), default=None)
    return best if best is not None and (by_cue or overlap(marks, best) > 0) else None


def kind(marks: Marks, text: str) -> str:
    """Quoted or indirect, and what it lacks or has more than one of."""
    words = "".join(text[s:e] for s, e in marks["content"])
    parts = ["quoted" if any(c in words for c in '“”«»„"') else "indirect"]
    parts += [f"no {role}" for role in ("source", "cue") if not marks.get(role)]
    parts += ["content in pieces"] if len(marks["content"]) > 1 else []
    cue = [t for s, e in marks.get("cue") or () for t in tokens(text, s, e)]
    return ", ".join(parts + (["long cue"] if len(cue) > 2 else []))


def fault(gold: Marks | None, found: Marks | None) -> str:
    """What separates a gold report from the nearest found one; nothing if they agree."""
    if gold is None or found is None:
        return "nothing near"
    if overlap(gold, found) < 0.5:
        wanted, given = letters(gold, "content"), letters(found, "content")
        if not wanted & given:
            return "other content"
        return "content too short" if len(given) < len(wanted) else "content too long"
    if not same_source(gold, found):
        sides = bool(letters(gold, "source")), bool(letters(found, "source"))
        return {(True, False): "source not seen", (False, True): "source where there is none"}.get(sides, "other source")
    return ""


def misses(record: Marks, found: list[Marks]) -> Iterator[Miss]:
    """Every gold report that is not met ("missed") and every found one that meets none ("wrong")."""
    gold = [g for g in record["attributions"] if g["content"] and not g.get("inside")]
    for side, ours, theirs in (("missed", gold, found), ("wrong", found, gold)):
        for marks in ours:
            other = near(marks, theirs)
            what = fault(marks, other) if side == "missed" else fault(other, marks)
            if what:
                yield Miss(record["id"], side, what, kind(marks, record["text"]), marks)


def tally(pairs: Iterable[tuple[Marks, list[Marks]]]) -> Counter[tuple[str, str]]:
    """How often each fault occurs over articles and what was found in them."""
    return Counter((miss.side, miss.fault) for record, found in pairs for miss in misses(record, found))


def commonest(found: Sequence[Miss], number: int) -> list[Miss]:
    """So many misses, those of the commonest fault and kind first."""
    often = Counter((m.side, m.fault, m.kind) for m in found)
    return sorted(found, key=lambda m: (-often[m.side, m.fault, m.kind], m.fault, m.kind))[:number]


def row(miss: Miss) -> str:
    """A miss as a line: where, what, and its spans."""
    spans = (" ".join(f"{s}-{e}" for s, e in miss.marks.get(role) or ()) or "-" for role in ("source", "cue", "content"))
    return "\t".join((miss.article, miss.side, miss.fault, miss.kind, *spans))


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("gold", type=Path)
    ap.add_argument("pred", type=Path, nargs="?")
    ap.add_argument("--show", type=int, default=0)
    ap.add_argument("--least", type=float, default=0.35)
    a = ap.parse_args()
    records = [json.loads(line) for line in a.gold.open(encoding="utf-8")]
    given = {r["id"]: r["attributions"] for r in map(json.loads, a.pred.open(encoding="utf-8"))} if a.pred else {}
    every: list[Miss] = []
    for record in records:
        found = [p for p in given.get(record["id"], ()) if not p.get("inside")] if a.pred else ask(record, a.least)
        every += misses(record, found)
    if a.show:
        print("\t".join(("article", "side", "fault", "kind", "source", "cue", "content")))
        print("\n".join(map(row, commonest(every, a.show))))
        return
    for title, of in (("by fault", lambda m: m.fault), ("by kind", lambda m: m.kind)):
        print(f"\n{title}")
        for (side, what), n in Counter((m.side, of(m)) for m in every).most_common(30):
            print(f"{n:6d}  {side:7s} {what}")


if __name__ == "__main__":
    main()
