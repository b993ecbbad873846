"""Who signs words after a dash: behind a quotation, below one, or under a post with handle and day. And whether words name a speaker.

“We waited for an hour.” – Anna Grey, ferry company. And: The ferry is late. — Anna Grey (@annagrey) March 4, 2031.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from hearsay.marks import phrases
from hearsay.marks.proposal import Proposal
from hearsay.marks.quotes import Quote
from hearsay.marks.scan import Paragraph, Scan
from hearsay.model import Span
from hearsay.text import trim

POST = "post"
SURE = 0.8  # all seven signed quotations of the training articles are right
LONGEST_NAME = 7  # words
LONG = 60  # characters between marks that are no title
LONGEST_POST = 400  # characters
INITIAL = r"(?:(?<=\b\w)|(?<=\b\w\w))\."  # the full stop of "A. Grey", "Mr. Grey"
SIGNED = re.compile(rf"[,.]?\s*(?P<cue>[-–—―])\s*(?P<source>[^\W\d_](?:[^,.;:\n]|{INITIAL}){{1,60}})(?:,[^.!?\n]{{2,80}})?\s*\.?\s*$")
DAY = r"[,.·|\s]*(?:[^\W\d_]+\.?\s+)?\d[\w,.:\s]{3,28}"
POSTED = re.compile(rf"(?<!\S)(?P<cue>[–—―])\s*(?P<source>[^\s\d_@][^\n@–—―]{{1,60}}?)\s*\(@\w+\){DAY}$")
LINKS = re.compile(r"(?:\s*(?:https?://|pic\.twitter\.com/)\S*)+\s*$")


def find(scan: Scan) -> Iterator[Proposal]:
    """The signed quotations and posts: first those with the signature behind them, then those with it in a paragraph below."""
    alone = (made for p in scan.paragraphs if not p.headline and (made := _posted(scan, p) or _signed(scan, p)))
    below = (made for above, p in pairwise(scan.paragraphs) if not above.headline and (made := _below(scan, above, p)))
    return chain(alone, below)


def _signed(scan: Scan, p: Paragraph) -> Proposal | None:
    """A paragraph that is a quotation and the name of who said it."""
    start = trim(scan.text, p.span).start
    said = next((q for q in p.quotes if q.span.start == start and q.level == 0 and q.closed and _sentence(scan, q)), None)
    return _signature(scan, p, said.span.stop, said.span) if said else None


def _posted(scan: Scan, p: Paragraph) -> Proposal | None:
    """A post and the name and handle of who posted it."""
    match = POSTED.search(scan.text, *p.span)
    return _post(scan, p, match, Span(p.span.start, match.start())) if match else None


def _below(scan: Scan, above: Paragraph, p: Paragraph) -> Proposal | None:
    """Who signs the paragraph above in one of their own: a quotation, or a post."""
    if match := POSTED.match(scan.text, *p.span):
        return _post(scan, p, match, above.span)
    whole = trim(scan.text, above.span)
    quoted = any(q.kind == "marks" and q.span == whole for q in above.quotes)
    return _signature(scan, p, p.span.start, whole) if quoted else None


def _post(scan: Scan, p: Paragraph, match: re.Match[str], span: Span) -> Proposal | None:
    """What was posted, without the links at its end."""
    links, source = LINKS.search(scan.text, *span), Span(*match.span("source"))
    said = trim(scan.text, Span(span.start, links.start() if links else span.stop))
    if not 0 < said.stop - said.start <= LONGEST_POST or said.of(scan.text).endswith(":") or not names_who(p, source):
        return None
    return Proposal((source,), (Span(*match.span("cue")),), (said,), SURE, 0, POST)


def _signature(scan: Scan, p: Paragraph, start: int, said: Span) -> Proposal | None:
    """The name after a dash with which the paragraph ends, from this place on, with what its bearer said."""
    match = SIGNED.match(scan.text, start, p.span.stop)
    source = trim(scan.text, Span(*match.span("source"))) if match else None
    if match is None or source is None or not names_who(p, source):
        return None
    return Proposal((source,), (Span(*match.span("cue")),), (said,), SURE, 0, "signed")


def _sentence(scan: Scan, quote: Quote) -> bool:
    """Whether what stands between marks is rather a sentence than a title: it ends as one, or is long."""
    inner = quote.inner.of(scan.text).rstrip()
    return quote.kind == "marks" and (inner[-1:] in (".", "!", "?", "…") or len(inner) >= LONG) and " " in inner


def names_who(p: Paragraph, span: Span) -> bool:
    """Whether these words name a speaker: few, beginning with a capital or a role, without a verb of saying or a figure, and no topic."""
    within = p.between(span)
    first = p.tokens[within.start]
    cues = {i for hit in p.hits("cues") if hit.row.frame == "verb" for i in hit.indices}
    named = first.text[:1].isupper() or within.start in p.kinds("roles") or first.text in phrases.MARKS
    figures = any(p.tokens[i].text.isdigit() for i in within)
    sized = 0 < len(within) <= LONGEST_NAME
    return (
        sized and named and not figures and not cues.intersection(within) and all(_naming(p, i) for i in within) and not _topic(p, within)
    )


def _naming(p: Paragraph, i: int) -> bool:
    """Whether a word may stand in a speaker's name; "Strike goes on. Flights called off" names no one."""
    word = p.tokens[i].text
    return not word[0].islower() or i in p.kinds("roles") or i in p.kinds()


def _topic(p: Paragraph, within: range) -> bool:
    """Whether words without an office say where or on what: "Flood on the Sorle: what to do"."""
    aside = (i for i in within[1:] if p.kinds().get(i) == "preposition")
    return not any(i in p.kinds("roles") for i in within) and any(
        p.tokens[i].text not in p.language.options.get("author", ()) for i in aside
    )
