"""The tagger's network at work, in numpy: the same steps as `training/net.py`, with what depends on a word alone computed once a word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from hearsay.marks.features import Look
from hearsay.marks.wordtypes import WordTypes

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
GAP = 24  # empty rows around an article, as in training
EPSILON = 1e-5
SHARED = np.array([[n >> k & 1 for k in range(4)] for n in range(16)], np.float32)  # paragraph, sentence, quotation; in another quotation
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


@cache
def _mean(width: int) -> Floats:
    """What rows of this width are multiplied by to have their means."""
    return np.full((width, 1), 1 / width, np.float32)


def normal(x: Floats, weight: Floats, bias: Floats) -> Floats:
    """Layer normalisation of rows, in place. The mean is a matrix product because numpy's own is slow along short rows."""
    width = x.shape[1]
    x -= x @ _mean(width)
    spread = np.einsum("nd,nd->n", x, x)
    spread /= np.float32(width)
    spread += np.float32(EPSILON)
    x /= np.sqrt(spread, out=spread)[:, None]
    x *= weight
    x += bias
    return x


@dataclass(frozen=True, slots=True)
class Layer:
    """A convolution over three rows that stand `apart` rows from each other, added to what there was, and normalised."""

    apart: int
    weight: Floats
    bias: Floats
    scale: Floats
    shift: Floats

    def over(self, x: Floats, edge: int) -> Floats:
        """What the layer makes of these rows, of which `edge` at either end are empty and stay so."""
        out = np.empty_like(x)
        out[:edge] = out[-edge:] = 0
        inner = slide(x, edge, self.apart, self.weight, out[edge:-edge])
        inner += self.bias
        np.maximum(inner, 0, out=inner)
        inner += x[edge:-edge]
        normal(inner, self.scale, self.shift)
        return out


def slide(x: Floats, edge: int, apart: int, weight: Floats, out: Floats) -> Floats:
    """A convolution over three rows that stand apart, without the edges; three products, since to lay the rows side by side costs more."""
    n, width = out.shape
    parts = weight.reshape(3, width, width)
    np.matmul(x[edge - apart :][:n], parts[0], out=out)
    other = np.empty_like(out)
    for k in (1, 2):
        out += np.matmul(x[edge + (k - 1) * apart :][:n], parts[k], out=other)
    return out


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
        self.second = self._layers("second", "second_norms", dilations[len(self.first) :])
        self.apart = max(layer.apart for layer in self.second)
        self.shared = SHARED @ self.w["aspects.weight"][:4]
        self.nothing = self._project(np.zeros((1, 6), np.int64), np.zeros(1, np.int64), np.zeros(1, np.int64))[0]
        self.nothing = self.nothing + self.w["classes.bias"]

    def _layers(self, name: str, norm: str, dilations: Sequence[int]) -> list[Layer]:
        """The layers of this name, one after the other."""
        number = sum(n.startswith(f"{name}.") and n.endswith("weight") for n in self.w)
        parts = [[f"{part}.{k}.{kind}" for part in (name, norm) for kind in ("weight", "bias")] for k in range(number)]
        return [Layer(d, *(self.w[part] for part in of)) for d, of in zip(dilations, parts, strict=False)]

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
        for layer in self.first:
            x = layer.over(x, self.edge)
        x = x[self.edge : -self.edge]
        cues = sigmoid(x @ w["cues.weight"] + w["cues.bias"])
        cues[:GAP] = cues[GAP + n :] = 0
        edge = np.full(GAP, -1)
        paragraph, sentence = (np.concatenate((edge, a, edge)) for a in (look.paragraph, look.sentence))
        near = np.asarray(x @ w["near.weight"] + cues @ w["aspects.weight"][4:], np.float32)
        return Seen(x, near, cues, paragraph, sentence, np.concatenate((edge * 0, look.quote, edge * 0)))

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
        np.maximum(normal(inner, w["norm.weight"], w["norm.bias"]), 0, out=inner)
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
        e = np.ascontiguousarray((rows @ self.w["emit.weight"] + self.w["emit.bias"]).T)
        e[:, empty] = OTHER[:, None]
        e = e.reshape(len(OTHER), *own.at.shape)
        return e, self._verdicts(rows.reshape(shape), e, own.middle)

    def _second_look(self, seen: Seen, anchors: Ints, own: Windows) -> Floats:
        """Each token as it looks from the anchor; what depends on the anchor and on whether they share a sentence is made once for both."""
        w, width = self.w, seen.near.shape[1]
        u = np.zeros((own.at.size + 2 * self.edge, width), np.float32)
        rows = u[self.edge : -self.edge].reshape(*own.at.shape, width)
        np.take(seen.near, own.at, axis=0, out=rows, mode="clip")
        anchored = seen.x[anchors] @ w["anchor.weight"] + (w["anchor.bias"] + w["near.bias"])
        kinds = anchored[:, None] + self.shared
        which = _shared(seen, own.at, anchors) + len(SHARED) * np.arange(len(anchors))[:, None]
        rows += np.take(kinds.reshape(-1, width), which, axis=0, mode="clip")
        rows[:, : len(w["distance.weight"])] += w["distance.weight"]
        np.maximum(rows, 0, out=rows)
        return u

    def _verdicts(self, u: Floats, e: Floats, middle: int) -> Floats:
        p = softmax(e, 0)[1:]
        size = p.sum(2).T
        pooled = p.transpose(1, 0, 2) @ u
        pooled /= size[:, :, None] + np.float32(0.5)
        joined = np.concatenate((pooled.reshape(len(u), -1), u[:, middle], u.max(1), np.log1p(size)), 1)
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


def best_paths(e: Floats, steps: Floats) -> Ints:
    """The likeliest roles along each row, given how well each fits (places, roles, rows) and how well each follows another (Viterbi).

    What a place adds is made for all places at once, and so is which role came before each, so that little is asked place by place.
    """
    places, _, rows = e.shape
    reached = e[1:, None] + steps[:, :, None]
    score = np.array(e, order="C")
    for before, here, best in zip(score, reached, score[1:], strict=False):
        here += before[:, None]
        np.maximum.reduce(here, out=best)
    path = np.empty((places, rows), np.int64)
    every = np.arange(rows)
    path[-1] = score[-1].argmax(0) * rows + every
    back = _first_equal(reached, score[1:]) * rows + every
    for i in range(places - 1, 0, -1):
        np.take(back[i - 1], path[i], out=path[i - 1], mode="clip")
    path //= rows
    return path


def _first_equal(reached: Floats, best: Floats) -> Ints:
    """Which role's way reaches each place best, the first of equals; numpy's own argmax is slow along so few."""
    out = np.full(best.shape, reached.shape[1] - 1)
    for k in range(reached.shape[1] - 2, -1, -1):
        out[reached[:, k] == best] = k
    return out


def paths(e: Floats, steps: Floats, begins: Ints, ends: Ints, lot: int = 128) -> list[Ints]:
    """The likeliest roles along each stretch of places, begin to end; stretches of like length are asked together."""
    out: list[Ints] = [np.zeros(0, np.int64)] * len(begins)
    lengths = ends - begins
    order = np.argsort(lengths)
    for some in (order[i : i + lot] for i in range(0, len(order), lot)):
        on = np.arange(lengths[some[-1]])[:, None]
        own = np.take(e, begins[some] + on, axis=1, mode="clip")
        own = np.where(on < lengths[some], own, OTHER[:, None, None]).swapaxes(0, 1)
        for k, path in zip(some, best_paths(own, steps).T, strict=True):
            out[k] = path[: lengths[k]]
    return out


def mean(arrays: Sequence[Floats]) -> Floats:
    """The mean of several networks' opinions."""
    return arrays[0] if len(arrays) == 1 else np.asarray(sum(arrays) / len(arrays), np.float32)
