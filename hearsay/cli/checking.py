"""Commands that take a row back to the page."""

from __future__ import annotations

import sys
from collections import Counter

import click

from hearsay.cli import app


@click.command()
@click.argument("id")
@app.record_option
@app.json_option
def show(id: str, path: str, as_json: bool) -> None:
    """Show the words of statement ID in their place on the page: source, cue and content coloured.

    Where the page says more than one thing of its title, dates or author, each is told with its ground.
    """
    from hearsay.views import export, terminal
    from hearsay.views.otherwise import shown

    with app.opened(path) as record:
        found = shown(record, record.show(id))
    for line in [export.line(found)] if as_json else terminal.passage(found):
        click.echo(line)


@click.command()
@click.argument("id")
@app.record_option
@app.json_option
def explain(id: str, path: str, as_json: bool) -> None:
    """Tell which rules made statement ID, on what grounds, and what it is tied to."""
    from hearsay.views import export, terminal

    with app.opened(path) as record:
        found = record.explain(id)
    for line in [export.line(found)] if as_json else terminal.explanation(found):
        click.echo(line)


@click.command()
@app.record_option
@app.json_option
def check(path: str, as_json: bool) -> None:
    """Read every span again in the kept pages and tell which stand, moved or are gone. Exit code 1 if any does not stand."""
    from hearsay.views import export, terminal

    states: Counter[str] = Counter(stands=0, moved=0, gone=0, withheld=0)
    with app.opened(path) as record:
        for found in record.check():
            states[found.state] += 1
            if as_json:
                click.echo(export.line(found))
            elif found.state in ("moved", "gone"):
                click.echo(terminal.check(found))
    if not as_json:
        withheld = f", {states['withheld']:,} withheld (this copy is without texts)" if states["withheld"] else ""
        click.echo(f"{terminal.number(states['stands'], 'span')} stand, {states['moved']:,} moved, {states['gone']:,} gone{withheld}")
    sys.exit(app.WANTING if states["moved"] or states["gone"] else 0)
