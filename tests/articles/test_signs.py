"""A source that stands over a few words under the author's line is a picture's, not the text's."""

import pytest

from hearsay import articles, pages
from hearsay.language import Languages
from hearsay.model import Article

LANGUAGES = Languages()
TITLE = "Ferry to Orvan stops for repairs"
BODY = (
    "The ferry between Ilden and Orvan will stop on Monday for three weeks, its owner Peter Sorn told passengers at the pier.\n"
    "“The hull has to be welded before the autumn storms, and we have no other boat,” he said.\n"
    "The town council wants to hire a smaller boat in the meantime. Its chair, Mara Velt, asked the ministry for money.\n"
)


def read(text: str) -> Article:
    return next(articles.find(pages.from_text(text), LANGUAGES, lambda reject: None))


def credited(it: Article) -> list[tuple[str, str]]:
    return [(credit.agency, credit.role) for credit in it.credits]


def title(it: Article) -> str | None:
    return it.headline.of(it.text) if it.headline else None


def test_over_a_caption() -> None:
    it = read(f"News\n\n{TITLE}\nAnna Lorne, 12 May 2031\nSource: Reuters\nThe ferry Orvan at the pier\n\n{BODY}")
    assert (title(it), credited(it), it.author and it.author.value) == (TITLE, [("Reuters", "image")], "Anna Lorne")


def test_over_the_text() -> None:
    it = read(f"News\n\n{TITLE}\nAnna Lorne, 12 May 2031\nSource: Reuters\n\n{BODY}")
    assert (title(it), credited(it)) == (TITLE, [("Reuters", "wire")])


def test_over_the_headline() -> None:
    it = read(f"12 May 2031\nSource: Reuters\n{TITLE}\n\n{BODY}")
    assert (title(it), credited(it)) == (TITLE, [("Reuters", "wire")])


def test_over_a_caption_with_a_share_bar_above() -> None:
    it = read(f"News\n\n{TITLE}\nAnna Lorne 12 May 2031\nShare 14\nSource: Reuters\nThe ferry Orvan at the pier\n\n{BODY}")
    assert (title(it), credited(it), it.author and it.author.value) == (TITLE, [("Reuters", "image")], "Anna Lorne")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Photo: Anna Lorne / Reuters", [("Anna Lorne", "image"), ("Reuters", "image")]),
        ("Photo: FC “Harbour Boys”, Orva Wire", [("FC “Harbour Boys”", "image"), ("Orva Wire", "image")]),
        ("Source: Reuters, Norvia Press", [("Reuters", "wire"), ("Norvia Press", "wire")]),
        ("Source: Anna Lorne", []),
        ("Anna Lorne, Reuters", [("Reuters", "wire")]),
    ],
)
def test_everybody_whom_a_line_credits(line: str, found: list[tuple[str, str]]) -> None:
    assert credited(read(f"News\n\n{TITLE}\n{line}\n\n{BODY}")) == found


def test_a_claim_of_the_page_credits_no_picture() -> None:
    assert credited(read(f"News\n\n{TITLE}\n\n{BODY}\nContact\n© Orvan Gazette 2031\n")) == []


def test_rights_behind_who_claims_the_page() -> None:
    it = read(f"News\n\n{TITLE}\n\n{BODY}\nContact\n© Orvan Gazette. No part of this site may be reproduced without permission.\n")
    assert [span.of(it.text)[:16] for span in it.rights] == ["© Orvan Gazette."]
