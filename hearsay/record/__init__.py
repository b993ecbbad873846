"""Keep and check: pages, readings, links and decisions in one file, every row with the words that prove it."""

from hearsay.record.ask import Wanted
from hearsay.record.rows import (
    ActorRow,
    ArticleRow,
    Change,
    Counts,
    Day,
    Decision,
    Explanation,
    Forgotten,
    Found,
    Passage,
    Piece,
    SpanCheck,
    StatementRow,
    Verdict,
    VoiceRow,
)
from hearsay.record.store import Record, open

__all__ = [
    "ActorRow",
    "ArticleRow",
    "Change",
    "Counts",
    "Day",
    "Decision",
    "Explanation",
    "Forgotten",
    "Found",
    "Passage",
    "Piece",
    "Record",
    "SpanCheck",
    "StatementRow",
    "Verdict",
    "VoiceRow",
    "Wanted",
    "open",
]
