"""What the tagger sees: word types, places, quotations, phrases."""

import numpy as np
import pytest

from hearsay.language import Language
from hearsay.marks.features import PLACE, Look, look
from hearsay.marks.scan import paragraphs
from hearsay.marks.wordtypes import CLASS, CLASSES, SLOTS, WordTypes, shape, spelling
from hearsay.model import Span
from hearsay.tables import Cue, Row


def language(**tables: tuple[Row, ...]) -> Language:
    return Language(
        code="xx",
        name="Test",
        script="Latin",
        quotes=(("“", "”"), ('"', '"')),
        date_order="dmy",
        suffixes={"verb": ("ed", "s"), "noun": ("s",)},
        origin="own",
        tables=tables,
    )


def cue(form: str, frame: str = "verb") -> Cue:
    return Cue(form, "-", frame, "after", "assertion", "no", "say")


def see(text: str, tongue: Language | None = None, headline: Span | None = None) -> Look:
    tongue = tongue or language()
    spans, at = [], 0
    for line in text.split("\n"):
        if line:
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return look(text, spans, tongue, WordTypes(tongue), headline)


def marked(seen: Look, place: str) -> list[str]:
    return [t.text for t, row in zip(seen.tokens, seen.places, strict=True) if row[PLACE[place]]]


def test_words_inside_marks_are_quoted() -> None:
    seen = see("Mayor Orla said “the bridge stays” today.")
    assert marked(seen, "quoted") == ["“", "the", "bridge", "stays", "”"]
    assert marked(seen, "quote opens") == ["“"]
    assert marked(seen, "quote closes") == ["”"]
    assert marked(seen, "1 after close") == ["today"]


def test_an_unclosed_quote_is_told_and_carried_on() -> None:
    seen = see("“We will stay.\n“Then we will go,” he said.")
    assert marked(seen, "quote stays open") == ["“", "We", "will", "stay", "."]
    assert marked(seen, "quote carried on")[:3] == ["“", "Then", "we"]


def test_places_in_sentence_and_paragraph() -> None:
    seen = see("One came. Two left.\nThree stayed.")
    assert marked(seen, "sentence begins") == ["One", "Two", "Three"]
    assert marked(seen, "paragraph begins") == ["One", "Three"]
    assert list(seen.paragraph) == [0] * 6 + [1] * 3
    assert list(seen.sentence) == [0] * 3 + [1] * 3 + [2] * 3


def test_the_headline_is_seen_once() -> None:
    text = "Port closed\nThe port is closed."
    inside = look(text, [Span(0, 11), Span(12, 31)], language(), WordTypes(language()), Span(0, 11))
    beside = look(text, [Span(12, 31)], language(), WordTypes(language()), Span(0, 11))
    for seen in (inside, beside):
        assert marked(seen, "headline") == ["Port", "closed"]
        assert len(seen.tokens) == 7


def test_classes_come_from_the_tables() -> None:
    tongue = language(cues=(cue("claim"), cue("according to", "according")))
    seen = see("Orla claimed it according to Finn", tongue)
    kinds = np.array(seen.types.classes)[seen.numbers]
    assert kinds[1, CLASS["frame=verb"]] and kinds[1, CLASS["sense=say"]]
    assert not kinds[0].any()
    assert seen.phrases[3, CLASS["frame=according"]] and seen.phrases[4, CLASS["frame=according"]]
    assert not seen.phrases[5].any()


def test_a_row_added_later_is_felt() -> None:
    without, with_row = see("Orla quoth so", language()), see("Orla quoth so", language(cues=(cue("=quoth"),)))
    column = CLASS["frame=verb"]
    assert not np.array(without.types.classes)[without.numbers][1, column]
    assert np.array(with_row.types.classes)[with_row.numbers][1, column]


@pytest.mark.parametrize(("word", "like"), [("Orla", "Finn"), ("2031", "1999"), ("NATO", "OPEC"), ("said", "go"), ("17", "3")])
def test_words_of_one_shape(word: str, like: str) -> None:
    assert shape(word) == shape(like)


def test_shapes_differ() -> None:
    assert len({shape(w) for w in ("Orla", "said", "NATO", "2031", "17", "“", "”", ":", ",")}) == 9


def test_spelling_shares_beginnings_and_ends() -> None:
    one, two = spelling("заявил"), spelling("заявила")
    assert one[1] == two[1] and one[2] == two[2]
    assert one[0] != two[0]
    assert all(0 <= slot < SLOTS for slot in one)


def test_nothing_gives_nothing() -> None:
    seen = look("", [], language(), WordTypes(language()))
    assert seen.tokens == [] and seen.places.shape[0] == 0 and seen.phrases.shape == (0, len(CLASSES))


def test_paragraphs_laid_open_are_seen_as_their_spans_are() -> None:
    text = "Bridge stays\nOrla said: “We stay.” He left. “We wait,\n“until noon.”"
    tongue, spans = language(cues=(cue("say"),)), [Span(0, 12), Span(13, 55), Span(56, len(text))]
    types = WordTypes(tongue)
    given, laid = (look(text, p, tongue, types, spans[0]) for p in (spans, paragraphs(text, spans, tongue, spans[0])))
    assert given.tokens == laid.tokens
    for name in ("numbers", "places", "phrases", "paragraph", "sentence", "quote"):
        assert np.array_equal(getattr(given, name), getattr(laid, name)), name
