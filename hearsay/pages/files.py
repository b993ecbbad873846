"""Plain files and folders: which files there are, and one file that is one page."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from hearsay.model import Page, Reject
from hearsay.pages import addresses
from hearsay.pages.make import from_bytes
from hearsay.pages.saved import origin
from hearsay.pages.streams import at_most
from hearsay.pages.transcripts import turns


def matches(name: str, head: bytes) -> bool:
    """Any file may be one page."""
    return True


def read(stream: BinaryIO, address: str, reject: Callable[[Reject], None]) -> Iterator[Page]:
    """The file as one page; a transcript with its turns as places, a saved page with the address and moment that it names."""
    page = from_bytes(at_most(stream), address)
    url, moment = origin(page.data[:2048].decode("utf-8", "replace"))
    places = turns(page.text) if page.media == "text/plain" else ()
    yield replace(page, address=url or page.address, captured=moment, places=places)


def find(paths: Iterable[str | Path], reject: Callable[[Reject], None], fetching: bool = False) -> Iterator[Path | str]:
    """The files that the paths name: files as they are, folders with all below them, globs. Each file once, folders in order of name.

    When `fetching`, addresses of the web are given as they are, and a file that lists addresses gives those.
    """
    seen: set[Path | str] = set()
    for given in paths:
        for path in _named(str(given), reject, fetching):
            real = path if isinstance(path, str) else path.resolve()
            if real not in seen:
                seen.add(real)
                yield path


def _named(given: str, reject: Callable[[Reject], None], fetching: bool) -> Iterator[Path | str]:
    if addresses.is_address(given):
        if fetching:
            yield given
        else:
            reject(Reject(given, "pages", f"an address; {addresses.UNASKED}"))
        return
    for path in _expand(given, reject):
        listed = addresses.listed(path) if fetching else []
        yield from listed or (path,)


def _expand(given: str, reject: Callable[[Reject], None]) -> Iterator[Path]:
    path = Path(given)
    if path.is_dir():
        yield from _walk(path, reject, frozenset())
    elif path.exists():
        yield path
    elif path.is_symlink():
        reject(Reject(given, "pages", "a link that leads nowhere or in a circle. Remove it or point it at a file."))
    elif any(c in given for c in "*?[") and (hits := sorted(glob.glob(given, recursive=True))):
        for hit in hits:
            yield from _expand(hit, reject) if Path(hit).is_dir() else [Path(hit)]
    else:
        reject(
            Reject(
                given, "pages", "no such file or folder, and no glob that meets one. Check the path; it is taken from the current folder."
            )
        )


def _walk(folder: Path, reject: Callable[[Reject], None], above: frozenset[Path]) -> Iterator[Path]:
    real = folder.resolve()
    if real in above:
        reject(Reject(str(folder), "pages", f"a folder that leads back to {real}, which is being read already. Remove the link."))
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        reject(Reject(str(folder), "pages", f"the folder cannot be opened: {error.strerror}. Check that you may read it."))
        return
    for entry in entries:
        path = Path(entry.path)
        if path.is_dir():
            yield from _walk(path, reject, above | {real})
        elif path.exists() and not entry.name.startswith("."):
            yield path
        elif path.is_symlink():
            reject(Reject(str(path), "pages", "a link that leads nowhere or in a circle. Remove it or point it at a file."))
