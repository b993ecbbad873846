"""Every carrier meets what it was not made for: cut, changed and random bytes end in rejects, never in an error."""

import gzip
import io
import zipfile

import pytest
from carry import carried, html
from hypothesis import given, settings
from hypothesis import strategies as some

ROW = b'{"title": "A", "text": "The ferry was late."}\n'
EXPORT = b'{"name": "Orva", "type": "public_channel", "id": 1, "messages": [{"id": 1, "type": "message", "text": ["a", {"text": "b"}]}]}'
FEED = b"<rss><channel><title>Orva</title><item><title>A</title><description>&lt;p&gt;b&lt;/p&gt;</description></item></channel></rss>"
MHTML = (
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n"
    + html("V")
    + b"\r\n--b--\r\n"
)
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + html("Varek")
WARC = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://orva.example/\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
    b"Content-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n" % (len(ANSWER), ANSWER)
)


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.html", html("Varek"))
    return out.getvalue()


SAMPLES = {
    **{
        "page.html": html("Varek"),
        "crawl.jsonl": ROW * 3,
        "crawl.json": b"[" + ROW.strip() + b"]",
        "result.json": EXPORT,
        "feed.xml": FEED,
    },
    **{
        "page.mhtml": MHTML,
        "crawl.warc": WARC,
        "crawl.warc.gz": gzip.compress(WARC),
        "crawl.jsonl.gz": gzip.compress(ROW),
        "saved.zip": zipped(),
    },
    **{"page.pdf": b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF", "crawl.parquet": b"PAR1\x15\x04PAR1"},
}


@pytest.mark.parametrize("name", [name for name in SAMPLES if not name.endswith((".pdf", ".parquet"))])
def test_the_samples_hold_a_page(name: str) -> None:
    pages, rejects = carried(SAMPLES[name], name)
    assert pages and not rejects


@pytest.mark.parametrize("name", SAMPLES)
@settings(max_examples=60, deadline=None)
@given(data=some.data())
def test_changed_and_cut_bytes_are_pages_or_rejects(name: str, data: some.DataObject) -> None:
    sample = bytearray(SAMPLES[name])
    for _ in range(data.draw(some.integers(0, 4))):
        sample[data.draw(some.integers(0, len(sample) - 1))] = data.draw(some.integers(0, 255))
    pages, rejects = carried(bytes(sample[: data.draw(some.integers(0, len(sample)))]), name)
    assert all(page.text for page in pages) and all(reject.reason for reject in rejects)


@settings(max_examples=200, deadline=None)
@given(
    head=some.sampled_from([b"", b"WARC/1.0\r\n", b"PK\x03\x04", b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"PAR1", b"%PDF-", b'{"', b"<rss>"]),
    rest=some.binary(),
)
def test_random_bytes_are_pages_or_rejects(head: bytes, rest: bytes) -> None:
    pages, rejects = carried(head + rest, "file")
    assert pages or rejects
