"""Words between quotation marks, nothing more: nested, over several paragraphs, with marks that a scraper lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby, zip_longest
from operator import itemgetter

from hearsay.language import Language
from hearsay.marks import dialogue
from hearsay.model import Span
from hearsay.text import trim

NAME_LIKE = 4  # words
SOME, FAR = 20, 400  # characters: from how many on words may be a quotation, up to how many it may begin with its paragraph
STRAIGHT = frozenset(('"', "'", "''"))
APOSTROPHES = frozenset("'’‘ʼ")
DOUBLE, STRAY = frozenset('“„"'), frozenset('“”"')  # those that hasty typing mixes up: “We stay," said Grey
EVERYWHERE = (("“", "”"), ("«", "»"), ("„", "“"), ("„", "”"), ("”", "”"), ("‚", "‘"), ('"', '"'))
OMITTED = re.compile(r"\s?(?:…|\.\s?\.)|\.(?=[@#\w])")  # how a quotation may begin: “… and stay,” ".@Lund stays,"
SENTENCE = re.compile(r"(?<=\w\w)[.!?…]+(?=\s+[^\W\d_a-zа-яіїєґ])")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: `span` with its marks, `inner` without. `level` counts the quotations around it.

    `closed` is false where the closing mark is missing; `kind` is "marks", or "dash" for a turn of dialogue.
    """

    span: Span
    inner: Span
    level: int
    closed: bool
    kind: str = "marks"


@dataclass(frozen=True, slots=True)
class _Style:
    """The marks of a language and those that all know: what may close each, which can but open (« even before a space, as in French),
    how all of them are found."""

    closers: Mapping[str, tuple[str, ...]]
    sure: frozenset[str]
    pattern: re.Pattern[str]


@dataclass(slots=True)
class _Open:
    start: int
    mark: str
    closers: tuple[str, ...]


def find(text: str, paragraphs: Sequence[Span], language: Language) -> list[list[Quote]]:
    """The quotations of each of these paragraphs, in order of their start."""
    style = _style(tuple(language.quotes))
    found: list[list[Quote]] = []
    carried: str | None = None
    for span, following in zip_longest(paragraphs, paragraphs[1:]):
        here, carried, lone = _paragraph(text, span, style, carried)
        here += _unopened(text, span, here, lone, language)
        told = not here and following is not None and dialogue.narrates(text, following, language)
        here = _with_talk(here, [trim(text, span, dialogue.DASHES)] if told else dialogue.turns(text, span, language))
        goes_on = carried is not None and following is not None and text.startswith(carried, following.start)
        here = here if goes_on else [_cut(text, quote, language) for quote in here]
        found.append(sorted(here, key=lambda quote: (quote.span.start, -quote.span.stop)))
    return found


def _cut(text: str, quote: Quote, language: Language) -> Quote:
    """A quotation whose closing mark is lost ends with its first sentence, or before a dash and reporting words in it.

    That is so unless the next paragraph takes it up.
    """
    if quote.closed or quote.span.start == quote.inner.start:
        return quote
    sentence = SENTENCE.search(text, quote.inner.start, quote.span.stop)
    first = Span(quote.inner.start, sentence.end() if sentence else quote.span.stop)
    reports = dialogue.ended(text, first, language, comma=False)
    aside = reports and dialogue.PARTED.search(text, first.start, reports.start())  # "the lock – as he said – is shut"
    inner = trim(text, Span(first.start, reports.start())) if reports and not aside else first
    return replace(quote, span=Span(quote.span.start, inner.stop), inner=inner)


def _unopened(text: str, span: Span, found: Sequence[Quote], lone: Sequence[Span], language: Language) -> list[Quote]:
    """A quotation whose opening mark is lost begins with its paragraph, or far from there with its sentence: We stay here,” said Grey."""
    for at in (at for at in lone if at.of(text) not in APOSTROPHES and _closes(text, at, span)):
        told = text[at.start - 1] == "," or dialogue.leads(text, Span(at.stop, span.stop), language)
        if told and not any(q.span.holds(at) for q in found):
            least = max([span.start, *(q.span.stop for q in found if q.span.stop <= at.start)])
            before = list(SENTENCE.finditer(text, least, at.start)) if at.start - least > FAR or least > span.start else []
            start = trim(text, Span(before[-1].end() if before else least, at.start)).start
            if at.start - start >= SOME:
                return [Quote(Span(start, at.stop), Span(start, at.start), 0, True)]
    return []


@lru_cache(maxsize=100)
def _style(own: tuple[tuple[str, str], ...]) -> _Style:
    """The style of a language whose own pairs of marks these are."""
    pairs: dict[str, tuple[str, ...]] = {}
    for opening, closing in (*own, *EVERYWHERE):
        pairs[opening] = (*pairs.get(opening, ()), *(() if closing in pairs.get(opening, ()) else (closing,)))
    closing_marks = frozenset(mark for marks in pairs.values() for mark in marks)
    pattern = "|".join(re.escape(mark) for mark in sorted(closing_marks.union(pairs), key=lambda mark: (-len(mark), mark)))
    return _Style(pairs, frozenset(pairs) - closing_marks, re.compile(pattern))


def _paragraph(text: str, span: Span, style: _Style, carried: str | None) -> tuple[list[Quote], str | None, list[Span]]:
    """The quotations of one paragraph, the mark that stays open at its end, and the marks that neither open nor close one.

    An open one is carried on if the next paragraph begins with the same mark.
    """
    stack: list[_Open] = []
    found: list[Quote] = []
    lone: list[Span] = []
    closers = style.closers
    marks = list(_marks(text, span, style.pattern))
    apart = _apart(text, marks, span)
    for at in marks:
        mark, alone = at.of(text), at in apart
        fresh = mark in style.sure or (mark not in STRAIGHT and not any(mark in o.closers for o in stack))
        opens = mark in closers and (alone or _opens(text, at, span, fresh))
        n = _closed(stack, mark, stray=not alone and not opens and _closes(text, at, span))
        if n is not None and (alone or not opens or _closes(text, at, span)):
            found += [_quote(o, at.start, k, 0) for k, o in enumerate(stack[n + 1 :], n + 1)]
            found.append(_quote(stack[n], at.stop, n, len(mark)))
            del stack[n:]
        elif opens:
            stack.append(_Open(at.start, mark, closers[mark]))
        elif not stack and carried and mark in closers[carried] and _closes(text, at, span):
            found.append(Quote(Span(span.start, at.stop), Span(span.start, at.start), 0, False))
            carried = None
        else:
            lone.append(at)
    found += [_quote(o, span.stop, k, 0) for k, o in enumerate(stack)]
    return found, stack[0].mark if stack else None, lone


def _closed(stack: Sequence[_Open], mark: str, stray: bool) -> int | None:
    """Which open quotation this mark closes: the last one whose own it is, else, where it cannot but close, the last of another style."""
    own = (n for n in range(len(stack) - 1, -1, -1) if mark in stack[n].closers)
    other = (n for n in range(len(stack) - 1, -1, -1) if stray and mark in STRAY and stack[n].mark in DOUBLE)
    return next(own, next(other, None))


def _quote(opened: _Open, stop: int, level: int, closing: int) -> Quote:
    """The quotation that ends here, with so many characters of a closing mark."""
    return Quote(Span(opened.start, stop), Span(opened.start + len(opened.mark), stop - closing), level, closing > 0)


def _marks(text: str, span: Span, pattern: re.Pattern[str]) -> Iterator[Span]:
    """Where the marks stand, the longest at each place; those that are apostrophes are left out."""
    found = (Span(*match.span()) for match in pattern.finditer(text, *span))
    return (at for at in found if not _apostrophe(text, at, span))


def _apostrophe(text: str, at: Span, span: Span) -> bool:
    inside = at.start > span.start and at.stop < span.stop and text[at.start - 1].isalnum() and text[at.stop].isalnum()
    return inside and APOSTROPHES.issuperset(at.of(text))


def _beside(text: str, at: Span, span: Span) -> tuple[str, str]:
    """The characters before and after a mark, a space at the paragraph's ends."""
    return text[at.start - 1] if at.start > span.start else " ", text[at.stop] if at.stop < span.stop else " "


def _apart(text: str, marks: Sequence[Span], span: Span) -> set[Span]:
    """The marks that spaces part from the words on both sides, as in a text cut into tokens, where spaces tell nothing of a mark.

    One alone is inches more often than half a quotation, unless the next mark can only close.
    """
    loose = ["".join(_beside(text, at, span)).isspace() for at in marks]
    if not any(loose):
        return set()
    runs = [[at for at, _ in run] for apart, run in groupby(zip(marks, loose, strict=True), itemgetter(1)) if apart]
    whole = {at for run in runs for at in run if len(run) > 1 or (len(marks) == 1 and at.start == span.start)}
    ends = [_closes(text, at, span) and not _opens(text, at, span, False) for at in marks]
    return whole | {at for at, apart, end in zip(marks, loose, ends[1:], strict=False) if apart and end}


def _opens(text: str, at: Span, span: Span, fresh: bool) -> bool:
    """Whether the mark stands as one that opens does; a `fresh` one could close nothing, so that a space may follow it."""
    before, after = _beside(text, at, span)
    mark = at.of(text)
    leads = OMITTED.match(text, at.stop, span.stop) and before.isspace()
    return bool(
        (leads or (fresh and after.isspace() and before.isspace()) or not (after.isspace() or after in ",.;:!?)"))
        and (not before.isalnum() or mark in "«„“")
        and not (mark in STRAIGHT and before in ".,!?…" and not after.isupper())
    )


def _closes(text: str, at: Span, span: Span) -> bool:
    before, after = _beside(text, at, span)
    parted = before.isspace() and after not in ",.;:!?)"
    return not parted and before not in "([„«" and not (at.of(text) in STRAIGHT and after.isalnum() and not before.isalnum())


def _with_talk(found: list[Quote], turns: Sequence[Span]) -> list[Quote]:
    """Turns of talk are quotations too, what stands in marks within one is quoted twice, and marks that reach over a turn undo it."""
    kept = [t for t in turns if not any(q.span.overlaps(t) and not t.holds(q.span) for q in found)]
    inner = [replace(q, level=q.level + 1) if any(t.holds(q.span) for t in kept) else q for q in found]
    return [*inner, *(Quote(t, t, 0, True, "dash") for t in kept)]


def name_like(text: str, inner: Span) -> bool:
    """Whether quoted words are a name, as of a newspaper or a pipeline: few, begun with a capital, ended without a sign."""
    words = inner.of(text).split()
    return 0 < len(words) <= NAME_LIKE and words[0][:1].isupper() and words[-1][-1:].isalnum()
