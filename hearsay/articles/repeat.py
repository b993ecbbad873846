"""Lines that an outlet wears on many pages: menus, footers, "most read". Counted in a first pass over a run, used in the second."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hearsay.articles.blocks import blocks
from hearsay.articles.phrases import line_key
from hearsay.model import Page
from hearsay.text import digest

MANY = 3
"""Pages of one outlet from which a line is its dress and nobody's text; two pages may be an original and its reprint."""


def lines(page: Page) -> frozenset[str]:
    """The hashes of a page's lines, to be counted once a page."""
    return frozenset(digest(line_key(block.text)) for block in blocks(page.text))


def worn(keys: Sequence[str], repeated: Mapping[str, int]) -> list[bool]:
    """Which of these lines (given by their `line_key`) stand on many pages of the outlet."""
    return [bool(repeated) and repeated.get(digest(key), 0) >= MANY for key in keys]
