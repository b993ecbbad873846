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
FAR = -30.0


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
            y = self._slide(x, k)
            x += np.maximum(y, 0, out=y)
            normal(x, w[f"norms.{k}.weight"], w[f"norms.{k}.bias"])
        cues = sigmoid(x @ w["cues.weight"] + w["cues.bias"])
        cues[:GAP] = cues[GAP + n :] = 0
        edge = np.full(GAP, -1)
        paragraph, sentence = (np.concatenate((edge, a, edge)) for a in (look.paragraph, look.sentence))
        near = np.asarray(x @ w["near.weight"] + (w["near.bias"] + w["anchor.bias"]), np.float32)
        return Seen(x, near, cues, paragraph, sentence, np.concatenate((edge * 0, look.quote, edge * 0)))

    def _slide(self, x: Floats, k: int) -> Floats:
        d, n = self.dilations[k], len(x)
        wide = np.empty((n, 3 * self.width), np.float32)
        wide[:d, : self.width] = 0
        wide[d:, : self.width] = x[:-d]
        wide[:, self.width : 2 * self.width] = x
        wide[:-d, 2 * self.width :] = x[d:]
        wide[-d:, 2 * self.width :] = 0
        y: Floats = wide @ self.w[f"convolutions.{k}.weight"]
        y += self.w[f"convolutions.{k}.bias"]
        return y

    def around(self, seen: Seen, anchors: Ints, cues: Floats) -> tuple[Floats, Floats]:
        """From each anchor: how well each role fits each token near it, and the scores of no, outer and inner report."""
        w = self.w
        at = anchors[:, None] + np.arange(-self.reach, self.reach + 1)
        real = (at >= 0) & (at < len(seen.x))
        at = np.clip(at, 0, len(seen.x) - 1)
        real &= seen.paragraph[at] >= 0
        u = seen.near[at]
        u += (seen.x[anchors] @ w["anchor.weight"])[:, None]
        u += w["distance.weight"]
        u += _aspects(seen, at, anchors, cues) @ w["aspects.weight"]
        np.maximum(u, 0, out=u)
        u *= real[..., None]
        for k in range(self.second):
            y = self._slide_near(u, k)
            u += np.maximum(y, 0, out=y)
            normal(u, w[f"second_norms.{k}.weight"], w[f"second_norms.{k}.bias"])
            u *= real[..., None]
        e: Floats = np.asarray(u @ w["emit.weight"] + w["emit.bias"], np.float32)
        e[~real] = (0, FAR, FAR, FAR)
        return e, self._verdicts(u, e)

    def _slide_near(self, u: Floats, k: int) -> Floats:
        d, size = self.dilations[self.depth + k], u.shape[-1]
        wide = np.empty((*u.shape[:2], 3 * size), np.float32)
        wide[:, :d, :size] = 0
        wide[:, d:, :size] = u[:, :-d]
        wide[:, :, size : 2 * size] = u
        wide[:, :-d, 2 * size :] = u[:, d:]
        wide[:, -d:, 2 * size :] = 0
        y: Floats = wide.reshape(-1, 3 * size) @ self.w[f"second.{k}.weight"]
        y += self.w[f"second.{k}.bias"]
        return y.reshape(u.shape)

    def _verdicts(self, u: Floats, e: Floats) -> Floats:
        p = softmax(e)[..., 1:]
        size = p.sum(1)
        pooled = np.matmul(p.transpose(0, 2, 1), u) / (size[..., None] + 0.5)
        joined = np.concatenate((pooled.reshape(len(u), -1), u[:, self.reach], u.max(1), np.log1p(size)), 1)
        hidden = np.maximum(joined @ self.w["judge.weight"] + self.w["judge.bias"], 0)
        return np.asarray(hidden @ self.w["verdict.weight"] + self.w["verdict.bias"], np.float32)


def _aspects(seen: Seen, at: Ints, anchors: Ints, cues: Floats) -> Floats:
    quote, own = seen.quote[at], seen.quote[anchors][:, None]
    parts = (
        seen.paragraph[at] == seen.paragraph[anchors][:, None],
        seen.sentence[at] == seen.sentence[anchors][:, None],
        (quote == own) & (own > 0),
        (quote != own) & (quote > 0),
        cues[at][..., 0],
        cues[at][..., 1],
    )
    return np.stack([np.asarray(p, np.float32) for p in parts], -1)


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


def paths(e: Floats, steps: Floats, doubt: npt.NDArray[np.bool_], lot: int = 24) -> Ints:
    """The same, but only where there is doubt about a place: what lies before its row's first doubt and after its last is "other" (0)."""
    rows, places, _ = e.shape
    first = np.maximum(doubt.argmax(1) - 1, 0)
    length = np.minimum(places - doubt[:, ::-1].argmax(1) + 1, places) - first
    out = np.zeros((rows, places), np.int64)
    order = np.argsort(length)
    for start in range(0, rows, lot):
        some = order[start : start + lot]
        longest = int(length[some[-1]])
        shifted = np.minimum(first[some], places - longest)
        at = shifted[:, None] + np.arange(longest)
        out[some[:, None], at] = best_paths(e[some[:, None], at], steps)
    return out


def mean(arrays: Sequence[Floats]) -> Floats:
    """The mean of several networks' opinions."""
    return arrays[0] if len(arrays) == 1 else np.asarray(sum(arrays) / len(arrays), np.float32)
