"""EDTF dates as the days they may mean."""

import pytest

from hearsay.record.days import bounds, day_of, latest, no_later, order, sound, within


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        ("2031-03-04", "2031-03-04", "2031-03-04"),
        ("2031-03-04T10:30", "2031-03-04", "2031-03-04"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("2031", "2031-01-01", "2031-12-31"),
        ("203X", "2030-01-01", "2039-12-31"),
        ("2031-03-04~", "2031-03-04", "2031-03-04"),
        ("2031-03-XX", "2031-03-01", "2031-03-31"),
        ("2031-22", "2031-06-01", "2031-08-31"),
        ("2031-03-04/2031-03-06", "2031-03-04", "2031-03-06"),
        ("../2031-03-06", "0000-00-00", "2031-03-06"),
        ("2031-03-04/..", "2031-03-04", "9999-99-99"),
    ],
)
def test_bounds(value: str, low: str, high: str) -> None:
    assert bounds(value) == (low, high)


@pytest.mark.parametrize("value", [None, "", "XXXX-02-01", "soon", "2031-13"])
def test_what_has_no_day(value: str | None) -> None:
    assert bounds(value) is None


def test_unknown_days_come_last_and_lie_between_none() -> None:
    assert sorted([None, "2031", "2030-05"], key=order) == ["2030-05", "2031", None]
    assert within(None, None, None) and not within(None, "2030", None)
    assert within("2031", "2031-06-01", None) and not within("2031-02", None, "2031-01-31")


def test_no_later_than_stands_under_that_day() -> None:
    assert day_of("../2031-03-04T14:30") == "2031-03-04" and no_later("../2031-03-04")
    assert day_of("2031-03-04T14:30") == "2031-03-04" and not no_later("2031-03-04")
    assert day_of("2031-03-04/2031-03-06") == "2031-03-04/2031-03-06"
    assert day_of("XXXX-03-04") is None and not no_later(None)
    assert sorted(["2031-03-05", "../2031-03-04", "2031-03-03"], key=order) == ["2031-03-03", "../2031-03-04", "2031-03-05"]


def test_the_last_day_a_date_may_mean() -> None:
    assert latest("../2031-03-04T14:30") == latest("2031-03-01/2031-03-04") == latest("2031-03-04") == "2031-03-04"
    assert latest("2031-03-04/..") is None and latest(None) is None


def test_no_later_than_a_day_that_is_only_the_earliest_says_nothing() -> None:
    assert sound("../2031-03-04/..") is None
    assert sound("../2031-03-04") == "../2031-03-04" and sound(None) is None
