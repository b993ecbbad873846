"""Reporting words in their frames, outside quotations: each rule looks at one frame and makes a proposal or passes."""

from __future__ import annotations

from collections.abc import Callable

from hearsay.lexicon import Hit
from hearsay.marks import phrases
from hearsay.marks.proposal import Proposal
from hearsay.marks.quotes import Quote
from hearsay.marks.scan import Paragraph, Scan
from hearsay.model import Span
from hearsay.tables import Cue
from hearsay.text import join, trim

NEAR = 12  # tokens between reporting words and what they report
HELPING = frozenset({"auxiliary", "modal", "negation"})
BACK = frozenset({"preposition", "determiner"})
SIGNS = " \t\u00a0,;:—–-"

Rule = Callable[[Scan, Paragraph, Hit, Span], Proposal | None]


def that_clause(scan: Scan, p: Paragraph, hit: Hit, sentence: Span) -> Proposal | None:
    """The minister said that the talks had failed."""
    within = p.between(sentence)
    opening = next((i for i in range(hit.last + 1, min(within.stop, hit.last + NEAR)) if p.kinds().get(i) == "complementiser"), None)
    if opening is None or any(p.tokens[i].text in ".;:" for i in range(hit.last + 1, opening)):
        return None
    content = _to_end(scan, p, opening, sentence)
    return made_of(scan, p, hit, subject(p, hit, sentence, []), [content], 0.7, "that_clause")


def clause_before(scan: Scan, p: Paragraph, hit: Hit, sentence: Span) -> Proposal | None:
    """The talks had failed, the minister said."""
    around = phrases.clause(p, hit.first, sentence)
    within = p.between(sentence)
    if around.start <= within.start + 3 or p.tokens[around.start - 1].text not in ",—–-" or around.stop < within.stop - 2:
        return None
    content = trim(scan.text, Span(sentence.start, p.tokens[around.start - 1].start))
    return made_of(scan, p, hit, subject(p, hit, sentence, []), [content], 0.6, "clause_before")


def after_colon(scan: Scan, p: Paragraph, hit: Hit, sentence: Span) -> Proposal | None:
    """The minister said: the talks had failed."""
    around = phrases.clause(p, hit.last, sentence)
    if around.stop >= len(p.tokens) or p.tokens[around.stop].text != ":" or p.tokens[around.stop].start >= sentence.stop:
        return None
    content = _to_end(scan, p, around.stop + 1, sentence) if around.stop + 1 < len(p.tokens) else None
    return made_of(scan, p, hit, subject(p, hit, sentence, []), [content], 0.6, "after_colon") if content else None


def bare_clause(scan: Scan, p: Paragraph, hit: Hit, sentence: Span) -> Proposal | None:
    """The minister said the talks had failed; Varland accused the firm of fraud."""
    within = p.between(sentence)
    source = phrases.before(p, hit.first, sentence)
    first = phrases.reported(p, hit.last, within.stop, scan.language.options.get("comma_before_clause", False))
    if source is None or first + 2 >= within.stop or p.tokens[first].text in phrases.BREAKS:
        return None
    return made_of(scan, p, hit, source, [_to_end(scan, p, first, sentence)], 0.5, "bare_clause")


def according(scan: Scan, p: Paragraph, hit: Hit, sentence: Span) -> Proposal | None:
    """According to the ministry, the talks had failed; the talks, according to the ministry, had failed."""
    source = _gap(p, hit) or phrases.after(p, hit.last, sentence)
    if source is None:
        return None
    first = min(p.tokens[hit.first].start, source.start)
    last = max(p.tokens[hit.last].stop, source.stop)
    rest = [trim(scan.text, s, SIGNS) for s in (Span(sentence.start, first), Span(last, _short_of_stop(scan.text, sentence)))]
    rest = [s for s in rest if s.stop - s.start > 2]
    return made_of(scan, p, hit, source, rest, 0.65, "according") if rest else None


def agentless(scan: Scan, p: Paragraph, hit: Hit, sentence: Span) -> Proposal | None:
    """It is reported that the talks had failed."""
    around = that_clause(scan, p, hit, sentence) or clause_before(scan, p, hit, sentence)
    return Proposal((), around.cue, around.content, 0.6, 0, "agentless") if around else None


def pointing(scan: Scan, p: Paragraph, hit: Hit, sentence: Span) -> Proposal | None:
    """The talks had failed. This is reported by the Gazette: the content is the sentence before, or the headline."""
    if not _points(p, hit, sentence):
        return None
    earlier = [s for s in p.sentences if s.stop <= sentence.start]
    content = earlier[-1] if earlier else next((q.span for q in reversed(scan.paragraphs[: p.number])), None)
    if content is None:
        return None
    content = Span(content.start, _short_of_stop(scan.text, content))
    return made_of(scan, p, hit, phrases.after(p, hit.last, sentence) or phrases.before(p, hit.first, sentence), [content], 0.6, "pointing")


def _points(p: Paragraph, hit: Hit, sentence: Span) -> bool:
    """Whether the words point back ("of this", "this was"); "as X said", "a letter signed by X" have what was said beside them."""
    kind = p.kinds().get(hit.first)
    return kind in BACK or (kind not in phrases.CLAUSE_WORDS and p.tokens[hit.first].start == sentence.start)


def _gap(p: Paragraph, hit: Hit) -> Span | None:
    """Who stands inside the reporting words: по его словам."""
    inside = [i for i in range(hit.first, hit.last) if i not in hit.indices]
    return p.span_of(inside[0], inside[-1]) if inside else None


def _short_of_stop(text: str, span: Span) -> int:
    stop = span.stop
    return stop - 1 if text[stop - 1 : stop] == "." and text[stop - 3 : stop] != "..." else stop


def _to_end(scan: Scan, p: Paragraph, first: int, sentence: Span) -> Span:
    """From a token to the end of its sentence, without the full stop."""
    return trim(scan.text, Span(p.tokens[first].start, _short_of_stop(scan.text, sentence)))


def subject(p: Paragraph, hit: Hit, sentence: Span, content: list[Quote]) -> Span | None:
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


def made_of(scan: Scan, p: Paragraph, hit: Hit, source: Span | None, content: list[Span], confidence: float, rule: str) -> Proposal:
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
