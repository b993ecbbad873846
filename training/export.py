"""Write trained runs as the weights file that ships.

python training/export.py VECTORS.npz OUT.npz RUN.pt [RUN.pt ...]
"""

from __future__ import annotations

import argparse
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


def run(path: Path) -> dict[str, np.ndarray]:
    kept: dict[str, Any] = torch.load(path, weights_only=True)
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
    a = ap.parse_args()
    with np.load(a.vectors) as stored:
        arrays = {"vector keys": stored["vector keys"], "vectors": stored["vectors"]}
    for n, path in enumerate(a.runs):
        arrays |= {f"{n}/{name}": array for name, array in run(path).items()}
    np.savez_compressed(a.out, **arrays)
    print(a.out, f"{a.out.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
