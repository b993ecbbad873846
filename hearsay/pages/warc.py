"""WARC archives of crawlers, packed or not, with WET (texts taken from pages) among them. Method: FastWARC."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, cast

from hearsay.errors import InputError, PageError
from hearsay.model import Page, Reject
from hearsay.pages.make import from_bytes
from hearsay.pages.streams import LARGEST, Forward, Rejecter

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

MEDIA = {"text/html": "text/html", "application/xhtml+xml": "text/html", "text/plain": "text/plain"}
PACKED = (b"\x1f\x8b", b"\x28\xb5\x2f\xfd")


def matches(name: str, head: bytes) -> bool:
    """By the first bytes; a packed one by its name."""
    return head.startswith(b"WARC/") or (".warc" in name and head.startswith(PACKED))


def read(stream: BinaryIO, address: str, reject: Rejecter) -> Iterator[Page]:
    """The HTML and text records of the archive. Pages that cannot be used are rejected one by one, other media with one count."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise PageError("a WARC archive, for which FastWARC is needed. Install it: pip install 'hearsay[archives]'.") from error
    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    other: Counter[str] = Counter()
    whole = stream if stream.seekable() else cast(BinaryIO, Forward(stream))
    try:
        for record in ArchiveIterator(whole, record_types=kinds, parse_http=True, auto_decode="all", quirks_mode=True, fsspec_args=False):
            yield from _page(record, other, address, reject)
    except PageError:
        raise
    except BaseException as error:
        if not isinstance(error, OSError | ValueError) and type(error).__name__ != "PanicException":  # FastWARC's own, no Exception
            raise
        raise PageError(f"the archive is damaged or cut off ({error}). What came before was read.") from error
    finally:
        if other:
            kinds_of = ", ".join(f"{kind} {n:,}" for kind, n in other.most_common(5))
            reject(Reject(address, "pages", f"{sum(other.values()):,} records hold no page of text ({kinds_of})."))


def _page(record: WarcRecord, other: Counter[str], archive: str, reject: Rejecter) -> Iterator[Page]:
    uri = record.headers.get("WARC-Target-URI") or f"{archive}#{record.stream_pos}"
    status = record.http_headers.status_code if record.is_http and record.http_headers else 200
    declared = (record.http_content_type if record.is_http else record.headers.get("Content-Type")) or ""
    media = MEDIA.get(declared.split(";")[0].strip().lower())
    if media is None or status is None:
        other[declared.split(";")[0] or "no media type"] += 1
        return
    try:
        if status >= 300:
            raise PageError(f"an answer with HTTP status {status}, no page.")
        data = record.reader.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise PageError(f"more than the {LARGEST:,} bytes that one page may have.")
        moment = record.record_date.isoformat() if record.record_date else None
        yield from_bytes(data, uri, media=media, charset=record.http_charset if record.is_http else "utf-8", captured=moment)
    except InputError as error:
        reject(Reject(uri, "pages", str(error)))
