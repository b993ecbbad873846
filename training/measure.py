"""The measure of article bodies, as the public extraction benchmark has it, with how far it may be off by the choice of pages.

Runs of four words, as a multiset: each page's hits, extras and misses are divided by their sum, so that every page weighs the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

TOKEN = re.compile(r"\w+")
SHINGLE = 4


def shares(gold: str, found: str) -> tuple[float, float, float]:
    """Hits, extras and misses of one page, as shares of their sum."""
    wanted, given = _shingles(gold), _shingles(found)
    hits = sum((wanted & given).values())
    counts = (hits, sum(given.values()) - hits, sum(wanted.values()) - hits)
    total = sum(counts) or 1
    return counts[0] / total, counts[1] / total, counts[2] / total


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = TOKEN.findall(text)
    return Counter(tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)) if words)


def f1(rows: Sequence[Sequence[float]]) -> float:
    """F1 over rows of hits, extras and misses."""
    hits, extras, misses = np.sum(np.array(rows, float), axis=0)
    return float(2 * hits / (2 * hits + extras + misses))


def error(rows: Sequence[Sequence[float]]) -> float:
    """The standard error of `f1`: how it moves when each page in turn is left out. Method: jackknife."""
    without = np.array([f1([*rows[:i], *rows[i + 1 :]]) for i in range(len(rows))])
    return float(np.sqrt((len(rows) - 1) * np.mean((without - without.mean()) ** 2)))


def segments(wanted: Sequence[str], unwanted: Sequence[str], found: str) -> tuple[float, float, float]:
    """Of segments that must and must not stand in a body: those rightly there, those wrongly there, those missing."""
    text = f" {' '.join(TOKEN.findall(found))} "
    here, wrong = (sum(f" {' '.join(TOKEN.findall(s))} " in text for s in some) for some in (wanted, unwanted))
    return here, wrong, len(wanted) - here


def told(rows: Sequence[Sequence[float]]) -> str:
    """A measure in one line."""
    hits, extras, misses = np.sum(np.array(rows, float), axis=0)
    return f"F1 {f1(rows):.4f} ± {error(rows):.4f}  P {hits / (hits + extras):.3f}  R {hits / (hits + misses):.3f}  pages {len(rows)}"
