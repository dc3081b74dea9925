"""The language of a document: what its language lines say ("ENGLISH only", "Оригинал: РУССКИЙ"), else its text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from osce_analysis.documents.letters import small
from osce_analysis.reference.tries import trie

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

# The patterns are for small letters.
_LABEL = trie(CODES, {})
_ONLY = r"only|seulement|uniquement|nur|solamente|únicamente|solo|soltanto|только"
_ORIGINAL = re.compile(rf"\b(?:original(?:e|sprache)?|оригинал)\s?:\s?(?P<label>{_LABEL})\b")
_LINE = re.compile(
    rf"(?:\d{{1,3}}\s{{1,4}})?(?P<label>{_LABEL})(?:\s?/\s?(?:{_LABEL})){{0,5}}(?:\s\(?(?P<only>{_ONLY})\)?)?"
)

# The other languages of participating States: a text in one of them is not taken for the nearest of those above.
_NEIGHBOURS = (
    "sq hy az be bs bg ca hr cs da nl et fi ka el hu is ga kk ky lv lt lb mk mt mn no nn pt ro "
    "sk sl sv tg tk uz"
)
_LOOKED_AT = 3_000  # characters of a text, of which the first and the last piece are asked
_PIECE = 150  # characters
_FEWEST_LETTERS = 60  # a title alone is too short to tell
_SURE = 0.9  # of one piece; the other agrees with it
_LIKELY = 0.5


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
    line = small(line)
    original = _ORIGINAL.search(line)
    head = line[: original.start()] if original else line
    label = _LINE.fullmatch(head.strip())
    if label is None and original is None:
        return None
    language = CODES[label["label"]] if label else None
    return LanguageLine(
        language=language,
        original=CODES[original["label"]] if original else _if_only(label, language),
        start=len(head) - len(head.lstrip()) if label else original.start() if original else 0,
        end=original.end() if original else len(head.rstrip()),
    )


def _if_only(label: re.Match[str] | None, language: str | None) -> str | None:
    return language if label and label["only"] else None


def tell_language(text: str) -> str | None:
    """Tell the language of a text from its words.

    Parameters
    ----------
    text : str
        The body of a document; its first 3,000 characters are looked at.

    Returns
    -------
    str or None
        ISO 639-1 code; None where the text is too short, in several languages, or in one that no header names.

    Examples
    --------
    >>> tell_language("Nous remercions la Présidence de son rapport, que ma délégation a lu avec un vif intérêt.")
    'fr'
    >>> tell_language("Merci.") is None
    True
    """
    text = text[:_LOOKED_AT].strip()
    if sum(map(str.isalpha, text[: 2 * _PIECE])) < _FEWEST_LETTERS:
        return None
    pieces = (text,) if len(text) < 2 * _PIECE else (text[:_PIECE], text[-_PIECE:])
    told = list(map(_classifier(), pieces))
    sureness = [sure for _, sure in told]
    agreed = (
        len({language for language, _ in told}) == 1 and min(sureness) >= _LIKELY and max(sureness) >= _SURE
    )
    return told[0][0] if agreed and told[0][0] in LABELS else None


@lru_cache(maxsize=1)
def _classifier() -> Callable[[str], tuple[str, float]]:
    """What tells the language of a piece of text and how surely; its model is loaded when first asked."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([*LABELS, *_NEIGHBOURS.split()])
    return identifier.classify
