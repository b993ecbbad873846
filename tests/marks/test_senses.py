"""Mode, type and the rest."""

from reading import drawn


def sense(case: str, code: str = "en"):
    return drawn(case, code)[1][0]


def test_modes() -> None:
    assert sense("[“We wait,”] <said> {Holt}.").mode == "direct"
    assert sense("{Holt} <called> [it “a polite insult” to all]. ").mode == "mixed"
    assert sense("{Holt} <said> [we wait].").mode == "indirect"


def test_a_quoted_name_makes_nothing_mixed() -> None:
    assert sense("{Рогов} <сказал>, [что завод «Заря» закрыт навсегда].", "ru").mode == "indirect"


def test_types() -> None:
    assert sense("{Holt} <said> [we wait].").type == "assertion"
    assert sense("{Holt} <believes> [we wait].").type == "belief"
    assert sense("{Holt} <promised> [to wait].").type == "eventuality"


def test_negation_denial_and_hedge() -> None:
    assert sense("{Holt} <did not say> [when].").negated
    assert sense("{Holt} <denied> [the report].").denial
    assert sense("{Holt} <said> [the clerk allegedly slept].").hedged


def test_occasion() -> None:
    assert sense("[“We wait,”] {Holt} <said> at a briefing.").occasion == "briefing"
