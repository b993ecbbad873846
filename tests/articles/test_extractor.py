"""Taken step by step, the extractor says what its public function says; a version with other steps fails here."""

import pytest
import trafilatura
from lxml.html import HtmlElement

from hearsay import markup
from hearsay.articles import extractor

SAID = "The harbour master of Port Ilden said on Tuesday that the northern channel had been cleared of ice and marked with new buoys."
MORE = "Seven freighters had been waiting in the bay since the storm, and two of them had run short of water in the meantime."
BODY = "".join(f"<p>{SAID} <a href='/x'>{n}</a> {MORE}</p>" for n in range(6))
SHAPES = {
    "an article": f"<article><h1>Harbour opens again</h1>{BODY}</article>",
    "divs with a menu": f"<div class='menu'><ul><li><a>Home</a></li><li><a>World</a></li></ul></div><div class='text'>{BODY}</div>",
    "comments": f"<div>{BODY}</div><div id='comments' class='comment-list'><p>{MORE} I was there.</p></div>",
    "follow-ups": f"<div>{BODY}</div><div class='infinite-scroll'><p>{MORE}</p><p>{MORE}</p></div>",
    "a short text on a long page": f"<div><p>{SAID}</p></div><ul>{'<li><a>Council puts off its vote on the bridge</a></li>' * 90}</ul>",
    "hardly any text": "<div><p>Nothing here.</p></div>",
    "a table": f"<table><tr><td>{SAID}</td><td>{MORE}</td></tr></table>{BODY}",
    "lists and breaks": f"<ul><li>{SAID}</li><li>{MORE}</li></ul><p>{SAID}<br>{MORE}</p>{BODY}",
}


def tree(body: str) -> HtmlElement:
    return markup.bare(markup.parse(f"<html><body>{body}</body></html>"))


@pytest.mark.parametrize("shape", SHAPES)
def test_the_same_text(shape: str) -> None:
    found = trafilatura.bare_extraction(tree(SHAPES[shape]), fast=True, include_comments=False)
    assert extractor.extract(tree(SHAPES[shape])) == (getattr(found, "text", None) or "")


def test_an_ordinary_page_is_not_read_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(tree: HtmlElement) -> str:
        raise AssertionError("the public function was asked")

    monkeypatch.setattr(extractor, "_asked", never)
    assert SAID in extractor.extract(tree(SHAPES["an article"]))


def test_another_version_is_asked_by_its_public_function(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trafilatura, "__version__", "9.0")
    monkeypatch.setattr(extractor, "_quick", lambda tree: "other steps")
    assert SAID in extractor.extract(tree(SHAPES["an article"]))
