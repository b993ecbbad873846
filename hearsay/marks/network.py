"""The tagger's network at work, in numpy: the same steps as `training/net.py`, with what depends on a word alone computed once a word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from hearsay.marks.features import Look
from hearsay.marks.layers import Floats, Layer, lot, normal, peaks, ramp
from hearsay.marks.paths import OTHER, Ints
from hearsay.marks.wordtypes import WordTypes

GAP = 24  # empty rows around an article, as in training
SHARED = np.array([[n >> k & 1 for k in range(4)] for n in range(16)], np.float32)  # paragraph, sentence, quotation; in another quotation


@dataclass(frozen=True, slots=True)
class Seen:
    """An article's tokens as vectors, `GAP` empty rows at both ends, and how much each looks like a reporting word (outer, inner).

    `near` is what each token brings to the second look, from whichever anchor.
    """

    x: Floats
    near: Floats
    cues: Floats
    paragraph: Ints
    sentence: Ints
    quote: Ints


@dataclass(frozen=True, slots=True)
class Windows:
    """The places around each anchor, a row for each: as far as the network reaches both ways, then empty ones before the next window.

    `at` is the token of each place, `between` tells the empty ones (those beyond the article's ends, too), `starts` and `ends` which places
    are tokens, `middle` is the anchor's.
    """

    at: Ints
    between: npt.NDArray[np.bool_]
    starts: Ints
    ends: Ints
    middle: int


def windows(tokens: int, anchors: Ints, reach: int, apart: int) -> Windows:
    """What lies within reach of each anchor among so many tokens (the gaps at both ends included), with so many empty places after it.

    All windows are of one size, so that sums, maxima and products go over plain blocks.
    """
    size = 2 * reach + 1
    starts, ends = np.maximum(0, GAP + reach - anchors), np.minimum(size, tokens - GAP + reach - anchors)
    step = np.arange(size + apart)
    between = (step < starts[:, None]) | (step >= ends[:, None])
    return Windows(anchors[:, None] + (step - reach), between, starts, ends, reach)


def sigmoid(x: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(x, -30, 30))), np.float32)


def softmax(x: Floats, axis: int = -1) -> Floats:
    e = np.exp(x - x.max(axis, keepdims=True))
    return np.asarray(e / e.sum(axis, keepdims=True), np.float32)


class Network:
    """Weights of one training run."""

    def __init__(self, weights: Mapping[str, Any], vectors: tuple[npt.NDArray[np.uint32], npt.NDArray[np.int8]]):
        self.w = {name: np.ascontiguousarray(array, np.float32) for name, array in weights.items() if array.dtype != np.int8}
        self.tables = {name: array for name, array in weights.items() if array.dtype == np.int8}
        self.keys, self.vectors = vectors
        self.vector_weight = self.w["vector.weight"] * np.float32(4 / 127)
        self.width = self.w["norm.weight"].shape[0]
        self.reach = self.w["distance.weight"].shape[0] // 2
        dilations = [int(d) for d in self.w["dilations"]]
        self.edge = max(dilations)
        self.first = self._layers("convolutions", "norms", dilations)
        self.spared = [max(0, GAP - sum(later.apart for later in self.first[k:])) for k in range(1, len(self.first) + 1)]
        self.second = self._layers("second", "second_norms", dilations[len(self.first) :])
        self.apart = max(layer.apart for layer in self.second)
        self.distance = np.pad(self.w["distance.weight"], ((0, self.apart), (0, 0)))
        self.norm = lot(self.w["norm.weight"]), lot(self.w["norm.bias"])
        self.shared = SHARED @ self.w["aspects.weight"][:4]
        self.nothing = self._project(np.zeros((1, 6), np.int64), np.zeros(1, np.int64), np.zeros(1, np.int64))[0]
        self.nothing = self.nothing + self.w["classes.bias"]

    def _layers(self, name: str, norm: str, dilations: Sequence[int]) -> list[Layer]:
        """The layers of this name, one after the other."""
        number = sum(n.startswith(f"{name}.") and n.endswith("weight") for n in self.w)
        parts = [[f"{part}.{k}.{kind}" for part in (name, norm) for kind in ("weight", "bias")] for k in range(number)]
        return [Layer.of(d, *(self.w[part] for part in of)) for d, of in zip(dilations, parts, strict=False)]

    def _table(self, name: str, rows: npt.NDArray[Any]) -> Floats:
        return self.tables[name][rows] * self.w[name + ".scale"]

    def _project(self, spellings: Ints, shapes: Ints, concepts: Ints) -> Floats:
        spelled = self._table("spelling.weight", spellings).sum(1) @ self.w["spelled.weight"]
        return np.asarray(spelled + self.w["shape.weight"][shapes] + self.w["concept.weight"][concepts], np.float32)

    def project(self, types: WordTypes, start: int) -> Floats:
        """What each word from number `start` on brings with it wherever it stands."""
        out = self._project(np.array(types.spellings[start:]), np.array(types.shapes[start:]), np.array(types.concepts[start:]))
        keys = np.array(types.keys[start:], np.uint32)
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        known = np.flatnonzero(self.keys[at] == keys)
        out[known] += self.vectors[at[known]].astype(np.float32) @ self.vector_weight
        out += np.array(types.classes[start:]) @ self.w["classes.weight"] + self.w["classes.bias"]
        return out

    def see(self, look: Look, projected: Floats) -> Seen:
        """The article's tokens as vectors; `projected` has a row for each word type."""
        w, n = self.w, len(look.numbers)
        x = self._look(look, projected)
        for layer, spared in zip(self.first, self.spared, strict=True):
            x = layer.over(x, self.edge + spared)  # rows of the gaps that no later layer brings to a token are left out
        x = x[self.edge : -self.edge]
        cues = sigmoid(x @ w["cues.weight"] + w["cues.bias"])
        cues[:GAP] = cues[GAP + n :] = 0
        edge = np.full(GAP, -1)
        paragraph, sentence = (np.concatenate((edge, a, edge)) for a in (look.paragraph, look.sentence))
        return Seen(x, self._near(x, cues), cues, paragraph, sentence, np.concatenate((edge * 0, look.quote, edge * 0)))

    def _near(self, x: Floats, cues: Floats) -> Floats:
        """What each token brings to the second look, with empty rows at both ends for the windows that reach beyond the article."""
        out = np.zeros((len(x) - 2 * GAP + 2 * self.reach + self.apart, self.w["near.weight"].shape[1]), np.float32)
        rows = out[self.reach - GAP :][: len(x)]
        np.matmul(x, self.w["near.weight"], out=rows)
        rows += cues @ self.w["aspects.weight"][4:]
        return out

    def _look(self, look: Look, projected: Floats) -> Floats:
        """Each token by itself, in its place, with the empty rows that the convolutions need at both ends."""
        w, n, before = self.w, len(look.numbers), self.edge + GAP
        x = np.zeros((n + 2 * before, self.width), np.float32)
        inner, own = x[self.edge : -self.edge], x[before : before + n]
        inner[:GAP] = inner[GAP + n :] = self.nothing
        np.take(projected, look.numbers, axis=0, out=own, mode="clip")
        own += look.places @ w["places.weight"]
        some = np.flatnonzero(look.phrases.any(1))
        if len(some):
            own[some] += look.phrases[some] @ w["classes.weight"]
        normal(inner, *self.norm)
        ramp(inner)
        return x

    def around(self, seen: Seen, anchors: Ints) -> tuple[Floats, Floats]:
        """From each anchor: how well each role fits each place of its window (roles first); the scores of no, outer and inner report."""
        own = windows(len(seen.x), anchors, self.reach, self.apart)
        shape = (*own.at.shape, -1)
        empty = np.flatnonzero(own.between)
        u = self._second_look(seen, anchors, own)
        rows = u[self.edge : -self.edge]
        rows[empty] = 0
        for layer in self.second:
            u = layer.over(u, self.edge)
            rows = u[self.edge : -self.edge]
            rows[empty] = 0
        e = self.w["emit.weight"].T @ rows.T
        e += self.w["emit.bias"][:, None]
        e[:, empty] = OTHER[:, None]
        e = e.reshape(len(OTHER), *own.at.shape)
        return e, self._verdicts(rows.reshape(shape), e, own.middle)

    def _second_look(self, seen: Seen, anchors: Ints, own: Windows) -> Floats:
        """Each token as it looks from the anchor; what depends on the anchor and on whether they share a sentence is made once for both."""
        w, width = self.w, seen.near.shape[1]
        u = np.zeros((own.at.size + 2 * self.edge, width), np.float32)
        rows = u[self.edge : -self.edge].reshape(*own.at.shape, width)
        for place, row in zip((anchors - GAP).tolist(), rows, strict=True):
            np.add(seen.near[place:][: len(row)], self.distance, out=row)
        anchored = seen.x[anchors] @ w["anchor.weight"] + (w["anchor.bias"] + w["near.bias"])
        kinds = anchored[:, None] + self.shared
        which = _shared(seen, own.at, anchors) + len(SHARED) * np.arange(len(anchors))[:, None]
        rows += np.take(kinds.reshape(-1, width), which, axis=0, mode="clip")
        ramp(u)
        return u

    def _verdicts(self, u: Floats, e: Floats, middle: int) -> Floats:
        p = softmax(e, 0)[1:]
        size = p.sum(2).T
        pooled = p.transpose(1, 0, 2) @ u
        pooled /= size[:, :, None] + np.float32(0.5)
        joined = np.concatenate((pooled.reshape(len(u), -1), u[:, middle], peaks(u), np.log1p(size)), 1)
        hidden = np.maximum(joined @ self.w["judge.weight"] + self.w["judge.bias"], 0)
        return np.asarray(hidden @ self.w["verdict.weight"] + self.w["verdict.bias"], np.float32)


def _shared(seen: Seen, at: Ints, anchors: Ints) -> Ints:
    """What each place has in common with its anchor, as a number of `SHARED`."""
    paragraph, sentence, quote = (np.take(a, at, mode="clip") for a in (seen.paragraph, seen.sentence, seen.quote))
    own = seen.quote[anchors][:, None]
    out = (paragraph == seen.paragraph[anchors][:, None]).astype(np.int64)
    out += 2 * (sentence == seen.sentence[anchors][:, None])
    same = quote == own
    out += 4 * (same & (own > 0))
    out += 8 * (~same & (quote > 0))
    return out


def mean(arrays: Sequence[Floats]) -> Floats:
    """The mean of several networks' opinions."""
    return arrays[0] if len(arrays) == 1 else np.asarray(sum(arrays) / len(arrays), np.float32)
