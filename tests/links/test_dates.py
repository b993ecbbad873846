"""A year that a page leaves open comes from the article's text or its story, with the ground said; else it stays open."""

from collections.abc import Sequence

from hearsay import links
from hearsay.links import dates
from hearsay.links.known import Nothing
from hearsay.model import Article, Grounded, Group, Mention, Reading, Span, Time

PEOPLE = ("Goran Varek", "Lena Dorvasky", "Torne Mirren")


def reading(name: str, published: str, people: Sequence[str] = PEOPLE, weekday: int | None = None, times: Sequence[str] = ()) -> Reading:
    text, mentions = "", []
    for n, person in enumerate(people):
        mentions.append(Mention(f"{name}{n}", Span(len(text), len(text) + len(person)), "name", "PER", None, ""))
        text += person + ". "
    article = Article(name, name, text, "en", (Span(0, len(text)),), published=Grounded(published, "dateline"), weekday=weekday)
    return Reading(article, mentions=tuple(mentions), times=tuple(Time(Span(0, 1), value, None) for value in times))


def settled(*readings: Reading) -> dict[str, Group]:
    things = dates.things(readings, Nothing())
    judged = [found for pair in links.pairs(things, dates.keys) if (found := dates.judge(*pair))]
    return {group.id: group for group in dates.group(things, judged)}


def test_the_year_comes_from_another_page_of_the_story() -> None:
    found = settled(reading("a", "XXXX-03-04", weekday=1), reading("b", "2031-03-06", ("Varek", "Дорваскі")))
    assert found["a"].name == "2031-03-04"
    assert found["a"].reason == "the weekday agrees with 2031; the year from article b of the story, dated 2031-03-06"


def test_the_turn_of_the_year_is_seen() -> None:
    assert settled(reading("a", "XXXX-12-30"), reading("b", "2031-01-04"))["a"].name == "2030-12-30"


def test_a_weekday_that_does_not_agree_settles_nothing() -> None:
    assert not settled(reading("a", "XXXX-03-04", weekday=3), reading("b", "2031-03-06"))


def test_without_a_story_the_year_stays_open() -> None:
    assert not settled(reading("a", "XXXX-03-04", weekday=1), reading("b", "2031-03-06", ("Goran Varek", "Someone Else")))


def test_the_text_itself_may_carry_the_year() -> None:
    found = settled(reading("a", "XXXX-03-04", times=("2030-11-20", "XXXX-02-19")))
    assert (found["a"].name, found["a"].reason) == ("2031-03-04", "the text itself speaks of 2030-11-20")


def test_a_day_long_ago_in_the_text_settles_nothing() -> None:
    assert not settled(reading("a", "XXXX-03-04", times=("2024-05-02",)))


def test_years_that_weigh_the_same_settle_nothing() -> None:
    assert not settled(reading("a", "XXXX-03-04"), reading("b", "2031-03-06"), reading("c", "2032-03-06"))


def test_an_open_interval_stays_an_interval() -> None:
    assert settled(reading("a", "XXXX-02-11/.."), reading("b", "2031-03-06"))["a"].name == "2031-02-11/.."


def test_a_page_settled_by_its_own_text_is_evidence_for_others() -> None:
    found = settled(reading("a", "XXXX-03-04", weekday=1), reading("b", "XXXX-03-05", times=("2030-11-20",)))
    assert (found["a"].name, found["b"].name) == ("2031-03-04", "2031-03-05")


def test_the_order_of_pages_has_no_weight() -> None:
    pages = [reading("a", "XXXX-03-04"), reading("b", "2031-03-06"), reading("c", "2030-12-09"), reading("d", "XXXX-02-19")]
    assert settled(*pages) == settled(*reversed(pages))
