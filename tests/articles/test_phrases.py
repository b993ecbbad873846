"""Every row of the phrase tables finds its own example."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.articles.credits import IN_LINES
from hearsay.articles.forms import compiled, line_key
from hearsay.articles.lines import Lines
from hearsay.articles.notices import Appeals
from hearsay.articles.phrases import ASKED, MASTHEADS, WORDS, Phrases, phrases, together
from hearsay.articles.slotted import REACH
from hearsay.language import Languages
from hearsay.tables import Classed

LANGUAGES = Languages()
ROWS = [(code, table, row) for code in LANGUAGES for table in ("clutter", "furniture", "credits") for row in LANGUAGES[code].rows(table)]


@pytest.mark.parametrize("table", ["clutter", "furniture", "credits"])
@pytest.mark.parametrize("code", list(LANGUAGES))
def test_each_row_finds_its_example(code: str, table: str) -> None:
    missed = []
    for row in (row for row in LANGUAGES[code].rows(table) if row.kind not in WORDS or row.kind == MASTHEADS):
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


def test_words_are_compared_by_their_small_letters() -> None:
    forms = [
        Classed("{agency} weiß mehr", "Norvia Presse weiß mehr", "wire"),
        Classed("Große Häfen: {agency}", "Große Häfen: Norvia Presse", "wire"),
    ]
    assert [Phrases([row]).within(row.example)[0].slots["agency"].of(row.example) for row in forms] == 2 * ["Norvia Presse"]


def test_several_tables_in_one_pass_find_what_each_finds() -> None:
    tables = [phrases("furniture", LANGUAGES), phrases("credits", LANGUAGES, IN_LINES)]
    examples = [row.example for _, table, row in ROWS if table != "clutter"]
    lines = Lines("\n\n".join(examples + [f"{a} {b}" for a, b in pairwise(examples[::3])]))
    apart = [table.among(lines.text, lines.start, lines.stop) for table in tables]
    assert not {row.kind for row in tables[0].rows} & IN_LINES
    for n, found in together(*tables).among(lines.text, lines.start, lines.stop).items():
        for of, here in zip(apart, ([p for p in found if (p.kind in IN_LINES) == named] for named in (False, True)), strict=True):
            assert here == of.get(n, [])
    assert len(apart[0].keys() | apart[1].keys()) == len(together(*tables).among(lines.text, lines.start, lines.stop))


@given(
    st.lists(st.sampled_from([row.example for _, table, row in ROWS if table == "credits"]), max_size=4), st.text(" \n.©(сsaid", max_size=9)
)
def test_stretches_looked_at_together_hold_what_each_holds(examples: list[str], rest: str) -> None:
    lines = Lines("\n".join([*examples, rest]))
    credits = phrases("credits", LANGUAGES)
    spans = [block.span for block in lines.blocks]
    found = credits.among(lines.text, lines.start, lines.stop)
    assert found == {n: said for n, span in enumerate(spans) if (said := credits.within(lines.text, span))}


def test_a_sign_is_looked_for_before_what_it_begins() -> None:
    rights = phrases("furniture", LANGUAGES).within
    assert [phrase.kind for phrase in rights("© Norvia Herald, all rights reserved")] == ["rights"]
    assert not [phrase for phrase in rights("All that Norvia Herald, all rights reserved") if "name" in phrase.slots]


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


OPEN = sorted(
    {row.form.strip("…").strip() for _, table, row in ROWS if table == "credits" and row.form[0] in "{©(" and "{n}" not in row.form}
)


@pytest.mark.parametrize("first", range(0, 40, 8))
def test_what_a_slot_begins_is_found_wherever_its_pattern_stands(first: int) -> None:
    examples = [row.example for _, table, row in ROWS if table == "credits" and row.form[0] in "{©("]
    finder = phrases("credits", LANGUAGES)
    for text in map(" ".join, pairwise(examples[first::40])):
        if len(text) < REACH:
            assert {found.span() for form in OPEN for found in compiled(form).finditer(text)} <= {p.span for p in finder.within(text)}


WORDED = [" ".join(row.form.replace("…", "").replace("{n}", "12").split()) for _, table, row in ROWS if table != "credits"]
PARTS = st.sampled_from([form for form in WORDED if "{" not in form]) | st.sampled_from(["12", ":", "—", "Ilden", "the pier", "☎", " · "])


ASKING = Appeals(row for code in LANGUAGES for row in LANGUAGES[code].rows("clutter"))


@given(st.lists(st.lists(PARTS, min_size=1, max_size=3), max_size=5), st.sampled_from(["clutter", "furniture"]))
def test_every_line_that_is_a_set_phrase_is_looked_at(parts: list[list[str]], table: str) -> None:
    lines, finder = Lines("\n\n".join(" ".join(line) for line in parts)), phrases(table, LANGUAGES)
    texts = [block.text for block in lines.blocks]
    asking = dict.fromkeys(ASKING.among(lines), ASKED) if table == "clutter" else {}
    assert finder.kinds(lines) == asking | {i: kind for i, text in enumerate(texts) if (kind := finder.line(text, line_key(text)))}


def test_a_set_phrase_leads_to_a_title_or_is_counted() -> None:
    clutter = phrases("clutter", LANGUAGES)
    lines = ("You may also like: The pier that nobody painted", "Share 14", "Sport: Orvan beats Kelm", "Share of 14")
    text = "\n".join(lines)
    assert clutter.kinds(Lines(text)) == {0: "related", 1: "share"}


def test_an_opening_with_a_colon_needs_it() -> None:
    phrases = Phrases([Classed("more:…", "More: the old pier", "related")])
    assert phrases.kinds(Lines("More: the old pier\nMore ships came\nMore:\nmore")) == {0: "related", 2: "related", 3: "related"}


def test_a_set_phrase_ends_a_line_from_a_word_on() -> None:
    phrases = Phrases([Classed("…rights reserved", "All rights reserved", "rights")])
    lines = Lines("All rights reserved\nCopyrights reserved\nNorvia Herald (c) 2031, Rights Reserved\nRights reserved for members")
    assert phrases.kinds(lines) == {0: "rights", 2: "rights"}
    assert phrases.line("Copyrights reserved", "copyrights reserved") is None


def test_an_opening_is_found_however_long_it_is() -> None:
    openings = ("More…", "read also…", "sign up for our daily letter…")
    phrases = Phrases([Classed(form, form, "related") for form in openings])
    said = (
        "More",
        "More ships came",
        "Moreover it rained",
        "Read also: the pier",
        "Read the rest",
        "Sign up for our daily letter now",
        "Sign up!",
    )
    assert list(phrases.kinds(Lines("\n".join(said)))) == [0, 1, 3, 5]
