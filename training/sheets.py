"""Examples as tensors, many of them end to end as one batch, with words and classes hidden at random."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from net import Batch
from torch import Tensor

from examples import Example

GAP = 24


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


def blur(b: Batch, words: Tensor, classes: float) -> None:
    """Hide words (each with its chance) and classes at random, so that neither is leaned on alone; now and then most words of a batch."""
    n = len(b.shapes)
    hide = torch.rand(n) < (torch.full_like(words, 0.9) if random.random() < 0.1 else words)
    b.vectors[hide] = 0
    b.spellings[hide, 0] = 0
    b.spellings[hide, 2] = 0
    deep = hide & (torch.rand(n) < 0.7)
    b.spellings[deep] = 0
    b.classes[torch.rand(n) < classes] = 0
    b.concepts[torch.rand(n) < 0.3] = 0
