"""Measure how often proposals are right on held-out training articles and own sentences (fold 0), and add that scale to a weights file.

    python training/calibrate.py ../shared/gold WEIGHTS.npz

A proposal is right if its content meets that of a gold report of its level (intersection over union at least one half) and their sources
share a character or are both empty; each gold report counts once. The networks in the file must not have seen fold 0.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cases
import numpy as np
import torch
from torch.nn import functional

from examples import fold_of, headline, paragraphs
from hearsay.language import known
from hearsay.language import load as language
from hearsay.marks import tagger
from hearsay.marks.weave import CONTENT, SOURCE, Thread, distinct, spans, stretches
from hearsay.text import Token

Pieces = set[int]
WEIGHTS = {"polnear_train": 1.0, "slavic_train": 3.0}  # what a proposal in each counts
OWN = 0.5


def letters(pieces: Any) -> Pieces:
    return {i for s, e in pieces for i in range(s, e)}


def right(found: list[Thread], tokens: list[Token], gold: list[dict[str, Any]]) -> list[bool]:
    """Whether each thread is right, the surest asked first."""
    open_gold = [(bool(g.get("inside")), letters(g["source"]), letters(g["content"])) for g in gold if g["content"]]
    out = []
    for t, pieces in zip(found, stretches(found), strict=True):
        source, content = (letters(spans(tokens, pieces[role])) for role in (SOURCE, CONTENT))
        fits = [
            (len(content & c) / len(content | c), k)
            for k, (inner, s, c) in enumerate(open_gold)
            if inner == (t.inner > t.outer) and (s & source or not (s or source))
        ]
        best, k = max(fits, default=(0.0, 0))
        out.append(best >= 0.5)
        if best >= 0.5:
            del open_gold[k]
    return out


def held_out(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if fold_of(record["id"]) == 0:
                yield record


def own_sentences() -> Iterator[dict[str, Any]]:
    """The language folders' sentences that are held out, each an article by itself."""
    for code in known():
        if language(code).options.get("taught", True):
            yield from (record | {"lang": code} for record in cases.records(cases.sentences(language(code), held_out=True)))


def gather(made: tagger.Tagger, gold: Path) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Evidence, verdict and weight of each proposal; what lies inside a report where inner ones are not marked is left out."""
    rows, verdicts, weights = [], [], []
    articles = [(r, w) for name, w in WEIGHTS.items() for r in held_out(gold / f"{name}.jsonl")] + [(r, OWN) for r in own_sentences()]
    for record, weight in articles:
        spans_ = paragraphs(record["text"])
        seen, found = made.weave(record["text"], spans_, language(record["lang"]), headline(record, spans_))
        kept = [t for t in distinct(found) if "annotator" not in record or t.outer >= t.inner]
        for t, good in zip(kept, right(kept, seen.tokens, record["attributions"]), strict=True):
            rows.append(t.evidence())
            verdicts.append(good)
            weights.append(weight)
    return np.array(rows, np.float32), np.array(verdicts, np.float32), np.array(weights, np.float32)


def fit(x: np.ndarray, y: np.ndarray, weight: np.ndarray, hidden: int = 12, seed: int = 0) -> dict[str, np.ndarray]:
    """A small network from evidence to chance, by weighted log loss; steps and weight decay chosen by cross-validation over articles."""
    torch.manual_seed(seed)
    mean, spread = x.mean(0), x.std(0) + 1e-3
    inputs, target, w = (torch.from_numpy(a) for a in ((x - mean) / spread, y, weight))
    first, last = torch.nn.Linear(x.shape[1], hidden), torch.nn.Linear(hidden, 1)
    parameters = [*first.parameters(), *last.parameters()]
    optimiser = torch.optim.AdamW(parameters, lr=0.01, weight_decay=1.0)
    for _ in range(200):
        loss = functional.binary_cross_entropy_with_logits(last(torch.relu(first(inputs)))[:, 0], target, w)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    parts = (first.weight.T, first.bias, last.weight.T, last.bias)
    names = ("first", "first bias", "last", "last bias")
    return {"mean": mean, "spread": spread} | {n: p.detach().numpy() for n, p in zip(names, parts, strict=True)}


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("gold", type=Path)
    ap.add_argument("weights", type=Path)
    a = ap.parse_args()
    made = tagger.load(str(a.weights))
    x, y, weight = gather(made, a.gold)
    scale = fit(x, y, weight)
    with np.load(a.weights) as stored:
        arrays = {k: v for k, v in stored.items() if not k.startswith("confidence/")}
    np.savez_compressed(a.weights, **arrays, **{f"confidence/{k}": v.astype(np.float32) for k, v in scale.items()})
    print(len(y), "proposals, of them right", int(y.sum()))


if __name__ == "__main__":
    main()
