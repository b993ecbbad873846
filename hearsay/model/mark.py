"""What is found in an article: mentions, times, statements with their chains, acts."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.model.page import Article, Span

MANY = "; "
"""What stands between the names of those who speak together."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name, describe or point at someone: "Ned Price", "the official", "she".

    `kind` is "name", "description" or "pronoun". `category` is PER, ORG, LOC, PRO or EVT. `name` is the fullest form of
    the name known in this article, in its dictionary case where that can be had; None for who stays unnamed.
    `role` spans the words of the office borne with the name. `refers` is the id of the mention this one stands for.
    `key` is the script-free form by which mentions are compared (see `links.actors`).
    """

    id: str
    span: Span
    kind: str
    category: str
    name: str | None
    key: str
    role: Span | None = None
    refers: str | None = None
    gender: str | None = None
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Time:
    """Time words with their value (EDTF, ISO 8601-2) and the day they count from.

    The year, or more, may be open (``XXXX-02-01``) until the article's own date is settled.
    """

    span: Span
    value: str
    anchor: str | None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """One member of a chain, from the outlet inward to whoever said it first.

    `name` is None for who stays unnamed, `words` then says how the text puts it. `kind` is person, organisation, country,
    outlet, document or anonymous. `inferred` is true where the sentence itself does not say so (a wire that supplied the whole page).
    """

    name: str | None
    kind: str
    mention: str | None = None
    span: Span | None = None
    inferred: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One report, in one article, that someone said, wrote or held something.

    `source`, `cue`, `content` are spans in the page's text, several where the words stand apart, none where there are none.
    `mode` is direct, indirect or mixed; `type` assertion, belief, fact or eventuality. `chain` begins with the outlet and ends
    with the speaker. `said_on` is EDTF, with the time words it came from in `said_on_ground`. `inside` is the id of the statement that
    holds this one. `insertions` and `omissions` are the editor's, inside the content. `trace` names the rules that made the row, in order.
    """

    id: str
    article: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    mode: str
    type: str
    chain: tuple[Voice, ...] = ()
    said_on: str | None = None
    said_on_ground: str = ""
    inside: str | None = None
    hedged: bool = False
    negated: bool = False
    denial: bool = False
    medium: str | None = None
    occasion: str | None = None
    addressee: Span | None = None
    insertions: tuple[Span, ...] = ()
    omissions: tuple[Span, ...] = ()
    rule: str = ""
    confidence: float = 1.0
    trace: tuple[str, ...] = ()

    @property
    def speaker(self) -> Voice | None:
        """Who made the utterance: the innermost voice."""
        return self.chain[-1] if self.chain else None

    @property
    def via(self) -> tuple[Voice, ...]:
        """The chain without its two ends, outermost first."""
        return self.chain[1:-1]


@dataclass(frozen=True, slots=True)
class Act:
    """What someone did with a paper or at an encounter: sent, handed over, received, published, answered, met, called."""

    id: str
    article: str
    span: Span
    verb: str
    who: tuple[str, ...]
    paper: Span | None = None
    date: str | None = None
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with its marks."""

    article: Article
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    acts: tuple[Act, ...] = ()
