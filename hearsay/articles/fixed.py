"""The set phrases without slots: what a line is, or begins or ends with.

Numbers of a line's words tell what it may be: nine lines in ten are nothing, and are not looked at again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from hearsay.articles.arrays import PLACES, among, different, places
from hearsay.articles.forms import SLOT, line_key
from hearsay.articles.lines import Edge, Lines
from hearsay.lexicon import GAP
from hearsay.tables import Classed

LEADS, COUNTED = frozenset({"related"}), frozenset({"share"})
"""Kinds whose whole-line forms also lead to a title behind a colon, or are followed by how often."""
COUNT = " {n}"
SHORTEST = 3
"""Letters by which the openings of lines are looked up; no opening has fewer."""
EDGES = np.array([[1 << edge] for edge in Edge], np.uint8)
"""A bit for each."""
LONGEST = 140
"""Characters. A set phrase fills a line; longer lines are only looked at for how they begin."""


class Fixed:
    """Finds the lines that are a form of one table, or begin or end with one."""

    def __init__(self, rows: Iterable[Classed]):
        self._lines: dict[str, str] = {}
        self._begins: dict[str, list[tuple[str, str]]] = {}
        self._ends: dict[str, list[tuple[str, str]]] = {}
        noted = [(SLOT.sub(" ", form), edge) for row in rows for form, edge in self._added(row)]
        forms = Lines("\n\n".join(" ".join(form.split()) or "." for form, _ in noted))
        edge = np.array([edge for _, edge in noted], np.int64)
        edge[(edge == Edge.FIRST) & (forms.number > 1)] = Edge.FIRST_TWO
        edge[forms.number == 0] = Edge.ALL
        numbers = forms.edges[edge, np.arange(len(noted))]
        self._known = different(numbers)
        self._edges = np.zeros(PLACES, np.uint8)
        np.bitwise_or.at(self._edges, places(numbers), EDGES[edge, 0])

    def _added(self, row: Classed) -> Iterator[tuple[str, Edge]]:
        """Remember a form; and which edges of a line may be its own."""
        form = row.form.replace(GAP, "").strip()
        key = line_key(form)
        if row.form.endswith(GAP):
            led = form.endswith(":")
            self._begins.setdefault(key[:SHORTEST], []).append((f"{key}:" if led else key, row.kind))
            yield form, Edge.FIRST
            if led:
                self._lines.setdefault(key, row.kind)
        elif row.form.startswith(GAP):
            self._ends.setdefault(key[-1:], []).append((key, row.kind))
            yield form, Edge.LAST
        else:
            self._lines[key] = row.kind
            yield form, Edge.ALL
            if row.kind in LEADS:
                yield form, Edge.FIRST

    def kinds(self, page: Lines) -> dict[int, str]:
        """The lines of a page that are a form, or begin or end with one, with its kind, by their numbers."""
        texts = ((i, page.blocks[i].text) for i in self._likely(page))
        return {i: kind for i, text in texts if (kind := self.line(text, line_key(text)))}

    def _likely(self, page: Lines) -> list[int]:
        """The lines that say what a form does, or begin with its first two words, or end with its last."""
        some = (self._edges.take(page.edge_places) & EDGES).ravel().nonzero()[0]
        some = some[among(page.edges.take(some), self._known)]
        return sorted({*(some % len(page.blocks)).tolist()})

    def line(self, text: str, key: str) -> str | None:
        """The kind of set phrase that this line is, or begins or ends with, from a word on; `key` is the line's `line_key`."""
        if len(text) <= LONGEST and (kind := self._lines.get(key) or ((":" in key or key[-1:] == COUNT[-1]) and self._led(key))):
            return kind
        for start, kind in self._begins.get(key[:SHORTEST], ()):
            if key.startswith(start) and not _goes_on(key, start):
                return kind
        if len(text) <= LONGEST and (ending := self._ends.get(key[-1:])):
            for end, kind in ending:
                if key.endswith(end) and not _is_glued(key, end):
                    return kind
        return None

    def _led(self, key: str) -> str | None:
        """The kind of a line that a set phrase leads to something or counts: "You may also like: ...", "Share 14"."""
        head, sign, _ = key.partition(":")
        if sign and (kind := self._lines.get(head)) in LEADS:
            return kind
        kind = self._lines.get(key[: -len(COUNT)]) if key.endswith(COUNT) else None
        return kind if kind in COUNTED else None


def _is_glued(key: str, end: str) -> bool:
    """Whether a form at a line's end begins in the middle of a word: "rights reserved" in "copyrights reserved"."""
    return end[0].isalpha() and key[: -len(end)][-1:].isalpha()


def _goes_on(key: str, start: str) -> bool:
    """Whether the last word of a form goes on in the line that it begins: "more" in "moreover"."""
    return start[-1] != ":" and key[len(start) : len(start) + 1].isalnum()
