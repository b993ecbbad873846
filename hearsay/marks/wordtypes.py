"""What a word is before it stands anywhere: its spelling, hashed, and the classes that the language's tables give it.

The tagger learns from classes and shapes more than from words, so that what one language teaches holds in the next; a row added
to a table later is felt at once, with no training. Example: "заявил" in a table of cues is (verb, after, assertion, sense say).
"""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from hearsay.language import Language
from hearsay.tables import Classed, Concept, Cue, GivenName, Pronoun, Role, Row, TimeWord
from hearsay.text import Token, fold
from hearsay.world import TABLES as WORLD
from hearsay.world import Found, names

SLOTS = 24576
SIGNS = ".,:;!?…\"'“”„«»‘’‚‹›()[]<>-–—―/%&*|_@#$€"
SHAPES = 16 + len(SIGNS)
CONCEPTS = 1024
KEPT = 40000  # words kept before the table starts anew; bounds memory at about 40 MB

CLASSES = (
    *(f"frame={f}" for f in ("verb", "noun", "according", "pointing", "agentless")),
    *(f"side={s}" for s in ("before", "after", "either", "none")),
    *(f"type={t}" for t in ("assertion", "belief", "fact", "eventuality")),
    "hedge=yes",
    *(f"sense={s}" for s in ("say", "write", "deny", "refuse", "ask", "promise", "think", "know", "show")),
    *(f"role={r}" for r in ("person", "organisation", "group", "document")),
    "office",
    "name",
    *(f"pronoun={p}" for p in ("personal", "possessive", "relative", "reflexive", "demonstrative")),
    *(f"case={c}" for c in ("subject", "object", "any")),
    *(f"number={n}" for n in ("s", "p")),
    "time",
    *(f"word={w}" for w in ("complementiser", "relative", "conjunction", "subordinator", "preposition", "negation")),
    *(f"word={w}" for w in ("article", "auxiliary", "modal", "determiner", "question", "adverb")),
    "hedge",
    "abbreviation",
    "concept",
    *(f"world={table}" for table in WORLD),
)
CLASS = {name: i for i, name in enumerate(CLASSES)}
TABLES = ("cues", "roles", "names", "pronouns", "times", "words", "hedges", "concepts")


def key(word: str) -> int:
    """The number by which a folded word is known."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def classes(row: Row) -> list[int]:
    """The classes that a row of a table gives its words."""
    if isinstance(row, Cue):
        named: tuple[str, ...] = (f"frame={row.frame}", f"side={row.side}", f"type={row.type}", f"hedge={row.hedge}", f"sense={row.sense}")
    elif isinstance(row, Role):
        named = (f"role={row.kind}", "office" if row.office != "-" else "")
    elif isinstance(row, Pronoun):
        named = (f"pronoun={row.kind}", f"case={row.case}", f"number={row.number}")
    elif isinstance(row, Classed):
        named = (f"word={row.kind}",)
    else:
        named = ({GivenName: "name", TimeWord: "time", Concept: "concept"}.get(type(row), "hedge"),)
    return [CLASS[n] for n in named if n in CLASS]


def _world(found: Found) -> int:
    """The class of a name that the world knows."""
    return CLASS[f"world={found.named.table}"]


def shape(word: str) -> int:
    """How a word is written: capitals, digits, or which sign it is."""
    if not word[0].isalnum():
        known = SIGNS.find(word[0])
        return 16 + known if known >= 0 else 15 if unicodedata.category(word[0])[0] == "P" else 14
    if word[0].isdigit():
        return 1 if word.isdigit() and len(word) == 4 else 2 if word.isdigit() else 3
    rest = word[1:]
    if word[0].isupper():
        kind = 4 if not rest else 5 if word.isupper() else 6 if rest.islower() else 7
    else:
        kind = 8 if word.islower() else 9
    return kind if "-" not in word and "'" not in word and "’" not in word else {6: 10, 8: 11}.get(kind, 12)


def spelling(word: str) -> tuple[int, ...]:
    """Hashes of the word, its beginnings and its ends; the same over all languages of a script."""
    folded = fold(word)
    forms = ("w" + folded, "4" + folded[:4], "6" + folded[:6], "b" + folded[-2:], "c" + folded[-3:], "d" + folded[-4:])
    return tuple(key(form) % SLOTS for form in forms)


class WordTypes:
    """The words of a language met so far, each with its features, found once."""

    def __init__(self, language: Language):
        self.language = language
        self.lexicon = language.lexicon(*TABLES)
        self.names = names()
        self._given: dict[int, list[int]] = {}
        self.clear()

    def clear(self) -> None:
        """Forget all words."""
        self.index: dict[str, int] = {}
        self.spellings: list[tuple[int, ...]] = []
        self.shapes: list[int] = []
        self.keys: list[int] = []
        self.concepts: list[int] = []
        self.classes: list[npt.NDArray[np.float32]] = []
        self.opening: list[bool] = []
        self.naming: list[bool] = []

    def add(self, word: str) -> int:
        """The word's number, the word looked up if it is new."""
        token = Token(0, len(word), word)
        found = np.zeros(len(CLASSES), np.float32)
        rows = [hit.row for hit in self.lexicon.at((token,), 0) if word[0].isupper() or not isinstance(hit.row, GivenName)]
        for row in rows:
            found[classes(row)] = 1
        named = self.names.at((token,), 0)
        if named:
            found[_world(named)] = 1
        if fold(word) in self.language.abbreviations:
            found[CLASS["abbreviation"]] = 1
        number = self.index[word] = len(self.shapes)
        self.spellings.append(spelling(word))
        self.shapes.append(shape(word))
        self.keys.append(key(fold(word)))
        self.concepts.append(next((1 + key(row.id) % (CONCEPTS - 1) for row in rows if isinstance(row, Concept)), 0))
        self.classes.append(found)
        self.opening.append(self.lexicon.opens(word))
        self.naming.append(self.names.opens(word))
        return number

    def numbers(self, words: Sequence[Token]) -> list[int]:
        """The number of each word."""
        printed = [t.text for t in words]
        for word in {word: None for word in printed if word not in self.index}:
            self.add(word)
        return list(map(self.index.__getitem__, printed))

    def phrases(self, words: Sequence[Token], numbers: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
        """Forms of several words where they stand: the places of their words and the classes they give them."""
        for i, n in enumerate(numbers):
            if self.opening[n]:
                for hit in self.lexicon.longer(words, i):
                    given = self.given(hit.row)
                    yield from ((place, given) for place in hit.indices)
            if self.naming[n] and (named := self.names.at(words, i)):
                world = [_world(named)]
                yield from ((place, world) for place in range(i, named.stop))

    def given(self, row: Row) -> list[int]:
        """The classes of a row of the language's tables, found once."""
        if id(row) not in self._given:
            self._given[id(row)] = classes(row)
        return self._given[id(row)]
