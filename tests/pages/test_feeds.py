"""RSS and Atom: an article an item."""

from carry import carried

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Orva Post</title>
<item><title>Ferry late</title><link>https://orva.example/a</link><pubDate>Tue, 04 Mar 2031 10:00:00 +0200</pubDate>
<description>Short.</description><content:encoded><![CDATA[<p>The ferry was late.</p><p>Varek said so.</p>]]></content:encoded></item>
<item><title></title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Orva Post</title><entry><title>Паром</title>
<link rel="alternate" href="https://orva.example/b"/><published>2031-03-04T10:00:00Z</published>
<summary>Паром &amp; мост.</summary></entry></feed>"""


def test_rss_gives_the_longest_text_of_an_item() -> None:
    pages, rejects = carried(RSS.encode(), "feed.xml")
    assert [(page.address, page.text) for page in pages] == [
        ("https://orva.example/a", "Ferry late\n\nThe ferry was late.\nVarek said so.")
    ]
    stated = {s.field: s.value for s in pages[0].stated}
    assert stated["published"] == "Tue, 04 Mar 2031 10:00:00 +0200" and stated["outlet"] == "Orva Post"
    assert len(rejects) == 1


def test_atom() -> None:
    pages, _ = carried(ATOM.encode(), "feed.atom")
    assert [(page.address, page.text) for page in pages] == [("https://orva.example/b", "Паром\n\nПаром & мост.")]


def test_entities_of_a_file_are_not_opened() -> None:
    evil = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss><channel><item><title>A &x; b</title></item></channel></rss>'
    pages, _ = carried(evil.encode(), "feed.xml")
    assert [page.text.split() for page in pages] in ([["A", "&x;", "b"]], [["A", "b"]], [["A"]])
