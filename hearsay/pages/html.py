"""HTML becomes the one text that spans count in: "html-1", the title on the first line, then the visible text, one block a line."""

from __future__ import annotations

import re

from lxml import etree, html

from hearsay import markup

INLINE = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q ruby rp rt s samp small span strike "
    "strong sub sup time tt u var wbr"
)
UNSEEN = etree.XPath("//*[@hidden]")
INLINE_TAG = re.compile(rf"</?(?:{'|'.join(INLINE.split())})(?=[\s/>])[^>]*>")
TAG = re.compile(r"<[^>]*>")
SPACES = "\t\r\f\u200b"
SPACE = re.compile("  +")
NUMBERED = re.compile(r"&#x?([0-9A-F]+);")


def linearise(root: html.HtmlElement) -> str:
    """The page's text: title first, then each block of visible text on a line of its own, runs of white space as one space.

    It is cut from the tree written out again, which is well-formed: every "<" opens a tag. What no reader sees is taken out of the tree.
    """
    title = root.findtext(".//title") or ""
    written = _written(markup.bare(root))
    if " hidden=" in written and (unseen := UNSEEN(root)):
        for element in unseen:
            element.tag = markup.HIDDEN[0]
        written = _written(markup.bare(root))
    lines = TAG.sub("\n", INLINE_TAG.sub("", written))
    text = _tidy(f"{title}\n{_plain(lines)}")
    for sign in SPACES:
        text = text.replace(sign, " ")
    return _tidy(SPACE.sub(" ", text))


def _written(root: html.HtmlElement) -> str:
    """Line breaks in the source are no line breaks on the page."""
    return str(etree.tostring(root, encoding="unicode", with_tail=False)).replace("\n", " ")


def _plain(text: str) -> str:
    """The few signs that writing out escapes, as themselves."""
    if "&" not in text:
        return text
    text = NUMBERED.sub(_character, text.replace("&lt;", "<").replace("&gt;", ">"))
    return text.replace("&amp;", "&")


def _character(found: re.Match[str]) -> str:
    return chr(int(found[1], 16 if found[0][2] == "x" else 10))


def _tidy(text: str) -> str:
    """The lines that say something, without white space around them."""
    return "\n".join(filter(None, map(str.strip, text.split("\n"))))
