"""Which lines of a page are one article's: its paragraphs, headline and standfirst, apart from clutter and furniture."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from hearsay.articles.blocks import Block
from hearsay.articles.clean import Sheet
from hearsay.articles.dateline import dateline
from hearsay.articles.dates import date_only
from hearsay.articles.days import Calendar
from hearsay.articles.foreign import foreign, language_of, sidebars
from hearsay.articles.headline import headline
from hearsay.articles.moments import CLOCK
from hearsay.articles.phrases import Phrase, Phrases, Said, line_key, phrases
from hearsay.articles.standfirst import standfirst
from hearsay.language import Language
from hearsay.model import Page, Span

SHORT = 300
"""Characters. Furniture stands in shorter lines."""
IMAGE_CREDIT = 100
MARKED = 70
"""Characters of a line that says who wrote when."""
BESIDE = 4
"""Lines above a body without a headline, and below any, in which a byline or a supplier is named."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What an article is put together from: the blocks it stands among, and which of them are what.

    `said` and `named` are the phrases of the furniture and credit tables in lines short enough to be furniture; `foreign` gives the
    paragraphs in another language.
    """

    sheet: Sheet
    language: str
    body: Mapping[int, Span]
    headline: int | None = None
    standfirst: int | None = None
    said: Said = field(default_factory=dict)
    named: Said = field(default_factory=dict)
    foreign: Mapping[Span, str] = field(default_factory=dict)

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        return tuple(self.body.values())

    def span(self, i: int | None) -> Span | None:
        """Where a block stands."""
        return None if i is None else self.sheet.blocks[i].span

    def rights(self) -> tuple[Span, ...]:
        """The lines that say what readers may do with the text."""
        return tuple(self.sheet.blocks[i].span for i in sorted(self.said) if _is_rights(self.said[i]))

    def beside(self) -> list[tuple[Block, Sequence[Phrase]]]:
        """The lines between headline and body, and the first few below: where a byline stands."""
        first, last = min(self.body.keys() - {self.standfirst}), max(self.body)
        start = self.headline + 1 if self.headline is not None and self.headline < first else max(0, first - BESIDE)
        lines = [*range(start, first), *range(last + 1, min(len(self.sheet.blocks), last + BESIDE))]
        return [(self.sheet.blocks[i], self.said.get(i, ())) for i in lines]

    def around(self) -> list[Sequence[Phrase]]:
        """The credits in lines that are no paragraph."""
        return [self.named[i] for i in sorted(self.named.keys() - set(self.body))]


class Drafting:
    """Reads the lines of one page for the article among them."""

    def __init__(self, page: Page, languages: Mapping[str, Language], calendar: Calendar, marked: frozenset[str] = frozenset()):
        self.text, self.languages, self.calendar, self.marked = page.text, languages, calendar, marked
        self.titles = frozenset(line_key(stated.value) for stated in page.stated if stated.field == "headline")
        self.furniture, self.credits = phrases("furniture", languages), phrases("credits", languages)

    def in_brief(self, sheet: Sheet) -> bool:
        """Whether the page's title, or what says it again, calls it a digest: "News in brief"."""
        titles = {0, sheet.anchor} - {None} if sheet.blocks else ()
        return any(self.furniture.line(sheet.blocks[i].text, sheet.keys[i]) == "digest" for i in titles if i is not None)

    def headline(self, sheet: Sheet, parts: Mapping[int, Span]) -> int | None:
        """The block that is the headline of what these parts tell."""
        return headline(sheet, list(parts), lambda i: date_only(sheet.blocks[i], self.calendar), self.titles)

    def draft(self, sheet: Sheet, parts: Mapping[int, Span], head: int | None, language: str | None = None) -> Draft:
        """The article whose paragraphs are these parts of the page, under this headline, with what belongs to it.

        `language` is given where the parts are too short to tell it.
        """
        said, named = self._short_lines(sheet, self.furniture), self._short_lines(sheet, self.credits)

        def apart(i: int) -> str | None:
            if date_only(sheet.blocks[i], self.calendar):
                return "date"
            if _is_rights(said.get(i, ())):
                return "rights"
            return "image" if _is_image_credit(sheet.blocks[i], named.get(i, ())) else None

        def furniture(i: int) -> str | None:
            return apart(i) or self._kind(sheet.blocks[i], said.get(i, ()), named.get(i, ()))

        def filed(i: int) -> bool:
            return dateline(self.text, sheet.blocks[i].span, self.calendar) is not None

        body = self._body(sheet, parts, head, apart)
        lead = standfirst(sheet, head, list(body), furniture, filed, self.marked)
        language = language or language_of(self.text, tuple(body.values()), self.languages)
        others = foreign(self.text, tuple(body.values()), language, self.languages)
        aside = sidebars(self.text, tuple(body.values()), others)
        body = {i: span for i, span in body.items() if span not in aside}
        others = {span: code for span, code in others.items() if span not in aside}
        return Draft(sheet, language, body, head, lead, said, named, others)

    def _short_lines(self, sheet: Sheet, table: Phrases) -> Said:
        """The table's phrases in lines short enough to be furniture."""
        short = [i for i, block in enumerate(sheet.blocks) if len(block.text) <= SHORT]
        found = {short[n]: said for n, said in table.among(self.text, [sheet.blocks[i].span for i in short]).items()}
        whole = {i: kind for i in short if i not in found and (kind := table.line(sheet.blocks[i].text, sheet.keys[i]))}
        return found | {i: [Phrase(kind, sheet.blocks[i].span, {})] for i, kind in whole.items()}

    def _kind(self, block: Block, said: Sequence[Phrase], named: Sequence[Phrase]) -> str | None:
        """What a line beside a body is: who wrote it, when ("4 March | 15:33 | Anna Lorne"), or what a picture shows."""
        if any(phrase.kind == "image" for phrase in named):
            return "image"
        if _begins(block, said):
            return "byline"
        short = len(block.text) <= MARKED
        return "date" if short and (CLOCK.search(block.text) or self.calendar.days(block.text)) else None

    def _body(self, sheet: Sheet, parts: Mapping[int, Span], head: int | None, apart: Callable[[int], str | None]) -> dict[int, Span]:
        """The paragraphs without the headline, its repetitions, dates on their own, rights lines and image credits."""
        said = sheet.keys[head] if head is not None else None
        own = {i: span for i, span in parts.items() if line_key(span.of(self.text)) != said} or dict(parts)
        return {i: span for i, span in own.items() if not apart(i)} or own


def _is_rights(said: Sequence[Phrase]) -> bool:
    return any(phrase.kind == "rights" for phrase in said)


def _is_image_credit(block: Block, named: Sequence[Phrase]) -> bool:
    return len(block.text) < IMAGE_CREDIT and _begins(block, [phrase for phrase in named if phrase.kind == "image"])


def _begins(block: Block, phrases: Sequence[Phrase]) -> bool:
    """Whether one of the phrases stands at the block's beginning."""
    return any(phrase.span.start - block.span.start <= 2 for phrase in phrases)
