"""What a record tells, as typed rows; nothing here knows how it is kept."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.model import Link, Span


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided, when and why. `what` is wrong, confirmed, same or different; the last two tie `left` to `right`.

    `words` is what stood there when it was decided, so that the decision can be read even if the row is found no more;
    `stands` tells whether it is.
    """

    what: str
    left: str
    right: str | None
    who: str
    at: str
    because: str
    words: str = ""
    stands: bool = True


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """A member of a chain as shown: the actor's name where one is known, else the words of the page.

    `actors` are the ids of those behind it: several where they speak together ("Anna Brandt; James Holt"), none of someone unnamed.
    """

    name: str | None
    actors: tuple[str, ...]
    kind: str
    words: str
    inferred: bool
    span: Span | None = None

    @property
    def actor(self) -> str | None:
        """The one actor behind the voice; None for nobody known and for several."""
        return self.actors[0] if len(self.actors) == 1 else None

    @property
    def shown(self) -> str:
        """The name, else the words of the page, else "unnamed"."""
        return self.name or self.words or "unnamed"


@dataclass(frozen=True, slots=True)
class StatementRow:
    """Who said what, when, according to whom: one statement as a reader wants it.

    `said_on` is EDTF with the article's settled date applied; `chain` runs from the outlet to the speaker. Words are as printed.
    `account` is the same for all articles that tell one independent telling.
    """

    id: str
    article: str
    page: str
    account: str
    address: str
    language: str
    headline: str
    outlet: str | None
    published: str | None
    published_ground: str
    said_on: str | None
    said_on_ground: str
    chain: tuple[VoiceRow, ...]
    mode: str
    type: str
    source: str
    cue: str
    content: str
    start: int
    hedged: bool
    negated: bool
    denial: bool
    medium: str | None
    occasion: str | None
    inside: str | None
    rule: str
    confidence: float
    trace: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()

    @property
    def speaker(self) -> VoiceRow | None:
        """Who made the utterance."""
        return self.chain[-1] if len(self.chain) > 1 or not self._from_outlet else None

    @property
    def via(self) -> tuple[VoiceRow, ...]:
        """Who passed it on, outermost first, without outlet and speaker."""
        return self.chain[1 if self._from_outlet else 0 : -1]

    @property
    def _from_outlet(self) -> bool:
        return not self.chain or self.chain[0].kind == "outlet"

    @property
    def wrong(self) -> bool:
        """Whether the latest decision says that this row is wrong."""
        judged = [d.what for d in self.decisions if d.what in ("wrong", "confirmed")]
        return bool(judged) and judged[-1] == "wrong"

    @property
    def confirmed(self) -> bool:
        """Whether the latest decision says that this row is right."""
        judged = [d.what for d in self.decisions if d.what in ("wrong", "confirmed")]
        return bool(judged) and judged[-1] == "confirmed"


@dataclass(frozen=True, slots=True)
class ActorRow:
    """A person, body or state of the record, with every form its name was met in.

    `statements` counts what it said, `accounts` the independent accounts that say so.
    """

    id: str
    name: str
    category: str
    forms: tuple[str, ...]
    roles: tuple[str, ...]
    statements: int
    articles: int
    accounts: int


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article with the furniture a reader asks for."""

    id: str
    page: str
    account: str
    address: str
    language: str
    headline: str
    outlet: str | None
    author: str | None
    published: str | None
    published_ground: str
    wires: tuple[str, ...]
    statements: int


@dataclass(frozen=True, slots=True)
class Day:
    """All that was said on one day (month, year) or no later than it, or, with no date, on a day unknown."""

    date: str | None
    rows: tuple[StatementRow, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words on a page and what they are: source, cue, content, insertion, omission, or nothing of these."""

    words: str
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A statement's words in their place on the page."""

    row: StatementRow
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a row came about: the row with its trace of rules and its grounds, the links, the run that made it."""

    row: StatementRow
    links: tuple[Link, ...]
    version: str
    settings: str
    weights: str


@dataclass(frozen=True, slots=True)
class Change:
    """Words that stand differently on the page than in the quotation asked about. One side may be empty."""

    asked: str
    printed: str


@dataclass(frozen=True, slots=True)
class Found:
    """Where a quotation was found. `words` is how the page prints it; with no `row`, no one is said to have said it."""

    words: str
    changes: tuple[Change, ...]
    score: float
    article: ArticleRow
    row: StatementRow | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the record knows of a quotation: exact, differs or not found."""

    quote: str
    verdict: str
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class SpanCheck:
    """A span read again in the kept text: stands, moved or gone; withheld in a record shared without texts.

    `now` is where the words stand today, if they moved.
    """

    thing: str
    kind: str
    page: str
    address: str
    span: Span
    words: str
    state: str
    now: Span | None = None


@dataclass(frozen=True, slots=True)
class Forgotten:
    """A page that was removed on demand: that it was, by whom, when and why."""

    page: str
    address: str
    who: str
    at: str
    because: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a record holds."""

    pages: int
    articles: int
    accounts: int
    statements: int
    actors: int
    rejects: int
