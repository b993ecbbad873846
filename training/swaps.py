"""Speakers and contents changed about between the reports of one language: the same frames around other words.

Method: mention replacement (Dai and Adel 2020).

{Orla} <said> [the bridge is open] -> {two officials of the harbour office} <said> [the bridge is open].

A few hundred articles hold few speakers, and a network learns these by heart; where a speaker's words begin and end it learns from many.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from hearsay.language import Language
from hearsay.text import fold, tokens

Record = dict[str, Any]
Key = tuple[str, ...]
ROLES = ("source", "cue", "content")
MARKS = frozenset("“”„«»\"'‘’–—\n")
ENDS = frozenset(",–—-")  # what parts a whole clause from the reporting words after it
LONGEST = 240
FEWEST = 4  # donors without which nothing is changed


class Donors:
    """Sources and contents of a language's reports, by the frame that they fit."""

    def __init__(self, language: Language, records: Iterable[Record]):
        self.language = language
        self.complementisers = {fold(row.form.lstrip("=")) for row in language.rows("words") if row.kind == "complementiser"}
        self.pronouns = {fold(row.form.lstrip("=")) for row in language.rows("pronouns")}
        self.frames: dict[str, str] = {}
        self.kept: Mapping[Key, list[str]] = defaultdict(list)
        for record in records:
            for a in record["attributions"]:
                for role in ("source", "content"):
                    key = self.key(record, a, role)
                    words = record["text"][slice(*a[role][0])] if key else ""
                    if key and fold(words) not in self.pronouns and not crossed(record, a[role][0]):
                        self.kept[key].append(words)

    def key(self, record: Record, a: Record, role: str) -> Key | None:
        """Which donors fit this piece of a report; None where it is not in one plain piece beside one plain cue."""
        if len(a[role]) != 1 or not a["cue"]:
            return None
        (start, stop), cue = a[role][0], a["cue"][0]
        words = record["text"][start:stop]
        if not words or len(words) > LONGEST or (role == "content" and MARKS & set(words)):
            return None
        side = "before" if stop <= cue[0] else "after"
        first = "capital" if words[0].isupper() and side == "before" else "small"
        if role == "source":
            return (role, side, self.frame(record["text"][slice(*cue)]))
        opened = fold(words.partition(" ")[0])
        if side == "before" and first == "capital" and ENDS & set(record["text"][stop : stop + 3]):
            return (role, side, first, "")
        return (role, side, first, opened) if opened in self.complementisers else None  # else it may be an infinitive or a noun

    def frame(self, cue: str) -> str:
        """The frame of reporting words; for those that govern a case of their own, the words themselves."""
        if cue not in self.frames:
            words = tokens(cue)
            lexicon = self.language.lexicon("cues")
            found = {hit.row.frame for i in range(len(words)) for hit in lexicon.at(words, i)}
            self.frames[cue] = "verb" if "verb" in found or not found else fold(cue)
        return self.frames[cue]

    def other(self, key: Key) -> str | None:
        """A donor at random."""
        return random.choice(self.kept[key]) if len(self.kept.get(key, ())) >= FEWEST else None


def crossed(record: Record, span: Sequence[int]) -> bool:
    """Whether a mark begins or ends within the words."""
    start, stop = span
    return any(start < edge < stop for a in record["attributions"] for role in ROLES for piece in a[role] for edge in piece)


def replaced(record: Record, span: Sequence[int], words: str) -> Record | None:
    """The record with other words there; None where a mark begins or ends within them."""
    start, stop = span
    if crossed(record, span):
        return None
    by = len(words) - (stop - start)

    def moved(piece: Sequence[int]) -> list[int]:
        return [piece[0] + by * (piece[0] >= stop), piece[1] + by * (piece[1] >= stop)]

    marks = [a | {role: [moved(piece) for piece in a[role]] for role in ROLES} for a in record["attributions"]]
    title = record.get("title")
    return record | {
        "text": record["text"][:start] + words + record["text"][stop:],
        "attributions": marks,
        "title": moved(title) if isinstance(title, list) else title,
    }


def swapped(record: Record, donors: Donors, source: float, content: float) -> Record:
    """The record with such shares of its sources and contents changed for those of other reports."""
    for n in range(len(record["attributions"])):
        for role, share in (("source", source), ("content", content)):
            a = record["attributions"][n]
            key = donors.key(record, a, role) if random.random() < share else None
            words = donors.other(key) if key else None
            if words is None:
                continue
            old = record["text"][slice(*a[role][0])]
            words = words[:1].upper() + words[1:] if old[:1].isupper() and (role == "content" or starts(record, a[role][0][0])) else words
            record = replaced(record, a[role][0], words) or record
    return record


def starts(record: Record, at: int) -> bool:
    """Whether a sentence seems to begin there."""
    return record["text"][:at].rstrip(' “„«"')[-1:] in ("", ".", "!", "?", "\n", "…")
