"""The body of an HTML page: trafilatura says which of the visible text it is, and its words are found again in the kept text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hearsay.articles.blocks import Block
from hearsay.model import Page, Span

WORD = re.compile(r"\w+")
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
PARSER = {"huge_tree": True, "collect_ids": False, "remove_comments": True, "remove_pis": True, "default_doctype": False}
"""As the extractor parses itself: what follows a comment inside a paragraph would be lost to it."""
MARKS = " \t-–•|*"
SHORT = 40
"""Characters. A shorter line may stand on a page many times; it is only looked for near the one before it."""
NEAR = 3000
SEED = 4
"""Words in a row that tie a piece of a line to a place, where the line as a whole does not stand in the kept text."""


def source_of(page: Page) -> str:
    """The page's markup as characters."""
    return page.data.decode(page.encoding, "replace").replace("\x00", "")


def body(page: Page, source: str) -> list[Span]:
    """What the extractor takes for the article's text, as spans in the kept text, in order."""
    return sorted(_found(page.text, _extract(source).splitlines()))


def _extract(source: str) -> str:
    """Method: trafilatura without its fallbacks (fast) and without comments."""
    from lxml import etree
    from lxml import html as markup
    from trafilatura import extract

    try:
        tree = markup.document_fromstring(DECLARATION.sub("", source), parser=markup.HTMLParser(**PARSER))
    except (etree.ParserError, ValueError):
        return ""
    return extract(tree, fast=True, include_comments=False) or ""


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
