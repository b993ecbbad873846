"""Commands that read pages and tell what was not taken."""

from __future__ import annotations

import sys
from itertools import islice
from typing import Any

import click

from hearsay.cli import app

SHOWN = 5
"""Rejects that are told at once where nothing was taken."""


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--fetch", is_flag=True, help="Fetch the PATHs that are addresses of the web, and files that list them, one a line.")
@click.option("--recall", is_flag=True, help="Take doubtful statements too: more of all that was said, and more that was not.")
@app.record_option
@app.json_option
def read(paths: tuple[str, ...], fetch: bool, recall: bool, path: str, as_json: bool) -> None:
    """Read pages into a record, made if there is none.

    A PATH is a file, a folder or a pattern such as "pages/*.html"; - takes a list of paths, one a line, from standard input.
    Reading the same pages again adds nothing twice. Nothing is fetched from the web without --fetch; with it, as robots.txt allows
    and one page of a host at a time, never from an address that is not public.
    """
    from hearsay import flow
    from hearsay.errors import RecordError
    from hearsay.record import open as open_record
    from hearsay.views import export, terminal

    with open_record(path) as record:
        before = record.counts()
        try:
            with Bar() as bar:
                flow.build(given(paths), record, bar.update, recall, fetch)
        except RecordError as error:
            app.note(f"{click.style('hearsay:', bold=True)} {error}")
            sys.exit(app.WANTING)
        counts = record.counts()
        refused = [] if counts.articles else list(islice(record.rejects(), SHOWN))
    click.echo(export.line(counts) if as_json else f"{terminal.counts(counts)} in {path}")
    if not as_json and before.pages:
        click.echo(f"{terminal.number(counts.pages - before.pages, 'new page')}, {counts.statements - before.statements:+,} statements")
    if not as_json and counts.rejects:
        click.echo(f"what was not taken, and why: hearsay rejects --record {path}")
    for line in terminal.rejects(refused):
        app.note(line)
    sys.exit(0 if counts.articles else app.WANTING)


def given(paths: tuple[str, ...]) -> list[str]:
    """The paths, with those on standard input in the place of "-"."""
    found: list[str] = []
    for path in paths:
        found += [line.strip() for line in sys.stdin if line.strip()] if path == "-" else [path]
    return found


class Bar:
    """A progress bar on standard error, where a person watches."""

    def __init__(self) -> None:
        self.label = ""
        self.done = 0
        self.bar: Any = None

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, *_: object) -> None:
        if self.bar:
            self.bar.render_finish()

    def update(self, label: str, done: int, total: int) -> None:
        """So many of so many are done: files that are kept, then pages that are read."""
        if not sys.stderr.isatty():
            return
        if label != self.label:
            self.__exit__()
            self.label, self.done = label, 0
            self.bar = click.progressbar(length=total, label=label, file=sys.stderr, show_pos=True)
        self.bar.update(done - self.done)
        self.done = done


@click.command()
@app.record_option
@app.json_option
def rejects(path: str, as_json: bool) -> None:
    """List what was not taken, and why."""
    from hearsay.views import terminal

    with app.opened(path) as record:
        app.tell(record.rejects(), as_json, terminal.rejects)
