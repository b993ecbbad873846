"""From the words of a source to the speaker."""

import pytest
from reading import drawn, speakers

from hearsay.marks import offices


def test_names_with_and_without_office() -> None:
    assert speakers("{1 Mayor Anna Brandt} <1 said> [1 the dam holds]. {2 Brandt} <2 added> [2 that it is old].") == [
        "Anna Brandt",
        "Anna Brandt",
    ]


def test_she_is_the_woman_who_spoke_last() -> None:
    case = "{1 Mayor Anna Brandt} <1 said> [1 the dam holds]. Ivan Holt listened. {2 She} <2 added> [2 that it is old]."
    assert speakers(case) == ["Anna Brandt", "Anna Brandt"]


def test_he_is_not_a_woman() -> None:
    case = "{1 James Holt} <1 said> [1 no]. {2 Anna Brandt} <2 said> [2 yes]. {3 He} <3 left, saying> [3 it was late]."
    assert speakers(case)[2] == "James Holt"


def test_an_office_finds_its_holder() -> None:
    case = (
        "{1 Defence Minister James Holt} <1 said> [1 no]. {2 Anna Brandt} <2 said> [2 yes]. {3 The minister} <3 repeated> [3 his answer]."
    )
    assert speakers(case)[2] == "James Holt"


def test_an_unnamed_official_stays_unnamed_and_keeps_the_floor() -> None:
    assert speakers("{1 A senior official} <1 said> [1 no]. {2 He} <2 added> [2 that it was late].") == [None, None]


def test_whose_spokesman_it_is_does_not_make_him_speak() -> None:
    assert speakers("Anna Brandt left. {A spokesman for Anna Brandt} <denied> [it].") == [None]


def test_several_speakers() -> None:
    assert speakers("{Anna Brandt and James Holt} <agreed> [to wait].") == ["Anna Brandt; James Holt"]


def test_a_capital_city_speaks_for_its_state() -> None:
    assert speakers("{Warsaw} <asked> [for a delay].") == ["Poland"]


def test_the_side_of_a_state() -> None:
    assert speakers("{Российская сторона} <попросила> [об отсрочке].", "ru") == ["Russia"]


def test_a_dropped_subject_is_the_last_speaker() -> None:
    assert speakers("{1 Premier Anna Wilk} <1 powiedziała>, [1 że most stoi]. <2 Dodała>, [2 że jest stary].", "pl") == ["Anna Wilk"] * 2


def test_plural_verbs_need_no_person() -> None:
    assert speakers("{1 Премьер Анна Волкова} <1 сказала>, [1 что мост стоит]. {2 Эксперты} <2 сказали>, [2 что он стар].", "ru")[1] is None


def test_who_is_the_person_before_it_even_after_an_office_and_its_place() -> None:
    assert speakers("Anna Brandt, the leader of the guild in Norr Valley, {who} <said> [yes].") == ["Anna Brandt"]


def test_who_of_one_unnamed_keeps_the_words_for_him() -> None:
    _, (said,) = drawn("A clerk at the mill, {who} <said> [no].")
    assert (said.chain[-1].name, said.chain[-1].words) == (None, "A clerk at the mill")


def test_he_of_one_unnamed_keeps_the_words_for_him() -> None:
    _, (_, said) = drawn("{1 A source at the ministry} <1 said> [1 no]. {2 He} <2 added> [2 that it was late].")
    assert said.chain[-1].words == "A source at the ministry"


@pytest.mark.parametrize(("words", "same"), [("The official", True), ("The spokesperson", True), ("The expert", False)])
def test_the_official_is_the_spokesperson_without_a_name_before_him(words: str, same: bool) -> None:
    _, (_, said) = drawn(f"{{1 A spokesperson of the harbour office}} <1 said> [1 no]. {{2 {words}}} <2 added> [2 that it was late].")
    assert said.chain[-1].words == ("A spokesperson of the harbour office" if same else words)


def test_an_unnamed_official_keeps_the_floor_from_those_of_whom_he_tells() -> None:
    case = (
        "[1 {2 Ivan Holt} <2 has promised> [2 an answer]], {1 a senior official of the mill} <1 said>. "
        "{3 The official, {4 who} <4 asked> [4 not to be named],} <3 said> [3 that it was late]. "
        "{5 The official} <5 added> [5 that it rained]."
    )
    _, found = drawn(case)
    told = [(said.chain[-1].name, said.chain[-1].words) for said in found]
    assert told[0] == told[2] == told[4] == (None, "a senior official of the mill")


def test_the_outlet_that_a_source_told_stands_in_the_chain() -> None:
    _, (said,) = drawn("{Источник в мэрии} <рассказал> газете «Горный край», [что мост закрыт].", "ru")
    assert [voice.name or voice.words for voice in said.chain] == ["Gazette", "Горный край", "Источник в мэрии"]


def test_he_in_what_someone_is_told_to_have_said_is_that_person() -> None:
    case = "{1 James Brandt} <1 said> [1 that {2 Ivan Holt} <2 had told> them [2 that {3 he} <3 believed> [3 in ghosts]]]."
    assert speakers(case) == ["James Brandt", "Ivan Holt", "Ivan Holt"]


def test_a_given_name_is_shown_as_printed_where_names_do_not_bend() -> None:
    assert speakers("{Stefana Holt} <said> [no].") == ["Stefana Holt"]
    assert speakers("{Мара Фенина} <сказала>, [что мост закрыт].", "ru") == ["Мара Фенина"]
    assert speakers("<По словам> {Сергея Дорнова}, [мост закрыт].", "ru") == ["Сергей Дорнов"]


def test_a_clause_that_says_more_of_the_speaker_names_no_other() -> None:
    assert speakers("{Anna Brandt, who wrote a book on James Holt}, <said> [no].") == ["Anna Brandt"]


def test_what_a_paper_is_on_does_not_speak() -> None:
    _, (said,) = drawn("{The report on the Kelm fire} <says> [that a door was shut].")
    assert (said.chain[-1].name, said.chain[-1].words) == (None, "The report on the Kelm fire")
    assert speakers("{A letter from the Brandt Fund} <says> [no].") == ["Brandt Fund"]
    assert speakers("Anna Brandt left. {A post on Brandt's page} <says> [no].") == ["Anna Brandt"]


def test_whose_council_it_is_does_not_speak() -> None:
    assert speakers("Утром Варна просит помощи. {Городской совет Варны} <попросил> [вернуть поезд].", "ru") == ["Городской совет Варны"]


def test_an_aside_between_commas_is_no_second_speaker() -> None:
    assert speakers("{Anna Brandt, Varn of Norr's director,} <said> [no].") == ["Anna Brandt"]


def test_many_of_a_kind_are_no_one_person() -> None:
    assert speakers("Mill founder James Holt left. {The mill founders} <said> [no].") == [None]


def test_a_surname_is_his_who_was_named_as_subject_last_or_first_of_all() -> None:
    assert speakers("James Holt won. Anna Holt, his wife, stayed away. {Holt} <said> [no].") == ["Anna Holt"]
    assert speakers("James Holt won.¶He spoke of his wife, Anna Holt.¶It rained.¶{Holt} <said> [no].") == ["James Holt"]


def test_the_first_of_two_surnames_stands_for_both() -> None:
    assert speakers("Anna Brandt Holm spoke. {Ms. Brandt} <said> [no].") == ["Anna Brandt Holm"]


def test_a_pronoun_may_stand_in_one_word_with_its_verb() -> None:
    assert speakers("{1 James Holt} <1 said> [1 no]. {2 He}'s <2 said> [2 it before].")[1] == "James Holt"


def test_a_body_beside_a_person_speaks_too_and_a_capital_among_several_is_its_state() -> None:
    assert speakers("{Mayor Anna Brandt and the Norr Council} <said> [the dam holds].") == ["Anna Brandt; Norr Council"]
    assert speakers("{Mayor Anna Brandt and Norr's envoy} <said> [the dam holds].") != ["Anna Brandt; Norr"]
    assert speakers("{The League and Warsaw} <asked> [for a delay].") == ["League; Poland"]


def test_a_states_adjective_names_no_one_but_says_which_body() -> None:
    assert speakers("The alleged Polish delay went on. {The Polish river board} <denied> [it].") == ["Polish river board"]
    assert speakers("{The Polish defence ministry} <denied> [the delay].") == ["Polish Ministry of National Defence"]


def test_we_and_a_verb_without_a_subject_are_whoever_is_quoted() -> None:
    assert speakers("[1 “{2 We} <2 believe> [2 the dam holds],”] <1 said> {1 Mayor Anna Brandt}.") == ["Anna Brandt"] * 2
    assert speakers("{1 Zarząd portu} <1 podał>, [1 że <2 oczekuje> [2 odpowiedzi]]. Jan Holt słuchał.", "pl")[1] == "Zarząd portu"


def test_a_plural_verb_inside_what_one_person_says_is_somebody_elses() -> None:
    assert speakers("{1 Кметът Анна Брандт} <1 каза>, [1 че <2 обясниха>, [2 че язовирът е стар]].", "bg") == ["Анна Брандт", None]


def test_and_carries_the_subject_of_a_quoted_sentence_on() -> None:
    case = "[1 «Совет Норра стар и <2 призывает> [2 соседей помочь]»], — <1 указано на> {1 сайте Портового союза}."
    assert speakers(case, "ru")[1] == "Совет Норра"


def test_his_words_are_those_of_the_person_whom_the_paragraph_names() -> None:
    case = "{1 МИД Польши} <1 сообщил>, [1 что мост стар]. Накануне там приняли Сергея Волкова. <2 По> {2 его} <2 словам>, [2 мост открыт]."
    assert speakers(case, "ru") == ["Polish Ministry of Foreign Affairs", "Сергей Волков"]


def test_whose_aide_it_is_does_not_lend_him_a_name() -> None:
    case = "{1 James Holt} <1 said> [1 no]. {2 The spokesman for Anna Brandt} <2 added> [2 that it was late]."
    assert speakers(case)[1] is None


def test_an_outlet_that_passes_it_on_wrote_no_statement() -> None:
    case = (
        "{1 The Ferry Union} <1 said> [1 no]. {2 Reuters} <2 reported> [2 delays]. {3 The statement} <3 says> [3 that the ferry is late]."
    )
    assert speakers(case)[2] == "Ferry Union"


def test_a_verb_shows_a_woman_whose_office_is_a_mans_word() -> None:
    case = "{1 Представитель порта Элса Корвин} <1 сказала>, [1 что мост стоит]. «Он стар», — {2 она} <2 добавила> [2 позже]."
    assert speakers(case, "ru") == ["Элса Корвин"] * 2


def test_who_says_before_whom_an_official_said_it_bears_no_office_of_his() -> None:
    case = "Talks were held at Lena Varn, {1 a senior Norr official} <1 said> [1 on Friday]. {2 The official} <2 added> [2 that it rained]."
    assert speakers(case)[1] is None


def test_a_body_that_follows_with_a_preposition_does_not_own_the_name() -> None:
    assert speakers("{Anna Malá z tiskového odboru} <řekla>, [že hráz stojí].", "cs") == ["Anna Malá"]
    assert speakers("James Holt left. {Holt supporters} <said> [no].") == [None]


def test_a_company_is_no_court_that_had_the_floor() -> None:
    assert speakers("{1 Суд Норра} <1 сообщил> [1 о споре]. {2 Компания} <2 отметила>, [2 что готова].", "ru")[1] != "Суд Норра"


@pytest.mark.parametrize(
    ("word", "bodies", "alike"),
    [
        ("company", {"airline"}, True),
        ("foreign-ministry", {"ministry"}, True),
        ("court", {"supreme-court"}, True),
        ("parliament", {"senate"}, True),
        ("senate", {"lower-house"}, False),
        ("supreme-court", {"constitutional-court"}, False),
        ("alliance", {"ministry"}, False),
        ("-", {"-", "ministry"}, False),
    ],
)
def test_a_wider_or_a_narrower_word_may_mean_the_same_body(word: str, bodies: set[str], alike: bool) -> None:
    assert offices.alike(word, bodies) is alike


def test_two_states_or_alliances_speak_together() -> None:
    assert speakers("{The United States and NATO} <say> [they are ready].") == ["United States; NATO"]
    assert speakers("{NATO and the US} <say> [they are ready].") == ["NATO; United States"]
    assert speakers("{NATO and Poland's envoy} <say> [they are ready].") == ["NATO"]


def test_a_ministry_that_the_world_knows_is_no_alliance() -> None:
    case = "{1 The State Department} <1 says> [1 the talks go on]. {2 The bloc} <2 wants> [2 an answer]."
    assert speakers(case)[1] == "bloc"


def test_the_ministry_is_the_one_that_the_world_knows() -> None:
    case = "{1 The State Department} <1 says> [1 the talks go on]. {2 The ministry} <2 wants> [2 an answer]."
    assert speakers(case)[1] == "US Department of State"


def test_a_leader_with_a_name_is_not_the_unnamed_one_before_him() -> None:
    assert speakers("{1 A guild leader} <1 said> [1 no]. {2 Senate minority leader James Holt} <2 said> [2 yes].")[1] == "James Holt"
