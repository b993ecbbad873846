"""All carriers, the particular before the general, and the choice between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from hearsay.errors import InputError, PageError
from hearsay.model import Page, Reject
from hearsay.pages import addresses, archives, compressed, feeds, files, jsonl, mhtml, parquet, pdf, telegram, warc
from hearsay.pages.streams import Carrier, Holder, Rejecter, peeked

CARRIERS: tuple[Carrier | Holder, ...] = (warc, compressed, archives, parquet, pdf, mhtml, telegram, feeds, jsonl, addresses, files)
DEEPEST = 4
"""Archives within archives: a WACZ holds a packed WARC, a backup may hold the WACZ."""


def read_stream(stream: BinaryIO, address: str, reject: Rejecter, depth: int = 0) -> Iterator[Page]:
    """The pages of one stream, by whichever carrier claims it; what cannot be used, and a stream that holds nothing, goes to `reject`."""
    told = 0

    def counted(refused: Reject) -> None:
        nonlocal told
        told += 1
        reject(refused)

    try:
        for page in _claimed(stream, address, counted, depth):
            told += 1
            yield page
    except InputError as error:
        counted(Reject(address, "pages", str(error)))
    except (OSError, EOFError) as error:
        reason = getattr(error, "strerror", None) or error or "it ends too early"
        counted(Reject(address, "pages", f"cannot be read: {reason}. Check that it is whole and that you may read it."))
    if not told:
        reject(Reject(address, "pages", "holds no page: nothing in it that this kind of file keeps pages in."))


def _claimed(stream: BinaryIO, address: str, reject: Rejecter, depth: int) -> Iterator[Page]:
    if depth > DEEPEST:
        raise PageError(f"archives in archives more than {DEEPEST} deep. Unpack it first.")
    stream, head = peeked(stream)
    name = address.rsplit("!", 1)[-1].rsplit("/", 1)[-1].lower()
    carrier = next(c for c in CARRIERS if c.matches(name, head))
    if isinstance(carrier, Holder):
        for inner, inner_address in carrier.entries(stream, address, reject):
            yield from read_stream(inner, inner_address, reject, depth + 1)
    else:
        yield from carrier.read(stream, address, reject)
