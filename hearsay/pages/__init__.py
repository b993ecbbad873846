"""Pages: bytes on disk become Pages. Each carrier (a plain file, an archive, a feed ...) is one file that knows its own kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from hearsay.model import Page, Reject
from hearsay.pages import files
from hearsay.pages.make import from_bytes, from_html, from_text

__all__ = ["from_bytes", "from_html", "from_text", "read"]


def read(paths: Iterable[str | Path], reject: Callable[[Reject], None]) -> Iterator[Page]:
    """Yield every page at these paths (files, folders, globs), in a fixed order. What cannot be used goes to `reject` with its reason."""
    from hearsay.pages.carriers import read_stream

    for path in files.find(paths, reject):
        try:
            opened = path.open("rb")
        except OSError as error:
            reject(Reject(str(path), "pages", f"cannot be read: {error.strerror or error}. Check that it exists and that you may read it."))
            continue
        with opened:
            yield from read_stream(opened, str(path), reject)
