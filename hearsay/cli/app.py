"""The command `hearsay` and what all its commands share: where the record is, how rows are told, how errors end."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

import click

from hearsay import __version__
from hearsay.errors import HearsayError

if TYPE_CHECKING:
    from hearsay.record import Record

FAMILIES = {
    "read": ("reading", "Read pages into a record."),
    "rejects": ("reading", "List what was not taken, and why."),
    "said": ("asking", "List who said what, by the day it was said."),
    "search": ("asking", "Find statements by words; inflected forms meet."),
    "verify": ("asking", "Tell whether a quotation stands in the record."),
    "actors": ("asking", "List everyone named, in all forms of the name."),
    "timeline": ("asking", "List what was said, day by day."),
    "show": ("checking", "Show a statement's words in their place on the page."),
    "explain": ("checking", "Tell which rules made a row."),
    "check": ("checking", "Read every span again in the kept pages."),
    "wrong": ("deciding", "Decide that a row is wrong."),
    "confirm": ("deciding", "Decide that a row is right."),
    "same": ("deciding", "Decide that two things are the same."),
    "different": ("deciding", "Decide that two things are not the same."),
    "decisions": ("deciding", "List what people decided."),
    "forget": ("deciding", "Remove a page with all its rows."),
    "export": ("giving", "Write all statements to a file."),
    "report": ("giving", "Write the story as one HTML file."),
    "language": ("languages", "Look after the language folders."),
}
WANTING, WRONG_USE = 1, 2


class Lazy(click.Group):
    """Commands whose code is imported when they are called; help needs their names and one line each."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(FAMILIES)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in FAMILIES:
            return None
        command = getattr(import_module(f"hearsay.cli.{FAMILIES[name][0]}"), name)
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in FAMILIES.items()])

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except HearsayError as error:
            click.echo(f"{click.style('hearsay:', bold=True)} {error}", err=True)
            ctx.exit(WRONG_USE)


@click.command(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="hearsay")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Who said what, according to whom.

    Hearsay reads news pages in many languages and keeps every statement with its speaker, its day, the voices it came through,
    and the words on the page that prove it.

    \b
        hearsay read pages/ --record story.db
        hearsay said --speaker "Mira Halden" --record story.db
        hearsay report -o story.html --record story.db

    HEARSAY_RECORD names the record where --record does not. Exit codes: 0 fine, 1 found wanting, 2 wrong use.
    """
    ctx.color = False if os.environ.get("NO_COLOR") else None


# ------------------------------------------------------------------ what commands share

C = TypeVar("C", bound=Callable[..., Any])


def record_option(command: C) -> C:
    """--record, or HEARSAY_RECORD."""
    option = click.option("--record", "path", envvar="HEARSAY_RECORD", required=True, show_envvar=True, metavar="FILE", help="The record.")
    return option(command)


def json_option(command: C) -> C:
    """--json: one object a line."""
    return click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")(command)


def opened(path: str) -> Record:
    """The record at this path, which must be there."""
    from hearsay.record import open as open_record

    return open_record(path, create=False)


def tell(rows: Iterable[Any], as_json: bool, draw: Callable[[Iterable[Any]], Iterator[str]]) -> None:
    """Print rows, drawn for people or as JSON for programs."""
    from hearsay.views import export

    lines = (export.line(row) for row in rows) if as_json else draw(rows)
    for line in lines:
        click.echo(line)


def note(text: str) -> None:
    """Tell people something that is no row."""
    click.echo(text, err=True)
