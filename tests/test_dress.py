"""What an outlet wears on many pages is counted over the run and the record, and no order of pages makes a difference."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay import flow
from hearsay import record as records
from hearsay.views import export

TOWNS = ("Dorn", "Selm", "Varek", "Talmar", "Orva", "Norr", "Kelm", "Istra", "Brenn", "Luvia")
PEOPLE = ("Ann Grey", "Ivo Marn", "Lea Toll", "Jon Vase", "Mia Rook", "Tom Hale", "Eva Lund", "Max Birn", "Ida Sorn", "Leo Kant")
FOOT = "The Orva Post has been read in every harbour of the coast for a hundred years, and its editors said they would not rest now."
ARTICLE = """The Orva Post
{town} opens its new ferry landing

The ferry landing in {town} was opened on Tuesday after three years of work, the mayor, {who}, said.

"We have waited for this day, and the {town} ferry will sail in the morning," {who} told reporters at the landing.

{foot}

The old landing of {town} will be taken down before winter, according to the harbour office of the town.

Most read
{read}
"""


def story(folder: Path) -> list[Path]:
    """Ten pages of one outlet: a foot that looks like text on most of them, a list of headlines that changes from page to page."""
    place = folder / "www.orva.example"
    place.mkdir()
    for n, town in enumerate(TOWNS):
        read = "\n".join(f"{TOWNS[(n + k) % 10]} opens its new ferry landing" for k in range(1, 5))
        text = ARTICLE.format(town=town, who=PEOPLE[n], foot=FOOT if n != 4 else "", read=read)
        (place / f"{n}.txt").write_text(text, encoding="utf-8")
    return sorted(place.iterdir())


def exported(*runs: list[Path]) -> str:
    out = io.StringIO()
    with records.open(":memory:") as record:
        for run in runs:
            flow.build(run, record)
        export.jsonl(record.statements(), out)
    return out.getvalue()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return story(tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="module")
def whole(pages: list[Path]) -> str:
    return exported(pages)


def test_the_foot_is_nobodys_text_once_it_was_counted(pages: list[Path], whole: str) -> None:
    assert "would not rest" in exported(pages[:1]) and "would not rest" not in whole
    assert all(town in whole for town in TOWNS)


@given(order=st.permutations(range(10)), cut=st.integers(0, 10))
@settings(max_examples=3, deadline=None, derandomize=True)
def test_any_order_in_one_run_or_two_gives_the_same_export(pages: list[Path], whole: str, order: list[int], cut: int) -> None:
    mixed = [pages[n] for n in order]
    assert exported(mixed[:cut], mixed[cut:]) == whole


def test_a_forgotten_page_takes_its_counts_along(pages: list[Path]) -> None:
    with records.open(":memory:") as record:
        flow.build(pages[:3], record)
        assert not any("would not rest" in row.content for row in record.statements())
        record.forget(str(pages[0]), because="asked to")
        flow.build([], record)
        assert [row.address for row in record.statements() if "would not rest" in row.content] == [str(page) for page in pages[1:3]]
        assert {line[0] for line in record._db.execute("SELECT DISTINCT pages FROM outlet_line")} == {1, 2}


def test_captures_of_one_address_count_once(pages: list[Path]) -> None:
    with records.open(":memory:") as record:
        text = pages[0].read_text(encoding="utf-8")
        for n in range(4):
            pages[0].write_text(f"{text}\nRead {n} times\n", encoding="utf-8")
            flow.build(pages[:1], record)
        pages[0].write_text(text, encoding="utf-8")
        assert len(list(record.pages())) == 4
        assert {line[0] for line in record._db.execute("SELECT DISTINCT pages FROM outlet_line")} == {1}
        assert [row[0] for row in record._db.execute("SELECT pages FROM outlet")] == [1]


def test_a_copy_without_texts_can_be_read_into(pages: list[Path], tmp_path: Path) -> None:
    with records.open(tmp_path / "r.db") as record:
        flow.build(pages[:2], record)
        record.share(tmp_path / "shared.db")
    with records.open(tmp_path / "shared.db") as shared:
        flow.build(pages[2:3], shared)
        assert not [row for row in shared.statements() if "would not rest" in row.content and row.address == str(pages[2])]
        assert {check.state for check in shared.check()} == {"stands", "withheld"}
        flow.build(pages[:3], shared)
        assert {check.state for check in shared.check()} == {"stands"}
        assert not any("would not rest" in row.content for row in shared.statements()) and shared.search("ferry landing")
