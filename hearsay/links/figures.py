"""Who is meant in one article: mentions that name, describe or point at one figure, brought together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from hearsay import world
from hearsay.links import sounds
from hearsay.links.renown import known_name, meanings, offices, words_of
from hearsay.model import Mention, Reading
from hearsay.naming import given
from hearsay.text import fold

ALIKE, CLOSE = 0.8, 0.9
PERSON = "PER"
LATIN_ENDS = 0x250


@dataclass(frozen=True, slots=True)
class Figure:
    """Whom some mentions name, as far as one article, or articles with the very same name, can tell.

    `words` are the sounds of the fullest name; `given` the shared key of the given name ("sergey"); `known` the name in the
    world's tables; `means` what its words mean in no language. `articles` are those it was met in and `languages` theirs;
    `company` whom else they name and the offices it bears, for one that may be a person.
    """

    id: str
    members: tuple[str, ...]
    category: str
    form: str
    words: tuple[str, ...]
    given: str | None
    known: str | None
    articles: frozenset[str]
    languages: frozenset[str]
    means: frozenset[str] = frozenset()
    company: frozenset[tuple[str, ...]] = frozenset()

    @property
    def single(self) -> bool:
        return len(self.words) == 1

    @property
    def acronym(self) -> bool:
        """Whether the name is an abbreviation: НАТО, TLP."""
        return self.single and self.form.isupper() and 2 <= len(self.form) <= 6


@lru_cache(maxsize=100_000)
def given_key(name: str) -> str | None:
    """The shared key of the given name that a fuller name begins with."""
    found = sounds.WORD.findall(name)
    hit = given(found[0]) if len(found) > 1 else None
    return hit[0] if hit else None


def surname_meets(single: str, words: Sequence[str], least: float = ALIKE) -> bool:
    """Whether one word may be the surname in a fuller name."""
    return len(words) > 1 and sounds.alike(single, words[-1]) >= (least if len(sounds.stem(single)) > 3 else CLOSE)


def is_latin(form: str) -> bool:
    """Whether a name is written in Latin letters, accents allowed."""
    return all(ord(letter) < LATIN_ENDS for letter in form)


def figures_of(reading: Reading) -> list[Figure]:
    """The figures of one article, each with all mentions that stand for it."""
    by_id = {mention.id: mention for mention in reading.mentions}
    names = [mention for mention in reading.mentions if mention.kind == "name"]
    figures: list[Figure] = []
    home: dict[str, int] = {}
    for mention in sorted(names, key=lambda m: (-len(words_of(_name(m, reading))), m.span)):
        figure = _figure(mention, reading)
        n = _within(figure, figures, mention, by_id)
        if n is None:
            n = len(figures)
            figures.append(figure)
        else:
            figures[n] = _joined(figures[n], figure)
        home[mention.id] = n
    for mention in reading.mentions:
        n = home.get(_antecedent(mention, by_id), -1)
        if mention.id not in home and n >= 0:
            figures[n] = replace(figures[n], members=tuple(sorted((*figures[n].members, mention.id))))
    return _accompanied(figures, reading)


def _accompanied(figures: list[Figure], reading: Reading) -> list[Figure]:
    """The figures of one article, each that may be a person with those it is named beside and the offices it bears."""
    named = {figure.id: _shortly(figure) for figure in figures}
    text, code = reading.article.text, reading.article.language
    borne: dict[str, set[tuple[str, ...]]] = {
        m.id: {("office", office) for office in offices(m.role.of(text), code)} for m in reading.mentions if m.role
    }
    return [replace(figure, company=_company(figure, named, borne)) if _lonely(figure) else figure for figure in figures]


def _company(figure: Figure, named: dict[str, tuple[str, ...]], borne: dict[str, set[tuple[str, ...]]]) -> frozenset[tuple[str, ...]]:
    others = {traits for other, traits in named.items() if other != figure.id}
    return frozenset(others.union(*(borne.get(member, set()) for member in figure.members)))


def _traits(figure: Figure) -> tuple[str, ...]:
    """What a name is compared by where it only stands beside another: the world's name, else the stems of its words."""
    return (figure.known,) if figure.known else tuple(sounds.stem(word) for word in figure.words)


def _shortly(figure: Figure) -> tuple[str, ...]:
    """The traits of a name, of a person the surname's alone."""
    return _traits(figure)[-1:] if may_be_person(figure) else _traits(figure)


def _lonely(figure: Figure) -> bool:
    """Whether a surname may be all that is known of someone, or be looked for in this name."""
    return not figure.known and (figure.category == PERSON or (not figure.category and (figure.single or may_be_person(figure))))


def in_company(left: Figure, right: Figure) -> int:
    """How many names and offices stand beside both, where they say something: one state alone is named beside everyone."""
    shared = left.company & right.company
    return len(shared) if len(shared) > 1 or shared - _states() else 0


@cache
def _states() -> frozenset[tuple[str, ...]]:
    return frozenset((named.name,) for named in world.rows("states"))


def _name(mention: Mention, reading: Reading) -> str:
    return mention.name or mention.span.of(reading.article.text)


def _antecedent(mention: Mention, by_id: dict[str, Mention]) -> str:
    seen: set[str] = set()
    while mention.refers and mention.refers in by_id and mention.id not in seen:
        seen.add(mention.id)
        mention = by_id[mention.refers]
    return mention.id


def _figure(mention: Mention, reading: Reading) -> Figure:
    """One mention as a figure; a surname that is also a newspaper's or a state's name is still the person's."""
    name = _name(mention, reading)
    known = known_name(name) or (known_name(mention.span.of(reading.article.text)) if mention.category != PERSON else None)
    articles, spoken = frozenset((reading.article.id,)), reading.article.language
    means = meanings(name, spoken) if mention.category != PERSON else frozenset()
    words, one = words_of(name), given_key(name)
    return Figure(mention.id, (mention.id,), mention.category, name, words, one, known, articles, frozenset((spoken,)), means)


def _within(figure: Figure, figures: Sequence[Figure], mention: Mention, by_id: dict[str, Mention]) -> int | None:
    """Which of the article's figures this one is: the same name, or a surname of a fuller one (the last before it, if several)."""
    same = [n for n, other in enumerate(figures) if _same_here(figure, other)]
    if len(same) < 2:
        return same[0] if same else None
    before = [n for n in same if any(by_id[m].span < mention.span for m in figures[n].members)]
    return max(before or same, key=lambda n: max(by_id[m].span for m in figures[n].members if by_id[m].span < mention.span or not before))


def _same_here(figure: Figure, other: Figure) -> bool:
    """Whether two names of one article are one figure's; there spellings hold still, only endings change."""
    if figure.known or other.known:
        return figure.known == other.known
    if len(figure.words) == len(other.words):
        return all(sounds.alike(a, b) >= CLOSE for a, b in zip(figure.words, other.words, strict=True))
    if figure.single and may_be_person(other):
        return surname_meets(figure.words[0], other.words, CLOSE) or (
            bool(other.given) and sounds.alike(figure.words[0], other.words[0]) >= CLOSE
        )
    return bool(figure.means) and figure.means < other.means and numbers(figure) == numbers(other)


def numbers(figure: Figure) -> tuple[str, ...]:
    """The numbers in a name: Dorna-2 is not Dorna-1."""
    return tuple(word for word in figure.words if word.isdigit())


def may_be_person(figure: Figure) -> bool:
    """Whether a name of several words can be a person's."""
    if figure.category:
        return figure.category == PERSON
    if figure.known or any(meaning.startswith("=") for meaning in figure.means):
        return False
    return bool(figure.given) or (1 < len(figure.words) < 4 and all(word[:1].isupper() for word in sounds.WORD.findall(figure.form)))


def _joined(kept: Figure, added: Figure) -> Figure:
    form = max(kept.form, added.form, key=lambda form: (len(words_of(form)), -len(form), form))
    members = tuple(sorted({*kept.members, *added.members}))
    return replace(
        kept if len(kept.words) >= len(added.words) else added,
        id=members[0],
        members=members,
        form=form,
        given=kept.given or added.given,
        known=kept.known or added.known,
        articles=kept.articles | added.articles,
        languages=kept.languages | added.languages,
        means=max(kept.means, added.means, key=lambda means: (len(means), sorted(means))),
        company=kept.company | added.company,
    )


def merged(figures: Iterable[Figure]) -> list[Figure]:
    """Figures with the very same name made one, over all articles; a surname alone stays with its article."""
    out: dict[tuple[str, ...], list[Figure]] = {}
    for figure in figures:
        out.setdefault(_signature(figure), []).append(figure)
    return sorted((_all_of(same) for same in out.values()), key=lambda figure: figure.id)


def _signature(figure: Figure) -> tuple[str, ...]:
    stems = _traits(figure)
    if figure.known:
        return ("known", *stems)
    if figure.single and figure.category == PERSON:
        return ("alone", *figure.articles, *stems)
    return (figure.category, fold(figure.form) if figure.acronym else "", *stems)


def _all_of(same: list[Figure]) -> Figure:
    members = tuple(sorted({m for figure in same for m in figure.members}))
    first = min(same, key=lambda figure: (-len(figure.words), not is_latin(figure.form), len(figure.form), figure.form))
    return replace(
        first,
        id=members[0],
        members=members,
        given=min((f.given for f in same if f.given), default=None),
        articles=frozenset().union(*(f.articles for f in same)),
        languages=frozenset().union(*(f.languages for f in same)),
        company=frozenset().union(*(f.company for f in same)),
        means=max((f.means for f in same), key=lambda means: (len(means), sorted(means))),
    )
