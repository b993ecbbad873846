"""Lines an outlet wears on many pages are nobody's text."""

from collections import Counter

from hearsay import articles, pages
from hearsay.articles.repeat import lines
from hearsay.language import Languages

SLOGAN = "The Norvia Herald has told the story of the harbour and its people every single day since the first ship came in."
STORY = (
    "The harbour took in ship number {n} on Tuesday, the harbour master said.\nIt had waited in the bay for {n} days, she told reporters."
)


def test_a_repeated_line_is_left_out() -> None:
    found = [pages.from_text(f"Ship number {n} is in\n\n{SLOGAN}\n\n{STORY.format(n=n)}\n") for n in ("one", "two", "three")]
    counts = Counter(line for page in found for line in lines(page))
    article = next(articles.find(found[0], Languages(), lambda reject: None, counts))
    assert SLOGAN not in [span.of(article.text) for span in article.body]
    assert len(article.body) == 2
