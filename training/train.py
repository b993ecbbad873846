"""Train the tagger. See MODEL_CARD.md beside the weights for data and figures.

    python training/train.py --gold ../shared/gold --vectors vectors.npz --out run.pt [--seed 1] [--epochs 12] [--all]

Without --all, one tenth of the articles (fold 0, by id) is held out; `calibrate.py` needs it. No dev file is ever read.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import cases
import numpy as np
import torch
from export import mean
from net import DILATIONS, REACH, Batch, Net
from swaps import Donors
from torch import Tensor
from torch.nn import functional

from examples import Example, fold_of, varied
from hearsay.language import load

GAP = 24
NONE, OUTER, INNER = range(3)


class Vectors:
    """Kept word vectors, by the word's key."""

    def __init__(self, path: Path):
        with np.load(path) as stored:
            self.keys, self.table = stored["vector keys"], stored["vectors"].astype(np.float32) * (4 / 127)

    def of(self, keys: Sequence[int]) -> np.ndarray:
        wanted = np.array(keys, np.uint32)
        at = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        return np.where((self.keys[at] == wanted)[:, None], self.table[at], 0).astype(np.float32)


class Sheet:
    """An example as tensors."""

    def __init__(self, example: Example, vectors: Vectors):
        seen, n = example.look, example.look.numbers
        types = seen.types
        self.example = example
        self.spellings, self.shapes, self.concepts = (
            torch.tensor([kept[i] for i in n]) for kept in (types.spellings, types.shapes, types.concepts)
        )
        self.vectors = torch.from_numpy(vectors.of([types.keys[i] for i in n])).half()
        self.classes = torch.from_numpy(np.stack([types.classes[i] for i in n]) + seen.phrases).clamp(0, 1).half()
        self.places = torch.from_numpy(seen.places).half()
        self.paragraph, self.sentence, self.quote = (torch.from_numpy(a) for a in (seen.paragraph, seen.sentence, seen.quote))

    def __len__(self) -> int:
        return len(self.shapes)


def lay(sheets: Sequence[Sheet]) -> tuple[Batch, list[int]]:
    """Sheets end to end with gaps; where each begins."""
    starts, at = [], GAP
    for s in sheets:
        starts.append(at)
        at += len(s) + GAP

    def fill(name: str, value: float, dtype: torch.dtype, *more: int) -> Tensor:
        out = torch.full((at, *more), value, dtype=dtype)
        for s, start in zip(sheets, starts, strict=True):
            out[start : start + len(s)] = getattr(s, name).to(dtype)
        return out

    whole, real = torch.long, torch.float32
    first = sheets[0]
    article = torch.full((at,), -1)
    for number, (s, start) in enumerate(zip(sheets, starts, strict=True)):
        article[start : start + len(s)] = number
    batch = Batch(
        fill("spellings", 0, whole, first.spellings.shape[1]),
        fill("shapes", 0, whole),
        fill("concepts", 0, whole),
        fill("vectors", 0, real, first.vectors.shape[1]),
        fill("classes", 0, real, first.classes.shape[1]),
        fill("places", 0, real, first.places.shape[1]),
        article,
        fill("paragraph", -1, whole),
        fill("sentence", -1, whole),
        fill("quote", 0, whole),
    )
    return batch, starts


def blur(b: Batch, words: float, classes: float) -> None:
    """Hide words and classes at random, so that neither is leaned on alone; now and then hide all words of a batch."""
    n = len(b.shapes)
    share = 0.9 if random.random() < 0.1 else words
    hide = torch.rand(n) < share
    b.vectors[hide] = 0
    b.spellings[hide, 0] = 0
    b.spellings[hide, 2] = 0
    deep = hide & (torch.rand(n) < 0.7)
    b.spellings[deep] = 0
    b.classes[torch.rand(n) < classes] = 0
    b.concepts[torch.rand(n) < 0.3] = 0


class Targets:
    """What a batch should give: labels of each token and the reports with their anchors."""

    def __init__(self, sheets: Sequence[Sheet], starts: Sequence[int], length: int):
        self.cues = torch.zeros(length, 2)
        self.roles = torch.zeros(length, 3)
        self.weight = torch.zeros(length, 2)
        self.level_weight = torch.zeros(length)
        self.reports: list[tuple[int, Tensor, Tensor, Tensor, bool]] = []
        self.levels = torch.zeros(length, dtype=torch.bool)
        self.taken = torch.zeros(length, dtype=torch.bool)
        for s, start in zip(sheets, starts, strict=True):
            e = s.example
            inside = slice(start, start + len(s))
            self.weight[inside, 0] = 1
            self.levels[inside] = e.levels
            self.weight[inside, 1] = float(e.levels)
            for r in e.reports:
                anchors = torch.from_numpy(r.anchors) + start
                places, roles = torch.from_numpy(r.places) + start, torch.from_numpy(r.roles)
                self.cues[anchors, int(r.inner)] = 1
                self.taken[anchors] = True
                if not r.inner:
                    self.roles[places[roles == 1], 0] = 1
                    self.roles[places[roles == 3], 1] = 1
                else:
                    self.roles[places[roles == 3], 2] = 1
                self.reports.append((0, anchors, places, roles, r.inner))

    def ask(self, cue: Tensor, most: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Anchors to ask from: one of each report (mostly the likeliest), and wrong ones that look right.

        Gives anchors, roles, verdicts, and where a verdict "inner" would be no mistake.
        """
        best = cue.max(1).values
        anchors, golds, verdicts = [], [], []
        for _, own, places, roles, inner in self.reports:
            a = own[torch.randint(len(own), (1,))] if random.random() < 0.3 else own[best[own].argmax()][None]
            gold = torch.zeros(2 * REACH + 1, dtype=torch.long)
            at = places - a + REACH
            near = (at >= 0) & (at <= 2 * REACH)
            gold[at[near]] = roles[near]
            anchors.append(a)
            golds.append(gold)
            verdicts.append(INNER if inner else OUTER)
        left, right = functional.pad(best, (1, 0))[:-1], functional.pad(best, (0, 1))[1:]
        wrong = (best > 0.04) & ~self.taken & (best >= left) & (best >= right) & (self.weight[:, 0] > 0)
        found = wrong.nonzero()[:, 0]
        found = found[torch.randperm(len(found))[:most]]
        anchors.append(found)
        golds.append(torch.zeros(len(found), 2 * REACH + 1, dtype=torch.long))
        lenient = torch.zeros(len(verdicts) + len(found), dtype=torch.bool)
        lenient[len(verdicts) :] = ~self.levels[found]
        every = torch.cat([torch.stack(g) if isinstance(g, list) and g else g for g in (golds[:-1], golds[-1]) if len(g)])
        return torch.cat(anchors), every, torch.tensor(verdicts + [NONE] * len(found)), lenient


def losses(net: Net, b: Batch, t: Targets) -> tuple[Tensor, dict[str, float]]:
    """The loss of a batch, and its parts."""
    x = net(b)
    logits = net.cues(x)
    cue = (functional.binary_cross_entropy_with_logits(logits, t.cues, reduction="none") * t.weight).sum() / t.weight[:, 0].sum()
    roles = functional.binary_cross_entropy_with_logits(net.roles(x), t.roles, reduction="none")
    roles = (roles[:, :2].mean(1) * t.weight[:, 0] + 0.5 * roles[:, 2] * t.weight[:, 1]).sum() / t.weight[:, 0].sum()
    anchors, gold, verdict, lenient = t.ask(torch.sigmoid(logits).detach(), 1 + len(t.reports) * 2 // 3)
    u, real = net.around(x, b, anchors)
    e = net.emissions(u, real)
    true = verdict != NONE
    chain = net.chain_loss(e[true], gold[true]).mean() if true.any() else x.sum() * 0
    log = functional.log_softmax(net.verdicts(u, e), -1)
    right = log.gather(1, verdict[:, None])[:, 0]
    right = torch.where(lenient, torch.logaddexp(log[:, NONE], log[:, INNER]), right)  # inner ones are not marked there
    judged = -right.mean()
    total = 6 * cue + 2 * roles + 0.12 * chain + 0.7 * judged
    return total, {"cue": cue.item(), "roles": roles.item(), "chain": chain.item(), "judge": judged.item()}


def batches(sheets: Sequence[Sheet], size: int, share: float) -> Iterator[list[Sheet]]:
    """Articles in random order, in lots of about so many tokens; of those without inner reports only a share."""
    lot: list[Sheet] = []
    for s in random.sample(list(sheets), len(sheets)):
        if not s.example.levels and random.random() >= share:
            continue
        lot.append(s)
        if sum(map(len, lot)) >= size:
            yield lot
            lot = []
    if lot:
        yield lot


def train(net: Net, sheets: Sequence[Sheet], epochs: int, rate: float, size: int, words: float, share: float, out: Path) -> None:
    """Train, and keep the running mean of the weights."""
    table = [net.spelling.weight]
    rest = [p for p in net.parameters() if p is not net.spelling.weight]
    shown = sum(len(s) * (1 if s.example.levels else share) for s in sheets)
    steps = epochs * int(shown / (size + 400) + 1)
    running = torch.optim.swa_utils.AveragedModel(net, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(min(0.995, 1 - 8 / steps)))
    optimiser = torch.optim.AdamW(
        [{"params": table, "weight_decay": 0.0}, {"params": rest, "weight_decay": 0.02}], lr=rate, betas=(0.9, 0.98)
    )
    pace = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1, s / min(200, 0.1 * steps)) * max(0.02, 1 - s / steps))
    began = time.time()
    for epoch in range(epochs):
        net.train()
        sums: dict[str, float] = {}
        for lot in batches(sheets, size, share):
            b, starts = lay(lot)
            targets = Targets(lot, starts, len(b.shapes))
            blur(b, words, 0.08)
            loss, parts = losses(net, b, targets)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimiser.step()
            pace.step()
            running.update_parameters(net)
            for k, v in parts.items():
                sums[k] = sums.get(k, 0) + v
            sums["lots"] = sums.get("lots", 0) + 1
        print(f"epoch {epoch} {time.time() - began:.0f}s", {k: round(v / sums["lots"], 4) for k, v in sums.items()}, flush=True)
        torch.save({"net": running.module.state_dict(), "dilations": [c.dilation[0] for c in net.convolutions]}, out)


def examples_of(files: Sequence[Path], more: int, own: int, everything: bool) -> Iterator[Example]:
    """What is learned from: the articles of these files and the language folders' own sentences, with what can be made of them."""
    real: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for path in files:
        for record in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            if everything or fold_of(record["id"]) != 0:
                real[record["lang"]].append(record)
    for code, records in sorted(real.items()):
        language = load(code)
        donors = Donors(language, [*records, *cases.records(cases.sentences(language))])
        yield from varied(records, language, donors, more)
        yield from cases.read(language, records, donors, own)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--gold", type=Path, required=True)
    ap.add_argument("--vectors", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--epochs", type=int, default=12)
    ap.add_argument("--width", type=int, default=144)
    ap.add_argument("--dilations", type=int, nargs="+", default=DILATIONS)
    ap.add_argument("--rate", type=float, default=2e-3)
    ap.add_argument("--batch", type=int, default=3500)
    ap.add_argument("--words", type=float, default=0.12)
    ap.add_argument("--more", type=int, default=3, help="how many times the articles with levels are shown")
    ap.add_argument("--own", type=int, default=2, help="how many times the language folders' own sentences are shown")
    ap.add_argument("--start", type=Path, nargs="+", help="a run to go on from, or runs whose mean weights to go on from")
    ap.add_argument("--share", type=float, default=1.0, help="of the articles without inner reports, how many an epoch shows")
    ap.add_argument("--threads", type=int, default=1)
    ap.add_argument("--all", action="store_true", help="hold nothing out")
    a = ap.parse_args()
    torch.set_num_threads(a.threads)
    random.seed(a.seed)
    torch.manual_seed(a.seed)
    vectors = Vectors(a.vectors)
    files = [a.gold / f"{name}.jsonl" for name in ("polnear_train", "slavic_train")]
    sheets = [Sheet(e, vectors) for e in examples_of(files, a.more, a.own, a.all)]
    print(len(sheets), "articles,", sum(map(len, sheets)), "tokens an epoch", flush=True)
    net = Net(width=a.width, dilations=a.dilations)
    if a.start:
        net.load_state_dict(mean(a.start)["net"])
    train(net, sheets, a.epochs, a.rate, a.batch, a.words, a.share, a.out)


if __name__ == "__main__":
    main()
