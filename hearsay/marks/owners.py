"""Which of the names in a source speaks, and which only says whose: "Trump's lawyer", "an aide to Grey", "Anna Grey of the Gazette"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hearsay.marks import cast as casting
from hearsay.marks.scan import Paragraph, Scan
from hearsay.model import Mention, Span

SERVING = frozenset(
    {"spokesperson", "adviser", "aide", "lawyer", "assistant", "press-office", "wife", "husband", "son", "daughter", "brother"}
)
HIGH = frozenset({"president", "prime-minister", "monarch", "minister", "foreign-minister", "vice-president", "pope"})
POSSESSIVE = ("'s", "’s")


def speaking(scan: Scan, source: Sequence[Span], people: list[Mention], inside: list[Mention]) -> list[Mention]:
    """Of the persons named in a source those who speak: the last of a phrase ("Putin's spokesman Peskov"), several where "and" joins
    them; none where the names only say whose."""
    if not people or only_owner(scan, source, people[-1], inside):
        return []
    people = _before_preposition(scan, people)
    ties = [joined(scan, left, right) for left, right in pairwise(people)]
    listed = [tie == "and" or (tie == "," and "and" in ties[n:]) for n, tie in enumerate(ties)]
    return [m for n, m in enumerate(people) if n == len(people) - 1 or listed[n]]


def _before_preposition(scan: Scan, people: list[Mention]) -> list[Mention]:
    """The names up to the first preposition or aside: "Anna Grey from the Institute Lumen", "Anna Grey, Holt's aide" is Anna Grey."""
    for n, (left, right) in enumerate(pairwise(people), 1):
        p = scan.paragraph(left.span.start)
        between = p.between(Span(left.span.stop, right.span.start))
        stray = any(p.kinds().get(i) == "preposition" for i in between) or _in_apposition(scan, left, right)
        if stray and " " in (left.name or "") and joined(scan, left, right) != "and":
            return people[:n]
    return people


def _in_apposition(scan: Scan, left: Mention, right: Mention) -> bool:
    """Whether a comma and then a possessive name follows: "Anna Grey, Holt's aide"."""
    comma = scan.text[left.span.stop : right.span.start].strip() == ","
    return comma and scan.text[right.span.stop : right.span.stop + 2] in POSSESSIVE


def joined(scan: Scan, left: Mention, right: Mention) -> str:
    """What joins two names: "and" with nothing but an office after it, or "and the" before a whole name; a comma alone; or nothing."""
    p = scan.paragraph(left.span.start)
    between = p.between(Span(left.span.stop, right.span.start))
    last = max((i for i in between if p.kinds().get(i) == "conjunction"), default=between.stop)
    kinds = [p.kinds().get(i) for i in range(last, between.stop)]
    plain = kinds and not {"preposition", "article"} & set(kinds)
    if plain or (kinds == ["conjunction", "article"] and not _owns(scan, right)):
        return "and"
    return "," if scan.text[left.span.stop : right.span.start].strip() == "," else ""


def _owns(scan: Scan, m: Mention) -> bool:
    """Whether the name only says whose: "Norr's envoy", "the Norr council"."""
    p = scan.paragraph(m.span.start)
    after = p.begun("roles", p.index(m.span.stop))
    return after is not None or scan.text[m.span.stop : m.span.stop + 2] in POSSESSIVE


def beside(scan: Scan, source: Sequence[Span], m: Mention, people: list[Mention], inside: list[Mention]) -> bool:
    """Whether a body or state speaks beside a person: "Mayor Holt and the Norr Council", not "Mayor Holt and Norr's envoy"."""
    if m.kind != "name" or m.category == "PER" or scan.text[m.span.stop : m.span.stop + 2] in POSSESSIVE or _followed(scan, m, source):
        return False
    p, names = scan.paragraph(m.span.start), [o for o in inside if o.kind == "name"]
    beside = [(a, b) for a, b in pairwise(names) if (a is m and b in people) or (b is m and a in people)]
    between = [[p.kinds().get(i) for i in p.between(Span(a.span.stop, b.span.start))] for a, b in beside]
    return ["conjunction"] in between or ["conjunction", "article"] in between


def only_owner(scan: Scan, source: Sequence[Span], last: Mention, inside: list[Mention]) -> bool:
    """Whether the last name only says whose: "Trump's lawyer", "прес-служба президента", "городской совет Варны", "an aide to Grey"."""
    if scan.text[last.span.stop : last.span.stop + 2] in POSSESSIVE and last.span.stop + 2 < source[-1].stop:
        return True
    p = scan.paragraph(last.span.start)
    if "head_last" not in scan.language.options and _of_a_body(p, p.between(source[0]), p.index(last.span.start) - 1):
        return True
    held = [m for m in inside if m.kind == "description" and m.span.stop <= last.span.start and m.rule.startswith("roles/")]
    if _followed(scan, last, source) or _borne_by_another(scan, held, last):
        return True
    before = p.kinds().get(p.index(last.span.start) - 1)
    if source[0].start < last.span.start and before == "preposition" and held:
        return True
    first = next(iter(held), None)
    return bool(first and first.category == "ORG" and first.span.start - source[0].start < 25)


def _of_a_body(p: Paragraph, within: range, last: int) -> bool:
    """Whether the word that ends here is the body that speaks, and no person of it was named before: not "the spokesman of the council"."""
    body = p.ended("roles", last)
    bearers = any(hit.row.kind == "person" and hit.first in within and hit.first < last for hit in p.hits("roles"))
    return body is not None and body.row.kind == "organisation" and body.first in within and not bearers


def _followed(scan: Scan, m: Mention, source: Sequence[Span]) -> bool:
    """Whether the word for who speaks comes after the name: "Trump supporters"."""
    p = scan.paragraph(m.span.start)
    i = p.index(m.span.stop)
    roles = [h for h in p.hits("roles") if i <= h.first <= i + 2 and h.row.kind in ("person", "group")]
    return (
        bool(roles)
        and all(p.tokens[k].text not in ",(–—" and p.kinds().get(k) != "preposition" for k in range(i, roles[0].first))
        and source[-1].holds(p.tokens[roles[0].first].span)
    )


def _borne_by_another(scan: Scan, held: list[Mention], last: Mention) -> bool:
    """ "The spokesman of Prime Minister Grey" is not Grey: a serving office first, a high one beside the name."""
    offices = [m.rule.rsplit("/", 1)[-1] for m in held]
    beside = {r.office for r in casting.roles(scan, last.role)} if last.role else set()
    return bool(offices) and offices[0] in SERVING and bool(beside & HIGH)
