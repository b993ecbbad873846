"""The case notation: sentences with their marks drawn in, which a linguist can read and correct.

    {Two officials} <told> Reuters [the talks had failed].
        chain: outlet < Reuters < Two officials
    {1 She} <1 said> [1 {2 the minister} <2 had promised> [2 an answer]].

Braces hold the source, angles the cue, brackets the content; a number after the opening one ties the parts of one statement; a backslash
keeps a bracket that the text itself has. An indented line says what else holds, of statement n where a number follows the word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from hearsay.errors import LanguageError
from hearsay.language import Language
from hearsay.model import Article, Grounded, Reading, Span, Statement
from hearsay.text import digest

ROLES = {"{": "source", "<": "cue", "[": "content"}
CLOSING = {"}": "{", ">": "<", "]": "["}
NUMBER = re.compile(r"(\d+) ")
FACT = re.compile(r"\s+(?P<name>\w+)(?: (?P<number>\d+))?:\s*(?P<value>.+)")
EDGES = " \t\"'“”«»„‚‘’.,;:!?…—–-"
OUTLET = "outlet"
FIELDS = {"mode", "type", "medium", "occasion"}
FLAGS = {"hedged", "negated", "denial"}


@dataclass(slots=True)
class Drawn:
    """One statement as drawn into a case; `facts` is what the indented lines say of it."""

    number: str
    source: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    content: list[Span] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Case:
    """A sentence, or a few, with what must be found in it. `line` is where it stands in its file."""

    text: str
    drawn: list[Drawn]
    line: int = 0
    headline: bool = False


def parse(drawing: str, facts: Iterable[str] = (), line: int = 0, headline: bool = False) -> Case:
    """Read one case. Raises LanguageError where brackets do not pair."""
    text, drawn = _undraw(drawing, line)
    case = Case(text, sorted(drawn.values(), key=lambda d: int(d.number or 0)), line, headline)
    for written in facts:
        match = FACT.fullmatch(written.rstrip())
        target = next((d for d in case.drawn if match and d.number == (match["number"] or case.drawn[0].number)), None)
        if not match or target is None:
            raise LanguageError(f"line {line}: {written.strip()!r} is no fact; write 'mode: direct' or 'chain 2: outlet < Anna'")
        target.facts[match["name"]] = match["value"].strip()
    return case


def _undraw(drawing: str, line: int) -> tuple[str, dict[str, Drawn]]:
    text, stack, drawn, i = "", [], dict[str, Drawn](), 0
    while i < len(drawing):
        ch = drawing[i]
        if ch == "\\" and i + 1 < len(drawing):
            text, i = text + drawing[i + 1], i + 1
        elif ch in ROLES:
            number = NUMBER.match(drawing, i + 1)
            stack.append((ch, number[1] if number else "", len(text)))
            i += len(number[0]) if number else 0
        elif ch in CLOSING:
            if not stack or stack[-1][0] != CLOSING[ch]:
                raise LanguageError(f"line {line}: {ch!r} closes nothing in {drawing!r}; a backslash keeps a bracket of the text's own")
            opened, tied, start = stack.pop()
            getattr(drawn.setdefault(tied, Drawn(tied)), ROLES[opened]).append(Span(start, len(text)))
        else:
            text += ch
        i += 1
    if stack:
        raise LanguageError(f"line {line}: {stack[-1][0]!r} is not closed in {drawing!r}")
    return text, drawn


def read(written: str, headline: bool = False) -> Iterator[Case]:
    """The cases of a file: one a line, facts indented under it, ``#`` for comments."""
    pending: tuple[int, str] | None = None
    facts: list[str] = []
    for number, line in enumerate([*written.splitlines(), ""], 1):
        if pending and line[:1].isspace() and line.strip():
            facts.append(line)
            continue
        if pending:
            yield parse(pending[1], facts, pending[0], headline)
        pending, facts = ((number, line.rstrip()) if line.strip() and not line.startswith("#") else None), []


# ------------------------------------------------------------------ running a case


def article(case: Case, language: Language) -> Article:
    """The case as an article of its own, published on an invented day by an invented outlet."""
    span = Span(0, len(case.text))
    return Article(
        id=digest("case", case.text),
        page="case",
        text=case.text,
        language=language.code,
        body=() if case.headline else (span,),
        headline=span if case.headline else None,
        outlet=Grounded(OUTLET, "case"),
    )


def differences(case: Case, reading: Reading) -> list[str]:
    """What the reading has otherwise than the case, in words; none where all is as drawn."""
    found = {d.number: _nearest(case, d, reading.statements) for d in case.drawn}
    lines: list[str] = []
    for drawn in case.drawn:
        statement = found[drawn.number]
        if statement is None:
            lines.append(f"not found: {_show(case, drawn.source, drawn.cue, drawn.content)}")
        else:
            lines += _spans(case, drawn, statement) + _facts(drawn, statement)
    return lines


def _nearest(case: Case, drawn: Drawn, statements: Sequence[Statement]) -> Statement | None:
    """The statement with the same reporting words; else, where none are drawn, the one that shares most of the content."""
    if drawn.cue:
        same = [s for s in statements if any(a.overlaps(b) for a in s.cue for b in drawn.cue)]
    else:
        same = [s for s in statements if not s.cue or any(a.overlaps(b) for a in s.content for b in drawn.content)]
    return max(same, key=lambda s: _shared(s.content, drawn.content), default=None)


def _shared(left: Sequence[Span], right: Sequence[Span]) -> int:
    return sum(max(0, min(a.stop, b.stop) - max(a.start, b.start)) for a in left for b in right)


def _spans(case: Case, drawn: Drawn, statement: Statement) -> list[str]:
    """Where the spans differ; signs and quotation marks at their ends do not count."""
    lines = []
    for role in ROLES.values():
        wanted, given = (
            " … ".join(_bare(case.text, s) for s in sorted(spans)) for spans in (getattr(drawn, role), getattr(statement, role))
        )
        if wanted != given:
            lines.append(f"{role}: drawn {wanted!r}, found {given!r}")
    return lines


def _bare(text: str, span: Span) -> str:
    return span.of(text).strip(EDGES)


def _facts(drawn: Drawn, statement: Statement) -> list[str]:
    lines = []
    for name, wanted in drawn.facts.items():
        given = _given(name, statement)
        if given.casefold() != wanted.casefold():
            lines.append(f"{name}: drawn {wanted!r}, found {given!r}")
    return lines


def _given(name: str, statement: Statement) -> str:
    if name == "chain":
        return " < ".join(v.name or v.words or "nobody named" for v in statement.chain)
    if name == "speaker":
        return (statement.chain[-1].name or statement.chain[-1].words or "nobody named") if statement.chain else "nobody named"
    if name in FLAGS:
        return "yes" if getattr(statement, name) else "no"
    if name in FIELDS or name == "said_on":
        return str(getattr(statement, name) or "none")
    raise LanguageError(f"a case knows nothing of {name!r}; it knows chain, speaker, said_on, {', '.join(sorted(FIELDS | FLAGS))}")


def _show(case: Case, source: Sequence[Span], cue: Sequence[Span], content: Sequence[Span]) -> str:
    parts = (" … ".join(s.of(case.text) for s in spans) for spans in (source, cue, content))
    return "{{{}}} <{}> [{}]".format(*parts)
