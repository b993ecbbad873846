"""A table of a crawler: a page a row."""

import io

import pyarrow
from carry import carried
from pyarrow import parquet


def test_rows_are_pages_and_empty_ones_rejects() -> None:
    table = pyarrow.table({"url": ["https://orva.example/a", "https://orva.example/b"], "title": ["A", "B"], "maintext": ["one", None]})
    out = io.BytesIO()
    parquet.write_table(table, out)
    pages, rejects = carried(out.getvalue(), "crawl.parquet")
    assert [(page.address, page.text) for page in pages] == [("https://orva.example/a", "A\n\none")]
    assert [reject.address for reject in rejects] == ["crawl.parquet#2"]


def test_a_cut_off_table_is_one_reject() -> None:
    pages, rejects = carried(b"PAR1" + b"\x00" * 40, "crawl.parquet")
    assert not pages and "cannot be read" in rejects[0].reason
