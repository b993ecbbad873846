"""Who spoke, in the order of the text, so that "he" and "the official" find the one who has the floor."""

from __future__ import annotations

from dataclasses import dataclass, field

from hearsay import naming
from hearsay.marks.cast import Figure
from hearsay.model import Voice

KIN = 4  # letters that a noun and a verb of one stem share at least


@dataclass(slots=True)
class Floor:
    """Who spoke, in the order of the text, so that "he" and "the official" find the one who has the floor."""

    turns: list[tuple[Voice, Figure | None, int]] = field(default_factory=list)
    reports: list[tuple[str, Voice, Figure | None]] = field(default_factory=list)

    def take(self, voice: Voice, figure: Figure | None, place: int) -> None:
        """Someone speaks at this place."""
        self.turns.append((voice, figure, place))

    def report(self, words: str, voice: Voice, figure: Figure | None) -> None:
        """Someone named reports with these words."""
        self.reports.append((words, voice, figure))

    def reported(self, noun: str) -> tuple[Voice, Figure | None] | None:
        """The last one who reported with a verb of the same stem as this noun: "announced" where "the announcement" is asked for."""
        found = (turn for turn in reversed(self.reports) if any(_kin(noun, verb) for verb in turn[0].split()))
        return next(((voice, figure) for _, voice, figure in found), None)

    def before(self, place: int) -> list[tuple[Voice, Figure | None, int]]:
        """The turns that begin before this place, the last one first."""
        return [turn for turn in reversed(self.turns) if turn[2] < place]

    def last(self, place: int, gender: str | None = None, person: bool = True) -> tuple[Voice, Figure | None] | None:
        """The last one who spoke before this place, of this gender where it is known."""
        for voice, figure, _ in self.before(place):
            known = figure.gender if figure else None
            if (not person or voice.kind in ("person", "anonymous")) and not (gender and known and known != gender):
                return voice, figure
        return None


def _kin(noun: str, verb: str) -> bool:
    """Whether two words begin alike for most of the shorter one: "сообщение" and "сообщает", "statement" and "stated"."""
    left, right = naming.latin(noun), naming.latin(verb)
    shared = next((n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    return shared >= max(KIN, 0.6 * min(len(left), len(right)))
