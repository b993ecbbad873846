"""Words between quotation marks, nothing more: nested, over several paragraphs, with marks that a scraper lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from hearsay.language import Language
from hearsay.marks import dialogue
from hearsay.model import Span

NAME_LIKE = 4  # words
STRAIGHT = "\"'"
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


@dataclass(slots=True)
class _Open:
    start: int
    mark: str
    closers: str


def find(text: str, paragraphs: Sequence[Span], language: Language) -> list[list[Quote]]:
    """The quotations of each of these paragraphs, in order of their start."""
    closers = _closers(language)
    found: list[list[Quote]] = []
    carried: str | None = None
    for span, following in zip_longest(paragraphs, paragraphs[1:]):
        here, carried = _paragraph(text, span, closers, carried)
        here = _with_talk(here, dialogue.turns(text, span, language))
        goes_on = carried is not None and following is not None and text.startswith(carried, following.start)
        here = here if goes_on else [_cut(text, quote) for quote in here]
        found.append(sorted(here, key=lambda quote: (quote.span.start, -quote.span.stop)))
    return found


def _cut(text: str, quote: Quote) -> Quote:
    """A quotation whose closing mark is lost ends with its first sentence, unless the next paragraph takes it up."""
    stop = SENTENCE.search(text, quote.inner.start, quote.span.stop) if not quote.closed and quote.span.start < quote.inner.start else None
    return replace(quote, span=Span(quote.span.start, stop.end()), inner=Span(quote.inner.start, stop.end())) if stop else quote


def _closers(language: Language) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for opening, closing in (*language.quotes, ("“", "”"), ("«", "»"), ("„", "“"), ("„", "”"), ("‚", "‘"), ('"', '"')):
        pairs[opening] = pairs.get(opening, "") + (closing if closing not in pairs.get(opening, "") else "")
    return pairs


def _paragraph(text: str, span: Span, closers: dict[str, str], carried: str | None) -> tuple[list[Quote], str | None]:
    """The quotations of one paragraph; what stays open at its end is carried on if the next one opens with the same mark."""
    stack: list[_Open] = []
    found: list[Quote] = []
    sure = set(closers) - set("".join(closers.values()))  # « opens even where a space follows it, as in French
    for i in _marks(text, span, closers):
        ch = text[i]
        n = next((n for n in range(len(stack) - 1, -1, -1) if ch in stack[n].closers), None)
        if n is not None and not (ch in closers and _opens(text, i, span, ch in sure) and not _closes(text, i, span)):
            found += [_quote(o, i, k, False) for k, o in enumerate(stack[n + 1 :], n + 1)]
            found.append(_quote(stack[n], i + 1, n, True))
            del stack[n:]
        elif ch in closers and _opens(text, i, span, ch in sure):
            stack.append(_Open(i, ch, closers[ch]))
        elif not stack and carried and ch in closers[carried] and _closes(text, i, span):
            found.append(Quote(Span(span.start, i + 1), Span(span.start, i), 0, False))
            carried = None
    found += [_quote(o, span.stop, k, False) for k, o in enumerate(stack)]
    return found, stack[0].mark if stack else None


def _quote(opened: _Open, stop: int, level: int, closed: bool) -> Quote:
    return Quote(Span(opened.start, stop), Span(opened.start + 1, stop - closed), level, closed)


def _marks(text: str, span: Span, closers: dict[str, str]) -> Iterator[int]:
    every = set(closers) | set("".join(closers.values()))
    for match in re.finditer("[" + re.escape("".join(sorted(every))) + "]", text[span.start : span.stop]):
        i = span.start + match.start()
        if not _apostrophe(text, i, span):
            yield i


def _apostrophe(text: str, i: int, span: Span) -> bool:
    inside = i > span.start and i + 1 < span.stop and text[i - 1].isalnum() and text[i + 1].isalnum()
    return inside and text[i] in "'’‘ʼ"


def _opens(text: str, i: int, span: Span, sure: bool) -> bool:
    before = text[i - 1] if i > span.start else " "
    after = text[i + 1] if i + 1 < span.stop else " "
    return (
        (sure or not (after.isspace() or after in ",.;:!?)"))
        and (not before.isalnum() or text[i] in "«„“")
        and not (text[i] in STRAIGHT and before in ".,!?…" and not after.isupper())
    )


def _closes(text: str, i: int, span: Span) -> bool:
    before = text[i - 1] if i > span.start else " "
    after = text[i + 1] if i + 1 < span.stop else " "
    parted = before.isspace() and after not in ",.;:!?)"
    return not parted and before not in "([„«" and not (text[i] in STRAIGHT and after.isalnum() and not before.isalnum())


def _with_talk(found: list[Quote], turns: Sequence[Span]) -> list[Quote]:
    """Turns of talk are quotations too, what stands in marks within one is quoted twice, and marks that reach over a turn undo it."""
    kept = [t for t in turns if not any(q.span.overlaps(t) and not t.holds(q.span) for q in found)]
    inner = [replace(q, level=q.level + 1) if any(t.holds(q.span) for t in kept) else q for q in found]
    return [*inner, *(Quote(t, t, 0, True, "dash") for t in kept)]


def name_like(text: str, inner: Span) -> bool:
    """Whether quoted words are a name, as of a newspaper or a pipeline: few, begun with a capital, ended without a sign."""
    words = inner.of(text).split()
    return 0 < len(words) <= NAME_LIKE and words[0][:1].isupper() and words[-1][-1:].isalnum()
