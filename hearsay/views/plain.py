"""Rows as plain values, for JSON, CSV and other programs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, is_dataclass
from typing import Any

from hearsay.model.mark import MANY
from hearsay.record import Day, Decision, Found, StatementRow, Verdict

Cells = dict[str, Any]


def statement(row: StatementRow) -> Cells:
    """A statement with its speaker and its chain written out."""
    speaker = row.speaker
    return {
        "id": row.id,
        "speaker": speaker.name if speaker else None,
        "speaker_id": MANY.join(speaker.actors) or None if speaker else None,
        "speaker_words": speaker.words if speaker else None,
        "said_on": row.said_on,
        "said_on_ground": row.said_on_ground,
        "outlet": row.outlet,
        "published": row.published,
        "published_ground": row.published_ground,
        "via": [voice.shown for voice in row.via],
        "mode": row.mode,
        "type": row.type,
        "content": row.content,
        "source": row.source,
        "cue": row.cue,
        "hedged": row.hedged,
        "negated": row.negated,
        "denial": row.denial,
        "medium": row.medium,
        "occasion": row.occasion,
        "confidence": row.confidence,
        "inside": row.inside,
        "headline": row.headline,
        "language": row.language,
        "address": row.address,
        "start": row.start,
        "account": row.account,
        "article": row.article,
        "page": row.page,
        "rule": row.rule,
        "trace": list(row.trace),
        "decisions": [decision(it) for it in row.decisions],
    }


def decision(it: Decision) -> Cells:
    """A decision."""
    return asdict(it)


def verdict(it: Verdict) -> Cells:
    """What the record knows of a quotation."""
    return {"quote": it.quote, "verdict": it.verdict, "found": [found(one) for one in it.found]}


def found(it: Found) -> Cells:
    """One place where a quotation was found."""
    return {
        "words": it.words,
        "score": round(it.score, 3),
        "changes": [asdict(change) for change in it.changes],
        "outlet": it.article.outlet,
        "published": it.article.published,
        "address": it.article.address,
        "account": it.article.account,
        "statement": statement(it.row) if it.row else None,
    }


def day(it: Day) -> Cells:
    """A day with its statements."""
    return {"date": it.date, "statements": [statement(row) for row in it.rows]}


def plain(it: Any) -> Any:
    """Any row of the record as plain values."""
    known: dict[type, Callable[[Any], Cells]] = {StatementRow: statement, Verdict: verdict, Found: found, Day: day}
    return known[type(it)](it) if type(it) in known else _opened(it)


def _opened(it: Any) -> Any:
    if type(it) is StatementRow:
        return statement(it)
    if is_dataclass(it) and not isinstance(it, type):
        return {name: _opened(getattr(it, name)) for name in it.__dataclass_fields__}
    if isinstance(it, tuple) and hasattr(it, "_asdict"):
        return it._asdict()
    return [_opened(one) for one in it] if isinstance(it, tuple | list) else it
