"""Names of one actor meet across articles, languages and scripts; two bearers of one surname stay two."""

from hearsay import links
from hearsay.links import actors
from hearsay.links.known import Nothing
from hearsay.model import Article, Group, Link, Mention, Reading, Span


def reading(name: str, *names: str, category: str = "PER", pronoun_for: int | None = None, language: str = "en") -> Reading:
    """An article that is nothing but these names; with `pronoun_for`, a pronoun that stands for the n-th follows."""
    text = ". ".join(names) + ". She"
    spans, at = [], 0
    for form in names:
        spans.append(Span(at, at + len(form)))
        at += len(form) + 2
    mentions = [Mention(f"{name}{n}", span, "name", category, None, "") for n, span in enumerate(spans)]
    if pronoun_for is not None:
        mentions.append(Mention(f"{name}-she", Span(at, at + 3), "pronoun", category, None, "", refers=f"{name}{pronoun_for}"))
    return Reading(Article(name, name, text, language, (Span(0, len(text)),)), mentions=tuple(mentions))


def grouped(*readings: Reading) -> list[Group]:
    things = actors.things(readings, Nothing())
    judged = [actors.judge(left, right) for left, right in links.pairs(things, actors.keys)]
    return actors.group(things, [link for link in judged if link])


def members(*readings: Reading) -> set[frozenset[str]]:
    return {frozenset(group.members) for group in grouped(*readings)}


def test_one_surname_in_three_spellings_is_one_actor() -> None:
    found = grouped(
        reading("a", "Lena Dorvasky", "Dorvasky", "Goran Varek", pronoun_for=1),
        reading("b", "Дорваскі", "Варек"),
        reading("c", "Лени Дорваски"),
    )
    assert [set(group.members) for group in found] == [{"a0", "a1", "a-she", "b0", "c0"}, {"a2", "b1"}]
    assert found[0].name == "Lena Dorvasky"


def test_a_full_name_in_any_script_is_shown_rather_than_a_surname() -> None:
    assert [group.name for group in grouped(reading("a", "Varek", "UNESCO"), reading("b", "Горан Варек", "UNESCO"))] == [
        "Горан Варек",
        "UNESCO",
    ]
    assert [group.name for group in grouped(reading("a", "Goran Varek"), reading("b", "Горан Варек"))] == ["Goran Varek"]


def test_cases_meet() -> None:
    assert members(reading("a", "Горан Варек", "Варека"), reading("b", "Goranem Varekem")) == {frozenset({"a0", "a1", "b0"})}


def test_two_given_names_are_two_people() -> None:
    assert members(reading("a", "Goran Varek"), reading("b", "Мілена Варек")) == {frozenset({"a0"}), frozenset({"b0"})}


def test_a_surname_goes_to_the_bearer_of_its_own_article() -> None:
    found = members(reading("a", "Goran Varek", "Varek"), reading("b", "Milena Varek", "Varek"))
    assert found == {frozenset({"a0", "a1"}), frozenset({"b0", "b1"})}


def test_numbers_part_names() -> None:
    found = members(
        reading("a", "Дорна-1", category="PRO"), reading("b", "Dorna-2", category="PRO"), reading("c", "Dorna 1", category="PRO")
    )
    assert found == {frozenset({"a0", "c0"}), frozenset({"b0"})}


def test_an_abbreviation_meets_the_name_whose_initials_it_is() -> None:
    assert members(reading("a", "Tarnian Orve League", "TOL", category="ORG")) == {frozenset({"a0", "a1"})}


def test_the_order_of_pages_has_no_weight() -> None:
    pages = [reading("a", "Goran Varek"), reading("b", "Varek"), reading("c", "Milena Varek"), reading("d", "Варека")]
    assert grouped(*pages) == grouped(*reversed(pages))


def test_a_decision_parts_mentions_that_names_would_tie() -> None:
    things = actors.things([reading("a", "Goran Varek"), reading("b", "Goran Varek")], Nothing())
    decided = Link("actors", "a0", "b0", "different", 1.0, "two bearers of one name", "decision")
    assert [group.members for group in actors.group(things, [decided])] == [("a0",), ("b0",)]


def test_two_spellings_in_one_article_are_two() -> None:
    found = members(reading("a", "Lidia Branko", "Brenik"), reading("b", "Бренік"), reading("c", "Бранко"))
    assert {"a0", "a1"} not in [group & {"a0", "a1"} for group in found]


def test_a_longer_name_holds_the_shorter() -> None:
    assert members(reading("a", "Oren Dalmat"), reading("b", "Вельдании Орен Далмат")) == {frozenset({"a0", "b0"})}


def test_what_belongs_to_a_state_is_not_the_state() -> None:
    found = members(reading("a", "Wielka Brytania", category=""), reading("b", "Dom Kultury Wielkiej Brytanii", category=""))
    assert found == {frozenset({"a0"}), frozenset({"b0"})}


def test_a_word_that_only_one_language_has_in_its_table_parts_no_names() -> None:
    left = reading("a", "Severni Tervan 2", category="PRO", language="sl")
    right = reading("b", "Северен Терван кварц 2", category="PRO", language="bg")
    assert members(left, right) == {frozenset({"a0", "b0"})}
    left, right = (reading(name, form, category="ORG") for name, form in (("a", "Tervan Union"), ("b", "Council of the Tervan Union")))
    assert members(left, right) == {frozenset({"a0"}), frozenset({"b0"})}


def test_a_name_without_a_number_is_not_the_numbered_one_beside_it() -> None:
    found = members(reading("a", "Severni tervan", "Severni tervan 2", category="PRO", language="sl"))
    assert found == {frozenset({"a0"}), frozenset({"a1"})}


def test_a_surname_alone_needs_more_than_its_sound_over_two_pages() -> None:
    assert members(reading("a", "Varek"), reading("b", "Goran Varek")) == {frozenset({"a0"}), frozenset({"b0"})}
    assert frozenset({"a0", "b0"}) in members(reading("a", "Varek", "Lena Dorvasky"), reading("b", "Goran Varek", "Лени Дорваски"))


def test_a_shared_office_ties_a_surname_to_a_full_name() -> None:
    left, right = (titled(name, text) for name, text in (("a", "Premier Varek"), ("b", "Premier Goran Varek")))
    assert members(left, right) == {frozenset({"a0", "b0"})}


def titled(name: str, text: str) -> Reading:
    """An article that is nothing but an office and a name."""
    mention = Mention(f"{name}0", Span(8, len(text)), "name", "PER", None, "", role=Span(0, 7))
    return Reading(Article(name, name, text, "en", (Span(0, len(text)),)), mentions=(mention,))


def test_the_full_name_that_most_use_is_shown_rather_than_what_a_headline_ties_to_it() -> None:
    found = grouped(reading("a", "Lena Dorvasky Defends Dam", "Lena Dorvasky"), *(reading(c, "Lena Dorvasky") for c in "bc"))
    assert found[0].name == "Lena Dorvasky"
    assert grouped(reading("a", "Norr Port Union", category="ORG"), reading("b", "Port Union", category="ORG"))[0].name == "Norr Port Union"


def test_a_surname_that_is_also_a_states_name_is_still_the_persons() -> None:
    text = "Anna Jordan left. Jordan said no."
    names = (Span(0, 11), "Anna Jordan"), (Span(18, 24), "Anna Jordan")
    mentions = tuple(Mention(f"a{n}", span, "name", "PER", name, "") for n, (span, name) in enumerate(names))
    made = Reading(Article("a", "a", text, "en", (Span(0, len(text)),)), mentions=mentions)
    assert [group.name for group in grouped(made)] == ["Anna Jordan"]
