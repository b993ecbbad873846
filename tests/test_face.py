"""The public face: sorted, complete, typed, and lazy."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import hearsay

WIRE = next((Path(__file__).parent.parent / "examples" / "pages").glob("01_*.txt"))


def test_the_face_is_sorted_and_all_of_it_is_there() -> None:
    assert hearsay.__all__ == sorted(hearsay.__all__)
    assert all(getattr(hearsay, name) is not None for name in hearsay.__all__)
    assert dir(hearsay) == sorted(hearsay.__all__)


@pytest.mark.parametrize("name", hearsay.__all__)
def test_everything_public_says_what_it_means(name: str) -> None:
    assert name == "__version__" or inspect.getdoc(getattr(hearsay, name))


def test_a_name_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(AttributeError, match="open_record"):
        hearsay.reed  # noqa: B018


def test_importing_it_imports_nothing_else() -> None:
    listed = "import sys, hearsay; print(*(m for m in sys.modules if m.startswith(('hearsay.', 'numpy', 'trafilatura', 'sqlite3'))))"
    assert subprocess.run([sys.executable, "-c", listed], capture_output=True, text=True, check=True).stdout.split() == []


def test_five_lines(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_bytes(WIRE.read_bytes())
    with hearsay.read([tmp_path / "wire.txt"], record=tmp_path / "story.db") as record:
        said = record.statements()
        assert said
    with hearsay.open_record(tmp_path / "story.db") as again:
        assert again.statements() == said
        assert again.counts().pages == 1


def test_without_a_path_the_record_lives_in_memory(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_bytes(WIRE.read_bytes())
    with hearsay.read(str(tmp_path / "wire.txt")) as record:
        assert record.counts().pages == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["wire.txt"]


def test_a_record_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(hearsay.RecordError, match="there is no record"):
        hearsay.open_record(tmp_path / "none.db")
