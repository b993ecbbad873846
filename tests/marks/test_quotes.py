"""Quotations: nested, over paragraphs, unbalanced, in dialogue."""

from itertools import chain

from hearsay.language import load
from hearsay.marks import quotes
from hearsay.marks.sentences import split
from hearsay.model import Span


def found(text: str, code: str = "en") -> list[tuple[str, int, bool]]:
    spans, place = [], 0
    for line in text.split("\n"):
        spans.append(Span(place, place + len(line)))
        place += len(line) + 1
    return [(q.span.of(text), q.level, q.closed) for q in chain.from_iterable(quotes.find(text, spans, load(code)))]


def test_marks_of_all_kinds() -> None:
    assert found('"We go," he said.') == [('"We go,"', 0, True)]
    assert found("«Мы идём», — сказал он.", "ru") == [("«Мы идём»", 0, True)]
    assert found("„Jdeme,“ řekl.", "cs") == [("„Jdeme,“", 0, True)]
    assert found("„Idziemy” – powiedział.", "pl") == [("„Idziemy”", 0, True)]


def test_marks_of_two_characters() -> None:
    assert found("''We go,'' he said.") == [("''We go,''", 0, True)]
    assert found("``We go,'' he said, ``and stay.``") == [("``We go,''", 0, True), ("``and stay.``", 0, True)]
    assert found("''Мы идём'', — сказал он.", "ru") == [("''Мы идём''", 0, True)]
    assert found("''We go on.\n''And we stay,'' he said.") == [("''We go on.", 0, False), ("''And we stay,''", 0, True)]
    assert [q.inner.of(t) for t in ("''We go,'' he said.",) for [q] in quotes.find(t, [Span(0, len(t))], load("en"))] == ["We go,"]


def test_marks_that_spaces_part_from_the_words() -> None:
    assert found("`` We go , '' said Anna Lund .") == [("`` We go , ''", 0, True)]
    assert found("`` We go '' , said Anna Lund .") == [("`` We go ''", 0, True)]
    assert found("'' We go , '' Lund said , '' and stay . ''") == [("'' We go , ''", 0, True), ("'' and stay . ''", 0, True)]
    assert found('Lund said the road was " a mess " and left .') == [('" a mess "', 0, True)]
    assert found("“ We go to ‘ The Anchor ’ , ” said Lund .") == [("“ We go to ‘ The Anchor ’ , ”", 0, True), ("‘ The Anchor ’", 1, True)]
    assert found('" Мы идём " , — сказал Зорин .', "ru") == [('" Мы идём "', 0, True)]
    assert found("`` We go on .\n`` And we stay , '' he said .") == [("`` We go on .", 0, False), ("`` And we stay , ''", 0, True)]


def test_a_lone_mark_between_spaces_and_one_that_stands_at_a_word_beside_it_open_nothing() -> None:
    assert found("The board is 6 ' 2 '' long .") == []
    assert found('The sign " was hung on the "Anchor".') == [('"Anchor"', 0, True)]


def test_two_apostrophes_that_are_inches_or_within_a_word_are_no_marks() -> None:
    assert found("The board is 6' 2'' long and 3'' wide.") == []
    assert found("The captain of L''Orva said so.") == []


def test_a_quotation_in_a_quotation() -> None:
    assert found("«Завод «Заря» закрыт», — сказал он.", "ru") == [("«Завод «Заря» закрыт»", 0, True), ("«Заря»", 1, True)]


def test_an_apostrophe_is_no_mark() -> None:
    assert found("The players’ union didn’t say.") == []


def test_an_opening_mark_at_each_paragraph() -> None:
    assert found("“We go on.\n“And we stay,” he said.") == [("“We go on.", 0, False), ("“And we stay,”", 0, True)]


def test_a_lost_closing_mark_ends_with_the_paragraph() -> None:
    assert found("“We stay, he said.\nNobody left.") == [("“We stay, he said.", 0, False)]


def test_talk_that_a_dash_opens() -> None:
    assert found("– Zostaniemy – mówi Zdun. – Na razie.", "pl") == [("Zostaniemy", 0, True), ("Na razie.", 0, True)]


def test_talk_after_a_sentence_and_over_several() -> None:
    text = "Zdun nie ma wątpliwości. – Ta droga to błąd. Zbudowano ją na torfie – mówi inżynier. – Płacimy za to wszyscy."
    assert found(text, "pl") == [("Ta droga to błąd. Zbudowano ją na torfie", 0, True), ("Płacimy za to wszyscy.", 0, True)]


def test_a_dash_within_talk_does_not_end_it() -> None:
    assert found("– Zostaniemy – jak zawsze – na brzegu – mówi Zdun.", "pl") == [("Zostaniemy – jak zawsze – na brzegu", 0, True)]


def test_talk_goes_on_after_the_narrator() -> None:
    assert found("— Мы идём, — сказал Зорин, — и не вернёмся.", "ru") == [("Мы идём,", 0, True), ("и не вернёмся.", 0, True)]


def test_a_dash_after_a_sentence_without_reporting_words_opens_no_talk() -> None:
    assert found("Мост закрыт. — Это надолго.", "ru") == []


def test_a_paragraph_before_its_narrator_is_talk() -> None:
    text = "Most stoi. Nikt go nie pilnuje –\n– powiedział Zdun w radiu. – Tak nie może być."
    assert found(text, "pl") == [("Most stoi. Nikt go nie pilnuje", 0, True), ("Tak nie może być.", 0, True)]


def test_marks_within_talk_are_quoted_twice() -> None:
    assert found("– Napisali „zamknięte” i poszli – dodał Zdun.", "pl") == [
        ("Napisali „zamknięte” i poszli", 0, True),
        ("„zamknięte”", 1, True),
    ]


def test_few_words_with_a_capital_are_a_name() -> None:
    text = "«Горный край»"
    assert quotes.name_like(text, Span(1, len(text) - 1))
    assert not quotes.name_like("«мы идём»", Span(1, 8))


def quoted(text: str, code: str) -> list[str]:
    """The words between the marks."""
    return [text[q.inner.start : q.inner.stop].strip() for q in quotes.find(text, [Span(0, len(text))], load(code))[0]]


def test_a_space_inside_the_marks_does_not_hide_them() -> None:
    assert quoted("« La digue tiendra », assure le maçon.", "fr") == ["La digue tiendra"]
    assert quoted("« Мост закрыт », — сказал паромщик.", "ru") == ["Мост закрыт"]


def test_marks_that_also_close_still_need_their_word() -> None:
    assert quoted("Er schrieb: »Der Damm hält« und ging.", "de") == ["Der Damm hält"]


def test_a_closing_mark_after_a_space_stays_with_its_sentence() -> None:
    text = "« Arrêtez le bac ! », crie un homme. Il pleut."
    found = split(text, Span(0, len(text)), load("fr"))
    assert [text[s.start : s.stop] for s in found] == ["« Arrêtez le bac ! », crie un homme.", "Il pleut."]


def test_a_straight_mark_closes_a_low_one() -> None:
    text = '„Odchodzę stąd" - powiedział. „Wrócę jutro" - dodał.'
    assert [words for words, _, _ in found(text, "pl")] == ['„Odchodzę stąd"', '„Wrócę jutro"']


def test_marks_of_two_styles_close_each_other_where_they_cannot_but_close() -> None:
    assert found('“We go," said Lund. "And we stay.”') == [('“We go,"', 0, True), ('"And we stay.”', 0, True)]
    assert found('"We go,“ said Lund. “And we stay."') == [('"We go,“', 0, True), ('“And we stay."', 0, True)]
    assert found('“He said "no" to us,” said Lund.') == [('“He said "no" to us,”', 0, True), ('"no"', 1, True)]
    assert found('„Jdeme," řekl Lund. "A zůstaneme.“', "cs") == [('„Jdeme,"', 0, True), ('"A zůstaneme.“', 0, True)]


def test_a_quotation_may_begin_with_an_omission() -> None:
    assert found("“ … and the ferry waits,” said Lund.") == [("“ … and the ferry waits,”", 0, True)]
    assert found('Lund left. ". . . You will see. We stay."') == [('". . . You will see. We stay."', 0, True)]
    assert found('".@Lund left us," wrote Orban.') == [('".@Lund left us,"', 0, True)]


def test_the_same_mark_opens_and_closes() -> None:
    assert found("”We stay,” said Lund.") == [("”We stay,”", 0, True)]


def test_a_space_after_an_opening_mark_alone() -> None:
    assert found('Lund left. " We stay with the ferry ," said Orban.') == [('" We stay with the ferry ,"', 0, True)]
    assert found("Lund said, “ We stay with the ferry.”") == [("“ We stay with the ferry.”", 0, True)]


def test_a_lost_opening_mark() -> None:
    assert found("We stay on the island,” said Lund.") == [("We stay on the island,”", 0, True)]
    assert found("Zostajemy na wyspie do wiosny” – powiedział Lund.", "pl") == [("Zostajemy na wyspie do wiosny”", 0, True)]
    assert found("He says,” there is no ferry.") == []
    assert found("Мост «Северный“ закрыт.", "ru") == [("«Северный“ закрыт.", 0, False)]


def test_a_lost_closing_mark_before_reporting_words() -> None:
    assert found("“We stay on the island – said Lund. The ferry left.") == [("“We stay on the island", 0, False)]
    assert found("„Zostajemy na wyspie – powiedział Lund.", "pl") == [("„Zostajemy na wyspie", 0, False)]
