"""Articles that carry one text: the same, nearly the same, or a pickup that shares most of its paragraphs with another.

Method: five-word shingles, thinned by winnowing (Schleimer, Wilkerson, Aiken 2003), so that any run of a dozen words that two articles
share leaves a common fingerprint.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hearsay.links.components import components
from hearsay.links.known import Known
from hearsay.model import Article, Group, Link, Reading
from hearsay.text import fold, tokens

NAME = "duplicates"
SHINGLE, WINDOW = 5, 8
EVERY = 4  # one fingerprint in four is a key; a shared paragraph leaves several
LEAST = 6  # fingerprints that two texts must share: about fifty words
NEAR, PICKUP, DOUBT = 0.8, 0.5, 0.3


@dataclass(frozen=True, slots=True)
class Copy:
    """An article's text as fingerprints; `whole` is the hash of all its words."""

    id: str
    whole: int
    prints: frozenset[int]


def things(readings: Iterable[Reading], record: Known) -> list[Copy]:
    """Each article once."""
    articles = {reading.article.id: reading.article for reading in readings}
    return [copy_of(articles[i]) for i in sorted(articles)]


def copy_of(article: Article) -> Copy:
    """The fingerprints of an article's body."""
    words = [fold(token.text) for span in article.body for token in tokens(article.text, *span) if token.text[0].isalnum()]
    return Copy(article.id, _hash(words), frozenset(winnow(words)))


def winnow(words: Sequence[str]) -> Iterator[int]:
    """The least hash of each window of shingles."""
    hashes = [_hash(words[n : n + SHINGLE]) for n in range(max(1, len(words) - SHINGLE + 1))]
    for n in range(max(1, len(hashes) - WINDOW + 1)):
        yield min(hashes[n : n + WINDOW])


def _hash(words: Sequence[str]) -> int:
    return zlib.crc32(" ".join(words).encode("utf-8", "surrogatepass"))


def keys(copy: Copy) -> Iterator[str]:
    """All its words, and a sample of its fingerprints; nothing for an article without words."""
    if copy.whole == _hash(()):
        return
    yield f"whole {copy.whole}"
    yield from (f"print {p}" for p in copy.prints if p % EVERY == 0)


def judge(left: Copy, right: Copy) -> Link | None:
    """Whether one text stands in both; None where they share too little to speak of."""
    if left.whole == right.whole:
        return _link(left, right, "same", 1.0, "the same words", "same_text")
    shared = len(left.prints & right.prints)
    if shared < LEAST:
        return None
    overlap, held = shared / len(left.prints | right.prints), shared / min(len(left.prints), len(right.prints))
    if overlap >= NEAR:
        return _link(left, right, "same", overlap, f"nearly the same text ({overlap:.0%} of both)", "near_duplicate")
    if held >= PICKUP:
        return _link(left, right, "same", held, f"one holds {held:.0%} of the other's text", "pickup")
    return _link(left, right, "unsure", held, f"they share {held:.0%} of the shorter text", "shared_passages") if held >= DOUBT else None


def _link(left: Copy, right: Copy, judgement: str, score: float, reason: str, rule: str) -> Link:
    return Link(NAME, left.id, right.id, judgement, round(score, 4), reason, f"duplicates.{rule}")


def group(things: Sequence[Copy], links: Iterable[Link]) -> list[Group]:
    """The accounts that more than one article carries."""
    ties = [link for link in links if link.judgement != "unsure"]
    out = []
    for members in components((copy.id for copy in things), ties):
        if len(members) > 1:
            held = set(members)
            reasons = sorted({tie.reason for tie in ties if tie.judgement == "same" and tie.left in held and tie.right in held})
            out.append(Group(members[0], NAME, members, None, "; ".join(reasons)))
    return out
