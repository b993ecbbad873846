"""The main path: pages -> articles -> marks -> links -> record. It alone knows the order of the rooms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.metadata import version
from importlib.resources import files as files_of
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from hearsay import articles, links, marks, pages
from hearsay.articles import repeat
from hearsay.language import Language, Languages
from hearsay.marks import completeness
from hearsay.model import Page, Reading, Reject
from hearsay.pages import files
from hearsay.record import Record
from hearsay.text import digest, digest_bytes

if TYPE_CHECKING:
    from hearsay.pages.fetch import Fetcher

Rejecter = Callable[[Reject], None]
Progress = Callable[[str, int, int], None]


def build(paths: Iterable[str | Path], record: Record, progress: Progress | None = None, recall: bool = False, fetch: bool = False) -> None:
    """Read the pages at these paths into a record, then link them.

    All pages are kept and their lines counted before the first is read, so that each is read knowing what its outlet wears on many
    pages, and in no order; kept pages of which that changes are read again. With `recall`, doubtful statements are taken too;
    with `fetch`, addresses of the web are read too, and files that list them.
    `progress` is told what is done ("keeping", "reading"), with how many of how many.
    """
    languages = Languages()
    settings = f"languages {' '.join(languages)}{', recall' if recall else ''}"
    record.begin(version("hearsay"), settings, f"weights {weights()}")
    refused: list[Reject] = []
    kept = list(keep(paths, record, refused.append, progress or _silent, fetch))
    for done, page in enumerate(kept, 1):
        add(page, record, languages, recall)
        (progress or _silent)("reading", done, len(kept))
    for page in record.stale(repeat.dress):
        add(page, record, languages, recall)
    for reject in refused:
        record.add_reject(reject)
    link(record)


def keep(paths: Iterable[str | Path], record: Record, reject: Rejecter, progress: Progress, fetch: bool = False) -> Iterator[str]:
    """Keep every page at these paths, with its lines counted among those of its outlet; gives the id of each once."""
    fetcher = _web() if fetch else None
    found = list(files.find(paths, reject, fetch))
    seen: set[str] = set()
    for done, path in enumerate(found, 1):
        for page in pages.read([path], reject, fetcher):
            outlet = repeat.outlet(page)
            if record.keep(page, outlet, repeat.lines(page) if outlet else ()) and page.id not in seen:
                seen.add(page.id)
                yield page.id
        progress("keeping", done, len(found))


def _web() -> Fetcher:
    from hearsay.pages.fetch import Fetcher

    return Fetcher()


def add(kept: str, record: Record, languages: Mapping[str, Language], recall: bool = False) -> None:
    """Read a kept page, without the lines that its outlet wears on many pages, and add what is found to the record."""
    page, dress = record.page(kept), record.dress(kept, repeat.dress)
    rejects: list[Reject] = []
    try:
        readings = read_page(page, languages, rejects.append, dress, recall)
    except Exception as error:  # an error of our own costs one page, not the thousand after it
        what = f"{type(error).__name__}: {error}"
        rejects.append(Reject(page.address, "flow", f"a fault of Hearsay itself, please report it with this page: {what}", page.id))
        readings = ()
    record.add(page, readings, rejects)
    record.read_without(kept, dress)


def read_page(
    page: Page, languages: Mapping[str, Language], reject: Rejecter, dress: frozenset[str] = frozenset(), recall: bool = False
) -> tuple[Reading, ...]:
    """The articles of one page with their marks; a page without an article goes to `reject` with the reason."""
    found = articles.find(page, languages, reject, dress)
    return tuple(marks.find(article, languages[article.language], recall, languages) for article in found)


def link(record: Record) -> None:
    """Tie the readings of a record to each other, one kind after the other; later kinds see the groups of earlier ones.

    Of two things that are what they were when they were judged, by the same rules, the judgement stays.
    """
    readings, decided = list(record.readings()), list(record.decided())
    for kind in links.KINDS:
        things = kind.things(readings, record)
        hashes = links.hashes(things, kind.keys, record.run)
        known = record.linked(kind.NAME, hashes)
        kept = [it for it in record.links(kind.NAME) if it.left in known and it.right in known]
        judged = [found for left, right in links.pairs(things, kind.keys, known) if (found := kind.judge(left, right))]
        record.replace_links(kind.NAME, [*kept, *judged], kind.group(things, [*kept, *judged, *decided]), hashes)


def _silent(what: str, done: int, total: int) -> None:
    """Tell nobody."""


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
