"""Train the net that scores a page's blocks (hearsay/articles/weights/clean.npz), and measure it by five-fold cross-validation.

    python training/clean.py PAGES.jsonl[.gz] [--cross-validate] [--seed N] [--out hearsay/articles/weights/clean.npz]

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
import pagemaker
import torch
from measure import SHINGLE, TOKEN
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits

from hearsay import articles, pages
from hearsay.articles import score
from hearsay.articles.arrays import Keys, among, different, places
from hearsay.articles.blocks import Block
from hearsay.articles.clean import measured
from hearsay.articles.features import NAMES
from hearsay.articles.phrases import phrases
from hearsay.articles.score import FARTHEST, MOST, REACH, STEPS
from hearsay.language import Languages

LANGUAGES = Languages()
CLUTTER = phrases("clutter", LANGUAGES)
KEYS = ("text", "text_broken_lines")
FOLDS, EPOCHS, BATCH = 5, 20, 16
AVERAGED = 8
"""Last epochs over whose steps the weights are averaged. Method: stochastic weight averaging."""
WIDE, DEEP = 24, 8
"""Numbers that a layer gives of a block, and that are learned of a word."""
MADE = 40
"""Pages of our own making in each language, beside those given."""
PAGES = 6
"""Pages on which a word has to stand before anything is learned of it."""
NO_WORD, NO_WORDS = 0.5, 0.3
"""How often the net is shown a page without one of its words, and without all, so that it reads a language whose words it does not know."""
AROUND = 25
"""Blocks around one of which something is known that a net is shown; far from any a page teaches nothing."""
Vector = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]


@dataclass
class Example:
    """A stretch of one text: the features and the words of its blocks, what is known of each (-1: nothing), how much that weighs."""

    id: str
    rows: Vector
    words: list[Keys]
    labels: Vector
    sizes: Vector
    full: bool

    @property
    def weights(self) -> Vector:
        """Every fully known page weighs the same, its blocks by their words; a segment weighs up to a tenth of a page."""
        weights = np.where(self.labels >= 0, self.sizes + 4, 0)
        return weights / weights.sum() if self.full else np.minimum(weights, 40) / 400


def read(path: Path) -> list[dict]:
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        return list(map(json.loads, lines))


def examples(line: dict) -> Iterator[Example]:
    """The stretches of a page of which something is known."""
    for key in KEYS:
        if line.get(key, "").strip():
            lines, rows = measured(line[key], CLUTTER)
            found = lines.blocks
            labels = whole_labels(found, line["gold"]) if "gold" in line else segment_labels(found, line)
            sizes = np.array([len(TOKEN.findall(block.text)) for block in found], np.float32)
            words = np.split(lines.words.key, lines.first[1:-1])
            for part in stretches(labels >= 0):
                yield Example(line["id"], rows[part], words[part], labels[part], sizes[part], "gold" in line)


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


def vocabulary(some: Sequence[Example]) -> Keys:
    """The words that stand on enough pages; of those that share a place in what is read by, the one that stands on most."""
    pages_of: dict[str, list[Keys]] = {}
    for e in some:
        pages_of.setdefault(e.id, []).extend(e.words)
    found = np.concatenate([different(np.concatenate(words)) for words in pages_of.values()])
    words, counts = np.unique(found, return_counts=True)
    words = words[counts >= PAGES][np.argsort(-counts[counts >= PAGES], kind="stable")]
    return np.sort(words[np.unique(places(words), return_index=True)[1]])


def numbered(words: Keys, known: Keys) -> npt.NDArray[np.int64]:
    """The number of each known word, 0 for others; for all where most words of a stretch are not known."""
    found = among(words, known)
    return np.where(found & (found.sum() >= MOST * len(found)), known.searchsorted(words) + 1, 0)


class Net(nn.Module):
    """What `hearsay.articles.score` runs, for one page or for some laid end to end."""

    def __init__(self, width: int, words: int):
        super().__init__()
        self.words = nn.EmbeddingBag(words + 1, DEEP, mode="sum", padding_idx=0)
        self.enter, self.leave = nn.Linear(width + DEEP, WIDE), nn.Linear(WIDE, 1)
        self.around = nn.ModuleList(nn.Conv1d(WIDE, WIDE, 2 * REACH + 1, padding=REACH * step, dilation=step) for step in STEPS)
        self.drop = nn.Dropout(0.25)
        nn.init.normal_(self.words.weight, std=0.01)
        nn.init.zeros_(self.words.weight[:1])

    def forward(self, batch: Batch) -> torch.Tensor:
        """Noise in the features, and words left out, so that no page is learned by heart; only ever called in training."""
        rows = batch.rows + 0.1 * torch.randn_like(batch.rows) * batch.mask[:, None]
        shown = (torch.rand(len(batch.words)) > NO_WORD) & (torch.rand(batch.count) > NO_WORDS)[batch.page_of_word]
        said = self.words(batch.words, batch.first, per_sample_weights=shown / (1 - NO_WORD)) / batch.roots[:, None]
        hidden = self.drop(torch.relu(self.enter(torch.cat([rows, said], dim=1)))).T * batch.mask
        for layer in self.around:
            hidden = (hidden + self.drop(torch.relu(layer(hidden)))) * batch.mask
        return self.leave(hidden.T)[:, 0]


class Batch:
    """Some examples laid end to end, parted by empty rows, on which `mask` is 0.

    `first` is the number of each row's first word, `roots` the root of how many it has.
    """

    def __init__(self, some: Sequence[Example], mean: Vector, spread: Vector, known: Keys):
        empty = REACH * max(STEPS)

        def laid(arrays: Sequence[Vector], fill: float = 0) -> torch.Tensor:
            padded = [np.pad(a, [(0, empty)] + [(0, 0)] * (a.ndim - 1), constant_values=fill) for a in arrays]
            return torch.tensor(np.concatenate(padded).astype(np.float32))

        self.rows = laid([np.clip((e.rows - mean) / spread, -FARTHEST, FARTHEST) for e in some])
        self.mask = laid([np.ones(len(e.labels)) for e in some])
        self.labels = laid([e.labels for e in some], -1)
        self.weights = laid([e.weights for e in some])
        self.full = laid([np.full(len(e.labels), e.full) for e in some])
        self.page = laid([np.full(len(e.labels), n) for n, e in enumerate(some)]).long()
        self.count = len(some)
        numbers = laid([np.array([len(words) for words in e.words]) for e in some]).long()
        self.words = torch.tensor(np.concatenate([numbered(np.concatenate(e.words), known) for e in some]))
        self.page_of_word = torch.repeat_interleave(self.page, numbers)
        self.first, self.roots = numbers.cumsum(0) - numbers, numbers.clamp(min=1).sqrt()

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


def fit(given: Sequence[Example], out: Path, seed: int) -> None:
    """Train the net on examples and on pages of our own making, whose words are too few to learn from, and store it."""
    some = [*given, *(example for line in pagemaker.made(MADE, seed) for example in examples(line))]
    rows = np.concatenate([e.rows for e in some])
    mean, spread, known = rows.mean(axis=0), rows.std(axis=0) + 1e-3, vocabulary(given)
    torch.manual_seed(seed)
    order, net = random.Random(seed), Net(len(mean), len(known))
    optimiser = torch.optim.AdamW(net.parameters(), lr=6e-3, weight_decay=0.03)
    steps = EPOCHS * -(-len(some) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: pace(step / steps))
    averaged = torch.optim.swa_utils.AveragedModel(net)
    for epoch in range(EPOCHS):
        shuffled = order.sample(some, len(some))
        for start in range(0, len(some), BATCH):
            batch = Batch(shuffled[start : start + BATCH], mean, spread, known)
            optimiser.zero_grad()
            batch.loss(net(batch)).backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1)
            optimiser.step()
            schedule.step()
            if epoch >= EPOCHS - AVERAGED:
                averaged.update_parameters(net)
    store(averaged.module, mean, spread, known, out)


def pace(done: float) -> float:
    """The learning rate, as a share of its most, when this share of training is done: up over a tenth, down from a third on, then even."""
    return min(1, done / 0.1, max(0.3, 1 - (done - 0.3) / 0.5))


def store(net: Net, mean: Vector, spread: Vector, known: Keys, out: Path) -> None:
    """The known words and what is learned of them; one matrix a layer, one that looks around with its places one under the other."""
    layers = {"words": net.words.weight[1:], "enter.w": net.enter.weight.T, "enter.b": net.enter.bias}
    for step, layer in zip(STEPS, net.around, strict=True):
        layers |= {f"around{step}.w": layer.weight.permute(2, 1, 0).reshape(-1, WIDE), f"around{step}.b": layer.bias}
    layers |= {"leave.w": net.leave.weight.T, "leave.b": net.leave.bias}
    stored = {name: weights.detach().numpy().astype(np.float16) for name, weights in layers.items()}
    np.savez_compressed(out, allow_pickle=False, mean=mean, spread=spread, known=known, **stored)


# ------------------------------------------------------------------ cross-validation


def cross_validate(lines: Sequence[dict], out: Path, seed: int) -> None:
    """Bodies for each page by nets that have not seen it; folds hold whole pages, shuffled once with a fixed seed."""
    ids = sorted({line["id"] for line in lines})
    random.Random(1).shuffle(ids)
    fold = {id: n % FOLDS for n, id in enumerate(ids)}
    known = [example for line in lines for example in examples(line)]
    found: dict[str, dict[str, str]] = {key: {} for key in KEYS}
    for k in range(FOLDS):
        with tempfile.NamedTemporaryFile(suffix=".npz") as weights:
            fit([e for e in known if fold[e.id] != k], Path(weights.name), seed)
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
    score.net.cache_clear()


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
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--predictions", type=Path, default=Path("out/pages"))
    args = parser.parse_args()
    torch.set_num_threads(1)
    lines = read(args.pages)
    print(f"{len(lines)} pages, {len(NAMES)} features a block")
    if args.cross_validate:
        args.predictions.parent.mkdir(parents=True, exist_ok=True)
        cross_validate(lines, args.predictions, args.seed)
    else:
        fit([example for line in lines for example in examples(line)], args.out, args.seed)


if __name__ == "__main__":
    main()
