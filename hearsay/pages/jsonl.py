"""JSON of crawlers: an object a line, an array of objects, or one object."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from hearsay.errors import InputError, PageError
from hearsay.model import Page, Reject
from hearsay.pages.crawled import is_page, page_of
from hearsay.pages.streams import LARGEST, Rejecter

SUFFIXES = (".jsonl", ".ndjson", ".jsonlines", ".json")
CHUNK = 1 << 16
NEAR = 64


def matches(name: str, head: bytes) -> bool:
    """By name, or by an object or an array of objects at the beginning."""
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    return start.startswith((b'{"', b"{\n", b"{\r\n", b"{ ", b"[{", b"[\n", b"[ {")) or (
        name.endswith(SUFFIXES) and start[:1] in (b"{", b"[")
    )


def read(stream: BinaryIO, address: str, reject: Rejecter) -> Iterator[Page]:
    """One page for each object that holds text; the others, and lines that are no JSON, are one reject each."""
    for number, value in enumerate(values(stream, address, reject), 1):
        try:
            if not is_page(value):
                raise PageError("an object without text: no key that news-please, Fundus, newspaper4k or trafilatura keep it under.")
            yield page_of(value, f"{address}#{number}", "json")
        except InputError as error:
            reject(Reject(f"{address}#{number}", "pages", str(error)))


def values(stream: BinaryIO, address: str, reject: Rejecter) -> Iterator[Any]:
    """The objects of a stream, read piece by piece. After a broken one reading goes on at the next line."""
    lines = Lines(stream)
    while (start := lines.next_value()) is not None:
        try:
            yield lines.value()
        except ValueError as error:
            reject(Reject(f"{address} line {start}", "pages", f"no JSON ({error}). Expected one object a line, or an array of objects."))
            lines.skip_line()


class Lines:
    """Text of a stream that values are taken from one by one; never more than one value is held."""

    def __init__(self, stream: BinaryIO):
        self._reader = codecs.getreader("utf-8-sig")(stream, "replace")
        self._held, self._at, self._line, self._ended = "", 0, 1, False

    def _more(self, size: int = CHUNK) -> bool:
        piece = "" if self._ended else self._reader.read(size, size)
        self._ended = not piece
        self._held, self._at = self._held[self._at :] + piece, 0
        return bool(piece)

    def next_value(self) -> int | None:
        """Step over what stands between values; the number of the line the next begins on, None at the end."""
        while True:
            while self._at < len(self._held) and (self._held[self._at].isspace() or self._held[self._at] in ",[]"):
                self._line += self._held[self._at] == "\n"
                self._at += 1
            if self._at < len(self._held):
                return self._line
            if not self._more():
                return None

    def value(self) -> Any:
        """The value that begins here. Raises ValueError where it is no JSON, or larger than a page may be."""
        size = CHUNK
        while True:
            try:
                found, stop = json.JSONDecoder(strict=False).raw_decode(self._held, self._at)
            except RecursionError as error:
                raise ValueError("nested too deep") from error
            except json.JSONDecodeError as error:
                if self._broken(error) or not self._more(size):
                    raise
                size *= 2
                continue
            self._line += self._held.count("\n", self._at, stop)
            self._at = stop
            return found

    def _broken(self, error: json.JSONDecodeError) -> bool:
        """Whether more text would not mend it: the fault lies well before the end of what is held, or too much is held."""
        inside = error.pos < len(self._held) - NEAR and not error.msg.startswith("Unterminated")
        return inside or len(self._held) - self._at > LARGEST

    def skip_line(self) -> None:
        """Go on behind the next line break."""
        while (end := self._held.find("\n", self._at)) < 0:
            self._at = len(self._held)
            if not self._more():
                return
        self._at = end

    def find(self, words: str) -> str | None:
        """Go on behind these words; what stood before them, None where they come no more."""
        while (found := self._held.find(words, self._at)) < 0:
            kept = max(self._at, len(self._held) - len(words) - CHUNK)
            self._at = kept
            if not self._more():
                return None
        before, self._at = self._held[self._at : found], found + len(words)
        return before

    def at_bracket(self) -> bool:
        """Whether an array ends here; steps over white space and commas."""
        while True:
            while self._at < len(self._held) and (self._held[self._at].isspace() or self._held[self._at] == ","):
                self._at += 1
            if self._at < len(self._held):
                return self._held[self._at] == "]"
            if not self._more():
                return True
