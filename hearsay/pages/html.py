"""HTML becomes the one text that spans count in: "html-1", the title on the first line, then the visible text, one block a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from hearsay.errors import PageError

HIDDEN = frozenset("script style noscript template head svg math iframe object canvas select option textarea button".split())
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q ruby rp rt s samp small span strike "
    "strong sub sup time tt u var wbr".split()
)
SPACE = re.compile(r"[ \t\r\n\f\u200b]+")
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def linearise(source: str) -> str:
    """The page's text: title first, then each block of visible text on a line of its own, runs of white space as one space.

    Raises PageError where the markup holds no element at all.
    """
    root = parse(source)
    title = root.findtext(".//title") or ""
    pieces = [title, "\n", *_pieces(root)]
    lines = (SPACE.sub(" ", line).strip() for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def parse(source: str) -> html.HtmlElement:
    """The element tree of a page; the parser mends what is broken."""
    try:
        root = html.document_fromstring(DECLARATION.sub("", source).replace("\x00", ""), parser=html.HTMLParser(huge_tree=True))
    except (etree.ParserError, ValueError) as error:
        raise PageError(f"markup without a single element ({error}). Expected an HTML page.") from error
    return root


def _pieces(root: html.HtmlElement) -> Iterator[str]:
    """Texts and line breaks in the order of the page. Walks without recursion: pages may nest thousands of elements deep."""
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        shown = isinstance(element.tag, str) and element.tag not in HIDDEN and element.get("hidden") is None
        if event == "start" and not shown:
            walk.skip_subtree()
        elif event == "start":
            yield "" if element.tag in INLINE else "\n"
            yield _flat(element.text)
        else:
            yield "\n" if shown and element.tag not in INLINE else ""
            yield "" if element is root else _flat(element.tail)


def _flat(text: str | None) -> str:
    """Text of one element; line breaks in the source are no line breaks on the page."""
    return text.replace("\n", " ") if text else ""
