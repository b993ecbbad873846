"""Who published the article: by what carries the page, its rights line, its masthead, its title or its address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from urllib.parse import urlsplit

from hearsay.articles.claims import claims
from hearsay.articles.clean import REPEATED, Sheet
from hearsay.articles.forms import line_key
from hearsay.articles.headline import SEPARATORS
from hearsay.articles.papers import LONGEST, NAME, WORDS, known, named
from hearsay.articles.phrases import Said
from hearsay.model import Dateline, Grounded, Page, Span
from hearsay.text import fold, trim

MASTHEAD = 8
"""Lines from the page's head, known clutter aside, in which an outlet's own name stands."""
LONGEST_LINE = 80
"""Characters of a line in which a name is looked for."""
FIRST = 2
"""Of those that read like a name, in which the world's outlets and addresses are no partner's or service's."""
WAVE = re.compile(r"\s+\d+[.,]\d+(?:\s*(?:FM|MHz|МГц))?$", re.IGNORECASE)
"""Where a radio station is to be heard: no part of its name."""
DAY = re.compile(r",?\s*\d{1,2}\.\d{1,2}\.\d{4}$")
BACK = 8
"""Characters before a name that say that it is one."""
LONE_BEFORE = re.compile(r"(?:[«„“\"]|(?:©|\(c\))\s*(?:\d{4}\s*)?)$", re.IGNORECASE)
SITE = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}")
MENU = 2
"""Lines that stand at least between the first and the headline."""
TOP_WORDS, SHORTEST_WORD = 4, 4
"""Words of a name in a page's first line, and letters of the longest of them at least."""


def outlet(
    page: Page, sheet: Sheet, headline: Span | None, top: Span, dateline: Dateline | None, said: Said, words: frozenset[str]
) -> Grounded | None:
    """The outlet by the first of its grounds, the others kept beside it. `top` is where the article begins; `words` are those that
    newspapers are called by.
    """
    text, head, cuts = page.text, list(_at_head(sheet, headline, top)), _cuts(page.text, sheet)
    claimed = claims(text, sheet, said)
    found = [
        *_stated(page),
        *_title_suffix(text, sheet, headline, head, cuts),
        *_masthead(text, sheet, head, dateline, cuts),
        *claimed.rights,
        *_said_again(text, sheet, head),
        *claimed.owners,
        *_address(page.address),
        *_called(text, sheet, headline, words),
        *claimed.wires,
        *_alone_at_top(text, sheet, headline),
    ]
    if not found:
        return None
    first = found[0]
    others = tuple(other for other in found[1:] if other.value != first.value)
    return Grounded(first.value, first.ground, first.span, others)


def _stated(page: Page) -> Iterator[Grounded]:
    for stated in page.stated:
        if stated.field == "outlet" and stated.value.strip():
            yield Grounded(named(stated.value.strip()), stated.ground)


def _masthead(text: str, sheet: Sheet, head: Sequence[Span], dateline: Dateline | None, cuts: Sequence[int]) -> Iterator[Grounded]:
    """A name at the page's head that the world knows, or that the dateline or the title says again."""
    title = _end_of_title(text, sheet, cuts) if head else {}
    for n, name in enumerate(head):
        words = name.of(text)
        if n < FIRST and (canonical := known(words)):
            yield Grounded(canonical, "masthead", name)
        elif dateline and dateline.agency and line_key(dateline.agency) == line_key(words):
            yield Grounded(words, "masthead and dateline", name)
        elif n < FIRST and SITE.fullmatch(words):
            yield Grounded(named(words), "masthead", name)
        elif again := title.get(fold(words)):
            yield _masthead_again(text, name, again, "masthead and title")


def _at_head(sheet: Sheet, headline: Span | None, top: Span) -> Iterator[Span]:
    """What reads like a name in the first lines above the article, known clutter aside, and is no part of its headline."""
    titles = [headline.of(sheet.lines.text) if headline else "", sheet.blocks[sheet.anchor].text if sheet.anchor is not None else ""]
    told = fold(" ".join(titles))
    unknown = (block for block, kind in zip(sheet.blocks, sheet.kinds, strict=True) if kind in (None, REPEATED))
    for block in takewhile(lambda block: block.span.start < top.start, islice(unknown, MASTHEAD)):
        name = WAVE.sub("", SEPARATORS.split(block.text[:LONGEST_LINE], 1)[0])
        few = len(name) <= LONGEST and name.count(" ") < WORDS and not block.is_joined
        reads_so = few and (NAME.fullmatch(name) or SITE.fullmatch(name))
        if reads_so and fold(name) not in told:
            yield Span(block.span.start, block.span.start + len(name))


def _masthead_again(text: str, masthead: Span, again: Span, ground: str) -> Grounded:
    """The name as the masthead prints it; one in capitals as it is printed else."""
    span = again if masthead.of(text).isupper() else masthead
    return Grounded(span.of(text), ground, span)


def _cuts(text: str, sheet: Sheet) -> list[int]:
    """Where the parts of the page's first line begin, its first aside."""
    return [found.end() for found in SEPARATORS.finditer(text, *sheet.blocks[0].span)] if sheet.blocks else []


def _end_of_title(text: str, sheet: Sheet, cuts: Sequence[int]) -> dict[str, Span]:
    """What stands behind the last sign of the page's first line, by what it says: the end of a title is often the outlet's name."""
    ends = (Span(cut, cut + len(DAY.sub("", text[cut : sheet.blocks[0].span.stop]))) for cut in cuts[-1:])
    return {fold(end.of(text)): end for end in ends}


def _said_again(text: str, sheet: Sheet, head: Sequence[Span]) -> Iterator[Grounded]:
    """The first name at a page's head, where the page says it elsewhere: in quotation marks or as the owner of a right; the first line of
    all on a line of its own, too; two words also within another line. One in capitals as it is printed there.
    """
    for name in head[:1]:
        printed = name.of(text)
        is_first = name.start == sheet.blocks[0].span.start
        forms = dict.fromkeys((printed.capitalize(), printed.title(), printed, printed.upper()))
        again = (span for form in forms for span in _all(text, form) if span != name and _is_named(text, span, is_first))
        if found := next(again, None):
            yield _masthead_again(text, name, found, "masthead, said again")


def _all(text: str, words: str) -> Iterator[Span]:
    """Where these words stand in a text as words of their own."""
    start = text.find(words)
    while start >= 0:
        span = Span(start, start + len(words))
        if not (text[start - 1 : start] or " ")[0].isalnum() and not text[span.stop : span.stop + 1].isalnum():
            yield span
        start = text.find(words, span.stop)


def _is_named(text: str, span: Span, is_first: bool) -> bool:
    """Whether words in a text are surely a name: they stand where a name stands, or are two within a line."""
    if LONE_BEFORE.search(text, max(0, span.start - BACK), span.start):
        return True
    before, behind = text[max(0, span.start - 1) : span.start], text[span.stop : span.stop + 1]
    whole = before in ("", "\n") and behind in ("", "\n")
    return is_first if whole else not span.of(text).isalpha()


def _title_suffix(text: str, sheet: Sheet, headline: Span | None, head: Sequence[Span], cuts: Sequence[int]) -> Iterator[Grounded]:
    """The end of a title that the page's headline does not have: "Port opens - Norvia Press"."""
    if not cuts or headline is None or headline.start < sheet.blocks[0].span.stop:
        return
    start, stop = sheet.blocks[0].span
    said, stop = line_key(headline.of(text)), start + len(DAY.sub("", text[start:stop]))
    for cut in reversed(cuts):
        span = trim(text, Span(cut, stop))
        is_name = len(span.of(text)) <= LONGEST and not span.of(text)[:1].islower() and span.start < span.stop
        if is_name and line_key(text[start:cut]).startswith(said[:30]):
            first = SEPARATORS.split(span.of(text), 1)[0]  # "Norvia Herald" of "Norvia Herald - news from Norvia"
            if any(fold(name.of(text)) == fold(first) for name in head):
                span = Span(span.start, span.start + len(first))
            yield Grounded(named(span.of(text)), "title", span)
            return


def _called(text: str, sheet: Sheet, headline: Span | None, words: frozenset[str]) -> Iterator[Grounded]:
    """The page's first line, known clutter aside, where it or a part of it reads like a newspaper's name: "Varna Gazette - news"."""
    first = next((block for block, kind in zip(sheet.blocks, sheet.kinds, strict=True) if kind in (None, REPEATED)), None)
    if first is None or headline is None or first.span.start >= headline.start:
        return
    for part in SEPARATORS.split(first.text):
        named_so = " " in part and len(part) <= LONGEST and not words.isdisjoint(fold(part).split()) and NAME.fullmatch(part)
        start = text.find(part, *first.span) if named_so else -1
        if start >= 0 and fold(part) not in fold(headline.of(text)):
            yield Grounded(named(part), "masthead by its words", Span(start, start + len(part)))


def _alone_at_top(text: str, sheet: Sheet, headline: Span | None) -> Iterator[Grounded]:
    """The first line of a page without a title, where it reads like a name and stands above a menu: what nothing else on it denies."""
    first = sheet.blocks[0]
    if headline is None or sheet.anchor is not None or sheet.kinds[0] is not None or first.span.start >= headline.start or first.is_joined:
        return
    below = sum(block.span.stop <= headline.start for block in sheet.blocks[1 : MENU + 1])
    words = [] if SEPARATORS.search(first.text) else first.text.split()
    if (
        below == MENU
        and 2 <= len(words) <= TOP_WORDS
        and NAME.fullmatch(first.text)
        and max(map(len, words)) >= SHORTEST_WORD
        and all(word[0].isupper() for word in words)
    ):
        yield Grounded(named(first.text), "first line", first.span)


def _address(address: str) -> Iterator[Grounded]:
    """The host of a web address, without its www."""
    try:
        host = urlsplit(address).hostname if "://" in address else None
    except ValueError:  # no address at all: "https://[orva"
        return
    if host and SITE.fullmatch(host):
        yield Grounded(named(host.removeprefix("www.")), "address")
