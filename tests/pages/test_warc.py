"""Archives of crawlers: pages with address, moment and charset; other media counted; texts of WET."""

import gzip

from carry import carried, html


def record(kind: str, uri: str, body: bytes, media: str = "application/http;msgtype=response") -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2031-03-04T10:00:00Z\r\n"
    head += f"WARC-Record-ID: <urn:uuid:{abs(hash(uri)):032x}>\r\nContent-Type: {media}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body + b"\r\n\r\n"


def answer(body: bytes, media: str = "text/html", status: str = "200 OK", more: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{more}Content-Length: {len(body)}\r\n\r\n".encode() + body


def test_pages_come_with_their_address_and_moment() -> None:
    data = record("warcinfo", "", b"", "application/warc-fields") + record("response", "https://orva.example/a", answer(html("Varek")))
    for name, archive in (("crawl.warc", data), ("crawl.warc.gz", gzip.compress(data))):
        pages, rejects = carried(archive, name)
        assert [(page.address, (page.captured or "")[:19]) for page in pages] == [("https://orva.example/a", "2031-03-04T10:00:00")]
        assert "Varek said" in pages[0].text and not rejects


def test_the_charset_of_the_answer_is_used_and_its_packing_undone() -> None:
    body = gzip.compress("<html><body><p>Паром опоздал.</p></body></html>".encode("cp1251"))
    data = record("response", "https://orva.example/ru", answer(body, "text/html; charset=windows-1251", more="Content-Encoding: gzip\r\n"))
    assert [page.text for page in carried(data, "crawl.warc")[0]] == ["Паром опоздал."]


def test_what_is_no_page_is_said() -> None:
    data = record("response", "https://orva.example/i", answer(b"\xff\xd8", "image/jpeg"))
    data += record("response", "https://orva.example/gone", answer(html("Nobody"), status="404 Not Found"))
    pages, rejects = carried(data, "crawl.warc")
    assert not pages
    assert any("HTTP status 404" in r.reason for r in rejects) and any("image/jpeg 1" in r.reason for r in rejects)


def test_texts_of_wet_are_plain_text() -> None:
    data = record("conversion", "https://orva.example/a", "Паром опоздал.\nСказал Варек.".encode(), "text/plain")
    pages, _ = carried(data, "crawl.warc.wet")
    assert [(page.media, page.text) for page in pages] == [("text/plain", "Паром опоздал.\nСказал Варек.")]


def test_a_cut_off_archive_keeps_what_came_before() -> None:
    data = record("response", "https://orva.example/a", answer(html("Varek"))) + record(
        "response", "https://orva.example/b", answer(html("Mirren"))
    )
    pages, _ = carried(gzip.compress(data)[:-40], "crawl.warc.gz")
    assert len(pages) <= 2
