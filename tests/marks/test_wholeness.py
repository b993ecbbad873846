"""A quotation belongs whole to one speaker."""

from hearsay import articles, pages
from hearsay.language import Languages
from hearsay.marks.proposal import Proposal
from hearsay.marks.scan import Scan, lay_open
from hearsay.marks.wholeness import whole
from hearsay.model import Span

LANGUAGES = Languages()
TEXT = (
    "The lock at Orva\n\n“The lock will open when the water falls below the mark,” Grey said. "
    "“The mayor told us that the gauge was broken for a week,” Pell added."
)


def scan() -> Scan:
    return lay_open(articles.whole(pages.from_text(TEXT), LANGUAGES), LANGUAGES["en"])


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def words(p: Proposal) -> list[str]:
    return [c.of(TEXT) for c in p.content]


def test_a_content_that_runs_into_the_next_quotation_gives_it_back() -> None:
    first = Proposal(
        (span("Grey"),), (span("said"),), (span("“The lock will open when the water falls below the mark,”"), span("“The mayor")), 0.9
    )
    second = Proposal((span("Pell"),), (span("added"),), (span("told us that the gauge was broken for a week,”"),), 0.9)
    one, other = whole(scan(), [first, second])
    assert words(one) == ["“The lock will open when the water falls below the mark,”"]
    assert words(other) == ["“The mayor told us that the gauge was broken for a week,”"]


def test_what_reports_within_a_quotation_is_inner() -> None:
    outer = Proposal((span("Pell"),), (span("added"),), (span("“The mayor told us that the gauge was broken for a week,”"),), 0.9)
    inner = Proposal((span("The mayor"),), (span("told"),), (span("that the gauge was broken for a week,” Pell"),), 0.5)
    made = whole(scan(), [outer, inner])
    assert [p.level for p in made] == [0, 1]
    assert words(made[1]) == ["that the gauge was broken for a week,”"]


def test_a_short_part_stays_as_it_was_seen() -> None:
    part = Proposal((span("Grey"),), (span("said"),), (span("the mark"),), 0.9)
    assert whole(scan(), [part]) == [part]
