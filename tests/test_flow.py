"""The main path: from pages on disk to a linked record."""

from __future__ import annotations

from pathlib import Path

import pytest

from hearsay import flow, pages
from hearsay import record as records
from hearsay.language import Languages
from hearsay.links import KINDS
from hearsay.model import Page, Reading

PAGES = Path(__file__).parent.parent / "examples" / "pages"
STORY = sorted([*PAGES.glob("*.txt"), *PAGES.glob("*.html")])


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo story, read."""
    path = tmp_path_factory.mktemp("story") / "story.db"
    with records.open(path) as record:
        flow.build(STORY, record)
    return path


def test_the_demo_story_is_read_whole(story: Path) -> None:
    with records.open(story) as record:
        counts = record.counts()
        assert counts.pages == len(STORY) and list(record.rejects()) == []
        assert counts.articles >= counts.pages and counts.statements >= counts.articles
        assert {check.state for check in record.check()} == {"stands"}


def test_what_is_kept_comes_out_equal_to_what_was_read(story: Path) -> None:
    with records.open(story) as record:
        for page in pages.read(STORY, lambda reject: None):
            assert tuple(record.readings(page.id)) == flow.read_page(page, Languages(), lambda reject: None)


def test_a_reprint_counts_as_one_account_with_its_original(story: Path) -> None:
    with records.open(story) as record:
        assert record.counts().accounts < record.counts().articles


def test_an_actor_is_one_in_all_languages(story: Path) -> None:
    with records.open(story) as record:
        most = max(record.actors(), key=lambda actor: actor.accounts)
        scripts = {any("а" <= ch <= "я" for ch in form.casefold()) for form in most.forms}
        assert scripts == {True, False}


def test_the_order_of_pages_does_not_matter(story: Path, tmp_path: Path) -> None:
    with records.open(tmp_path / "other.db") as other, records.open(story) as record:
        flow.build(reversed(STORY), other)
        assert {row.id: (row.said_on, row.account, row.chain) for row in other.statements()} == {
            row.id: (row.said_on, row.account, row.chain) for row in record.statements()
        }
        for kind in KINDS:
            assert list(other.groups(kind.NAME)) == list(record.groups(kind.NAME))


def test_pages_that_come_later_make_the_same_record(story: Path, tmp_path: Path) -> None:
    with records.open(tmp_path / "grown.db") as grown, records.open(story) as record:
        flow.build(STORY[:4], grown)
        flow.build(STORY[4:], grown)
        assert grown.statements() == record.statements()


def test_a_decision_holds_two_actors_apart_in_every_later_run(story: Path, tmp_path: Path) -> None:
    path = tmp_path / "decided.db"
    path.write_bytes(story.read_bytes())
    with records.open(path) as record:
        group = max(record.groups("actors"), key=lambda group: len(group.members))
        left, right = group.members[0], group.members[-1]
        record.decide("different", left, right, because="two of one name", who="Anna")
        flow.build(STORY[:1], record)
        assert record.group_of("actors", left) != record.group_of("actors", right)


def test_the_run_says_what_made_the_record(story: Path) -> None:
    with records.open(story) as record:
        told = record.explain(record.statements()[0].id)
    assert told.version and "en" in told.settings and flow.weights() in told.weights


def test_a_fault_costs_one_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    right = flow.read_page

    def faulty(page: Page, *more: object) -> tuple[Reading, ...]:
        if page.address.endswith(STORY[0].name):
            raise ZeroDivisionError("by nothing")
        return right(page, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(flow, "read_page", faulty)
    with records.open(tmp_path / "r.db") as record:
        flow.build(STORY[:2], record)
        assert (record.counts().pages, record.counts().articles) == (2, 1)
        assert ["ZeroDivisionError: by nothing" in reject.reason for reject in record.rejects()] == [True]
