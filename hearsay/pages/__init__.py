"""Pages: bytes on disk become Pages. Each carrier (a plain file, an archive, a feed ...) is one file that knows its own kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from hearsay.model import Page, Reject
from hearsay.pages import files
from hearsay.pages.make import from_bytes, from_html, from_text

if TYPE_CHECKING:
    from hearsay.pages.fetch import Fetcher

__all__ = ["from_bytes", "from_html", "from_text", "read"]


def read(paths: Iterable[str | Path], reject: Callable[[Reject], None], fetcher: Fetcher | None = None) -> Iterator[Page]:
    """Yield every page at these paths (files, folders, globs), in a fixed order. What cannot be used goes to `reject` with its reason.

    With a `fetcher`, addresses of the web among the paths, and those in files that list addresses, are fetched.
    """
    from hearsay.pages.carriers import read_stream

    for path in files.find(paths, reject, fetcher is not None):
        if isinstance(path, str):
            yield from fetcher.read([path], reject) if fetcher else ()
            continue
        try:
            opened = path.open("rb")
        except OSError as error:
            reject(Reject(str(path), "pages", f"cannot be read: {error.strerror or error}. Check that it exists and that you may read it."))
            continue
        with opened:
            yield from read_stream(opened, str(path), reject)
