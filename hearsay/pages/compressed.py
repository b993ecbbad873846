"""One packed file: ``.gz`` and ``.zst``, unpacked as it is read."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from hearsay.errors import PageError
from hearsay.pages.streams import Bounded, Rejecter

GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
SUFFIXES = (".gz", ".gzip", ".zst", ".zstd")


def matches(name: str, head: bytes) -> bool:
    """By the first bytes, whatever the name says."""
    return head.startswith((GZIP, ZSTD))


def entries(stream: BinaryIO, address: str, reject: Rejecter) -> Iterator[tuple[BinaryIO, str]]:
    """The one stream inside, with the address that is left without the suffix."""
    packed = _Counted(stream)
    opened = _zstd(packed) if cast(Any, stream).peek(4)[:4] == ZSTD else gzip.GzipFile(fileobj=cast(Any, packed))
    inner = address[: address.rindex(".")] if address.lower().endswith(SUFFIXES) else address
    yield cast(BinaryIO, io.BufferedReader(Bounded(opened, lambda: packed.count), 1 << 16)), inner


def _zstd(stream: _Counted) -> Any:
    try:
        import zstandard
    except ImportError as error:
        raise PageError("packed with zstandard, which is not installed here. Install it: pip install 'hearsay[archives]'.") from error
    return zstandard.ZstdDecompressor().stream_reader(cast(Any, stream), read_across_frames=True)


class _Counted:
    """A stream that knows how many bytes were taken from it."""

    def __init__(self, stream: BinaryIO):
        self._stream, self.count = stream, 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.count += len(data)
        return data
