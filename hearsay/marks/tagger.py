"""Finds attributions: who (source), with which words (cue), what (content), linked, in any language that has a folder."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

import numpy as np

from hearsay.language import Language
from hearsay.marks.features import look
from hearsay.marks.network import Floats, Network
from hearsay.marks.proposal import Proposal
from hearsay.marks.weave import CONTENT, CUE, SOURCE, Thread, distinct, spans, threads
from hearsay.marks.wordtypes import KEPT, WordTypes
from hearsay.model import Span
from hearsay.text import Token

RULE = "tagger"


class Tagger:
    """The networks, and what they know of each language's words so far."""

    def __init__(self, networks: Sequence[Network]):
        self.networks = tuple(networks)
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

    def read(self, text: str, paragraphs: Sequence[Span], language: Language, headline: Span | None = None) -> list[Proposal]:
        """The attributions in these paragraphs, in order of their place."""
        types, projected = self.words(language)
        seen = look(text, paragraphs, language, types, headline)
        if not seen.tokens:
            return []
        for k, network in enumerate(self.networks):
            if len(projected[k]) < len(types.shapes):
                projected[k] = np.concatenate((projected[k], network.project(types, len(projected[k]))))
        views = [n.see(seen, p) for n, p in zip(self.networks, projected, strict=True)]
        found = distinct(list(threads(self.networks, views)))
        proposals = [propose_one(t, seen.tokens) for t in found]
        return sorted(proposals, key=lambda p: (min(s for s, _ in p.source + p.cue + p.content), p.level))


def propose_one(thread: Thread, tokens: Sequence[Token]) -> Proposal:
    """The thread as spans."""
    source, cue, content = (spans(tokens, thread.of(role)) for role in (SOURCE, CUE, CONTENT))
    level = int(thread.inner > thread.outer)
    return Proposal(source, cue, content, max(thread.outer, thread.inner), level, RULE)


def load(path: str) -> Tagger:
    """A tagger from one weights file."""
    with np.load(path) as stored:
        arrays = dict(stored)
    vectors = arrays.pop("vector keys"), arrays.pop("vectors")
    runs = sorted({name.split("/")[0] for name in arrays})
    return Tagger([Network({k.split("/", 1)[1]: v for k, v in arrays.items() if k.startswith(run + "/")}, vectors) for run in runs])


@lru_cache(maxsize=1)
def shipped() -> Tagger:
    """The tagger that comes with Hearsay."""
    return load(str(files("hearsay") / "marks" / "weights" / "tagger.npz"))


def propose(text: str, paragraphs: Sequence[Span], language: Language, headline: Span | None = None) -> list[Proposal]:
    """Attributions in the text's paragraphs: "Anna said the road is open" gives source "Anna", cue "said", content "the road is open"."""
    return shipped().read(text, paragraphs, language, headline)
