"""Which files paths name; what is missing, looping or unreadable is a reject and stops nothing."""

from pathlib import Path

from hearsay import pages
from hearsay.model import Reject


def read(*paths: Path | str) -> tuple[list[str], list[Reject]]:
    rejects: list[Reject] = []
    found = [page.text for page in pages.read(paths, rejects.append)]
    return found, rejects


def test_folders_files_and_globs_each_once(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "a.txt").write_text("first", encoding="utf-8")
    (tmp_path / "b" / "c.txt").write_text("second", encoding="utf-8")
    found, rejects = read(tmp_path, tmp_path / "a.txt", f"{tmp_path}/*.txt")
    assert (found, rejects) == (["first", "second"], [])


def test_missing_path(tmp_path: Path) -> None:
    found, rejects = read(tmp_path / "nowhere.txt")
    assert found == [] and "no such file" in rejects[0].reason


def test_folder_loop(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text", encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path)
    found, rejects = read(tmp_path)
    assert found == ["text"] and "leads back" in rejects[0].reason


def test_dead_link(tmp_path: Path) -> None:
    (tmp_path / "dead").symlink_to(tmp_path / "gone")
    assert "leads nowhere" in read(tmp_path)[1][0].reason


def test_one_bad_page_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_bytes(b"")
    (tmp_path / "2.txt").write_bytes(b"\x89PNG\r\n" + bytes(range(256)) * 9)
    (tmp_path / "3.txt").write_text("text", encoding="utf-8")
    found, rejects = read(tmp_path)
    assert found == ["text"] and [Path(r.address).name for r in rejects] == ["1.txt", "2.txt"]


def test_html_is_known_by_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "page").write_text("<!doctype html><title>T</title><p>Body", encoding="utf-8")
    page = next(pages.read([tmp_path / "page"], lambda r: None))
    assert (page.media, page.linearisation, page.text) == ("text/html", "html-1", "T\nBody")
