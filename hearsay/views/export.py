"""Statements for other programs: JSON lines, CSV, Parquet."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TextIO

from hearsay.errors import InputError
from hearsay.record import StatementRow
from hearsay.views import plain


def line(it: Any) -> str:
    """A row as one line of JSON."""
    return json.dumps(plain.plain(it), ensure_ascii=False)


def jsonl(rows: Sequence[StatementRow], out: TextIO) -> int:
    """One object a line."""
    out.writelines(line(row) + "\n" for row in rows)
    return len(rows)


def table(rows: Sequence[StatementRow], out: TextIO) -> int:
    """CSV with a header; lists are joined by " < ", decisions by "; "."""
    cells = [_flat(row) for row in rows]
    writer = csv.DictWriter(out, list(cells[0]) if cells else ["id"], lineterminator="\n")
    writer.writeheader()
    writer.writerows(cells)
    return len(rows)


def _flat(row: StatementRow) -> dict[str, Any]:
    cells = plain.statement(row)
    decided = "; ".join(f"{it.what} ({it.who}, {it.at}): {it.because}" for it in row.decisions)
    return {**cells, "via": " < ".join(cells["via"]), "trace": "; ".join(cells["trace"]), "decisions": decided}


def parquet(rows: Sequence[StatementRow], path: Path) -> int:
    """A Parquet file. Raises InputError where pyarrow is not installed."""
    try:
        import pyarrow
        from pyarrow import parquet as written
    except ImportError:
        raise InputError("Parquet needs pyarrow; install it with: pip install 'hearsay[parquet]'") from None
    cells = [_flat(row) | {"via": [voice.shown for voice in row.via]} for row in rows]
    written.write_table(pyarrow.Table.from_pylist(cells), path)
    return len(cells)


TEXT: dict[str, Callable[[Sequence[StatementRow], TextIO], int]] = {"jsonl": jsonl, "csv": table}
KINDS = (*TEXT, "parquet")


def export(rows: Sequence[StatementRow], to: str, path: Path) -> int:
    """Write rows to a file of that kind and tell how many there were."""
    if to == "parquet":
        return parquet(rows, path)
    with path.open("w", encoding="utf-8", newline="") as out:
        return TEXT[to](rows, out)
