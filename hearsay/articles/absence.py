"""Why a page holds no article: said in the reject, so that nothing vanishes without a reason."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from hearsay.articles.arrays import Bools
from hearsay.articles.clean import SENTENCE, Sheet
from hearsay.articles.diary import Diary
from hearsay.errors import ArticleError

FEWEST = 25
"""Characters. Shorter bodies are captions and slogans."""
STUB = 400
"""Characters of a body that is the beginning of an article, or what a wall says of itself."""
TEASER, LISTED = 450, 5
"""Characters of a body that is no more than what a list says of one article; titles with such sentences from which a page is a list."""
TOLD, MOSTLY = 200, 0.85
"""Characters of the median teaser on a page that is nothing but a list of articles, and their share of what such a page tells."""
HEADED = range(20, 161)
"""Characters of a title."""
REASONS = {
    "robot": "a bot wall: it asks for proof that a person reads. Save the page from a browser.",
    "script": "an empty page that its scripts would fill. Save it from a browser, after it has loaded.",
    "wall": "a login wall: only the question for a login was saved. Save the page after logging in, if you may.",
    "paywall": "a paywall stub: the text stops where payment begins. Give the full text if you may.",
    "cookie": "a cookie wall: only the question for consent was saved. Save the page after answering it.",
    "error": "an error page: it says that what was asked for is not there. Save the page again from a working address.",
    "video": "a video's page: there is no text beside the player. Give a transcript.",
}
"""By the kind of line that tells it, the surest first: a bot wall may ask for cookies and scripts, too."""


def check(sheet: Sheet, body: Sequence[int]) -> None:
    """Raise ArticleError where the chosen body is no article."""
    text = sum(len(sheet.blocks[i].text) for i in body)
    if body and text < TEASER and sheet.anchor is None and len(titles := _titled(sheet)) >= LISTED:
        raise ArticleError(_list(len(titles)))
    if text < STUB and (said := next(filter(sheet.kinds.__contains__, REASONS), None)) and not _told(sheet, body):
        raise ArticleError(REASONS[said])
    if not body or text < FEWEST:
        raise ArticleError(_nothing(sheet))


def check_list(sheet: Sheet, diary: Diary) -> None:
    """Raise ArticleError for a page without a title of its own, nearly all of whose text is a sentence or two under each of many titles,
    with a day or a time beside each.
    """
    titled = _titled(sheet) if sheet.anchor is None else []
    size, marked = sheet.lines.size[titled], diary.dated | diary.clocked
    stamped = [i for i in titled if not marked.isdisjoint((i - 2, i + 1, i + 2))]
    if len(stamped) >= LISTED and np.median(size) <= TOLD and size.sum() >= MOSTLY * sheet.lines.size[_sentences(sheet)].sum():
        raise ArticleError(_list(len(titled)))


def _told(sheet: Sheet, body: Sequence[int]) -> bool:
    """Whether at least two blocks of the body are sentences."""
    return sum(sheet.blocks[i].text.endswith((".", "!", "?", "…", "”", "»", '"')) and len(sheet.blocks[i].text) > 60 for i in body) >= 2


def _sentences(sheet: Sheet) -> Bools:
    """Which blocks are sentences or more, and no clutter."""
    return np.asarray(sheet.lines.ended & (sheet.lines.size >= SENTENCE) & ~sheet.known)


def _titled(sheet: Sheet) -> list[int]:
    """The sentences or paragraphs that stand alone under a title each."""
    told = np.pad(_sentences(sheet), 1)
    lone = (told[1:-1] & ~told[:-2] & ~told[2:]).nonzero()[0].tolist()
    unknown = (i for i in lone if i > 0 and not (sheet.known[i - 1] or sheet.lines.ended[i - 1]))
    return [i for i in unknown if len(sheet.blocks[i - 1].text) in HEADED]


def _list(titles: int) -> str:
    return f"an index page: {titles} titles with a sentence or two each, none told in full. Give the articles' own pages."


def _nothing(sheet: Sheet) -> str:
    if not sheet.blocks:
        return "no visible text. Expected a page with words."
    lines = len(sheet.blocks)
    return f"no article among its {lines} lines: an index page, a menu or a list of headlines. Give the pages of the articles themselves."
