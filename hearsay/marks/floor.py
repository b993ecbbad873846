"""Who spoke, in the order of the text, so that "he" and "the official" find the one who has the floor."""

from __future__ import annotations

from dataclasses import dataclass, field

from hearsay.marks.cast import Figure
from hearsay.model import Voice


@dataclass(slots=True)
class Floor:
    """Who spoke, in the order of the text, so that "he" and "the official" find the one who has the floor."""

    turns: list[tuple[Voice, Figure | None, int]] = field(default_factory=list)

    def take(self, voice: Voice, figure: Figure | None, place: int) -> None:
        """Someone speaks at this place."""
        self.turns.append((voice, figure, place))

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
