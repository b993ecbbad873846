"""Whose paper speaks."""

from reading import drawn, speakers


def test_a_statement_is_whose_who_had_the_floor() -> None:
    assert speakers("{1 The Ferry Union} <1 said> [1 no]. {2 The statement} <2 says> [2 that the ferry is late].")[1] == "Ferry Union"


def test_a_poll_or_a_study_is_that_of_whom_it_was_said_to_be() -> None:
    case = "<1 According to> {1 a poll by the Norr Institute}, [1 most want a bridge]. {2 The poll} <2 also shows> [2 a split]."
    assert speakers(case) == ["Norr Institute"] * 2


def test_polls_studies_and_laws_speak_for_nobody_named_before() -> None:
    for paper in ("The poll", "The study", "The law", "The data"):
        _, (_, said) = drawn(f"{{1 Anna Brandt}} <1 said> [1 no]. {{2 {paper}}} <2 shows> [2 that most want a bridge].")
        assert (said.chain[-1].name, said.chain[-1].kind, said.chain[-1].words) == (None, "document", paper)


def test_a_paper_of_a_body_that_is_described_is_that_bodys() -> None:
    assert speakers("<По> {данным министерства рыбного хозяйства}, [улов вырос].", "ru") == ["министерства рыбного хозяйства"]


def test_a_message_is_whose_who_reported_with_a_word_of_its_stem() -> None:
    case = (
        "[1 Мост закрыт], <1 сообщает> {1 портовый союз Норра}. {2 Волкова} <2 уверена>, [2 что он стар]. "
        "В {3 сообщении} <3 сказано> [3 о ремонте]."
    )
    assert speakers(case, "ru")[2] == speakers(case, "ru")[0]
    assert speakers(case.replace("портовый союз Норра", "ТАСС"), "ru")[2] == "Волкова"
