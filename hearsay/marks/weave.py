"""From what the networks see to linked proposals: who, the reporting words, what, each report with its own.

Every report hangs on one word, its anchor: the reporting word, or the sign (": ", " - ") or name that stands in for one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
import numpy.typing as npt

from hearsay.marks.network import GAP, Floats, Ints, Network, Seen, Windows, mean, softmax, windows
from hearsay.marks.paths import paths
from hearsay.model import Span
from hearsay.text import Token

SOURCE, CUE, CONTENT = 1, 2, 3
LEAST = 0.2  # below this a word is not asked; measured on held-out training articles: few reports hang on such words
BESIDE = 2  # places from one piece of a source to the next that only a sign parts
AT_ONCE = 128
FEW = 32  # windows that the second look takes at once: enough to keep numpy busy, few enough for the processor's cache
CERTAIN = 0.997  # a place that is so surely no part of a report needs no path
HOPELESS = 0.97  # an anchor that so surely has no report is let go


Doubles = npt.NDArray[np.float64]
Stretch = tuple[int, int]


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

    def evidence(self) -> list[float]:
        """What confidence is judged by."""
        return [float(v) for v in evidence([self])[0]]


def evidence(found: Sequence[Thread]) -> Doubles:
    """What the confidence of each report is judged by, a row for each; over all reports at once because most hold few places."""
    places, roles, fits = (np.concatenate([getattr(t, part) for t in found]) for part in ("places", "roles", "fits"))
    fits = fits.astype(float)
    whose = np.repeat(np.arange(len(found)), [len(t.places) for t in found])
    outer, inner, cue, anchor = np.array([(t.outer, t.inner, t.cue, t.anchor) for t in found]).T
    sure = np.stack((outer, inner, outer + inner, cue), 1)
    of_role = [_fit(fits[roles == role], whose[roles == role], len(found)) for role in (SOURCE, CUE, CONTENT)]
    weakest, middle, sizes = zip(*of_role, strict=True)
    said = roles == CONTENT
    place, of = places[said], whose[said]
    first, last = (np.searchsorted(of, np.arange(len(found)), side) for side in ("left", "right"))
    gaps = np.bincount(of[1:], (np.diff(place) > 1) & (np.diff(of) == 0), len(found))
    away = np.minimum.reduceat(np.abs(place - anchor[of]), first)
    edges = (fits[said][first], fits[said][last - 1])
    missing = [size == 0 for size in sizes[:2]]
    columns = (*weakest, *middle, *np.log1p(sizes), *missing, *edges, gaps, np.log1p(away))
    return np.concatenate((np.log((sure + 1e-4) / (1 - sure + 1e-4)), np.stack(columns, 1)), 1)


def _fit(fits: Doubles, whose: Ints, number: int) -> tuple[Doubles, Doubles, Doubles]:
    """Of one role in each report: how well the worst place fits and the mean (1 where it has no place), and how many places it has."""
    sizes = np.bincount(whose, minlength=number).astype(float)
    weakest = np.ones(number)
    np.minimum.at(weakest, whose, fits)
    middle = np.bincount(whose, fits, number)
    return weakest, np.divide(middle, sizes, out=np.ones(number), where=sizes > 0), sizes


def anchors(cues: Floats) -> Ints:
    """The places to ask from: where the likelihood of a reporting word has a peak."""
    best = cues.max(1)
    left, right = np.append(0, best[:-1]), np.append(best[1:], 0)
    return np.flatnonzero((best >= LEAST) & (best >= left) & (best > right))


def asked(networks: Sequence[Network], views: Sequence[Seen], some: Ints) -> tuple[Floats, Floats]:
    """What the networks answer from these anchors, all in one mind: how each role fits each place of the windows (roles first), chances of
    no, outer, inner report."""
    answers = [n.around(v, some) for n, v in zip(networks, views, strict=True)]
    return mean([a[0] for a in answers]), mean([softmax(a[1]) for a in answers])


def threads(networks: Sequence[Network], views: Sequence[Seen]) -> Iterator[Thread]:
    """Ask from each anchor what its report would be."""
    cues = mean([v.cues for v in views])
    steps = mean([n.w["steps"] for n in networks])
    places = anchors(cues)
    for some in (places[i : i + AT_ONCE] for i in range(0, len(places), AT_ONCE)):
        answers = [asked(networks, views, few) for few in (some[i : i + FEW] for i in range(0, len(some), FEW))]
        e, verdicts = np.concatenate([a[0] for a in answers], 1), np.concatenate([a[1] for a in answers])
        own = windows(len(cues), some, networks[0].reach, networks[0].apart)
        yield from _threads(own, e, steps, verdicts, cues[some].max(1))


def _threads(own: Windows, e: Floats, steps: Floats, verdicts: Floats, cues: Floats) -> Iterator[Thread]:
    p = softmax(e, 0)
    roles = _roles(own, e, p, steps, verdicts)
    rows, columns = roles.nonzero()
    kinds = roles[rows, columns]
    places, fits = own.at[rows, columns] - GAP, p[kinds, rows, columns]
    cuts = np.searchsorted(rows, np.arange(len(roles) + 1)).tolist()
    anchor = (own.at[:, own.middle] - GAP).tolist()
    sure = np.column_stack((verdicts[:, 1:], cues)).tolist()
    for at, (a, b), (outer, inner, cue) in zip(anchor, pairwise(cuts), sure, strict=True):
        if a < b:
            yield Thread(at, places[a:b], kinds[a:b], outer, inner, cue, fits[a:b])


def _roles(own: Windows, e: Floats, p: Floats, steps: Floats, verdicts: Floats) -> Ints:
    """The role of each place of each window; none in windows where nothing was said."""
    open_ = (p[0] < CERTAIN) & (verdicts[:, :1] < HOPELESS)
    whose = np.flatnonzero(open_.any(1))
    size = open_.shape[1]
    begins = np.maximum(open_[whose].argmax(1) - 1, own.starts[whose]) + whose * size
    ends = np.minimum(size + 1 - open_[whose, ::-1].argmax(1), own.ends[whose]) + whose * size
    roles = paths(e.reshape(len(e), -1), steps, begins, ends).reshape(open_.shape)
    roles[~(roles == CONTENT).any(1)] = 0
    for k in parted(roles == SOURCE).tolist():
        one_source(roles[k], p[:, k])
    return roles


def parted(marked: npt.NDArray[np.bool_]) -> Ints:
    """The rows in which the marked places are not all beside each other."""
    return np.flatnonzero((marked[:, 1:] & ~marked[:, :-1]).sum(1) + marked[:, 0] > 1)


def one_source(roles: Ints, p: Floats) -> None:
    """Leave one source among the roles, in place, because who reports is named once: of several pieces the likeliest."""
    at = np.flatnonzero(roles == SOURCE)
    if len(at) and at[-1] - at[0] >= len(at):
        pieces = np.split(at, np.flatnonzero(np.diff(at) > BESIDE) + 1)
        best = max(pieces, key=lambda piece: float(p[SOURCE, piece].mean()))
        roles[at] = 0
        roles[best[0] : best[-1] + 1] = SOURCE


def distinct(found: Sequence[Thread]) -> list[Thread]:
    """The threads, surest first, without those that hang on the reporting words of a surer one, or give its speaker its content again."""
    kept: list[Thread] = []
    taken: set[int] = set()
    given: set[tuple[tuple[Stretch, ...], ...]] = set()
    for thread, pieces in sorted(zip(found, stretches(found), strict=True), key=lambda of: -(of[0].outer + of[0].inner)):
        cue = {thread.anchor, *chain.from_iterable(range(first, last + 1) for first, last in pieces[CUE])}
        told = tuple(pieces[SOURCE]), tuple(pieces[CONTENT])
        if not cue & taken and not (told in given and pieces[SOURCE]):
            kept.append(thread)
            taken |= cue
            given.add(told)
    return kept


def stretches(found: Sequence[Thread]) -> list[dict[int, list[Stretch]]]:
    """For each thread the first and the last place of every stretch of a role: places that follow each other make one."""
    out: list[dict[int, list[Stretch]]] = [{SOURCE: [], CUE: [], CONTENT: []} for _ in found]
    if not found:
        return out
    places, roles = (np.concatenate([getattr(t, part) for t in found]) for part in ("places", "roles"))
    whose = np.repeat(np.arange(len(found)), [len(t.places) for t in found])
    same = (np.diff(places) == 1) & (np.diff(roles) == 0) & (np.diff(whose) == 0)
    begins = np.flatnonzero(np.append(True, ~same))
    ends = np.append(begins[1:], len(places)) - 1
    for of, role, first, last in zip(*(a.tolist() for a in (whose[begins], roles[begins], places[begins], places[ends])), strict=True):
        out[of][role].append((first, last))
    return out


def spans(tokens: Sequence[Token], pieces: Sequence[Stretch]) -> tuple[Span, ...]:
    """Stretches of tokens as spans of the text."""
    return tuple(Span(tokens[first].start, tokens[last].stop) for first, last in pieces)
