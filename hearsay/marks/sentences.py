"""Where sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hearsay.language import Language
from hearsay.model import Span
from hearsay.text import fold, trim

END = re.compile(r"[.!?…]+(?:[”»’)\]]|\s»(?=[\s,;:]|$)|[\"'“«‹](?!\w))*")
OPENING = "\"'“„«‘([<—–-"


def split(text: str, span: Span, language: Language) -> list[Span]:
    """The sentences of a paragraph: "Mr. Grey left. He said so." has two."""
    start, found = span.start, []
    for stop in _stops(text, span, language):
        found.append(trim(text, Span(start, stop)))
        start = stop
    found.append(trim(text, Span(start, span.stop)))
    return [s for s in found if s.start < s.stop]


def _stops(text: str, span: Span, language: Language) -> Iterator[int]:
    for match in END.finditer(text, span.start, span.stop):
        if match.end() < span.stop and _ends(text, span, match, language):
            yield match.end()


def _ends(text: str, span: Span, match: re.Match[str], language: Language) -> bool:
    """The rules in order; the first that knows decides."""
    after = text[match.end() : min(span.stop, match.end() + 3)]
    if not after[0].isspace():
        return _glued(text, match, after)
    following = text[match.end() : span.stop].lstrip()
    first = following.lstrip(OPENING + " ")[:1]
    if first.islower() or (following[:1] in ",;:" if following else False):
        return False
    if following[:1] in "—–-" and not _speaks(text, match):
        return False
    return not (match.group().startswith(".") and _abbreviated(text, match.start(), span.start, language))


def _glued(text: str, match: re.Match[str], after: str) -> bool:
    """Whether two sentences lost the space between them: "he left.Grey stayed" or 'left."Grey'."""
    before, earlier = text[match.start() - 1 : match.start()], text[match.start() - 2 : match.start() - 1]
    opens = after[0] in '"“„«' and after[1:2].isupper()
    return before.isalnum() and earlier != "." and ((after[0].isupper() and before.islower()) or opens)


def _speaks(text: str, match: re.Match[str]) -> bool:
    """After a closing mark a dash brings the speaker ("...!" - said Grey), not a new sentence."""
    return match.group()[-1] not in '"”“»’' and text[match.start()] == "."


def _abbreviated(text: str, stop: int, start: int, language: Language) -> bool:
    word = re.search(r"[\w.\-]*$", text[max(start, stop - 20) : stop])
    last = word.group() if word else ""
    if fold(last) in language.abbreviations or fold(last.rsplit(".")[-1]) in language.abbreviations:
        return True
    initial = last.rsplit(".")[-1]
    return len(initial) == 1 and initial.isupper()
