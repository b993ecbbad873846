"""Days as pages write them."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.articles.days import BEGINS, DAY_FIRST, IN_DIGITS, MONTH_FIRST, Calendar, Form
from hearsay.language import Languages

LANGUAGES = Languages()
CALENDAR = Calendar(LANGUAGES)
WRITTEN = [
    ("March 04,2031 13:33", "2031-03-04T13:33"),
    ("19:21 02.12.2030", "2030-12-02T19:21"),
    ("November 18, 2029 11:03 PM", "2029-11-18T23:03"),
    ("2031-03-04T10:11:12Z", "2031-03-04T10:11Z"),
    ("2031-02-01T23:30:00.5-05:00", "2031-02-01T23:30-05:00"),
    ("2031-02-01 23:30:00 +0300", "2031-02-01T23:30+03:00"),
    ("3. února 2031 v 14:05", "2031-02-03T14:05"),
    ("11 мая 2031 года", "2031-05-11"),
    ("1 лютого", "XXXX-02-01"),
    ("15 maja 2030", "2030-05-15"),
    ("5 юни 2030", "2030-06-05"),
    ("2031/3/4", None),
    ("31.02.2031", None),
    ("06.07 02:19", None),
    ("6. 3., 17.40", "XXXX-03-06"),
    ("čt 6.3. 17:40", "XXXX-03-06"),
    ("odst. 6. 3., strana 17", None),
    ("12 months ago", None),
]
PIECES = [
    "March",
    "may",
    "Mar.",
    "4",
    "12",
    "2031",
    "12:30",
    "9.05",
    "03.04.2031",
    "2031-03-04",
    "3/4/31",
    "th",
    "of",
    "p.m.",
    ",",
    "-",
    " ",
    " ",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=20).map(lambda pieces: re.sub(" +", " ", "".join(pieces)))


class Ungated(Calendar):
    """Tries every form everywhere."""

    def _forms(self, text: str, start: int, stop: int) -> list[Form]:
        return [*IN_DIGITS, DAY_FIRST, MONTH_FIRST]


UNGATED = Ungated(LANGUAGES)


@settings(max_examples=300)
@given(TEXTS)
def test_no_form_is_left_out_that_reads_a_day(text: str) -> None:
    days = CALENDAR.days(text)
    assert days == UNGATED.days(text)
    assert all(day.span.stop <= behind.span.start for day, behind in pairwise(days))


@pytest.mark.parametrize(("text", "value"), WRITTEN)
def test_a_day_is_read(text: str, value: str | None) -> None:
    found = CALENDAR.days(text)
    assert [day.moment for day in found][:1] == ([value] if value else [])


def test_the_order_of_day_and_month_is_the_languages() -> None:
    assert Calendar(LANGUAGES, "mdy").days("3/4/2031")[0].value == "2031-03-04"
    assert Calendar(LANGUAGES, "dmy").days("3/4/2031")[0].value == "2031-04-03"
    assert Calendar(LANGUAGES, "mdy").days("13/4/2031")[0].value == "2031-04-13"


@pytest.mark.parametrize(("text", "weekday"), [("on Tuesday", 1), ("у вівторок", 1), ("в четверг", 3), ("w środę", 2), ("v torek", 1)])
def test_a_weekday_is_read_in_its_case(text: str, weekday: int) -> None:
    assert CALENDAR.weekdays(text, 0, len(text)) == [weekday]


FORMS = sorted({row.form.lstrip("=") for language in CALENDAR.languages for row in language.rows("times")})


@settings(max_examples=300)
@given(st.one_of(st.sampled_from(FORMS), st.text(min_size=1)), st.integers(0, 12), st.sampled_from(["", "а", "ами", "es", "ſt", "ẞ", "İ"]))
def test_the_first_letters_of_a_word_tell_that_it_names_nothing(form: str, cut: int, ending: str) -> None:
    for word in re.findall(r"[^\W\d_]+", form[: cut or None] + ending):
        for written in (word, word.upper(), word.title()):
            assert CALENDAR.begins(written[:BEGINS]) or CALENDAR.word(written) is None
