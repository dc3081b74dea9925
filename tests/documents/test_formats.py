import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osce_analysis.documents.formats import Unreadable, contents_of, decode, kind_of

TEXTS = {
    "ru": "Делегация Российской Федерации благодарит докладчика. Мы подтверждаем приверженность ОБСЕ.",
    "fr": "Déclaration de la délégation française : « à Noël », nous réitérons l'engagement européen.",
    "de": "Erklärung der österreichischen Delegation über Maßnahmen und Sicherheit für alle",
    "es": "Declaración de la delegación española: «el año próximo»",
    "it": "Dichiarazione: perché la città è più sicura",
    "en": "The “quoted” words – and a dash",
}


def zipped(*members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for member in members:
            archive.writestr(member, "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 rest", "pdf"),
        (b"{\\rtf1 rest", "rtf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 rest", "ole"),
        (b"PAR1 rest", "parquet"),
        (b"\x1f\x8b rest", "gzip"),
        (b"\x89PNG rest", "image"),
        (zipped("word/document.xml"), "docx"),
        (zipped("xl/workbook.xml"), "xlsx"),
        (zipped("content.xml"), "odt"),
        (zipped("statement.txt"), "zip"),  # a plain zip is no Word document
        (zipped(), "zip"),
        (b"PK\x03\x04 cut off", "zip"),
        (b"<!DOCTYPE html><html>", "html"),
        (b"\xef\xbb\xbf\n <HTML>", "html"),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', "html"),
        (b"MC.DEL/9039/21", "text"),
        (b"<< PC.JOUR/9296", "text"),
        (b"", "text"),
    ],
)
def test_kind_by_content(data, kind):
    assert kind_of(data) == kind


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1251", "koi8-r", "iso-8859-5"]
)
def test_russian(encoding):
    assert decode(TEXTS["ru"].encode(encoding)) == TEXTS["ru"]


@pytest.mark.parametrize("language", ["fr", "de", "es", "it", "en"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_western(language, encoding):
    assert decode(TEXTS[language].encode(encoding)) == TEXTS[language]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "a.txt is empty: it holds no text."),
        (b" \r\n\t ", "a.txt is empty: it holds no text."),
        ("\ufeff \u00a0\n".encode(), "a.txt is empty: it holds no text."),
        (
            b"Mr. Chair\x00",
            "a.txt holds NUL bytes, which no text has: save it as UTF-8 text, or leave it out.",
        ),
        (bytes(range(1, 256)) * 20, "a.txt is in an encoding that cannot be told: save it as UTF-8 text."),
        (
            b"\x01\x02\x03\x04 x" * 50,
            "a.txt is a binary file, not text: save it as UTF-8 text, or leave it out.",
        ),
        (
            b"\xff\xfea",
            "a.txt is in an encoding that cannot be told: save it as UTF-8 text.",
        ),  # half a UTF-16
    ],
)
def test_unreadable_says_why(data, sentence):
    with pytest.raises(Unreadable) as error:
        contents_of(data, "a.txt")
    assert str(error.value) == sentence


def test_a_kind_that_is_not_read_is_named():
    with pytest.raises(Unreadable, match=r"^a\.txt is an RTF file\b.*save it.*\.$"):
        contents_of(b"{\\rtf1 rest", "a.txt")


def test_a_wrong_encoding_is_a_sentence():
    with pytest.raises(Unreadable, match=r"^a\.txt is in an encoding that cannot be told"):
        decode("Привет, мир. ".encode("utf-16-le").replace(b"\x00", b"\x98"), "a.txt")


def test_a_few_torn_letters_of_utf8_spoil_no_file():
    data = TEXTS["fr"].encode() * 9
    torn = data.replace(b"\xc3\xa9", b"\xc3", 1)
    assert decode(torn) == (TEXTS["fr"] * 9).replace("é", "\ufffd", 1)


@given(st.binary(max_size=400))
def test_bytes_are_text_or_unreadable(data):
    try:
        text = contents_of(data, "a.txt").text
    except Unreadable as error:
        text = str(error)
        sentence = text.startswith("a.txt ") and text.endswith(".")
        assert sentence, text
    assert text.strip()


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), min_size=1))
def test_utf8_comes_back(text):
    if text.strip():
        assert decode(text.encode()) == text.removeprefix("\ufeff")
