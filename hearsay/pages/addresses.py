"""Addresses of the web, one by one or as a list in a file. Nothing is fetched unless it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from hearsay.model import Page, Reject
from hearsay.pages.streams import HEAD, Rejecter, at_most

WEB, NOTE = ("http://", "https://"), "#"
UNASKED = "nothing is fetched from the web unless you ask for it: hearsay read PATH... --fetch. Or save the pages and give their files."


def is_address(given: str) -> bool:
    """Whether this is an address of the web and no path."""
    return given.lower().startswith(WEB)


def matches(name: str, head: bytes) -> bool:
    """A file of addresses, one a line, and nothing else but empty lines and notes after "#"."""
    whole = head[: head.rfind(b"\n") + 1] if len(head) == HEAD else head
    lines = [line for line in _lines(whole) if not line.startswith(NOTE)]
    return bool(lines) and all(is_address(line) and " " not in line for line in lines)


def read(stream: BinaryIO, address: str, reject: Rejecter) -> Iterator[Page]:
    """No page: a list is fetched only where it is asked for, and never out of an archive."""
    found = _addresses(at_most(stream))
    reject(Reject(address, "pages", f"a list of {len(found)} addresses; {UNASKED}"))
    yield from ()


def listed(path: Path) -> list[str]:
    """The addresses in a file that is a list of them; none for any other file."""
    try:
        with path.open("rb") as stream:
            head = stream.read(HEAD)
            return _addresses(head + at_most(stream)) if matches(path.name, head) else []
    except OSError:
        return []  # whoever reads the file will say why it cannot be read


def _addresses(data: bytes) -> list[str]:
    return [line for line in _lines(data) if is_address(line)]


def _lines(data: bytes) -> Iterator[str]:
    """The lines with words on them."""
    return filter(None, (line.strip() for line in data.decode("utf-8-sig", "replace").splitlines()))
