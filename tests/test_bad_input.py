"""Whatever is given: a clear message, an exit code, and nothing lost that was kept before."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from hearsay import record as records
from hearsay.cli import main

EXAMPLES = Path(__file__).parent.parent / "examples" / "pages"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Everything a disk may hold that is no article, and one article."""
    made = tmp_path / "pages"
    made.mkdir()
    shutil.copy(next(EXAMPLES.glob("01_*.txt")), made / "wire.txt")
    (made / "empty.txt").write_bytes(b"")
    (made / "blank.html").write_text("<html><head><title>x</title></head><body><script>1</script></body></html>")
    (made / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (made / "broken.txt").write_bytes("Річка піднялася".encode() + b"\xff\xfe\x80\x00\xff" * 9)
    (made / "menu.txt").write_text("Home\nNews\nSport\nWeather\nContact\n")
    (made / "loop").symlink_to(made, target_is_directory=True)
    (made / "nowhere.txt").symlink_to(made / "gone.txt")
    return made


def test_a_folder_of_everything_gives_the_article_and_a_reason_for_the_rest(folder: Path, tmp_path: Path) -> None:
    there = str(tmp_path / "story.db")
    result = CliRunner().invoke(main, ["read", str(folder), "no/such/page.txt", "--record", there])
    assert result.exit_code == 0, result.output
    with records.open(there) as record:
        kept = {Path(article.address).name for article in record.articles()}
        refused = {Path(reject.address).name: reject.reason for reject in record.rejects()}
        assert "wire.txt" in kept and not kept & {"empty.txt", "blank.html", "binary.txt", "menu.txt"}
        assert {"empty.txt", "blank.html", "binary.txt", "menu.txt", "nowhere.txt", "page.txt", "loop"} <= set(refused)
        assert all(len(reason) > 10 for reason in refused.values())
        assert {check.state for check in record.check()} == {"stands"}


def test_reading_into_what_is_no_record_changes_nothing(folder: Path, tmp_path: Path) -> None:
    page = folder / "wire.txt"
    before = page.read_bytes()
    result = CliRunner().invoke(main, ["read", str(folder), "--record", str(page)])
    assert result.exit_code == 2 and "not a record" in result.stderr
    assert page.read_bytes() == before


def test_a_disk_that_fills_during_reading_is_told_and_loses_nothing(record_path: Path, folder: Path) -> None:
    for n in range(60):
        (folder / f"more{n}.txt").write_text(os.urandom(20_000).hex())
    limited = "import sys; from hearsay.cli import main; sys.argv = ['hearsay', *sys.argv[1:]]; main()"
    asked = [sys.executable, "-c", limited, "read", str(folder), "--record", str(record_path)]
    most = record_path.stat().st_size + 300_000
    done = subprocess.run(asked, capture_output=True, text=True, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))
    assert done.returncode == 1, done.stderr
    assert "kept before is safe" in done.stderr and "Traceback" not in done.stderr
    with records.open(record_path) as record:
        assert record.counts().pages >= 3 and record.counts().statements >= 7
        assert {check.state for check in record.check()} == {"stands"}


def test_pages_without_an_article_are_found_wanting(tmp_path: Path) -> None:
    (tmp_path / "menu.txt").write_text("Menu\nHome\nNews\nSport\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["read", str(tmp_path / "menu.txt"), "--record", str(tmp_path / "r.db")])
    assert done.exit_code == 1 and "1 reject" in done.output
