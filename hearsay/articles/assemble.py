"""The articles of a page put together: body, headline, language, dateline, outlet, credits, dates, rights."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from hearsay import markup
from hearsay.articles import absence, html, items, moments
from hearsay.articles.blocks import Block
from hearsay.articles.byline import author, byline
from hearsay.articles.clean import REPEATED, Sheet, bare, body, lay_out
from hearsay.articles.credits import Known, credits
from hearsay.articles.dateline import dateline
from hearsay.articles.dates import Dating
from hearsay.articles.days import Calendar
from hearsay.articles.diary import SHORT, Diary
from hearsay.articles.draft import Draft, Drafting
from hearsay.articles.foreign import foreign, language_of
from hearsay.articles.items import Split
from hearsay.articles.order import ordered
from hearsay.articles.outlet import outlet
from hearsay.articles.papers import papers_of
from hearsay.articles.phrases import Phrases, phrases
from hearsay.articles.signing import Signing
from hearsay.articles.signs import Signs
from hearsay.articles.standfirst import marked
from hearsay.language import Language
from hearsay.model import Article, Grounded, Page, Span
from hearsay.text import digest

OPENING = 3
"""Paragraphs at a body's head in which a dateline may stand: after a standfirst, or a repeated headline."""


def assemble(page: Page, languages: Mapping[str, Language], repeated: Collection[str]) -> Iterator[Article]:
    """The articles on a cluttered page, several on a digest or a live page. Raises ArticleError where there is none."""
    clutter = phrases("clutter", languages)
    sheet, parts, leads = _of_markup(page, clutter, repeated) if page.media == "text/html" else (None, {}, frozenset[str]())
    of_markup = bool(parts)
    if sheet is None or not parts:
        sheet = lay_out(page.text, clutter, repeated)
        parts = {i: sheet.blocks[i].span for i in body(sheet)}
    drafting = Drafting(page, languages, calendar_of(page, languages), leads)
    signs = drafting.signs(sheet)
    head = drafting.headline(signs, parts)
    first = min(parts, default=0)
    in_brief = drafting.in_brief(signs, head, first)
    if not (of_markup or in_brief):
        absence.check_list(sheet, signs.diary)
    found = items.split(signs, parts if of_markup else None, in_brief, first)
    if found:
        yield from _several(page, signs, found, drafting)
    else:
        absence.check(sheet, list(parts))
        yield article(page, drafting.draft(signs, parts, head), drafting)


def _of_markup(page: Page, clutter: Phrases, repeated: Collection[str]) -> tuple[Sheet, dict[int, Span], frozenset[str]]:
    tree = markup.tree(page)
    leads = marked(tree)
    sheet = lay_out(page.text, clutter, repeated, scored=False)
    parts = html.chosen(sheet.blocks, html.body(page.text, tree))
    return sheet, {i: span for i, span in parts.items() if sheet.kinds[i] != REPEATED} or parts, leads


def article(page: Page, draft: Draft, drafting: Drafting) -> Article:
    """The article that a draft makes, with the furniture read."""
    text, paragraphs = page.text, draft.paragraphs
    language, calendar = drafting.languages[draft.language], drafting.calendar
    line = next((line for span in paragraphs[:OPENING] if (line := dateline(text, span, calendar))), None)
    title = draft.span(draft.headline)
    by = outlet(page, draft.sheet, title, title or paragraphs[0], line, draft.signs.said, drafting.mastheads)
    dating = Dating(page, draft.signs.diary, list(draft.body), draft.headline, draft.signs.said)
    signing = Signing(draft)
    signed = byline(text, signing.beside(), signing.above(), signing.around(), drafting.people)
    known = Known(phrases("credits", {draft.language: language}), drafting.people, papers_of(draft.language))
    return Article(
        id=digest(page.id, *paragraphs),
        page=page.id,
        text=text,
        language=draft.language,
        body=paragraphs,
        headline=title,
        standfirst=draft.span(draft.standfirst),
        byline=Span(signed[0].start, signed[-1].stop) if signed else None,
        author=author(page, signed, drafting.people),
        outlet=by,
        published=dating.published(line, language),
        updated=dating.updated(),
        weekday=dating.weekday(),
        dateline=line,
        credits=credits(text, draft.credited(signed), line, by.value if by else None, known),
        rights=draft.rights(),
        foreign=tuple(draft.foreign.items()),
        date_order=_date_order(drafting),
    )


def _date_order(drafting: Drafting) -> str | None:
    """How the page writes days with slashes; None where it has none, and so the calendar is nobody's own."""
    own = drafting.calendar is not _CALENDARS.get(tuple(drafting.languages))
    return drafting.calendar.order if own else None


# ------------------------------------------------------------------ a page of several


def _several(page: Page, signs: Signs, found: Split, drafting: Drafting) -> Iterator[Article]:
    """The paragraphs above the items as an article of their own, then each item; outlet, rights and day are the page's for all."""
    sheet = signs.sheet
    top = drafting.signs(sheet.part(range(found.items[0].blocks.start)))
    head = sheet.anchor if sheet.anchor is not None and sheet.anchor < len(top.sheet.blocks) else drafting.headline(top, found.intro)
    about = article(page, drafting.draft(signs, found.intro or found.items[0].body, head), drafting)
    if about.published is None or ".." in about.published.value or about.published.value.startswith("XXXX"):
        about = replace(about, published=_day_above(page, signs, found) or about.published)
    if found.intro:
        yield _item(article(page, drafting.draft(top, found.intro, head), drafting), about, about.published)
    for it in found.items:
        first = it.blocks.start
        body = {i - first: span for i, span in it.body.items()}
        heading = None if it.heading is None else it.heading - first
        made = article(page, drafting.draft(drafting.signs(sheet.part(it.blocks)), body, heading, about.language), drafting)
        yield _item(made, about, moments.published(it.moment, it.day, made.published, about.published))


def _day_above(page: Page, signs: Signs, found: Split) -> Grounded | None:
    """The first day with its year in a short line above the items of a page, none after its capture."""
    above = (i for i in range(found.items[0].blocks.start) if i not in found.intro and len(signs.sheet.blocks[i].text) <= SHORT)
    days = (day for i in above for day in signs.diary.days(i) if day.year and not day.unsure)
    known = (day for day in days if page.captured is None or day.value <= page.captured[:10])
    return next((Grounded(day.value, "dated line above the entries", day.span) for day in known), None)


def _item(made: Article, about: Article, published: Grounded | None) -> Article:
    return replace(made, outlet=about.outlet, rights=about.rights, published=published)


# ------------------------------------------------------------------ a text that is the article


def assemble_whole(page: Page, languages: Mapping[str, Language]) -> Article:
    """The article whose own text the page is."""
    sheet = bare(page.text)
    head = 0 if _opens_with_headline(sheet.blocks) else None
    body = {i: block.span for i, block in enumerate(sheet.blocks) if i != head}
    drafting, paragraphs = Drafting(page, languages, calendar_of(page, languages)), tuple(body.values())
    language = language_of(page.text, paragraphs or (Span(0, len(page.text)),), languages)
    signs = Signs(page.text, sheet, Diary(sheet.lines, drafting.calendar))
    return article(page, Draft(signs, language, body, head, None, foreign(page.text, paragraphs, language, languages)), drafting)


def _opens_with_headline(found: Sequence[Block]) -> bool:
    """A short first paragraph without a final stop, parted from the rest by an empty line."""
    if len(found) < 2 or found[1].gap < 1:
        return False
    first = found[0].text
    return len(first) <= 250 and not first.endswith((".", "!", ":", ";", ",", "…", '."', ".”", ".»"))


_CALENDARS: dict[tuple[str, ...], Calendar] = {}


def calendar_of(page: Page, languages: Mapping[str, Language]) -> Calendar:
    """The calendar of these languages, made once, in the order in which the page writes its dates."""
    key = tuple(languages)
    if key not in _CALENDARS:
        _CALENDARS[key] = Calendar(languages)
    return ordered(_CALENDARS[key], page, languages)
