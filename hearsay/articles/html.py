"""The body of an HTML page: trafilatura says which of the visible text it is, and its words are found again in the kept text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree
from lxml.html import HtmlElement

from hearsay.articles.blocks import Block
from hearsay.articles.extractor import extract
from hearsay.model import Span

WORD = re.compile(r"\w+")
BESIDE = tuple(
    "aside footer nav menu picture map audio video embed source applet dialog fieldset legend label input link meta time rp rt rtc".split()
)
"""Elements that the extractor leaves out with all they hold."""
THROUGH = tuple("abbr acronym address bdi bdo big cite data dfn font hgroup img ins mark nobr ruby small tbody tfoot thead wbr".split())
"""Elements that mean nothing to it."""
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
MARKS = " \t-–•|*"
SHORT = 40
"""Characters. A shorter line may stand on a page many times; it is only looked for near the one before it."""
NEAR = 3000
SEED = 4
"""Words in a row that tie a piece of a line to a place, where the line as a whole does not stand in the kept text."""


def body(text: str, tree: HtmlElement) -> list[Span]:
    """What the extractor takes for the article's text, as spans in the kept text, in order. The tree is taken apart."""
    return sorted(_found(text, _extract(tree).splitlines()))


def _extract(tree: HtmlElement) -> str:
    """Every step of the extractor costs by the element, so few are left."""
    etree.strip_elements(tree, *BESIDE, with_tail=False)
    etree.strip_tags(tree, *THROUGH)
    try:
        return extract(tree)
    except ValueError:  # the tree gives characters that it does not take back: "&#1;", or the name of an element that holds one
        return extract(_without_controls(tree))


def _without_controls(tree: HtmlElement) -> HtmlElement:
    """The tree with a space for each character that no XML may hold; an element whose name holds one means nothing."""
    for element in tree.iter():
        if isinstance(element.tag, str) and CONTROLS.search(element.tag):
            element.tag = "span"
        element.text = element.text and CONTROLS.sub(" ", element.text)
        element.tail = element.tail and CONTROLS.sub(" ", element.tail)
    return tree


def _found(text: str, lines: Sequence[str]) -> Iterator[Span]:
    """Each line in the kept text below the title, whole where it stands so, else in pieces."""
    after = text.find("\n") + 1
    for line in lines:
        for span in _line(text, " ".join(line.split()).strip(MARKS), after):
            yield span
            after = span.stop


def _line(text: str, line: str, after: int) -> Iterator[Span]:
    if not line:
        return
    start = text.find(line, after, after + NEAR if len(line) < SHORT else len(text))
    if start < 0 and len(line) >= SHORT:
        start = text.find(line)
    if start >= 0:
        yield Span(start, start + len(line))
    elif len(line) >= SHORT:
        yield from _pieces(text, WORD.findall(line), after)


def _pieces(text: str, wanted: Sequence[str], after: int) -> Iterator[Span]:
    """A line whose words stand apart in the kept text: stretches of it that begin with a few words in a row."""
    n = 0
    while n + SEED <= len(wanted):
        seed = re.compile(r"\W+".join(map(re.escape, wanted[n : n + SEED])))
        found = seed.search(text, after) or seed.search(text)
        if found is None:
            n += 1
            continue
        stop, n = _extend(text, found.end(), wanted, n + SEED)
        yield Span(found.start(), stop)
        after = stop


def _extend(text: str, stop: int, wanted: Sequence[str], n: int) -> tuple[int, int]:
    """As far as the words go on to agree; the signs right after the last belong to it."""
    while n < len(wanted):
        found = WORD.search(text, stop)
        if found is None or found.group() != wanted[n]:
            break
        stop, n = found.end(), n + 1
    while stop < len(text) and not text[stop].isspace() and not text[stop].isalnum():
        stop += 1
    return stop, n


def chosen(blocks: Sequence[Block], spans: Sequence[Span]) -> dict[int, Span]:
    """The body as one span for each block that holds some of it."""
    out: dict[int, Span] = {}
    i = 0
    for span in spans:
        while i < len(blocks) and blocks[i].span.stop <= span.start:
            i += 1
        while i < len(blocks) and blocks[i].span.start < span.stop:
            part = Span(max(span.start, blocks[i].span.start), min(span.stop, blocks[i].span.stop))
            out[i] = Span(min(out[i].start, part.start), max(out[i].stop, part.stop)) if i in out else part
            if blocks[i].span.stop > span.stop:
                break
            i += 1
    return out
