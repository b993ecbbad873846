"""What trafilatura takes for a page's text, by its own steps without its fallbacks (fast), comments left out.

Its public function measures the whole page a second time, copies the tree five times and asks patterns of the names of all elements,
which on most pages changes nothing. Here its steps are taken one by one, and that function is only asked where one of them may matter.
"""

from __future__ import annotations

import re
from copy import copy
from functools import cache
from typing import Any

from lxml.etree import XPath
from lxml.html import HtmlElement

KNOWN = "2.3."
"""The version whose steps these are; of any other the public function is asked."""
NAMES = XPath("//*/@class | //*/@id", smart_strings=False)
PRUNED = re.compile("mvp-post-add|infinite-?scroll|elementor-share|omment|comol|disqus_thread|dsq-comments")
"""What stands in the names of all elements that are taken out before the first step: follow-up articles, shares, comments."""
COUNT = XPath("count(//*)")


def extract(tree: HtmlElement) -> str:
    """The text, one block a line; empty where there is none. The tree is taken apart."""
    import trafilatura

    if not trafilatura.__version__.startswith(KNOWN):
        return _asked(tree)
    return _quick(tree) or _asked(tree)


def _asked(tree: HtmlElement) -> str:
    from trafilatura import bare_extraction

    found = bare_extraction(tree, fast=True, include_comments=False)
    return getattr(found, "text", None) or ""


def _quick(tree: HtmlElement) -> str | None:
    """The same text, where the page gives no cause for a second look; None where it does."""
    from trafilatura.htmlprocessing import convert_tags, prune_unwanted_nodes, tree_cleaning
    from trafilatura.main_extractor import extract_content
    from trafilatura.xml import xmltotxt
    from trafilatura.xpaths import RAW_TREE_PRUNE_XPATH, REMOVE_COMMENTS_AND_LISTS_XPATH

    if PRUNED.search("\n".join(NAMES(tree))):
        prune_unwanted_nodes(tree, [*RAW_TREE_PRUNE_XPATH, *REMOVE_COMMENTS_AND_LISTS_XPATH])
    body, text = extract_content(convert_tags(tree_cleaning(copy(tree), _options()), _options(), None), _options())
    return str(xmltotxt(body, False)) if _enough(len(text), tree) else None


def _enough(size: int, tree: HtmlElement) -> bool:
    """Whether a text is not so short a part of its page that it is sought again; the page is only measured where a guess leaves it open."""
    from trafilatura.baseline import html2txt
    from trafilatura.core import ESCALATION_MAX_LENGTH, ESCALATION_PAGE_SHARE

    if size < _options().min_extracted_size:
        return False
    return size >= min(ESCALATION_MAX_LENGTH, ESCALATION_PAGE_SHARE * _at_most(tree)) or size >= ESCALATION_PAGE_SHARE * len(html2txt(tree))


def _at_most(tree: HtmlElement) -> float:
    """No fewer characters than the page has by trafilatura's count: its words, and a space around each element."""
    return len(" ".join(tree.text_content().split())) + 2 * float(COUNT(tree))


@cache
def _options() -> Any:
    from trafilatura.settings import Extractor

    return Extractor(fast=True, comments=False, output_format="python")
