"""What the markup of an HTML page states of it."""

from hearsay import pages
from hearsay.markup import parse
from hearsay.model import Stated
from hearsay.pages.metadata import metadata


def test_json_ld_then_meta_with_the_ground_of_each() -> None:
    ld = '{"@graph": [{"@type": "NewsArticle", "datePublished": "2031-03-04", "author": [{"name": "Anna Lorne"}, {"name": "Ivo Marek"}]}]}'
    page = f'<head><meta name="author" content="Desk &amp;amp; A. Lorne"><script type="application/ld+json">{ld}</script></head><p>x</p>'
    assert metadata(parse(page)) == (
        Stated("published", "2031-03-04", "JSON-LD datePublished"),
        Stated("author", "Anna Lorne", "JSON-LD author"),
        Stated("author", "Ivo Marek", "JSON-LD author"),
        Stated("author", "Desk & A. Lorne", "meta author"),
    )


def test_broken_metadata_is_passed_over() -> None:
    assert metadata(parse('<script type="application/ld+json">{"@type": "NewsArticle", </script><meta name="author"><p>x')) == ()


def test_a_page_carries_it_after_what_its_carrier_says() -> None:
    carried = Stated("published", "2031-03-05", "jsonl key date")
    page = pages.from_html('<meta name="author" content="Anna Lorne"><p>words</p>', stated=(carried,))
    assert page.stated == (carried, Stated("author", "Anna Lorne", "meta author"))


def test_elements_that_hold_an_author_are_read_where_nothing_else_says_so() -> None:
    beside = '<div><a rel="author">Anna Lorne</a>, <a rel="author">Ivo Marek</a></div>'
    page = f'<article>{beside}<p>x</p></article><div class="comments"><a rel="author">Pit</a></div><div><a rel="author">Jo Fell</a></div>'
    found = metadata(parse(page))
    assert [(stated.value, stated.ground) for stated in found] == [
        ("Anna Lorne", 'markup rel="author"'),
        ("Ivo Marek", 'markup rel="author"'),
    ]


def test_a_class_may_say_byline() -> None:
    found = metadata(parse('<h1>Harbour</h1><span class="article Author_Name">By Anna Lorne</span><p>x</p>'))
    assert found == (Stated("author", "By Anna Lorne", 'markup class="byline"'),)
