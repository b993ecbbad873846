"""What a page's arrays say of its days and times is what its lines say."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.articles.days import Calendar
from hearsay.articles.diary import CLOCK, NEAR_HEAD, Diary
from hearsay.articles.lines import Lines
from hearsay.language import Languages

CALENDAR = Calendar(Languages())
PARTED = re.compile(r"\d[.!?…|›>→·•/–—-]\s?\d")
TIME = re.compile(r"(?<![\d.:])([01]?\d|2[0-3])[:.]([0-5]\d)(?![\d:%]|\.\d)")
PIECES = ["March", "may", "4", "12:30", "9.05", "3/4", "1-", " ", " ", "a", "of", "№", "\n"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def diary(text: str) -> Diary:
    return Diary(Lines(text), CALENDAR)


@pytest.mark.parametrize("text", ["4 March", "4 of March", "the 4th of March", "March 4", "4/3", "4. 3.", "9:05 - 12 марта"])
def test_a_number_with_a_sign_or_a_month_beside_it_may_be_a_day(text: str) -> None:
    assert diary(f"Ilden\n{text}\nIlden").dated == {1}


@pytest.mark.parametrize("text", ["4", "4 ships sailed for Ilden in March", "March saw 4 ships", "9:05", "Ilden"])
def test_other_numbers_are_none(text: str) -> None:
    assert not diary(f"Ilden\n{text}\nIlden").dated


@settings(max_examples=200)
@given(TEXTS)
def test_days_and_times_are_told_by_lines_of_numbers(text: str) -> None:
    read = diary(text)
    for i, block in enumerate(read.lines.blocks):
        assert i in read.dated or not PARTED.search(block.text)
        assert i in read.dated or not CALENDAR.days(text, *block.span)
        assert (i in read.clocked) == bool(re.search(r"\d[:.]\d\d", block.text[: NEAR_HEAD + 3]))
        assert read.timed(i) == bool(CLOCK.search(block.text))
    assert read.dated <= read.numbered


@settings(max_examples=200)
@given(st.text("0123459.: %a𝟑²", max_size=12), st.integers(0, 3))
def test_a_time_is_an_hour_and_a_minute_with_no_other_number_beside_them(text: str, start: int) -> None:
    assert [clock.group("hour", "minute") for clock in CLOCK.finditer(text, start)] == TIME.findall(text, start)


def test_what_names_nothing_is_known_whatever_stands_at_its_place() -> None:
    words = Lines("Ilden March Tuesday harbour today").words
    calendar = Calendar(Languages())
    for _ in range(2):
        named = calendar.named("Ilden March Tuesday harbour today", words)
        assert named == {1: ("month", 3), 2: ("weekday", 1), 4: ("day", 0)}
    taken = words._replace(place=words.place * 0)
    assert calendar.named("Ilden March Tuesday harbour today", taken) == named


def test_a_time_of_today_may_have_counts_behind_it_and_no_words() -> None:
    assert diary("Today, 14:32   4 817   312   58").is_day(0)
    assert not diary("Today at 14:32 the ferry went").is_day(0)
