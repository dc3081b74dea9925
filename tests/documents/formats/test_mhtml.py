"""Web pages that a browser saved whole."""

# ruff: noqa: E501 - a case is one line

import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osce_analysis import documents
from osce_analysis.documents.formats import Unreadable, contents_of, kind_of

HEAD = 'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
PICTURE = "--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
SAID = "Уважаемый Председатель, мы поддерживаем свободу слова."


def saved(page: str, charset: str = "utf-8") -> bytes:
    head = f"--b\r\nContent-Type: text/html; charset={charset}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    codec = charset if charset != "no-such" else "utf-8"
    body = quopri.encodestring(page.encode(codec)).decode()
    return (HEAD + head + body + "\r\n" + PICTURE + "--b--\r\n").encode()


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251", "no-such"])
def test_the_page_is_read_and_its_pictures_are_not(charset):
    data = saved(f"<html><nav>Menu</nav><h1>О слове</h1><main><p>{SAID}</p></main></html>", charset)
    assert kind_of(data) == "mhtml"
    (document,) = documents.read(data, "a.pdf")
    assert (document.title, document.text) == ("О слове", SAID)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ((HEAD + PICTURE + "--b--").encode(), "a.mht is a saved web page that holds no text: save it as .html or .txt."),
        (saved(" "), "a.mht is a saved web page that holds no text: save it as .html or .txt."),
        (saved("<html><script>1</script></html>"), "a.mht is a web page that holds no text: leave it out."),
        (HEAD.encode() + b"x" * (65 * 2**20), "a.mht is a saved web page of over 64 MB: save it as .html or .txt."),
    ],
    ids=["pictures alone", "blank", "scripts alone", "large"],
)  # fmt: skip
def test_unreadable_says_why(data, sentence):
    with pytest.raises(Unreadable) as error:
        contents_of(data, "a.mht")
    assert str(error.value) == sentence


def test_parts_within_parts_without_end_are_no_hindrance():
    nested = "".join(
        f'--{n}\r\nContent-Type: multipart/related; boundary="{n + 1}"\r\n\r\n' for n in range(3000)
    )
    with pytest.raises(
        Unreadable, match=r"^a\.mht is a saved web page that .*: save it as \.html or \.txt\.$"
    ):
        contents_of((HEAD.replace('"b"', '"0"') + nested).encode(), "a.mht")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(noise):
    try:
        said = contents_of(HEAD.encode() + noise, "a.mht").text
    except Unreadable as error:
        said = str(error)
        assert said.startswith("a.mht ")
    assert said.strip()
