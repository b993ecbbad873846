"""Commands that give the record away: files for other programs and for readers."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from hearsay.cli import app


@click.command()
@click.option("--to", type=click.Choice(["jsonl", "csv", "parquet"]), default="jsonl", show_default=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The file; else standard output.")
@click.option("--no-texts", is_flag=True, help="A copy of the record to share: spans, hashes and quotations, without the pages' texts.")
@app.record_option
def export(to: str, output: Path | None, no_texts: bool, path: str) -> None:
    """Write all statements, one a row; or, with --no-texts, a record that can be shared."""
    from hearsay.views import export as exports
    from hearsay.views import terminal

    if no_texts:
        share(path, output)
        return
    if output is None and to == "parquet":
        raise click.UsageError("a Parquet file needs a name: -o statements.parquet")
    with app.opened(path) as record:
        rows = record.statements()
    if output is None:
        exports.TEXT[to](rows, sys.stdout)
    else:
        app.note(f"{terminal.number(exports.export(rows, to, output), 'statement')} in {output}")


def share(path: str, output: Path | None) -> None:
    """Write the copy that can be shared."""
    if output is None:
        raise click.UsageError("a record needs a name: -o shared.db")
    with app.opened(path) as record:
        record.share(output)
    app.note(f"{output} holds spans, hashes and quotations, and no page's text")


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
