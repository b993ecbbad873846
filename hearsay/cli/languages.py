"""Commands that look after the language folders."""

from __future__ import annotations

import click


@click.group()
def language() -> None:
    """Look after the language folders."""
