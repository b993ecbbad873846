"""Train the tagger. See MODEL_CARD.md beside the weights for data and figures.

    python training/train.py --gold ../shared/gold --vectors vectors.npz --out run.pt [--seed 1] [--all]

Two workers, a core each, learn from examples that each makes for itself: first together, with weights that become their mean every few
steps (local SGD, Stich 2019), then each alone on examples made anew; the mean of both is kept (SWAP, Gupta et al. 2020). Without --all, one
tenth of the articles (fold 0, by id) is held out; `calibrate.py` needs it. No dev file is ever read.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import articles
import cases
import torch
import torch.distributed as workers
from export import mean
from net import DILATIONS, Net
from sheets import Sheet, Vectors, blur, lay
from swaps import Donors
from targets import Targets, losses
from torch.nn.utils import clip_grad_norm_, parameters_to_vector, vector_to_parameters
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from examples import Example, fold_of, varied
from hearsay.language import load

EVERY = 8  # steps after which workers that learn together take their mean
FILES = ("polnear_train", "slavic_train")


def examples_of(files: Sequence[Path], more: int, ours: int, own: int, everything: bool) -> Iterator[Example]:
    """What is learned from: the articles of these files, our own articles and sentences, and what can be made of them."""
    real, written = (
        by_language(r for r in found if everything or fold_of(r["id"]) != 0) for found in (records_of(files), articles.all_records())
    )
    for code, records in sorted(real.items()):
        language = load(code)
        donors = Donors(language, [*records, *written[code], *cases.records(cases.sentences(language))])
        yield from varied(records, language, donors, more)
        yield from varied(written[code], language, donors, ours)
        yield from cases.read(language, records, donors, own)


def by_language(records: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Marked articles by the code of their language."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for record in records:
        found[record["lang"]].append(record)
    return found


def records_of(files: Sequence[Path]) -> Iterator[dict[str, Any]]:
    """The marked articles of these files."""
    for path in files:
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def lots(sheets: Sequence[Sheet], size: int, share: float) -> Iterator[list[Sheet]]:
    """Articles in random order, over and over, in lots of about so many tokens; of those without inner reports each time only a share."""
    lot: list[Sheet] = []
    while True:
        for s in random.sample(list(sheets), len(sheets)):
            if s.example.levels or random.random() < share:
                lot.append(s)
            if sum(map(len, lot)) >= size:
                yield lot
                lot = []


def agree(net: torch.nn.Module) -> None:
    """The weights become their mean over all workers."""
    every = parameters_to_vector(net.parameters()).detach()
    workers.all_reduce(every)
    vector_to_parameters(every / workers.get_world_size(), net.parameters())


class Run:
    """One worker's run over so many steps: its network, the running mean of its weights, its optimiser and its pace."""

    def __init__(self, net: Net, rate: float, steps: int):
        table = [net.spelling.weight]
        rest = [p for p in net.parameters() if p is not net.spelling.weight]
        self.net = net
        self.running = AveragedModel(net, multi_avg_fn=get_ema_multi_avg_fn(min(0.995, 1 - 8 / steps)))
        self.optimiser = torch.optim.AdamW(
            [{"params": table, "weight_decay": 0.0}, {"params": rest, "weight_decay": 0.02}], lr=rate, betas=(0.9, 0.98), fused=True
        )
        self.pace = torch.optim.lr_scheduler.LambdaLR(
            self.optimiser, lambda s: min(1, s / min(200, 0.1 * steps)) * max(0.02, 1 - s / steps)
        )

    def step(self, lot: Sequence[Sheet], words: float, few: float) -> Counter[str]:
        """Learn from one lot; the parts of its loss."""
        b, starts = lay(lot)
        targets = Targets(lot, starts, len(b.shapes))
        blur(b, torch.where(targets.levels, few, words), 0.08)
        loss, parts = losses(self.net, b, targets)
        self.optimiser.zero_grad()
        loss.backward()
        clip_grad_norm_(self.net.parameters(), 2.0)
        self.optimiser.step()
        self.pace.step()
        self.running.update_parameters(self.net)
        return Counter(parts)

    def keep(self, out: Path) -> None:
        """Write the running mean."""
        torch.save({"net": self.running.module.state_dict(), "dilations": [c.dilation[0] for c in self.net.convolutions]}, out)


def work(rank: int, a: argparse.Namespace, meeting: str) -> None:
    """What one worker does."""
    torch.set_num_threads(1)
    workers.init_process_group("gloo", init_method=f"file://{meeting}", rank=rank, world_size=a.workers)
    torch.manual_seed(a.seed)
    net = Net(width=a.width, dilations=a.dilations)
    if a.start:
        net.load_state_dict(mean(a.start)["net"])
    random.seed(a.seed * 100 + rank)
    torch.manual_seed(a.seed * 100 + rank)
    began = time.time()
    run = None
    for together, epochs in ((together, n) for together, n in ((True, a.together), (False, a.apart)) if n):
        sheets, each = material(a)
        run = run or Run(net, a.rate, each * (a.together + a.apart))
        made = lots(sheets, a.batch, a.share)
        for _ in range(epochs):
            sums = epoch(run, made, each, together, a)
            if not rank:
                way = "together" if together else "apart"
                print(f"{time.time() - began:.0f}s", len(sheets), "articles", each, "steps", way, sums, flush=True)
                run.keep(a.out)
    assert run is not None
    agree(run.running.module)
    if not rank:
        run.keep(a.out)
    workers.destroy_process_group()


def material(a: argparse.Namespace) -> tuple[list[Sheet], int]:
    """Examples made anew, laid out, and the steps of an epoch over them, the same for all workers."""
    vectors = Vectors(a.vectors)
    sheets = [Sheet(e, vectors) for e in examples_of([a.gold / f"{name}.jsonl" for name in FILES], a.more, a.ours, a.own, a.all)]
    shown = sum(len(s) * (1 if s.example.levels else a.share) for s in sheets)
    each = torch.tensor(int(shown / (a.batch + 400)) + 1)
    workers.broadcast(each, 0)
    return sheets, int(each)


def epoch(run: Run, made: Iterator[list[Sheet]], steps: int, together: bool, a: argparse.Namespace) -> dict[str, float]:
    """Learn from so many lots; the mean of each part of the loss."""
    run.net.train()
    sums: Counter[str] = Counter()
    for n in range(steps):
        sums += run.step(next(made), a.words, a.few)
        if together and n % EVERY == EVERY - 1:
            agree(run.net)
    return {k: round(v / steps, 4) for k, v in sums.items()}


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--gold", type=Path, required=True)
    ap.add_argument("--vectors", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--workers", type=int, default=2)
    ap.add_argument("--together", type=int, default=6, help="epochs in which the workers share their weights")
    ap.add_argument("--apart", type=int, default=4, help="epochs after that, each worker by itself")
    ap.add_argument("--width", type=int, default=144)
    ap.add_argument("--dilations", type=int, nargs="+", default=DILATIONS)
    ap.add_argument("--rate", type=float, default=2e-3)
    ap.add_argument("--batch", type=int, default=3000, help="tokens a step, about")
    ap.add_argument("--words", type=float, default=0.15, help="share of words hidden")
    ap.add_argument("--few", type=float, default=0.3, help="the same in articles with levels, which are few and shown often")
    ap.add_argument("--more", type=int, default=3, help="how many times the gold articles with levels are shown")
    ap.add_argument("--ours", type=int, default=1, help="how many times our own articles are shown")
    ap.add_argument("--own", type=int, default=2, help="how many times the language folders' own sentences are shown")
    ap.add_argument("--start", type=Path, nargs="+", help="a run to go on from, or runs whose mean weights to go on from")
    ap.add_argument("--share", type=float, default=0.8, help="of the articles without inner reports, how many an epoch shows")
    ap.add_argument("--all", action="store_true", help="hold nothing out")
    a = ap.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        torch.multiprocessing.spawn(work, (a, f"{folder}/meeting"), nprocs=a.workers)


if __name__ == "__main__":
    main()
