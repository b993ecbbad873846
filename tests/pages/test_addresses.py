"""A list of addresses is known, and nothing is fetched unless it is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from hearsay import pages
from hearsay.model import Reject
from hearsay.pages import addresses, files

LIST = "# the ferry\nhttps://orva.example/a\n\n  HTTP://orva.example/b?c=d \nhttps://orva.example/a\n"


@pytest.mark.parametrize(
    ("text", "is_list"),
    [
        (LIST, True),
        ("https://orva.example/" + "a" * 100 + "\n", True),
        ("https://orva.example/a\n" * 900, True),
        ("\ufeffhttps://orva.example/a", True),
        ("The ferry was late.\nhttps://orva.example/a\n", False),
        ("https://orva.example/a tells that the ferry was late.\n", False),
        ("# the ferry\n", False),
        ("", False),
    ],
)
def test_a_list_of_addresses_is_one_that_holds_nothing_else(text: str, is_list: bool) -> None:
    assert addresses.matches("any.txt", text.encode()[:4096]) == is_list


def test_unasked_a_list_and_an_address_say_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "urls.txt").write_text(LIST, encoding="utf-8")
    rejects: list[Reject] = []
    assert list(pages.read([tmp_path / "urls.txt", "https://orva.example/c"], rejects.append)) == []
    assert [reject.reason.split(";")[0] for reject in rejects] == ["a list of 3 addresses", "an address"]
    assert all("--fetch" in reject.reason for reject in rejects)


def test_asked_each_address_is_named_once_and_files_stay_files(tmp_path: Path) -> None:
    (tmp_path / "urls.txt").write_text(LIST, encoding="utf-8")
    (tmp_path / "page.txt").write_text("The ferry was late.", encoding="utf-8")
    found = list(files.find([tmp_path, "https://orva.example/c"], lambda reject: None, fetching=True))
    assert found == [tmp_path / "page.txt", "https://orva.example/a", "HTTP://orva.example/b?c=d", "https://orva.example/c"]
