"""Whatever the text: no uncaught error, and every span inside it."""

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay import articles, pages
from hearsay.errors import PageError
from hearsay.language import Languages
from hearsay.model import Article, Page, Span

LANGUAGES = Languages()
PIECES = st.sampled_from(
    [
        "\n", "\n\n", " ", "\u00a0", "- ", " — ", "4 March 2031", "03.04.2031 12:30", "/TASS/. ", "(Reuters) - ", "© ", "Photo: AP",
        "ILDEN, ", "Read also", "Об этом сообщает ", "The harbour master said on Tuesday that the ships may enter. ", "1", "99.99.9999",
        "Source: Reuters", "Ильден, 1 фев - ", "«", "»", "İ", "ß", "\u2028", "\r\n", "\x00", "https://example.org/2031/03/04/a", "XXXX",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join))
MARKUP = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<div>", "<script type='application/ld+json'>{\"@type\":", "</script>", "<meta property=og:title content=", ">"]
    )
    | PIECES,
    max_size=40,
).map("".join)


def spans(article: Article) -> Iterator[Span]:
    yield from article.body
    yield from article.rights
    yield from (credit.span for credit in article.credits)
    yield from (span for span in (article.headline, article.byline, article.standfirst) if span)
    for grounded in (article.outlet, article.published, article.updated, article.author):
        if grounded and grounded.span:
            yield grounded.span
    if article.dateline:
        yield article.dateline.span


def check(page: Page) -> None:
    for article in (*articles.find(page, LANGUAGES, lambda reject: None), articles.whole(page, LANGUAGES)):
        assert article.text == page.text
        assert all(0 <= span.start <= span.stop <= len(page.text) for span in spans(article))
        assert list(article.body) == sorted(article.body)


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_any_text(text: str) -> None:
    try:
        page = pages.from_text(text, "https://example.org/2031/03/04/story")
    except PageError:
        return
    check(page)


@given(MARKUP)
@settings(max_examples=60, deadline=None)
def test_any_markup(markup: str) -> None:
    try:
        page = pages.from_html(f"<html><body>{markup}</body></html>", "https://example.org/")
    except PageError:
        return
    check(page)
