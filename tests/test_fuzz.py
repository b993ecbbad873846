"""Spoilt pages of every carrier, a fixed number of them: nothing but rejects comes of them, and every span lies inside its text."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "bench"))
import fuzz

NUMBER = 40


@pytest.mark.parametrize("target", fuzz.TARGETS)
def test_spoilt_pages_do_no_harm(target: str, tmp_path: Path) -> None:
    tally = fuzz.run(target, seed=31, out=tmp_path, inputs=NUMBER, every=5)
    assert not tally.failures, "read again what failed with: python bench/fuzz.py --again FILE"
    assert tally.counts["inputs"] == NUMBER and tally.counts["articles"] and tally.counts["rejects"] and tally.counts["spans"]


def test_an_input_depends_on_nothing_but_target_seed_and_number() -> None:
    for _, make in fuzz.TARGETS.values():
        assert make(fuzz.random.Random("1/x/2")) == make(fuzz.random.Random("1/x/2"))


def test_a_failure_is_kept_with_its_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "spans", lambda made: iter([fuzz.Span(5, 10**9)]))
    tally = fuzz.run("plain", seed=31, out=tmp_path / "kept", inputs=3)
    assert tally.failures and "lies outside a text" in tally.failures[0]
    assert {path.suffix for path in (tmp_path / "kept").iterdir()} == {".txt", ".trace"}
