"""A page saved whole by a browser."""

from carry import carried

SAVED = """From: <Saved by Blink>
Snapshot-Content-Location: https://orva.example/a
Subject: Ferry late
Date: Tue, 4 Mar 2031 10:00:00 +0200
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable
Content-Location: https://orva.example/a

<html><body><p>=D0=9F=D0=B0=D1=80=D0=BE=D0=BC was =
late.</p></body></html>
--b
Content-Type: image/png
Content-Transfer-Encoding: base64

AAAA
--b--
"""


def test_page_address_and_moment() -> None:
    pages, rejects = carried(SAVED.replace("\n", "\r\n").encode(), "ferry.mhtml")
    assert [(p.text, p.address, p.captured) for p in pages] == [("Паром was late.", "https://orva.example/a", "2031-03-04T10:00:00+02:00")]
    assert not rejects


def test_without_a_page_in_it() -> None:
    _, rejects = carried(b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b--\r\n", "x.mht")
    assert "without an HTML part" in rejects[0].reason
