"""Finds attributions: who (source), with which words (cue), what (content), linked, in any language that has a folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np

from hearsay.language import Language
from hearsay.marks.features import Look, look
from hearsay.marks.network import Floats, Network, sigmoid
from hearsay.marks.proposal import Proposal
from hearsay.marks.scan import Paragraph
from hearsay.marks.weave import CONTENT, CUE, SOURCE, Stretch, Thread, distinct, evidence, spans, stretches, threads
from hearsay.marks.wordtypes import KEPT, WordTypes
from hearsay.model import Span
from hearsay.text import Token

RULE = "tagger"
LEAST = 0.35  # the confidence from which F1 is best on held-out training articles
RECALL = 0.1  # for those who want all


class Tagger:
    """The networks, and what they know of each language's words so far."""

    def __init__(self, networks: Sequence[Network], scale: Mapping[str, Floats] | None = None):
        self.networks = tuple(networks)
        self.scale = scale or {}
        self._words: dict[int, tuple[WordTypes, list[Floats]]] = {}

    def words(self, language: Language) -> tuple[WordTypes, list[Floats]]:
        """The word types of a language and what each network makes of them."""
        if id(language) not in self._words:
            self._words[id(language)] = (WordTypes(language), [np.zeros((0, n.width), np.float32) for n in self.networks])
        types, projected = self._words[id(language)]
        if len(types.shapes) > KEPT:
            types.clear()
            projected[:] = [p[:0] for p in projected]
        return types, projected

    def read(
        self, text: str, paragraphs: Sequence[Span | Paragraph], language: Language, headline: Span | None = None, least: float = 0.0
    ) -> list[Proposal]:
        """The attributions in these paragraphs, those at least so sure, in order of their place."""
        seen, found = self.weave(text, paragraphs, language, headline)
        kept = distinct(found)
        told = zip(kept, stretches(kept), self.confidence(kept), strict=True)
        proposals = [_propose(thread, pieces, sure, seen.tokens) for thread, pieces, sure in told if sure >= least]
        return sorted(proposals, key=lambda p: (min(s for s, _ in p.source + p.cue + p.content), p.level))

    def weave(
        self, text: str, paragraphs: Sequence[Span | Paragraph], language: Language, headline: Span | None = None
    ) -> tuple[Look, list[Thread]]:
        """What is seen of the text and every report that might be in it."""
        types, projected = self.words(language)
        seen = look(text, paragraphs, language, types, headline)
        if not seen.tokens:
            return seen, []
        for k, network in enumerate(self.networks):
            if len(projected[k]) < len(types.shapes):
                projected[k] = np.concatenate((projected[k], network.project(types, len(projected[k]))))
        views = [n.see(seen, p) for n, p in zip(self.networks, projected, strict=True)]
        return seen, list(threads(self.networks, views))

    def confidence(self, found: Sequence[Thread]) -> list[float]:
        """How often reports with such evidence are right; measured on training articles that were held out (`training/calibrate.py`)."""
        if not self.scale or not found:
            return [max(t.outer, t.inner) for t in found]
        x = (evidence(found).astype(np.float32) - self.scale["mean"]) / self.scale["spread"]
        hidden = np.maximum(x @ self.scale["first"] + self.scale["first bias"], 0)
        return [float(p) for p in sigmoid(hidden @ self.scale["last"] + self.scale["last bias"])[:, 0]]


def _propose(thread: Thread, pieces: Mapping[int, Sequence[Stretch]], sure: float, tokens: Sequence[Token]) -> Proposal:
    """The report as spans."""
    source, cue, content = (spans(tokens, pieces[role]) for role in (SOURCE, CUE, CONTENT))
    return Proposal(source, cue, content, sure, int(thread.inner > thread.outer), RULE)


def load(path: str) -> Tagger:
    """A tagger from one weights file."""
    with np.load(path) as stored:
        arrays = dict(stored)
    vectors = arrays.pop("vector keys"), arrays.pop("vectors")
    parts: dict[str, dict[str, Any]] = {}
    for name, array in arrays.items():
        part, rest = name.split("/", 1)
        parts.setdefault(part, {})[rest] = array
    scale = parts.pop("confidence", None)
    return Tagger([Network(parts[run], vectors) for run in sorted(parts)], scale)


@lru_cache(maxsize=1)
def shipped() -> Tagger:
    """The tagger that comes with Hearsay."""
    return load(str(files("hearsay") / "marks" / "weights" / "tagger.npz"))


def held(proposals: Sequence[Proposal]) -> list[Proposal]:
    """The proposals without inner ones that stand in no other's content."""
    contents = [(p, span) for p in proposals for span in p.content]

    def stands(p: Proposal) -> bool:
        first = min((*p.cue, *p.content))
        return not p.level or any(other is not p and span.holds(first) for other, span in contents)

    return [p for p in proposals if stands(p)]


def propose(
    text: str, paragraphs: Sequence[Span | Paragraph], language: Language, headline: Span | None = None, least: float = LEAST
) -> list[Proposal]:
    """Attributions in the text's paragraphs, those at least so sure, in order of place.

    "Anna said the road is open" gives source "Anna", cue "said", content "the road is open".
    """
    return held(shipped().read(text, paragraphs, language, headline, least))
