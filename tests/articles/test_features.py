"""What the numbers say of lines that a reader can judge."""

import re

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.articles.features import NAMES, best_stretch, features
from hearsay.articles.lines import Lines


def seen(text: str, name: str, anchor: int | None = None, closing: int | None = None) -> list[float]:
    lines = Lines(text)
    where = np.arange(len(lines.blocks))
    rows = features(lines, anchor, np.zeros(len(where), bool), where == closing)
    return [round(float(value), 3) for value in rows[:, NAMES.index(name)]]


def counted(text: str, name: str, anchor: int | None = None) -> list[int]:
    """What `seen` gives as logarithms."""
    return [round(float(np.expm1(value))) for value in seen(text, name, anchor)]


def test_signs_of_lines() -> None:
    assert counted("Opened at 9:30\nRatio 3:2\nBy 12:45:10", "clocks") == [1, 0, 2]
    assert counted("In 2031\nIn 12031\nIn 1890\nroom 20 31\n1999", "years") == [1, 0, 0, 0, 1]
    assert counted("One, two, three, four, five words\n(Norvia)", "commas") == [4, 0]
    assert counted("One, two\n(Norvia, Tarna)", "opening_marks") == [0, 1]
    assert counted("NORVIA Herald online\nno capitals", "capitalised") == [2, 0]
    assert counted("Port\n\n\nIlden", "gap") == [0, 2] and counted("Port\n\n\nIlden", "gap_after") == [2, 4]
    assert seen("He said «yes.»\nHe said yes\nMore...\n(Closed.)", "final_stop") == [1, 0, 1, 1]
    assert seen("More...\nMore…\nMore.", "dots") == [1, 1, 0]
    assert seen("• Port\nport\n9 ports", "bullet") == [1, 0, 0] and seen("• Port\nport\n9 ports", "opens_small") == [0, 1, 0]


@given(st.text("01259: Cя.²\n", max_size=80))
@settings(max_examples=300, deadline=None)
def test_clocks_and_years_are_those_that_a_pattern_finds(text: str) -> None:
    found = [block.text for block in Lines(text).blocks]
    assert not found or counted(text, "clocks") == [len(re.findall(r"(?<=[\d²]):(?=[\d²]{2}(?![\d²]))", line)) for line in found]
    year = re.compile(r"(?<![\w²])(?:19|20|1:|0C)[\d²]{2}(?![\w²])")  # "1:30" counts as one, and did when the weights were learned
    assert not found or counted(text, "years") == [len(year.findall(line)) for line in found]


def test_lines_of_one_shape() -> None:
    text = "Port opens today\nShips come home\nThe master said nothing at all that day."
    assert seen(text, "same_shape") == [1, 1, 0] and counted(text, "shape") == [2, 2, 1]


def test_the_title_said_again_and_what_stands_below_it() -> None:
    text = "Harbour opens - Orva\nHome\nHarbour opens\nThe harbour opens again."
    assert counted(text, "title_words", anchor=2) == [2, 0, 2, 2]
    assert seen(text, "below_anchor", anchor=2) == [0, 0, 0, 1]
    assert seen("Text\nRead also\nOther", "since_closing", closing=1) == [0, 1, 0.882]


def test_another_alphabet_than_the_running_text() -> None:
    long = "The harbour master of Ilden said that the ships may enter again, and that nobody had been asked."
    assert seen(f"{long}\nГавань Ильдена\nIlden", "script") == [0, 1, 0]
    assert seen("Гавань открыта снова.\nIlden", "script") == [0, 1]


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_one_row_a_block(text: str) -> None:
    lines = Lines(text)
    if count := len(lines.blocks):
        rows = features(lines, None, np.zeros(count, bool), np.zeros(count, bool))
        assert rows.shape == (count, len(NAMES)) and np.isfinite(rows).all()


@given(st.lists(st.integers(-5, 5), max_size=12))
@settings(deadline=None)
def test_the_best_stretch_has_the_greatest_sum(values: list[int]) -> None:
    start, stop = best_stretch(np.array(values, float))
    assert sum(values[start:stop]) == max((sum(values[i:k]) for i in range(len(values)) for k in range(i, len(values) + 1)), default=0)
