"""When something was said: by the time words beside the reporting words, else no later than the article."""

import pytest

from hearsay import articles, marks, pages
from hearsay.language import Languages
from hearsay.model import Statement

LANGUAGES = Languages()


def statements(lead: str, stated: str, language: str) -> tuple[Statement, ...]:
    head = {"en": "Harbour talks go on", "uk": "Перемовини про гавань тривають"}[language]
    text = f"{head}\n\n{stated}\n\n{lead}\n"
    article = next(iter(articles.find(pages.from_text(text), LANGUAGES, lambda reject: None)))
    assert article.published is not None
    return marks.find(article, LANGUAGES[language]).statements


@pytest.mark.parametrize(
    ("language", "stated", "lead", "day"),
    [
        (
            "en",
            "4 March 2031, 13:33",
            "The talks on the old harbour will go on in spring, Mayor Lena Orvik said on Tuesday at a briefing.",
            "2031-03-04",
        ),
        (
            "en",
            "4 March 2031",
            "The talks on the old harbour will go on in spring, Mayor Lena Orvik said on Monday at a briefing.",
            "2031-03-03",
        ),
        (
            "uk",
            "19:21 04.03.2031",
            "Перемовини про стару гавань триватимуть навесні, заявила у вівторок мерка міста Лена Орвік.",
            "2031-03-04",
        ),
    ],
)
def test_the_weekday_beside_the_reporting_word(language: str, stated: str, lead: str, day: str) -> None:
    assert statements(lead, stated, language)[0].said_on == day


def test_without_time_words_no_later_than_the_day_of_publishing() -> None:
    lead = "The talks on the old harbour will go on in spring, Mayor Lena Orvik said at a briefing in the town hall."
    assert statements(lead, "4 March 2031, 13:33", "en")[0].said_on == "../2031-03-04"
