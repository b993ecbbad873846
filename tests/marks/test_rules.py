"""The rules that propose."""

from reading import opened

from hearsay.language import load
from hearsay.marks import notation, rules
from hearsay.marks.scan import lay_open


def proposed(text: str, code: str = "en") -> list[tuple[str, str, str]]:
    def show(spans):
        return " … ".join(s.of(text) for s in spans)

    return [(show(p.source), show(p.cue), show(p.content)) for p in rules.propose(opened(text, code))]


def test_a_quotation_and_its_speaker() -> None:
    assert proposed("“We stay,” the abbot insisted.") == [("the abbot", "insisted", "“We stay,”")]


def test_a_quotation_goes_on_after_its_speaker() -> None:
    assert proposed("“We stay,” Holt said. “We have no choice.”") == [("Holt", "said", "“We stay,” … “We have no choice.”")]


def test_reporting_words_within_one_quotation() -> None:
    assert proposed("«Мы ждали, — сказала Лисина, — пока не стемнело».", "ru") == [("Лисина", "сказала", "«Мы ждали, … пока не стемнело»")]


def test_a_that_clause() -> None:
    assert proposed("Мэр сообщил, что мост закрыт.", "ru") == [("Мэр", "сообщил", "что мост закрыт")]


def test_according_to_him() -> None:
    assert proposed("По его словам, мост закрыт.", "ru") == [("его", "По … словам", "мост закрыт")]


def test_a_pointing_sentence_means_the_one_before() -> None:
    ((source, _, content),) = proposed("Рынок закроют в мае. Об этом сообщает газета «Горный край».", "ru")
    assert content == "Рынок закроют в мае" and "Горный край" in source


def test_words_that_have_their_content_beside_them_do_not_point_back() -> None:
    assert proposed("The lock was full. The order, signed by the prefect, shut it.", "en") == []
    assert proposed("The lock was full. As Ada Mort wrote, the gauge was broken.", "en") == []
    assert proposed("Fees will rise. This was announced by the bank.", "en") == [("the bank", "This was announced by", "Fees will rise")]


def test_an_agentless_report_has_no_source() -> None:
    assert proposed("Сообщается, что мост закрыт.", "ru") == [("", "Сообщается", "что мост закрыт")]


def headlines(text: str, code: str) -> list[tuple[str, str]]:
    language = load(code)
    scan = lay_open(notation.article(notation.parse(text, headline=True), language), language)
    return [(p.source[0].of(scan.text), p.content[0].of(scan.text)) for p in rules.propose(scan) if p.rule.startswith("headline")]


def test_a_headline_names_its_speaker_before_a_colon() -> None:
    assert headlines("Marek Zdun: most otworzymy w maju", "pl") == [("Marek Zdun", "most otworzymy w maju")]


def test_a_topic_before_a_colon_is_no_speaker() -> None:
    assert headlines("Flood on the Sorle: what we know so far", "en") == []
    assert headlines("Bank of Norvia: the crown will hold", "en") == [("Bank of Norvia", "the crown will hold")]


def test_a_second_sentence_of_a_headline_is_no_speaker() -> None:
    assert headlines("Trwa strajk na przeprawie promowej. Odwołano poranne kursy", "pl") == []


def test_a_quotation_signed_below_it() -> None:
    text = "“The ferry is late again and nobody tells us.”\n– Anna Grey, islander."
    assert ("Anna Grey", "–", "“The ferry is late again and nobody tells us.”") in proposed(text)
    assert proposed("“The ferry is late again.”\n– Nobody has said why it is late.") == []


def test_a_quotation_signed_behind_it() -> None:
    quote = "“The ferry is late again and nobody tells us.”"
    for signature, name in ((" ― Anna Grey", "Anna Grey"), ("— Mr. T. Grey, islander.", "Mr. T. Grey"), (", – Anna Grey.", "Anna Grey")):
        assert [made[0] for made in proposed(quote + signature)] == [name]
    assert proposed("«Паром снова опоздал, и никто ничего не объясняет!» — Анна Греева.", "ru")[0][0] == "Анна Греева"
    for unsigned in (f"{quote} – Nobody knows why it is late.", f"Once more: {quote} – Anna Grey", "“The Late Ferry” – Anna Grey"):
        assert not [made for made in proposed(unsigned) if made[1] == "–"]
    assert proposed("“Bridge to nowhere and other stories of the port” - Norrby Press") == []


def test_a_post_is_signed_with_a_handle() -> None:
    post = ("Anna Grey", "—", "The ferry is late again and nobody tells us.")
    signature = "— Anna Grey (@annagrey) March 4, 2031"
    for text in (f"{post[2]} {signature}", f"{post[2]} https://example.org/x7 {signature}", f"{post[2]}\n{signature}"):
        assert post in proposed(text)
    for other in (
        "The deal was signed in Norrby. Ex-minister Tom Hill (@tomhill) was there.",
        "Follow Tom Hill for live coverage of the vote – and Anna Grey (@annagrey) March 4, 2031",
        "People to follow:\n– Anna Grey (@annagrey)\n– Tom Hill (@tomhill)",
        "Mayor Anna Grey spoke to the press.\n— Anna Grey (@annagrey)",
    ):
        assert not [made for made in proposed(other) if made[1] in "-–—"]


def test_a_quotation_after_a_name_and_a_colon() -> None:
    quote = "“The water fell by a metre before anyone came.”"
    assert ("Anna Grey", ":", quote) in proposed(f"The lock is shut again – Anna Grey: {quote}")
    assert ("Anna Grey", ":", quote) in proposed(f"The lock is shut. Anna Grey: {quote}")
    assert proposed(f"One thing is clear from this: {quote}") == []
