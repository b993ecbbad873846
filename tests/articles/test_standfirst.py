"""The standfirst is told from the first paragraph by what parts the two, or by its element's class."""

from hearsay import articles, pages
from hearsay.language import Languages
from hearsay.model import Article, Page

LANGUAGES = Languages()
LEAD = "The river service wants the water to stay below four metres for two days in a row"
BODY = [
    "The harbour of Ilden may take ships again from Friday if the river goes on falling, its master, Elena Havrish, said.",
    "Eight barges with coal are waiting outside, and their owners will pay less for every day that they have waited.",
    "The river service said that the flood had passed its height and that the water was falling by two centimetres an hour.",
]


def read(page: Page) -> Article:
    return next(articles.find(page, LANGUAGES, lambda reject: None))


def lead(it: Article) -> str | None:
    return it.standfirst.of(it.text) if it.standfirst else None


def text(*above: str) -> str:
    return "\n".join(("Harbour may open on Friday", *above, *BODY)) + "\n"


def test_a_byline_parts_it_from_the_body() -> None:
    assert lead(read(pages.from_text(text(LEAD + ".", "By Anna Lorne", "4 March 2031")))) == LEAD + "."


def test_the_body_begins_with_a_dateline() -> None:
    page = f"Harbour may open on Friday\n{LEAD}.\nILDEN, March 4 (Reuters) - {BODY[0]}\n{BODY[1]}\n{BODY[2]}\n"
    assert lead(read(pages.from_text(page))) == LEAD + "."


def test_without_anything_between_them_the_first_sentence_is_a_paragraph() -> None:
    assert lead(read(pages.from_text(text(LEAD + ".")))) is None


def test_a_caption_is_none() -> None:
    assert lead(read(pages.from_text(text("The harbour of Ilden seen from the river on Tuesday. Photo: Reuters", "4 March 2031")))) is None


def test_markup_names_it() -> None:
    paragraphs = "".join(f"<p>{it}</p>" for it in BODY)
    page = (
        f"<html><body><article><h1>Harbour may open on Friday</h1><p class='article__lead'>{LEAD}.</p>{paragraphs}</article></body></html>"
    )
    assert lead(read(pages.from_html(page))) == LEAD + "."
