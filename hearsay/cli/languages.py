"""Commands that look after the language folders."""

from __future__ import annotations

import json
import sys

import click

from hearsay.cli import app


@click.group()
def language() -> None:
    """Look after the language folders."""


@language.command()
@click.argument("codes", nargs=-1, metavar="[CODE]...")
@click.option("--cases", is_flag=True, help="Read the cases too, and tell which are not read as they are drawn.")
@app.json_option
def check(codes: tuple[str, ...], cases: bool, as_json: bool) -> None:
    """Tell what the folder of a language lacks; all languages where no CODE is given. Exit code 1 if anything is lacking.

    Beside least numbers of rows, a folder lacks what most of the others have. The examples of its rows are run by the tests.
    """
    from hearsay import flow
    from hearsay.language import known

    wanting = False
    for code in codes or known():
        found = list(flow.lacks(code))
        wanting = wanting or bool(found)
        for place, what in [*found, *(flow.unread(code) if cases and code in known() else ())]:
            told = {"language": code, "place": place, "what": what}
            click.echo(json.dumps(told, ensure_ascii=False) if as_json else f"{click.style(code, bold=True)}  {place}: {what}")
        if not found and not as_json:
            click.echo(f"{click.style(code, bold=True)}  lacks nothing")
    sys.exit(app.WANTING if wanting else 0)
