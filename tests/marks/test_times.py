"""Time words and what they count from."""

from reading import article, drawn

from hearsay import articles
from hearsay import pages as pages_of
from hearsay.language import Languages, load
from hearsay.marks import times
from hearsay.marks.scan import lay_open

LANGUAGES = Languages()


def values(text: str, code: str = "en", published: str = "2031-03-06") -> list[str]:
    return [t.value for t in times.find(lay_open(article(text, code, published), load(code)))]


def test_words_count_from_the_day_of_writing() -> None:
    assert values("It fell yesterday.") == ["2031-03-05"]
    assert values("Это было вчера.", "ru") == ["2031-03-05"]
    assert values("It fell on Tuesday.") == ["2031-03-04"]


def test_dates_with_and_without_a_year() -> None:
    assert values("It fell on December 17.") == ["2030-12-17"]
    assert values("Он пришёл 17 декабря 2029 года.", "ru") == ["2029-12-17"]
    assert values("It fell on 2029-12-17.") == ["2029-12-17"]


def test_days_with_slashes_are_read_in_the_order_of_their_page() -> None:
    written = "The dam of Orva was opened on {}, Holt said. The ferry was late for hours, and nobody on the pier had been told why."
    pages = {
        "3/4/2031 and 25/4/2031": ["2031-04-03", "2031-04-25"],
        "3/4/2031 and 4/25/2031": ["2031-03-04", "2031-04-25"],
        "3/4/2031": ["2031"],
        "Tuesday, 3/4/2031": ["2031-03-04"],
        "3/4/31": ["2031"],
        "3/3/2031": ["2031-03-03"],
    }
    found = {}
    for days in pages:
        whole = articles.whole(pages_of.from_text(written.format(days)), LANGUAGES)
        found[days] = [t.value for t in times.find(lay_open(whole, LANGUAGES["en"])) if "/" in t.span.of(whole.text)]
    assert found == pages
    assert values("Мост открыли 3/4/2031.", "ru") == ["2031-04-03"]


def test_so_long_ago() -> None:
    assert values("It fell three days ago.") == ["2031-03-03"]


def test_said_on_is_not_the_day_of_publishing() -> None:
    _, (said,) = drawn("{Holt} <said> on Tuesday [that the dam holds].", published="2031-03-06")
    assert said.said_on == "2031-03-04" and "Tuesday" in said.said_on_ground


def test_without_time_words_it_was_no_later_than_the_article() -> None:
    _, (said,) = drawn("{Holt} <said> [that the dam holds].", published="2031-03-06")
    assert said.said_on == "../2031-03-06"
