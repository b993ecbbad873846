"""Quotations that fill a paragraph go on from the report before."""

from reading import opened

from hearsay.marks.proposal import Proposal
from hearsay.marks.sequels import taken_up
from hearsay.model import Span


def contents(text: str, *reports: tuple[str, str, str]) -> list[list[str]]:
    """What each of these reports (source, cue, content) holds in the end."""

    def spans(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),) if words else ()

    made = taken_up(opened(text), [Proposal(spans(s), spans(cue), spans(content), 0.9) for s, cue, content in reports])
    return [[c.of(text) for c in p.content] for p in made]


GREY = ("Grey", "said", "“We stay on the island,”")


def test_a_quotation_goes_on_in_the_next_paragraphs() -> None:
    text = "“We stay on the island,” Grey said.\n“The ferry will not.”\n“Nor will the mail.”\nIt rained."
    assert contents(text, GREY) == [["“We stay on the island,”", "“The ferry will not.”\n“Nor will the mail.”"]]


def test_it_goes_on_from_the_quotation_rather_than_from_what_was_said_of_it() -> None:
    text = "“We stay on the island,” Grey said, calling the sea rough.\n“The ferry will not.”"
    assert contents(text, GREY, ("", "calling", "the sea rough")) == [
        ["“We stay on the island,”", "“The ferry will not.”"],
        ["the sea rough"],
    ]


def test_it_goes_on_after_a_verb_of_saying_or_a_colon_alone() -> None:
    text = "Grey said the island was calm.\n“The ferry will stay.”"
    assert contents(text, ("Grey", "said", "the island was calm")) == [["the island was calm", "“The ferry will stay.”"]]
    text = "Grey wants an answer.\n“The ferry will stay.”"
    assert contents(text, ("Grey", "wants", "an answer")) == [["an answer"]]
    text = "Grey wants an answer to this:\n“The ferry will stay.”"
    assert contents(text, ("Grey", "wants", "an answer")) == [["an answer", "“The ferry will stay.”"]]


def test_a_quotation_with_another_speaker_or_words_outside_is_left() -> None:
    text = "“We stay on the island,” Grey said.\n“The ferry will not.”\nHolt added that."
    assert contents(text, GREY, ("Holt", "added", "“The ferry will not.”"))[0] == ["“We stay on the island,”"]
    text = "“We stay on the island,” Grey said.\n“The ferry will not,” by the way."
    assert contents(text, GREY) == [["“We stay on the island,”"]]


def test_a_repeated_quotation_and_a_title_go_on_from_nothing() -> None:
    text = "“We stay on the island,” Grey said.\n“The ferry will not.”\nIt was late. “The ferry will not.”"
    assert contents(text, GREY) == [["“We stay on the island,”"]]
    text = "“We stay on the island,” Grey said.\n“The Last Ferry”"
    assert contents(text, GREY) == [["“We stay on the island,”"]]
