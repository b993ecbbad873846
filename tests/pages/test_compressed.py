"""Packed files are read as they unpack."""

import gzip

import zstandard
from carry import carried, html


def test_gzip_and_zstandard_lose_their_suffix() -> None:
    for packed, name in ((gzip.compress(html("Varek")), "page.html.gz"), (zstandard.compress(html("Varek")), "page.html.zst")):
        pages, rejects = carried(packed, name)
        assert [page.address for page in pages] == ["page.html"] and not rejects


def test_several_members_are_one_stream() -> None:
    lines = gzip.compress(b'{"title": "A", "text": "The ferry was late."}\n') + gzip.compress(b'{"title": "B", "text": "It came."}\n')
    pages, _ = carried(lines, "crawl.jsonl.gz")
    assert [page.text for page in pages] == ["A\n\nThe ferry was late.", "B\n\nIt came."]


def test_a_cut_off_file_keeps_what_came_before() -> None:
    lines = b"".join(b'{"title": "%d", "text": "The ferry was late again."}\n' % n for n in range(20_000))
    packed = gzip.compress(lines)
    pages, rejects = carried(packed[: len(packed) // 2], "crawl.jsonl.gz")
    assert len(pages) > 1000
    assert len(rejects) == 1 and "cut off" in rejects[0].reason
