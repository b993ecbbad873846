"""What time words mean, given the day they were written."""

from hearsay import almanac


def test_days_weeks_months_years() -> None:
    assert almanac.counted("day-1", "2031-03-01") == "2031-02-28"
    assert almanac.counted("week-1", "2031-03-06") == "2031-02-24/2031-03-02"
    assert almanac.counted("month-1", "2031-01-15") == "2030-12"
    assert almanac.counted("year-1", "2031-01-15") == "2030"


def test_a_weekday_is_the_last_one_today_included() -> None:
    assert almanac.counted("weekday=1", "2031-03-06") == "2031-03-04"
    assert almanac.counted("weekday=3", "2031-03-06") == "2031-03-06"


def test_an_open_year_stays_open() -> None:
    assert almanac.counted("day-1", "XXXX-03-01") == "XXXX-02-29"
    assert almanac.counted("weekday=1", "XXXX-02-03", weekday=3) == "XXXX-02-01"
    assert almanac.counted("weekday=1", "XXXX-02-03") is None


def test_what_does_not_count_gives_nothing() -> None:
    assert almanac.counted("now", "2031-03-06") is None
    assert almanac.counted("day-1", "2031-03") is None


def test_days_of_the_calendar() -> None:
    assert almanac.calendar(17, 12, 2030) == "2030-12-17"
    assert almanac.calendar(17, 12, None) == "XXXX-12-17"
    assert almanac.calendar(None, 12, 2030) == "2030-12"
    assert almanac.calendar(31, 2, 2030) is None
