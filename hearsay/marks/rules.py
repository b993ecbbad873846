"""Proposals that a reader can follow: reporting words in their frames, quotations and their speakers, headlines.

Each rule looks at one reporting form and decides or passes; the ordered lists at the end say which is asked when.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from hearsay.language import Hit
from hearsay.marks import phrases
from hearsay.marks.proposal import Proposal
from hearsay.marks.quotes import Quote
from hearsay.marks.scan import Paragraph, Scan
from hearsay.model import Span
from hearsay.tables import Cue
from hearsay.text import join, trim

LEAST_QUOTE = 12  # characters: shorter words in marks are mostly names or single terms
LONGEST_NAME = 7  # words of a source in a headline
NEAR = 12  # tokens between a quotation and its reporting words
HELPING = frozenset({"auxiliary", "modal", "negation"})
SIGNS = " \t\u00a0,;:—–-"
HEAD_LAST = re.compile(r"^(?P<content>.{20,}?)\s+[-–—]\s+(?P<source>[^-–—]{2,60})$", re.S)
HEAD_FULL_STOP = re.compile(r"^(?P<content>.{20,}?[^.])\.\s+(?P<source>[^.]{2,60})$", re.S)
HEAD_FIRST = re.compile(r"^(?P<source>[^:]{2,60})(?P<cue>:)\s+(?P<content>.{12,})$", re.S)

Rule = Callable[[Scan, Paragraph, Hit, Span], Proposal | None]


def propose(scan: Scan) -> list[Proposal]:
    """All that the rules see, in order of place; no two share their reporting words."""
    found: list[Proposal] = []
    for p in scan.paragraphs:
        here = list(_headline(p, scan)) if p.headline else []
        here += _reports(scan, p, here)
        found += here
    return found


def _reports(scan: Scan, p: Paragraph, taken: list[Proposal]) -> Iterator[Proposal]:
    quoted = {id(q): q for q in p.quotes if q.level == 0 and _speech(q, scan.text)}
    used: set[int] = set()
    for hit in sorted(p.hits("cues"), key=lambda h: h.first):
        place = p.tokens[hit.first].start
        quote = p.quote(place)
        if quote and hit.row.frame == "verb" and (made := _inserted(scan, p, hit, quote)):
            yield made
        if quote or any(span.holds(p.tokens[hit.first].span) for t in taken for span in t.source):
            continue
        sentence = p.sentence(place)
        proposal = _from_quote(scan, p, hit, sentence, list(quoted.values()), used)
        proposal = proposal or next((made for rule in FRAMES[hit.row.frame] if (made := rule(scan, p, hit, sentence))), None)
        if proposal:
            yield proposal


# ------------------------------------------------------------------ headlines


def _headline(p: Paragraph, scan: Scan) -> Iterator[Proposal]:
    """ "The talks go on - Foreign Ministry" and "Foreign Ministry: the talks go on"."""
    line = p.span.of(scan.text)
    for pattern, rule in ((HEAD_LAST, "headline_last"), (HEAD_FULL_STOP, "headline_full_stop"), (HEAD_FIRST, "headline_first")):
        match = pattern.match(line)
        if match and _who(p, _shift(match.span("source"), p)):
            cue = (_shift(match.span("cue"), p),) if "cue" in match.re.groupindex else ()
            content = trim(scan.text, _shift(match.span("content"), p))
            yield Proposal((_shift(match.span("source"), p),), cue, (content,), 0.7, 0, rule)
            return


def _shift(found: tuple[int, int], p: Paragraph) -> Span:
    return Span(found[0] + p.span.start, found[1] + p.span.start)


def _who(p: Paragraph, span: Span) -> bool:
    """Whether words in a headline name a speaker: few, beginning with a capital or a role, without a verb of saying or a figure."""
    within = p.between(span)
    first = p.tokens[within.start]
    cues = {i for hit in p.hits("cues") if hit.row.frame == "verb" for i in hit.indices}
    named = first.text[:1].isupper() or within.start in p.kinds("roles") or first.text in phrases.MARKS
    figures = any(p.tokens[i].text.isdigit() for i in within)
    return (
        0 < len(within) <= LONGEST_NAME and named and not figures and not cues.intersection(within) and all(_naming(p, i) for i in within)
    )


def _naming(p: Paragraph, i: int) -> bool:
    """Whether a word may stand in a speaker's name; "Strike goes on. Flights called off" names no one."""
    word = p.tokens[i].text
    return not word[0].islower() or i in p.kinds("roles") or i in p.kinds()


# ------------------------------------------------------------------ quotations


def _speech(quote: Quote, text: str) -> bool:
    inner = quote.inner.of(text)
    ends = inner.rstrip()[-1:] in (",", ".", "!", "?", "…")
    return quote.kind == "dash" or ends or (len(inner) >= LEAST_QUOTE and " " in inner.strip())


def _from_quote(scan: Scan, p: Paragraph, hit: Hit, sentence: Span, quotes: list[Quote], used: set[int]) -> Proposal | None:
    """A quotation with the reporting words beside it; what goes on after them in marks belongs to it."""
    if hit.row.frame not in ("verb", "noun"):
        return None
    free = [q for q in quotes if q.span.start not in used]
    before = [
        q for q in free if q.span.stop <= p.tokens[hit.first].start and _beside(scan, p, q.span.stop, p.tokens[hit.first].start, sentence)
    ]
    after = [q for q in free if q.span.start >= p.tokens[hit.last].stop and _leads(scan, p, p.tokens[hit.last].stop, q.span.start)]
    chosen = before[-1:] or after[:1]
    if not chosen:
        return None
    content = _continued(scan, p, chosen, [q for q in quotes if q.span.start not in used], hit)
    source = _subject(p, hit, sentence, content)
    used.update(q.span.start for q in content)
    return _proposal(scan, p, hit, source, [_said(scan, p, q, sentence) for q in content], 0.75, "quotation")


def _inserted(scan: Scan, p: Paragraph, hit: Hit, quote: Quote) -> Proposal | None:
    """Reporting words between dashes within one quotation: «We waited, — she said, — until the bus had gone»."""
    within = p.between(quote.inner)
    opening = next((i for i in range(hit.first - 1, max(within.start, hit.first - 5), -1) if p.tokens[i].text in "—–-"), None)
    if opening is None or p.tokens[opening - 1].text not in ",.!?…":
        return None
    closing = next((i for i in range(hit.last + 1, within.stop) if p.tokens[i].text in "—–-" and p.tokens[i - 1].text in ",.!?…"), None)
    stop = p.tokens[closing - 1].start if closing else quote.inner.stop
    clause = Span(p.tokens[opening].stop, stop)
    source = phrases.after(p, hit.last, clause) or phrases.before(p, hit.first, clause)
    rest = [Span(p.tokens[closing].stop, quote.span.stop)] if closing else []
    pieces = [trim(scan.text, s) for s in (Span(quote.span.start, p.tokens[opening].start), *rest)]
    return _proposal(scan, p, hit, source, pieces, 0.7, "inserted")


def _beside(scan: Scan, p: Paragraph, stop: int, place: int, sentence: Span) -> bool:
    between = scan.text[stop:place]
    return (
        (stop >= sentence.start or not between.strip(SIGNS))
        and len(p.between(Span(stop, place))) <= NEAR
        and not re.search(r"[.!?;]\s", between)
    )


def _leads(scan: Scan, p: Paragraph, place: int, start: int) -> bool:
    between = scan.text[place:start]
    colon = between.rstrip().endswith(":")
    return colon or (
        len(p.between(Span(place, start))) <= NEAR and between.rstrip()[-1:] in (",", "") and not re.search(r"[.!?;]\s", between)
    )


def _continued(scan: Scan, p: Paragraph, chosen: list[Quote], quotes: list[Quote], hit: Hit) -> list[Quote]:
    """The quotation with its sequel: "We stay," said Grey. "We have no choice." - unless other reporting words stand between or follow."""
    content = list(chosen)
    others = [h for h in p.hits("cues") if h.row.frame == "verb" and h is not hit and not p.quote(p.tokens[h.first].start)]
    for quote in (q for q in quotes if q.span.start > content[-1].span.stop):
        reach = next((q.span.start for q in quotes if q.span.start > quote.span.stop), p.span.stop)
        between = [h for h in others if content[-1].span.stop <= p.tokens[h.first].start < reach]
        joins = not between and len(p.between(Span(max(content[-1].span.stop, p.tokens[hit.last].stop), quote.span.start))) <= NEAR
        if not joins or quote.span.start < p.tokens[hit.first].start:
            break
        content.append(quote)
    return content


def _said(scan: Scan, p: Paragraph, quote: Quote, sentence: Span) -> Span:
    return quote.span if quote.kind == "marks" else trim(scan.text, quote.inner)


# ------------------------------------------------------------------ frames without quotation


def that_clause(scan: Scan, p: Paragraph, hit: Hit, sentence: Span) -> Proposal | None:
    """The minister said that the talks had failed."""
    within = p.between(sentence)
    opening = next((i for i in range(hit.last + 1, min(within.stop, hit.last + NEAR)) if p.kinds().get(i) == "complementiser"), None)
    if opening is None or any(p.tokens[i].text in ".;:" for i in range(hit.last + 1, opening)):
        return None
    content = _to_end(scan, p, opening, sentence)
    return _proposal(scan, p, hit, _subject(p, hit, sentence, []), [content], 0.7, "that_clause")


def clause_before(scan: Scan, p: Paragraph, hit: Hit, sentence: Span) -> Proposal | None:
    """The talks had failed, the minister said."""
    around = phrases.clause(p, hit.first, sentence)
    within = p.between(sentence)
    if around.start <= within.start + 3 or p.tokens[around.start - 1].text not in ",—–-" or around.stop < within.stop - 2:
        return None
    content = trim(scan.text, Span(sentence.start, p.tokens[around.start - 1].start))
    return _proposal(scan, p, hit, _subject(p, hit, sentence, []), [content], 0.6, "clause_before")


def after_colon(scan: Scan, p: Paragraph, hit: Hit, sentence: Span) -> Proposal | None:
    """The minister said: the talks had failed."""
    around = phrases.clause(p, hit.last, sentence)
    if around.stop >= len(p.tokens) or p.tokens[around.stop].text != ":" or p.tokens[around.stop].start >= sentence.stop:
        return None
    content = _to_end(scan, p, around.stop + 1, sentence) if around.stop + 1 < len(p.tokens) else None
    return _proposal(scan, p, hit, _subject(p, hit, sentence, []), [content], 0.6, "after_colon") if content else None


def bare_clause(scan: Scan, p: Paragraph, hit: Hit, sentence: Span) -> Proposal | None:
    """The minister said the talks had failed; Varland accused the firm of fraud."""
    within = p.between(sentence)
    source = phrases.before(p, hit.first, sentence)
    first = phrases.reported(p, hit.last, within.stop, scan.language.options.get("comma_before_clause", False))
    if source is None or first + 2 >= within.stop or p.tokens[first].text in phrases.BREAKS:
        return None
    return _proposal(scan, p, hit, source, [_to_end(scan, p, first, sentence)], 0.5, "bare_clause")


def according(scan: Scan, p: Paragraph, hit: Hit, sentence: Span) -> Proposal | None:
    """According to the ministry, the talks had failed; the talks, according to the ministry, had failed."""
    source = _gap(p, hit) or phrases.after(p, hit.last, sentence)
    if source is None:
        return None
    first = min(p.tokens[hit.first].start, source.start)
    last = max(p.tokens[hit.last].stop, source.stop)
    rest = [trim(scan.text, _bare(scan.text, s)) for s in (Span(sentence.start, first), Span(last, _short_of_stop(scan.text, sentence)))]
    rest = [s for s in rest if s.stop - s.start > 2]
    return _proposal(scan, p, hit, source, rest, 0.65, "according") if rest else None


def agentless(scan: Scan, p: Paragraph, hit: Hit, sentence: Span) -> Proposal | None:
    """It is reported that the talks had failed."""
    around = that_clause(scan, p, hit, sentence) or clause_before(scan, p, hit, sentence)
    return Proposal((), around.cue, around.content, 0.6, 0, "agentless") if around else None


def pointing(scan: Scan, p: Paragraph, hit: Hit, sentence: Span) -> Proposal | None:
    """The talks had failed. This is reported by the Gazette: the content is the sentence before, or the headline."""
    earlier = [s for s in p.sentences if s.stop <= sentence.start]
    content = earlier[-1] if earlier else next((q.span for q in reversed(scan.paragraphs[: p.number])), None)
    if content is None:
        return None
    content = Span(content.start, _short_of_stop(scan.text, content))
    return _proposal(
        scan, p, hit, phrases.after(p, hit.last, sentence) or phrases.before(p, hit.first, sentence), [content], 0.6, "pointing"
    )


def _gap(p: Paragraph, hit: Hit) -> Span | None:
    """Who stands inside the reporting words: по его словам."""
    inside = [i for i in range(hit.first, hit.last) if i not in hit.indices]
    return p.span_of(inside[0], inside[-1]) if inside else None


def _bare(text: str, span: Span) -> Span:
    """The span without signs that part it from its neighbours."""
    start, stop = span
    while start < stop and text[start] in SIGNS:
        start += 1
    while stop > start and text[stop - 1] in SIGNS:
        stop -= 1
    return Span(start, stop)


def _short_of_stop(text: str, span: Span) -> int:
    stop = span.stop
    return stop - 1 if text[stop - 1 : stop] == "." and text[stop - 3 : stop] != "..." else stop


def _to_end(scan: Scan, p: Paragraph, first: int, sentence: Span) -> Span:
    """From a token to the end of its sentence, without the full stop."""
    return trim(scan.text, Span(p.tokens[first].start, _short_of_stop(scan.text, sentence)))


def _subject(p: Paragraph, hit: Hit, sentence: Span, content: list[Quote]) -> Span | None:
    """Who speaks: before the verb or after it, as the row and the place of the quotation say."""
    row: Cue = hit.row
    if row.frame == "agentless" or row.side == "none":
        return None
    sides = {"before": (phrases.before,), "after": (phrases.after,)}.get(row.side, (phrases.before, phrases.after))
    for side in sides:
        found = side(p, hit.first if side is phrases.before else hit.last, sentence)
        if (
            found
            and not any(found.overlaps(q.span) for q in content)
            and not any(found.overlaps(q.span) for q in p.quotes if q.level == 0 and len(p.between(q.span)) > 6)
        ):
            return found
    return None


def _proposal(scan: Scan, p: Paragraph, hit: Hit, source: Span | None, content: list[Span], confidence: float, rule: str) -> Proposal:
    cue = join(scan.text, [p.tokens[i].span for i in (*_helped(p, hit, source), *hit.indices)])
    return Proposal((source,) if source else (), cue, join(scan.text, content), confidence, 0, rule)


def _helped(p: Paragraph, hit: Hit, source: Span | None) -> list[int]:
    """The auxiliaries and negations just before a verb, which belong to it: "did not say", "has told"."""
    first = hit.first
    while first > 0 and hit.row.frame in ("verb", "agentless") and p.kinds().get(first - 1) in HELPING:
        if source and source.holds(p.tokens[first - 1].span):
            break
        first -= 1
    return list(range(first, hit.first))


FRAMES: dict[str, tuple[Rule, ...]] = {
    "verb": (that_clause, clause_before, after_colon, bare_clause),
    "noun": (that_clause,),
    "according": (according,),
    "pointing": (pointing,),
    "agentless": (agentless,),
}
