"""Digests and live pages become an article for each item; an article with headings, times or related news in it stays one."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay import articles, pages
from hearsay.articles import items
from hearsay.articles.outline import Outline
from hearsay.language import Languages
from hearsay.model import Article, Page

LANGUAGES = Languages()
RAIN = "The rain over the upper Sorle has stopped, and the river at Ilden is falling by two centimetres an hour."
FERRY = "The ferry to Kelm will run again on Friday, the harbour office said, if the landing stage can be cleared of mud."
BRIDGE = "The bridge at Varna is closed to lorries until engineers have looked at its middle pier, the town council said."


def found(page: Page) -> list[Article]:
    return list(articles.find(page, LANGUAGES, lambda reject: None))


def headlines(made: list[Article]) -> list[str | None]:
    return [it.headline.of(it.text) if it.headline else None for it in made]


def body(it: Article) -> list[str]:
    return [span.of(it.text) for span in it.body]


def test_entries_with_their_times_on_the_same_line() -> None:
    made = found(pages.from_text(f"Flood on the Sorle\n4 March 2031\n\n16:05 {RAIN}\n15:20 {FERRY}\n14:32 {BRIDGE}\n"))
    assert [it.published.value for it in made if it.published] == ["2031-03-04T16:05", "2031-03-04T15:20", "2031-03-04T14:32"]
    assert [body(it) for it in made] == [[RAIN], [FERRY], [BRIDGE]]


def test_a_page_of_nothing_but_entries() -> None:
    assert [body(it) for it in found(pages.from_text(f"16:05 {RAIN}\n15:20 {FERRY}\n14:32 {BRIDGE}\n"))] == [[RAIN], [FERRY], [BRIDGE]]


def test_a_time_without_any_day_dates_nothing() -> None:
    made = found(pages.from_text(f"Flood on the Sorle\n\n16:05\n{RAIN}\n15:20\n{FERRY}\n14:32\n{BRIDGE}\n"))
    assert len(made) == 3 and all(it.published is None for it in made)


def test_headings_alone_part_a_page_that_calls_itself_a_digest() -> None:
    parts = f"Rain stops over the Sorle\n{RAIN}\nFerry to Kelm may run on Friday\n{FERRY}\nVarna bridge closed to lorries\n{BRIDGE}\n"
    assert headlines(found(pages.from_text(f"News in brief\n\n{parts}"))) == [
        "Rain stops over the Sorle",
        "Ferry to Kelm may run on Friday",
        "Varna bridge closed to lorries",
    ]
    assert len(found(pages.from_text(f"What the flood has done to the Sorle\n\n{parts}"))) == 1


def test_a_digest_in_markup() -> None:
    item = "<h2>{}</h2><p>ILDEN, March 4 (Reuters) - {}</p><p>There was no word of anybody hurt, and the trains ran as usual.</p>"
    items = "".join(item.format(*it) for it in (("Rain stops", RAIN), ("Ferry to run", FERRY), ("Bridge closed", BRIDGE)))
    made = found(
        pages.from_html(f"<html><head><title>Briefly</title></head><body><article><h1>Briefly</h1>{items}</article></body></html>")
    )
    assert headlines(made) == ["Rain stops", "Ferry to run", "Bridge closed"]
    assert all(it.dateline and it.dateline.agency == "Reuters" for it in made)


def test_a_list_of_times_within_an_article_is_no_live_page() -> None:
    around = "\n".join((RAIN, FERRY, BRIDGE)) + "\n"
    times = "21:50 - The ferry leaves Ilden, ten minutes late.\n23:14 - The mate asks about the buoy.\n23:16 - It touches the ground.\n"
    assert len(found(pages.from_text(f"How the ferry ran aground\n\n{around}{times}{around}"))) == 1


def test_comments_with_their_times_are_no_entries() -> None:
    comments = f"Comments\nAnna\n14:02\n{RAIN}\nBela\n14:30\n{FERRY}\nCyril\n15:11\n{BRIDGE}\n"
    assert len(found(pages.from_text(f"Harbour opens\n\n{RAIN}\n{FERRY}\n{BRIDGE}\n{comments}"))) == 1


def test_related_news_with_times_is_no_live_page() -> None:
    related = "Latest news\n16:10 Salt exports rise\n15:55 Theatre looks for actors\n15:41 Rain until Thursday\n"
    assert len(found(pages.from_text(f"Harbour opens\n\n{RAIN}\n{FERRY}\n{BRIDGE}\n{related}"))) == 1


def test_what_stands_above_the_entries_is_an_article_of_its_own() -> None:
    lead = "The Sorle has left its banks in three districts of Norvia. We follow what happens."
    made = found(pages.from_text(f"Flood on the Sorle\n{lead}\n\n16:05\n{RAIN}\n15:20\n{FERRY}\n14:32\n{BRIDGE}\n"))
    assert body(made[0]) == [lead] and headlines(made)[0] == "Flood on the Sorle" and len(made) == 4


def test_titles_stamped_below() -> None:
    one = f"Rain stops over the upper Sorle\n4 March 2031, 16:05\n{RAIN}\nThe trains run as usual, the railway said on its page.\n"
    two = f"Ferry to Kelm may run on Friday\n4 March 2031, 15:20\n{FERRY}\nTickets of the last days are valid, it said.\n"
    three = f"Varna bridge closed to all lorries\n4 March 2031, 14:32\n{BRIDGE}\nBuses take the road over Orvan, which is longer.\n"
    made = found(pages.from_text(f"Norvia Herald\n\n{one}\n{two}\n{three}"))
    assert headlines(made) == ["Rain stops over the upper Sorle", "Ferry to Kelm may run on Friday", "Varna bridge closed to all lorries"]
    assert [it.published.value for it in made if it.published] == ["2031-03-04T16:05", "2031-03-04T15:20", "2031-03-04T14:32"]


def test_a_ticker_beside_an_article_is_no_live_page() -> None:
    ticker = (
        "23:48 Budget passed\n22:30 Airport open, flights are late today.\n21:17 Trams run. Talks go on.\n20:05 Heat\n19:42 Judge back\n"
    )
    assert len(found(pages.from_text(f"{ticker}More news\n\nFlood on the Sorle\n4 March 2031\n\n{RAIN}\n{FERRY}\n{BRIDGE}\n"))) == 1


def test_a_word_for_a_day_above_entries_is_no_day() -> None:
    made = found(pages.from_text(f"Flood on the Sorle\n\nYesterday, 17:05\n\n16:05\n{RAIN}\n15:20\n{FERRY}\n14:32\n{BRIDGE}\n"))
    assert len(made) == 3


def test_the_day_above_entries_also_of_a_page_with_a_capture_time() -> None:
    menu = "News\nSport\nPeople\nMoney\nSchools\nRoads\nWeather\n"
    entries = f"16:05\n{RAIN}\n15:20\n{FERRY}\n14:32\n{BRIDGE}\n"
    page = pages.from_text(f"Flood on the Sorle\n4 March 2031\n\n{menu}\n{entries}")
    for captured in (None, "2031-03-05T10:00Z"):
        made = found(replace(page, captured=captured))
        assert [it.published.value for it in made if it.published] == ["2031-03-04T16:05", "2031-03-04T15:20", "2031-03-04T14:32"]


LINES = [RAIN, FERRY, f"ILDEN, March 4 (Reuters) - {RAIN}", f"14:32 {FERRY}", "14:32", "15:20 GMT", "4 March 2031", "4 March, 9:05", ""]
TITLES = ["The river falls at Ilden", "Ferry to Kelm runs again", "Bridge at Varna is closed", "By Anna Lorne", "Comments", "* * *"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(LINES + TITLES), min_size=6, max_size=20).map("\n".join).filter(str.strip))
def test_what_is_not_read_since_nothing_would_come_of_it(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Outline, "may_tell", lambda *_: True)
        patch.setattr(items, "may_begin", lambda *_: True)
        all_read = found(pages.from_text(text))
    assert found(pages.from_text(text)) == all_read


def test_a_ticker_of_sentences_above_an_article_is_no_live_page() -> None:
    ticker = f"15:10 {RAIN}\n14:58 {FERRY}\n13:20 {BRIDGE}\n"
    told = "The council of ward {0} will meet about the flood at Ilden on Friday, and nobody in ward {0} knows what it will say.\n"
    made = found(
        pages.from_text(f"Ilden Online\nJust in\n{ticker}\nFlood at Ilden is over\n\n{''.join(map(told.format, range(6)))}\nMore news\n")
    )
    assert len(made) == 1 and len(body(made[0])) >= 6


def live(stamps: tuple[str, str, str], below: str = "") -> str:
    """A live page of three entries with their titles, and what stands below each."""
    titles = ("Rain stops over the Sorle", "Ferry to Kelm may run on Friday", "Varna bridge closed to lorries")
    told = zip(stamps, titles, (RAIN, FERRY, BRIDGE), strict=True)
    return "Flood on the Sorle\n4 March 2031\n\n" + "".join(f"{stamp}\n{title}\n{text}\n{below}\n" for stamp, title, text in told)


@pytest.mark.parametrize("second", ["15:20", "15:20 (updated at 15:40)", "15:20 (updated 15:40)", "Tuesday 4 March, 15:20"])
def test_a_stamp_may_tell_of_its_change_and_of_its_weekday(second: str) -> None:
    made = found(pages.from_text(live(("16:05", second, "14:32"))))
    assert [it.published.value for it in made if it.published] == ["2031-03-04T16:05", "2031-03-04T15:20", "2031-03-04T14:32"]


def test_the_same_line_below_each_entry_is_not_the_next_one_s_title() -> None:
    page = live(("16:05\nAnna Lorne", "15:20\nIvo Marek", "14:32"), "Link to this very entry")
    made = found(pages.from_text(page.replace("2031\n\n", "2031\nIn short\nTrains to Kelm run again from tomorrow\n", 1)))
    assert headlines(made) == ["Rain stops over the Sorle", "Ferry to Kelm may run on Friday", "Varna bridge closed to lorries"]


def test_the_times_of_players_mark_no_entries() -> None:
    players = "".join(f"Hear it from {name}\n0:00\n{length}\n\n{text}\n\n" for name, length, text in PLAYED)
    assert len(found(pages.from_text(f"Flood on the Sorle\n\n4 March 2031\n\n{players}"))) == 1


PLAYED = (("Anna Lorne", "2:14", RAIN), ("Ivo Marek", "0:38", FERRY), ("Una Brandt", "0:21", BRIDGE))


def test_a_line_above_the_items_says_which_day_or_what_it_sums_up() -> None:
    parts = f"Rain stops over the Sorle\n\n{RAIN}\n\nFerry to Kelm may run\n\n{FERRY}\n\nVarna bridge closed to lorries\n\n{BRIDGE}\n"
    for title, number in (
        ("News in brief for 4 March: the rain, the ferry, the bridge", 3),
        ("News in brief: 4 March", 1),
        ("In brief:", 1),
    ):
        head = f"Norvia Herald\nall that Norvia is told\n\nHome   Town   Sport\n\n{title}\n\n"
        made = found(pages.from_text(f"{head}In this issue:\nthe rain and the ferry\nthe bridge at Varna\n\n{parts}"))
        assert len(made) == number


def test_what_an_entry_is_filed_under_stands_behind_its_time() -> None:
    made = found(pages.from_text(live(("16:05 | Weather", "15:20 | Ferries", "14:32 | Lorries"))))
    assert [it.published.value for it in made if it.published] == ["2031-03-04T16:05", "2031-03-04T15:20", "2031-03-04T14:32"]


def test_an_entry_among_others_that_has_no_sentence_right_below_its_time() -> None:
    results = "15:00\nResults of the rowing\nILDEN, March 4 (Reuters) - In order:\nKelm\nVarna\nOrvan\n"
    results += "Rain kept the other crews in their sheds all day.\n\n"
    page = live(("16:05", "15:20", "14:32")).replace("14:32\n", f"{results}14:32\n")
    assert [it.published.value[-5:] for it in found(pages.from_text(page)) if it.published] == ["16:05", "15:20", "15:00", "14:32"]


@pytest.mark.parametrize(
    ("title", "number", "rubrics"),
    [
        (
            "What the flood has done to the Sorle",
            3,
            ("Rivers\nRain stops over the Sorle\n", "Ferries\nFerry may run\n", "Bridge shut to lorries\n"),
        ),
        ("What the flood has done to the Sorle", 1, ("", "", "")),
        ("News in brief", 3, ("", "", "")),
    ],
)
def test_parts_between_lines_of_signs(title: str, number: int, rubrics: tuple[str, str, str]) -> None:
    parts = "\n----------\n".join(f"{head}{text}" for head, text in zip(rubrics, (RAIN, FERRY, BRIDGE), strict=True))
    page = f"{title}, 4 March | Norvia Herald\nNorvia Herald\nHome\n\n{title}\n\n{parts}\n\nTags: rain, ferry\n"
    assert len(found(pages.from_text(page))) == number


def test_the_year_above_the_entries_closes_that_of_their_datelines() -> None:
    title = "News service - Tuesday, 4 March 2031"
    filed = "".join(
        f"{clock}\n{text.split('.')[0][:30]}\nILDEN, 4 March (Reuters) - {text}\n"
        for clock, text in zip(CLOCKS, (RAIN, FERRY, BRIDGE), strict=True)
    )
    made = found(pages.from_text(f"{title} - Norvia Herald\nNorvia Herald\n{MENU}{title}\nOrder: oldest first\n{filed}"))
    assert [it.published.value for it in made if it.published] == [f"2031-03-04T{clock}" for clock in CLOCKS]


CLOCKS = ("06:52", "08:15", "11:30")
MENU = "Home\nTown\nPort\nCourts\nSport\nCulture\nWeather\nCinema\nTimetables\nSearch\n"


def test_a_list_of_news_below_an_article_with_its_own_stamp() -> None:
    news = "".join(
        f"{clock} | Courts\nBanker of Kelm acquitted again\nA court acquitted the banker {name}. {RAIN} {FERRY}\n" for clock, name in COLUMN
    )
    made = found(
        pages.from_text(f"Flood on the Sorle\nBy Anna Lorne\n4 March 2031, 21:30\n\n{RAIN}\n{FERRY}\n{BRIDGE}\n\nLatest news\n{news}")
    )
    assert len(made) == 1


COLUMN = (("21:15", "Ivo Marek"), ("20:40", "Una Brandt"), ("18:05", "Peter Sorn"))


def test_two_times_one_below_the_other_are_a_player_s_only_from_nought() -> None:
    page = live(("16:05", "15:20", "14:32")).replace("15:20\n", "15:40\n15:20\n")
    assert [it.published.value[-5:] for it in found(pages.from_text(page)) if it.published] == ["16:05", "15:20", "14:32"]


def test_how_many_comments_there_are_stands_above_an_article_below_a_ticker() -> None:
    ticker = "".join(f"{clock}\nShort word of {name} from the courts of Kelm.\n" for clock, name in COLUMN)
    told = "\n".join((RAIN, FERRY, BRIDGE, RAIN.replace("rain", "snow"), FERRY.replace("Friday", "Sunday")))
    made = found(
        pages.from_text(
            f"Flood on the Sorle - Norvia Herald\nLatest news\n{ticker}\nFlood on the Sorle\n4 March 2031\n7 comments\n\n{told}\n"
        )
    )
    assert headlines(made) == ["Flood on the Sorle"]


def test_a_page_goes_on_after_the_day_at_its_head() -> None:
    made = found(pages.from_text(live(("5 March, 16:05", "5 March, 15:20", "4 March, 14:32"), MORE)))
    assert [it.published.value for it in made if it.published] == ["2031-03-05T16:05", "2031-03-05T15:20", "2031-03-04T14:32"]


MORE = "So the council told everybody in the lower town by letter that morning."


def test_sections_between_signs_of_which_the_last_has_no_heading() -> None:
    parts = (RAIN, f"What the ferry costs\n{FERRY}", f"Who mends the bridge\n{BRIDGE}", MORE)
    page = "Flood on the Sorle - Norvia Herald\n\nFlood on the Sorle\nAnna Lorne\n4 March 2031\n\n" + "\n\n* * *\n\n".join(parts)
    assert len(found(pages.from_text(page))) == 1
