"""A text that is the article's own: nothing is clutter."""

from hearsay import articles, pages
from hearsay.language import Languages
from hearsay.model import Article

LANGUAGES = Languages()


def whole(text: str) -> Article:
    return articles.whole(pages.from_text(text), LANGUAGES)


def test_a_first_line_without_a_stop_is_the_headline() -> None:
    article = whole("Harbour opens again\n\nThe harbour is open, the master said.\n\nRead also\n")
    assert article.headline and article.headline.of(article.text) == "Harbour opens again"
    assert [span.of(article.text) for span in article.body] == ["The harbour is open, the master said.", "Read also"]


def test_a_first_sentence_is_body() -> None:
    article = whole("The harbour is open.\n\nThe master said so on Tuesday.")
    assert article.headline is None and len(article.body) == 2


def test_a_lone_line_is_body() -> None:
    assert len(whole("Harbour opens again").body) == 1


def test_lines_that_follow_at_once_are_no_headline_and_body() -> None:
    assert whole("The harbour is open\nthe master said so.").headline is None
