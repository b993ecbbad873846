"""Who claims a page: the names in its lines on rights and copyright."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, islice
from operator import attrgetter
from typing import NamedTuple

from hearsay import world
from hearsay.articles.clean import Sheet
from hearsay.articles.forms import UPPER
from hearsay.articles.headline import SEPARATORS
from hearsay.articles.papers import LONGEST, NAME, SHORTEST, named
from hearsay.articles.phrases import Said
from hearsay.model import Grounded, Span
from hearsay.text import trim

YEARS = r"(?:\d{4}(?:\s*[-–]\s*\d{4})?[,\s]+)"
SINCE, UNTIL = re.compile(YEARS), re.compile(r"[\s,]+\d{4}$")
COPYRIGHT = re.compile(rf"(?:©|\(c\))\s*{YEARS}?((?:[{UPPER}][\w’'&-]*\s?){{1,4}}(?<!\s))")
FOOT = 15
"""Lines at a page's foot in which its owner stands."""
CLAIMS = 8
"""Names in rights lines that are looked at."""
QUOTED = re.compile(r"[«„“\"]([^«»„“”\"\n]{2,50})[»“”\"]")
SMALL = 2
"""Words without a capital in a name; more stand in a sentence."""


class Claims(NamedTuple):
    """Who says what readers may do with the texts, and who owns them; and the wires that say so of texts of theirs, on another's page."""

    rights: Sequence[Grounded]
    owners: Sequence[Grounded]
    wires: Sequence[Grounded]


def claims(text: str, sheet: Sheet, said: Said) -> Claims:
    """The names that a page's lines on rights and copyright give; `said` are its set phrases."""
    rights, owned = _rights(said), dict(_copyright(sheet))
    apart = _apart(text, sheet, (*rights, *owned))
    found = list(_in_rights(text, rights, apart))
    wires = [claim for claim in found if world.canonical(claim.value, "wires")]
    return Claims([claim for claim in found if claim not in wires], list(_owner(text, owned, apart)), wires)


def _rights(said: Said) -> list[Span]:
    """What stands for a name in the page's rights lines."""
    rights = (phrase for _, phrases in sorted(said.items()) for phrase in phrases if phrase.kind == "rights")
    return list(islice(dict.fromkeys(phrase.slots["name"] for phrase in rights if "name" in phrase.slots), CLAIMS))


def _in_rights(text: str, rights: Sequence[Span], apart: Sequence[str]) -> Iterator[Grounded]:
    """ "Materials of Norvia Press may be quoted with a link": the name in the rights line."""
    for stretch in rights:
        since = SINCE.match(text, *stretch)
        stretch = Span(stretch.start, stretch.start + len(UNTIL.sub("", stretch.of(text))))
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


def _copyright(sheet: Sheet) -> Iterator[tuple[Span, Span]]:
    """What stands behind the years in lines at the page's foot: "© 2031 Norvia Herald", and of it what reads like a name; a wire there
    claims its text, not the page.
    """
    for block in sheet.blocks[-FOOT:]:
        claims = ("©" in block.text or "(c)" in block.text) and len(block.text) <= 200 and not block.is_joined
        if claims and (found := COPYRIGHT.search(block.text)) and not world.canonical(found.group(1), "wires"):
            start = block.span.start + found.start(1)
            yield Span(start, block.span.stop), Span(start, start + len(found.group(1)))


def _owner(text: str, owned: Mapping[Span, Span], apart: Sequence[str]) -> Iterator[Grounded]:
    """The name in such a line."""
    for stretch, name in owned.items():
        span = _alone(text, stretch, apart) or _marked(text, stretch) or name
        yield Grounded(named(span.of(text)), "copyright line", span)
