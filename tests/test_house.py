"""The law of the house: rooms are strangers, the ground is flat, languages are data."""

import ast
import re
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent / "hearsay"
GROUND = ["errors", "tables", "model", "text", "identifier", "lexicon", "language", "world", "naming", "almanac", "markup"]
ROOMS = ["pages", "articles", "marks", "links", "record"]
MAY = {**{name: set(GROUND[: n + 1]) for n, name in enumerate(GROUND)}, **{room: {room, *GROUND} for room in ROOMS}}
MAY |= {"views": {"views", "record", *GROUND}, "flow": {"flow", *ROOMS, *GROUND}, "batch": {"flow", *GROUND}}
MAY |= {"cli": {"cli", "flow", "batch", "record", "views", *GROUND}, "__init__": {"flow", "record", *GROUND}, "__main__": {"cli"}}
FILES = sorted(HOUSE.rglob("*.py"))


def imported(path: Path) -> set[str]:
    """The rooms of ours that a file names in its imports."""
    tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    names = [n.module or "" for n in tree if isinstance(n, ast.ImportFrom)]
    names += [
        f"{n.module}.{a.name}" for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.ImportFrom) for a in n.names
    ]
    names += [a.name for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Import) for a in n.names]
    return {parts[1] for name in names if (parts := name.split("."))[0] == "hearsay" and len(parts) > 1 and parts[1] in MAY}


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(HOUSE)))
def test_imports_run_down_only(path: Path) -> None:
    room = path.relative_to(HOUSE).parts[0].removesuffix(".py")
    forbidden = imported(path) - MAY[room]
    assert not forbidden, f"{path.relative_to(HOUSE)} imports {sorted(forbidden)}; {room} may import {sorted(MAY[room] - {room})}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(HOUSE)))
def test_no_language_code_decides_in_python(path: Path) -> None:
    assert not re.search(r"(==|\bin)\s*[\[({]?[\"'](ru|uk|en|pl|cs|bg|sl|de|fr)[\"']", path.read_text(encoding="utf-8"))
