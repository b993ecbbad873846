"""HTML pages: the body as spans of the kept text, and what the markup states of it."""

from hearsay import articles, pages
from hearsay.language import Languages
from hearsay.model import Article

LANGUAGES = Languages()
LD = (
    '{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle", "headline": "Harbour opens again", "datePublished": '
    '"2031-03-04T10:45:00Z", "author": [{"name": "Anna Lorne"}], "publisher": {"name": "Norvia Herald"}}]}'
)
PAGE = f"""<html><head><title>Harbour opens again - Norvia Herald</title><script type="application/ld+json">{LD}</script>
<meta property="article:modified_time" content="2031-03-05T08:00"></head><body><nav><a>Home</a> <a>World</a></nav><article>
<h1>Harbour opens again</h1><time>4 March 2031</time>
<p>The harbour of <a href="/x">Port Ilden</a><!-- a note --> took in its first ships on Tuesday, the harbour master said.</p>
<p>"We have cleared the northern channel and marked it with new buoys," she told reporters at the quay of the town.</p>
<p>Seven freighters had been waiting in the bay, and two of them had run short of water in the meantime.</p></article>
<aside><h3>Read also</h3><a>Council puts off its vote on the bridge</a></aside><footer>© 2031 Norvia Herald</footer></body></html>"""


def read(html: str) -> Article:
    found = list(articles.find(pages.from_html(html, "https://example.org/a"), LANGUAGES, lambda reject: None))
    assert len(found) == 1
    return found[0]


def test_the_body_is_the_paragraphs() -> None:
    article = read(PAGE)
    said = [span.of(article.text) for span in article.body]
    assert said[0] == "The harbour of Port Ilden took in its first ships on Tuesday, the harbour master said."
    assert len(said) == 3 and said[2].endswith("in the meantime.")


def test_the_headline_is_the_visible_one() -> None:
    article = read(PAGE)
    assert article.headline and article.headline.of(article.text) == "Harbour opens again"


def test_markup_states_with_its_ground_and_the_visible_line_is_kept() -> None:
    article = read(PAGE)
    assert article.published and (article.published.value, article.published.ground) == ("2031-03-04T10:45Z", "JSON-LD datePublished")
    assert "2031-03-04" in [other.value for other in article.published.others]
    assert article.updated and article.updated.value == "2031-03-05T08:00"
    assert article.outlet and article.outlet.value == "Norvia Herald"
    assert article.author and article.author.value == "Anna Lorne"


def test_a_wire_is_no_author() -> None:
    article = read(PAGE.replace('"Anna Lorne"', '"Reuters"'))
    assert article.author is None


def test_a_character_that_no_markup_may_hold_costs_the_page_nothing() -> None:
    for sign in ("&#1;", "\x0b", "\x1f", "\ufffe"):
        source = PAGE.replace("</p>", f"{sign} and on</p><h2>Quay {sign} two</h2>", 1)
        assert "and on" in "".join(span.of(article.text) for article in [read(source)] for span in article.body)


def test_an_element_whose_name_no_markup_may_hold_costs_the_page_nothing() -> None:
    source = "".join(f"<p>The <b{sign}o>quay</b{sign}o> of Orva was shut on Monday, and nobody said why.</p>" for sign in "\x01\x03\x1f")
    article = read(f"<html><body><h1>Quay shut</h1>{source}</body></html>")
    assert "was shut on Monday" in "".join(span.of(article.text) for span in article.body)


def test_an_address_that_is_none_names_no_outlet() -> None:
    for address in ("https://[orva.example/a", "https://orva.example]:x/a", "https://[::zz]/"):
        (article,) = articles.find(pages.from_html(PAGE, address), LANGUAGES, lambda reject: None)
        assert article.outlet and article.outlet.ground != "address"
