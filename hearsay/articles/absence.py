"""Why a page holds no article: said in the reject, so that nothing vanishes without a reason."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from hearsay.articles.clean import SENTENCE, Sheet
from hearsay.errors import ArticleError

FEWEST = 25
"""Characters. Shorter bodies are captions and slogans."""
STUB = 400
"""Characters of a body that is the beginning of an article, or what a wall says of itself."""
TEASER, LISTED = 450, 5
"""Characters of a body that is no more than what a list says of one article; titles with such sentences from which a page is a list."""
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
    if body and text < TEASER and sheet.anchor is None and (titles := _titles(sheet)) >= LISTED:
        raise ArticleError(f"an index page: {titles} titles with a sentence or two each, none told in full. Give the articles' own pages.")
    if text < STUB and (said := next(filter(sheet.kinds.__contains__, REASONS), None)) and not _told(sheet, body):
        raise ArticleError(REASONS[said])
    if not body or text < FEWEST:
        raise ArticleError(_nothing(sheet))


def _told(sheet: Sheet, body: Sequence[int]) -> bool:
    """Whether at least two blocks of the body are sentences."""
    return sum(sheet.blocks[i].text.endswith((".", "!", "?", "…", "”", "»", '"')) and len(sheet.blocks[i].text) > 60 for i in body) >= 2


def _titles(sheet: Sheet) -> int:
    """How many titles stand over one paragraph each, of a page that says none of them in its own title."""
    lines = sheet.lines
    told = np.concatenate([[False], lines.ended & (lines.size >= SENTENCE) & ~sheet.known, [False]])
    lone = (told[1:-1] & ~told[:-2] & ~told[2:]).nonzero()[0]
    return sum(i > 0 and not sheet.known[i - 1] and len(sheet.blocks[i - 1].text) in HEADED for i in lone.tolist())


def _nothing(sheet: Sheet) -> str:
    if not sheet.blocks:
        return "no visible text. Expected a page with words."
    lines = len(sheet.blocks)
    return f"no article among its {lines} lines: an index page, a menu or a list of headlines. Give the pages of the articles themselves."
