"""Where sentences end."""

from hearsay.language import load
from hearsay.marks import sentences
from hearsay.model import Span


def split(text: str, code: str = "en") -> list[str]:
    return [s.of(text) for s in sentences.split(text, Span(0, len(text)), load(code))]


def test_an_abbreviation_and_an_initial_end_no_sentence() -> None:
    assert split("Mr. Grey left. J. Holt stayed.") == ["Mr. Grey left.", "J. Holt stayed."]


def test_the_speaker_after_a_dash_belongs_to_the_quotation() -> None:
    assert split("«Да!» — сказал Рогов. Он ушёл.", "ru") == ["«Да!» — сказал Рогов.", "Он ушёл."]


def test_a_lost_space_parts_sentences_all_the_same() -> None:
    assert split("Паром ушёл.Мост закрыт.", "ru") == ["Паром ушёл.", "Мост закрыт."]


def test_a_small_letter_goes_on() -> None:
    assert split("“Stop!” shouted Holt.") == ["“Stop!” shouted Holt."]


def test_a_closing_mark_that_points_inward_stays_with_its_sentence() -> None:
    assert split("»Odhajam.« Potem je odšel.", "sl") == ["»Odhajam.«", "Potem je odšel."]
    assert split("»Jdu.« Pak odešel.", "cs") == ["»Jdu.«", "Pak odešel."]
    assert split("Elle dit. « Je pars. » Puis elle part.", "fr") == ["Elle dit.", "« Je pars. »", "Puis elle part."]
    assert split("Он ушёл. «Пора». Снег шёл.", "ru") == ["Он ушёл.", "«Пора».", "Снег шёл."]
