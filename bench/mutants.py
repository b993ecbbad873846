"""What `fuzz.py` feeds: the sample pages of the project in every carrier, and ways to spoil their bytes."""

from __future__ import annotations

import gzip
import io
import json
import random
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLES = (ROOT / "tests" / "pages", ROOT / "examples" / "pages")
ENCODINGS = (
    "cp1251",
    "koi8-r",
    "iso-8859-5",
    "cp1250",
    "iso-8859-2",
    "cp866",
    "utf-16",
    "utf-16-be",
    "utf-32",
    "utf-8-sig",
    "utf-7",
    "cp1252",
)
ODD = (
    *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc0\x80", b"\r", b"\x0b\x0c", b"\x1a", b"\x85"),
    *(
        c.encode()
        for c in "\u2028 \u202e \u200b \u0301 \U0001f6a2 \u00ad \ufeff \u0130 \ufb01 \u1e9e \u00ab \u201e \u2014 '' `` [ ] \\".split()
    ),
    *(
        b"<",
        b"</p>",
        b"<p>",
        b"<!--",
        b"<script>",
        b"<![CDATA[",
        b"&#x110000;",
        b"&#0;",
        b"&amp",
        b"<meta charset=utf-7>",
        b"<time datetime='",
    ),
    *(b'<script type="application/ld+json">{"datePublished": [', b'{"a":', b"[" * 300, b"<div>" * 300, b"}", b'"', b"\\ud800", b"1e999"),
    *(
        b"Content-Type: text/html; charset=x-none\r\n",
        b"Content-Length: -1\r\n",
        b"=\r\n",
        b"=ZZ",
        b"--b--",
        b"WARC/1.0\r\n",
        b"PK\x03\x04",
    ),
    *(
        b"00.00.0000",
        b"31.02.2031",
        b"29/02/2031 25:61",
        b"9999-99-99",
        b"99999999999999999999",
        b"\xd9\xa1\xd9\xa2",
        b"\xc2\xb2\xc2\xbd",
        b"1/1/1",
    ),
)


def texts() -> list[bytes]:
    """The sample pages of plain text."""
    return [path.read_bytes() for folder in SAMPLES for path in sorted(folder.glob("*.txt"))]


def markup() -> list[bytes]:
    """The sample pages of HTML, and those of plain text in paragraphs with a head."""
    found = [path.read_bytes() for folder in SAMPLES for path in sorted(folder.glob("*.html"))]
    return found + [_html(text.decode()).encode() for text in texts()]


def _html(text: str) -> str:
    title, *lines = [line for line in text.split("\n") if line.strip()]
    stated = json.dumps(
        {"@type": "NewsArticle", "headline": title, "datePublished": "2031-03-04T10:00:00+02:00", "author": [{"name": "Lena Varek"}]}
    )
    head = f'<title>{title}</title><meta property="og:title" content="{title}"><script type="application/ld+json">{stated}</script>'
    body = "".join(f"<p>{line}</p>" for line in lines)
    return f"<!doctype html><html><head><meta charset=utf-8>{head}</head><body><article><h1>{title}</h1>{body}</article></body></html>"


def encoded(rng: random.Random) -> bytes:
    """A text in one of the encodings that the web has had."""
    text, encoding = rng.choice(texts()).decode(), rng.choice(ENCODINGS)
    return spoilt(text.encode(encoding, "replace"), rng)


def mhtml(rng: random.Random) -> bytes:
    page = spoilt(rng.choice(markup()), rng).replace(b"=", b"=3D")
    head = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://orva.example/a\r\nSubject: =?utf-8?B?0J8=?=\r\n"
    head += "Date: Tue, 4 Mar 2031 10:00:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
    head += "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    return _headed(head.encode(), page + b"\r\n--b--\r\n", rng)


def _headed(head: bytes, rest: bytes, rng: random.Random) -> bytes:
    """A carrier's head, half of the time spoilt, before what it carries."""
    return (spoilt(head, rng) if rng.random() < 0.5 else head) + rest


def warc(rng: random.Random) -> bytes:
    made = b"".join(_answer(spoilt(rng.choice(markup()), rng), rng) for _ in range(rng.randint(1, 3)))
    return spoilt(gzip.compress(made, 1), rng) if rng.random() < 0.3 else made


def _answer(body: bytes, rng: random.Random) -> bytes:
    answer = _headed(f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n".encode(), body, rng)
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://orva.example/a\r\nWARC-Date: 2031-03-04T10:00:00Z\r\n"
    head += "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nContent-Type: application/http;msgtype=response\r\n"
    return _headed(f"{head}Content-Length: {len(answer)}\r\n\r\n".encode(), answer + b"\r\n\r\n", rng)


def json_lines(rng: random.Random) -> bytes:
    """Lines as crawlers write them; what is spoilt is now the text, now the line."""
    lines = []
    for _ in range(rng.randint(1, 3)):
        text = spoilt(rng.choice(texts()), rng).decode("utf-8", "surrogateescape")
        row = {
            "url": "https://orva.example/a",
            "title": text[:60],
            "date_publish": "2031-03-04 10:00:00",
            "maintext": text,
            "language": "en",
        }
        row |= {rng.choice(list(row)): rng.choice([None, 7, [], {}, ["a", 1], 1e300, "", True])} if rng.random() < 0.3 else {}
        lines.append(_headed(json.dumps(row, ensure_ascii=rng.random() < 0.5).encode("utf-8", "surrogatepass"), b"\n", rng))
    return b"".join(lines)


def zipped(rng: random.Random) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(rng.randint(1, 3)):
            name, make = rng.choice([("a.txt", plain), ("b.html", html), ("c.jsonl", json_lines), ("../d.mhtml", mhtml), ("e.warc", warc)])
            archive.writestr(f"{n}/{name}", make(rng))
    return spoilt(packed.getvalue(), rng) if rng.random() < 0.4 else packed.getvalue()


def plain(rng: random.Random) -> bytes:
    return spoilt(rng.choice(texts()), rng)


def html(rng: random.Random) -> bytes:
    return spoilt(rng.choice(markup()), rng)


def spoilt(data: bytes, rng: random.Random) -> bytes:
    """The bytes after one to six ways of spoiling, at most 200,000 of them."""
    for _ in range(rng.choice((0, 1, 1, 2, 3, 6))):
        data = rng.choice(WAYS)(data, rng)
    return data[:200_000]


def _place(data: bytes, rng: random.Random) -> tuple[int, int]:
    start = rng.randrange(len(data) + 1)
    return start, min(len(data), start + int(2 ** rng.uniform(0, 10)))


def _odd(data: bytes, rng: random.Random) -> bytes:
    start, stop = _place(data, rng)
    return data[:start] + rng.choice(ODD) * rng.choice((1, 1, 1, 40)) + data[rng.choice((start, stop)) :]


def _flipped(data: bytes, rng: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(rng.choice((1, 4, 30)) if out else 0):
        out[rng.randrange(len(out))] = rng.randrange(256)
    return bytes(out)


def _cut(data: bytes, rng: random.Random) -> bytes:
    start, stop = _place(data, rng)
    return rng.choice((data[:start], data[start:], data[:start] + data[stop:]))


def _repeated(data: bytes, rng: random.Random) -> bytes:
    start, stop = _place(data, rng)
    return data[:stop] + data[start:stop] * rng.choice((1, 2, 60)) + data[stop:]


def _mixed(data: bytes, rng: random.Random) -> bytes:
    (start, stop), other = _place(data, rng), rng.choice(texts())
    low, high = _place(other, rng)
    return data[:start] + other[low:high] + data[stop:]


def _joined_lines(data: bytes, rng: random.Random) -> bytes:
    return data.replace(b"\n\n", b"\n") if rng.random() < 0.5 else data.replace(b"\n", rng.choice((b" ", b"\r", b"\r\n\r\n", b"\n\n\n")))


def _shuffled_lines(data: bytes, rng: random.Random) -> bytes:
    lines = data.split(b"\n")
    rng.shuffle(lines)
    return b"\n".join(lines)


WAYS: Sequence[Callable[[bytes, random.Random], bytes]] = (_odd, _odd, _flipped, _cut, _repeated, _mixed, _joined_lines, _shuffled_lines)
TARGETS: dict[str, tuple[str, Callable[[random.Random], bytes]]] = {
    "decoding": ("page.txt", encoded),
    "mhtml": ("page.mhtml", mhtml),
    "html": ("page.html", html),
    "warc": ("crawl.warc", warc),
    "jsonl": ("crawl.jsonl", json_lines),
    "zip": ("pages.zip", zipped),
    "plain": ("page.txt", plain),
}
