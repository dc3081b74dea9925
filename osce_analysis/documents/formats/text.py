"""Bytes to text: a byte-order mark, else UTF-8, else a legacy code page that the letters bear out."""

from __future__ import annotations

import codecs
import re
import unicodedata

from osce_analysis.documents.formats.kinds import Unreadable

# The longer marks first: UTF-32's begins as UTF-16's does.
MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The code pages that texts in the six languages come in; chardet's other guesses are read as one of these.
CODE_PAGES = ("cp1252", "cp1251", "koi8-r")
_LATIN = ("windows-1252", "iso-8859-1", "iso-8859-15", "iso-8859-9", "windows-1250", "iso-8859-2", "macroman")
_READ_AS = dict.fromkeys(_LATIN, "cp1252") | {
    "windows-1251": "cp1251", "iso-8859-5": "iso-8859-5", "ibm866": "cp866", "koi8-r": "koi8-r",
    "koi8-u": "koi8-u", "maccyrillic": "mac-cyrillic",
}  # fmt: skip
_SAMPLE = 65_536
_WHOLE_LETTERS = 20  # beyond ASCII, for each that is torn
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_STRANGE = re.compile(
    r"[^\t\n\x0b\x0c\r -~\xa0-\u024f\u0400-\u052f\u2000-\u2122]"
)  # beyond Latin, Cyrillic, signs
_PUNCTUATION = frozenset({"Pd", "Pi", "Pf", "Ps", "Pe", "Po", "Zs", "Cf"})
_CYRILLIC_WORD = re.compile(r"[\u0400-\u04ff]{3,40}")
_SWAPPED = re.compile(r"\b[а-яё][А-ЯЁ]{2,40}\b|[а-яё][А-ЯЁ][а-яё]")
_ACCENT_RUN = re.compile(r"[À-ÖØ-öø-ÿ]{3}")
_MIXED = re.compile(r"[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")
_SAVE = "save it as UTF-8 text"


def decode(data: bytes, source: str = "The file") -> str:
    """Decode the bytes of a text file.

    Parameters
    ----------
    data : bytes
        The whole file.
    source : str
        Its name, for the sentence of an error.

    Returns
    -------
    str
        The text, without a byte-order mark.

    Raises
    ------
    Unreadable
        Where it is empty, holds NUL bytes, is binary, or its encoding cannot be told.

    Examples
    --------
    >>> decode("Déclaration de la Suisse".encode("cp1252"))
    'Déclaration de la Suisse'
    """
    if not data.strip():
        raise Unreadable(f"{source} is empty: it holds no text.")
    marked = next((encoding for mark, encoding in MARKS if data.startswith(mark)), None)
    wide = _wide(data) if marked is None and b"\x00" in data else None
    if marked is None and wide is None and b"\x00" in data:
        raise Unreadable(f"{source} holds NUL bytes, which no text has: {_SAVE}, or leave it out.")
    text = _decoded(data, marked) if marked else wide or _unmarked(data)
    if text is None:
        raise Unreadable(f"{source} is in an encoding that cannot be told: {_SAVE}.")
    if not text.strip("\ufeff \t\r\n\x0b\x0c\xa0"):
        raise Unreadable(f"{source} is empty: it holds no text.")
    if len(_CONTROL.findall(text)) > len(text) // 100:
        raise Unreadable(f"{source} is a binary file, not text: {_SAVE}, or leave it out.")
    return text


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: in the right one of its two orders all is of our scripts, in the other little is."""
    texts = (_decoded(data, encoding) for encoding in ("utf-16-le", "utf-16-be"))
    return next((text for text in texts if text and not _STRANGE.search(text, 0, _SAMPLE)), None)


def _unmarked(data: bytes) -> str | None:
    """Text without a mark: UTF-8, else the first code page in which it reads as words."""
    text = _decoded(data, "utf-8")
    if text is None:
        text = _torn(data)
    if text is not None:
        return text
    candidates = [page for page in (_guessed(data), *CODE_PAGES) if page]
    texts = (_decoded(data, page) for page in dict.fromkeys(candidates))
    return next((text for text in texts if text is not None and _reads(text)), None)


def _torn(data: bytes) -> str | None:
    """UTF-8 of which a few letters are torn, as where a file was cut: each shows as U+FFFD."""
    text = data.decode("utf-8", "replace")
    torn = text.count("\ufffd")
    whole = sum(character > "\x7f" for character in text) - torn
    return text if torn * _WHOLE_LETTERS <= whole else None


def _guessed(data: bytes) -> str | None:
    """chardet's guess, as one of the code pages in use: it names cp1250 for French, say."""
    import chardet

    guess = chardet.detect(data[:_SAMPLE])["encoding"]
    return _READ_AS.get((guess or "").lower())


def _reads(text: str) -> bool:
    """Whether the letters beyond ASCII look like words.

    Read in a wrong code page, Cyrillic is accented letters in a row, or its capitals and
    small letters are exchanged; "più" is Latin and Cyrillic in one word; UTF-8 is full of signs.
    """
    sample = text[:_SAMPLE]
    if _CONTROL.search(sample):
        return False
    beyond = [character for character in sample if character > "\x7f"]
    cyrillic = sum("\u0400" <= character <= "\u04ff" for character in beyond)
    signs = sum(not c.isalpha() and unicodedata.category(c) not in _PUNCTUATION for c in beyond)
    if signs > len(beyond) // 4 or len(_MIXED.findall(sample)) > cyrillic // 10:
        return False
    if cyrillic > len(beyond) // 2:
        return len(_SWAPPED.findall(sample)) <= len(_CYRILLIC_WORD.findall(sample)) // 10
    return len(_ACCENT_RUN.findall(sample)) <= len(beyond) // 20
