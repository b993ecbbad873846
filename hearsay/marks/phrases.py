"""Where a noun phrase and a clause begin and end, as far as function words and signs tell."""

from __future__ import annotations

from hearsay.marks.quotes import NAME_LIKE
from hearsay.marks.scan import Paragraph
from hearsay.model import Span

BREAKS = frozenset(",;:()[]{}—–-")
MARKS = frozenset('"“”«»„')
CLAUSE_WORDS = frozenset({"complementiser", "relative", "subordinator"})
LOOSE = frozenset({"adverb", "auxiliary", "modal", "negation", "conjunction"})
LONGEST = 16


def in_time(p: Paragraph, i: int) -> bool:
    """Whether the token belongs to time words; a number alone does not: "two officials"."""
    return not p.kinds("times").get(i, "number").startswith("number")


def breaks(p: Paragraph, i: int) -> bool:
    """Whether a phrase cannot reach over this token."""
    return p.tokens[i].text in BREAKS or p.kinds().get(i) in CLAUSE_WORDS or (p.tokens[i].text in ".!?…" and not inner_stop(p, i))


def inner_stop(p: Paragraph, i: int) -> bool:
    """A full stop after an initial or an abbreviation: "J. Grey", "Sen. Grey"."""
    if i == 0 or p.tokens[i].text != "." or p.tokens[i - 1].stop != p.tokens[i].start:
        return False
    sentence = p.sentence(p.tokens[i].start)
    return sentence.stop > p.tokens[i].stop


def clause(p: Paragraph, i: int, sentence: Span) -> range:
    """The tokens around token i up to the next sign or word that parts clauses, on both sides."""
    first = last = i
    within = p.between(sentence)
    while first - 1 >= within.start and not breaks(p, first - 1):
        first -= 1
    while last + 1 < within.stop and not breaks(p, last + 1):
        last += 1
    return range(first, last + 1)


def before(p: Paragraph, i: int, sentence: Span) -> Span | None:
    """The noun phrase that ends just before token i: the subject of a verb that follows it."""
    within = p.between(sentence)
    last = i - 1
    while last >= within.start and (p.kinds().get(last) in LOOSE or in_time(p, last)):
        last -= 1
    last = _over_aside(p, last, within.start)
    first = last + 1
    while first - 1 >= within.start and last - first < LONGEST and not breaks(p, first - 1) and not _foreign(p, first - 1, i):
        first -= 1
    return _trimmed(p, first, last)


def _over_aside(p: Paragraph, last: int, least: int) -> int:
    """Step over an aside between commas: "Grey, asked on Monday, said"."""
    if last < least or p.tokens[last].text != ",":
        return last
    opening = last - 1
    while opening > least and p.tokens[opening].text != "," and last - opening < LONGEST:
        opening -= 1
    return opening - 1 if p.tokens[opening].text == "," and opening > least else last


def after(p: Paragraph, i: int, sentence: Span) -> Span | None:
    """The noun phrase that begins just after token i: the subject of a verb that stands before it."""
    within = p.between(sentence)
    first = i + 1
    while first < within.stop and (p.kinds().get(first) in LOOSE or in_time(p, first) or p.kinds().get(first) == "particle"):
        first += 1
    if first < within.stop and p.kinds().get(first) == "preposition":
        first = _past_place(p, first, within.stop)
    last = first - 1
    while last + 1 < within.stop and last - first < LONGEST and not _stops(p, last + 1, first):
        last += 1
    return _trimmed(p, first, last)


def _past_place(p: Paragraph, first: int, stop: int) -> int:
    """Step over "in an interview with the Gazette" between verb and subject: up to the next word for a person."""
    roles = p.kinds("roles")
    return next((k for k in range(first + 2, min(stop, first + 9)) if roles.get(k) in ("person", "group")), first)


def _stops(p: Paragraph, i: int, first: int) -> bool:
    kind = p.kinds().get(i)
    if breaks(p, i) or in_time(p, i) or (p.tokens[i].text in MARKS and i > first and not _name_mark(p, i)):
        return True
    return kind in ("auxiliary", "modal", "negation", "adverb") or (kind == "preposition" and not _of(p, i))


def _name_mark(p: Paragraph, i: int) -> bool:
    """A quotation mark around a name: the "Gazette"."""
    quote = p.quote(p.tokens[i].start)
    inside = [p.tokens[k].text for k in p.between(quote.inner)] if quote else []
    return 0 < len(inside) <= NAME_LIKE and inside[0][0].isupper() and inside[-1][-1].isalnum()


def _of(p: Paragraph, i: int) -> bool:
    """A preposition that holds a noun phrase together before a name: "Department of State", "spokesman for Grey"."""
    near = p.tokens[i + 1 : i + 3]
    return any(t.text[:1].isupper() for t in near) and not in_time(p, i + 1) if near else False


def _foreign(p: Paragraph, i: int, cue: int) -> bool:
    return p.tokens[i].text in MARKS and not _name_mark(p, i)


def _trimmed(p: Paragraph, first: int, last: int) -> Span | None:
    while first <= last and (p.kinds().get(first) in LOOSE or in_time(p, first) or p.tokens[first].text in BREAKS):
        first += 1
    while last >= first and (p.kinds().get(last) in LOOSE or in_time(p, last) or p.tokens[last].text in BREAKS | MARKS - {"”", "»", '"'}):
        last -= 1
    return p.span_of(first, last) if first <= last else None


def reported(p: Paragraph, cue: int, stop: int, comma: bool) -> int:
    """Where the reported clause begins: at once, or after a comma where the language sets one (er sagte ihr, der Damm halte)."""
    near = range(cue + 1, min(stop, cue + LONGEST)) if comma else range(0)
    return next((i + 1 for i in near if p.tokens[i].text == ","), cue + 1)


def before_relative(p: Paragraph, i: int) -> Span | None:
    """What a relative pronoun at token i speaks of: the phrase before it up to the last sign, other clauses of its own left out."""
    least = p.between(p.sentence(p.tokens[i].start)).start
    last = i - 1
    while last >= least and (breaks(p, last) or p.kinds().get(last) in ("preposition", "conjunction")):
        last -= 1
    first = last + 1
    while first - 1 >= least and not breaks(p, first - 1):
        first -= 1
    if first > least and p.kinds("pronouns").get(first - 1) == "relative":
        return before_relative(p, first - 1)
    return p.span_of(first, last) if first <= last else None
