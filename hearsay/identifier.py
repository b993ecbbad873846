"""py3langid's identifier, its walk over a text's bytes made at all places at once: the same verdicts in a fraction of the time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from py3langid.langid import MODEL_FILE, LanguageIdentifier

DEEP = 6
"""Bytes of the longest run that the model knows. The walk's state depends on no byte further back."""
BYTES = 1 << 8
BEFORE = b"\xff" * DEEP
"""What stands before a text: a byte of which no run has any, so that the walk begins afresh behind it."""

Numbers = npt.NDArray[np.int64]


class Identifier(LanguageIdentifier):
    """Overrides the method that scores a text; should a later py3langid not call it, its own slower one does the same."""

    __slots__ = ("outputs", "pairs", "rows", "steps", "weights")

    def prepare(self) -> None:
        """Keep the walk's tables as arrays, with the row of the state after any two bytes."""
        self.steps = np.asarray(self.tk_nextmove)
        self.rows = np.asarray(self.tk_row).astype(np.int64) << 8
        self.outputs = np.asarray(self.tk_output)
        self.pairs = self.rows[self.steps[self.rows[self.steps[:BYTES, None]] + np.arange(BYTES)]].reshape(-1)
        self.weights = np.ascontiguousarray(self.nb_ptc, np.float32)

    def _raw_score(self, text: bytes) -> npt.NDArray[np.float32]:
        found, counts = self.runs(text)
        scores = (
            np.log1p(counts.astype(np.float32)) @ self.weights.take(found, axis=0) + self.nb_pc if len(found) else super()._raw_score(text)
        )
        return np.asarray(scores, np.float32)

    def runs(self, text: bytes) -> tuple[Numbers, Numbers]:
        """Which of the runs of bytes that the model knows stand in a text, in the model's order, and how often."""
        ordered = np.sort(self.outputs.take(self._states(np.frombuffer(BEFORE + text, np.uint8))))  # first -1: before a text stands no run
        edges = np.append((ordered[1:] != ordered[:-1]).nonzero()[0] + 1, len(ordered))
        return ordered[edges[:-1]], edges[1:] - edges[:-1]

    def _states(self, read: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint32]:
        """The walk's state after each byte from the `DEEP`th on, begun afresh so many before it; the first two of them looked up in one."""
        count, read = len(read), read.astype(np.int64)
        rows = self.pairs.take((read[: 1 - DEEP] << 8) + read[1 : count - DEEP + 2])
        for back in range(DEEP - 3, 0, -1):
            rows = self.rows.take(self.steps.take(rows + read[DEEP - 1 - back : count - back]))
        return self.steps.take(rows + read[DEEP - 1 :])


def identifier(languages: Sequence[str]) -> Any:
    """An identifier that knows only these languages and gives probabilities."""
    made = Identifier.from_model_file(MODEL_FILE, norm_probs=True)
    made.set_languages(list(languages))
    made.prepare()
    return made
