"""The tagger's network at work, in numpy: the same steps as `training/net.py`, with what depends on a word alone computed once a word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from hearsay.marks.features import Look
from hearsay.marks.wordtypes import WordTypes

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
GAP = 24  # empty rows around an article, as in training
EPSILON = 1e-5
OTHER = np.array((0.0, -30.0, -30.0, -30.0), np.float32)  # what no report can reach


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
    """The tokens around each anchor, window after window with empty rows between.

    `at` is the token of each row (between windows the anchor), `anchor` which anchor it is for, `between` the empty rows; of each window
    `starts` is its first row, `middle` the anchor's row, `sizes` how many tokens it holds.
    """

    at: Ints
    anchor: Ints
    between: npt.NDArray[np.bool_]
    starts: Ints
    middle: Ints
    sizes: Ints


def windows(tokens: int, anchors: Ints, reach: int, apart: int) -> Windows:
    """What lies within reach of each anchor among so many tokens (the gaps at both ends included), with so many empty rows between."""
    first, last = np.maximum(GAP, anchors - reach), np.minimum(tokens - GAP, anchors + reach + 1)
    sizes = last - first
    starts = np.cumsum(sizes + apart) - sizes - apart
    anchor = np.repeat(np.arange(len(anchors)), sizes + apart)
    step = np.arange(len(anchor)) - starts[anchor]
    between = step >= sizes[anchor]
    return Windows(np.where(between, anchors[anchor], first[anchor] + step), anchor, between, starts, starts + anchors - first, sizes)


def sigmoid(x: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(x, -30, 30))), np.float32)


def softmax(x: Floats) -> Floats:
    e = np.exp(x - x.max(-1, keepdims=True))
    return np.asarray(e / e.sum(-1, keepdims=True), np.float32)


def normal(x: Floats, weight: Floats, bias: Floats) -> Floats:
    """Layer normalisation, in place. The mean is a matrix product because numpy's own is slow along short rows."""
    rows = x.reshape(-1, x.shape[-1])
    rows -= rows @ np.full((x.shape[-1], 1), 1 / x.shape[-1], np.float32)
    scale = np.einsum("nd,nd->n", rows, rows) / np.float32(x.shape[-1])
    rows *= (1 / np.sqrt(scale + EPSILON)).astype(np.float32)[:, None]
    rows *= weight
    rows += bias
    return x


class Network:
    """Weights of one training run."""

    def __init__(self, weights: Mapping[str, Any], vectors: tuple[npt.NDArray[np.uint32], npt.NDArray[np.int8]]):
        self.w = {name: np.ascontiguousarray(array, np.float32) for name, array in weights.items() if array.dtype != np.int8}
        self.tables = {name: array for name, array in weights.items() if array.dtype == np.int8}
        self.keys, self.vectors = vectors
        self.vector_weight = self.w["vector.weight"] * np.float32(4 / 127)
        self.width = self.w["norm.weight"].shape[0]
        self.reach = self.w["distance.weight"].shape[0] // 2
        self.depth = sum(name.startswith("convolutions.") and name.endswith("weight") for name in self.w)
        self.second = sum(name.startswith("second.") and name.endswith("weight") for name in self.w)
        self.dilations = [int(d) for d in self.w["dilations"]]
        self.apart = max(self.dilations[self.depth :])
        self.nothing = self._project(np.zeros((1, 6), np.int64), np.zeros(1, np.int64), np.zeros(1, np.int64))[0]
        self.nothing = self.nothing + self.w["classes.bias"]

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
        x = np.empty((n + 2 * GAP, self.width), np.float32)
        x[:GAP] = x[GAP + n :] = self.nothing
        x[GAP : GAP + n] = projected[look.numbers] + look.places @ w["places.weight"]
        some = np.flatnonzero(look.phrases.any(1))
        if len(some):
            x[GAP + some] += look.phrases[some] @ w["classes.weight"]
        x = np.maximum(normal(x, w["norm.weight"], w["norm.bias"]), 0)
        for k in range(self.depth):
            y = slide(x, self.dilations[k], w[f"convolutions.{k}.weight"], w[f"convolutions.{k}.bias"])
            x += np.maximum(y, 0, out=y)
            normal(x, w[f"norms.{k}.weight"], w[f"norms.{k}.bias"])
        cues = sigmoid(x @ w["cues.weight"] + w["cues.bias"])
        cues[:GAP] = cues[GAP + n :] = 0
        edge = np.full(GAP, -1)
        paragraph, sentence = (np.concatenate((edge, a, edge)) for a in (look.paragraph, look.sentence))
        near = np.asarray(x @ w["near.weight"] + (w["near.bias"] + w["anchor.bias"]), np.float32)
        return Seen(x, near, cues, paragraph, sentence, np.concatenate((edge * 0, look.quote, edge * 0)))

    def around(self, seen: Seen, anchors: Ints) -> tuple[Windows, Floats, Floats]:
        """From each anchor: its window, how well each role fits each token in it, and the scores of no, outer and inner report."""
        w = self.w
        own = windows(len(seen.x), anchors, self.reach, self.apart)
        at, whose = own.at, own.anchor
        u = seen.near[at]
        u += (seen.x[anchors] @ w["anchor.weight"])[whose]
        u += w["distance.weight"][at - anchors[whose] + self.reach]
        u += _aspects(seen, at, anchors[whose]) @ w["aspects.weight"]
        np.maximum(u, 0, out=u)
        u[own.between] = 0
        for k in range(self.second):
            y = slide(u, self.dilations[self.depth + k], w[f"second.{k}.weight"], w[f"second.{k}.bias"])
            u += np.maximum(y, 0, out=y)
            normal(u, w[f"second_norms.{k}.weight"], w[f"second_norms.{k}.bias"])
            u[own.between] = 0
        e: Floats = np.asarray(u @ w["emit.weight"] + w["emit.bias"], np.float32)
        e[own.between] = OTHER
        return own, e, self._verdicts(own, u, e)

    def _verdicts(self, own: Windows, u: Floats, e: Floats) -> Floats:
        p = softmax(e)[:, 1:]
        size = np.add.reduceat(p, own.starts, axis=0)
        weighed = (p[:, :, None] * u[:, None, :]).reshape(len(u), -1)
        pooled = np.add.reduceat(weighed, own.starts, axis=0) / np.repeat(size + 0.5, u.shape[1], axis=1)
        joined = np.concatenate((pooled, u[own.middle], np.maximum.reduceat(u, own.starts, axis=0), np.log1p(size)), 1)
        hidden = np.maximum(joined @ self.w["judge.weight"] + self.w["judge.bias"], 0)
        return np.asarray(hidden @ self.w["verdict.weight"] + self.w["verdict.bias"], np.float32)


def slide(x: Floats, d: int, weight: Floats, bias: Floats) -> Floats:
    """A convolution over three rows that stand d apart, as one matrix product."""
    n, width = x.shape
    wide = np.empty((n, 3 * width), np.float32)
    wide[:d, :width] = 0
    wide[d:, :width] = x[:-d]
    wide[:, width : 2 * width] = x
    wide[:-d, 2 * width :] = x[d:]
    wide[-d:, 2 * width :] = 0
    y: Floats = wide @ weight
    y += bias
    return y


def _aspects(seen: Seen, at: Ints, anchors: Ints) -> Floats:
    quote, own = seen.quote[at], seen.quote[anchors]
    out = np.empty((len(at), 6), np.float32)
    out[:, 0] = seen.paragraph[at] == seen.paragraph[anchors]
    out[:, 1] = seen.sentence[at] == seen.sentence[anchors]
    out[:, 2] = (quote == own) & (own > 0)
    out[:, 3] = (quote != own) & (quote > 0)
    out[:, 4:] = seen.cues[at]
    return out


def best_paths(e: Floats, steps: Floats) -> Ints:
    """The likeliest roles along each row, given how well each fits (rows, places, roles) and how well each follows another (Viterbi)."""
    rows, places, roles = e.shape
    back = np.zeros((places, rows, roles), np.int64)
    score = e[:, 0]
    following = np.ascontiguousarray(steps.T)
    for i in range(1, places):
        reached = score[:, None, :] + following
        back[i] = reached.argmax(2)
        score = reached.max(2) + e[:, i]
    path = np.zeros((rows, places), np.int64)
    path[:, -1] = score.argmax(1)
    every = np.arange(rows)
    for i in range(places - 1, 0, -1):
        path[:, i - 1] = back[i, every, path[:, i]]
    return path


def paths(e: Floats, steps: Floats, begins: Ints, ends: Ints, lot: int = 24) -> list[Ints]:
    """The likeliest roles along each stretch of rows, begin to end; stretches of like length are asked together."""
    out: list[Ints] = [np.zeros(0, np.int64)] * len(begins)
    lengths = ends - begins
    order = np.argsort(lengths)
    for some in (order[i : i + lot] for i in range(0, len(order), lot)):
        steps_on = np.arange(lengths[some[-1]])
        own = e[np.minimum(begins[some, None] + steps_on, len(e) - 1)]
        own[steps_on >= lengths[some, None]] = OTHER
        for k, path in zip(some, best_paths(own, steps), strict=True):
            out[k] = path[: lengths[k]]
    return out


def mean(arrays: Sequence[Floats]) -> Floats:
    """The mean of several networks' opinions."""
    return arrays[0] if len(arrays) == 1 else np.asarray(sum(arrays) / len(arrays), np.float32)
