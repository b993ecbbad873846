"""Parquet tables of crawlers: a row is a page, under the same keys as in JSON. Method: pyarrow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from hearsay.errors import InputError, PageError
from hearsay.model import Page, Reject
from hearsay.pages.crawled import is_page, page_of
from hearsay.pages.streams import Rejecter, seekable

ROWS = 64
"""Rows held at a time: pages with their HTML may have megabytes each."""


def matches(name: str, head: bytes) -> bool:
    """By the first bytes."""
    return head.startswith(b"PAR1")


def read(stream: BinaryIO, address: str, reject: Rejecter) -> Iterator[Page]:
    """One page for each row that holds text; the others are one reject each."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise PageError("a Parquet table, for which pyarrow is needed. Install it: pip install 'hearsay[parquet]'.") from error
    with seekable(stream) as source:
        try:
            number = 0
            for batch in ParquetFile(source).iter_batches(batch_size=ROWS):
                for row in batch.to_pylist():
                    number += 1
                    yield from _page(row, f"{address}#{number}", reject)
        except (ArrowException, OSError) as error:
            raise PageError(f"a Parquet table that cannot be read ({error}). What came before was read.") from error


def _page(row: dict[str, object], address: str, reject: Rejecter) -> Iterator[Page]:
    try:
        if not is_page(row):
            raise PageError(f"a row without text; its columns are {', '.join(list(row)[:20])}.")
        yield page_of(row, address, "parquet")
    except InputError as error:
        reject(Reject(address, "pages", str(error)))
