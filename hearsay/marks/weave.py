"""From what the networks see to linked proposals: who, the reporting words, what, each report with its own.

Every report hangs on one word, its anchor: the reporting word, or the sign (": ", " - ") or name that stands in for one.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from hearsay.marks.network import GAP, Floats, Ints, Network, Seen, Windows, mean, paths, softmax
from hearsay.model import Span
from hearsay.text import Token

SOURCE, CUE, CONTENT = 1, 2, 3
LEAST = 0.1  # below this a word is not asked; measured on held-out training articles: few reports hang on such words
AT_ONCE = 64
CERTAIN = 0.997  # a place that is so surely no part of a report needs no path
HOPELESS = 0.97  # an anchor that so surely has no report is let go


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

    def evidence(self) -> list[float]:
        """What confidence is judged by."""
        places, roles, fits = self.places.tolist(), self.roles.tolist(), self.fits.tolist()
        of = [[f for f, r in zip(fits, roles, strict=True) if r == role] for role in (SOURCE, CUE, CONTENT)]
        content = [p for p, r in zip(places, roles, strict=True) if r == CONTENT]
        edges = [fits[places.index(content[0])], fits[places.index(content[-1])]]
        gaps = sum(b - a > 1 for a, b in pairwise(content))
        odds = [math.log((p + 1e-4) / (1 - p + 1e-4)) for p in (self.outer, self.inner, self.outer + self.inner, self.cue)]
        weakest = [min(f, default=1.0) for f in of]
        middle = [sum(f) / len(f) if f else 1.0 for f in of]
        sizes = [math.log1p(len(f)) for f in of]
        missing = [float(not f) for f in of[:2]]
        return [*odds, *weakest, *middle, *sizes, *missing, *edges, float(gaps), math.log1p(min(abs(p - self.anchor) for p in content))]


def anchors(cues: Floats) -> Ints:
    """The places to ask from: where the likelihood of a reporting word has a peak."""
    best = cues.max(1)
    left, right = np.append(0, best[:-1]), np.append(best[1:], 0)
    return np.flatnonzero((best >= LEAST) & (best >= left) & (best > right))


def asked(networks: Sequence[Network], views: Sequence[Seen], some: Ints) -> tuple[Windows, Floats, Floats]:
    """What the networks answer from these anchors, all in one mind: the windows, how each role fits each row of them, chances of no, outer,
    inner report."""
    answers = [n.around(v, some) for n, v in zip(networks, views, strict=True)]
    return answers[0][0], mean([a[1] for a in answers]), mean([softmax(a[2]) for a in answers])


def threads(networks: Sequence[Network], views: Sequence[Seen]) -> Iterator[Thread]:
    """Ask from each anchor what its report would be."""
    cues = mean([v.cues for v in views])
    steps = mean([n.w["steps"] for n in networks])
    places = anchors(cues)
    for some in (places[i : i + AT_ONCE] for i in range(0, len(places), AT_ONCE)):
        yield from _threads(some, cues, steps, *asked(networks, views, some))


def _threads(places: Ints, cues: Floats, steps: Floats, own: Windows, e: Floats, verdicts: Floats) -> Iterator[Thread]:
    p = softmax(e)
    rows = np.flatnonzero((p[:, 0] < CERTAIN) & (verdicts[own.anchor, 0] < HOPELESS))
    whose, first = np.unique(own.anchor[rows], return_index=True)
    if not len(whose):
        return
    begins = np.maximum(rows[first] - 1, own.starts[whose])
    ends = np.minimum(rows[np.append(first[1:], len(rows)) - 1] + 2, own.starts[whose] + own.sizes[whose])
    for k, begin, roles in zip(whose, begins, paths(e, steps, begins, ends), strict=True):
        if (roles == CONTENT).any():
            found = np.flatnonzero(roles)
            outer, inner = (float(v) for v in verdicts[k, 1:])
            fits = np.asarray(p[begin + found, roles[found]], np.float32)
            yield Thread(int(places[k]) - GAP, own.at[begin + found] - GAP, roles[found], outer, inner, float(cues[places[k]].max()), fits)


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
    listed = places.tolist()
    cuts = [i for i, (a, b) in enumerate(pairwise(listed), 1) if b - a > 1]
    pieces = pairwise([0, *cuts, len(listed)]) if listed else ()
    return tuple(Span(tokens[listed[a]].start, tokens[listed[b - 1]].stop) for a, b in pieces)
