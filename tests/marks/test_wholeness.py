"""A quotation belongs whole to one speaker."""

from reading import opened

from hearsay.marks.proposal import Proposal
from hearsay.marks.scan import Scan
from hearsay.marks.wholeness import whole
from hearsay.model import Span

TEXT = (
    "The lock at Orva\n\n“The lock will open when the water falls below the mark,” Grey said. "
    "“The mayor told us that the gauge was broken for a week,” Pell added."
)


def scan() -> Scan:
    return opened(TEXT)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def words(p: Proposal) -> list[str]:
    return [c.of(TEXT) for c in p.content]


def test_a_content_that_runs_into_the_next_quotation_gives_it_back() -> None:
    first = Proposal(
        (span("Grey"),), (span("said"),), (span("“The lock will open when the water falls below the mark,”"), span("“The mayor")), 0.9
    )
    second = Proposal((span("Pell"),), (span("added"),), (span("told us that the gauge was broken for a week,”"),), 0.9)
    one, other = whole(scan(), [first, second])
    assert words(one) == ["“The lock will open when the water falls below the mark,”"]
    assert words(other) == ["“The mayor told us that the gauge was broken for a week,”"]


def test_what_reports_within_a_quotation_is_inner() -> None:
    outer = Proposal((span("Pell"),), (span("added"),), (span("“The mayor told us that the gauge was broken for a week,”"),), 0.9)
    inner = Proposal((span("The mayor"),), (span("told"),), (span("that the gauge was broken for a week,” Pell"),), 0.5)
    made = whole(scan(), [outer, inner])
    assert [p.level for p in made] == [0, 1]
    assert words(made[1]) == ["that the gauge was broken for a week,”"]


def test_a_short_part_stays_as_it_was_seen() -> None:
    part = Proposal((span("Grey"),), (span("said"),), (span("the mark"),), 0.9)
    assert whole(scan(), [part]) == [part]


def made(text: str, *reports: tuple[str, str, str, float]) -> list[list[str]]:
    """What of the text each of these reports (source, words that report, content, confidence) has said in the end."""

    def at(words: str) -> tuple[Span, ...]:
        return tuple(Span(text.index(w), text.index(w) + len(w)) for w in words.split(" | ") if w)

    found = whole(opened(text), [Proposal(at(source), at(cue), at(content), sure) for source, cue, content, sure in reports])
    return [[c.of(text) for c in p.content] for p in found]


def test_of_two_that_claim_a_quotation_the_surer_has_it() -> None:
    text = "Orva told the port that the gauge broke. “It broke on Monday, at noon.” Pell said. “Nobody has come since then.”"
    first = ("Orva", "told", "that the gauge broke | “It broke on Monday, at noon.”", 0.8)
    second = ("Pell", "said", "“It broke on Monday, at noon.” | “Nobody has come since then.”", 0.9)
    assert made(text, first, second) == [["that the gauge broke"], ["“It broke on Monday, at noon.”", "“Nobody has come since then.”"]]


def test_reporting_words_that_lead_to_a_quotation_have_it() -> None:
    text = "“The gauge of the lock is broken,” Pell wrote. The letter went on: “Nobody has come since Monday noon.”"
    first = ("Pell", "wrote", "“The gauge of the lock is broken,” | “Nobody has come since Monday noon.”", 0.9)
    second = ("The letter", "went on", "“Nobody has come since Monday noon.”", 0.8)
    assert made(text, first, second) == [["“The gauge of the lock is broken,”"], ["“Nobody has come since Monday noon.”"]]


def test_reporting_words_that_follow_a_quotation_have_it() -> None:
    text = "“The gauge of the lock is broken,” he noted. “Nobody has come since Monday noon,” stressed the port."
    first = ("he", "noted", "“The gauge of the lock is broken,” | “Nobody has come since Monday noon,”", 0.9)
    second = ("the port", "stressed", "“Nobody has come since Monday noon,”", 0.8)
    assert made(text, first, second) == [["“The gauge of the lock is broken,”"], ["“Nobody has come since Monday noon,”"]]


def test_a_report_of_a_report_has_the_quotation_too() -> None:
    text = "“The gauge of the lock is broken,” Pell said, according to the Orva Post."
    inner = ("Pell", "said", "“The gauge of the lock is broken,”", 0.8)
    outer = ("the Orva Post", "according to", "“The gauge of the lock is broken,” Pell said", 0.9)
    assert made(text, inner, outer) == [["“The gauge of the lock is broken,”"], ["“The gauge of the lock is broken,” Pell said"]]


def test_a_quotation_is_had_whole_that_was_seen_from_its_mark() -> None:
    text = "Pell: “The gauge is broken. " + "Nobody has come since Monday to mend it. " * 8 + "We wait.” That was all."
    (content,) = made(text, ("Pell", ":", "“The gauge is broken. Nobody has come", 0.6))
    assert content[0].endswith("We wait.”")


def test_a_quotation_that_nobody_has_is_his_whose_words_stand_beside_it() -> None:
    text = "“The gauge of the lock is broken,” Pell wrote to the port. “Nobody has come since Monday.”"
    report = ("Pell", "wrote", "“Nobody has come since Monday.”", 0.8)
    assert made(text, report) == [["“The gauge of the lock is broken,”", "“Nobody has come since Monday.”"]]


def test_a_quotation_that_nobody_has_goes_on_from_what_leads_to_it() -> None:
    text = "Pell blamed the port – “Nobody has come since Monday noon.”"
    assert made(text, ("Pell", "blamed", "the port", 0.8)) == [["the port", "“Nobody has come since Monday noon.”"]]


def test_words_that_lead_to_a_quotation_with_a_colon_are_no_part_of_it() -> None:
    text = "The port had left the lock to itself: “Nobody has come since Monday noon,” Pell said."
    report = ("Pell", "said", "The port had left the lock to itself: “Nobody has come since Monday noon,”", 0.8)
    assert made(text, report) == [["“Nobody has come since Monday noon,”"]]
    text = "Asked about the lock, Pell said: “Nobody has come since Monday noon,” the Gazette reported."
    report = ("the Gazette", "reported", "Asked about the lock, Pell said: “Nobody has come since Monday noon,”", 0.8)
    assert made(text, report) == [["Asked about the lock, Pell said: “Nobody has come since Monday noon,”"]]
