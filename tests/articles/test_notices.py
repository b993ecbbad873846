"""Lines that say in words of their own what readers may do with the texts, or ask them for something."""

import pytest

from hearsay.articles.lines import Lines
from hearsay.articles.notices import Appeals, Rights, rights_of
from hearsay.articles.phrases import phrases
from hearsay.language import Languages

LANGUAGES = Languages()
RIGHTS = rights_of(LANGUAGES)


@pytest.mark.parametrize("code", list(LANGUAGES))
def test_each_row_says_it_with_another(code: str) -> None:
    rows = [row for row in LANGUAGES[code].rows("furniture") if row.kind in ("reuse", "leave")]
    own = Rights(rows)
    assert [row.form for row in rows if not own.among(Lines(row.example))] == []


@pytest.mark.parametrize(
    "line",
    [
        "Our stories may be reprinted if you name the author and link to the page.",
        "Publikování nebo šíření zpráv z archivu je bez písemného souhlasu zakázáno.",
        "Цитирование, в том числе частичное, допускается при указании издания.",
        "Передрук будь-яких текстів - лише з посиланням на «Порт Новини».",
    ],
)
def test_a_word_for_reusing_and_one_for_leave(line: str) -> None:
    page = Lines(f"The harbour is open again.\n{line}\nNews\nSport")
    assert RIGHTS.among(page) == [1]


@pytest.mark.parametrize(
    "line",
    [
        "Reprinting the timetable took the port a week.",
        "A link to the ferry",
        "Link copied to the clipboard",
        "Minister denies talks, citing an unnamed source",
        "Reprint is permitted",
        "",
    ],
)
def test_one_word_alone_or_too_few(line: str) -> None:
    assert RIGHTS.among(Lines(line)) == []


def test_a_part_of_a_page_is_read_as_the_page_is() -> None:
    page = Lines("Menu\nTexts may be copied with our permission only.\nContact\nQuoting is allowed with a link.")
    assert RIGHTS.among(page) == [1, 3]
    assert RIGHTS.among(page.part(slice(2, 4))) == [1]


# ------------------------------------------------------------------ what readers are asked for


@pytest.mark.parametrize("code", list(LANGUAGES))
def test_each_row_asks_for_something_with_another(code: str) -> None:
    rows = [row for row in LANGUAGES[code].rows("clutter") if row.kind in ("ask", "reach", "own")]
    own = Appeals(rows)
    assert [row.form for row in rows if not own.among(Lines(row.example))] == []


@pytest.mark.parametrize(
    "line",
    [
        "Do you cross the bridge every day? Tell us in the comments.",
        "Понравился рассказ о пароме? Напишите в нашу редакцию.",
        "Сподобався репортаж? Підпишіться на нашу розсилку.",
        "Widziałeś coś ciekawego w porcie? Wyślij nam zdjęcie przez formularz.",
        "Chcete vědět víc o přívozu? Odebírejte náš newsletter.",
        "Хареса ли ви разказът? Последвайте нашата страница във Фейсбук.",
        "Bi radi vedeli več? Spremljajte naš Telegram.",
    ],
)
def test_a_sentence_that_begins_with_what_is_asked_and_says_whom_it_reaches(line: str) -> None:
    page = Lines(f"The harbour is open again.\n{line}\nNews\nSport")
    assert phrases("clutter", LANGUAGES).kinds(page).get(1) == "subscribe"


@pytest.mark.parametrize(
    "line",
    [
        "The council told us to follow its newsletter.",
        "“Tell us what you know,” the inspector asked the crew of the ferry.",
        "— Пишите в нашу редакцию, — посоветовал он.",
        "Мэр обратился к жителям: «Сообщайте нам о протечках в комментариях».",
        "Write the names of the boats on the wall.",
        "Email records show that our newsdesk was told of the leak.",
        "Help us rebuild our harbour, mayor asks government",
        "Follow us on Facebook, mayor tells our fishermen",
        "Śledź z naszej zatoki drożeje, a formularz połowowy jest dłuższy",
        "Join the local Facebook groups first.",
        "Our newsletter",
        "",
        "Join us, the mayor had written to every house in the lower town, and the lower town came: with brooms, with buckets, with two "
        "wheelbarrows and a goat, four hundred people on a Saturday morning in the rain.",
    ],
)
def test_what_is_told_of_asking_and_what_lacks_a_word(line: str) -> None:
    assert phrases("clutter", LANGUAGES).kinds(Lines(f"The harbour is open again.\n{line}")).get(1) != "subscribe"
