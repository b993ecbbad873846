"""Write trained runs as the weights file that ships.

python training/export.py VECTORS.npz OUT.npz RUN.pt [RUN.pt ...] [--mean]

With --mean the runs, which must have gone on from one (`train.py --start`), become one network of their mean weights (Wortsman et al. 2022,
"Model soups"); without, each is asked for itself and their opinions are averaged at reading time.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from net import DILATIONS, INNER

TURNED = ("spelled", "vector", "classes", "places", "cues", "near", "anchor", "aspects", "emit", "judge", "verdict")


def small(name: str, array: np.ndarray) -> dict[str, np.ndarray]:
    """The array as it is kept: the big table in 8 bits with a scale for each column, the rest in 16; matrices ready for row vectors."""
    if name == "spelling.weight":
        scale = np.quantile(np.abs(array), 0.9995, axis=0) / 127
        return {name: np.clip(np.round(array / scale), -127, 127).astype(np.int8), name + ".scale": scale.astype(np.float32)}
    if array.ndim == 3:
        array = array.transpose(2, 1, 0).reshape(-1, array.shape[0])
    elif name.endswith(".weight") and name.split(".")[0] in TURNED:
        array = array.T
    return {name: array.astype(np.float16)}


def mean(paths: Sequence[Path]) -> dict[str, Any]:
    """One run whose weights are the mean of these."""
    kept = [torch.load(path, weights_only=True) for path in paths]
    return kept[0] | {"net": {name: sum(k["net"][name].float() for k in kept) / len(kept) for name in kept[0]["net"]}}


def run(kept: dict[str, Any]) -> dict[str, np.ndarray]:
    """A run's arrays as they are kept."""
    out = {"dilations": np.array([*kept.get("dilations", DILATIONS), *INNER], np.float16)}
    for name, tensor in kept["net"].items():
        if not name.startswith("roles."):
            out |= small(name, tensor.numpy())
    return out


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("vectors", type=Path)
    ap.add_argument("out", type=Path)
    ap.add_argument("runs", type=Path, nargs="+")
    ap.add_argument("--mean", action="store_true")
    a = ap.parse_args()
    with np.load(a.vectors) as stored:
        arrays = {"vector keys": stored["vector keys"], "vectors": stored["vectors"]}
    for n, paths in enumerate([a.runs] if a.mean else [[path] for path in a.runs]):
        arrays |= {f"{n}/{name}": array for name, array in run(mean(paths)).items()}
    np.savez_compressed(a.out, **arrays)
    print(a.out, f"{a.out.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
