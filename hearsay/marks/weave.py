"""From what the networks see to linked proposals: who, the reporting words, what, each report with its own.

Every report hangs on one word, its anchor: the reporting word, or the sign (": ", " - ") or name that stands in for one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from hearsay.marks.network import GAP, Floats, Ints, Network, Seen, mean, paths, softmax
from hearsay.model import Span
from hearsay.text import Token

SOURCE, CUE, CONTENT = 1, 2, 3
LEAST = 0.1  # below this a word is not asked; measured on held-out training articles: under 1 % of reports hang on such words
AT_ONCE = 64
CERTAIN = 0.997


@dataclass(frozen=True, slots=True)
class Thread:
    """One report as token places: the anchor, the role of each place, and how sure (of an outer, an inner report).

    `cue` is how much the anchor looks like a reporting word, `fits` how well each place's role fits it.
    """

    anchor: int
    places: Ints
    roles: Ints
    outer: float
    inner: float
    cue: float
    fits: Floats

    def of(self, role: int) -> Ints:
        return self.places[self.roles == role]

    def evidence(self) -> Floats:
        """What confidence is judged by."""
        fits = [self.fits[self.roles == role] for role in (SOURCE, CUE, CONTENT)]
        weakest = [float(f.min()) if len(f) else 1.0 for f in fits]
        middle = [float(f.mean()) if len(f) else 1.0 for f in fits]
        sizes = [float(np.log1p(len(f))) for f in fits]
        odds = [float(np.log((p + 1e-4) / (1 - p + 1e-4))) for p in (self.outer, self.inner, self.outer + self.inner, self.cue)]
        missing = [float(not len(f)) for f in fits[:2]]
        content = self.of(CONTENT)
        edges = [float(self.fits[self.places == place][0]) for place in (content[0], content[-1])]
        gaps = float((np.diff(content) > 1).sum())
        far = float(np.log1p(np.abs(content - self.anchor).min()))
        return np.array([*odds, *weakest, *middle, *sizes, *missing, *edges, gaps, far], np.float32)


def anchors(cues: Floats) -> Ints:
    """The places to ask from: where the likelihood of a reporting word has a peak."""
    best = cues.max(1)
    left, right = np.append(0, best[:-1]), np.append(best[1:], 0)
    return np.flatnonzero((best >= LEAST) & (best >= left) & (best > right))


def threads(networks: Sequence[Network], views: Sequence[Seen]) -> Iterator[Thread]:
    """Ask from each anchor what its report would be."""
    cues = mean([v.cues for v in views])
    asked = anchors(cues)
    steps = mean([n.w["steps"] for n in networks])
    for start in range(0, len(asked), AT_ONCE):
        some = asked[start : start + AT_ONCE]
        answers = [n.around(v, some, v.cues) for n, v in zip(networks, views, strict=True)]
        e = mean([a[0] for a in answers])
        verdicts = mean([softmax(a[1]) for a in answers])
        p = softmax(e)
        for k, roles in enumerate(paths(e, steps, p[..., 0] < CERTAIN)):
            found = np.flatnonzero(roles)
            if (roles == CONTENT).any():
                places = found + some[k] - networks[0].reach - GAP
                outer, inner = (float(v) for v in verdicts[k, 1:])
                fits = np.asarray(p[k, found, roles[found]], np.float32)
                yield Thread(int(some[k]) - GAP, places, roles[found], outer, inner, float(cues[some[k]].max()), fits)


def distinct(found: Sequence[Thread]) -> list[Thread]:
    """The threads, surest first, without those that hang on the reporting words of a surer one."""
    kept: list[Thread] = []
    taken: set[int] = set()
    for thread in sorted(found, key=lambda t: -(t.outer + t.inner)):
        cue = {thread.anchor, *thread.of(CUE).tolist()}
        if not cue & taken:
            kept.append(thread)
            taken |= cue
    return kept


def spans(tokens: Sequence[Token], places: npt.NDArray[np.int64]) -> tuple[Span, ...]:
    """Places that follow each other make one span."""
    if not len(places):
        return ()
    cuts = np.flatnonzero(np.diff(places) > 1)
    firsts, lasts = places[np.append(0, cuts + 1)], places[np.append(cuts, len(places) - 1)]
    return tuple(Span(tokens[a].start, tokens[b].stop) for a, b in zip(firsts, lasts, strict=True))
