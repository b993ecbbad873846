"""Commands that give the record away: files for other programs and for readers."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from hearsay.cli import app


@click.command()
@click.option("--to", type=click.Choice(["jsonl", "csv", "parquet"]), default="jsonl", show_default=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The file; else standard output.")
@app.record_option
def export(to: str, output: Path | None, path: str) -> None:
    """Write all statements, one a row."""
    from hearsay.views import export as exports
    from hearsay.views import terminal

    if output is None and to == "parquet":
        raise click.UsageError("a Parquet file needs a name: -o statements.parquet")
    with app.opened(path) as record:
        rows = record.statements()
    if output is None:
        exports.TEXT[to](rows, sys.stdout)
    else:
        app.note(f"{terminal.number(exports.export(rows, to, output), 'statement')} in {output}")


@click.command()
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), default=Path("report.html"), show_default=True)
@click.option("--title", help="The report's title; else the headline that most accounts share.")
@app.record_option
def report(output: Path, title: str | None, path: str) -> None:
    """Write the story as one HTML file that needs nothing else."""
    from hearsay.views.report import report as drawn

    with app.opened(path) as record:
        output.write_text(drawn(record, title), encoding="utf-8")
    click.echo(str(output.resolve()))
