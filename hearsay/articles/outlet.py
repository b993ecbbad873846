"""Who published the article: by what carries the page, its rights line, its masthead, its title or its address."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, islice, takewhile
from operator import attrgetter
from urllib.parse import urlsplit

from hearsay import world
from hearsay.articles.clean import REPEATED, Sheet
from hearsay.articles.forms import UPPER, line_key
from hearsay.articles.headline import SEPARATORS
from hearsay.articles.phrases import MASTHEADS, Said
from hearsay.language import Language
from hearsay.lexicon import GAP
from hearsay.model import Dateline, Grounded, Page, Span
from hearsay.text import fold, trim

SHORTEST, LONGEST = 3, 50
"""Characters of an outlet's name."""
MASTHEAD = 8
"""Lines from the page's head, known clutter aside, in which an outlet's own name stands."""
LONGEST_LINE = 80
"""Characters of a line in which a name is looked for."""
FIRST = 2
"""Of those that read like a name, in which the world's outlets and addresses are no partner's or service's."""
WORDS = 5
"""In such a name."""
NAME = re.compile(rf"[{UPPER}\d][\w.’'&+-]*(?:\s[\w.’'&+-]+){{0,{WORDS - 1}}}")
WAVE = re.compile(r"\s+\d+[.,]\d+(?:\s*(?:FM|MHz|МГц))?$", re.IGNORECASE)
"""Where a radio station is to be heard: no part of its name."""
DAY = re.compile(r",?\s*\d{1,2}\.\d{1,2}\.\d{4}$")
BACK = 8
"""Characters before a name that say that it is one."""
LONE_BEFORE = re.compile(r"(?:[«„“\"]|(?:©|\(c\))\s*(?:\d{4}\s*)?)$", re.IGNORECASE)
YEARS = r"(?:\d{4}(?:\s*[-–]\s*\d{4})?[,\s]+)"
SINCE = re.compile(YEARS)
COPYRIGHT = re.compile(rf"(?:©|\(c\))\s*{YEARS}?((?:[{UPPER}][\w’'&-]*\s?){{1,4}}(?<!\s))")
FOOT = 15
CLAIMS = 8
"""Names in rights lines that are looked at."""
SITE = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}")
QUOTED = re.compile(r"[«„“\"]([^«»„“”\"\n]{2,50})[»“”\"]")
SMALL = 2
"""Words without a capital in an outlet's name; more stand in a sentence."""


def outlet(
    page: Page, sheet: Sheet, headline: Span | None, top: Span, dateline: Dateline | None, said: Said, words: frozenset[str]
) -> Grounded | None:
    """The outlet by the first of its grounds, the others kept beside it. `top` is where the article begins; `words` are those that
    newspapers are called by.
    """
    text, head, cuts = page.text, list(_at_head(sheet, headline, top)), _cuts(page.text, sheet)
    rights, owned = _rights(said), dict(_copyright(sheet))
    apart = _apart(text, sheet, (*rights, *owned))
    found = [
        *_stated(page),
        *_title_suffix(text, sheet, headline, cuts),
        *_masthead(text, sheet, head, dateline, cuts),
        *_in_rights(text, rights, apart),
        *_said_again(text, sheet, head),
        *_owner(text, owned, apart),
        *_address(page.address),
        *_called(text, sheet, headline, words),
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


def named(name: str) -> str:
    """The world's name for an outlet where it is known, else as printed."""
    return known(name) or name


def known(name: str) -> str | None:
    """The world's name for exactly this form; a section called "Politika" is not the paper Politiko in a case of its own."""
    return world.canonical(name, "wires", "outlets")


def _rights(said: Said) -> list[Span]:
    """What stands for a name in the page's rights lines."""
    rights = (phrase for _, phrases in sorted(said.items()) for phrase in phrases if phrase.kind == "rights")
    return list(islice(dict.fromkeys(phrase.slots["name"] for phrase in rights if "name" in phrase.slots), CLAIMS))


def _in_rights(text: str, rights: Sequence[Span], apart: Sequence[str]) -> Iterator[Grounded]:
    """ "Materials of Norvia Press may be quoted with a link": the name in the rights line."""
    for stretch in rights:
        since = SINCE.match(text, *stretch)
        span = _alone(text, stretch, apart) or _marked(text, stretch) or trim(text, Span(since.end(), stretch.stop) if since else stretch)
        if NAME.fullmatch(span.of(text)) and sum(word[0].islower() for word in span.of(text).split()) <= SMALL:
            yield Grounded(named(span.of(text)), "rights line", span)


def _marked(text: str, stretch: Span) -> Span | None:
    """A name in quotation marks within a stretch: "Orva Media Ltd, publisher of “Norvia Herald”"."""
    found = QUOTED.search(text, *stretch)
    return Span(*found.span(1)) if found else None


def _apart(text: str, sheet: Sheet, stretches: Collection[Span]) -> list[str]:
    """What the page says on a line of its own, or beside its title, that reads like a name and stands within one of some stretches."""
    if not stretches:
        return []
    words = "\n".join(stretch.of(text) for stretch in stretches)
    said = chain(SEPARATORS.split(sheet.blocks[0].text), map(attrgetter("text"), sheet.blocks))
    return [line for line in said if line in words and SHORTEST <= len(line) <= LONGEST and NAME.fullmatch(line)]


def _alone(text: str, stretch: Span, apart: Sequence[str]) -> Span | None:
    """Of a stretch that holds an outlet's name and may hold more, the longest name that the page says apart from it."""
    words = stretch.of(text)
    names = [name for name in apart if name in words and _stands_apart(name, words)]
    if not names:
        return None
    start = stretch.start + words.find(max(names, key=len))
    return Span(start, start + len(max(names, key=len)))


def _stands_apart(name: str, words: str) -> bool:
    """Whether a name stands in a stretch as words of its own."""
    start = words.find(name)
    return not (words[:start][-1:].isalnum() or words[start + len(name) :][:1].isalnum())


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


def _title_suffix(text: str, sheet: Sheet, headline: Span | None, cuts: Sequence[int]) -> Iterator[Grounded]:
    """The end of a title that the page's headline does not have: "Port opens - Norvia Press"."""
    if not cuts or headline is None or headline.start < sheet.blocks[0].span.stop:
        return
    start, stop = sheet.blocks[0].span
    said, stop = line_key(headline.of(text)), start + len(DAY.sub("", text[start:stop]))
    for cut in reversed(cuts):
        span = trim(text, Span(cut, stop))
        is_name = len(span.of(text)) <= LONGEST and not span.of(text)[:1].islower() and span.start < span.stop
        if is_name and line_key(text[start:cut]).startswith(said[:30]):
            yield Grounded(named(span.of(text)), "title", span)
            return


def _copyright(sheet: Sheet) -> Iterator[tuple[Span, Span]]:
    """What stands behind the years in lines at the page's foot: "© 2031 Norvia Herald", and of it what reads like a name; a wire there
    claims its text, not the page.
    """
    for block in sheet.blocks[-FOOT:]:
        claims = len(block.text) <= 200 and not block.is_joined and ("©" in block.text or "(c)" in block.text)
        if claims and (found := COPYRIGHT.search(block.text)) and not world.canonical(found.group(1), "wires"):
            start = block.span.start + found.start(1)
            yield Span(start, block.span.stop), Span(start, start + len(found.group(1)))


def _owner(text: str, owned: Mapping[Span, Span], apart: Sequence[str]) -> Iterator[Grounded]:
    """The name in such a line."""
    for stretch, name in owned.items():
        span = _alone(text, stretch, apart) or _marked(text, stretch) or name
        yield Grounded(named(span.of(text)), "copyright line", span)


_MADE: dict[tuple[str, ...], frozenset[str]] = {}


def mastheads(languages: Mapping[str, Language]) -> frozenset[str]:
    """The words of all these languages that newspapers are called by, "gazette", "вестник"; collected once."""
    key = tuple(languages)
    if key not in _MADE:
        rows = (row for code in languages for row in languages[code].rows("furniture"))
        _MADE[key] = frozenset(fold(row.form.strip(GAP)) for row in rows if row.kind == MASTHEADS)
    return _MADE[key]


def _called(text: str, sheet: Sheet, headline: Span | None, words: frozenset[str]) -> Iterator[Grounded]:
    """The page's first line, known clutter aside, where it or a part of it reads like a newspaper's name: "Varna Gazette - news"."""
    first = next((block for block, kind in zip(sheet.blocks, sheet.kinds, strict=True) if kind in (None, REPEATED)), None)
    if first is None or headline is None or first.span.start >= headline.start:
        return
    for part in SEPARATORS.split(first.text):
        start = text.find(part, *first.span)
        named_so = len(part) <= LONGEST and NAME.fullmatch(part) and " " in part and not words.isdisjoint(fold(part).split())
        if named_so and start >= 0 and fold(part) not in fold(headline.of(text)):
            yield Grounded(named(part), "masthead by its words", Span(start, start + len(part)))


def _address(address: str) -> Iterator[Grounded]:
    """The host of a web address, without its www."""
    try:
        host = urlsplit(address).hostname if "://" in address else None
    except ValueError:  # no address at all: "https://[orva"
        return
    if host and SITE.fullmatch(host):
        yield Grounded(named(host.removeprefix("www.")), "address")
