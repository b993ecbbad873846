"""The main path: pages -> articles -> marks -> links -> record. It alone knows the order of the rooms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.resources import files as files_of
from importlib.resources.abc import Traversable
from pathlib import Path

from hearsay import __version__, articles, links, marks, pages
from hearsay.language import Language, Languages
from hearsay.marks import completeness
from hearsay.model import Page, Reading, Reject
from hearsay.pages import files
from hearsay.record import Record
from hearsay.text import digest, digest_bytes

Rejecter = Callable[[Reject], None]
Progress = Callable[[int, int], None]


def read(paths: Iterable[str | Path], languages: Mapping[str, Language], reject: Rejecter) -> Iterator[tuple[Page, tuple[Reading, ...]]]:
    """Read the pages at these paths and yield each with its articles and their marks."""
    for page in pages.read(paths, reject):
        yield page, read_page(page, languages, reject)


def read_page(page: Page, languages: Mapping[str, Language], reject: Rejecter) -> tuple[Reading, ...]:
    """The articles of one page with their marks; a page without an article goes to `reject` with the reason."""
    found = articles.find(page, languages, reject)
    return tuple(marks.find(article, languages[article.language]) for article in found)


def link(record: Record) -> None:
    """Tie the readings of a record to each other, one kind after the other; later kinds see the groups of earlier ones."""
    readings, decided = list(record.readings()), list(record.decided())
    for kind in links.KINDS:
        things = kind.things(readings, record)
        judged = [found for left, right in links.pairs(things, kind.keys) if (found := kind.judge(left, right))]
        record.replace_links(kind.NAME, judged, kind.group(things, [*judged, *decided]))


def build(paths: Iterable[str | Path], record: Record, progress: Progress | None = None) -> None:
    """Read the pages at these paths into a record, then link them. `progress` is told how many files of how many are done."""
    rejects: list[Reject] = []
    languages = Languages()
    record.begin(__version__, f"languages {' '.join(languages)}", f"weights {weights()}")
    found = list(files.find(paths, rejects.append))
    for done, path in enumerate(found, 1):
        for page in pages.read([path], rejects.append):
            readings = _read_or_reject(page, languages, rejects.append)
            record.add(page, readings, [it for it in rejects if it.page == page.id])
        if progress:
            progress(done, len(found))
    for reject in rejects:
        record.add_reject(reject)
    link(record)


def _read_or_reject(page: Page, languages: Mapping[str, Language], reject: Rejecter) -> tuple[Reading, ...]:
    """The articles of a page; an error of our own costs one page, not the thousand after it."""
    try:
        return read_page(page, languages, reject)
    except Exception as error:
        what = f"{type(error).__name__}: {error}"
        reject(Reject(page.address, "flow", f"a fault of Hearsay itself, please report it with this page: {what}", page.id))
        return ()


def weights() -> str:
    """The hash of all trained weights that are shipped, by which a record knows what made it."""
    shipped = (path for room in ("articles", "marks", "links") for path in _shipped(files_of("hearsay") / room / "weights"))
    return digest(*(digest_bytes(path.read_bytes()) for path in shipped))


def _shipped(place: Traversable) -> list[Traversable]:
    found = [path for path in place.iterdir() if path.is_file()] if place.is_dir() else []
    return sorted(found, key=lambda path: path.name)


def lacks(code: str) -> Iterator[tuple[str, str]]:
    """What a language folder lacks, table by table."""
    return completeness.lacks(code)


def unread(code: str) -> Iterator[tuple[str, str]]:
    """Which cases of a language folder are not read as they are drawn, and how the readings differ."""
    return completeness.unread(code)
