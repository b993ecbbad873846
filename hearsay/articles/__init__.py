"""Articles: a Page becomes the article on it, or a reject that says why there is none."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from hearsay.articles.assemble import assemble, assemble_whole
from hearsay.errors import ArticleError
from hearsay.language import Language
from hearsay.model import Article, Page, Reject

__all__ = ["find", "whole"]


def find(
    page: Page, languages: Mapping[str, Language], reject: Callable[[Reject], None], repeated: Collection[str] = ()
) -> Iterator[Article]:
    """The articles on a cluttered page. `repeated` are the lines that its outlet wears on many pages (see `repeat.dress`).

    A page whose carrier says that its text is all body (a crawler's, a feed's, a message) is not cleaned again.
    """
    try:
        if any(stated.field == "body" and stated.value == "whole" for stated in page.stated):
            yield whole(page, languages)
        else:
            yield from assemble(page, languages, repeated)
    except ArticleError as error:
        reject(Reject(page.address, "articles", str(error), page.id))


def whole(page: Page, languages: Mapping[str, Language]) -> Article:
    """The article of a page whose text is its own: nothing is clutter, a first short paragraph without a final stop is the headline."""
    return assemble_whole(page, languages)
