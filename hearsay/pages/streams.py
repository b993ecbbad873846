"""Streams that archives are read from: peeked at, bounded, never trusted to end."""

from __future__ import annotations

import gzip
import io
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, Protocol, cast, runtime_checkable

from hearsay.errors import PageError
from hearsay.model import Page, Reject

HEAD = 4096
LARGEST = 32 * 1024 * 1024
"""Bytes that one page may have. The largest of the public benchmarks has 5 MB."""
FREE = 256 * 1024 * 1024
SWELL = 200
"""An archive may unpack to `FREE` bytes, then to `SWELL` times its packed size: text packs thirty times, a bomb a thousand."""
DAMAGE = (EOFError, ValueError, zlib.error, zipfile.BadZipFile, gzip.BadGzipFile)
IN_MEMORY = 16 * 1024 * 1024

Rejecter = Callable[[Reject], None]


class Carrier(Protocol):
    """A kind of file that holds pages: `matches` by name and first bytes, `read` yields its pages and rejects what cannot be used."""

    def matches(self, name: str, head: bytes) -> bool: ...

    def read(self, stream: BinaryIO, address: str, reject: Rejecter) -> Iterator[Page]: ...


@runtime_checkable
class Holder(Protocol):
    """A kind of file that holds other files: `entries` yields each as a stream with its address."""

    def matches(self, name: str, head: bytes) -> bool: ...

    def entries(self, stream: BinaryIO, address: str, reject: Rejecter) -> Iterator[tuple[BinaryIO, str]]: ...


def peeked(stream: BinaryIO) -> tuple[BinaryIO, bytes]:
    """A stream and its first bytes, which stay in it."""
    buffered = stream if hasattr(stream, "peek") else io.BufferedReader(cast(Any, stream), HEAD * 4)
    return cast(BinaryIO, buffered), buffered.peek(HEAD)[:HEAD]


def at_most(stream: BinaryIO, limit: int = LARGEST) -> bytes:
    """All bytes of a stream. Raises PageError where there are more than the limit."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise PageError(f"more than the {limit:,} bytes that one page may have. If it is an archive, give it its usual suffix.")
    return data


class Bounded(io.RawIOBase):
    """What a packed stream unpacks to. Damage, and swelling as no text does, end it with a PageError."""

    def __init__(self, unpacked: Any, packed_size: Callable[[], int]):
        self._unpacked, self._packed_size, self._count = unpacked, packed_size, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer)
        data = self._sound(len(view))
        self._count += len(data)
        if self._count > FREE and self._count > SWELL * self._packed_size():
            raise PageError(
                f"unpacks to more than {SWELL} times its size ({self._count:,} bytes so far), as no texts do. Left unread from here."
            )
        view[: len(data)] = data
        return len(data)

    def _sound(self, size: int) -> bytes:
        try:
            return bytes(self._unpacked.read(size))
        except Exception as error:
            if isinstance(error, DAMAGE) or type(error).__name__ == "ZstdError":  # zstandard is imported only where it is needed
                raise PageError(f"the packed data is damaged or cut off ({error}). What came before was read.") from error
            raise


class Forward:
    """A stream that can only be read on, which knows its place and can step ahead."""

    def __init__(self, stream: BinaryIO):
        self._stream, self._at = stream, 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        ahead = offset if whence == io.SEEK_CUR else offset - self._at
        if whence == io.SEEK_END or ahead < 0:
            raise io.UnsupportedOperation("this stream can only be read on")
        while ahead and (skipped := len(self.read(min(ahead, 1 << 16)))):
            ahead -= skipped
        return self._at


@contextmanager
def seekable(stream: BinaryIO) -> Iterator[BinaryIO]:
    """The stream, or a copy on disk where it cannot be read from any place; the copy goes when it is done with."""
    if stream.seekable():
        yield stream
        return
    with tempfile.SpooledTemporaryFile(IN_MEMORY) as copy:
        shutil.copyfileobj(stream, copy)
        copy.seek(0)
        yield cast(BinaryIO, copy)
