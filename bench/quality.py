"""How good it is: every referee on every gold file beside the checkout, one table, held against pinned floors.

    quality.py [--quick] [--only NAME ...] [--gate] [--pin] [--owe] [--gold ../shared]

`--gate` exits 1 where a figure falls below its floor in floors.json by more than SLACK; `--pin` raises floors to what was measured now.
A floor is never lowered: what newer weights lose is listed in owed.json with what was still reached, and may fall no further than that;
`--owe` writes the list anew (say why in the commit). `--quick` leaves out what takes minutes (HTML pages, names).
Floors count errors beside percentages: misses (gold not found) and extras (found, not gold).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import reliability
from misses import tally

HERE = Path(__file__).parent
FLOORS, OWED = HERE / "floors.json", HERE / "owed.json"
FAULTS = 12
SLACK = 0.3
Figures = dict[str, dict[str, float]]  # a percentage by bench and row
Measured = dict[str, dict[str, dict[str, float]]]
"""Points of F1. Different builds of the linear algebra behind numpy flip a decision in a thousand."""


@dataclass(frozen=True)
class Bench:
    """One referee on one gold file: what to predict from it and what to keep of the verdict."""

    name: str
    predict: tuple[str, ...]
    gold: str
    referee: tuple[str, ...]
    slow: bool = False
    only: tuple[str, ...] = ()
    closely: bool = False
    """Whether the interval, the reliability of confidence and the commonest faults are shown too."""


BODIES = ("body",)  # the pages that have segments come as text alone
ATTRIBUTIONS = ("score_attributions.py", "{gold}", "{statements}", "--json", "--by-kind")
BENCHES = (
    Bench("seeds bodies", ("pages",), "seeds.jsonl", ("score_pages.py", "{gold}", "{pages}", "--json")),
    Bench("seeds record", ("articles", "statements"), "seeds.jsonl", ("score_seeds.py", "{articles}", "{statements}", "--json")),
    Bench("seeds statements", ("statements",), "seeds.jsonl", ATTRIBUTIONS),
    Bench("polnear dev", ("statements",), "polnear_dev.jsonl", ATTRIBUTIONS, closely=True),
    Bench("slavic dev", ("statements",), "slavic_dev.jsonl", ATTRIBUTIONS, closely=True),
    *(Bench(f"slavic dev {c}", ("statements",), "slavic_dev.jsonl", (*ATTRIBUTIONS, "--lang", c)) for c in "ru uk pl cs bg sl".split()),
    Bench("slavic dev, all levels", ("statements",), "slavic_dev.jsonl", (*ATTRIBUTIONS, "--all-levels")),
    Bench("pages dev, text", ("pages",), "pages_dev.jsonl.gz", ("score_pages.py", "{gold}", "{pages}", "--json")),
    Bench(
        "pages dev, broken lines",
        ("pages --input text_broken_lines",),
        "pages_dev.jsonl.gz",
        ("score_pages.py", "{gold}", "{pages --input text_broken_lines}", "--json"),
        only=BODIES,
    ),
    Bench(
        "pages dev, html",
        ("pages --input html",),
        "pages_dev.jsonl.gz",
        ("score_pages.py", "{gold}", "{pages --input html}", "--json"),
        slow=True,
        only=BODIES,
    ),
    Bench(
        "names dev, given",
        ("names --given",),
        "names_dev.jsonl.gz",
        ("score_names.py", "{plain}", "{names --given}", "--task", "link", "--json"),
        True,
    ),
)
KEPT = (
    "attribution",
    "attribution, cue too",
    "attribution | quoted",
    "attribution | indirect",
    "source exact",
    "content exact",
    "cue exact",
)


def run(bench: Bench, shared: Path, work: Path) -> dict[str, dict[str, float]]:
    """The figures of one bench. Predictions are made once for each gold file and kind."""
    gold = shared / "gold" / bench.gold
    files = {"gold": gold, "plain": plain(gold, work)}
    for kind in bench.predict:
        files[kind] = predicted(kind, gold, work)
    command = [part if part[:1] != "{" else str(files[part[1:-1]]) for part in bench.referee]
    done = subprocess.run([sys.executable, str(shared / "score" / command[0]), *command[1:]], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{bench.name}: the referee failed\n{done.stderr}")
    found = figures(json.loads(done.stdout))
    return {name: row for name, row in found.items() if not bench.only or name in bench.only}


def plain(gold: Path, work: Path) -> Path:
    """The gold file without gzip, for referees that read no other."""
    if gold.suffix != ".gz":
        return gold
    import gzip

    out = work / gold.stem
    if not out.exists():
        out.write_bytes(gzip.decompress(gold.read_bytes()))
    return out


def predicted(kind: str, gold: Path, work: Path) -> Path:
    out = work / f"{kind.replace(' ', '_')}.{gold.name.removesuffix('.gz')}"
    if not out.exists():
        what, *options = kind.split()
        command = [sys.executable, str(HERE / "predict.py"), what, str(gold), str(out), *options]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return out


def figures(verdict: dict) -> dict[str, dict[str, float]]:
    """What a referee said, in one form: percentages and, where it gives counts, errors."""
    out = {}
    for name, row in verdict.items():
        if "right" in row:
            out[name] = {"percent": 100 * row["share"], "errors": row["of"] - row["right"]}
        elif "gold" in row and "pred" in row and name in KEPT:
            hits = round(row["R"] * row["gold"])
            out[name] = {
                "percent": 100 * row["F1"],
                "P": 100 * row["P"],
                "R": 100 * row["R"],
                "errors": row["gold"] + row["pred"] - 2 * hits,
            }
        elif name in ("body", "segments"):
            out[name] = {"percent": 100 * row["F1"], "P": 100 * row["P"], "R": 100 * row["R"]}
    return out or flat(verdict)


def flat(verdict: dict, above: str = "") -> dict[str, dict[str, float]]:
    """Nested verdicts (names): every F1 under its path."""
    out: dict[str, dict[str, float]] = {}
    for key, value in verdict.items():
        if isinstance(value, dict) and "F1" in value:
            out[f"{above}{key}"] = {"percent": 100 * value["F1"]}
        elif isinstance(value, dict):
            out |= flat(value, f"{above}{key} ")
    return out


def show(bench: Bench, measured: dict[str, dict[str, float]], floors: dict[str, float], owed: dict[str, float]) -> list[str]:
    """Print one bench's table; the lines that fall below their floor and below what is owed there."""
    print(f"\n{bench.name}")
    low = []
    for name, row in measured.items():
        floor, least = floors.get(name, 0.0), owed.get(name, floors.get(name, 0.0))
        below, failed = (row["percent"] < bound - SLACK for bound in (floor, least))
        rest = "  ".join(f"{k} {v:.1f}" if k != "errors" else f"errors {v:.0f}" for k, v in row.items() if k != "percent")
        note = f"   {'BELOW' if failed else 'owed,'} {floor:.1f}" if below else ""
        print(f"  {name:44s} {row['percent']:6.1f}  {rest}{note}")
        if failed:
            low.append(f"{bench.name}: {name} {row['percent']:.1f}, floor {least:.1f}")
    return low


def closely(gold: Path, pred: Path, judge: ModuleType) -> Iterator[str]:
    """What a figure alone does not tell."""
    pairs = reliability.articles(gold, pred, judge)
    bodies, left = reliability.judgeable(pairs)
    bins = reliability.reliability(bodies, judge)
    low, high = reliability.interval(pairs, judge)
    yield f"  attribution between {low:.1f} and {high:.1f} (95 %, bootstrap over articles)"
    yield reliability.told(bins, left)
    yield from reliability.lines(bins)
    faults = tally((gold, found["attributions"]) for gold, found in pairs).most_common(FAULTS)
    yield "  commonest faults: " + ", ".join(f"{side} {what} {n}" for (side, what), n in faults)


def pin(floors: Figures, measured: Measured) -> None:
    """Raise each floor to what was measured."""
    for bench, rows in measured.items():
        for name, row in rows.items():
            floors.setdefault(bench, {})[name] = max(floors[bench].get(name, 0.0), round(row["percent"], 1))


def owe(owed: Figures, floors: Figures, measured: Measured) -> None:
    """List what was reached where that is below the floor, and strike what holds its floor again."""
    for bench, rows in measured.items():
        under = {name: round(row["percent"], 1) for name, row in rows.items() if row["percent"] < floors[bench].get(name, 0.0) - SLACK}
        owed.pop(bench, None)
        owed |= {bench: under} if under else {}


def kept(path: Path) -> Figures:
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def keep(path: Path, figures: Figures) -> None:
    path.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for flag in ("--quick", "--gate", "--pin", "--owe"):
        parser.add_argument(flag, action="store_true")
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--gold", type=Path, default=HERE.parent.parent / "shared")
    args = parser.parse_args()
    if not (args.gold / "gold").is_dir():
        print(f"no gold at {args.gold}: skipped. Name its folder with --gold.")
        return 0
    floors, owed = kept(FLOORS), kept(OWED)
    measured, low = {}, []
    with tempfile.TemporaryDirectory() as folder:
        for bench in BENCHES:
            if (args.quick and bench.slow) or (args.only and not any(bench.name.startswith(n) for n in args.only)):
                continue
            measured[bench.name] = run(bench, args.gold, Path(folder))
            low += show(bench, measured[bench.name], floors.get(bench.name, {}), owed.get(bench.name, {}))
            if bench.closely:
                gold = args.gold / "gold" / bench.gold
                print(*closely(gold, predicted("statements", gold, Path(folder)), reliability.referee(args.gold)), sep="\n")
    if args.pin:
        pin(floors, measured)
        keep(FLOORS, floors)
    if args.owe:
        owe(owed, floors, measured)
        keep(OWED, owed)
    if low:
        print("\nbelow the floor:", *low, sep="\n  ")
    return 1 if low and args.gate else 0


if __name__ == "__main__":
    sys.exit(main())
