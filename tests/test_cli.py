"""The commands: what they print, what they exit with, and that help comes at once."""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from handmade import wire
from web import serving

from hearsay import flow
from hearsay import record as records
from hearsay.cli import main
from hearsay.cli.app import FAMILIES
from hearsay.pages import fetch

EXAMPLES = Path(__file__).parent.parent / "examples" / "pages"
Run = Callable[..., Result]


@pytest.fixture
def run(record_path: Path) -> Run:
    """Run a command on the hand-made record."""

    def called(*arguments: str, **more: object) -> Result:
        return CliRunner().invoke(main, list(arguments), env={"HEARSAY_RECORD": str(record_path), "HEARSAY_WHO": "Anna"}, **more)  # type: ignore[arg-type]

    return called


def objects(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.parametrize("name", FAMILIES)
def test_every_command_has_help_that_begins_with_its_line(run: Run, name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert FAMILIES[name][1].rstrip(".").split()[0] in result.output


def test_help_imports_nothing_heavy() -> None:
    listed = "import sys; from hearsay.cli import main; main(['--help'], standalone_mode=False); print(*sys.modules)"
    out = subprocess.run([sys.executable, "-c", listed], capture_output=True, text=True, check=True).stdout
    assert not {"numpy", "trafilatura", "lxml", "sqlite3", "py3langid", "hearsay.flow", "hearsay.record"} & set(out.split())


def test_help_takes_under_three_tenths_of_a_cpu_second() -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "hearsay", "--help"], capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 0.3


# ------------------------------------------------------------------ asking


def test_said(run: Run) -> None:
    assert "Torvia has answered" in run("said", "--speaker", "Гальден").output
    assert [row["outlet"] for row in objects(run("said", "--json", "--outlet", "courier"))] == ["The Dorn Courier"]
    assert run("said", "--outlet", "nowhere").output == ""


def test_said_refuses_what_is_no_date(run: Run) -> None:
    result = run("said", "--said-since", "last week")
    assert result.exit_code == 2 and "is no date" in result.stderr


def test_search_is_wanting_if_nothing_is_found(run: Run) -> None:
    assert run("search", "toll", "open").exit_code == 0
    assert run("search", "tramway").exit_code == 1


@pytest.mark.parametrize(
    ("quote", "verdict", "code"),
    [
        ("We await a reply within ten days", "exact", 0),
        ("We expect a reply within ten days", "differs", 1),
        ("The ferry runs again in May", "not found", 1),
    ],
)
def test_verify(run: Run, quote: str, verdict: str, code: int) -> None:
    result = run("verify", quote)
    assert (result.exit_code, result.output.splitlines()[0].split("  ")[0]) == (code, verdict)
    assert objects(run("verify", quote, "--json"))[0]["verdict"] == verdict


@pytest.mark.parametrize("name", ["said", "actors", "timeline", "rejects", "check", "decisions"])
def test_every_listing_has_one_object_a_line(run: Run, name: str) -> None:
    run("wrong", wire()[1].statements[0].id, "--because", "misread")
    result = run(name, "--json")
    assert result.exit_code == 0
    assert all(isinstance(one, dict) for one in objects(result))
    assert objects(result) or name == "rejects"


def test_a_statement_by_the_beginning_of_its_id(run: Run) -> None:
    start = wire()[1].statements[1].id[:8]
    assert "We have sent our answer" in run("show", start).output
    assert "verb after" in run("explain", start).output
    assert objects(run("show", start, "--json"))[0]["row"]["outlet"] == "Nordwire"  # type: ignore[index]
    missing = run("show", "zzzz")
    assert missing.exit_code == 2 and "no statement 'zzzz'" in missing.stderr


# ------------------------------------------------------------------ checking and deciding


def test_check_is_wanting_when_the_page_changed(run: Run, record_path: Path) -> None:
    assert run("check").output == "31 spans stand, 0 moved, 0 gone\n"
    with records.open(record_path) as record, record.transaction():
        record._db.execute("UPDATE page SET text_hash = 'other'")
    result = run("check")
    assert result.exit_code == 1 and "3 moved" in result.output


def test_a_wrong_row_needs_a_reason_and_goes(run: Run) -> None:
    start = wire()[1].statements[3].id
    assert run("wrong", start).exit_code == 2
    assert "by Anna" in run("wrong", start, "--because", "she denied it").output
    assert "no letter had arrived" not in run("said").output
    assert "no letter had arrived" in run("said", "--wrong").output
    assert run("confirm", start, "--because", "she did not").exit_code == 0
    assert "no letter had arrived" in run("said").output
    assert len(run("decisions").output.splitlines()) == 2


def test_two_things_can_be_tied_and_held_apart(run: Run, record_path: Path) -> None:
    run("same", "m1", "m2", "--because", "one office")
    run("different", "m1", "m3", "--because", "two offices")
    with records.open(record_path) as record:
        assert [(link.left, link.right, link.judgement) for link in record.decided()] == [("m1", "m2", "same"), ("m1", "m3", "different")]


# ------------------------------------------------------------------ giving


def test_export(run: Run, tmp_path: Path) -> None:
    assert len(run("export").stdout.splitlines()) == 7
    assert run("export", "--to", "csv").stdout.startswith("id,speaker,")
    assert run("export", "--to", "parquet").exit_code == 2
    assert "7 statements in" in run("export", "-o", str(tmp_path / "s.jsonl")).stderr


def test_report_prints_its_path(run: Run, tmp_path: Path) -> None:
    result = run("report", "-o", str(tmp_path / "r.html"))
    assert result.output.strip() == str(tmp_path / "r.html")
    assert (tmp_path / "r.html").read_text(encoding="utf-8").startswith("<!doctype html>")


# ------------------------------------------------------------------ reading


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "wire.txt").write_bytes(next(EXAMPLES.glob("01_*.txt")).read_bytes())
    (folder / "empty.txt").write_bytes(b"")
    return folder


def test_reading_twice_adds_nothing_twice(pages: Path, tmp_path: Path) -> None:
    there = str(tmp_path / "new.db")
    first = CliRunner().invoke(main, ["read", str(pages), "--record", there])
    assert first.exit_code == 0
    assert re.match(r"1 page, 1 article, 1 independent account, \d+ statements?, 1 reject in ", first.output)
    second = CliRunner().invoke(main, ["read", str(pages), "--record", there])
    assert "0 new pages, +0 statements" in second.output


def test_paths_may_come_on_standard_input(pages: Path, tmp_path: Path) -> None:
    there = str(tmp_path / "new.db")
    result = CliRunner().invoke(main, ["read", "-", "--json", "--record", there], input=f"{pages / 'wire.txt'}\n\n")
    assert objects(result)[0]["pages"] == 1


LOCAL_PAGE = b"""<html><head><title>Ferry late again</title></head><body><article><h1>Ferry late again</h1>
<p>The ferry to Selm will be late for the rest of the week, the harbour master, Ann Grey, said on Tuesday.</p>
<p>"We are waiting for a new engine, and it has not been sent yet," she told reporters at the landing.</p>
</article></body></html>"""


@pytest.fixture
def harbour() -> Iterator[str]:
    with serving({"/ferry": (200, {"Content-Type": "text/html; charset=utf-8"}, LOCAL_PAGE)}) as address:
        yield address


def test_a_list_of_addresses_is_read_only_with_fetch(harbour: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "urls.txt").write_text(f"{harbour}/ferry\n{harbour}/none\n", encoding="utf-8")
    asked = ["read", str(tmp_path / "urls.txt"), "--record", str(tmp_path / "new.db")]
    unasked = CliRunner().invoke(main, asked)
    assert unasked.exit_code == 1 and "--fetch" in unasked.stderr
    private = CliRunner().invoke(main, [*asked, "--fetch"])
    assert private.exit_code == 1 and "no public address" in private.stderr
    monkeypatch.setattr(fetch, "Fetcher", partial(fetch.Fetcher, delay=0.0, is_public=lambda ip: ip == "127.0.0.1"))
    fetched = CliRunner().invoke(main, [*asked, "--fetch"])
    assert fetched.exit_code == 0 and fetched.output.startswith("1 page, 1 article")
    with records.open(tmp_path / "new.db") as record:
        assert {row.address for row in record.statements()} == {f"{harbour}/ferry"}
        assert any("HTTP status 404" in reject.reason for reject in record.rejects())


def test_recall_takes_doubtful_statements_and_the_run_says_so(pages: Path, tmp_path: Path) -> None:
    there = str(tmp_path / "new.db")
    CliRunner().invoke(main, ["read", str(pages), "--record", there])
    sure = objects(CliRunner().invoke(main, ["said", "--json", "--record", there]))
    CliRunner().invoke(main, ["read", str(pages), "--recall", "--record", there])
    every = objects(CliRunner().invoke(main, ["said", "--json", "--record", there]))
    assert len(every) > len(sure)
    confident = objects(CliRunner().invoke(main, ["said", "--json", "--at-least", "0.35", "--record", there]))
    assert len(confident) < len(every)
    assert "recall" in CliRunner().invoke(main, ["explain", str(every[0]["id"]), "--record", there]).output


def test_a_missing_path_is_told_and_loses_nothing(run: Run, record_path: Path) -> None:
    result = run("read", "no/such/page.txt")
    assert "3 pages" in result.output and "1 reject" in result.output
    assert "no/such/page.txt" in run("rejects").output


def test_nothing_read_is_wanting(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["read", "no/such/page.txt", "--record", str(tmp_path / "new.db")])
    assert result.exit_code == 1


def test_a_full_disk_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise records.store.RecordError("could not write: disk is full. What was kept before is safe")

    monkeypatch.setattr(flow, "build", full)
    result = run("read", "any")
    assert result.exit_code == 1 and "kept before is safe" in result.stderr


# ------------------------------------------------------------------ languages


def test_language_check_tells_what_is_lacking() -> None:
    missing = CliRunner().invoke(main, ["language", "check", "xx"])
    assert missing.exit_code == 1 and "no language folder 'xx'" in missing.output
    english = CliRunner().invoke(main, ["language", "check", "en", "--json"])
    assert english.exit_code == int(bool(objects(english)))


# ------------------------------------------------------------------ wrong use


def test_a_record_must_be_named(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["said"], env={"HEARSAY_RECORD": ""})
    assert result.exit_code == 2 and "--record" in result.stderr


def test_a_missing_record_names_the_command_that_makes_it(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["said", "--record", str(tmp_path / "none.db")])
    assert result.exit_code == 2 and "hearsay read PATH..." in result.stderr


def test_an_unknown_command_is_wrong_use() -> None:
    assert CliRunner().invoke(main, ["sayd"]).exit_code == 2


def test_no_colour_where_none_is_wanted(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" in run("said", color=True).output
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("said", color=True).output


def test_forget_and_share(run: Run, tmp_path: Path) -> None:
    assert run("forget", "pages/uk.txt").exit_code == 2
    assert "forgotten pages/uk.txt by Anna" in run("forget", "pages/uk.txt", "--because", "asked to").output
    assert run("export", "--no-texts").exit_code == 2
    shared = str(tmp_path / "shared.db")
    assert "no page's text" in run("export", "--no-texts", "-o", shared).stderr
    checked = CliRunner().invoke(main, ["check", "--record", shared])
    assert checked.exit_code == 0 and "withheld" in checked.output
