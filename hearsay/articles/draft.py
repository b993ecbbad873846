"""Which lines of a page are one article's: its paragraphs, headline and standfirst, apart from clutter and furniture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from hearsay.articles import signs as signs_of
from hearsay.articles.byline import people_of
from hearsay.articles.clean import Sheet
from hearsay.articles.credits import IN_LINES, Places
from hearsay.articles.days import Calendar
from hearsay.articles.foreign import foreign, language_of, sidebars
from hearsay.articles.forms import line_key
from hearsay.articles.headline import headline
from hearsay.articles.moments import tickers
from hearsay.articles.notices import rights_of
from hearsay.articles.papers import mastheads
from hearsay.articles.phrases import Phrase, phrases
from hearsay.articles.signs import Signs
from hearsay.articles.standfirst import standfirst
from hearsay.language import Language
from hearsay.model import Page, Span

PICTURED = 8
"""Lines below a body in which its pictures are credited."""
BESIDE = 4
"""Lines above a body without a headline, and below any, in which a byline or a supplier is named."""
ELSEWHERE = 0.4
"""Share of its longer words that a ticker among the paragraphs has from them; a chronicle that runs backwards has more."""
OF_WHAT = 40
"""Characters of a digest's title that says of which day it is and what is in it."""


@dataclass(frozen=True)
class Draft:
    """What an article is put together from: the blocks it stands among, and which of them are what.

    `foreign` gives the paragraphs in another language.
    """

    signs: Signs
    language: str
    body: Mapping[int, Span]
    headline: int | None
    standfirst: int | None
    foreign: Mapping[Span, str]

    @property
    def sheet(self) -> Sheet:
        return self.signs.sheet

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        return tuple(self.body.values())

    def span(self, i: int | None) -> Span | None:
        """Where a block stands."""
        return None if i is None else self.sheet.blocks[i].span

    def rights(self) -> tuple[Span, ...]:
        """The lines that say what readers may do with the text."""
        own = {i for i in self.signs.permitting if i not in self.body}
        return tuple(self.sheet.blocks[i].span for i in sorted(own.union(filter(self.signs.is_rights, self.signs.said))))

    @cached_property
    def above(self) -> list[int]:
        """The lines between headline and body, or a few above a body without one, the standfirst aside: where a byline stands."""
        first = min(self.body.keys() - {self.standfirst} or self.body)
        start = self.headline + 1 if self.headline is not None and self.headline < first else max(0, first - BESIDE)
        return [i for i in range(start, first) if i != self.standfirst]

    def credited(self, names: Sequence[Span]) -> Places:
        """Where its credits stand; `names` are the people of its byline."""
        pictured = {i for i, phrases in self.signs.named.items() if any(phrase.kind == "image" for phrase in phrases)}
        signing = [self.sheet.blocks[i].span for i in self.above if i not in pictured]
        return Places(self.paragraphs, self._around(), signing, names)

    def _around(self) -> list[Sequence[Phrase]]:
        """The credits in lines that are no paragraph; those of pictures near the text, since others' pictures and claims stand far off."""
        top = min(self.body) if self.headline is None else min(self.headline, min(self.body))
        near = range(top - BESIDE, max(self.body) + PICTURED + 1)
        lines = sorted(i for i in self.signs.named if i not in self.body)
        return [
            [phrase for phrase in self.signs.named[i] if phrase.kind != "image" or (i in near and not self.signs.is_claim(i))]
            for i in lines
        ]


class Drafting:
    """Reads the lines of one page for the articles among them. `stated` are the texts that the markup calls standfirsts."""

    def __init__(self, page: Page, languages: Mapping[str, Language], calendar: Calendar, stated: frozenset[str] = frozenset()):
        self.text, self.languages, self.calendar, self.stated = page.text, languages, calendar, stated
        self.titles = frozenset(line_key(stated.value) for stated in page.stated if stated.field == "headline")
        self.people, self.mastheads = people_of(languages), mastheads(*languages)
        self.furniture, self.credits = phrases("furniture", languages), phrases("credits", languages, IN_LINES)

    def signs(self, sheet: Sheet) -> Signs:
        """The furniture among some blocks of the page."""
        return signs_of.read(self.text, sheet, self.calendar, self.people, rights_of(self.languages), self.furniture, self.credits)

    def in_brief(self, signs: Signs, head: int | None, first: int) -> bool:
        """Whether the page's title, what says it again, or its headline calls it a digest, "News in brief"; or a line above the `first` of
        its paragraphs that says of when and of what, "The main news of 4 March: a strike and a flood", or that the title begins with.
        """
        sheet, titles = signs.sheet, (0, signs.sheet.anchor, head)
        digests = signs.calling.get("digest", ())
        above = [i for i in digests if i < first]
        told = (self._sums_up(signs, i) or sheet.key(0).startswith(sheet.key(i)) for i in above)
        dated = (i for i in signs.calling.get("list", ()) if i in signs.diary.dated)
        return any(i in titles for i in (*digests, *dated)) or any(told)

    def _sums_up(self, signs: Signs, i: int) -> bool:
        """Whether a line says both of which day and of what it is a digest, as no menu does."""
        return len(signs.sheet.blocks[i].text) >= OF_WHAT and i in signs.diary.dated

    def headline(self, signs: Signs, parts: Mapping[int, Span]) -> int | None:
        """The block that is the headline of what these parts of the page tell."""
        return headline(signs.sheet, list(parts), signs.beside, self.titles)

    def draft(self, signs: Signs, parts: Mapping[int, Span], head: int | None, language: str | None = None) -> Draft:
        """The article whose paragraphs are these parts of the page, under this headline, with what belongs to it.

        `language` is given where the parts are too short to tell it.
        """
        body = self._body(signs, parts, head)
        lead = standfirst(signs, head, list(body), self.stated)
        language = language or language_of(self.text, tuple(body.values()), self.languages)
        others = foreign(self.text, tuple(body.values()), language, self.languages)
        aside = sidebars(self.text, tuple(body.values()), others)
        body = {i: span for i, span in body.items() if span not in aside}
        return Draft(signs, language, body, head, lead, {span: code for span, code in others.items() if span not in aside})

    def _body(self, signs: Signs, parts: Mapping[int, Span], head: int | None) -> dict[int, Span]:
        """The paragraphs without the headline, its repetitions, tickers, dates on their own, rights lines, image credits, and the box that
        says who the author is.
        """
        said, elsewhere = signs.sheet.lines.said, _tickers(signs, parts)
        own = {i: span for i, span in parts.items() if i not in elsewhere and (head is None or said[i] != said[head])} or dict(parts)
        return {i: span for i, span in own.items() if not signs.apart(i)} or own


def _tickers(signs: Signs, parts: Mapping[int, Span]) -> list[int]:
    """The paragraphs that are a ticker's: they tell of other things than the rest."""
    found, lines = [i for i in tickers(signs.diary) if i in parts], signs.sheet.lines
    own = [i for i in parts if i not in found]
    told, all_told = sum(lines.told_of(i, own) for i in found), sum(lines.longer[i] for i in found)
    return found if told < ELSEWHERE * all_told else []
