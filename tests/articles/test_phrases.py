"""Every row of the phrase tables finds its own example."""

import pytest

from hearsay.articles.phrases import Phrases, line_key
from hearsay.language import Languages
from hearsay.model import Span

LANGUAGES = Languages()
ROWS = [(code, table, row) for code in LANGUAGES for table in ("clutter", "furniture", "credits") for row in LANGUAGES[code].rows(table)]


@pytest.mark.parametrize("table", ["clutter", "furniture", "credits"])
@pytest.mark.parametrize("code", list(LANGUAGES))
def test_each_row_finds_its_example(code: str, table: str) -> None:
    missed = []
    for row in LANGUAGES[code].rows(table):
        alone = Phrases([row])
        found = {phrase.kind for phrase in alone.within(row.example)} | {alone.line(row.example, line_key(row.example))}
        if row.kind not in found:
            missed.append((row.form, row.example))
    assert not missed


def test_a_slot_ends_where_the_next_words_begin() -> None:
    text = "This was reported by Norvia Press with reference to the harbour master."
    longest = max(Phrases(LANGUAGES["en"].rows("credits")).within(text), key=lambda phrase: len(phrase.slots))
    assert longest.slots["agency"].of(text) == "Norvia Press"
    assert longest.slots["name"].of(text) == "the harbour master"


def test_a_phrase_does_not_cross_from_one_line_to_the_next() -> None:
    text = "Source:\nNorvia Press"
    assert not Phrases(LANGUAGES["en"].rows("credits")).among(text, [Span(0, 7), Span(8, 20)])
