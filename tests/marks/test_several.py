"""A plural description is no single body."""

import pytest
from reading import drawn


@pytest.mark.parametrize(
    ("drawing", "code"),
    [
        ("{1 The Foreign Ministry} <1 said> [1 no]. The treaty would oblige {2 both states} <2 to announce> [2 any change].", "en"),
        ("{1 The Ferry Union} <1 said> [1 no]. {2 The two ministries} <2 denied> [2 it].", "en"),
        ("{1 Совет Норра} <1 сообщил> [1 о мосте]. {2 Обе страны} <2 заявили>, [2 что мост стар].", "ru"),
        ("{1 Совет Норра} <1 сообщил> [1 о мосте]. {2 Компании} <2 заявили>, [2 что мост стар].", "ru"),
        ("{1 Рада Норра} <1 повідомила> [1 про міст]. <2 За словами> {2 банків}, [2 міст старий].", "uk"),
        ("{1 Rada Norru} <1 podała> [1 o moście]. {2 Obie firmy} <2 stwierdziły>, [2 że most jest stary].", "pl"),
    ],
)
def test_both_states_and_the_companies_stay_a_description(drawing: str, code: str) -> None:
    text, (_, said) = drawn(drawing, code)
    assert (said.chain[-1].name, said.chain[-1].words) == (None, said.source[0].of(text))


def test_in_the_company_they_said_is_one_company() -> None:
    case = "{1 Компания «Норр»} <1 сообщила> [1 о мосте]. В {2 компании} <2 заявили>, [2 что мост стар]."
    assert drawn(case, "ru")[1][1].chain[-1].name == "Компания «Норр»"
