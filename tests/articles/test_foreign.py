"""A paragraph in another language is kept and named where it is quoted; a neighbour's at either end is clutter."""

import pytest

from hearsay import articles, flow, pages
from hearsay.articles.foreign import foreign, language_of, sidebars
from hearsay.language import Languages
from hearsay.model import Span

LANGUAGES = Languages()
ENGLISH = "The sentence that both sides quarrelled over stood in the eleventh paragraph of the contract, and for a month they did."
UKRAINIAN = "Нічна доплата нараховується за кожну годину після двадцять другої, незалежно від того, чи судно стоїть біля причалу."
SAID = "Начальниця порту Олена Гавриш сказала журналістам, що причали відкриють не раніше ранку середи, коли спаде вода."


def spans(*paragraphs: str) -> tuple[str, list[Span]]:
    text, out = "", []
    for words in paragraphs:
        out.append(Span(len(text), len(text) + len(words)))
        text += words + "\n"
    return text, out


def test_each_paragraph_is_asked_for_its_language() -> None:
    text, places = spans(ENGLISH, UKRAINIAN, ENGLISH)
    assert foreign(text, places, "en", LANGUAGES) == {places[1]: "uk"}


def test_function_words_tell_a_language_and_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    text, places = spans(ENGLISH, SAID)
    assert language_of(*spans(SAID), LANGUAGES) == "uk"
    monkeypatch.setattr("hearsay.articles.foreign.identify", lambda text: pytest.fail("asked"))
    assert language_of(text, places[:1], LANGUAGES) == "en" and foreign(text, places[:1], "en", LANGUAGES) == {}


def test_words_that_languages_share_are_divided_between_them(monkeypatch: pytest.MonkeyPatch) -> None:
    said = "Starosta v pondělí řekl, že most na řece nezavřou, a do konce roku se bude jezdit v jednom směru, i když to lidem vadí."
    text, places = spans(said)
    monkeypatch.setattr("hearsay.articles.foreign.identify", lambda text: pytest.fail("asked"))
    assert language_of(text, places, LANGUAGES) == "cs"


def test_of_no_paragraphs_nothing_is_told() -> None:
    for text, places in (("", []), ("Nobody.", []), ("...", [Span(0, 3)])):
        assert language_of(text, places, LANGUAGES) in LANGUAGES and foreign(text, places, "en", LANGUAGES) == {}


def test_names_alone_are_no_language_of_their_own() -> None:
    text, places = spans(ENGLISH, "Elena Havrish, Peter Sorn, Mara Velt, Ivo Karn, Anna Lorne")
    assert foreign(text, places, "en", LANGUAGES) == {}


def test_a_sidebar_at_an_end_is_clutter_and_a_quotation_is_not() -> None:
    text, places = spans(ENGLISH, ENGLISH, f"«{UKRAINIAN}»", ENGLISH, UKRAINIAN)
    assert sidebars(text, places, foreign(text, places, "en", LANGUAGES)) == {places[4]}
    text, places = spans(ENGLISH, ENGLISH, ENGLISH, f"«{UKRAINIAN}»")
    assert sidebars(text, places, foreign(text, places, "en", LANGUAGES)) == frozenset()


def test_a_body_that_is_half_in_each_keeps_both() -> None:
    text, places = spans(ENGLISH, UKRAINIAN)
    assert sidebars(text, places, foreign(text, places, "en", LANGUAGES)) == frozenset()


def test_a_foreign_paragraph_is_read_with_its_own_folder() -> None:
    page = pages.from_text(f"Two languages, one contract\n\n{ENGLISH} {ENGLISH}\n\n{SAID}\n\n{ENGLISH} {ENGLISH}\n")
    article = articles.whole(page, LANGUAGES)
    assert [code for _, code in article.foreign] == ["uk"]
    reading = flow.marks.find(article, LANGUAGES[article.language], languages=LANGUAGES)
    said = [it for it in reading.statements if any("причали" in span.of(article.text) for span in it.content)]
    assert said and said[0].speaker and "Гавриш" in (said[0].speaker.name or "")


def test_a_dozen_words_are_too_few_to_be_told_by_function_words() -> None:
    text, places = spans("Krátké zprávy z našeho vysílání, průběžně doplňujeme. Nejnovější najdete nahoře.")
    assert language_of(text, places, LANGUAGES) == "cs"
