"""Only what is new is judged: the links are those that judging everything anew would give."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay import flow, links, pages
from hearsay import record as records
from hearsay.links import actors
from hearsay.model import Article, Grounded, Link, Mention, Page, Reading, Span
from hearsay.record import Record

NAMES = ("Goran Varek", "Varek", "Milena Varek", "Горан Варек", "Lena Dorvan", "Dorvan", "Orva Post", "Олена Дорван", "Talmar")
Story = tuple[tuple[int, ...], ...]


def read(n: int, names: Iterable[int]) -> tuple[Page, Reading]:
    """An article that is nothing but these names and a line of its own; every other one leaves its year open. Newcomers have lesser ids."""
    words = [NAMES[i] for i in names]
    text = ". ".join(
        [*words, f"The ferry number {n} to the river bridge was late again on the first day of the spring fair in the harbour"]
    )
    page = pages.from_text(text, f"{n}.txt")
    spans, at = [], 0
    for form in words:
        spans.append(Span(at, at + len(form)))
        at += len(form) + 2
    mentions = tuple(Mention(f"m{9 - n}-{k}", span, "name", "PER", None, "") for k, span in enumerate(spans))
    day = Grounded("XXXX-03-04" if n % 2 else "2031-03-06", "made")
    return page, Reading(Article(f"a{9 - n}", page.id, text, "en", (Span(0, len(text)),), published=day), mentions=mentions)


def linked(record: Record) -> tuple[list[Link], list[object]]:
    return list(record.links()), [group for kind in links.KINDS for group in record.groups(kind.NAME)]


def whole(story: Story, numbers: Iterable[int]) -> tuple[list[Link], list[object]]:
    with records.open(":memory:") as record:
        for n in numbers:
            record.add(read(n, story[n])[0], [read(n, story[n])[1]])
        flow.link(record)
        return linked(record)


stories = st.lists(st.lists(st.integers(0, len(NAMES) - 1), min_size=1, max_size=4).map(tuple), min_size=2, max_size=7).map(tuple)


@pytest.mark.parametrize("hot", [400, 3])
@given(story=stories, cut=st.integers(1, 6), gone=st.integers(0, 6))
@settings(max_examples=30, deadline=None, derandomize=True)
def test_pages_that_come_and_go_leave_the_links_that_all_judged_anew_would_have(hot: int, story: Story, cut: int, gone: int) -> None:
    with pytest.MonkeyPatch.context() as patch, records.open(":memory:") as record:
        patch.setattr(links, "HOT", hot)
        for part in (range(len(story))[:cut], range(len(story))[cut:]):
            for n in part:
                record.add(read(n, story[n])[0], [read(n, story[n])[1]])
            flow.link(record)
            assert linked(record) == whole(story, range(part.stop))
        record.forget(f"{gone % len(story)}.txt", because="asked to")
        flow.link(record)
        assert linked(record) == whole(story, [n for n in range(len(story)) if n != gone % len(story)])


def test_only_pairs_with_something_new_are_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    judged: list[tuple[str, str]] = []
    judge = actors.judge
    monkeypatch.setattr(actors, "judge", lambda left, right: judged.append((left.form, right.form)) or judge(left, right))
    with records.open(":memory:") as record:
        for n, names in enumerate(((0,), (4,), (7,))):
            record.add(read(n, names)[0], [read(n, names)[1]])
        flow.link(record)
        assert judged
        judged.clear()
        flow.link(record)
        assert judged == []
        record.add(read(3, (2,))[0], [read(3, (2,))[1]])
        flow.link(record)
        assert judged and all("Milena Varek" in pair for pair in judged)


def test_other_rules_judge_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    with records.open(":memory:") as record:
        record.begin("1", "", "")
        for n, names in enumerate(((0,), (3,))):
            record.add(read(n, names)[0], [read(n, names)[1]])
        flow.link(record)
        judged: list[str] = []
        monkeypatch.setattr(actors, "judge", lambda left, right: judged.append(left.id))
        record.begin("2", "", "")
        flow.link(record)
        assert judged and list(record.links("actors")) == []
