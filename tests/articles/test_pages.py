"""Cluttered pages of our own writing: what must be found on each stands beside it, by line."""

import tomllib
from pathlib import Path

import pytest

from hearsay import articles, pages
from hearsay.language import Languages
from hearsay.model import Article, Reject

FOLDER = Path(__file__).parent.parent / "pages"
PAGES = sorted(FOLDER.glob("*.toml"))
LANGUAGES = Languages()


def read(path: Path) -> tuple[list[str], list[Article], list[Reject]]:
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    rejects: list[Reject] = []
    return text.splitlines(), list(articles.find(pages.from_text(text, path.stem), LANGUAGES, rejects.append)), rejects


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_what_must_be_found(path: Path) -> None:
    wanted = tomllib.loads(path.read_text(encoding="utf-8"))
    lines, found, rejects = read(path)
    if "reject" in wanted:
        assert not found and wanted["reject"] in rejects[0].reason
        return
    article = found[0]
    assert [span.of(article.text) for span in article.body] == [lines[n - 1].strip() for n in wanted["body"]]
    assert article.headline and article.headline.of(article.text) == lines[wanted["headline"] - 1]
    assert article.language == wanted["language"]
    check_furniture(article, wanted)


def check_furniture(article: Article, wanted: dict) -> None:
    if "published" in wanted:
        assert article.published and article.published.value == wanted["published"], article.published
    if "outlet" in wanted:
        assert article.outlet and article.outlet.value == wanted["outlet"], article.outlet
    if "agency" in wanted:
        assert article.dateline and article.dateline.agency == wanted["agency"], article.dateline
    if "place" in wanted:
        assert article.dateline and article.dateline.place == wanted["place"], article.dateline
    if "credits" in wanted:
        assert [c.agency for c in article.credits if c.role in ("wire", "relay")] == wanted["credits"], article.credits
    if "rights" in wanted:
        assert bool(article.rights) == wanted["rights"]
