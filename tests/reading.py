"""Short ways to a reading of a few sentences, for the tests of this room."""

from __future__ import annotations

from hearsay import marks
from hearsay.language import load
from hearsay.marks import statements, times
from hearsay.marks.cast import gather
from hearsay.marks.mentions import find
from hearsay.marks.notation import parse
from hearsay.marks.proposal import Proposal
from hearsay.marks.scan import Scan, lay_open
from hearsay.marks.who import Who
from hearsay.model import Article, Credit, Grounded, Span, Statement


def article(text: str, code: str = "en", published: str | None = None, credits: tuple[Credit, ...] = (), headline: bool = False) -> Article:
    """Paragraphs parted by newlines, the first one the headline where so said."""
    spans, place = [], 0
    for line in text.split("\n"):
        spans.append(Span(place, place + len(line)))
        place += len(line) + 1
    return Article(
        "article",
        "page",
        text,
        code,
        tuple(spans[1:] if headline else spans),
        spans[0] if headline else None,
        outlet=Grounded("Gazette", "test"),
        published=Grounded(published, "test") if published else None,
        credits=credits,
    )


def opened(text: str, code: str = "en") -> Scan:
    """The text laid open."""
    return lay_open(article(text, code), load(code))


def drawn(drawing: str, code: str = "en", published: str | None = None, credits: tuple[Credit, ...] = ()) -> tuple[str, list[Statement]]:
    """The statements that are made of spans drawn in the case notation, in order of their numbers, and the text."""
    case = parse(drawing.replace("¶", "\n"))
    scan = lay_open(article(case.text, code, published, credits), load(code))
    mentions = find(scan)
    proposals = [Proposal(tuple(d.source), tuple(d.cue), tuple(d.content), 1.0) for d in case.drawn]
    made = statements.make(scan, Who(scan, gather(scan, mentions), mentions), proposals, times.find(scan))
    by_content = {s.content: s for s in made}
    return case.text, [by_content[tuple(d.content)] for d in case.drawn]


def speakers(drawing: str, code: str = "en") -> list[str | None]:
    """Who speaks in each drawn statement."""
    return [s.chain[-1].name for s in drawn(drawing, code)[1]]


__all__ = ["article", "drawn", "marks", "opened", "speakers"]
