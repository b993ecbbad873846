"""HTML as a tree, parsed once for the two rooms that read it: one takes the page's text from it, the other the article's."""

from __future__ import annotations

import re
from collections import deque

from lxml import etree, html

from hearsay.errors import PageError
from hearsay.model import Page

HIDDEN = tuple("script style noscript template head svg math iframe object canvas select option textarea button".split())
"""Elements of which a reader sees nothing, or nothing but the page's works."""
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
PARSER = html.HTMLParser(huge_tree=True, collect_ids=False, remove_comments=True, remove_pis=True, default_doctype=False)
PARSER.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
"""One class for all elements, looked up without a call of Python for each: a tenth of the time of reading a page."""

_LAST: deque[tuple[str, html.HtmlElement]] = deque(maxlen=1)


def parse(source: str) -> html.HtmlElement:
    """The element tree of a page; the parser mends what is broken. Raises PageError where there is no element at all."""
    try:
        root = html.document_fromstring(DECLARATION.sub("", source).replace("\x00", ""), parser=PARSER)
    except (etree.ParserError, ValueError) as error:
        raise PageError(f"markup without a single element ({error}). Expected an HTML page.") from error
    return root


def bare(root: html.HtmlElement) -> html.HtmlElement:
    """The same tree without what no reader sees."""
    etree.strip_elements(root, *HIDDEN, with_tail=False)
    return root


def keep(page: str, root: html.HtmlElement) -> None:
    """Hold the bare tree of the page with this id until it is asked for, or the next page is read: never more than one."""
    _LAST.append((page, root))


def tree(page: Page) -> html.HtmlElement:
    """The bare tree of a page, the kept one if it was the last that was read. It is the caller's own, to take apart."""
    try:
        known, root = _LAST.pop()
    except IndexError:
        known, root = "", None
    return root if known == page.id else bare(parse(page.data.decode(page.encoding, "replace").removeprefix("\ufeff")))
