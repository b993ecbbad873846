"""Who reports, where the tagger saw with which words and what, but not who: the name beside the verb, or what opens its clause.

On training articles a name or a role that alone stands beside a reporting verb is its source in 420 of 427 Slavic reports.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from hearsay.marks import phrases
from hearsay.marks.proposal import Proposal
from hearsay.marks.scan import Paragraph, Scan
from hearsay.model import Span

BEARERS = frozenset({"person", "organisation", "group"})
CLOSING = phrases.MARKS | frozenset(".!?…")
LONGEST = 7  # words that open a sentence and name someone
NOMINAL = frozenset({"article", "determiner"})
LINKING = frozenset({"conjunction", "subordinator", "complementiser"})


def seen(scan: Scan, found: Sequence[Proposal]) -> list[Proposal]:
    """The proposals, each without a source given the subject of its verb where one stands beside it, or goes on from the report before."""
    beside = [_given(p, _beside(scan, p)) for p in found]
    return [_given(p, _going_on(scan, p, beside)) for p in beside]


def _given(p: Proposal, source: Span | None) -> Proposal:
    return replace(p, source=(source,)) if source and not p.source else p


def _beside(scan: Scan, p: Proposal) -> Span | None:
    paragraph = scan.paragraph(p.content[0].start)
    verb = None if p.source else _verb(paragraph, p)
    subjects = (rule(paragraph, verb) for rule in RULES) if verb else ()
    return next((s for s in subjects if s and not any(s.overlaps(c) for c in p.content)), None)


def _going_on(scan: Scan, p: Proposal, found: Sequence[Proposal]) -> Span | None:
    """ "said Grey, adding that ...": the speaker of the report just before."""
    if p.source or not p.cue or not 0 <= p.content[0].start - p.cue[-1].stop <= 2:
        return None
    before = (o for o in found if o.source and o.cue and o.cue[-1].stop <= o.source[-1].start)
    return next((o.source[-1] for o in before if scan.text[o.source[-1].stop : p.cue[0].start] == ", "), None)


def _verb(paragraph: Paragraph, p: Proposal) -> range | None:
    """The places of the reporting words, if they stand together, hold a verb and want someone who speaks."""
    if len(p.cue) != 1:
        return None
    cue = paragraph.between(p.cue[0])
    verbs = [hit for hit in paragraph.hits("cues") if hit.first in cue and hit.row.frame == "verb" and hit.row.side != "none"]
    return cue if verbs else None


# ------------------------------------------------------------------ rules


def _before(paragraph: Paragraph, verb: range) -> Span | None:
    """ "Anna Grey said": nothing else stands between the beginning of the clause and the verb."""
    least = paragraph.between(paragraph.sentence(paragraph.tokens[verb.start].start)).start
    first = verb.start
    while first > least and _names(paragraph, first - 1):
        first -= 1
    alone = first == least or _parts(paragraph, first - 1) or paragraph.kinds().get(first - 1) in LINKING
    return paragraph.span_of(first, verb.start - 1) if alone and first < verb.start else None


def _after(paragraph: Paragraph, verb: range) -> Span | None:
    """ "said Anna Grey", and then a sign or the end."""
    end = paragraph.between(paragraph.sentence(paragraph.tokens[verb.start].start)).stop
    last = verb.stop
    while last < end and _names(paragraph, last):
        last += 1
    alone = last == end or _parts(paragraph, last) or paragraph.kinds().get(last) == "complementiser"
    return paragraph.span_of(verb.stop, last - 1) if alone and last > verb.stop else None


def _relative(paragraph: Paragraph, verb: range) -> Span | None:
    """ "the minister, who after the talks said": the clause has no name that might be its subject instead."""
    clause = phrases.clause(paragraph, verb.start, paragraph.sentence(paragraph.tokens[verb.start].start))
    opening = clause.start - 1
    hit = paragraph.begun("pronouns", opening)
    subject = hit is not None and hit.row.kind == "relative" and hit.row.case == "subject" and hit.row.gender != "n"
    others = any(_named(paragraph, i) or i in paragraph.kinds("pronouns") for i in range(clause.start, verb.start))
    return paragraph.tokens[opening].span if subject and not others else None


def _apposed(paragraph: Paragraph, verb: range) -> Span | None:
    """ "The letter, sent in May, said": what opens the sentence, before words between two commas."""
    first = paragraph.between(paragraph.sentence(paragraph.tokens[verb.start].start)).start
    commas = [i for i in range(first, verb.start) if paragraph.tokens[i].text == ","]
    if len(commas) < 2 or commas[-1] != verb.start - 1 or not 0 < commas[0] - first <= LONGEST:
        return None
    opening = range(first, commas[0])
    plain = all(paragraph.kinds().get(i, "article") in NOMINAL and paragraph.tokens[i].text[0].isalnum() for i in opening)
    verbs = (hit.first for hit in paragraph.hits("cues") if hit.row.frame == "verb")
    other = any(i in opening for i in (*verbs, *(hit.first for hit in paragraph.hits("times"))))
    return paragraph.span_of(first, commas[0] - 1) if plain and not other else None


RULES: tuple[Callable[[Paragraph, range], Span | None], ...] = (_before, _after, _relative, _apposed)


# ------------------------------------------------------------------ words


def _names(paragraph: Paragraph, i: int) -> bool:
    return _named(paragraph, i) or _role(paragraph, i)


def _named(paragraph: Paragraph, i: int) -> bool:
    """Whether the word has a capital and is none of the words that have a meaning of their own here."""
    return paragraph.tokens[i].text[0].isupper() and not any(i in paragraph.kinds(table) for table in ("words", "cues", "times"))


def _role(paragraph: Paragraph, i: int) -> bool:
    """Whether the word says what someone is, and does not report."""
    return paragraph.kinds("roles").get(i) in BEARERS and i not in paragraph.kinds("cues")


def _parts(paragraph: Paragraph, i: int) -> bool:
    """Whether a sign parts the words before it from those after it."""
    return paragraph.tokens[i].text in phrases.BREAKS or paragraph.tokens[i].text in CLOSING
