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

Numbers = npt.NDArray[np.int64]


class Identifier(LanguageIdentifier):
    """Overrides the method that scores a text; should a later py3langid not call it, its own slower one does the same."""

    __slots__ = ("outputs", "pairs", "rows", "steps", "weights")

    def prepare(self) -> None:
        """Keep the walk's tables as arrays, with the state after any two bytes."""
        self.steps = np.asarray(self.tk_nextmove)
        self.rows = np.asarray(self.tk_row).astype(np.int32) << 8
        self.outputs = np.asarray(self.tk_output)
        self.pairs = self.steps[self.rows[self.steps[:BYTES, None]] + np.arange(BYTES)].reshape(-1)
        self.weights = np.ascontiguousarray(self.nb_ptc, np.float32)

    def _raw_score(self, text: bytes) -> npt.NDArray[np.float32]:
        found, counts = self.runs(text)
        scores = (
            np.log1p(counts.astype(np.float32)) @ self.weights.take(found, axis=0) + self.nb_pc if len(found) else super()._raw_score(text)
        )
        return np.asarray(scores, np.float32)

    def runs(self, text: bytes) -> tuple[Numbers, Numbers]:
        """Which of the runs of bytes that the model knows stand in a text, in the model's order, and how often."""
        outputs = self.outputs[self._states(np.frombuffer(text, np.uint8))]
        ordered = np.sort(outputs[outputs >= 0])
        edges = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1], [True]])) if len(ordered) else np.zeros(1, np.int64)
        return ordered[edges[:-1]], np.diff(edges)

    def _states(self, read: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint32]:
        """The walk's state after each byte, begun afresh `DEEP` bytes before it; the first two of those are looked up in one."""
        count = len(read)
        if count < DEEP:
            return self._walked(read)
        states = self.pairs[(read[: 1 - DEEP].astype(np.int32) << 8) + read[1 : count - DEEP + 2]]
        for back in reversed(range(DEEP - 2)):
            states = self.steps[self.rows[states] + read[DEEP - 1 - back : count - back]]
        return np.concatenate([self._walked(read[: DEEP - 1]), states])

    def _walked(self, read: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint32]:
        """The states of a few bytes, one after the other."""
        states = [0]
        for byte in read.tolist():
            states.append(int(self.steps[self.rows[states[-1]] + byte]))
        return np.array(states[1:], np.uint32)


def identifier(languages: Sequence[str]) -> Any:
    """An identifier that knows only these languages and gives probabilities."""
    made = Identifier.from_model_file(MODEL_FILE, norm_probs=True)
    made.set_languages(list(languages))
    made.prepare()
    return made
