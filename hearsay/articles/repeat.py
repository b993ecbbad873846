"""Lines that an outlet wears on many pages: menus, footers, "most read". Counted in a first pass over a run, left out in the second."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from hearsay.articles.blocks import ENDS, SHORTEST_BROKEN, Block, blocks
from hearsay.articles.forms import line_key
from hearsay.model import Page
from hearsay.text import digest

MANY = 3
"""Pages of one outlet from which a line may be its dress; two may be an original and its sequel. Of 15,000 paragraphs of training
articles, by seven outlets, three sentences stood on so many pages: an editor's notes."""
MOST = 0.5
"""Share of an outlet's pages from which a sentence is dress: the opening of an article stands on a few index pages, too."""
COPY = 0.8
"""Share of a page's sentences that may be dress; a page with more is a copy of others, and its text is its own."""
SENTENCE, LINE = "s", "l"
HOSTED = re.compile(r"https?://(?:[^/?#@]*@)?([^/?#:@]+)")
HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")


def outlet(page: Page) -> str:
    """Whose pages this one is counted with, known before it is read: the host of its address, else a folder named after one.

    "https://www.orva.example/a" and "dump/orva.example/a.html" give "orva.example". Empty where neither is there, since a folder may
    hold the reprints of one text, and for a page whose carrier gave the article's own text.
    """
    if any(stated.field == "body" for stated in page.stated):
        return ""
    address = page.address.casefold()
    if hosted := HOSTED.match(address):
        return hosted[1].removeprefix("www.")
    folders = re.split(r"[/\\!]", address)[-2::-1]
    return next(filter(HOST.fullmatch, folders), "").removeprefix("www.")


def lines(page: Page) -> frozenset[str]:
    """The hashes of a page's lines, to be counted once a page; a hash tells whether the line reads like a sentence, nothing more."""
    return frozenset(_hash(block, line_key(block.text)) for block in blocks(page.text))


def _hash(block: Block, key: str) -> str:
    return (SENTENCE if _is_sentence(block) else LINE) + digest(key)


def _is_sentence(block: Block) -> bool:
    return len(block.text) >= SHORTEST_BROKEN and block.text[-1] in ENDS


def dress(found: Iterable[str], counts: Mapping[str, int], pages: int) -> frozenset[str]:
    """Which of a page's lines its outlet wears: `counts` says on how many of the outlet's `pages` each of them stands."""
    least = {LINE: MANY, SENTENCE: max(MANY, MOST * pages)}
    return frozenset(line for line in found if counts.get(line, 0) >= least[line[0]])


def worn(found: Sequence[Block], repeated: Collection[str]) -> list[int]:
    """The numbers of a page's blocks that are dress, given the hashes of the lines that are; none on a page that is a copy of others."""
    if not repeated:
        return []
    dressed = [i for i, block in enumerate(found) if _hash(block, line_key(block.text)) in repeated]
    sentences = {i: len(block.text) for i, block in enumerate(found) if _is_sentence(block)}
    copied = sum(sentences.get(i, 0) for i in dressed)
    return dressed if copied <= COPY * sum(sentences.values()) else []
