"""A record in the terminal: quiet, wrapped to the width there is, the page's own words coloured by what they are.

Source green, cue magenta, content cyan, here and in the report.
"""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Iterable, Iterator

import click

from hearsay.model import Reject
from hearsay.record import (
    ActorRow,
    Counts,
    Day,
    Decision,
    Explanation,
    Forgotten,
    Found,
    Passage,
    SpanCheck,
    StatementRow,
    Verdict,
    VoiceRow,
)
from hearsay.record.days import day_of, latest, no_later
from hearsay.views.otherwise import Otherwise, Shown

COLOURS = {"source": "green", "cue": "magenta", "content": "cyan", "insertion": "bright_black", "omission": "bright_black"}
INDENT = "  "
MARKED = re.compile(r"[\"«»„“”‚‹›]|''|``|^[—–-]")
STEERING = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069]")
WIDEST = 110
SHORT_ID = 10


def width() -> int:
    """How wide lines may be."""
    return max(40, min(WIDEST, shutil.get_terminal_size((100, 24)).columns))


def safe(text: str) -> str:
    """A page's words without the signs that would steer the terminal or turn the direction of the line."""
    return STEERING.sub("\ufffd", text.replace("\r", ""))


def style(text: str, fg: str | None = None, bold: bool | None = None, underline: bool | None = None) -> str:
    """Coloured words."""
    return click.style(safe(text), fg=fg, bold=bold, underline=underline)


def wrapped(text: str, indent: str = INDENT) -> list[str]:
    """A text in lines as wide as there is room."""
    lines = textwrap.wrap(" ".join(safe(text).split()), width() - len(indent), break_on_hyphens=False)
    return [indent + line for line in lines] or [indent.rstrip()]


def dim(text: str) -> str:
    """Words that stand back."""
    return style(text, fg="bright_black")


def number(many: int, one: str, more: str | None = None) -> str:
    """A count with its noun: "1 page", "2 pages"."""
    return f"{many:,} {one if many == 1 else more or one + 's'}"


# ------------------------------------------------------------------ statements


def statement(row: StatementRow) -> Iterator[str]:
    """Who said what, when, and according to whom."""
    yield f"{when(row)}  {style(speaker(row), bold=True)}{_marks(row)}"
    for line in wrapped(quoted(row)):
        yield style(line, fg=COLOURS["content"])
    yield INDENT + dim(" · ".join([chain(row), row.cue or "no cue", row.mode, f"{row.confidence:.2f}", row.id[:SHORT_ID]]))


def when(row: StatementRow) -> str:
    """The day it was said; else the day it was published, before which it must have been said."""
    day = day_of(row.said_on)
    if day and not no_later(row.said_on):
        return style(day, fg="blue")
    last = day or latest(row.published)
    return dim(f"by {last}" if last else "undated")


def speaker(row: StatementRow) -> str:
    """Who said it, with the words of the page where they say it otherwise."""
    if not row.speaker:
        return "nobody named"
    name, printed = row.speaker.name, " ".join(row.speaker.words.split())
    return f"{name} ({printed})" if name and printed and printed not in name else row.speaker.shown


def quoted(row: StatementRow) -> str:
    """The content as printed; in quotation marks if it was quoted."""
    bare = row.mode == "direct" and not MARKED.search(row.content)
    return f"“{row.content}”" if bare else row.content or "(no words of it on the page)"


def chain(row: StatementRow) -> str:
    """The voices from the outlet inward: "The Dorn Courier < Nordwire < Mira Halden"."""
    voices = row.chain if row.chain and row.chain[0].kind == "outlet" else (VoiceRow(row.outlet, (), "outlet", "", True), *row.chain)
    return " < ".join(_voice(voice) for voice in voices if voice.kind != "outlet" or voice.name or len(voices) == 1)


def _voice(voice: VoiceRow) -> str:
    shown = " ".join(voice.shown.split())
    return f"({shown})" if voice.inferred and voice.kind != "outlet" else shown


def _marks(row: StatementRow) -> str:
    marks = [
        *(style("confirmed", fg="green") for _ in range(row.confirmed)),
        *(style("wrong", fg="red") for _ in range(row.wrong)),
        *(style(name, fg="yellow") for name in ("denial", "hedged", "negated") if getattr(row, name)),
        *(dim("inside " + row.inside[:SHORT_ID]) for _ in range(1) if row.inside),
    ]
    return "".join("  " + mark for mark in marks)


def statements(rows: Iterable[StatementRow]) -> Iterator[str]:
    """Statements with a line between them."""
    for n, row in enumerate(rows):
        if n:
            yield ""
        yield from statement(row)


def timeline(days: Iterable[Day]) -> Iterator[str]:
    """What was said, under the day it was said on."""
    for day in days:
        accounts = len({row.account for row in day.rows})
        counted = f"{number(len(day.rows), 'statement')}, {number(accounts, 'independent account')}"
        yield style(day.date or "on a day unknown", fg="blue", bold=True) + dim(f"  {counted}")
        for row in day.rows:
            by = dim("  by this day") if no_later(row.said_on) else ""
            yield INDENT + style(speaker(row), bold=True) + by + dim(f"  {chain(row)} · {row.id[:SHORT_ID]}")
            for line in wrapped(quoted(row), INDENT * 2):
                yield style(line, fg=COLOURS["content"])
        yield ""


# ------------------------------------------------------------------ one statement


def passage(it: Passage | Shown) -> Iterator[str]:
    """The words in their place on the page, and what else the page says of its title, dates and author."""
    row = it.row
    yield from statement(row)
    yield ""
    yield dim(f"{row.outlet or 'outlet unknown'}, {row.published or 'date unknown'}: {row.headline}")
    yield dim(row.address)
    yield from (line for one in getattr(it, "otherwise", ()) for line in otherwise(one))
    yield ""
    text = "".join(style(piece.words, fg=COLOURS[piece.part], underline=True) if piece.part else safe(piece.words) for piece in it.pieces)
    yield text
    yield ""
    yield "  ".join(style(part, fg=COLOURS[part], underline=True) for part in ("source", "cue", "content"))


def otherwise(it: Otherwise) -> Iterator[str]:
    """What is held and what else the page says, each with its ground."""
    yield f"  {style(it.field, bold=True)}  {safe(it.held.value)}" + dim(f"  {it.held.ground}")
    yield from (f"  {' ' * len(it.field)}  {safe(other.value)}" + dim(f"  {other.ground}") for other in it.others)


def explanation(it: Explanation) -> Iterator[str]:
    """Which rules made the row, on what grounds, and what it is tied to."""
    row = it.row
    yield from statement(row)
    yield ""
    for n, step in enumerate(row.trace, 1):
        yield f"{n:3}. {safe(step)}"
    yield f"  {style('chain', bold=True)}      " + safe(chain(row)) + dim("  (in brackets: inferred, the sentence does not say so)")
    yield f"  {style('said on', bold=True)}    {row.said_on or 'unknown'}" + dim(f"  {row.said_on_ground or 'no ground'}")
    yield f"  {style('published', bold=True)}  {row.published or 'unknown'}" + dim(f"  {row.published_ground or 'no ground'}")
    for link in it.links:
        yield f"  {style(link.kind, bold=True)}  {link.judgement} {link.score:.2f}: {safe(link.reason)}" + dim(
            f"  {link.left} – {link.right}"
        )
    for made in row.decisions:
        yield "  " + decision(made)
    yield dim(f"  made by Hearsay {it.version or '(version unknown)'} {it.settings} {it.weights}".rstrip())


def decision(it: Decision) -> str:
    """Who decided what, when and why."""
    gone = "" if it.stands else dim(f"  found no more: {it.words!r}")
    ids = " and ".join(one[:SHORT_ID] for one in (it.left, it.right) if one)
    return f"{style(it.what, bold=True)} {ids} by {it.who} on {it.at}: {safe(it.because) or '(no reason given)'}{gone}"


def forgotten(it: Forgotten) -> str:
    """That a page was removed, by whom, when and why."""
    return f"{style('forgotten', bold=True)} {it.address} by {it.who} on {it.at}: {it.because}"


# ------------------------------------------------------------------ quotations


def verdict(it: Verdict) -> Iterator[str]:
    """Whether a quotation stands in the record, and where."""
    colour = {"exact": "green", "differs": "yellow"}.get(it.verdict, "red")
    accounts = len({found.article.account for found in it.found})
    where = f"  {number(len(it.found), 'place')}, {number(accounts, 'independent account')}" if it.found else ""
    yield style(it.verdict, fg=colour, bold=True) + dim(where)
    for found in it.found:
        yield ""
        yield from _found(found)


def _found(it: Found) -> Iterator[str]:
    if it.row:
        yield from statement(it.row)
    else:
        yield style(it.article.outlet or it.article.address, bold=True) + dim("  on the page, but no one was found to have said it")
        for line in wrapped(it.words):
            yield style(line, fg=COLOURS["content"])
    for change in it.changes:
        asked, printed = change.asked or "(nothing)", change.printed or "(nothing)"
        yield f"{INDENT}asked {style(asked, fg='red')}, the page has {style(printed, fg='green')}"
    yield INDENT + dim(f"{it.article.outlet or 'outlet unknown'}, {it.article.published or 'date unknown'}: {it.article.address}")


# ------------------------------------------------------------------ lists


def actors(rows: Iterable[ActorRow]) -> Iterator[str]:
    """Everyone named, with every form of the name."""
    for row in rows:
        told = f"{number(row.statements, 'statement')} in {number(row.accounts, 'independent account')}, named in " + number(
            row.articles, "article"
        )
        yield style(row.name, bold=True) + dim(f"  {row.category}  {told}  {row.id[:SHORT_ID]}")
        forms = [form for form in row.forms if form != row.name]
        for words in (", ".join(row.roles), ", ".join(forms)):
            if words:
                yield from wrapped(words)


def rejects(rows: Iterable[Reject]) -> Iterator[str]:
    """What was not taken, and why."""
    for row in rows:
        yield f"{style(row.address, bold=True)}  {safe(row.reason)}" + dim(f"  ({row.station})")


def check(it: SpanCheck) -> str:
    """A span that does not stand as it was read."""
    now = f", now at {it.now.start}-{it.now.stop}" if it.now else ""
    words = " ".join(it.words.split())
    place = f"{it.kind} of {it.thing[:SHORT_ID]} at {it.span.start}-{it.span.stop}{now}"
    return f"{style(it.state, fg='red')}  {place}  {words!r}  {safe(it.address)}"


def counts(it: Counts) -> str:
    """How much a record holds."""
    parts = (number(it.pages, "page"), number(it.articles, "article"), number(it.accounts, "independent account"))
    return ", ".join((*parts, number(it.statements, "statement"), number(it.rejects, "reject")))
