"""Who said what, according to whom: a checkable record of the statements in news pages.

    import hearsay

    with hearsay.read(["pages/"], record="story.db") as record:
        for row in record.statements():
            print(row.said_on, row.speaker and row.speaker.shown, row.content)

Nothing is imported before it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hearsay.errors import HearsayError, InputError, LanguageError, RecordError
    from hearsay.model import (
        Act,
        Article,
        Group,
        Link,
        Mention,
        Page,
        Reading,
        Reject,
        Span,
        Statement,
        Time,
        Voice,
    )
    from hearsay.record import Record, StatementRow, Wanted

__version__ = "0.1.0"

_HOMES = {
    **dict.fromkeys(["HearsayError", "InputError", "LanguageError", "RecordError"], "hearsay.errors"),
    **dict.fromkeys(["Act", "Article", "Group", "Link", "Mention", "Page", "Reading", "Reject"], "hearsay.model"),
    **dict.fromkeys(["Span", "Statement", "Time", "Voice"], "hearsay.model"),
    **dict.fromkeys(["Record", "StatementRow", "Wanted"], "hearsay.record"),
}

__all__ = [
    "Act",
    "Article",
    "Group",
    "HearsayError",
    "InputError",
    "LanguageError",
    "Link",
    "Mention",
    "Page",
    "Reading",
    "Record",
    "RecordError",
    "Reject",
    "Span",
    "Statement",
    "StatementRow",
    "Time",
    "Voice",
    "Wanted",
    "__version__",
    "open_record",
    "read",
]


def read(
    paths: str | Path | Iterable[str | Path], record: str | Path | None = None, *, recall: bool = False, fetch: bool = False
) -> Record:
    """Read the pages at these paths (files, folders, patterns; one or several) into a record and give it back, open.

    `record` is the path of its file, made if there is none; without one the record lives in memory. With `recall`, doubtful statements
    are taken too, with their low confidence. With `fetch`, addresses of the web among the paths are fetched, politely.
    """
    from hearsay import flow
    from hearsay.record import open as opened

    made = opened(record or ":memory:")
    try:
        flow.build([paths] if isinstance(paths, str | Path) else paths, made, recall=recall, fetch=fetch)
    except BaseException:
        made.close()
        raise
    return made


def open_record(path: str | Path) -> Record:
    """Open a record that is there. Raises RecordError where there is none."""
    from hearsay.record import open as opened

    return opened(path, create=False)


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"hearsay has no {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
