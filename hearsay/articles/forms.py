"""How the forms of the phrase tables are written and read: their slots, the pattern that one with slots makes, the key by which lines are
compared with the others.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from hearsay.model import Span
from hearsay.text import fold_text

UPPER = "".join(chr(c) for c in (*range(0x41, 0x180), *range(0x400, 0x530)) if chr(c).isupper())
PROPER = rf"[{UPPER}][\w'’.&-]*(?:[ \u00a0](?:[{UPPER}\d][\w'’.&-]*|of|and|i|и|і|a)){{0,4}}"
SLOTS = {
    "{agency}": rf"[\"“”„«'(/]*(?P<agency>{PROPER})[\"“”»')/]*",
    "{name}": r"(?P<name>[^\n,;:!?()]{2,80}?)",
    "{date}": r"(?P<date>[^\n]{4,60}?)",
    "{place}": r"(?P<place>[^\n]{2,60}?)",
    "{time}": r"(?P<time>[^\n]{2,30}?)",
    "{n}": r"[\d.,\u00a0 ]*\d[KkMКМк]?",
}
SLOT = re.compile(r"(\{\w+\})")
STUCK = re.compile(r"\{\w+\}\w*")
"""A slot with what makes one word with what fills it."""
DIGITS = re.compile(r"\d[\d.,]*")
WORD = re.compile(r"\w+")
LEADING = re.compile(r"[^\w{(©/]*")
CLOSING_SIGNS = "_})%!?"
LONGEST_KEY = 300


@lru_cache(maxsize=1 << 12)
def line_key(text: str) -> str:
    """The form in which lines are compared: caseless, numbers as {n}, without bullets and signs at either end."""
    return _stripped(DIGITS.sub("{n}", fold_text(text[:LONGEST_KEY])))


def _stripped(line: str) -> str:
    line = " ".join(line.split())
    if line[:1].isalnum() and line[-1].isalnum():
        return line
    start, stop = LEADING.match(line).end(), len(line)  # type: ignore[union-attr]
    while stop > start and not (line[stop - 1].isalnum() or line[stop - 1] in CLOSING_SIGNS):
        stop -= 1
    return line[start:stop]


@cache
def compiled(form: str) -> re.Pattern[str]:
    """A form as a pattern; made when it is first tried, since most of the thousands never are."""
    return re.compile(_regex(form))


def _regex(form: str) -> str:
    """A form as a pattern: words in any case with any white space between them; slots fill up to a sign or the line's end."""
    parts = []
    for part in SLOT.split(form):
        parts.append(SLOTS[part] if part in SLOTS else _words(part))
    end = r"(?=$|[\n,.;:!?)]|\s[-–—|]\s)" if form.endswith("}") and not form.endswith("{agency}") else r"(?!\w)"
    return r"(?m)(?<!\w)" + "".join(parts) + end


def _words(part: str) -> str:
    words = r"\s+".join(re.escape(word) for word in part.split())
    lead, trail = (r"\s*" if part[:1].isspace() else ""), (r"\s*" if part[-1:].isspace() else "")
    return f"{lead}(?i:{words}){trail}" if words else lead


def slots(found: re.Match[str]) -> dict[str, Span]:
    """The places of what filled a pattern's slots."""
    return {name: Span(*found.span(name)) for name in found.re.groupindex}


def is_led(form: str, word: str) -> bool:
    """Whether a form begins with words, and no slot stands before this one of them."""
    return form[0].isalpha() and not SLOT.search(_before(form, word))


def own_before(form: str, word: str) -> str:
    """What a form itself says before this one of its words, back to a slot: "has " in "{agency} has reported"."""
    return STUCK.split(_before(form, word))[-1]


def _before(form: str, word: str) -> str:
    return form.lower()[: form.lower().index(word)]


def rarest(form: str) -> str:
    """The longest of a form's own words, or its sign ("© {agency}"): a text without it need not be searched for the form."""
    own = SLOT.sub(" ", form).lower()
    return max(WORD.findall(own), key=len, default=own.strip())
