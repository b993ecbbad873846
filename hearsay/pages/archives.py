"""ZIP archives, and WACZ (a ZIP of WARCs with an index): each file inside is read as if it lay in a folder. Nothing is unpacked to disk."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from hearsay.errors import PageError
from hearsay.model import Reject
from hearsay.pages.streams import Bounded, Rejecter, seekable

BROKEN = (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, struct.error)
"""What `zipfile` raises on damaged directories; RuntimeError where a file needs a password."""
MOST = 1_000_000
"""Files that one archive may list."""


def matches(name: str, head: bytes) -> bool:
    """By the first bytes."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def entries(stream: BinaryIO, address: str, reject: Rejecter) -> Iterator[tuple[BinaryIO, str]]:
    """Each file inside as a stream, addressed ``archive.zip!name``; one that cannot be opened is one reject."""
    with seekable(stream) as source:
        try:
            archive = zipfile.ZipFile(source)
        except BROKEN as error:
            raise PageError(f"a ZIP archive that cannot be opened ({error}). Check that it is whole.") from error
        with archive:
            for info in wanted(archive):
                inner = f"{address}!{info.filename}"
                try:
                    yield from _entry(archive, info, inner)
                except BROKEN as error:
                    reject(Reject(inner, "pages", f"cannot be unpacked ({error}). Unpack it by hand, with its password if it has one."))


def _entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo, inner: str) -> Iterator[tuple[BinaryIO, str]]:
    with archive.open(info) as opened:
        yield cast(BinaryIO, io.BufferedReader(Bounded(opened, lambda: info.compress_size), 1 << 16)), inner


def wanted(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The files that may hold pages, in order of name: of a WACZ its WARCs. Raises PageError for what is no archive of pages."""
    files = sorted((info for info in archive.infolist() if not info.is_dir()), key=lambda info: info.filename)
    names = {info.filename for info in files}
    if len(files) > MOST:
        raise PageError(f"lists {len(files):,} files, more than the {MOST:,} that one archive may. Unpack it by parts.")
    if "[Content_Types].xml" in names or "mimetype" in names:
        raise PageError("an office document or e-book. Save it as HTML or text.")
    if "datapackage.json" in names:
        return [info for info in files if info.filename.startswith("archive/")]
    return [info for info in files if not info.filename.startswith("__MACOSX/") and not info.filename.rsplit("/", 1)[-1].startswith(".")]
