"""The language lines of a header: ``ENGLISH``, ``ENGLISH only``, ``Original: RUSSIAN``, ``Оригинал: РУССКИЙ``."""

from __future__ import annotations

import re
from dataclasses import dataclass

# ISO 639-1 code: how the six working languages (and a few more) are labelled, in each of the six.
LABELS: dict[str, str] = {
    "en": "english englisch anglais inglés ingles inglese английский",
    "fr": "french französisch franzoesisch français francais francés frances francese французский",
    "de": "german deutsch allemand alemán aleman tedesco немецкий",
    "it": "italian italienisch italien italiano итальянский",
    "ru": "russian russisch russe ruso russo русский",
    "es": "spanish spanisch espagnol español espanol spagnolo испанский",
    "uk": "ukrainian українська украинский",
    "pl": "polish polski польский",
    "sr": "serbian српски сербский",
    "tr": "turkish türkçe турецкий",
}
CODES = {label: code for code, labels in LABELS.items() for label in labels.split()}

_LABEL = "|".join(sorted(CODES, key=len, reverse=True))
_ONLY = r"only|seulement|uniquement|nur|solamente|únicamente|solo|soltanto|только"
_ORIGINAL = re.compile(rf"\b(?:original(?:e|sprache)?|оригинал)\s?:\s?(?P<label>{_LABEL})\b", re.IGNORECASE)
_LINE = re.compile(
    rf"(?P<label>{_LABEL})(?:\s?/\s?(?:{_LABEL})){{0,5}}(?:\s\(?(?P<only>{_ONLY})\)?)?", re.IGNORECASE
)


@dataclass(frozen=True)
class LanguageLine:
    """What a header's line says about languages, and where the words stand in it."""

    language: str | None
    original: str | None
    start: int
    end: int


def read_language(line: str) -> LanguageLine | None:
    """Read a header's line that names the document's language, its original language, or both.

    Parameters
    ----------
    line : str
        One line of a header. The language may follow other words only where ``Original:`` is beside it.

    Returns
    -------
    LanguageLine or None
        ISO 639-1 codes; "only" makes the language the original too. None where no language is named.

    Examples
    --------
    >>> read_language("Original: RUSSIAN").original, read_language("ENGLISH only").language
    ('ru', 'en')
    >>> read_language("the Russian Federation") is None
    True
    """
    original = _ORIGINAL.search(line)
    head = line[: original.start()] if original else line
    label = _LINE.fullmatch(head.strip())
    if label is None and original is None:
        return None
    language = CODES[label["label"].lower()] if label else None
    return LanguageLine(
        language=language,
        original=CODES[original["label"].lower()] if original else _if_only(label, language),
        start=len(head) - len(head.lstrip()) if label else original.start() if original else 0,
        end=original.end() if original else len(head.rstrip()),
    )


def _if_only(label: re.Match[str] | None, language: str | None) -> str | None:
    return language if label and label["only"] else None
