"""A page leaves with all its rows; a copy to share holds no page's text."""

from __future__ import annotations

from pathlib import Path

import pytest
from handmade import groups, links, wire

from hearsay import record as records
from hearsay.errors import RecordError


def test_a_forgotten_page_leaves_only_that_it_was(record: records.Record, record_path: Path) -> None:
    page, reading = wire()
    record.decide("confirmed", reading.statements[3].id, because="heard it", who="Anna")
    made = record.forget("pages/wire.txt", because="the outlet asked for it", who="Anna")
    assert [f.page for f in record.forgotten()] == [page.id] == [made.page]
    assert record.counts().pages == 2 and record.search("toll") == []
    assert record.verify("the toll question remained open").verdict == "not found"
    record.close()
    left = record_path.read_bytes() + b"".join(p.read_bytes() for p in record_path.parent.glob("*-wal"))
    assert b"no letter had arrived" not in left and b"toll" not in left


def test_a_forgotten_page_takes_its_lines_along(record: records.Record) -> None:
    page, _ = wire()
    record.keep(page, "orva.example", ["l1", "s2"])
    record.keep(page, "orva.example", ["l1", "s2"])
    tables = ("outlet", "outlet_page", "outlet_line")
    assert [record._db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables] == [1, 1, 2]
    record.forget(page.id, because="the outlet asked for it")
    assert [record._db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables] == [0, 0, 0]
    assert not record.keep(page, "orva.example", ["l1"])


def test_a_forgotten_page_is_not_taken_again(record: records.Record) -> None:
    page, reading = wire()
    record.forget(page.id[:8], because="the outlet asked for it", who="Anna")
    assert record.add(page, [reading]) is False
    assert record.counts().pages == 2
    assert [r.reason.split(" on ")[0] for r in record.rejects()] == ["removed from this record by Anna"]


def test_links_to_a_forgotten_page_go_and_others_stay(record: records.Record) -> None:
    page, reading = wire()
    gone = {mention.id for mention in reading.mentions} | {reading.article.id}
    record.forget(page.id, because="the outlet asked for it")
    kept = {member for kind in ("actors", "duplicates", "dates") for group in record.groups(kind) for member in group.members}
    assert kept == {member for group in groups() for member in group.members} - gone
    assert all(link.left not in gone and link.right not in gone for link in record.links()) and links()
    assert {row.speaker.name for row in record.statements() if row.speaker} == {"Mira Halden", None}


def test_what_is_not_there_cannot_be_forgotten(record: records.Record) -> None:
    for asked in ("nowhere.txt", "a", ""):
        with pytest.raises(RecordError, match="no page"):
            record.forget(asked, because="why")


def test_a_shared_copy_has_quotations_but_no_texts(record: records.Record, record_path: Path, tmp_path: Path) -> None:
    target = tmp_path / "shared.db"
    record.share(target)
    with records.open(target) as copy:
        assert copy.statements() == record.statements()
        assert [row.content for row in copy.search("toll open")] == ["the toll question remained open"]
        assert {check.state for check in copy.check()} == {"withheld"}
        assert [p.words for p in copy.show(wire()[1].statements[2].id).pieces] == [
            "She",
            " … ",
            "said",
            " … ",
            "the toll question remained open",
        ]
        with pytest.raises(RecordError, match="without its text"):
            list(copy.pages())
    assert b"confirmed that" not in target.read_bytes() and b"kelvania" not in target.read_bytes()
    assert {check.state for check in record.check()} == {"stands"}
    with pytest.raises(RecordError, match="there already"):
        record.share(target)
