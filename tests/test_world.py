"""Names that belong to no language."""

from hearsay import world
from hearsay.text import tokens


def named(text: str, *tables: str) -> str | None:
    found = world.names(*tables).at(tokens(text), 0)
    return found.named.name if found else None


def test_inflected_names_are_found() -> None:
    assert named("Reuters") == "Reuters"
    assert named("Польши") == "Poland"
    assert named("Wielkiej Brytanii") == "United Kingdom"


def test_the_form_nearest_to_the_word_counts() -> None:
    assert named("Belgii") == "Belgium"


def test_a_capital_says_which_state_it_governs() -> None:
    assert world.seat_of("Warsaw") == "Poland"


def test_adjectives_speak_of_states() -> None:
    assert world.state_of("российская") == "Russia"
    assert world.state_of("мост") is None


def test_canonical_names() -> None:
    assert world.canonical("INTERFAX", "wires") == "Interfax"
    assert world.canonical("Nobody Press") is None
