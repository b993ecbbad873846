"""What crawlers keep: one object a line, arrays, broken lines, and the keys of each tool."""

import json

import pytest
from carry import carried

BODY = "The ferry to Orva was late."
ADDRESS, WHO = "https://orva.example/a", "Lena Dorvasky"
SECTIONS = {"summary": [], "sections": [{"headline": [], "paragraphs": [BODY]}]}
ROWS = {
    "news-please": {
        **{"maintext": BODY, "url": ADDRESS, "date_publish": "2031-03-04 10:00:00", "authors": [WHO]},
        **{"source_domain": "orva.example", "date_download": "2031-03-05 08:00:00"},
    },
    "Fundus": {
        **{"body": SECTIONS, "publishing_date": "2031-03-04 10:00:00+02:00", "authors": [WHO], "publisher": "Orva Post"},
        **{"html": {"responded_url": ADDRESS, "content": ""}, "url": ADDRESS},
    },
    "newspaper4k": {"text": BODY, "url": ADDRESS, "publish_date": "2031-03-04T10:00:00", "authors": [WHO], "html": ""},
    "trafilatura": {"raw_text": BODY, "text": BODY, "source": ADDRESS, "date": "2031-03-04", "author": WHO, "sitename": "Orva Post"},
}


@pytest.mark.parametrize("tool", ROWS)
def test_the_keys_of_each_tool_are_known(tool: str) -> None:
    pages, rejects = carried(json.dumps({"title": "Ferry late", **ROWS[tool]}).encode() + b"\n", "crawl.jsonl")
    assert not rejects
    stated = {s.field: s.value for s in pages[0].stated}
    assert pages[0].text == f"Ferry late\n\n{BODY}"
    assert pages[0].address == "https://orva.example/a"
    assert stated["published"].startswith("2031-03-04") and stated["author"] == "Lena Dorvasky" and stated["title"] == "Ferry late"


def test_kept_html_goes_before_text_taken_from_it() -> None:
    row = {"url": "https://orva.example/a", "html": f"<html><body><p>{BODY}</p></body></html>", "text": "something else"}
    pages, _ = carried(json.dumps([row]).encode(), "crawl.json")
    assert pages[0].media == "text/html" and pages[0].text == BODY


def test_a_broken_line_is_one_reject_and_the_rest_is_read() -> None:
    lines = ['{"title": "A", "text": "one"}', '{"title": "B", "te', '{"title": "C"}', '{"title": "D", "text": "four"}']
    pages, rejects = carried("\n".join(lines).encode(), "crawl.jsonl")
    assert [page.text for page in pages] == ["A\n\none", "D\n\nfour"]
    assert len(rejects) == 2 and "line 2" in rejects[0].address


def test_an_array_with_line_breaks_inside_its_objects() -> None:
    data = json.dumps([{"title": "Ж", "text": "один"}, {"title": "B", "text": "two"}], indent=2, ensure_ascii=False).encode()
    assert [page.text for page in carried(data, "crawl.json")[0]] == ["Ж\n\nодин", "B\n\ntwo"]


def test_objects_longer_than_a_piece() -> None:
    data = json.dumps([{"text": "x " * 200_000}, {"text": "two"}]).encode()
    assert [len(page.text) for page in carried(data, "crawl.json")[0]] == [399_999, 3]


def test_plain_text_in_brackets_is_no_json() -> None:
    pages, rejects = carried(b"[Belmar] The ferry was late.", "page.txt")
    assert len(pages) == 1 and not rejects
