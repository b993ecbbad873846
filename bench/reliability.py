"""How often statements are right that are said to be so sure, and how far a figure may lie from what other articles would give.

    reliability.py GOLD.jsonl PRED.jsonl [--shared ../shared] [--svg OUT.svg]

PRED has a `confidence` beside each attribution. What is right the referee says: content and source of one gold attribution each, outermost.
A set that marks no title says nothing about titles: what is proposed there is left out of the bins, and counted.
The interval is the 95 % percentile bootstrap over articles (Efron and Tibshirani 1993, ch. 13), 2,000 draws with a fixed seed.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import module_from_spec, spec_from_file_location
from itertools import pairwise
from pathlib import Path
from types import ModuleType

SHARED = Path(__file__).parent.parent.parent / "shared"
EDGES = (0.35, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
DRAWS = 2000
HIT = "attribution"
ROLES = ("source", "cue", "content")


@dataclass(frozen=True)
class Bin:
    """Statements of like confidence: how many, how sure on average, which share of them is right."""

    number: int
    sure: float
    right: float


def referee(shared: Path) -> ModuleType:
    spec = spec_from_file_location("score_attributions", shared / "score" / "score_attributions.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no referee of attributions in {shared}. Name the folder with --shared.")
    made = module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def articles(gold: Path, pred: Path, judge: ModuleType) -> list[tuple[dict, dict]]:
    """Gold and predicted outermost attributions of each article."""
    golds, preds = judge.outermost(judge.read(gold), judge.read(pred))
    found = {p["id"]: p for p in preds}
    return [(g, found.get(g["id"], {"attributions": []})) for g in golds]


def in_title(gold: dict, attribution: dict) -> bool:
    """Whether any part of it stands in the article's title."""
    title = gold.get("title")
    spans = [span for role in ROLES for span in attribution[role]]
    return isinstance(title, list) and any(start < title[1] and stop > title[0] for start, stop in spans)


def judgeable(pairs: Sequence[tuple[dict, dict]]) -> tuple[list[tuple[dict, dict]], int]:
    """The pairs without what is proposed in titles where the gold marks no title at all, and how many that were."""
    if any(in_title(gold, a) for gold, _ in pairs for a in gold["attributions"]):
        return list(pairs), 0
    bodies = [(gold, pred | {"attributions": [a for a in pred["attributions"] if not in_title(gold, a)]}) for gold, pred in pairs]
    left = sum(len(pred["attributions"]) for _, pred in pairs) - sum(len(pred["attributions"]) for _, pred in bodies)
    return bodies, left


def hits(gold: dict, pred: dict, judge: ModuleType) -> list[bool]:
    """Of each predicted attribution, whether it is right: the referee's count grows when it is given beside the surer ones."""
    surest = sorted(pred["attributions"], key=lambda a: -a["confidence"])
    counts = [judge.score([gold], [{"id": gold["id"], "attributions": surest[:n]}])[HIT] for n in range(len(surest) + 1)]
    right = [round(c["P"] * c["pred"]) if c["pred"] else 0 for c in counts]
    return [after > before for before, after in pairwise(right)]


def reliability(pairs: Sequence[tuple[dict, dict]], judge: ModuleType) -> list[Bin]:
    """Bins of confidence, the empty ones left out."""
    judged = [
        (sure, right)
        for gold, pred in pairs
        for sure, right in zip(sorted((a["confidence"] for a in pred["attributions"]), reverse=True), hits(gold, pred, judge), strict=True)
    ]
    lots = [[j for j in judged if low <= j[0] < high] for low, high in pairwise(EDGES)]
    return [Bin(len(lot), sum(s for s, _ in lot) / len(lot), sum(r for _, r in lot) / len(lot)) for lot in lots if lot]


def interval(pairs: Sequence[tuple[dict, dict]], judge: ModuleType) -> tuple[float, float]:
    """The 95 % bootstrap interval of F1, in percent."""
    counts = [judge.score([g], [{**p, "id": g["id"]}])[HIT] for g, p in pairs]
    rows = [(round(c["R"] * c["gold"]) if c["gold"] else 0, c["gold"] + c["pred"]) for c in counts]
    draw = random.Random(1)
    drawn = ([rows[draw.randrange(len(rows))] for _ in rows] for _ in range(DRAWS))
    figures = sorted(200 * sum(h for h, _ in some) / max(1, sum(n for _, n in some)) for some in drawn)
    return figures[round(0.025 * DRAWS)], figures[round(0.975 * DRAWS) - 1]


def lines(bins: Sequence[Bin]) -> list[str]:
    """The plot in signs: a bar to the share that is right, a stroke where it should end."""
    out = []
    for b in bins:
        bar = ["█" if n < round(40 * b.right) else " " for n in range(41)]
        bar[round(40 * b.sure)] = "│"
        out.append(f"    sure {b.sure:.2f}  right {b.right:.2f}  {b.number:5d}  {''.join(bar)}")
    return out


def error(bins: Sequence[Bin]) -> float:
    """Expected calibration error: how far confidence lies from the share that is right, on average over statements."""
    return sum(b.number * abs(b.sure - b.right) for b in bins) / max(1, sum(b.number for b in bins))


def told(bins: Sequence[Bin], left: int) -> str:
    """How far confidence is off, and what was left out."""
    out = f"; {left} proposals in titles left out, as this set marks none" if left else ""
    return f"  confidence {error(bins):.3f} off on average{out}"


def svg(named: dict[str, Sequence[Bin]]) -> str:
    """The plots side by side as one drawing; points by how many statements they stand for, the diagonal is where all should lie."""
    size, gap = 220, 50
    parts = []
    for n, (name, bins) in enumerate(named.items()):
        left = gap + n * (size + gap)
        points = "".join(
            f'<circle cx="{left + size * b.sure:.1f}" cy="{gap + size * (1 - b.right):.1f}" r="{2 + b.number**0.5 / 3:.1f}"/>' for b in bins
        )
        frame = f'<path d="M{left} {gap}v{size}h{size}" fill="none" stroke="#888"/>'
        diagonal = f'<path d="M{left} {gap + size}l{size} -{size}" stroke="#bbb" stroke-dasharray="4"/>'
        words = f'<text x="{left}" y="{gap - 14}">{name}: {error(bins):.3f} off on average</text>'
        foot = f'<text x="{left}" y="{gap + size + 18}" fill="#666">confidence, 0 to 1; upwards the share that is right</text>'
        parts.append(f'<g fill="#2457a6">{frame}{diagonal}{points}</g>{words}{foot}')
    width, height = gap + len(named) * (size + gap), size + 2 * gap
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="sans-serif" font-size="11">'
    return f"{head}{''.join(parts)}</svg>\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+", help="gold and predicted files by turns")
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--svg", type=Path)
    args = parser.parse_args()
    if len(args.files) % 2:
        sys.exit("every gold file needs its predictions after it")
    judge, plots = referee(args.shared), {}
    for gold, pred in zip(args.files[::2], args.files[1::2], strict=True):
        pairs = articles(gold, pred, judge)
        bodies, left = judgeable(pairs)
        plots[gold.stem] = reliability(bodies, judge)
        low, high = interval(pairs, judge)
        print(f"{gold.stem}: F1 of attributions between {low:.1f} and {high:.1f} (95 %)")
        print(told(plots[gold.stem], left))
        print(*lines(plots[gold.stem]), sep="\n")
    if args.svg:
        args.svg.write_text(svg(plots), encoding="utf-8")


if __name__ == "__main__":
    main()
