"""What a report tells: days, each with its tellings; who spoke; which accounts there are; where they do not agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hearsay.model import Link, Reject
from hearsay.record import ActorRow, ArticleRow, Counts, Decision, Passage, Record, StatementRow, Wanted
from hearsay.text import fold

Held = Mapping[str, Sequence[StatementRow]]


@dataclass(frozen=True, slots=True)
class Telling:
    """One thing said, with every statement that carries it: the fullest first, then its pickups and other accounts of it."""

    rows: tuple[StatementRow, ...]
    inner: tuple[StatementRow, ...]

    @property
    def lead(self) -> StatementRow:
        """The statement that is shown."""
        return self.rows[0]

    @property
    def accounts(self) -> int:
        """How many independent accounts carry it."""
        return len({row.account for row in self.rows})


@dataclass(frozen=True, slots=True)
class Lane:
    """One day, or the days unknown."""

    date: str | None
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """An original with all its pickups."""

    articles: tuple[ArticleRow, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """Two statements that cannot both hold, with the reason as it was judged."""

    left: StatementRow
    right: StatementRow
    link: Link


@dataclass(frozen=True, slots=True)
class Story:
    """All that a report shows."""

    title: str
    counts: Counts
    lanes: tuple[Lane, ...]
    undated: tuple[Telling, ...]
    speakers: tuple[ActorRow, ...]
    accounts: tuple[Account, ...]
    clashes: tuple[Clash, ...]
    rejects: tuple[Reject, ...]
    decisions: tuple[Decision, ...]
    passages: dict[str, Passage]


def tell(record: Record, title: str | None = None) -> Story:
    """Put a record in the order in which it is read."""
    rows = record.statements(Wanted())
    outer = {row.id for row in rows if not row.inside}
    held: dict[str, list[StatementRow]] = {}
    for row in rows:
        held.setdefault(row.inside or "", []).append(row)
    days = [(day.date, _tellings(record, day.rows, held)) for day in record.timeline()]
    articles = record.articles()
    return Story(
        title=title or _title(articles),
        counts=record.counts(),
        lanes=tuple(Lane(date, told) for date, told in days if date),
        undated=tuple(one for date, told in days if not date for one in told),
        speakers=tuple(actor for actor in record.actors() if actor.statements),
        accounts=_accounts(articles),
        clashes=_clashes(record, {row.id: row for row in rows}),
        rejects=tuple(record.rejects()),
        decisions=tuple(record.decisions()),
        passages={it.row.id: it for it in record.passages(row for row in rows if row.id in outer)},
    )


def _title(articles: Sequence[ArticleRow]) -> str:
    """The headline of the article in which most is said."""
    told = max(articles, key=lambda article: article.statements, default=None)
    return told.headline if told and told.headline else "Who said what"


def _tellings(record: Record, rows: Iterable[StatementRow], held: Held) -> tuple[Telling, ...]:
    """Statements of one utterance, or of one account in the same words, together."""
    together: dict[object, list[StatementRow]] = {}
    for row in rows:
        group = record.group_of("utterances", row.id)
        key: object = group if group != row.id else (row.account, _speaker(row), fold(" ".join(row.content.split())))
        together.setdefault(key, []).append(row)
    return tuple(_telling(sorted(same, key=_fullest), held) for same in together.values())


def _speaker(row: StatementRow) -> str:
    return (row.speaker.actor or row.speaker.shown) if row.speaker else ""


def _fullest(row: StatementRow) -> tuple[bool, int, str, str]:
    """Word for word before retold, few voices before many, early before late."""
    return row.mode != "direct", len(row.chain), row.published or "9999", row.id


def _telling(rows: Sequence[StatementRow], held: Held) -> Telling:
    return Telling(tuple(rows), tuple(held.get(rows[0].id, ())))


def _accounts(articles: Iterable[ArticleRow]) -> tuple[Account, ...]:
    together: dict[str, list[ArticleRow]] = {}
    for article in articles:
        together.setdefault(article.account, []).append(article)
    first = [tuple(sorted(same, key=lambda a: (a.published or "9999", a.id))) for same in together.values()]
    return tuple(Account(same) for same in sorted(first, key=lambda same: (same[0].published or "9999", same[0].id)))


def _clashes(record: Record, rows: dict[str, StatementRow]) -> tuple[Clash, ...]:
    links = (link for link in record.links("conflicts") if link.judgement != "different")
    return tuple(Clash(rows[link.left], rows[link.right], link) for link in links if link.left in rows and link.right in rows)


def outlets(story: Story) -> list[tuple[str, int]]:
    """The outlets, with how many statements each carries."""
    return Counter(row.outlet for telling in tellings(story) for row in telling.rows if row.outlet).most_common()


def tellings(story: Story) -> list[Telling]:
    """All that was said, dated or not."""
    return [telling for lane in story.lanes for telling in lane.tellings] + list(story.undated)
