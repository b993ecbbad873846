"""What a page says of its article beside what is held: another title, date or author, each with its ground."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hearsay.errors import RecordError
from hearsay.model import Article, Grounded
from hearsay.record import Passage, Piece, Record, StatementRow
from hearsay.text import fold_text

FIELDS = ("published", "updated", "author")


@dataclass(frozen=True, slots=True)
class Said:
    """A value and the ground it rests on."""

    value: str
    ground: str


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What is held of an article ("title", "published", "updated" or "author") and what else its page says."""

    field: str
    held: Said
    others: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A statement's words in their place, and where its page says more than one thing of the article."""

    row: StatementRow
    pieces: tuple[Piece, ...]
    otherwise: tuple[Otherwise, ...]


def shown(record: Record, passage: Passage) -> Shown:
    """A passage with what else its page says."""
    return Shown(passage.row, passage.pieces, tuple(of(record, passage.row)))


def of(record: Record, row: StatementRow) -> Iterator[Otherwise]:
    """Where two sources of the title, a date or the author of a statement's article differ."""
    for reading in record.readings(row.page):
        if reading.article.id == row.article:
            yield from _title(record, reading.article)
            yield from (found for field in FIELDS if (found := _fact(field, getattr(reading.article, field))))


def _title(record: Record, article: Article) -> Iterator[Otherwise]:
    """The headline beside the titles that the carrier or the markup states; they are not in a copy without texts."""
    try:
        stated = [Said(s.value, s.ground) for s in record.page(article.page).stated if s.field == "title"]
    except RecordError:
        return
    if article.headline:
        held = Said(article.headline.of(article.text), "the headline on the page")
        if others := _different(held, stated):
            yield Otherwise("title", held, others)


def _fact(field: str, fact: Grounded | None) -> Otherwise | None:
    if fact is None:
        return None
    held = Said(fact.value, fact.ground)
    others = _different(held, [Said(other.value, other.ground) for other in fact.others])
    return Otherwise(field, held, others) if others else None


def _different(held: Said, found: list[Said]) -> tuple[Said, ...]:
    """Those that say another thing than what is held, each thing once, with its first ground."""
    once: dict[str, Said] = {}
    for said in found:
        once.setdefault(_compared(said.value), said)
    once.pop(_compared(held.value), None)
    return tuple(once.values())


def _compared(value: str) -> str:
    return " ".join(fold_text(value).split())
