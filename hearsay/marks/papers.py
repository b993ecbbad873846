"""Whose paper speaks: "the statement says" is whoever made it; a poll, a study or a law speaks for nobody named before."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.marks.cast import Figure
from hearsay.marks.floor import Floor
from hearsay.marks.scan import Scan
from hearsay.marks.several import several
from hearsay.model import Span, Voice
from hearsay.tables import Role
from hearsay.text import tokens, words

# Papers in which somebody declares something, by the offices of the roles table.
DECLARING = frozenset({"statement", "press-release", "communique", "letter", "note", "post", "resolution", "document"})
Found = tuple[Voice, Figure | None]


def voice(scan: Scan, floor: Floor, source: Sequence[Span], head: Role) -> Found:
    """Whoever speaks in a paper that these words describe; the paper itself where nobody is known to."""
    found = None if several(scan, source, head, None) else _author(scan, floor, source, head)
    if found is None or found[0].name is None:
        return Voice(None, "document", None, source[0], False, words(scan.text, source)), None
    return Voice(found[0].name, found[0].kind, found[0].mention, source[0], False, words(scan.text, source)), found[1]


def _author(scan: Scan, floor: Floor, source: Sequence[Span], head: Role) -> Found | None:
    """Whose paper of this kind spoke last; else, of a declaration, whoever reported with the same word ("stated"), else whoever had the
    floor and is no outlet, which only passes it on."""
    turns = [(voice, figure) for voice, figure, _ in floor.before(source[0].start)]
    same = next((turn for turn in turns if _speaks_of(scan, turn[0].words, head)), None)
    if same or head.office not in DECLARING:
        return same
    return floor.reported(_noun(scan, source, head)) or next((turn for turn in turns if turn[0].kind != "outlet"), None)


def _noun(scan: Scan, source: Sequence[Span], head: Role) -> str:
    """The word for the paper as printed."""
    p = scan.paragraph(source[0].start)
    hit = next(h for h in p.hits("roles") if h.row is head and h.first in p.between(source[0]))
    return p.tokens[hit.last].text


def _speaks_of(scan: Scan, said: str, head: Role) -> bool:
    """Whether the words of a source hold the same word for a paper: "a poll by Norrmetrics" is what "the poll" means later."""
    return any(hit.row.kind == "document" and hit.row.form == head.form for hit in scan.language.lexicon("roles").find(tokens(said)))
