"""Telegram: exports and saved pages of a channel, a message a page."""

import json

from carry import carried

MESSAGES = [
    {"id": 1, "type": "service", "date": "2031-03-04T09:00:00", "action": "create_channel", "text": ""},
    {"id": 2, "type": "message", "date_unixtime": "1930374000", "text": ["Паром ", {"type": "bold", "text": "опоздал"}, "."]},
    {"id": 3, "type": "message", "date": "2031-03-04T11:00:00", "photo": "x.jpg", "text": ""},
]  # fmt: skip


def test_an_export_of_one_channel() -> None:
    data = {"name": "Вести Орвы", "type": "public_channel", "id": 7, "messages": MESSAGES}
    pages, rejects = carried(json.dumps(data, indent=1).encode(), "result.json")
    assert [(page.address, page.text) for page in pages] == [("result.json#message2", "Паром опоздал.")]
    stated = {s.field: s.value for s in pages[0].stated}
    assert stated["outlet"] == "Вести Орвы" and stated["published"] == "2031-03-04T07:00:00+00:00"
    assert [reject.reason for reject in rejects] == ["2 messages hold no words."]


def test_an_export_of_a_whole_account() -> None:
    chats = {"about": "x", "chats": {"list": [{"name": n, "type": "public_channel", "id": 1, "messages": MESSAGES} for n in ("A", "B")]}}
    pages, _ = carried(json.dumps(chats).encode(), "result.json")
    assert [next(s.value for s in page.stated if s.field == "outlet") for page in pages] == ["A", "B"]


def test_a_saved_page_of_a_channel() -> None:
    source = """<html><body class="tgme_page"><div class="tgme_channel_info_header_title">Orva News</div>
    <div class="tgme_widget_message" data-post="orva/2"><div class="tgme_widget_message_text">The ferry<br>was late.</div>
    <a class="tgme_widget_message_date" href="https://t.me/orva/2"><time datetime="2031-03-04T10:00:00+00:00">10:00</time></a>
    </div></body></html>"""
    pages, _ = carried(source.encode(), "orva.html")
    assert [(page.address, page.text) for page in pages] == [("https://t.me/orva/2", "The ferry\nwas late.")]
    assert {s.field: s.value for s in pages[0].stated}["published"] == "2031-03-04T10:00:00+00:00"


def test_a_moment_that_no_calendar_has_is_left_to_the_export() -> None:
    for seconds in ("9" * 14, "9" * 400, "\u00b2", -1, None):
        message = {"id": 1, "type": "message", "date_unixtime": seconds, "date": "2031-03-04T11:00:00", "text": "The ferry was late."}
        pages, _ = carried(json.dumps({"name": "Orva", "type": "public_channel", "id": 7, "messages": [message]}).encode(), "result.json")
        assert {s.field: s.value for s in pages[0].stated}["published"] == "2031-03-04T11:00:00"
