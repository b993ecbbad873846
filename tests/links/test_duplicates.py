"""The same text, a text with a word changed, a pickup with its own beginning, and two texts on one matter."""

from hearsay import links
from hearsay.links import duplicates
from hearsay.links.known import Nothing
from hearsay.model import Article, Group, Link, Reading, Span

WIRE = (
    "The ministry of Tarnia said on Tuesday that it had sent a written answer to the draft which the Orvan side handed over in the spring.",
    "A spokesman told reporters in Belmar that the answer names three points on which talks could begin before the end of the month.",
    "He would not say what the points were, and asked that the text be kept from the public until both governments had read it in full.",
    "The draft was published in Orva a week after it was handed over, which officials in Belmar then called a surprise and a pity.",
)
OTHER = (
    "Officials in Orva gave a quite different picture of the week, saying that no paper with three points had come to them by any road.",
    "Asked whether one might still be on its way, a deputy minister laughed and said that the post between the towns was not that slow.",
)


def reading(name: str, *paragraphs: str) -> Reading:
    text, spans = "", []
    for paragraph in paragraphs:
        spans.append(Span(len(text), len(text) + len(paragraph)))
        text += paragraph + "\n"
    return Reading(Article(name, name, text, "en", tuple(spans)))


def judged(*readings: Reading) -> tuple[list[Link], list[Group]]:
    things = duplicates.things(readings, Nothing())
    found = [link for pair in links.pairs(things, duplicates.keys) if (link := duplicates.judge(*pair))]
    return found, duplicates.group(things, found)


def test_the_same_words_in_other_clothes() -> None:
    found, groups = judged(reading("a", *WIRE), reading("b", " ".join(WIRE).upper()))
    assert [(link.judgement, link.rule) for link in found] == [("same", "duplicates.same_text")]
    assert [group.members for group in groups] == [("a", "b")]


def test_a_word_changed_here_and_there() -> None:
    found, _ = judged(reading("a", *WIRE), reading("b", *WIRE[:3], WIRE[3].replace("pity", "shame")))
    assert [link.rule for link in found] == ["duplicates.near_duplicate"]


def test_a_pickup_with_its_own_beginning() -> None:
    found, groups = judged(reading("a", *WIRE), reading("b", *OTHER, *WIRE[:3]))
    assert [(link.judgement, link.rule) for link in found] == [("same", "duplicates.pickup")]
    assert groups[0].reason.startswith("one holds ")


def test_two_texts_on_one_matter_are_two() -> None:
    assert judged(reading("a", *WIRE), reading("b", *OTHER)) == ([], [])


def test_one_shared_paragraph_of_background_is_no_copy() -> None:
    found, groups = judged(reading("a", *WIRE), reading("b", *OTHER, *OTHER[::-1], WIRE[3]))
    assert not groups and all(link.judgement == "unsure" for link in found)


def test_an_empty_body_is_no_error() -> None:
    assert judged(reading("a"), reading("b", *WIRE), reading("c")) == ([], [])
