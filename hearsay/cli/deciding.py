"""Commands by which people decide; every re-run replays what they decided."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from hearsay.cli import app

C = TypeVar("C", bound=Callable[..., Any])


def _why(command: C) -> C:
    because = click.option("--because", default="", metavar="TEXT", help="Why.")
    who = click.option("--who", envvar="HEARSAY_WHO", metavar="NAME", help="Who decides; else HEARSAY_WHO, else the account's name.")
    return because(who(app.record_option(app.json_option(command))))


def _decide(path: str, as_json: bool, what: str, left: str, right: str | None, because: str, who: str | None) -> None:
    from hearsay.views import export, terminal

    with app.opened(path) as record:
        made = record.decide(what, left, right, because, who)
    click.echo(export.line(made) if as_json else terminal.decision(made))


@click.command()
@click.argument("id")
@_why
def wrong(id: str, because: str, who: str | None, path: str, as_json: bool) -> None:
    """Decide that statement ID is wrong. The row stays, marked, and is listed no longer (but see: hearsay said --wrong)."""
    if not because:
        raise click.UsageError("say why: --because TEXT")
    _decide(path, as_json, "wrong", id, None, because, who)


@click.command()
@click.argument("id")
@_why
def confirm(id: str, because: str, who: str | None, path: str, as_json: bool) -> None:
    """Decide that statement ID is right."""
    _decide(path, as_json, "confirmed", id, None, because, who)


def _on_two(what: str, told: str) -> click.Command:
    """The command that decides this of two actors."""

    @click.command(what, help=told)
    @click.argument("left")
    @click.argument("right")
    @_why
    def decide(left: str, right: str, because: str, who: str | None, path: str, as_json: bool) -> None:
        _decide(path, as_json, what, left, right, because, who)

    return decide


same = _on_two("same", "Decide that LEFT and RIGHT, two ids of `hearsay actors`, are the same; the next `hearsay read` ties them.")
different = _on_two("different", "Decide that LEFT and RIGHT are not the same; the next `hearsay read` holds them apart.")


@click.command()
@app.record_option
@app.json_option
def decisions(path: str, as_json: bool) -> None:
    """List what people decided: who, when, why."""
    from hearsay.views import terminal

    with app.opened(path) as record:
        app.tell(record.decisions(), as_json, lambda rows: (terminal.decision(row) for row in rows))


@click.command()
@click.argument("page")
@_why
def forget(page: str, because: str, who: str | None, path: str, as_json: bool) -> None:
    """Remove PAGE, an address or an id, with all that was read from it. Only that it was, and why, stays; it is not taken again."""
    from hearsay.views import export, terminal

    if not because:
        raise click.UsageError("say why: --because TEXT")
    with app.opened(path) as record:
        made = record.forget(page, because, who)
    click.echo(export.line(made) if as_json else terminal.forgotten(made))
