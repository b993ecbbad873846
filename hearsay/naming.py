"""The script-free form of a name, so that Псакі, Псаки and Psaki can meet.

A key is what is left when script, accents, case endings and most vowels are gone. Equal keys are a reason to look
closer, never a judgement: "Psaki" and "Paski" are apart, "Johnson" and "Jonson" meet.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from hearsay.language import known, load
from hearsay.text import fold

CYRILLIC = {
    **dict(zip("абвгґдезийіклмнопрстуфхцыэўј", "abvggdeziiiklmnoprstufhcieuj", strict=True)),
    **{"ё": "e", "є": "ie", "ї": "i", "ж": "zh", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "a", "ь": "", "ю": "iu", "я": "ia"},
    **{"љ": "l", "њ": "n", "ћ": "ch", "џ": "dzh", "ђ": "dzh", "ѓ": "g", "ќ": "k", "ѕ": "z", "'": ""},
}
FOREIGN = {
    **{"š": "sh", "č": "ch", "ž": "zh", "ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "e", "ő": "o", "ı": "i"},
    **{"ś": "s", "ż": "zh", "ź": "z", "ř": "r", "ş": "sh", "ć": "ch", "ç": "s"},
}
VOWELS = "aeiouy"

# Czech and Slovak give a woman's foreign surname -ová; without it the name is as elsewhere.
WOMANS = re.compile(r"(?<=\w{3})ov(?:á|é|ou|ej|ú)$")
ADJECTIVE = re.compile(
    r"([stz]h?k)(?:ij|yj|iy|yy|ii|yi|y|i|[oe][gh][oa]|ie[gh]o|i?[oe]mu|[iyo]m|a|aia|aya|oi|oj|ej|ou|u|uiu|oiu|oju|ia|e)$"
)
ENDINGS = re.compile(r"(?<=\w{3})(?:[oe][gh][oa]|[oe]mu|[oe][vw]i|i?[oey]m|im)$")

# A man's surname in another case than the dictionary's, as the Slavic languages bend it; the first ending that fits counts.
BENT = (
    (("ским", "ского", "скому", "ском"), "ский"),
    (("ським", "ського", "ському"), "ський"),
    (("skim", "skiego", "skiemu"), "ski"),
    (("ským", "ského", "skému", "ském"), "ský"),
    (("ckim", "ckiego", "ckiemu"), "cki"),
    (("овым", "овом"), "ов"),
    (("евым", "евом"), "ев"),
    (("ом", "ем", "єм", "ові", "еві", "em", "om", "owi", "ovi"), ""),
    (("а", "у", "a", "u"), ""),
    (("я", "ю"), "ь"),
)

SOUNDS = (
    (re.compile(r"dzh|d?zh|sch|tch|t?sh|ch|cz|sz|rz"), "X"),
    (re.compile(r"^(?:j|y(?=[aeiou])|i(?=[aeou]))"), "X"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"th"), "t"),
    (re.compile(r"kh|gh"), "h"),
    (re.compile(r"(?<=[aeiouy])h(?![aeiouy])"), ""),
    (re.compile(r"ck|q|c(?![eiy]|$)"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"ts|tz|c|z"), "s"),
    (re.compile(r"w"), "v"),
    (re.compile(r"g"), "h"),
    (re.compile(r"^[aeiouy]+"), "A"),
    (re.compile(r"[aeiouyj]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


@lru_cache(maxsize=65536)
def latin(word: str) -> str:
    """The word in plain small Latin letters: "Зеленський" gives "zelenskii", "Škoda" gives "shkoda"."""
    letters = (CYRILLIC.get(ch, FOREIGN.get(ch, ch)) for ch in fold(word).removesuffix("'s"))
    spelt = unicodedata.normalize("NFKD", "".join(letters))
    return "".join(ch for ch in spelt if ch.isascii() and ch.isalnum())


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The Latin form without what case and gender add: "Зеленского" and "Zelenskyj" give "zelensk"."""
    spelt = latin(WOMANS.sub("", fold(word)))
    bare = ADJECTIVE.sub(r"\1", spelt)
    return bare if bare != spelt else ENDINGS.sub("", spelt)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """What of a word's sound all spellings share: "Блинкеном", "Blinken" and "Блінкен" give "blnkn"."""
    sound = stem(word)
    for pattern, replacement in SOUNDS:
        sound = pattern.sub(replacement, sound)
    return sound.lower() or latin(word)


@lru_cache(maxsize=1)
def _given() -> dict[str, tuple[str, str]]:
    """Given names of all languages, in Latin letters: their shared key and gender."""
    table: dict[str, tuple[str, str]] = {}
    for code in known():
        for row in load(code).rows("names"):
            table.setdefault(latin(row.form), (row.key, row.gender))
    return table


# How given names end in other cases, in Latin letters, and how each may end in the dictionary: "Anny" is of "Anna", "Serhiia" of "Serhii".
CASES = {
    "": ("",),
    "a": ("", "o", "i"),
    "u": ("", "a", "o"),
    "e": ("", "a", "ia", "o"),
    "y": ("a", ""),
    "i": ("a", "ia", "e", ""),
    "om": ("", "o", "i"),
    "em": ("", "o", "i", "e"),
    "iem": ("", "i", "ii"),
    "ovi": ("", "o"),
    "owi": ("", "o"),
    "ou": ("a",),
    "oi": ("a",),
    "oiu": ("a",),
    "iu": ("", "i", "ii", "ia"),
    "ia": ("", "i", "ii"),
    "ie": ("", "a"),
    "ei": ("a", "ia"),
    "ego": ("y", "i", ""),
    "iego": ("i", "y"),
    "eho": ("y", "i", ""),
    "emu": ("y", "i", ""),
    "m": ("",),
    "ho": ("",),
    "mu": ("",),
}


@lru_cache(maxsize=65536)
def given(word: str) -> tuple[str, str] | None:
    """The shared key and gender of a given name in any case ("Сергія": "sergey", "m"); None for other words."""
    table, spelt = _given(), latin(word)
    for ending, nominatives in CASES.items():
        base = spelt.removesuffix(ending)
        if ending and (base == spelt or len(base) < 2):
            continue
        if found := next((table[base + n] for n in nominatives if base + n in table), None):
            return found
    return None


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """The form by which mentions are compared: "Сергія Лаврова" and "Sergey Lavrov" give "sergey lvrv"."""
    words = [word for word in re.split(r"[\s.,\"“”„«»]+", name) if word]
    parts = []
    for n, word in enumerate(words):
        known_name = given(word) if len(words) > 1 and n < len(words) - 1 else None
        parts.append(known_name[0] if known_name else skeleton(word))
    return " ".join(part for part in parts if part)


def nominative(word: str) -> bool:
    """Whether a given name stands in its dictionary form; a word that is no known given name counts as if it did."""
    return latin(word) in _given() or given(word) is None


def unbent(surname: str) -> str:
    """A man's surname in its dictionary form, as far as its ending shows: "Зеленского" gives "Зеленский"."""
    for endings, base in BENT:
        for ending in endings:
            if surname.endswith(ending) and len(surname) - len(ending) >= 3:
                return surname.removesuffix(ending) + base
    return surname
