"""All carriers, the particular before the general, and the choice between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from hearsay.errors import InputError
from hearsay.model import Page, Reject
from hearsay.pages import archives, compressed, feeds, files, jsonl, mhtml, parquet, pdf, telegram, warc
from hearsay.pages.streams import Carrier, Holder, Rejecter, peeked

CARRIERS: tuple[Carrier | Holder, ...] = (warc, compressed, archives, parquet, pdf, mhtml, telegram, feeds, jsonl, files)
DEEPEST = 4
"""Archives within archives: a WACZ holds a packed WARC, a backup may hold the WACZ."""


def read_stream(stream: BinaryIO, address: str, reject: Rejecter, depth: int = 0) -> Iterator[Page]:
    """The pages of one stream, by whichever carrier claims it; what cannot be used goes to `reject`."""
    if depth > DEEPEST:
        reject(Reject(address, "pages", f"archives in archives more than {DEEPEST} deep. Unpack it first."))
        return
    try:
        stream, head = peeked(stream)
        name = address.rsplit("!", 1)[-1].rsplit("/", 1)[-1].lower()
        carrier = next(c for c in CARRIERS if c.matches(name, head))
        if isinstance(carrier, Holder):
            for inner, inner_address in carrier.entries(stream, address, reject):
                yield from read_stream(inner, inner_address, reject, depth + 1)
        else:
            yield from carrier.read(stream, address, reject)
    except InputError as error:
        reject(Reject(address, "pages", str(error)))
    except (OSError, EOFError) as error:
        reason = getattr(error, "strerror", None) or error or "it ends too early"
        reject(Reject(address, "pages", f"cannot be read: {reason}. Check that it is whole and that you may read it."))
