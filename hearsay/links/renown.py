"""What the world's tables and a language's words say of a name: whether it is known, and what its words mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product

from hearsay import language, world
from hearsay.lexicon import Hit
from hearsay.links import sounds
from hearsay.text import Token, tokens

SHORT = 3  # a word of so few letters must be the very word
ADJECTIVE = re.compile(r"(?<=\w{3})(?:[sS]k|[eio]v[sS]k|n)$")
CODE = 4
MOST = 4  # words of a name that is looked up by its stems


@lru_cache(maxsize=100_000)
def words_of(name: str) -> tuple[str, ...]:
    """The sounds of the words of a name; short words without a capital (of, на, аль) do not count."""
    return tuple(sounds.word_key(word) for word in telling(name))


def telling(name: str) -> list[str]:
    """The words of a name that tell it from others."""
    found = sounds.WORD.findall(name)
    return [word for word in found if len(word) > SHORT or not word.islower() or word.isdigit()] or found


@cache
def _known_stems() -> dict[tuple[str, ...], str]:
    """The world's names by the stems of their words; what two names share says nothing."""
    found: dict[tuple[str, ...], set[str]] = {}
    for named in (row for table in (*world.TABLES, "cities") for row in world.rows(table)):
        for form in (*named.forms, *named.seats):
            if not form.isupper():
                name = named.seats[0] if form in named.seats and form not in named.forms else named.name
                for stems in _stems(form):
                    found.setdefault(stems, set()).add(name)
    return {stems: names.pop() for stems, names in found.items() if len(names) == 1 and all(len(stem) >= SHORT for stem in stems)}


def _stems(name: str) -> Iterator[tuple[str, ...]]:
    """The name's words without their endings, in each way that these may be cut."""
    words = words_of(name)
    if len(words) <= MOST:
        yield from product(*(sounds.readings(word) for word in words))


@cache
def _by_stem(table: str) -> dict[str, str]:
    """The states by the stems of the words of one table: what their people are called, or their adjectives."""
    found: dict[str, set[str]] = {}
    for named in world.rows(table):
        for form in named.forms[1:]:
            for stem in sounds.readings(sounds.word_key(form)):
                found.setdefault(stem, set()).add(named.name)
    return {stem: names.pop() for stem, names in found.items() if len(names) == 1 and len(stem) >= SHORT}


def _state(table: str, word: str) -> str | None:
    stems = _by_stem(table)
    hits = {stems[stem] for stem in sounds.readings(sounds.word_key(word)) if stem in stems}
    return hits.pop() if len(hits) == 1 else None


def people_of(word: str) -> str | None:
    """The state whose people a word names: "британців", "Polaków"."""
    return _state("peoples", word)


def adjective_of(word: str) -> str | None:
    """The state whose adjective a word is: "британского", "rosyjski"."""
    return _state("adjectives", word)


@lru_cache(maxsize=100_000)
def known_name(name: str) -> str | None:
    """The world's own name for a name as printed, inflected as it may be: "Госдепа"; a capital's is its own, not the state's."""
    found = tokens(name)
    hit = world.names().at(found, 0) if found else None
    if hit and hit.stop == len(found):
        return hit.seat or hit.named.name
    if len(found) == 1 and not name.isupper() and (state := people_of(name)):
        return state
    if not name[:1].isupper() or name.isupper():
        return None
    hits = {_known_stems()[stems] for stems in _stems(name) if stems in _known_stems()}
    return hits.pop() if len(hits) == 1 else None


@lru_cache(maxsize=100_000)
def meanings(name: str, code: str) -> frozenset[str]:
    """What the words of a name of several words mean, in no language: "Верховный суд Пакистана" gives {"=supreme-court", "@Pakistan"}.

    What no table knows stands by its coarse sound, "~". Empty where no word is known.
    """
    words = [token for token in tokens(name) if token.text[0].isalnum()]
    if len(words) < 2 or code not in language.known():
        return frozenset()
    found = frozenset(_meanings(words, language.load(code)))
    return found if any(meaning.startswith("=") for meaning in found) else frozenset()


def _meanings(words: list[Token], spoken: language.Language) -> Iterator[str]:
    hits = {hit.first: hit for table in ("concepts", "roles") for hit in spoken.lexicon(table).find(words)}
    n = 0
    while n < len(words):
        hit = hits.get(n)
        meaning = _of_row(hit) if hit else None
        if hit and meaning:
            yield f"={meaning}"
            n = hit.last + 1
            continue
        if word := _of_word(words[n].text):
            yield word
        n += 1


@lru_cache(maxsize=100_000)
def offices(words: str, code: str) -> frozenset[str]:
    """The offices that the words before a name speak of, in no language: "прем'єр-міністр" gives {"prime-minister"}."""
    hits = language.load(code).lexicon("roles").find(tokens(words)) if code in language.known() else []
    return frozenset(hit.row.office for hit in hits if hit.row.office != "-")


def _of_row(hit: Hit) -> str | None:
    meaning = getattr(hit.row, "id", None) or getattr(hit.row, "office", "-")
    return None if meaning == "-" else str(meaning)


def _of_word(word: str) -> str | None:
    if len(word) <= SHORT and word.islower():
        return None
    known = known_name(word) or adjective_of(word) or world.state_of(word)
    return f"@{known}" if known else "~" + sounds.code(ADJECTIVE.sub("", sounds.stem(sounds.word_key(word))), "aeiouj")[:CODE]
