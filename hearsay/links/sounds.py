"""The script-free key of a name, and how alike two names sound.

Псакі, Псаки, Psaki and Psakiová stand for one surname; Ławrow, Лаврова and Lavrov for another. `key` writes a name in loose Latin
letters and sets an apostrophe before what may be a case ending ("lavrov'a"), so that nothing is lost that a comparison may need.
`distance` weighs what spellings of one name differ in: vowels cheaply, kindred consonants a little, others fully.
Letters are data (``world/letters.tsv``), case endings too (``world/endings.tsv``).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from hearsay.tables import Row, read_table
from hearsay.text import fold

VOWELS = frozenset("aeiou")
WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
MARK = "'"
LEAST = 3
# Groups of sounds that spellings of one name exchange, with what an exchange costs.
KINDRED: tuple[tuple[str, float], ...] = (
    ("aeiou", 0.25),
    ("vw", 0.0),
    ("wu", 0.1),
    ("ij", 0.1),
    ("gh", 0.1),
    ("xh", 0.1),
    ("xC", 0.1),
    ("xSk", 0.2),
    ("hk", 0.3),
    ("gk", 0.4),
    ("ck", 0.3),
    ("cs", 0.2),
    ("sz", 0.3),
    ("cz", 0.3),
    ("cC", 0.3),
    ("sS", 0.3),
    ("zZ", 0.3),
    ("CS", 0.4),
    ("jJ", 0.1),
    ("jZ", 0.2),
    ("jh", 0.3),
    ("JZ", 0.3),
    ("Jg", 0.3),
    ("JC", 0.4),
    ("SZ", 0.4),
    ("td", 0.4),
    ("bp", 0.4),
    ("bv", 0.4),
    ("vf", 0.3),
    ("wf", 0.4),
    ("pf", 0.4),
    ("tf", 0.4),
    ("ts", 1.0),
    ("mn", 0.6),
    ("iJ", 0.5),
)
STRICT = 1.3  # one foreign consonant in six letters makes two names
FINAL_MUTE, MUTE = frozenset("rtsxzh"), 0.4  # Barnier, Renault: a last consonant that is written and not heard
LOSS = {"c": 0.5, "h": 0.3, "j": 0.3, "i": 0.25, "a": 0.35, "e": 0.35, "o": 0.35, "u": 0.35}


@dataclass(frozen=True, slots=True)
class Letter(Row):
    """Letters of any script and how they sound."""

    sound: str


@dataclass(frozen=True, slots=True)
class Ending(Row):
    """An ending that names take; `base` is the example's name without it."""

    base: str


@lru_cache(maxsize=1)
def _letters() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = read_table(files("hearsay") / "world" / "letters.tsv", Letter)
    sounds = {row.form: "" if row.sound == "-" else row.sound for row in rows}
    longest_first = sorted(sounds, key=lambda form: -len(form))
    return re.compile("|".join(map(re.escape, longest_first)) + "|."), sounds


@lru_cache(maxsize=200_000)
def sounds(word: str) -> str:
    """The word in loose Latin letters: "Щорін" and "Szczorin" give "Sorin". Letters of other scripts stay."""
    pattern, table = _letters()
    return re.sub(r"(.)\1+", r"\1", pattern.sub(lambda m: _sound(m.group(), table), fold(word)))


def _sound(letters: str, table: dict[str, str]) -> str:
    if letters in table:
        return table[letters]
    bare = "".join(c for c in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(c))
    return "".join(table.get(c, c if c.isalnum() else "") for c in bare)


@lru_cache(maxsize=1)
def _endings() -> tuple[str, ...]:
    rows = read_table(files("hearsay") / "world" / "endings.tsv", Ending)
    return tuple(sorted((fold(row.form) for row in rows), key=lambda ending: -len(ending)))


@lru_cache(maxsize=200_000)
def word_key(word: str) -> str:
    """The key of one word: "Лаврова" gives "lavrov'a", "Lavrovem" gives "lavr'ov'em" (the possessive -ov- of Czech is an ending too)."""
    folded = fold(word)
    cuts = {_cut(folded[: -len(e)]) for e in _endings() if folded.endswith(e) and len(folded) - len(e) >= LEAST}
    full = sounds(folded)
    marks = sorted({len(cut) for cut in (*cuts, _cut(folded)) if full.startswith(cut) and len(cut) < len(full)})
    if not marks and cuts:  # sounds that the ending changed: "Bibiové"
        shortest = min(cuts, key=len)
        return shortest + MARK + full[len(shortest) :]
    return MARK.join(full[start:stop] for start, stop in zip([0, *marks], [*marks, len(full)], strict=True))


def _cut(kept: str) -> str:
    """The sounds of what an ending leaves, without the last vowels."""
    head = sounds(kept)
    bare = head.rstrip("aeiou")
    return bare if len(bare) >= LEAST else head[:LEAST]


def key(name: str) -> str:
    """The key of a name as printed: "Сергія Лаврова" gives "sergi'ia lavrov'a"."""
    return " ".join(word_key(word) for word in WORD.findall(name))


def stem(word_key: str) -> str:
    """One word of a key without what may be a case ending."""
    return word_key.split(MARK, 1)[0]


def whole(word_key: str) -> str:
    """One word of a key with its ending."""
    return word_key.replace(MARK, "")


@lru_cache(maxsize=1)
def _costs() -> dict[str, dict[str, float]]:
    costs: dict[str, dict[str, float]] = {}
    for group, cost in KINDRED:
        for a in group:
            for b in group:
                row = costs.setdefault(a, {a: 0.0})
                row[b] = min(row.get(b, 1.0), cost)
    return costs


def distance(left: str, right: str, budget: float = 99.0) -> float:
    """What it costs to respell one row of sounds as the other; 0 where they are the same. Method: weighted edit distance.

    What costs more than the budget is not worked out: the answer is then only known to lie above it.
    """
    if left == right:
        return 0.0
    costs, above, before = _costs(), [0.0], [0.0]
    for b in right:
        above.append(above[-1] + LOSS.get(b, 1.0))
    for a in left:
        change, loss, last = costs.get(a, {a: 0.0}), LOSS.get(a, 1.0), above[0] + LOSS.get(a, 1.0)
        row = [last]
        for j, b in enumerate(right):
            last = min(above[j] + change.get(b, 1.0), above[j + 1] + loss, last + LOSS.get(b, 1.0))
            row.append(last)
        if min(row) > budget and min(above) > budget:  # a mute last sound is left out of the row before
            return budget + 1.0
        before, above = above, row
    muted = [before[-1]] * (left[-1:] in FINAL_MUTE) + [above[-2]] * (right[-1:] in FINAL_MUTE and len(above) > 1)
    return min(above[-1], *(cost + MUTE for cost in muted)) if muted else above[-1]


@lru_cache(maxsize=500_000)
def alike(left: str, right: str) -> float:
    """How alike two words of keys sound, 0 to 1, case endings forgiven: "lavrov'a" and "lavrov" give 1. 0.8: may be one.

    Words whose consonants differ coarsely (`block`) are not alike at all.
    """
    if left == right:
        return 1.0
    if not block(left) & block(right):
        return 0.0
    best, least = 0.0, max(1, min(len(stem(left)), len(stem(right))))
    for a in readings(left):
        for b in readings(right):
            best = max(best, 1.0 - STRICT * distance(a, b, (1.0 - best) * least / STRICT) / least)
    return best


@lru_cache(maxsize=200_000)
@lru_cache(maxsize=200_000)
def readings(word_key: str) -> tuple[str, ...]:
    """What the word may be without its ending: cut at each mark, or whole."""
    parts = word_key.split(MARK)
    return tuple("".join(parts[: n + 1]) for n in range(len(parts)))


SILENT = str.maketrans("", "", "h")
CLASSES = str.maketrans(
    {"w": "v", "f": "v", "p": "b", "h": "g", "k": "g", "x": "g", "c": "s", "z": "s", "S": "s", "C": "s", "Z": "s", "J": "s", "t": "d"}
)


@lru_cache(maxsize=200_000)
def block(word_key: str) -> frozenset[str]:
    """The coarse codes under which a word is looked up; words that may be one name share at least one."""
    seen = set(readings(word_key))
    seen |= {r.replace(old, new) for r in seen for old, new in (("c", "k"), ("x", "C"), ("j", "i"), ("j", "J"), ("g", "J"))}
    return frozenset(_consonants(r) for r in seen)


def _consonants(word: str) -> str:
    return code(word)[:3]


def code(word: str, unheard: str = "aeiouvj") -> str:
    """The consonants of a row of sounds in coarse classes, its first sound first: "lavrov" gives "lr"."""
    coded = (word[:1] + word[1:].translate(SILENT)).translate(CLASSES)
    first = coded[:1] if coded[:1] not in unheard else "-"
    rest = "".join(c for c in coded[1:] if c not in unheard)
    return re.sub(r"(.)\1+", r"\1", first + rest)
