"""Train the net that scores a page's blocks (hearsay/articles/weights/clean.npz), and measure it by five-fold cross-validation.

    python training/clean.py PAGES.jsonl[.gz] [--cross-validate] [--out hearsay/articles/weights/clean.npz]

A line of PAGES has `id`, `text` (and `text_broken_lines`) and either `gold`, the true body, or `with` and `without`, segments that must and
must not be in it. Needs PyTorch (the extra `train`). Cross-validation reads each page by nets that were not trained on it, all the way from
text to articles; prints how right the bodies are, with the standard error over pages; and writes them to `--predictions`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import measure
import numpy as np
import numpy.typing as npt
import torch
from measure import SHINGLE, TOKEN
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits

from hearsay import articles, pages
from hearsay.articles import score
from hearsay.articles.blocks import Block
from hearsay.articles.clean import measured
from hearsay.articles.features import NAMES
from hearsay.articles.phrases import phrases
from hearsay.articles.score import FARTHEST, REACH, STEPS
from hearsay.language import Languages

LANGUAGES = Languages()
CLUTTER = phrases("clutter", LANGUAGES)
KEYS = ("text", "text_broken_lines")
FOLDS, NETS, EPOCHS, BATCH = 5, 3, 12, 16
WIDE = 24
AROUND = 25
"""Blocks around one of which something is known that a net is shown; far from any a page teaches nothing."""
Vector = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]


@dataclass
class Example:
    """A stretch of one text: the features of its blocks, what is known of each (-1 where nothing is), and how much that weighs."""

    id: str
    rows: Vector
    labels: Vector
    words: Vector
    full: bool

    @property
    def weights(self) -> Vector:
        """Every fully known page weighs the same, its blocks by their words; a segment weighs up to a tenth of a page."""
        weights = np.where(self.labels >= 0, self.words + 4, 0)
        return weights / weights.sum() if self.full else np.minimum(weights, 40) / 400


def read(path: Path) -> list[dict]:
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        return list(map(json.loads, lines))


def examples(line: dict) -> Iterator[Example]:
    """The stretches of a page of which something is known."""
    for key in KEYS:
        if key in line:
            found, rows = measured(line[key], CLUTTER)
            labels = whole_labels(found, line["gold"]) if "gold" in line else segment_labels(found, line)
            words = np.array([len(TOKEN.findall(block.text)) for block in found], np.float32)
            for part in stretches(labels >= 0):
                yield Example(line["id"], rows[part], labels[part], words[part], "gold" in line)


def stretches(known: Bools) -> Iterator[slice]:
    """The parts of a page that lie near a block of which something is known."""
    near = np.convolve(known, np.ones(2 * AROUND + 1), "same") > 0
    edges = np.flatnonzero(np.diff(near, prepend=False, append=False))
    for start, stop in edges.reshape(-1, 2):
        yield slice(start, stop)


# ------------------------------------------------------------------ what is known of each block


def whole_labels(found: Sequence[Block], gold: str) -> Vector:
    """The share of a block's shingles that the true body has; blocks too short for one count as body between blocks that are."""
    words = TOKEN.findall(gold)
    grams = {tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}
    joined = f" {' '.join(words)} "
    shares = [_share(TOKEN.findall(block.text), grams, joined) for block in found]
    return np.array([_settled(shares, i) for i in range(len(shares))], np.float32)


def _share(words: list[str], grams: set[tuple[str, ...]], joined: str) -> float | None:
    if len(words) >= SHINGLE:
        own = [tuple(words[i : i + SHINGLE]) in grams for i in range(len(words) - SHINGLE + 1)]
        return sum(own) / len(own)
    return None if words and f" {' '.join(words)} " in joined else 0.0


def _settled(shares: Sequence[float | None], i: int) -> float:
    known = shares[i]
    if known is not None:
        return known
    before, after = shares[max(0, i - 3) : i], shares[i + 1 : i + 4]
    return float(any(s is not None and s > 0.5 for s in before) and any(s is not None and s > 0.5 for s in after))


def segment_labels(found: Sequence[Block], line: dict) -> Vector:
    """1 for blocks that hold a segment that must be there, 0 for those of one that must not, -1 for the rest."""
    joined = [f" {' '.join(TOKEN.findall(block.text))} " for block in found]
    labels = np.full(len(found), -1, np.float32)
    for key, value in (("without", 0.0), ("with", 1.0)):
        for segment in line[key]:
            wanted = f" {' '.join(TOKEN.findall(segment))} "
            hits = [i for i, text in enumerate(joined) if wanted in text] or [i for i, text in enumerate(joined) if _part(text, wanted)]
            for i in hits:
                labels[i] = value
    return labels


def _part(text: str, wanted: str) -> bool:
    return text.count(" ") > SHINGLE and text in wanted


# ------------------------------------------------------------------ the net


class Net(nn.Module):
    """What `hearsay.articles.score` runs, for one page or for some laid end to end; `mask` is 0 on the empty rows between them."""

    def __init__(self, width: int):
        super().__init__()
        self.enter, self.leave = nn.Linear(width, WIDE), nn.Linear(WIDE, 1)
        self.around = nn.ModuleList(nn.Conv1d(WIDE, WIDE, 2 * REACH + 1, padding=REACH * step, dilation=step) for step in STEPS)
        self.drop = nn.Dropout(0.25)

    def forward(self, rows: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        hidden = self.drop(torch.relu(self.enter(rows))).T * mask
        for layer in self.around:
            hidden = (hidden + self.drop(torch.relu(layer(hidden)))) * mask
        return self.leave(hidden.T)[:, 0]


class Batch:
    """Some examples laid end to end, parted by empty rows."""

    def __init__(self, some: Sequence[Example], mean: Vector, spread: Vector):
        apart = [(0, REACH * max(STEPS))]

        def laid(arrays: Sequence[Vector], fill: float = 0) -> torch.Tensor:
            padded = [np.pad(a, apart + [(0, 0)] * (a.ndim - 1), constant_values=fill) for a in arrays]
            return torch.tensor(np.concatenate(padded).astype(np.float32))

        self.rows = laid([np.clip((e.rows - mean) / spread, -FARTHEST, FARTHEST) for e in some])
        self.mask = laid([np.ones(len(e.labels)) for e in some])
        self.labels = laid([e.labels for e in some], -1)
        self.weights = laid([e.weights for e in some])
        self.full = laid([np.full(len(e.labels), e.full) for e in some])
        self.page = laid([np.full(len(e.labels), n) for n, e in enumerate(some)]).long()
        self.count = len(some)

    def loss(self, scores: torch.Tensor) -> torch.Tensor:
        """How unlikely the labels are, and for fully known pages the share of the union of body and found body that is not in both."""
        labels, known = self.labels.clamp(min=0), self.labels >= 0
        unlikely = binary_cross_entropy_with_logits(scores, labels, reduction="none") * self.weights
        found, weights = torch.sigmoid(scores), self.weights * self.full * known
        both, either = self._summed(weights * found * labels), self._summed(weights * (found + labels - found * labels))
        full = either > 0
        return (unlikely.sum() + (1 - both[full] / either[full]).sum()) / self.count

    def _summed(self, values: torch.Tensor) -> torch.Tensor:
        return torch.zeros(self.count).index_add(0, self.page, values)


def train(some: Sequence[Example], mean: Vector, spread: Vector, seed: int) -> Net:
    torch.manual_seed(seed)
    order, net = random.Random(seed), Net(len(mean))
    optimiser = torch.optim.AdamW(net.parameters(), lr=6e-3, weight_decay=0.03)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 6e-3, total_steps=EPOCHS * -(-len(some) // BATCH))
    for _ in range(EPOCHS):
        shuffled = order.sample(some, len(some))
        for start in range(0, len(some), BATCH):
            batch = Batch(shuffled[start : start + BATCH], mean, spread)
            optimiser.zero_grad()
            batch.loss(net(batch.rows + 0.1 * torch.randn_like(batch.rows) * batch.mask[:, None], batch.mask)).backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1)
            optimiser.step()
            schedule.step()
    return net.eval()


def fit(some: Sequence[Example], out: Path) -> None:
    """Train all nets and store them."""
    rows = np.concatenate([e.rows for e in some])
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-3
    store([train(some, mean, spread, seed) for seed in range(NETS)], mean, spread, out)


def store(nets: Sequence[Net], mean: Vector, spread: Vector, out: Path) -> None:
    """One matrix a layer with all nets in it; one that looks around has its places one under the other."""
    layers = {"enter.w": [n.enter.weight.T for n in nets], "enter.b": [n.enter.bias[None] for n in nets]}
    for number, step in enumerate(STEPS):
        layers[f"around{step}.w"] = [n.around[number].weight.permute(2, 1, 0).reshape(-1, WIDE) for n in nets]
        layers[f"around{step}.b"] = [n.around[number].bias[None] for n in nets]
    layers |= {"leave.w": [n.leave.weight.T for n in nets], "leave.b": [n.leave.bias[None] for n in nets]}
    stacked = {name: torch.stack(parts).detach().numpy().astype(np.float16) for name, parts in layers.items()}
    np.savez_compressed(out, allow_pickle=False, mean=mean, spread=spread, **stacked)


# ------------------------------------------------------------------ cross-validation


def cross_validate(lines: Sequence[dict], out: Path) -> None:
    """Bodies for each page by nets that have not seen it; folds hold whole pages, shuffled once with a fixed seed."""
    ids = sorted({line["id"] for line in lines})
    random.Random(1).shuffle(ids)
    fold = {id: n % FOLDS for n, id in enumerate(ids)}
    known = [example for line in lines for example in examples(line)]
    found: dict[str, dict[str, str]] = {key: {} for key in KEYS}
    for k in range(FOLDS):
        with tempfile.NamedTemporaryFile(suffix=".npz") as weights:
            fit([e for e in known if fold[e.id] != k], Path(weights.name))
            use(Path(weights.name))
            for line, key in ((line, key) for line in lines if fold[line["id"]] == k for key in KEYS if key in line):
                found[key][line["id"]] = found_body(line["id"], line[key])
        print(f"fold {k + 1} of {FOLDS}", flush=True)
    for key, bodies in found.items():
        write(bodies, out.with_suffix(f".{key}.jsonl"))
        show(lines, key, bodies)


def use(weights: Path) -> None:
    """Read by these weights from now on."""
    score.WEIGHTS = weights
    score.nets.cache_clear()


def found_body(id: str, text: str) -> str:
    page = pages.from_text(text, id)
    return "\n".join(span.of(text) for article in articles.find(page, LANGUAGES, lambda reject: None) for span in article.body)


def write(bodies: Mapping[str, str], out: Path) -> None:
    rows = (json.dumps({"id": id, "body": body}, ensure_ascii=False) + "\n" for id, body in bodies.items())
    out.write_text("".join(rows), encoding="utf-8")


def show(lines: Sequence[dict], key: str, bodies: Mapping[str, str]) -> None:
    whole = [measure.shares(line["gold"], bodies[line["id"]]) for line in lines if "gold" in line and key in line]
    parts = [measure.segments(line["with"], line["without"], bodies[line["id"]]) for line in lines if "with" in line and key in line]
    for name, rows in (("body", whole), ("segments", parts)):
        if rows:
            print(f"{key:18s} {name:9s} {measure.told(rows)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--out", type=Path, default=Path("hearsay/articles/weights/clean.npz"))
    parser.add_argument("--cross-validate", action="store_true")
    parser.add_argument("--predictions", type=Path, default=Path("out/pages"))
    args = parser.parse_args()
    torch.set_num_threads(1)
    lines = read(args.pages)
    print(f"{len(lines)} pages, {len(NAMES)} features a block")
    if args.cross_validate:
        args.predictions.parent.mkdir(parents=True, exist_ok=True)
        cross_validate(lines, args.predictions)
    else:
        fit([example for line in lines for example in examples(line)], args.out)


if __name__ == "__main__":
    main()
