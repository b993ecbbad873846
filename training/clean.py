"""Train the net that scores a page's blocks (hearsay/articles/weights/clean.npz), and measure it by five-fold cross-validation.

    python training/clean.py PAGES.jsonl[.gz] [--cross-validate] [--out hearsay/articles/weights/clean.npz]

A line of PAGES has `id`, `text` (and `text_broken_lines`) and either `gold`, the true body, or `with` and `without`, segments that must and
must not be in it. Needs PyTorch (the extra `train`). Cross-validation writes the bodies found for each page while it was not trained on to
`--predictions`, in the form that the referee of pages reads.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from hearsay.articles.anchor import anchor
from hearsay.articles.blocks import Block, blocks
from hearsay.articles.clean import CLOSING, Sheet, body
from hearsay.articles.features import NAMES, features
from hearsay.articles.phrases import line_key, phrases
from hearsay.articles.score import REACH
from hearsay.language import Languages

TOKEN = re.compile(r"\w+")
FOLDS, NETS, EPOCHS, BATCH = 5, 3, 30, 512
HIDDEN, NARROW = 48, 24
SHINGLE = 4
CLUTTER = phrases("clutter", Languages())
Vector = npt.NDArray[np.float32]


@dataclass
class Example:
    """One text of one page: its sheet without scores, the features of its blocks, and what is known of each (-1 where nothing is)."""

    id: str
    key: str
    sheet: Sheet
    rows: Vector
    labels: Vector
    full: bool

    @property
    def lengths(self) -> Vector:
        return np.array([len(TOKEN.findall(block.text)) for block in self.sheet.blocks], np.float32)


def read(path: Path) -> Iterator[Example]:
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            for key in ("text", "text_broken_lines"):
                if key in line:
                    yield example(line, key)


def example(line: dict, key: str) -> Example:
    found = tuple(blocks(line[key]))
    keys = tuple(line_key(block.text) for block in found)
    kinds = tuple(CLUTTER.line(block.text, k) for block, k in zip(found, keys, strict=True))
    begin = anchor(found)
    rows = features(found, begin, [k is not None for k in kinds], [k in CLOSING for k in kinds])
    sheet = Sheet(found, keys, kinds, np.zeros(len(found), np.float32), begin)
    full = "gold" in line
    labels = whole_labels(found, line["gold"]) if full else segment_labels(found, line)
    return Example(line["id"], key, sheet, rows, labels, full)


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
    def __init__(self, width: int):
        super().__init__()
        self.first, self.second, self.third = nn.Linear(width, HIDDEN), nn.Linear(HIDDEN, NARROW), nn.Linear(NARROW, 1)
        self.drop = nn.Dropout(0.3)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        hidden = self.drop(torch.relu(self.first(self.drop(x))))
        return self.third(torch.relu(self.second(hidden))).squeeze(-1)


def window(rows: Vector) -> Vector:
    """Each row with its neighbours beside it; beyond the page's ends stand zeros with -1 in the first column, as in `score`."""
    edge = np.zeros((REACH, rows.shape[1]), np.float32)
    edge[:, 0] = -1
    padded = np.vstack([edge, rows, edge])
    return np.concatenate([padded[k : k + len(rows)] for k in range(2 * REACH + 1)], axis=1)


def weights(example: Example, known: npt.NDArray[np.bool_]) -> Vector:
    """Every fully known page weighs the same, its blocks by their words; a segment weighs up to a tenth of a page."""
    lengths = example.lengths[known] + 4
    return lengths / lengths.sum() if example.full else np.minimum(lengths, 40) / 400


def train(examples: Sequence[Example], seed: int) -> Net:
    parts = [(e, e.labels >= 0) for e in examples if (e.labels >= 0).any()]
    x = torch.tensor(np.concatenate([window(e.rows)[known] for e, known in parts]))
    y = torch.tensor(np.concatenate([e.labels[known] for e, known in parts]))
    w = torch.tensor(np.concatenate([weights(e, known) for e, known in parts]))
    torch.manual_seed(seed)
    net = Net(x.shape[1])
    optimiser = torch.optim.AdamW(net.parameters(), lr=2e-3, weight_decay=1e-2)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 4e-3, total_steps=EPOCHS * (len(y) // BATCH + 1))
    for _ in range(EPOCHS):
        for batch in torch.randperm(len(y)).split(BATCH):
            optimiser.zero_grad()
            loss = nn.functional.binary_cross_entropy_with_logits(net(x[batch]), y[batch], reduction="none")
            (loss * w[batch] / w.mean()).mean().backward()
            optimiser.step()
            schedule.step()
    return net.eval()


def store(nets: Sequence[Net], out: Path) -> None:
    layers = {
        f"{n}.{kind}{number}": value.detach().numpy().astype(np.float16)
        for n, net in enumerate(nets)
        for number, layer in enumerate((net.first, net.second, net.third), 1)
        for kind, value in (("w", layer.weight), ("b", layer.bias))
    }
    np.savez_compressed(out, allow_pickle=False, nets=np.arange(len(nets)), **layers)


# ------------------------------------------------------------------ cross-validation


def cross_validate(examples: Sequence[Example], out: Path) -> None:
    """Bodies for each page by nets that have not seen it; folds hold whole pages, shuffled once with a fixed seed."""
    ids = sorted({e.id for e in examples})
    random.Random(1).shuffle(ids)
    fold = {id: n % FOLDS for n, id in enumerate(ids)}
    opened = {key: (out.with_suffix(f".{key}.jsonl")).open("w", encoding="utf-8") for key in ("text", "text_broken_lines")}
    for k in range(FOLDS):
        nets = [train([e for e in examples if fold[e.id] != k], seed) for seed in range(NETS)]
        for e in (e for e in examples if fold[e.id] == k):
            opened[e.key].write(json.dumps({"id": e.id, "body": found_body(e, nets)}) + "\n")
    for file in opened.values():
        file.close()


def found_body(example: Example, nets: Sequence[Net]) -> str:
    with torch.no_grad():
        scores = np.mean([net(torch.tensor(window(example.rows))).numpy() for net in nets], axis=0)
    sheet = Sheet(example.sheet.blocks, example.sheet.keys, example.sheet.kinds, scores, example.sheet.anchor)
    return "\n".join(sheet.blocks[i].text for i in body(sheet))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--out", type=Path, default=Path("hearsay/articles/weights/clean.npz"))
    parser.add_argument("--cross-validate", action="store_true")
    parser.add_argument("--predictions", type=Path, default=Path("out/pages"))
    args = parser.parse_args()
    torch.set_num_threads(1)
    examples = list(read(args.pages))
    print(f"{len(examples)} texts, {len(NAMES)} features a block")
    if args.cross_validate:
        args.predictions.parent.mkdir(parents=True, exist_ok=True)
        cross_validate(examples, args.predictions)
    else:
        store([train(examples, seed) for seed in range(NETS)], args.out)


if __name__ == "__main__":
    main()
