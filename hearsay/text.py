"""Spans that stay true: fold, slice, shift, hash, and the tokens that everything counts in."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate, repeat
from typing import NamedTuple

from hearsay.model import Span

TOKEN = re.compile(r"\w+(?:[-'’ʼ]\w+)*|[^\w\s]")
PIECES = re.compile(f"({TOKEN.pattern})")
LABEL = re.compile(
    r"^[ \t]*[\"“„«]?((?:[^\W\d_]{1,4}\.?[ \t]+)?[^\W\d_][\w.'’-]*(?:[ \t]+[^\W\d_][\w.'’-]*){0,4})[ \t]*:[ \t]*(?=\S|$)", re.MULTILINE
)
"""A few words before a colon at the beginning of a line, as a transcript names who speaks; the transcript may be quoted line by line."""
APOSTROPHES = "’ʼ‘`"


class Token(NamedTuple):
    """A word or a sign, as printed, with its place."""

    start: int
    stop: int
    text: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.stop)


_new = tuple.__new__  # what Token() does, at once


def tokens(text: str, start: int = 0, stop: int | None = None) -> list[Token]:
    """The words and signs of a stretch of text: "Псакі." gives "Псакі" and ".". Hyphens and apostrophes inside a word hold it together."""
    pieces = PIECES.split(text[start:stop])  # what stands before each token, and the token; then the rest: no step of ours for each
    places = list(accumulate(map(len, pieces), initial=start))
    return list(map(_new, repeat(Token), zip(places[1:-1:2], places[2::2], pieces[1::2], strict=True)))


@lru_cache(maxsize=1 << 17)
def fold(word: str) -> str:
    """The form in which words are compared: composed, caseless, one kind of apostrophe. Accents stay."""
    return fold_text(word)


def fold_text(text: str) -> str:
    """The same form of a text too long to be remembered."""
    folded = unicodedata.normalize("NFC", text).casefold()
    for sign in APOSTROPHES:
        folded = folded.replace(sign, "'")
    return folded


def trim(text: str, span: Span, signs: str = "") -> Span:
    """The span without white space, and without these signs, at its ends."""
    start, stop = span
    while start < stop and (text[start].isspace() or text[start] in signs):
        start += 1
    while stop > start and (text[stop - 1].isspace() or text[stop - 1] in signs):
        stop -= 1
    return Span(start, stop)


def shift(spans: Iterable[Span], by: int) -> tuple[Span, ...]:
    """The spans moved by so many characters."""
    return tuple(Span(s.start + by, s.stop + by) for s in spans)


def join(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Sorted spans, those that touch or have nothing but white space between them made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and (span.start <= out[-1].stop or not text[out[-1].stop : span.start].strip()):
            out[-1] = Span(out[-1].start, max(out[-1].stop, span.stop))
        else:
            out.append(span)
    return tuple(out)


def words(text: str, spans: Iterable[Span]) -> str:
    """What the spans hold, pieces parted by " … "."""
    return " … ".join(text[s.start : s.stop] for s in spans)


def digest(*parts: object) -> str:
    """An id: the first 16 hexadecimal digits of the SHA-256 of the parts."""
    joined = "\x1f".join(map(str, parts))
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def digest_bytes(data: bytes) -> str:
    """The id of bytes as received."""
    return hashlib.sha256(data).hexdigest()[:16]
