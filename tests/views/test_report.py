"""The report needs nothing else, shows all, and lets nothing of a page run."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from handmade import article, find, page, statement, wire

from hearsay import record as records
from hearsay.model import Link, Reading, Reject, Voice
from hearsay.views.report import report
from hearsay.views.report.story import tell
from hearsay.views.report.words import day, weekday

VOID = {"meta", "input", "br"}


class Balance(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def parsed(html: str) -> Balance:
    balance = Balance()
    balance.feed(html)
    assert balance.open == []
    return balance


def test_it_is_whole_and_asks_for_nothing_from_outside(record: records.Record) -> None:
    html = report(record)
    tags = parsed(html).tags
    assert not [tag for tag, attributes in tags if tag in ("link", "img", "iframe", "a") or attributes.get("src")]
    assert not re.search(r"https?://|url\(|@import", html)
    assert any(attributes.get("http-equiv") == "Content-Security-Policy" for _, attributes in tags)


def test_every_outer_statement_is_there_with_its_words_in_place(record: records.Record) -> None:
    html = report(record)
    assert all(row.content in html and row.id in html for row in record.statements())
    assert '<mark class="cue" title="cue">told</mark>' in html
    assert "foreign ministry spokeswoman Mira Halden" in html


def test_a_pickup_stands_with_its_original_and_counts_once(record: records.Record) -> None:
    told = tell(record)
    (carried,) = (telling for lane in told.lanes for telling in lane.tellings if len(telling.rows) == 2)
    assert carried.accounts == 1 and carried.lead.outlet == "Nordwire"
    assert [len(account.articles) for account in told.accounts] == [2, 1]


def test_conflicts_stand_first_with_their_reason(record: records.Record) -> None:
    said = wire()[1].statements
    record.add_links([Link("conflicts", said[1].id, said[3].id, "unsure", 0.6, "sent, but not arrived, unless on its way")])
    html = report(record)
    assert html.index("do not agree") < html.index('class="lane')
    assert "unless on its way" in html


def test_what_people_decided_and_what_was_not_taken(record: records.Record) -> None:
    record.decide("confirmed", wire()[1].statements[0].id, because="asked her", who="Anna")
    record.add_reject(Reject("pages/empty.txt", "pages", "an empty file"))
    html = report(record, title="The bridge")
    assert "<h1>The bridge</h1>" in html and "asked her" in html and "an empty file" in html
    assert '<span class="badge good">confirmed</span>' in html


def test_nothing_of_a_page_runs(tmp_path: Path) -> None:
    text = 'Title </style><script>alert(1)</script>\n\nAnna "A" <b onclick=x> said "><script>alert(2)</script>.\n'
    kept = page(text, '"><img src=x>.txt')
    art = article(kept, "en", '<i>"Outlet"', "2031-03-04")
    said = statement(art, '"><script>alert(2)</script>', "said", 'Anna "A" <b onclick=x>', (Voice('Anna "A" <b onclick=x>', "person"),))
    with records.open(tmp_path / "r.db") as record:
        record.add(kept, [Reading(art, statements=(said,))])
        html = report(record)
    assert html.count("<script>") == 1 and "<b onclick" not in html and "<img" not in html
    assert find(html, "&lt;script&gt;alert(2)&lt;/script&gt;")
    parsed(html)


def test_an_empty_record_gives_a_report_that_says_so(tmp_path: Path) -> None:
    with records.open(tmp_path / "r.db") as record:
        html = report(record)
    parsed(html)
    assert "0 statements" in html


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2031-03-04", "4 March 2031"),
        ("2031-03-04T16:05", "4 March 2031, 16:05"),
        ("2031-03", "March 2031"),
        ("2031", "2031"),
        ("XXXX-03-04", "4 March, year unknown"),
        ("2031-03-XX", "March 2031"),
        ("2031~", "about 2031"),
        ("2031-03-01/2031-03-04", "1 March 2031 – 4 March 2031"),
        ("../2031-03-04", "until 4 March 2031"),
        (None, "date unknown"),
    ],
)
def test_dates_in_words(value: str | None, shown: str) -> None:
    assert day(value) == shown


def test_the_day_of_the_week() -> None:
    assert (weekday("2031-03-04"), weekday("2031-03"), weekday(None)) == ("Tuesday", "", "")
