"""When an article was published, and on what ground; a widget's or sidebar's date never."""

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
