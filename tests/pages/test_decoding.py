"""Bytes become the same characters, whatever they were written in; what is no text is refused with a reason."""

import os

import pytest

from hearsay.errors import PageError
from hearsay.pages.decoding import decode

RUSSIAN = "Министр заявил, что переговоры в Дальнем продолжатся. Об этом сообщает местное агентство. Мы ждём ответа, сказал он."
UKRAINIAN = "Міністр заявив, що перемовини триватимуть. Про це повідомляє агентство. Її відповідь ще не готова, сказав він."
POLISH = "Minister oświadczył, że rozmowy będą kontynuowane. Źródła potwierdziły, że delegacja wyjechała wczoraj."
WRITTEN = [(RUSSIAN, e) for e in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1251", "koi8-r", "cp866")]
WRITTEN += [(UKRAINIAN, e) for e in ("utf-8", "windows-1251", "koi8-u")]
WRITTEN += [(POLISH, e) for e in ("utf-8", "windows-1250", "iso8859-2")]


@pytest.mark.parametrize(("text", "encoding"), WRITTEN)
def test_detected(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding))[0] == text


def test_declared_wins_where_it_can_be_true() -> None:
    assert decode("Łódź".encode("cp1250"), "windows-1250")[0] == "Łódź"


@pytest.mark.parametrize("declared", ["ascii", "no-such-encoding", "utf\0-8", "\ud800", "undefined", "idna", "hex"])
def test_a_false_declaration_is_passed_over(declared: str) -> None:
    assert decode(RUSSIAN.encode("utf-8"), declared) == (RUSSIAN, "utf-8")


def test_one_broken_byte_does_not_lose_a_page() -> None:
    data = RUSSIAN.encode("utf-8") * 10
    text, _ = decode(data[:50] + b"\xff" + data[50:])
    assert text.count("\ufffd") == 1


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, os.urandom(6000)], ids=["png", "noise"])
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(PageError, match="Expected text or HTML"):
        decode(data)
