"""Bytes become characters: by byte order mark, by declaration, as UTF-8, or by what the bytes look like."""

from __future__ import annotations

import codecs

from hearsay.errors import PageError

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
KINDS = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive"),
)
CANDIDATES = ("cp1251", "koi8_r", "koi8_u", "cp1250", "iso8859_2", "iso8859_5", "cp1252", "cp866")
NEVER = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"})
"""Codecs of domain names and programs, and one that browsers refuse; no page is written in these."""
CONTROL = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])
FEW = 0.002
"""Share of characters that may be broken before a page is refused: a stray byte in a page of 500 characters passes."""


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """The characters and the name of their encoding. A byte order mark is left out of the text.

    Raises PageError for binary data and for text in which more than one character in five hundred cannot be read.
    """
    for mark, name in MARKS:
        if data.startswith(mark):
            return _sound(data.decode(name, "replace").removeprefix("\ufeff"), data), name
    if wide := _wide(data):
        return _sound(data.decode(wide, "replace"), data), wide
    for name in filter(None, (_known(declared), "utf-8")):
        try:
            return _sound(data.decode(name), data), name
        except UnicodeDecodeError:
            continue
    nearly = data.decode("utf-8", "replace")
    if nearly.count("\ufffd") <= max(1, FEW * len(nearly)):
        return _sound(nearly, data), "utf-8"
    return _guess(data)


def _known(name: str | None) -> str | None:
    """The codec a page declares, if there is one by that name for pages; UTF-16 declared in single-byte markup cannot be true."""
    try:
        codec = codecs.lookup(name or "")
    except (LookupError, ValueError):
        return None
    is_for_pages = codec._is_text_encoding and codec.name not in NEVER and not codec.name.startswith(("utf-16", "utf-32"))
    return codec.name if is_for_pages else None


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of much text is one of a few."""
    sample = data[:4096]
    if len(sample) < 8:
        return None
    even, odd = sample[0::2], sample[1::2]
    few = b"\x00\x04"
    high_odd = sum(odd.count(b) for b in few) / len(odd)
    high_even = sum(even.count(b) for b in few) / len(even)
    if high_odd > 0.9 and high_even < 0.5:
        return "utf-16-le"
    return "utf-16-be" if high_even > 0.9 and high_odd < 0.5 else None


def _guess(data: bytes) -> tuple[str, str]:
    """The legacy encoding that fits best. Method: charset_normalizer, limited to those that news in our languages was written in."""
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=list(CANDIDATES)).best()
    if best is None:
        raise PageError(
            f"{_kind(data)}; no known text encoding fits. Expected text or HTML in UTF-8, UTF-16, windows-1251, koi8-r or the like."
        )
    return _sound(str(best), data), best.encoding


def _sound(text: str, data: bytes) -> str:
    """The text, if it is text."""
    written = text.encode("utf-8", "surrogatepass")
    broken = len(written) - len(written.translate(None, CONTROL)) + text.count("\ufffd")
    if broken > max(1, FEW * len(text)):
        raise PageError(f"{_kind(data)}; {broken:,} of {len(text):,} characters cannot be read. Expected text or HTML.")
    return text


def _kind(data: bytes) -> str:
    return next((f"this is {name}" for magic, name in KINDS if data.startswith(magic)), "binary data or a broken encoding")
