"""Who wrote an article: several people are several, wires and newsrooms are nobody."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay import articles, pages
from hearsay.articles.byline import people_of
from hearsay.articles.phrases import phrases
from hearsay.language import Languages
from hearsay.model import Article, Span, Stated

LANGUAGES = Languages()
BODY = (
    "The harbour of Port Ilden took in its first ships on Tuesday, the harbour master Anna Lorne said.\n\n"
    '"We have cleared the northern channel and marked it with new buoys," she told reporters at the quay.\n\n'
    "Seven freighters had been waiting in the bay, and two of them had run short of water.\n"
)
NAMED = [
    ("By Anna Lorne and Ivo Marek", ["Anna Lorne", "Ivo Marek"]),
    ("ANNA LORNE AND IVO MAREK", ["ANNA LORNE", "IVO MAREK"]),
    ("By A. Lorne, I. Marek, Reuters", ["A. Lorne", "I. Marek"]),
    ("Anna Lorne, Staff Writer", ["Anna Lorne"]),
    ("Anna Lorne, M.S., R.D.N.", ["Anna Lorne"]),
    ("Anna van der Lorne | Norvia News", ["Anna van der Lorne"]),
    ("Иван Лорн, Анна Марек", ["Иван Лорн", "Анна Марек"]),
    ("Авторы: Иван Лорн и Анна Марек", ["Иван Лорн", "Анна Марек"]),
    ("Анна Лорн, корр. ТАСС", ["Анна Лорн"]),
    ("Autorzy: Anna Lorn, Jan Marek", ["Anna Lorn", "Jan Marek"]),
    ("Anna Wagstaff", ["Anna Wagstaff"]),
    ("The Norvian", []),
    ("CNN Wire", []),
    ("Herald Staff", []),
    ("Редакция портала", []),
    ("admin", []),
    ("https://example.org/lorne", []),
]


@pytest.mark.parametrize(("line", "names"), NAMED)
def test_people_and_nobody_else(line: str, names: list[str]) -> None:
    assert [span.of(line) for span in people_of(LANGUAGES).named(line, Span(0, len(line)))] == names


def only(line: str, *stated: Stated) -> Article:
    found = articles.find(pages.from_text(f"Harbour opens again\n\n{line}\n\n{BODY}", stated=stated), LANGUAGES, lambda reject: None)
    return next(iter(found))


def test_the_agency_after_a_name_is_a_credit() -> None:
    article = only("By Anna Lorne and Ivo Marek, Reuters")
    assert article.author and (article.author.value, article.author.ground) == ("Anna Lorne; Ivo Marek", "byline")
    assert article.byline and article.byline.of(article.text) == "Anna Lorne and Ivo Marek"
    assert [(credit.agency, credit.role) for credit in article.credits] == [("Reuters", "wire")]


def test_a_line_that_names_more_goes_before_the_markup_and_both_are_kept() -> None:
    article = only(
        "By Anna Lorne and Ivo Marek", Stated("author", "anna lorne", "meta author"), Stated("author", "Anna Lorne", "JSON-LD author")
    )
    assert article.author and article.author.value == "Anna Lorne; Ivo Marek"
    assert article.author.ground == "byline, which names more than JSON-LD author"
    assert [(other.value, other.ground) for other in article.author.others] == [("Anna Lorne", "JSON-LD author")]


def test_another_name_in_the_line_is_kept_beside() -> None:
    article = only("By Ivo Marek", Stated("author", "Anna Lorne", "JSON-LD author"))
    assert article.author and (article.author.value, article.author.ground) == ("Anna Lorne", "JSON-LD author")
    assert [(other.value, other.ground) for other in article.author.others] == [("Ivo Marek", "byline")]


def test_the_outlet_is_not_its_own_author() -> None:
    assert (
        only("Port Ilden", Stated("author", "Grenbach Courier", "meta author"), Stated("outlet", "Grenbach Courier", "meta")).author is None
    )


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Anna Lorne, Peter Marek", "Anna Lorne; Peter Marek"),
        ("KVLR | By Anna Lorne", "Anna Lorne"),
        ("4 March 2031 | Anna Lorne, Reuters", "Anna Lorne"),
        ("20 things that nobody knows about me: Anna Lorne", None),
        ("By Anna Lorne, source: Peter Marek", "Anna Lorne"),
    ],
)
def test_a_line_under_the_headline(line: str, author: str | None) -> None:
    it = next(articles.find(pages.from_text(f"Norvia Herald\n\nHarbour opens again\n{line}\n\n{BODY}"), LANGUAGES, lambda reject: None))
    assert (it.author.value if it.author else None) == author


def test_a_broken_line_is_no_signature() -> None:
    it = next(
        articles.find(pages.from_text(f"Harbour opens again\nAnna Lorne   \n, Peter Marek\n\n{BODY}"), LANGUAGES, lambda reject: None)
    )
    assert it.author is None or it.author.value == "Anna Lorne"


def test_given_names_without_cases_are_names_too() -> None:
    assert all(row.form.lstrip("=").casefold() in people_of(LANGUAGES).given for row in LANGUAGES["en"].rows("names"))


WORDS = ["Anna", "Lorne", "ANNA LORNE", "Anna\u00a0Lorne", "4 March", "2031", "Reuters", "By", "and", "AND", ",", "|", " - ", "(", " "]


@given(st.lists(st.sampled_from(WORDS), max_size=8))
def test_a_line_that_is_not_looked_at_holds_no_full_name(words: list[str]) -> None:
    people, line = people_of(LANGUAGES), "4 " + "".join(words)
    pieces = (piece.of(line) for piece in people._pieces(line, Span(0, len(line))))
    assert people._may_sign(line) or not any(map(people.is_full_name, pieces))


@given(st.lists(st.sampled_from([*WORDS, "By ", "Текст: ", "Foto: ", " and "]), max_size=8), st.text(max_size=10))
def test_the_phrases_of_a_line_are_those_found_in_it_alone(words: list[str], before: str) -> None:
    line, table = "".join(words), phrases("furniture", LANGUAGES)
    text = f"{before}\n{line}\n{before}"
    span = Span(len(before) + 1, len(before) + 1 + len(line))
    ends = np.array([[0, len(before)], span, [span.stop + 1, len(text)]])
    assert table.among(text, *ends.T).get(1, []) == table.within(text, span)
