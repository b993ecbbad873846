"""Quotation marks changed or lost, as scrapers and other languages have them: the same reports under other signs.

“We stay,” said Orla. -> «We stay,» said Orla. -> We stay, said Orla. -> – We stay – said Orla.
"""

from __future__ import annotations

import random
import re
from collections.abc import Collection, Sequence
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
SPOKEN = re.compile(r"^(?P<open>[“„«\"])[^“”„«»\"\n]{20,}(?P<close>[”“»\"])(?P<rest>[^\n]*)", re.MULTILINE)
DASH = "–"
Record = dict[str, Any]


def changed(record: Record, table: dict[int, Any]) -> Record:
    """The record with each character as the table has it."""
    pieces = [table.get(ord(c), c) for c in record["text"]]
    made = rewritten(record, [chr(p) if isinstance(p, int) else p for p in pieces])
    return made | {"title": made["title"].translate(table)} if isinstance(made.get("title"), str) else made


def rewritten(record: Record, pieces: Sequence[str], left_out: Collection[int] = ()) -> Record:
    """The record with a piece of text for each of its characters; marks follow the characters they stood on.

    Marks that begin or end with a character that is left out draw back from its piece.
    """
    at = [0, *accumulate(map(len, pieces))]

    def moved(s: int, e: int) -> list[int]:
        return [at[s + (s in left_out)], at[e - (e - 1 in left_out)]]

    marks = [
        a | {role: [span for s, e in a[role] if (span := moved(s, e))[0] < span[1]] for role in ("source", "cue", "content")}
        for a in record["attributions"]
    ]
    title = record.get("title")
    title = [at[i] for i in title] if isinstance(title, list) else title
    return record | {"text": "".join(pieces), "attributions": marks, "title": title}


def dialogue(record: Record) -> Record:
    """Quotations that open a line set as dialogue: a dash before, and one after unless they close it."""
    pieces, edges = list(record["text"]), set[int]()
    for found in SPOKEN.finditer(record["text"]):
        opening, closing = found.start("open"), found.start("close")
        follows = found["rest"].lstrip(" ,")[:1]
        pieces[opening] = DASH + " "
        pieces[closing] = " " + DASH if follows.isalpha() else ""
        for beside in (closing - 1, closing + 1):
            if pieces[beside : beside + 1] == [","]:
                pieces[beside] = ""
        edges |= {opening, closing}
    return rewritten(record, pieces, edges)


def varied(record: Record, lost: float, styled: float, spoken: float) -> Record:
    """Now and then the record without its quotation marks, with those of another convention, or with dialogue in their place."""
    chance = random.random()
    if chance < lost:
        return changed(record, LOST)
    if chance < lost + styled:
        return changed(record, random.choice(STYLES))
    return dialogue(record) if chance < lost + styled + spoken and SPOKEN.search(record["text"]) else record
