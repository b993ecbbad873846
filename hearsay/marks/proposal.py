"""A proposal: an attribution as the tagger sees it, before it is made a statement."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.model import Span


@dataclass(frozen=True, slots=True)
class Proposal:
    """Words that seem to report what someone said: who, the reporting words, what.

    Each role is a sorted tuple of spans in the article's text, several where the words stand apart, none where there are none;
    `content` always has one. `confidence` is how often such a proposal is right, between 0 and 1. `level` is 0 for an outermost
    report and 1 for one that stands inside another's content ("Anna said that Ivan had promised an answer" holds both).
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float
    level: int = 0
    rule: str = ""
