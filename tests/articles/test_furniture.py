"""What stands beside an article's paragraphs, on pages written as many sites write them."""

import pytest

from hearsay import articles, pages
from hearsay.language import Languages
from hearsay.model import Article

LANGUAGES = Languages()
TITLE = "Ferry to Orvan stops for three weeks of repairs"
BODY = (
    "The ferry between Ilden and Orvan will stop on Monday for three weeks of repairs, its owner Peter Sorn told passengers at the pier.\n"
    "“The hull has to be welded before the autumn storms, and the pupils of Orvan will have to walk,” he said.\n"
    "The town council wants to hire a smaller boat in the meantime. Its chair, Mara Velt, asked the ministry for money.\n"
)
PAGE = f"Orvan Gazette\nNews\nSport\n\n{TITLE}\n12 May 2031\n\n"


def only(text: str) -> Article:
    found = list(articles.find(pages.from_text(text), LANGUAGES, lambda reject: None))
    assert len(found) == 1
    return found[0]


def author(it: Article) -> str | None:
    return it.author.value if it.author else None


def credited(it: Article, role: str) -> list[str]:
    return [credit.agency for credit in it.credits if credit.role == role]


# ------------------------------------------------------------------ headline and standfirst


def test_the_title_above_a_standfirst_that_tells_as_much() -> None:
    title = "Boat fares in doubt as the pupils will walk for weeks"
    lead = "The hull of the ferry between Ilden and Orvan has to be welded before the storms of autumn, says owner Peter Sorn"
    it = only(f"Orvan Gazette\n\n{title}\n{lead}\nBy Anna Lorne\n\n{BODY}")
    assert it.headline and it.headline.of(it.text) == title
    assert it.standfirst and it.standfirst.of(it.text) == lead


def test_a_title_cut_short_is_said_in_full_elsewhere() -> None:
    it = only(f"Orvan Gazette\n\n{TITLE}\nHome / News / Ferry to Orvan stops for...\nFerry to Orvan stops for three weeks...\n\n{BODY}")
    assert it.headline and it.headline.of(it.text) == TITLE


def test_a_question_that_a_dash_begins_is_no_headline() -> None:
    player = "Listen\n" + "".join(f"{minute}:00\n" for minute in range(18))
    talk = "— Peter Sorn, when will the ferry between Ilden and Orvan sail again?\n— " + BODY.replace("\n", "\n— ", 2)
    it = only(f"Orvan Gazette\n\nThe man who has to mend a hull before winter\n{player}\n{talk}")
    assert it.headline and it.headline.of(it.text) == "The man who has to mend a hull before winter"


def test_a_time_in_small_letters_is_no_rest_of_a_title() -> None:
    it = only(f"Orvan Gazette\n{TITLE}\ntoday, 14:32\n{BODY}")
    assert it.headline and it.headline.of(it.text) == TITLE


# ------------------------------------------------------------------ authors


@pytest.mark.parametrize(
    ("above", "below", "name"),
    [
        ("", "Anna Lorne\n", "Anna Lorne"),
        ("", "(Anna Lorne)\n", "Anna Lorne"),
        ("", "Anna Lorne, Transport Correspondent\nIvan Marek\n", "Anna Lorne; Ivan Marek"),
        ("", "More News\nAnna Lorne\n", None),
        ("By:\nZorvan Lorne\n\n", "", "Zorvan Lorne"),
        ("Anna LORNE\n\n", "", "Anna Lorne"),
        ("By ANNA O'LORNE  Associated Press\n\n", "", "Anna O'Lorne"),
        ("A. L.\n\n", "", "A. L."),
    ],
)
def test_who_signs(above: str, below: str, name: str | None) -> None:
    assert author(only(PAGE + above + BODY + below)) == name


@pytest.mark.parametrize(
    ("above", "under", "below", "name"),
    [
        ("", "ANNA LORNE\n", "", "Anna Lorne"),
        ("", "Reuters, Anna Lorne\n", "", "Anna Lorne"),
        ("", "Reuters/Anna Lorne\n", "", None),
        ("", "Words: Anna Lorne Photos: Ivo Marek\n", "", "Anna Lorne"),
        ("Anna Lorne\n12 comments\n", "", "", "Anna Lorne"),
        ("Anna Lorne\n12:40\n", "", "", None),
        ("ANNA LORNE\n", "", "", None),
        ("Anna Lorne\nThe town in pictures\n", "", "", None),
        ("", "", "Do you use the ferry?\nYes, often 41\nNo 7\nAnna Lorne\nReporter at the Orvan Gazette\n", "Anna Lorne"),
        ("", "", "Do you use the ferry?\nYes, often 41\nNo 7\nAnna Lorne\nThe winter in Kelm\n", None),
        ("", "", "More\nAnna Lorne 3 May 2031\nReporter\nIvo Marek 2 May 2031\nReporter\n", None),
    ],
)
def test_who_signs_in_capitals_above_a_headline_or_in_a_box(above: str, under: str, below: str, name: str | None) -> None:
    it = only(f"Orvan Gazette\nNews\nSport\n\n{above}{TITLE}\n{under}\n{BODY}{below}")
    assert author(it) == name


def test_a_name_right_above_the_headline() -> None:
    it = only(f"Orvan Gazette\nNews\n\nAnna Lorne\n{TITLE}\n12 May 2031\n\n{BODY}")
    assert author(it) == "Anna Lorne"


# ------------------------------------------------------------------ pictures and suppliers


def test_a_caption_said_again_with_who_took_it() -> None:
    it = only(f"{PAGE}The pier of Orvan\nThe pier of Orvan, 4 May 2031. Orvan Gazette/Anna Lorne\n{BODY}")
    assert credited(it, "image") == ["Orvan Gazette", "Anna Lorne"]
    assert it.headline and it.headline.of(it.text) == TITLE
    assert it.standfirst is None and it.body[0].of(it.text).startswith("The ferry")


def test_a_label_stands_above_whom_it_names() -> None:
    it = only(f"{PAGE}Photo:\nAnna Lorne\n\n{BODY}")
    assert credited(it, "image") == ["Anna Lorne"] and author(it) is None


def test_a_source_below_a_caption_is_the_picture_s() -> None:
    it = only(f"{PAGE}The pier of Orvan in spring\nSource:\nAnna Lorne / Orvan Gazette\n{BODY}")
    assert credited(it, "image") == ["Anna Lorne", "Orvan Gazette"] and not credited(it, "wire")


def test_of_an_archive_the_one_whose_it_is() -> None:
    assert credited(only(f"{PAGE}Foto: Arhiv Norvia Press\n\n{BODY}"), "image") == ["Norvia Press"]


@pytest.mark.parametrize(
    ("said", "papers"), [("told the Dolna Herald", ["Dolna Herald"]), ("told Dolna Radio", ["Dolna Radio"]), ("told Mara Velt", [])]
)
def test_a_paper_that_nobody_knows_says_so_by_its_name(said: str, papers: list[str]) -> None:
    it = only(f"{PAGE}{BODY}The harbour master {said} that the smaller boat would not be here before June, whatever was promised.\n")
    assert credited(it, "relay") + credited(it, "wire") == papers


def test_a_wire_s_own_rights_do_not_make_it_the_outlet() -> None:
    claims = "© 2031 The Dolna Ledger\nCopyright 2031 The Associated Press. All rights reserved.\n"
    it = only(f"Menu\nNews\n\n{TITLE}\n\n{BODY}\nNews\nSport\nContact\nAbout us\n{claims}")
    assert it.outlet and it.outlet.value == "The Dolna Ledger"


# ------------------------------------------------------------------ outlet, dates, rights


def test_a_name_in_the_first_line_that_nothing_denies() -> None:
    it = only(f"Dolny Pogled\nNews\nSport\n\n{TITLE}\n12 May 2031\n\n{BODY}")
    assert it.outlet and (it.outlet.value, it.outlet.ground) == ("Dolny Pogled", "first line")


def test_the_outlet_without_what_it_says_of_itself() -> None:
    it = only(f"{TITLE} | Dolna-Online - news from Dolna\nDOLNA-ONLINE\nSport\n\n{TITLE}\n\n{BODY}")
    assert it.outlet and it.outlet.value == "Dolna-Online"


def test_the_same_day_with_its_time_goes_before_the_day_alone() -> None:
    it = only(f"{TITLE}\nMonday, 12 May 2031, 08:00\n\n{BODY}\nPublished: 12 May 2031\n")
    assert it.published and it.published.value == "2031-05-12T08:00"


def test_rights_in_words_of_their_own_are_none_of_the_body_s() -> None:
    line = "Anyone can reproduce what stands here as long as the source is named."
    it = only(f"{PAGE}{BODY}\nNews\nSport\nContact\nAbout us\nAdvertise\nPrivacy policy\n{line}\n")
    assert [span.of(it.text) for span in it.rights] == [line]


def test_an_agency_s_address_in_a_dateline() -> None:
    it = only(f"{PAGE}Ilden. 12 May. INTERFAX.RU - {BODY}")
    assert it.dateline and (it.dateline.place, it.dateline.agency) == ("Ilden", "Interfax")


def test_a_place_with_its_abbreviation() -> None:
    it = only(f"{PAGE}ORVAN FALLS, Norv. (AP) — {BODY}")
    assert it.dateline and (it.dateline.place, it.dateline.agency) == ("ORVAN FALLS, Norv.", "Associated Press")


def test_a_name_that_only_closes_in_a_mark() -> None:
    assert credited(only(f"{PAGE}The pier. Photo: «Orvan Radio»\n{BODY}"), "image") == ["Orvan Radio"]


def test_an_author_s_line_with_weekday_and_time_dates_the_article() -> None:
    it = only(f"Orvan Gazette\n14.05.2031\nNews\nSport\n{TITLE}\nAnna Lorne — Monday, 12 May 2031, 09:14\n\n{BODY}")
    assert author(it) == "Anna Lorne"
    assert it.published and it.published.value == "2031-05-12T09:14"


def test_an_update_without_its_year() -> None:
    it = only(f"Orvan Gazette\n\n{TITLE}\n12 May, 11:42\nUpdated: 13 May, 13:05\n\n{BODY}")
    assert it.published and it.published.value == "XXXX-05-12"
    assert it.updated and it.updated.value == "XXXX-05-13"


# ------------------------------------------------------------------ what is none of it


def test_a_caption_that_begins_with_the_headline_s_words() -> None:
    it = only(f"{TITLE}\n{TITLE} on Sunday. Photo: Reuters\n4 March 2031\n\n{BODY}")
    assert it.headline and it.headline.of(it.text) == TITLE
    it = only(f"{TITLE} | Orvan Gazette\nNews\nSport\n\n{TITLE}\n{TITLE}, 2 March 2031. Orvan Gazette/Anna Lorne\n\n{BODY}")
    assert it.headline and it.headline.of(it.text) == TITLE and it.outlet and it.outlet.value == "Orvan Gazette"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("", "Photo:\nAnna Lorne\n"),
        ("", "Anna Lorne\nGreat that nobody was hurt at the pier\n"),
        ("", "What readers say\nAnna Lorne\nGreat that nobody was hurt\n"),
        ("U.S.\n", ""),
        ("Anna Lorne, baker, 45\n", ""),
        ("Author:\nShare on Facebook\n", ""),
        ("Author:\nPhoto: Anna Lorne\n", ""),
    ],
)
def test_who_does_not_sign(above: str, below: str) -> None:
    assert author(only(f"{PAGE}{above}\n{BODY}{below}")) is None


def test_a_name_with_two_spaces_in_it() -> None:
    assert author(only(f"{PAGE}By Anna  Lorne\n\n{BODY}")) == "Anna  Lorne"


def test_a_source_right_below_the_headline_is_the_text_s() -> None:
    it = only(f"Orvan Gazette\n{TITLE}\nBy Anna Lorne\nSource:\nReuters\n\n{BODY}")
    assert credited(it, "wire") == ["Reuters"] and not credited(it, "image")


@pytest.mark.parametrize(
    "told", ["told Novak times were hard", "told Petra Novak weekly meetings would go on", "told Weekly Council that it knew"]
)
def test_a_person_is_no_paper(told: str) -> None:
    it = only(f"{PAGE}{BODY}The harbour master {told}, and that the smaller boat would not be here before the end of June.\n")
    assert not credited(it, "wire") and not credited(it, "relay")


def test_a_broken_sentence_goes_on_at_a_time() -> None:
    it = only(f"{PAGE}{BODY}The price of a ticket for the smaller boat will rise this summer from ten euros to\nabout 12.50 euros.\n")
    assert it.body[-1].of(it.text).startswith("The price") and it.body[-1].of(it.text).endswith("12.50 euros.")


def test_a_caption_above_the_headline_is_no_title() -> None:
    title = "Ferry to Orvan halted as its owner counts the cost of the worst repairs in forty years"
    it = only(f"Orvan Gazette\n\nBoats along the northern quay of Orvan in spring\n{title}\n4 March 2031\n\n{BODY}")
    assert it.headline and it.headline.of(it.text) == title


def test_a_person_in_the_first_line_is_no_outlet() -> None:
    assert only(f"Anna Lorne\n{TITLE}\n\n{BODY}").outlet is None


def test_a_day_that_is_told_of_with_its_time() -> None:
    it = only(f"4 March 2031\n{TITLE}\nThe council will meet about the ferry on 9 March 2031 at 18:00\n\n{BODY}")
    assert it.published and it.published.value == "2031-03-04"


def test_the_page_s_clock_is_not_the_article_s() -> None:
    it = only(f"Tuesday, 4 March 2031, 18:45\nNews\nSport\n\n{TITLE}\n4 March 2031\n\n{BODY}")
    assert it.published and it.published.value == "2031-03-04"


def test_numbered_places_are_one_article() -> None:
    parts = "".join(f"{n}.\nThe old pier of Orvan\n{BODY}" for n in range(1, 5))
    assert len(list(articles.find(pages.from_text(f"Five places to see in Orvan\n12 May 2031\n\n{BODY}\n{parts}"), LANGUAGES, print))) == 1


# ------------------------------------------------------------------ what is no paragraph


def paragraphs(it: Article) -> list[str]:
    return [span.of(it.text) for span in it.body]


def test_a_chronicle_that_runs_backwards_is_no_ticker() -> None:
    first, *rest = BODY.splitlines()
    lines = ("14:05 The pupils of Orvan walk home.", "12:30 The town council hires a boat.", "10:50 The hull of the ferry is welded.")
    it = only(PAGE + "\n".join((first, *lines, *rest)) + "\n")
    assert set(lines) <= set(paragraphs(it))


@pytest.mark.parametrize(("clocks", "stays"), [(("14:05", "12:30", "10:50"), False), (("10:50", "12:30", "14:05"), True)])
def test_times_that_run_backwards_are_a_ticker_s(clocks: tuple[str, str, str], stays: bool) -> None:
    told = ("Library in Varna opens on Sundays from now on.", "Market fees rise by a tenth.", "Skaters warned off thin ice near Kelm.")
    lines = [f"{clock} {text}" for clock, text in zip(clocks, told, strict=True)]
    first, *rest = BODY.splitlines()
    it = only(PAGE + "\n".join((first, *lines, *rest, first.replace("three", "four"))) + "\n")
    assert (lines[0] in paragraphs(it)) == stays and rest[0] in paragraphs(it)


def test_the_box_that_says_who_wrote_it_is_no_paragraph() -> None:
    box = "Anna Lorne\nReporter at the Orvan Gazette. She writes about ferries, schools and the money for both.\n"
    it = only(PAGE + BODY + box)
    assert author(it) == "Anna Lorne" and len(paragraphs(it)) == 3


# ------------------------------------------------------------------ what a title, a name or a label may be and is not


@pytest.mark.parametrize(
    "title",
    [
        "Five things to know about the ferry to Orvan",
        "Ten stories high: the new pier of Orvan",
        "The ferry to Orvan in brief",
        "Help us mend our ferry, captain asks the pupils of Orvan",
    ],
)
def test_a_headline_that_counts_or_asks_is_one(title: str) -> None:
    it = only(f"Orvan Gazette\nNews\nSport\n\n{title}\nBy Anna Lorne\n12 May 2031\n\n{BODY}")
    assert it.headline and it.headline.of(it.text) == title and author(it) == "Anna Lorne"


@pytest.mark.parametrize(
    ("above", "under", "below"),
    [
        ("Peter Sorn\n12 May 2031, 9:05\n", "", ""),
        ("Peter Sorn\n12 comments\n", "", ""),
        ("", "PETER SORN\n", ""),
        ("", "", "Opinion\nThe pier is a bad joke\nAnna Lorne\nColumnist at the Orvan Gazette\n"),
        ("", "", "Related\nA museum for the steamer\nAnna Lorne\nReporter at the Orvan Gazette\n"),
        ("", "", "Related\nAnna Lorne\nReporter at the Orvan Gazette\n"),
        ("", "", "Contact\nAnna Lorne\nStaff Writer\n"),
        ("", "", "Contact\nIvan Marek\nAnna Lorne\nReporter at the Orvan Gazette\n"),
    ],
)
def test_whom_the_article_tells_of_and_who_wrote_another(above: str, under: str, below: str) -> None:
    assert author(only(f"Orvan Gazette\nNews\nSport\n\n{above}{TITLE}\n{under}\n{BODY}{below}")) is None


def test_what_stands_behind_a_name_and_a_colon_is_no_label() -> None:
    assert author(only(f"{PAGE}By Anna Lorne: a view from the pier\n\n{BODY}")) == "Anna Lorne"
