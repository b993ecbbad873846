"""Transcripts of briefings and interviews: who takes which turn."""

from __future__ import annotations

from hearsay.model import Place, Span
from hearsay.text import LABEL, trim

LEAST = 4
"""Turns that a text must have: three colons at line beginnings stand in many articles."""
VOICES = 2


def turns(text: str) -> tuple[Place, ...]:
    """The turns of a transcript, named by their labels; none where a text is no transcript.

    A label is a few words in capitals before a colon at the beginning of a line: "MR DORVAN:", "QUESTION:", "ВОПРОС:".
    """
    labels = [m for m in LABEL.finditer(text) if m[1].upper() == m[1] and any(c.isalpha() for c in m[1])]
    names = [m[1] for m in labels]
    if len(labels) < LEAST or len(set(names)) < VOICES or len(set(names)) == len(names):
        return ()
    ends = [*(m.start() for m in labels[1:]), len(text)]
    spans = (trim(text, Span(label.end(), end)) for label, end in zip(labels, ends, strict=True))
    return tuple(Place(f"turn {name}", span) for name, span in zip(names, spans, strict=True))
