"""Who wrote the article, as the page says it. Wires, newsrooms and the outlet itself write nothing: they are nobody's name.

"By Anna Lorne and Ivo Marek, Norvia Press" names two people; the agency after them is a credit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, dropwhile, takewhile

from hearsay import world
from hearsay.articles.blocks import Block
from hearsay.articles.dateline import agency_at
from hearsay.articles.forms import UPPER
from hearsay.articles.phrases import Phrase, phrases
from hearsay.language import Language
from hearsay.lexicon import GAP
from hearsay.model import Grounded, Page, Span
from hearsay.text import fold, shift, trim

LONGEST = 160
"""Characters of a line that says who wrote the article."""
NEAR = 8
"""Lines below a headline, and above its body, in which a name alone is an author's; between them stand a menu's."""
ALONE = 80
"""Characters of one that says so by nothing but a name."""
MOST = 5
"""Words of one person's name."""
SIGNS = r"[,;/|•·&()\[\]:]"
"""What parts names."""
PARTING = re.compile(rf"(?:\s|{SIGNS})+")
"""What parts their words."""
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
DIGIT, DAY = re.compile(r"\d"), 16
"""Characters from a line's beginning in which a day before its names has a digit."""
CAPITALS = 4
"""Letters of a family name in capitals; an agency's are fewer."""
CAPITAL, APOSTROPHES = re.compile(rf"[{UPPER}](?:[’']?[{UPPER}]){{2,}}(?![\w’'])"), "’'"
"""A word in capitals, of three letters or more."""
INITIALS = re.compile(rf"(?:[{UPPER}]\. ?){{2,3}}")
"""All that some papers print of an author."""
SHORTEST_DAY, LONGEST_DAY = 5, 24
"""Characters of such a day."""
LABEL = re.compile(r"(?:[,;|]\s*|(?P<name>[^\W\d_]+\s+[\w’'-]+)\s+)[^\W\d_]+\s*:")
"""Another label in the same line: "Edited by A. Lorne, source: NP", or behind a whole name: "Words: Anna Lorne Photos: Ivo Marek"."""
DATED = re.compile(r"\s+(?=\d{1,2}\b.{0,12}\b(?:19|20)\d\d\b)")
"""A day with its year may stand behind a name with nothing but a space between."""
ADDRESS = re.compile(r"[@\d]|://|\w\.\w{2,}$")


class People:
    """Tells the people named in an author's place from who else stands there. `given` are the given names of all these languages."""

    def __init__(self, languages: Mapping[str, Language]):
        self.given = frozenset(fold(row.form.lstrip("=")) for code in languages for row in languages[code].rows("names"))
        self._bylines = phrases("furniture", languages)
        rows = [row for code in languages for row in languages[code].rows("furniture") if row.kind == "newsroom"]
        self._ends = tuple(" " + fold(row.form.strip(GAP)) for row in rows if row.form.startswith(GAP))
        self._begins = tuple(fold(row.form.strip(GAP)) + " " for row in rows if row.form.endswith(GAP))
        joined = (row.form for code in languages for row in languages[code].rows("words") if row.kind == "conjunction")
        joins = "|".join(sorted({re.escape(form.lstrip("=")) for form in joined}))
        small = (row.form for code in languages for row in languages[code].rows("words") if row.kind in ("article", "determiner"))
        self._small = frozenset(fold(form.lstrip("=")) for form in small)
        self._parting = re.compile(rf"\s*{SIGNS}\s*|\s+(?:[-–—]|{joins})\s+|\s{{2,}}(?=\S+\s\S)")

    def named(self, text: str, span: Span, own: frozenset[str] = frozenset()) -> list[Span]:
        """The people named in a stretch of text, whatever stands between and after them. `own` are the folded names of the outlet."""
        return self.among(text, span, self._bylines.within(text, span), own)

    def among(self, text: str, span: Span, said: Sequence[Phrase], own: frozenset[str] = frozenset()) -> list[Span]:
        """The same where the phrases of the stretch are known: they say where its names begin."""
        named = (phrase.slots["name"] for phrase in said if "name" in phrase.slots and _says_who(text, span, phrase))
        start = next(named, span).start
        label = LABEL.search(text, start, span.stop)
        pieces = (
            trim(text, piece) for piece in self._pieces(text, Span(start, max(label.start(), label.end("name")) if label else span.stop))
        )
        return [piece for piece in pieces if self._is_person(piece.of(text), own)]

    def signature(self, block: Block) -> tuple[Span, ...]:
        """The people of a line that is their names, with at most a date, a calling or an agency behind them: "Anna Lorne, Ivo Marek",
        "Anna Lorne | 4 March 2031", "Anna Lorne, Reuters".
        """
        text = block.text
        if len(text) > ALONE or block.is_joined:
            return ()
        if not self._may_sign(text):
            return (block.span,) if _are_initials(text) else ()
        pieces = [trim(text, piece) for piece in self._pieces(text, Span(0, len(text)))]
        pieces = [part for piece in pieces if piece.start < piece.stop for part in self._undated(text, piece)]
        before = list(takewhile(lambda piece: not self.is_full_name(piece.of(text)), pieces))
        names = list(takewhile(lambda piece: self.is_full_name(piece.of(text)), pieces[len(before) :]))
        rest = [piece.of(text) for piece in pieces[len(before) + len(names) :]]
        if not all(_may_lead(text, piece) for piece in before) or not all(map(self._may_follow, rest, [*rest[1:], ""])):
            return ()
        return shift(names, block.span.start)

    def _may_follow(self, part: str, behind: str) -> bool:
        """Whether a part of a line may stand behind an author: a day or the weekday before one, a calling, an agency."""
        is_day = any(c.isdigit() for c in part) or (part.isalpha() and behind[:1].isdigit() and len(behind) >= SHORTEST_DAY)
        return is_day or self.is_newsroom(part) or agency_at(part) is not None

    def _may_sign(self, text: str) -> bool:
        """Whether a line begins with a given name, or with a day or an agency and has one behind it: no other signs by a full name."""
        first = WORD.match(text, text[:1] in "([")
        if first and fold(first[0]) in self.given:
            return True
        led = DIGIT.search(text, 0, DAY) is not None or (first is not None and world.names("wires", "outlets").begins(first[0]))
        return led and not self.given.isdisjoint(map(fold, PARTING.split(text)))

    def _undated(self, text: str, piece: Span) -> list[Span]:
        """A piece of a line, and apart from it the day behind it."""
        dated = DATED.search(text, *piece)
        return [Span(piece.start, dated.start()), Span(dated.end(), piece.stop)] if dated else [piece]

    def is_full_name(self, words: str) -> bool:
        """Whether it is a given name and one or two more, as names are printed: "Anna Lorne", "Anna LORNE"."""
        *first, last = words.split() or [""]
        proper = all(word[0].isupper() and not word.isupper() for word in first)
        proper = proper and last[:1].isupper() and (len(last) >= CAPITALS or not last.isupper())
        cased = proper or words.istitle() or (words.isupper() and min(map(len, words.split())) >= CAPITALS)
        return 1 <= len(first) <= 2 and cased and fold(first[0]) in self.given

    def _pieces(self, text: str, span: Span) -> Iterator[Span]:
        """The stretches between signs and words like "and"; capitals join with an "AND" of their own."""
        words = span.of(text)
        at = 0
        for sign in self._parting.finditer(words.casefold() if words.isupper() and len(words.casefold()) == len(words) else words):
            yield Span(span.start + at, span.start + sign.start())
            at = sign.end()
        yield Span(span.start + at, span.stop)

    def _is_person(self, words: str, own: frozenset[str]) -> bool:
        if not words or ADDRESS.search(words) or agency_at(words) or fold(words) in own or self.is_newsroom(words):
            return False
        return fold(words.split(maxsplit=1)[0]) not in self._small and _reads_as_name(words)

    def is_beside(self, words: str) -> bool:
        """Whether a line stands below an author's name and says what he is, or how to write to him."""
        return ADDRESS.search(words) is not None or self.is_newsroom(words)

    def is_newsroom(self, words: str) -> bool:
        """Whether it is an office, a desk or a calling: "News Desk", "Staff Writer", "редакция портала"."""
        folded = fold(words)
        return f" {folded}".endswith(self._ends) or f"{folded} ".startswith(self._begins)


def _may_lead(text: str, piece: Span) -> bool:
    """Whether a part of a line may stand before its author: a day or a time; an agency and a comma, since "Reuters/Anna Lorne" took a
    picture.
    """
    part = piece.of(text)
    is_day = len(part) <= LONGEST_DAY and any(map(str.isdigit, part))
    return is_day or (text.startswith(",", piece.stop) and agency_at(part) is not None)


def _are_initials(words: str) -> bool:
    """Whether it is initials alone, and none of a name that the world knows: "U.S." is nobody."""
    return INITIALS.fullmatch(words) is not None and world.canonical("".join(filter(str.isalpha, words))) is None


def _reads_as_name(words: str) -> bool:
    """Two to five words, first and last with a capital, not all initials; in a script without capitals two to five signs."""
    parts = words.split()
    if words.lower() == words.upper():
        return 2 <= len(words) <= MOST and words.isalpha()
    return (
        2 <= len(parts) <= MOST and parts[0][:1].isupper() and parts[-1][:1].isupper() and any(len(part.strip(".")) > 2 for part in parts)
    )


def byline(
    text: str,
    beside: Sequence[tuple[Block, Sequence[Phrase]]],
    above: Sequence[Block],
    around: Iterable[Sequence[Block]],
    people: People,
) -> tuple[Span, ...]:
    """The names in a line beside the article that says who wrote it: "By Anna Lorne and Ivo Marek"; else names on lines of their own
    above the body, that follow each other; else in the lines `around` it.
    """
    said = next((found for block, said in beside if (found := signed(text, block, said, people))), ())
    near = above if len(above) <= 2 * NEAR else (*above[:NEAR], *above[-NEAR:])
    alone = _following(dropwhile(lambda names: not names, map(people.signature, near)))
    if said or alone:
        return alone if set(said) < set(alone) else said or alone
    signed_by = ([names for block in lines if (names := people.signature(block)) or not people.is_beside(block.text)] for lines in around)
    return next((_following(signed) for signed in signed_by if signed and all(signed)), ())


def _following(signed: Iterable[tuple[Span, ...]]) -> tuple[Span, ...]:
    """The names of some lines up to the first that has none."""
    return tuple(chain.from_iterable(takewhile(bool, signed)))


def signed(text: str, block: Block, said: Sequence[Phrase], people: People) -> tuple[Span, ...]:
    """The names in a line, or a part of one, that begins by saying that they are authors'; `said` are its phrases."""
    telling = [phrase.span.stop for phrase in said if _says_who(text, block.span, phrase)]
    if not telling or len(block.text) >= LONGEST:
        return ()
    stop = text.find("\n", max(telling)) if max(telling) > block.span.stop else block.span.stop  # a label's names stand below it
    return tuple(people.among(text, Span(block.span.start, stop if stop > 0 else len(text)), said))


def _says_who(text: str, line: Span, phrase: Phrase) -> bool:
    """Whether a phrase says that authors follow, at a line's beginning or that of a part of it behind a bar: "KVLR | By Anna Lorne"."""
    start, _ = phrase.span
    return phrase.kind == "byline" and (start - line.start <= 2 or text[line.start : start].rstrip().endswith("|"))


def author(page: Page, names: Sequence[Span], people: People) -> Grounded | None:
    """The people who wrote it, parted by semicolons. What the markup states goes before the visible line, unless that names all of the
    same people and more; the other is kept beside it.
    """
    own = frozenset(fold(stated.value) for stated in page.stated if stated.field == "outlet")
    named: dict[str, dict[str, str]] = {}
    for stated in page.stated:
        if stated.field == "author":
            found = (span.of(stated.value) for span in people.named(stated.value, Span(0, len(stated.value)), own))
            named.setdefault(stated.ground, {}).update((fold(name), name) for name in found)
    if names and not any(agency_at(span.of(page.text)) for span in names):
        named["byline"] = {fold(name): _uncapitalised(name) for name in (span.of(page.text) for span in names)}
    grounds = [ground for ground, found in named.items() if found]
    return _fullest(grounds, named, names) if grounds else None


def _uncapitalised(name: str) -> str:
    """A name whose words are in capitals as it is else written: "Anna LORNE" is "Anna Lorne", "O'NEIL" "O'Neil"; but for initials, and for
    what stands behind a whole name.
    """
    if sum(not word.isupper() for word in name.split()) > 1:
        return name
    return CAPITAL.sub(lambda word: word[0].title() if word[0][1:2] in APOSTROPHES else word[0].capitalize(), name)


def _fullest(grounds: Sequence[str], named: Mapping[str, Mapping[str, str]], names: Sequence[Span]) -> Grounded:
    """The first ground, or one that names all its people and more."""
    first = grounds[0]
    best = max(grounds, key=lambda ground: len(named[ground]) if named[first].keys() <= named[ground].keys() else -1)
    reason = best if best == first else f"{best}, which names more than {first}"
    others = tuple(_grounded(named[ground], ground, names) for ground in grounds if named[ground].keys() != named[best].keys())
    chosen = _grounded(named[best], best, names)
    return Grounded(chosen.value, reason, chosen.span, others)


def _grounded(named: Mapping[str, str], ground: str, names: Sequence[Span]) -> Grounded:
    span = Span(names[0].start, names[-1].stop) if ground == "byline" else None
    return Grounded("; ".join(named.values()), ground, span)


_MADE: dict[tuple[str, ...], People] = {}


def people_of(languages: Mapping[str, Language]) -> People:
    """The reader of names for these languages, made once."""
    key = tuple(languages)
    if key not in _MADE:
        _MADE[key] = People(languages)
    return _MADE[key]
