"""Whom he, she, it or nobody at all points at: whoever has the floor, unless someone else was named since as a sentence's subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.marks import voices
from hearsay.marks.cast import Cast, Figure, opens
from hearsay.marks.floor import Floor
from hearsay.marks.scan import Scan
from hearsay.model import Mention, Span, Voice
from hearsay.model.mark import MANY

RECENT = 3  # turns within which "they" may point back
Found = tuple[Voice, Figure | None]


@dataclass(slots=True)
class Pointing:
    """Finds whom a pronoun or a dropped subject points at."""

    scan: Scan
    cast: Cast
    mentions: Sequence[Mention]
    floor: Floor

    def pronoun(self, source: Sequence[Span], m: Mention, gender: str | None) -> Found:
        """Whom a pronoun that is the whole source points at."""
        if m.rule.endswith("/p"):
            return self._several(source, m), None
        if m.gender == "n":
            return self._thing(source, m)
        found = self.someone(m.span.start, m.gender or gender) or self._beside(m.span.start, m.gender or gender)
        return (voices.pointed(self.scan, found[0], m, source), found[1]) if found else (voices.unnamed(self.scan, source), None)

    def _several(self, source: Sequence[Span], m: Mention) -> Voice:
        """They: several who spoke together."""
        several = next((v for v, _, _ in self.floor.before(m.span.start)[:RECENT] if v.name and MANY in v.name), None)
        return voices.pointed(self.scan, several, m, source) if several else voices.unnamed(self.scan, source)

    def _thing(self, source: Sequence[Span], m: Mention) -> Found:
        """It: the body or state that opened a sentence last before it, never a person."""
        before = [o for o in self.mentions if o.kind == "name" and o.category != "PER" and o.span.start < m.span.start]
        opening = [o for o in before if opens(self.scan, o) and not self._quoted(o)]
        if not opening:
            return voices.unnamed(self.scan, source), None
        return voices.named(self.scan, self.cast, opening[-1], source), self.cast.by_mention.get(opening[-1].id)

    def someone(self, place: int, gender: str | None) -> Found | None:
        """Who is meant where no name stands: the last speaker, unless someone was named since as a sentence's subject."""
        spoken = self.floor.last(place, gender)
        since = next((turn[2] for turn in self.floor.before(place)), -1)
        figure = self._subject_since(since, place, gender)
        if figure is not None and (spoken is None or figure is not spoken[1]):
            return Voice(figure.name, "person", figure.mentions[0].id), figure
        return spoken

    def _beside(self, place: int, gender: str | None) -> Found | None:
        """The person named last before this in the same paragraph: "they met Anna Brandt; by her words"."""
        begin = self.scan.paragraph(place).span.start
        fits = [f for f in self.cast.people() if f.last_before(place) >= begin and not (gender and f.gender and f.gender != gender)]
        found = max(fits, key=lambda f: f.last_before(place), default=None)
        return (Voice(found.name, "person", found.mentions[0].id), found) if found else None

    def _subject_since(self, since: int, place: int, gender: str | None) -> Figure | None:
        """The person whose name opened a sentence after the last turn, or the only one named since."""
        fits = [f for f in self.cast.people() if not (gender and f.gender and f.gender != gender)]
        found = [(m, f) for f in fits for m in f.mentions if since < m.span.start < place and not self._quoted(m)]
        openers = [(m, f) for m, f in found if opens(self.scan, m)]
        chosen = max(openers, key=lambda pair: pair[0].span, default=None)
        if chosen is None and since < 0:
            chosen = max(found, key=lambda pair: pair[0].span, default=None)
        return chosen[1] if chosen else None

    def _quoted(self, m: Mention) -> bool:
        return self.scan.paragraph(m.span.start).quote(m.span.start) is not None
