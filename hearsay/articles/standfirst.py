"""The standfirst: the sentence or two under a headline that say what the article will tell, apart from its first paragraph.

In plain text it is told by what stands below it: a byline, a date, a picture's credit or a share bar part it from the body, or the body
begins with a dateline. In markup the class of its element may say so, by the names that page builders give it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from lxml.html import HtmlElement

from hearsay.articles.blocks import ends_sentence
from hearsay.articles.clean import AGAIN, Sheet
from hearsay.articles.forms import line_key
from hearsay.articles.signs import Signs

SHORTEST, SHORTEST_UNFINISHED, LONGEST = 40, 55, 500
CAPTION = 110
"""Characters of what a picture shows, where its credit follows."""
FEWEST = 6
SAME = 0.6
"""Share of its longer words that the headline has, from which a line only says it again."""
NEAR = 12
OTHERS = frozenset({"related", "popular"})
"""Kinds of heading below which a line leads to other texts; how many comments there are is often said above a text."""
UNKNOWN = 4
"""Lines between standfirst and body that are neither furniture nor clutter: of a menu there are more."""
MARKED = re.compile(
    r"(?<![a-z])(?:lead|lede|standfirst|sub-?title|sub-?head(?:line)?|deck|dek|perex|sapo|anons|strapline|chapeau|summary|excerpt)(?![a-z])",
    re.IGNORECASE,
)
ELEMENTS = ("p", "div", "h2", "h3", "h4", "span", "section", "strong", "header")
NAMING = ("class", "itemprop", "id")


def marked(tree: HtmlElement) -> frozenset[str]:
    """The texts whose markup says that they are standfirsts, as lines are compared."""
    texts = (" ".join(element.text_content().split()) for element in tree.iter(*ELEMENTS) if _names_so(element))
    return frozenset(line_key(text) for text in texts if SHORTEST <= len(text) <= LONGEST)


def _names_so(element: HtmlElement) -> bool:
    return any((name in NAMING or name.startswith("data-")) and _is_mark(value) for name, value in element.items())


@lru_cache(maxsize=1 << 14)
def _is_mark(value: str) -> bool:
    """Remembered, since an outlet's pages name the same few hundred things."""
    return MARKED.search(value) is not None


def standfirst(signs: Signs, head: int | None, body: Sequence[int], stated: frozenset[str]) -> int | None:
    """The block that is the standfirst. `stated` are the texts that the markup calls so."""
    sheet, said = signs.sheet, signs.sheet.lines.said
    if head is None or not body or head >= body[-1]:
        return None
    under = [i for i in range(head + 1, min(head + 1 + NEAR, body[-1] + 1)) if said[i] != said[head]]
    if stated and (named := next((i for i in under if sheet.key(i) in stated and _reads_so(sheet, i)), None)):
        return named
    first = next((i for i in under if len(sheet.blocks[i].text) >= SHORTEST and not signs.beside(i)), None)
    below = next((i for i in body if first is not None and i > first), None)
    if first is None or below is None or not _reads_so(sheet, first) or not _is_parted(signs, first, below):
        return None
    return first if not signs.dateline(first) and _told_again(signs, head, first, body) else None


def _is_parted(signs: Signs, i: int, below: int) -> bool:
    """Whether a line is parted from the body below it as standfirsts are: a credit parts a caption, a heading leads to other texts."""
    sheet = signs.sheet
    between = [signs.beside(k) or sheet.kinds[k] for k in range(i + 1, below)]
    captioned = between[:1] == ["image"] and signs.is_credit(i + 1) and len(sheet.blocks[i].text) <= CAPTION
    if captioned or between.count(None) > UNKNOWN or OTHERS & set(between):
        return False
    return any(between) or signs.dateline(below) is not None


def _reads_so(sheet: Sheet, i: int) -> bool:
    """Whether a line is long enough for a standfirst, longer where it is no full sentence, as titles and captions are none."""
    text = sheet.blocks[i].text
    least = SHORTEST if ends_sentence(text) else SHORTEST_UNFINISHED
    return sheet.kinds[i] is None and least <= len(text) <= LONGEST and text.count(" ") + 1 >= FEWEST and text[-1] not in ":,;"


def _told_again(signs: Signs, head: int, i: int, body: Sequence[int]) -> bool:
    """Whether the body tells of the same, and the line is no second headline."""
    lines = signs.sheet.lines
    own = lines.longer[i]
    return lines.told_of(i, [k for k in body if k != i]) >= AGAIN * own and lines.told_of(i, [head]) <= SAME * own
