"""How well speakers, chains, types and modes are read where the spans are given: voices.py GOLD.jsonl [--errors N] [--lang ru].

Gold spans go in as proposals, so that only what is made of them is measured. Names of gold are in English; two names are taken for one
where the sounds of a word of three letters or more agree. `person`, `unnamed` and so on are gold's kinds of speaker.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from hearsay import naming, world
from hearsay.language import load
from hearsay.marks import mentions, statements, times
from hearsay.marks.cast import gather
from hearsay.marks.proposal import Proposal
from hearsay.marks.scan import lay_open
from hearsay.marks.who import Who
from hearsay.model import Article, Credit, Dateline, Grounded, Span, Statement
from hearsay.text import digest


def article(rec: dict[str, Any]) -> Article:
    """The record as an article: given furniture where there is some, else the first line is the headline."""
    lines, place = [], 0
    for line in rec["text"].split("\n"):
        if line.strip():
            lines.append(Span(place, place + len(line)))
        place += len(line) + 1
    head = Span(*rec["title"]) if isinstance(rec.get("title"), list) else lines[0]
    body = tuple(Span(*b) for b in rec["body"]) if isinstance(rec.get("body"), list) else tuple(lines[1:])
    published, outlet = (Grounded(rec[key], "gold") if rec.get(key) else None for key in ("published", "outlet"))
    credits = tuple(Credit(c["agency"], Span(*c["span"]), c["role"]) for c in rec.get("credits", []) if rec.get("kind") == "page")
    line = rec.get("dateline") if rec.get("kind") == "page" else None
    dateline = Dateline(Span(body[0].start, body[0].start), line["place"], line["date"], line["agency"]) if line else None
    return Article(
        digest(rec["id"]),
        "page",
        rec["text"],
        rec["lang"],
        body,
        head,
        outlet=outlet,
        published=published,
        dateline=dateline,
        credits=credits,
    )


def spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    """Pairs of gold as spans."""
    return tuple(Span(*pair) for pair in pairs)


def given(rec: dict[str, Any]) -> list[Statement]:
    """The statements that are made of gold's spans."""
    language = load(rec["lang"])
    laid_open = lay_open(article(rec), language)
    named = mentions.find(laid_open)
    who = Who(laid_open, gather(laid_open, named), named)
    proposals = [
        Proposal(spans(a["source"]), spans(a["cue"]), spans(a["content"]), 1.0, 1 if a.get("inside") else 0, "gold")
        for a in rec["attributions"]
    ]
    return statements.make(laid_open, who, proposals, times.find(laid_open))


def alike(name: str | None, wanted: str | None) -> bool:
    """Whether two names may be one: both none, or a word of one sounds like a word of the other."""
    if name is None or wanted is None:
        return name is None and wanted is None
    if world.canonical(name) and world.canonical(name) == (world.canonical(wanted) or wanted):
        return True
    mine, theirs = (
        {(naming.given(w) or [naming.skeleton(w)])[0] for w in n.replace(";", " ").split() if len(w) > 2} for n in (name, wanted)
    )
    return bool(mine & theirs) or naming.key(name) == naming.key(wanted)


def score(rec: dict[str, Any], counts: Counter[tuple[str, bool]], errors: list[str]) -> None:
    """Count what is right of one article."""
    found = {(s.source, s.cue, s.content): s for s in given(rec)}
    for a in rec["attributions"]:
        s = found.get((spans(a["source"]), spans(a["cue"]), spans(a["content"])))
        if s is None:
            counts["lost", False] += 1
            continue
        name = s.chain[-1].name if s.chain else None
        via = [v.name for v in s.via if v.name and (rec.get("kind") == "page" or not v.inferred)]
        right = alike(name, a["speaker"])
        kind = a["speaker_kind"] if a["speaker"] else "unnamed"
        for row in ("speaker", kind, "speaker | " + rec["lang"]):
            counts[row, right] += 1
        through = (len(via) == len(a["via"]) and all(map(alike, via, a["via"]))) or (a.get("via_inferred", False) and not via)
        counts["via", through] += 1
        counts["via where some", through] += bool(a["via"])
        counts["mode", s.mode == a["mode"]] += 1
        counts["type", s.type == a["type"]] += 1
        words = [" … ".join(rec["text"][x:y] for x, y in a[role])[:70] for role in ("source", "cue", "content")]
        line = "{{{}}} <{}> [{}]".format(*words)
        errors += [f"speaker {kind}: {name!r} for {a['speaker']!r} {line}"] * (not right)
        errors += [f"via: {via} for {a['via']} {line}"] * (not through)
        errors += [f"mode: {s.mode} for {a['mode']} {line}"] * (s.mode != a["mode"])
        errors += [f"type: {s.type} for {a['type']} {line}"] * (s.type != a["type"])


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--errors", default="", help="print the errors that begin with this word")
    parser.add_argument("--lang")
    options = parser.parse_args()
    counts: Counter[tuple[str, bool]] = Counter()
    errors: list[str] = []
    for line in options.gold.read_text(encoding="utf-8").splitlines():
        rec = json.loads(line)
        if not options.lang or rec["lang"] == options.lang:
            score(rec, counts, errors)
    for error in errors:
        if options.errors and error.startswith(options.errors):
            print(error)
    for row in sorted({row for row, _ in counts}):
        right, of = counts[row, True], counts[row, True] + counts[row, False]
        print(f"{row:20s} {right:5d} of {of:5d}  {100 * right / max(1, of):5.1f} %")


if __name__ == "__main__":
    main()
