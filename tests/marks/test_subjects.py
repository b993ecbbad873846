"""Who reports, where the tagger saw only with which words and what."""

import pytest
from reading import opened

from hearsay.marks import subjects
from hearsay.marks.proposal import Proposal
from hearsay.model import Span


def sources(text: str, code: str, *reports: tuple[str, str]) -> list[str]:
    """The source that each of these reports (words that report, content) is given, "" where none is."""

    def at(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    found = [Proposal((), at(cue), at(content), 0.9, 0, "tagger") for cue, content in reports]
    return [" … ".join(s.of(text) for s in p.source) for p in subjects.seen(opened(text, code), found)]


@pytest.mark.parametrize(
    ("code", "text", "cue", "content", "source"),
    [
        ("bg", "Рогов заяви, че мостът е затворен.", "заяви", "че мостът е затворен", "Рогов"),
        ("ru", "«Мост закрыт», – заявил капитан Рогов.", "заявил", "«Мост закрыт»", "капитан Рогов"),
        ("cs", "Hála, který včera řekl, že most je zavřený, mlčí.", "řekl", "že most je zavřený", "který"),
        ("cs", "Most je zavřený, uvedl mluvčí.", "uvedl", "Most je zavřený", "mluvčí"),
        ("en", "The letter, sent to the port in May, said the bridge was shut.", "said", "the bridge was shut", "The letter"),
        ("ru", "Общество, созданное весной, заявило, что мост закрыт.", "заявило", "что мост закрыт", "Общество"),
    ],
)
def test_a_subject_beside_its_verb_is_who_reports(code: str, text: str, cue: str, content: str, source: str) -> None:
    assert sources(text, code, (cue, content)) == [source]


@pytest.mark.parametrize(
    ("code", "text", "cue", "content"),
    [
        ("ru", "Вчера на мосту заявили, что он закрыт.", "заявили", "что он закрыт"),
        ("bg", "Заяви, че мостът е затворен.", "Заяви", "че мостът е затворен"),
        ("cs", "Vše, co včera řekl, že je zavřené, je otevřené.", "řekl", "že je zavřené"),
        ("en", "On Monday, after the storm, said the bridge was shut.", "said", "the bridge was shut"),
    ],
)
def test_other_words_beside_a_verb_are_nobody(code: str, text: str, cue: str, content: str) -> None:
    assert sources(text, code, (cue, content)) == [""]


def test_a_report_that_goes_on_has_the_speaker_of_the_one_before() -> None:
    text = "«Мост закрыт», – заявил Рогов, добавив, что паром ходит."
    assert sources(text, "ru", ("заявил", "«Мост закрыт»"), ("добавив", "что паром ходит")) == ["Рогов", "Рогов"]
