"""ZIP and WACZ: every file inside, addressed by the archive's name and its own; damage is one reject."""

import gzip
import io
import zipfile

from carry import carried, html

from hearsay.pages import streams


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def test_each_file_is_read_as_if_it_lay_in_a_folder() -> None:
    pages, rejects = carried(zipped(b=html("Varek"), a=html("Mirren"), empty=b""), "saved.zip")
    assert [page.address for page in pages] == ["saved.zip!a", "saved.zip!b"]
    assert [reject.address for reject in rejects] == ["saved.zip!empty"]


def test_a_name_that_climbs_out_stays_a_name() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("../../climb.html", html("Varek"))
    pages, _ = carried(out.getvalue(), "evil.zip")
    assert [page.address for page in pages] == ["evil.zip!../../climb.html"]


def test_archives_in_archives_are_read_and_too_many_are_refused() -> None:
    inner = zipped(page=html("Varek"))
    pages, _ = carried(zipped(inner=inner), "outer.zip")
    assert [page.address for page in pages] == ["outer.zip!inner!page"]
    for _ in range(6):
        inner = zipped(inner=inner)
    pages, rejects = carried(inner, "deep.zip")
    assert not pages and "archives in archives" in rejects[0].reason


def test_a_damaged_archive_is_one_reject() -> None:
    data = bytearray(zipped(a=html("Varek") * 50))
    data[60] ^= 0xFF
    pages, rejects = carried(bytes(data), "broken.zip")
    assert not pages and len(rejects) == 1
    assert "damaged" in rejects[0].reason


def test_an_office_document_says_what_it_is() -> None:
    _, rejects = carried(zipped(**{"[Content_Types].xml": b"<x/>"}), "letter.docx")
    assert "office document" in rejects[0].reason


def test_a_bomb_is_stopped(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(streams, "FREE", 1 << 20)
    pages, rejects = carried(zipped(bomb=b"a" * (8 << 20)), "bomb.zip")
    assert not pages and "times its size" in rejects[0].reason


def test_of_a_wacz_only_the_warcs_are_read() -> None:
    record = b"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://orva.example/a\r\nContent-Type: text/html\r\n"
    record += b"WARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2031-03-04T10:00:00Z\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
    body = html("Varek")
    wacz = zipped(
        **{"archive__data.warc.gz": gzip.compress(record % (len(body), body)), "datapackage.json": b"{}", "pages__pages.jsonl": b"{}"}
    )
    pages, rejects = carried(wacz, "crawl.wacz")
    assert [page.address for page in pages] == ["https://orva.example/a"]
    assert rejects == []
