"""The articles of our own writing that training reads: drawn without a fault, and read as drawn."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "training"))

import articles

from hearsay.marks import notation

DRAWN = (
    "{1 Port}: [1 the bridge stays shut]\n\n"
    "[2 “{3 The council} <3 promised> [3 an answer],] <2 said> {2 Ida Holm}. [2 “It did.”]\n\n[2 “Twice.”]"
)


@pytest.mark.parametrize("code", articles.codes())
def test_every_article_is_drawn_without_a_fault(code: str) -> None:
    found = [f"{name}: {fault}" for name, drawn in articles.drawings(code) for fault in articles.faults(notation.parse(drawn))]
    assert found == []


def test_an_article_becomes_a_marked_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(articles, "FOLDER", tmp_path)
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "port.txt").write_text(f"# Ships\n= {DRAWN}\n\n= A quiet day\n\nNothing was said.\n", encoding="utf-8")
    first, second = articles.records("en")
    text = first["text"]
    assert text[slice(*first["title"])] == "Port: the bridge stays shut"
    assert [[text[slice(*s)] for s in a["content"]] for a in first["attributions"]] == [
        ["the bridge stays shut"],
        ["“The council promised an answer,", "“It did.”", "“Twice.”"],
        ["an answer"],
    ]
    assert [a.get("inside", False) for a in first["attributions"]] == [False, False, True]
    assert (second["id"], second["attributions"]) == ("en/port 2", [])


def test_what_is_drawn_wrong_is_told() -> None:
    wrong = ("{1 She} <1 said>.", "{1 She} <1 said> [1 no ].", "{She} <said> [no].", "{1 She}\n\n<1 said> [1 no].", "{1 She [1 said no]}.")
    assert [len(list(articles.faults(notation.parse(drawn)))) for drawn in wrong] == [1] * 5
