"""Every row of the phrase tables finds its own example."""

import numpy as np
import pytest

from hearsay.articles.forms import line_key
from hearsay.articles.lines import Lines
from hearsay.articles.phrases import Phrases
from hearsay.language import Languages
from hearsay.tables import Classed

LANGUAGES = Languages()
ROWS = [(code, table, row) for code in LANGUAGES for table in ("clutter", "furniture", "credits") for row in LANGUAGES[code].rows(table)]


@pytest.mark.parametrize("table", ["clutter", "furniture", "credits"])
@pytest.mark.parametrize("code", list(LANGUAGES))
def test_each_row_finds_its_example(code: str, table: str) -> None:
    missed = []
    for row in LANGUAGES[code].rows(table):
        alone = Phrases([row])
        line = alone.kinds(Lines(row.example))
        found = {phrase.kind for phrase in alone.within(row.example)} | set(line.values())
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
    assert not Phrases(LANGUAGES["en"].rows("credits")).among(text, np.array([0, 8]), np.array([7, 20]))


@pytest.mark.parametrize(
    "line, key",
    [
        ("  •  Read\u00a0also: ", "read also"),
        ("12,500 views · 3.5 hours", "{n} views · {n} hours"),
        ("© Norvia Herald, 2031.", "© norvia herald, {n}"),
        ("Чия гавань? (ІЛЬДЕН) — ", "чия гавань? (ільден)"),
        ("Ilden’s PORT!...", "ilden's port!"),
        ("* * *", ""),
    ],
)
def test_lines_are_compared_without_case_signs_and_numbers(line: str, key: str) -> None:
    assert line_key(line) == key


def test_a_set_phrase_leads_to_a_title_or_is_counted() -> None:
    clutter = Phrases(row for code in LANGUAGES for row in LANGUAGES[code].rows("clutter"))
    lines = ("You may also like: The pier that nobody painted", "Share 14", "Sport: Orvan beats Kelm", "Share of 14")
    text = "\n".join(lines)
    assert clutter.kinds(Lines(text)) == {0: "related", 1: "share"}


def test_an_opening_with_a_colon_needs_it() -> None:
    phrases = Phrases([Classed("more:…", "More: the old pier", "related")])
    assert phrases.kinds(Lines("More: the old pier\nMore ships came\nMore:\nmore")) == {0: "related", 2: "related", 3: "related"}
