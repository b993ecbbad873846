"""Quotation marks changed or lost, as scrapers and other languages have them: the same reports under other signs."""

from __future__ import annotations

import random
from itertools import accumulate
from typing import Any

LOST = str.maketrans(dict.fromkeys('“”„«»"', ""))
STYLES = (
    str.maketrans("“”", "«»"),
    str.maketrans("“”", "„“"),
    str.maketrans("“”", '""'),
    str.maketrans("«»", "„“"),
    str.maketrans("«»", '""'),
)
Record = dict[str, Any]


def changed(record: Record, table: dict[int, Any]) -> Record:
    """The record with each character as the table has it; marks follow the characters they stood on."""
    pieces = [table.get(ord(c), c) for c in record["text"]]
    pieces = [chr(p) if isinstance(p, int) else p for p in pieces]
    at = [0, *accumulate(map(len, pieces))]
    marks = [
        a | {role: [[at[s], at[e]] for s, e in a[role] if at[s] < at[e]] for role in ("source", "cue", "content")}
        for a in record["attributions"]
    ]
    title = record.get("title")
    if isinstance(title, list):
        title = [at[i] for i in title]
    elif isinstance(title, str):
        title = title.translate(table)
    return record | {"text": "".join(pieces), "attributions": marks, "title": title}


def varied(record: Record, lost: float, styled: float) -> Record:
    """Now and then the record without its quotation marks, or with those of another convention."""
    chance = random.random()
    if chance < lost:
        return changed(record, LOST)
    return changed(record, random.choice(STYLES)) if chance < lost + styled else record
