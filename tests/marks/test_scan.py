"""An article laid open: what stands in a dateline is no part of what anyone said."""

import pytest

from hearsay import articles, marks, pages
from hearsay.language import Languages

LANGUAGES = Languages()
REST = "The lock has been closed for the winter, harbour master Edda Kolm said on Tuesday.\n\nShe added that it would open again in March."


@pytest.mark.parametrize("dateline", ["TALMAR, March 14 (Norvex) - ", "TALMAR, March 14 (Norvex) — ", "TALMAR, MARCH 14, NORVEX: "])
def test_a_dateline_is_no_part_of_what_was_said(dateline: str) -> None:
    text = f"Lock closed for the winter\n\n14 March 2031\n\n{dateline}{REST}\n"
    article = next(iter(articles.find(pages.from_text(text), LANGUAGES, lambda reject: None)))
    assert article.dateline is not None
    first = marks.find(article, LANGUAGES["en"]).statements[0]
    assert [span.of(text) for span in first.content] == ["The lock has been closed for the winter"]
    assert first.mode == "indirect"
