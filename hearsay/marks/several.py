"""Whether words describe several of a kind: "both states", "the founders", "обе страны". No one of them is meant."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.lexicon import Hit
from hearsay.marks.scan import Paragraph, Scan
from hearsay.model import Span
from hearsay.tables import Role

PLURAL = "p"  # the gender of a verb that shows that several act


def several(scan: Scan, source: Sequence[Span], head: Role, gender: str | None) -> bool:
    """Whether the words count several, or their word for whom they mean stands in the plural."""
    p = scan.paragraph(source[0].start)
    hit = next((h for h in p.hits("roles") if h.row is head and h.first in p.between(source[0])), None)
    return hit is not None and (_counted(p, source[0], hit) or _plural(p, hit) or (gender == PLURAL and _subject(p, source[0], hit)))


def _counted(p: Paragraph, source: Span, hit: Hit) -> bool:
    """Whether "both" or "the two" stands before the word."""
    counting = p.language.options.get("several", ())
    before = (p.tokens[i].text.casefold() for i in range(p.between(source).start, hit.first))
    return any(word in counting for word in before)


def _plural(p: Paragraph, hit: Hit) -> bool:
    """Whether the word has an ending that only a plural has."""
    return _ends(hit, p.tokens[hit.last].text, tuple(p.language.options.get("plural", ())))


def _subject(p: Paragraph, source: Span, hit: Hit) -> bool:
    """Whether the word, the subject of a plural verb, has an ending of plural subjects; "in the company they said" is one company."""
    ends = tuple(p.language.options.get("plural_subject", ()))
    return p.kinds().get(p.between(source).start - 1) != "preposition" and _ends(hit, p.tokens[hit.last].text, ends)


def _ends(hit: Hit, printed: str, ends: tuple[str, ...]) -> bool:
    return bool(ends) and printed.endswith(ends) and not hit.row.form.endswith(ends)
