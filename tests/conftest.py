"""A record of the hand-made story, for every room that reads one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from handmade import groups, links, story

from hearsay import record as records


@pytest.fixture
def record_path(tmp_path: Path) -> Path:
    """The path of a record that holds the three readings and their links."""
    path = tmp_path / "story.db"
    with records.open(path) as made:
        made.begin("0.1.0", "all languages", "no weights")
        for page, reading in story():
            made.add(page, [reading])
        made.add_links(links())
        made.add_groups(groups())
    return path


@pytest.fixture
def record(record_path: Path) -> Iterator[records.Record]:
    """The same, opened."""
    with records.open(record_path) as opened:
        yield opened
