"""Why a page holds no article: said in the reject, so that nothing vanishes without a reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hearsay.articles.clean import Sheet
from hearsay.errors import ArticleError

FEWEST = 25
"""Characters. Shorter bodies are captions and slogans."""
STUB = 400
REASONS = {
    "error": "an error page: it says that what was asked for is not there. Save the page again from a working address.",
    "cookie": "a cookie wall: only the question for consent was saved. Save the page after answering it.",
    "paywall": "a paywall stub: the text stops where payment begins. Give the full text if you may.",
}


def check(sheet: Sheet, body: Sequence[int]) -> None:
    """Raise ArticleError where the chosen body is no article."""
    text = sum(len(sheet.blocks[i].text) for i in body)
    counts = Counter(kind for kind in sheet.kinds if kind in REASONS)
    for kind in ("error", "cookie", "paywall"):
        if counts[kind] and text < STUB and not _told(sheet, body):
            raise ArticleError(REASONS[kind])
    if not body or text < FEWEST:
        raise ArticleError(_nothing(sheet))


def _told(sheet: Sheet, body: Sequence[int]) -> bool:
    """Whether at least two blocks of the body are sentences."""
    return sum(sheet.blocks[i].text.endswith((".", "!", "?", "…", "”", "»", '"')) and len(sheet.blocks[i].text) > 60 for i in body) >= 2


def _nothing(sheet: Sheet) -> str:
    if not sheet.blocks:
        return "no visible text. Expected a page with words."
    lines = len(sheet.blocks)
    return f"no article among its {lines} lines: an index page, a menu or a list of headlines. Give the pages of the articles themselves."
