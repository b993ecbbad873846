"""When an article was published, and on what ground; a widget's or sidebar's date never."""

from dataclasses import replace

import pytest

from hearsay import articles, pages
from hearsay.language import Languages
from hearsay.model import Article, Stated

LANGUAGES = Languages()
BODY = (
    "The harbour of Port Ilden took in its first ships on Tuesday, the harbour master Anna Lorne said.\n\n"
    '"We have cleared the northern channel and marked it with new buoys," she told reporters at the quay.\n\n'
    "Seven freighters had been waiting in the bay, and two of them had run short of water.\n"
)


def only(text: str, address: str = "", stated: tuple[Stated, ...] = ()) -> Article:
    found = list(articles.find(pages.from_text(text, address, stated=stated), LANGUAGES, lambda reject: None))
    assert len(found) == 1
    return found[0]


def test_a_stated_line_under_the_headline() -> None:
    article = only(f"Harbour opens again\n\n4 March 2031, 10:45\n\n{BODY}")
    assert article.published and (article.published.value, article.published.ground) == ("2031-03-04T10:45", "dated line")
    assert article.published.span and article.published.span.of(article.text) == "4 March 2031, 10:45"


def test_what_the_carrier_states_comes_first_and_the_line_is_kept() -> None:
    article = only(f"Harbour opens again\n\n4 March 2031\n\n{BODY}", stated=(Stated("published", "2031-03-05", "jsonl key date"),))
    assert article.published and article.published.value == "2031-03-05"
    assert [other.value for other in article.published.others] == ["2031-03-04"]


def test_the_address_dates_where_the_page_does_not() -> None:
    article = only(f"Harbour opens again\n\n{BODY}", "https://example.org/2031/03/04/harbour")
    assert article.published and (article.published.value, article.published.ground) == ("2031-03-04", "address")


def test_unknown_is_an_answer() -> None:
    assert only(f"Harbour opens again\n\n{BODY}").published is None


def test_a_sidebar_below_does_not_date_the_article() -> None:
    below = "Read also\n\n05.03.2033\n14:00\n\nCouncil puts off its vote\n\n04.03.2033\n10:00\n\nFerry on Sundays only\n"
    assert only(f"Harbour opens again\n\n{BODY}\n{below}").published is None


def test_a_dateline_leaves_its_year_open_and_the_weekday_is_evidence() -> None:
    article = only("Harbour opens again\n\nILDEN, March 4 (Reuters) - " + BODY)
    assert article.published and article.published.value == "XXXX-03-04"
    assert article.weekday == 1


@pytest.mark.parametrize(("tail", "value"), [("On January 26 it opened a gate.", "2031-03-04"), ("", "XXXX-03-04")])
def test_the_year_that_the_text_carries(tail: str, value: str) -> None:
    year = "On December 17, 2030, the council signed the plan. " if tail else ""
    article = only(f"Harbour opens again\n\nILDEN, March 4 (Reuters) - {BODY}\n{year}{tail or 'The council is content.'}\n")
    assert article.published and article.published.value == value


def test_a_day_spoken_of_as_past_only_says_not_before() -> None:
    article = only(f"Harbour opens again\n\n{BODY}\nOn 12 January the mayor said that the pier would be rebuilt.\n")
    assert article.published and article.published.value == "XXXX-01-13/.."


# ------------------------------------------------------------------ 3/4/2031

SLASHED = [
    ("a number above twelve", "03/04/2031", "The gate was shut on 03/25/2031, she said.", None, "2031-03-04"),
    ("a number above twelve", "03/04/2031", "The gate was shut on 25/03/2031, she said.", None, "2031-04-03"),
    ("the weekday", "Tuesday, 3/4/2031", "", None, "2031-03-04"),
    ("the weekday", "Thursday, 3/4/2031", "", None, "2031-04-03"),
    ("the day that the markup states of a change", "3/4/2031", "", Stated("updated", "2031-03-04", "meta"), "2031-03-04"),
    ("a number above twelve", "3/4/31", "The gate was shut on 3/25/31, she said.", None, "2031-03-04"),
    ("a number above twelve, the years told otherwise", "3/4/31", "The gate was shut on 25/3/2031, she said.", None, "2031-04-03"),
    ("the weekday", "Tuesday, 3/4/31", "", None, "2031-03-04"),
    ("the day that the markup states of a change", "3/4/31", "", Stated("updated", "2031-04-03", "meta"), "2031-04-03"),
    ("nothing, for dates with dots come day first", "03.04.31", "", None, "2031-04-03"),
]


@pytest.mark.parametrize(("evidence", "line", "tail", "stated", "value"), SLASHED)
def test_the_order_of_day_and_month_is_the_pages(evidence: str, line: str, tail: str, stated: Stated | None, value: str) -> None:
    article = only(f"Harbour opens again\n\n{line}\n\n{BODY}\n{tail}\n", stated=(stated,) if stated else ())
    assert article.published and article.published.value == value, evidence


@pytest.mark.parametrize("line", ["3/4/2031", "3/4/31"])
def test_a_language_with_two_orders_leaves_the_month_open(line: str) -> None:
    article = only(f"Harbour opens again\n\n{line}\n\n{BODY}")
    assert article.published and article.published.value == "2031"
    assert article.published.ground == f"dated line '{line}', which leaves open which is the month"


def test_numbers_that_are_no_days_tell_no_order() -> None:
    article = only(f"Harbour opens again\n\n3/4/31\n\n{BODY}\nIt is open 24/7/365, with a vote of 50/25/25 and 9/31/10 in reserve.\n")
    assert article.published and article.published.value == "2031"


def test_a_year_of_the_nineties_is_the_last_century() -> None:
    article = only(f"Harbour opens again\n\nTuesday, 3/4/97\n\n{BODY}")
    assert article.published and article.published.value == "1997-03-04"


def test_a_language_with_one_order_reads_by_it() -> None:
    body = "Гавань Ильдена снова открыта для судов, сообщила во вторник капитан порта Анна Лорн.\n\n" * 3
    for line in ("3/4/2031", "3/4/31"):
        article = only(f"Гавань снова открыта\n\n{line}\n\n{body}")
        assert article.published and article.published.value == "2031-04-03"


def test_nothing_is_published_after_its_capture() -> None:
    page = replace(pages.from_text(f"Harbour opens again\n\n3/4/2031\n\n{BODY}"), captured="2031-03-06T10:00:00+00:00")
    article = next(iter(articles.find(page, LANGUAGES, lambda reject: None)))
    assert article.published and article.published.value == "2031-03-04"


# ------------------------------------------------------------------ offsets, and lines that say less


def test_the_offset_is_kept_and_the_day_is_the_outlets() -> None:
    article = only(f"Harbour opens again\n\n{BODY}", stated=(Stated("published", "2031-02-01T23:30:00-0500", "JSON-LD datePublished"),))
    assert article.published and article.published.value == "2031-02-01T23:30-05:00"


def test_a_moment_in_utc_yields_to_the_day_that_the_page_shows() -> None:
    stated = Stated("published", "2031-03-05T02:26:00Z", "JSON-LD datePublished")
    article = only(f"Harbour opens again\n\n4 March 2031\n\n{BODY}", stated=(stated,))
    assert article.published and article.published.value == "2031-03-04"
    assert article.published.ground == "dated line, the local day of what JSON-LD datePublished gives in UTC"
    assert [other.value for other in article.published.others] == ["2031-03-05T02:26Z"]


def test_a_day_without_its_year_takes_the_year_of_the_same_day_elsewhere() -> None:
    article = only(f"Harbour opens again\n\n4 March\n\n{BODY}\nRead also\n\n4 March 2031, 09:10\n\nFerry on Sundays only\n")
    assert article.published and article.published.value == "2031-03-04"
    assert article.published.ground == "dated line, with the year from '4 March 2031, 09:10' on the page"


def test_a_day_without_any_year_says_so() -> None:
    article = only(f"Harbour opens again\n\n4 March\n\n{BODY}")
    assert article.published and (article.published.value, article.published.ground) == ("XXXX-03-04", "dated line, which says no year")


def test_the_first_of_two_days_in_a_line_is_the_day_of_publishing() -> None:
    article = only(f"Harbour opens again\n\n4 March 2031 at 10:45 - Updated 5 March 2031 at 8:15\n\n{BODY}")
    assert article.published and article.published.value == "2031-03-04T10:45"
    assert article.updated and article.updated.value == "2031-03-05T08:15"


def test_today_is_the_day_that_the_page_gives_for_itself() -> None:
    head = "Norvia Herald\nTuesday, 4 March 2031\nPort\nSchools\n28 February 2031\nOld pier sold\n\n"
    article = only(f"{head}Harbour opens again\nToday, 2:32 p.m.\n\n{BODY}")
    assert article.published and article.published.value == "2031-03-04T14:32"
    article = only(f"{head}Harbour opens again\nyesterday, 9:05\n\n{BODY}")
    assert article.published and article.published.value == "2031-03-03T09:05"


def test_nobody_guesses_what_today_is() -> None:
    assert only(f"Norvia Herald\nPort\n\nHarbour opens again\nToday, 14:32\n\n{BODY}").published is None


@pytest.mark.parametrize(
    ("lines", "published", "updated"),
    [
        ("4 March 2031, 9:00 (updated 11:30)", "2031-03-04T09:00", "2031-03-04T11:30"),
        ("4 March 2031 | Updated 9:15 a.m.\nPublished 5:02 a.m.", "2031-03-04T05:02", "2031-03-04T09:15"),
        ("4 березня 2031 р., 22:47\nОновлено 5 березня 2031 р. о 6:10", "2031-03-04T22:47", "2031-03-05T06:10"),
        ("4 March 2031\n11:20", "2031-03-04T11:20", None),
    ],
)
def test_times_beside_their_day(lines: str, published: str, updated: str | None) -> None:
    article = only(f"Harbour opens again\n{lines}\n\n{BODY}")
    assert article.published and article.published.value == published
    assert (article.updated.value if article.updated else None) == updated


def test_the_outlets_own_day_goes_before_the_datelines() -> None:
    article = only(f"Harbour opens again\n12 March\n\nILDEN, March 11 (Reuters) - {BODY}")
    assert article.published and article.published.value == "XXXX-03-12"


@pytest.mark.parametrize("line", ["Updated version 3.50 of the app", "Published at 4.50 million readers", "Updated often"])
def test_a_number_behind_a_word_for_a_change_is_no_time(line: str) -> None:
    article = only(f"Harbour opens again\n12 May 2031\n{line}\n\n{BODY}")
    assert article.published and article.published.value == "2031-05-12" and article.updated is None
