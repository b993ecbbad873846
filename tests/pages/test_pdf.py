"""PDF: the text layer, with the place of each page."""

import io

from carry import carried
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject


def pdf(*texts: str) -> bytes:
    """A file with one line of text a page."""
    writer = PdfWriter()
    kinds = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font = DictionaryObject({NameObject(key): NameObject(value) for key, value in kinds.items()})
    for text in texts:
        page = writer.add_blank_page(300, 300)
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})})
        content = DecodedStreamObject()
        content.set_data(f"BT /F1 12 Tf 20 200 Td ({text}) Tj ET".encode())
        page[NameObject("/Contents")] = writer._add_object(content)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_each_page_has_its_place() -> None:
    pages, rejects = carried(pdf("The ferry was late.", "Varek said so."), "report.pdf")
    assert not rejects
    found = [(place.name, place.span.of(pages[0].text)) for place in pages[0].places]
    assert found == [("page 1", "The ferry was late."), ("page 2", "Varek said so.")]


def test_a_scan_says_that_it_has_no_text() -> None:
    _, rejects = carried(pdf(""), "scan.pdf")
    assert "without a text layer" in rejects[0].reason


def test_a_broken_file_is_one_reject() -> None:
    _, rejects = carried(b"%PDF-1.7\nnothing", "broken.pdf")
    assert "cannot be read" in rejects[0].reason
