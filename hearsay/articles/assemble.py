"""The parts of an article put together: body, headline, language, dateline, outlet, credits, dates, rights."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from hearsay.articles import absence, html
from hearsay.articles.blocks import Block, blocks
from hearsay.articles.byline import author, byline
from hearsay.articles.clean import REPEATED, Sheet, body, lay_out
from hearsay.articles.credits import credits
from hearsay.articles.dateline import dateline
from hearsay.articles.dates import Dating, date_only
from hearsay.articles.days import Calendar
from hearsay.articles.headline import headline
from hearsay.articles.metadata import metadata
from hearsay.articles.outlet import outlet
from hearsay.articles.phrases import Phrase, Phrases, Said, line_key, phrases
from hearsay.language import Language, identify
from hearsay.model import Article, Dateline, Page, Span
from hearsay.text import digest

SHORT = 300
"""Characters. Furniture stands in shorter lines."""
OPENING = 3
"""Paragraphs at a body's head in which a dateline may stand: after a standfirst, or a repeated headline."""
SAMPLE = 1500
"""Characters that tell a language: 1,500 agree with the whole text, and cost a third."""


def assemble(page: Page, languages: Mapping[str, Language], repeated: Collection[str]) -> Iterator[Article]:
    """The article on a cluttered page. Raises ArticleError where there is none."""
    clutter = phrases("clutter", languages)
    sheet, parts = _of_markup(page, clutter, repeated) if page.media == "text/html" else (None, {})
    if sheet is not None and parts:
        page = replace(page, stated=(*page.stated, *metadata(html.source_of(page))))
    else:
        sheet = lay_out(page.text, clutter, repeated)
        parts = {i: sheet.blocks[i].span for i in body(sheet)}
    absence.check(sheet, list(parts))
    yield _article(page, sheet, parts, languages)


def _of_markup(page: Page, clutter: Phrases, repeated: Collection[str]) -> tuple[Sheet, dict[int, Span]]:
    sheet = lay_out(page.text, clutter, repeated, scored=False)
    parts = html.chosen(sheet.blocks, html.body(page, html.source_of(page)))
    return sheet, {i: span for i, span in parts.items() if sheet.kinds[i] != REPEATED} or parts


def _article(page: Page, sheet: Sheet, parts: Mapping[int, Span], languages: Mapping[str, Language]) -> Article:
    calendar = calendar_of(languages)
    furniture, credit_phrases = phrases("furniture", languages), phrases("credits", languages)

    def dated(i: int) -> bool:
        return date_only(sheet.blocks[i], calendar)

    head = headline(sheet, list(parts), dated, _titles(page))
    language = language_of(page.text, tuple(parts.values()), languages)
    said = _short_lines(page.text, sheet, furniture)
    named = _short_lines(page.text, sheet, credit_phrases)
    rights = {i for i, found in said.items() if any(phrase.kind == "rights" for phrase in found)}
    said_again = line_key(sheet.blocks[head].text) if head is not None else None
    parts = {i: span for i, span in parts.items() if line_key(span.of(page.text)) != said_again} or parts
    chosen = _without_furniture(sheet, [i for i in parts if i not in rights] or list(parts), head, dated, named)
    paragraphs = tuple(parts[i] for i in chosen)
    line = _dateline(page.text, paragraphs, calendar)
    title = sheet.blocks[head].span if head is not None else None
    by = outlet(page, sheet.blocks, title, line, said)
    around = [named[i] for i in sorted(named.keys() - set(chosen))]
    dating = Dating(page, sheet.blocks, chosen, head, calendar, said)
    signed = byline(page.text, [(sheet.blocks[i], said.get(i, ())) for i in _beside(sheet, chosen, head)])
    own_phrases = phrases("credits", {language: languages[language]})
    return Article(
        id=digest(page.id, *paragraphs),
        page=page.id,
        text=page.text,
        language=language,
        body=paragraphs,
        headline=title,
        byline=signed,
        author=author(page, signed),
        outlet=by,
        published=dating.published(line, languages[language]),
        updated=dating.updated(),
        weekday=dating.weekday(),
        dateline=line,
        credits=credits(page.text, paragraphs, around, line, by.value if by else None, own_phrases),
        rights=tuple(sheet.blocks[i].span for i in sorted(rights)),
    )


def _titles(page: Page) -> frozenset[str]:
    """The headlines that markup or carrier state, as lines are compared."""
    return frozenset(line_key(stated.value) for stated in page.stated if stated.field == "headline")


def _short_lines(text: str, sheet: Sheet, table: Phrases) -> Said:
    """The table's phrases in lines short enough to be furniture."""
    short = [i for i, block in enumerate(sheet.blocks) if len(block.text) <= SHORT]
    found = table.among(text, [sheet.blocks[i].span for i in short])
    return {short[n]: phrases for n, phrases in found.items()}


def _beside(sheet: Sheet, chosen: Sequence[int], head: int | None) -> list[int]:
    """The lines between headline and body, and the first few below: where a byline stands."""
    start = head + 1 if head is not None and head < chosen[0] else max(0, chosen[0] - 4)
    return [*range(start, chosen[0]), *range(chosen[-1] + 1, min(len(sheet.blocks), chosen[-1] + 4))]


def _without_furniture(sheet: Sheet, chosen: list[int], head: int | None, dated: Callable[[int], bool], named: Said) -> list[int]:
    """The body without the headline, its repetitions, dates on their own and image credits."""
    said = sheet.keys[head] if head is not None else None
    kept = [i for i in chosen if not dated(i) and sheet.keys[i] != said and not _is_image_credit(sheet.blocks[i], named.get(i, ()))]
    return kept or chosen


def _is_image_credit(block: Block, named: Sequence[Phrase]) -> bool:
    return len(block.text) < 100 and any(p.kind == "image" and p.span.start - block.span.start <= 2 for p in named)


def _dateline(text: str, paragraphs: Sequence[Span], calendar: Calendar) -> Dateline | None:
    return next((line for span in paragraphs[:OPENING] if (line := dateline(text, span, calendar))), None)


def language_of(text: str, paragraphs: Sequence[Span], languages: Mapping[str, Language]) -> str:
    """The language of the body's first thousand characters or so, not of the page around it."""
    sample = " ".join(span.of(text) for span in paragraphs)[:SAMPLE]
    code = identify(sample)[0]
    return code if code in languages else next(iter(languages))


_CALENDARS: dict[tuple[str, ...], Calendar] = {}


def calendar_of(languages: Mapping[str, Language]) -> Calendar:
    """The calendar of these languages, made once."""
    key = tuple(languages)
    if key not in _CALENDARS:
        _CALENDARS[key] = Calendar(languages)
    return _CALENDARS[key]


# ------------------------------------------------------------------ a text that is the article


def assemble_whole(page: Page, languages: Mapping[str, Language]) -> Article:
    """The article whose own text the page is."""
    found = blocks(page.text)
    head = found[0].span if _opens_with_headline(found) else None
    paragraphs = tuple(block.span for block in (found[1:] if head else found))
    language = language_of(page.text, paragraphs or (Span(0, len(page.text)),), languages)
    calendar = calendar_of(languages)
    line = _dateline(page.text, paragraphs, calendar)
    dating = Dating(page, found, range(1 if head else 0, len(found)), 0 if head else None, calendar, {})
    return Article(
        id=digest(page.id, *paragraphs),
        page=page.id,
        text=page.text,
        language=language,
        body=paragraphs,
        headline=head,
        outlet=outlet(page, (), head, line, {}),
        published=dating.published(line, languages[language]) if paragraphs else None,
        weekday=dating.weekday(),
        dateline=line,
        credits=credits(page.text, paragraphs, (), line, None, phrases("credits", {language: languages[language]})),
    )


def _opens_with_headline(found: Sequence[Block]) -> bool:
    """A short first paragraph without a final stop, parted from the rest by an empty line."""
    if len(found) < 2 or found[1].gap < 1:
        return False
    first = found[0].text
    return len(first) <= 250 and not first.endswith((".", "!", ":", ";", ",", "…", '."', ".”", ".»"))
