"""Names with their roles, descriptions, pronouns."""

from reading import opened

from hearsay.marks import mentions


def found(text: str, code: str = "en") -> dict[str, tuple[str, str]]:
    scan = opened(text, code)
    return {m.span.of(text): (m.kind, m.category) for m in mentions.find(scan)}


def test_an_office_is_no_part_of_the_name() -> None:
    text = "On Monday Foreign Minister Ivan Holt met a crowd."
    (name,) = [m for m in mentions.find(opened(text)) if m.kind == "name"]
    assert (name.span.of(text), name.category) == ("Ivan Holt", "PER")
    assert name.role and name.role.of(text).strip() == "Foreign Minister"


def test_the_world_knows_states_and_wires() -> None:
    assert found("A clerk told Reuters that Poland agreed.")["Reuters"] == ("name", "ORG")
    assert found("A clerk told Reuters that Poland agreed.")["Poland"] == ("name", "LOC")


def test_a_capital_at_the_start_alone_is_no_name() -> None:
    assert "Bridges" not in found("Bridges were closed. All bridges stay closed.")


def test_a_surname_stands_for_the_full_name() -> None:
    assert found("Yesterday Anna Brandt spoke. Then Brandt left.")["Brandt"] == ("name", "PER")


def test_a_word_like_a_surname_is_not_the_person_where_names_do_not_bend() -> None:
    assert found("Yesterday Anna Tarn spoke. The Tarnan council met.")["Tarnan"][1] != "PER"


def test_a_lone_name_after_those_who_belong_to_a_body_is_the_bodys() -> None:
    assert found("Забастовку начали пилоты Авиасорла.", "ru")["Авиасорла"] == ("name", "ORG")
    assert found("Утром пилот Руднев сказал, что мост закрыт.", "ru")["Руднев"] == ("name", "PER")
    assert found("Утром пилоты Руднев и Лисин сказали, что мост закрыт.", "ru")["Руднев"] == ("name", "PER")


def test_a_word_for_a_thing_names_a_person_only_where_a_full_name_has_it() -> None:
    assert found("The crowd left. West claims the dam holds. So the West says.")["West"] == ("name", "ORG")
    assert found("The crowd met Anna West. Later West claims the dam holds.")["West"] == ("name", "PER")
    assert found("The crowd left. Brandt claims the dam holds.")["Brandt"] == ("name", "PER")


def test_descriptions_and_pronouns() -> None:
    seen = found("He said the spokesman was ill.")
    assert seen["He"] == ("pronoun", "PER")
    assert seen["spokesman"] == ("description", "PER")


def test_a_country_in_capitals_is_no_pronoun() -> None:
    assert found("The US agreed.")["US"] == ("name", "LOC")


def role(text: str, name: str) -> str | None:
    """The office that is borne with a name."""
    (mention,) = [m for m in mentions.find(opened(text)) if m.kind == "name" and m.span.of(text) == name]
    return mention.role.of(text).strip() if mention.role else None


def test_a_shortened_title_is_an_office() -> None:
    assert role("Yesterday Sen. Anna Brandt spoke.", "Anna Brandt") == "Sen."


def test_an_office_does_not_reach_over_a_verb_another_name_or_a_preposition() -> None:
    assert role("The minister told Anna Brandt to wait.", "Anna Brandt") is None
    assert role("The mayor James Holt and Anna Brandt left.", "Anna Brandt") is None
    assert role("An aide to Anna Brandt left.", "Anna Brandt") is None


def test_a_bodys_name_may_hold_a_persons() -> None:
    assert found("Later the Anna Brandt Foundation closed.")["Anna Brandt Foundation"] == ("name", "ORG")


def test_an_initial_within_a_name_is_no_article() -> None:
    assert found("Later James A. Holt spoke.")["James A. Holt"] == ("name", "PER")


def test_a_noun_says_what_has_the_name() -> None:
    assert found("Yesterday the film “Tidewater” opened.")["Tidewater"] == ("name", "PRO")
    assert found("Later the Norr Valley Conference opened.")["Norr Valley Conference"] == ("name", "EVT")
    assert found("Вчера открыли газопровод «Тихий берег».", "ru")["Тихий берег"] == ("name", "PRO")


def test_what_is_a_film_once_is_one_everywhere() -> None:
    text = "Yesterday the film “Tidewater” opened. Few liked Tidewater."
    assert {m.category for m in mentions.find(opened(text)) if m.name == "Tidewater"} == {"PRO"}


def test_a_version_belongs_to_the_name() -> None:
    assert found("They fly the Varda 2 at night. So did Varda 1. Holt saw it.")["Varda 1"] == ("name", "PRO")


def test_the_world_knows_things_and_events() -> None:
    assert found("She looked it up in Wikipedia.")["Wikipedia"] == ("name", "PRO")
    assert found("She sang at the Eurovision.")["Eurovision"] == ("name", "EVT")
