"""Who stands behind the names: mentions tied to actors, across articles, languages and scripts (Псакі = Psaki = Jen Psaki)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from hearsay.links import sounds
from hearsay.links.components import components
from hearsay.links.figures import (
    ALIKE,
    CLOSE,
    PERSON,
    Figure,
    figures_of,
    in_company,
    is_latin,
    may_be_person,
    merged,
    numbers,
    surname_meets,
)
from hearsay.links.known import Known
from hearsay.model import Group, Link, Reading

NAME = "actors"
SHORT = 3
UNLIKE = 0.55  # two given names less alike than this are two people's
SURE, FULL, PART, INITIALS, SURNAME = 1.0, 0.95, 0.8, 0.75, 0.7


def things(readings: Iterable[Reading], record: Known) -> list[Figure]:
    """The figures of all articles, those with the very same name made one."""
    return merged(figure for reading in readings for figure in figures_of(reading))


def keys(figure: Figure) -> Iterator[str]:
    """The world's name; the coarse sound of the last word and, in a name of several, of the first; the initials."""
    if figure.known:
        yield f"known {figure.known}"
    for word in {figure.words[-1], figure.words[0]}:
        yield from (f"sound {code}" for code in sounds.block(word))
    if figure.acronym:
        yield "initials " + sounds.sounds(figure.form)
    elif not figure.single:
        yield "initials " + initials(figure)
    if len(figure.means) > 1:
        yield "means " + " ".join(sorted(figure.means))


def initials(figure: Figure) -> str:
    """The first sounds of the words of a name."""
    return "".join(word[0] for word in figure.words if word)


def judge(left: Figure, right: Figure) -> Link | None:
    """Whether two figures are one actor; None where their names give no reason to think so or against it."""
    for rule in RULES:
        found = rule(left, right)
        if found:
            judgement, score, reason = found
            return Link(
                NAME, left.id, right.id, judgement, round(score, 4), f"{left.form} / {right.form}: {reason}", f"actors.{rule.__name__}"
            )
    return None


Verdict = tuple[str, float, str]


def known_to_the_world(left: Figure, right: Figure) -> Verdict | None:
    """The world's tables hold both names."""
    if left.known and right.known:
        return (
            ("same", SURE, "one name in the world's tables")
            if left.known == right.known
            else ("different", SURE, "two in the world's tables")
        )
    return None


def same_words(left: Figure, right: Figure) -> Verdict | None:
    """All words sound alike, one by one."""
    if len(left.words) != len(right.words) or numbers(left) != numbers(right):
        return None
    likeness = min(sounds.alike(a, b) for a, b in zip(left.words, right.words, strict=True))
    if likeness < ALIKE or (left.single and not _clearly_one(left, right, likeness)):
        return None
    return "same", (FULL if likeness > 0.99 else PART) * likeness + _weight(left, right), f"the names sound alike ({likeness:.2f})"


def _clearly_one(left: Figure, right: Figure, likeness: float) -> bool:
    """Whether two names of one word each are close enough: short ones and abbreviations must be the same."""
    if left.acronym or right.acronym:  # НАТО, Nato; a town in the capitals of a dateline
        return left.words == right.words or (left.acronym != right.acronym and likeness == 1.0 and len(left.form) > SHORT)
    shortest = min(len(sounds.stem(figure.words[0])) for figure in (left, right))
    return likeness == 1.0 or (likeness >= CLOSE and shortest > SHORT and not (left.known or right.known))


def other_given_name(left: Figure, right: Figure) -> Verdict | None:
    """One surname with two given names is two people."""
    if left.single or right.single or not (may_be_person(left) and may_be_person(right)):
        return None
    if sounds.alike(left.words[-1], right.words[-1]) < ALIKE:
        return None
    if given_names_agree(left, right):
        return "same", PART + _weight(left, right), "one surname, given names agree"
    return ("different", FULL, "one surname, two given names") if given_names_differ(left, right) else None


def given_names_agree(left: Figure, right: Figure) -> bool:
    """Whether the given names can be one: the same key, alike in sound, an initial, or one begins the other."""
    if left.given and left.given == right.given:
        return True
    a, b = sounds.whole(left.words[0]), sounds.whole(right.words[0])
    short, long = sorted((a, b), key=len)
    return long.startswith(short) or sounds.alike(left.words[0], right.words[0]) >= UNLIKE


def given_names_differ(left: Figure, right: Figure) -> bool:
    """Whether the given names are clearly two: two keys, or other consonants."""
    if left.given and right.given:
        return left.given != right.given
    return not sounds.block(left.words[0]) & sounds.block(right.words[0])


def part_of_a_name(left: Figure, right: Figure) -> Verdict | None:
    """Every word of the shorter name, two at least, stands in the longer; a parliament of Great Britain is not Great Britain."""
    short, long = sorted((left, right), key=lambda figure: (len(figure.words), figure.id))
    if short.single or short.known or long.known or numbers(short) != numbers(long) or not one_kind(short, long):
        return None
    if _held(short.words, long.words):
        return "same", INITIALS + _weight(left, right), "the longer name holds the shorter"
    return None


def _held(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether each word of the one has a word of its own in the other."""
    left = list(long)
    for word in short:
        mate = next((other for other in left if sounds.alike(word, other) >= ALIKE), None)
        if mate is None:
            return False
        left.remove(mate)
    return True


def same_meaning(left: Figure, right: Figure) -> Verdict | None:
    """Names of several words that mean the same, in whatever language."""
    if len(left.means) > 1 and left.means == right.means:
        return "same", PART, "the words mean the same: " + ", ".join(sorted(meaning.lstrip("=@~") for meaning in left.means))
    return None


def surname_alone(left: Figure, right: Figure) -> Verdict | None:
    """A surname without a given name, and a fuller name that ends in it, met in one article or beside the same names."""
    short, long = sorted((left, right), key=lambda figure: (len(figure.words), figure.id))
    if not short.single or short.acronym or short.known or not may_be_person(long) or short.category not in ("", "PER"):
        return None
    if not surname_meets(short.words[0], long.words):
        return None
    likeness = sounds.alike(short.words[0], long.words[-1])
    met = 0.1 if short.articles & long.articles else 0.0
    if met and likeness < CLOSE:
        return "different", PART, "two spellings in one article"
    if likeness < CLOSE and is_latin(short.form) == is_latin(long.form):
        return None
    company = in_company(short, long)
    if short.category == PERSON and not met and not company:
        return None
    beside = "met in one article" if met else f"{company} names and offices stand beside both"
    return "same", SURNAME * likeness + met + _weight(left, right), f"a surname and a fuller name, {beside}"


def initials_of(left: Figure, right: Figure) -> Verdict | None:
    """An abbreviation and a name with those initials, met in one article."""
    short, long = (left, right) if left.acronym else (right, left)
    if not short.acronym or long.single or not short.articles & long.articles:
        return None
    if sounds.sounds(short.form) == initials(long):
        return "same", INITIALS, "the initials, met in one article"
    return None


def one_kind(short: Figure, long: Figure) -> bool:
    """Whether the longer name adds no kind of body. In one language neither may: one table knows both. Two languages' tables know
    different words, so there a kind that only the shorter name shows says nothing."""
    return kinds(short) == kinds(long) if short.languages & long.languages else kinds(long) <= kinds(short)


def kinds(figure: Figure) -> frozenset[str]:
    """What a body is, as far as its words say: a union's council is no union."""
    return frozenset(meaning for meaning in figure.means if meaning.startswith("="))


def _weight(left: Figure, right: Figure) -> float:
    """A little for names met often, so that a doubtful one goes to the better known."""
    return 0.04 * min(1.0, math.log10(len(left.members) * len(right.members)) / 6)


RULES = (known_to_the_world, same_words, part_of_a_name, other_given_name, same_meaning, surname_alone, initials_of)


def group(things: Sequence[Figure], links: Iterable[Link]) -> list[Group]:
    """The actors: each with all its mentions, named as people will see it. People's decisions tie or part single mentions."""
    home = {member: figure for figure in things for member in figure.members}
    inner = [Link(NAME, figure.id, member, "same", SURE, "") for figure in things for member in figure.members if member != figure.id]
    out = []
    for members in components(home, [*links, *inner]):
        figures = sorted({home[member] for member in members}, key=lambda figure: figure.id)
        forms = " / ".join(sorted({figure.form for figure in figures})[:6])
        out.append(Group(members[0], NAME, members, shown_name(figures), f"named {forms}"))
    return out


def shown_name(figures: Sequence[Figure]) -> str:
    """The world's name; else a Latin form if there is one: of a person the full name that most use, of others the fullest.

    The capitals of a headline tie more words to a person's name: "Anna Grey Defends Dam".
    """
    known = sorted(figure.known for figure in figures if figure.known)
    if known:
        return known[0]
    people = [figure for figure in figures if figure.category == PERSON]
    if 2 * _met(people) >= _met(figures):
        return min(people, key=_commonest).form
    return min(figures, key=_fullest).form


def _met(figures: Iterable[Figure]) -> int:
    return sum(len(figure.members) for figure in figures)


def _commonest(figure: Figure) -> tuple[bool, bool, bool, int, int, str]:
    return figure.single, not is_latin(figure.form), figure.given is None, -len(figure.members), len(figure.form), figure.form


def _fullest(figure: Figure) -> tuple[bool, bool, int, int, int, str]:
    surname = figure.single and figure.category == PERSON
    return surname, not is_latin(figure.form), -len(figure.words), -len(figure.members), len(figure.form), figure.form
