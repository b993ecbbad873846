"""Commands that ask the record who said what."""

from __future__ import annotations

import sys
from typing import Any

import click

from hearsay.cli import app


@click.command()
@click.option("--speaker", metavar="NAME", help="Said by someone of this name, in any script, or described in these words.")
@click.option("--outlet", metavar="NAME", help="Published by this outlet.")
@click.option("--via", metavar="NAME", help="Passed on by this voice, such as a wire.")
@click.option("--language", metavar="CODE", help="On a page in this language.")
@click.option("--mode", type=click.Choice(["direct", "indirect", "mixed"]))
@click.option("--said-since", metavar="DATE", help="Said on this day or later; 2031, 2031-03 or 2031-03-04.")
@click.option("--said-until", metavar="DATE", help="Said on this day or earlier.")
@click.option("--published-since", metavar="DATE", help="Published on this day or later.")
@click.option("--published-until", metavar="DATE", help="Published on this day or earlier.")
@click.option("--at-least", type=click.FloatRange(0, 1), default=0.0, metavar="P", help="With at least this confidence.")
@click.option("--inner/--no-inner", default=True, help="With or without statements inside others.")
@click.option("--wrong", is_flag=True, help="With rows that were decided to be wrong.")
@app.record_option
@app.json_option
def said(path: str, as_json: bool, **asked: Any) -> None:
    """List who said what, in the order of the days it was said on."""
    from hearsay.record import Wanted
    from hearsay.views import terminal

    with app.opened(path) as record:
        app.tell(record.statements(Wanted(**asked)), as_json, terminal.statements)


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--across", is_flag=True, help="Also words of other languages that mean the same.")
@app.record_option
@app.json_option
def search(words: tuple[str, ...], across: bool, path: str, as_json: bool) -> None:
    """Find statements that hold all these WORDS, in any inflected form, the best match first. Exit code 1 if there is none."""
    from hearsay.views import terminal

    with app.opened(path) as record:
        found = record.search(" ".join(words), across)
        app.tell(found, as_json, terminal.statements)
        sys.exit(0 if found else app.WANTING)


@click.command()
@click.argument("quote")
@app.record_option
@app.json_option
def verify(quote: str, path: str, as_json: bool) -> None:
    """Tell whether QUOTE stands in the record: exact, with small differences (shown), or not found; who said it, when, through whom.

    Exit code 0 if it stands word for word, else 1.
    """
    from hearsay.views import export, terminal

    with app.opened(path) as record:
        verdict = record.verify(quote)
    for line in [export.line(verdict)] if as_json else terminal.verdict(verdict):
        click.echo(line)
    sys.exit(0 if verdict.verdict == "exact" else app.WANTING)


@click.command()
@app.record_option
@app.json_option
def actors(path: str, as_json: bool) -> None:
    """List everyone named, those with the most independent accounts first, with every form of the name."""
    from hearsay.views import terminal

    with app.opened(path) as record:
        app.tell(record.actors(), as_json, terminal.actors)


@click.command()
@app.record_option
@app.json_option
def timeline(path: str, as_json: bool) -> None:
    """List what was said, day by day, the undated last."""
    from hearsay.views import terminal

    with app.opened(path) as record:
        app.tell(record.timeline(), as_json, terminal.timeline)
