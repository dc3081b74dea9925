"""The forms under which tokens count as one term: as written, in lower case, or by stem."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

Form = Literal["surface", "lower", "stem"]
FORMS: tuple[str, ...] = get_args(Form)

_STRESS = str.maketrans("", "", "\u0300\u0301")
_STEMMERS = {
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "ru": "russian",
}
_ELIDED = {
    "fr": frozenset({"l", "d", "j", "m", "t", "s", "n", "c", "qu", "lorsqu", "puisqu", "quoiqu", "jusqu"}),
    "it": frozenset({"l", "d", "c", "un", "all", "dell", "dall", "nell", "sull", "coll", "quest", "quell"}),
}


def fold(vocabulary: Sequence[str], form: Form, language: str = "en") -> tuple[NDArray[np.int32], list[str]]:
    """Map each word of a vocabulary to its term.

    Parameters
    ----------
    vocabulary : sequence of str
        Surface forms.
    form : {"surface", "lower", "stem"}
        ``lower`` also takes off the stress marks that Russian prints over vowels.
    language : str
        ISO 639-1 code, for stems only.

    Returns
    -------
    codes : int32 array, (words,)
        For each word the number of its term.
    terms : list of str
        The terms, in order of first appearance.

    Raises
    ------
    ValueError
        For an unknown form, or stems of a language that has none.

    Examples
    --------
    >>> codes, terms = fold(["Treaty", "treaty", "treaties"], "lower")
    >>> codes.tolist(), terms
    ([0, 0, 1], ['treaty', 'treaties'])
    """
    term_of = folding(form, language)
    numbers: dict[str, int] = {}
    codes = np.fromiter(
        (numbers.setdefault(term_of(word), len(numbers)) for word in vocabulary), np.int32, len(vocabulary)
    )
    return codes, list(numbers)


def folding(form: Form, language: str = "en") -> Callable[[str], str]:
    """The function that takes a surface form to its term.

    Raises
    ------
    ValueError
        For an unknown form, or stems of a language that has none.
    """
    if form == "surface":
        return str
    if form == "lower":
        return lower
    if form == "stem":
        return _stemming(language)
    raise ValueError(f"There is no form {form!r}. Choose one of {', '.join(FORMS)}.")


def lower(word: str) -> str:
    """A word in lower case without stress marks (``террори́зм`` and ``терроризм`` are one)."""
    folded = word.lower()
    return folded if folded.isascii() else folded.translate(_STRESS)


@cache
def _stemming(language: str) -> Callable[[str], str]:
    """The stemming function of a language; Snowball is loaded here because nltk takes seconds."""
    if language not in _STEMMERS:
        raise ValueError(
            f"There are no stems for language {language!r}. Choose one of {', '.join(_STEMMERS)}."
        )
    from nltk.stem.snowball import SnowballStemmer

    stemmer = SnowballStemmer(_STEMMERS[language])
    elided = _ELIDED.get(language, frozenset())

    def stem(word: str) -> str:
        term = lower(word)
        if not term.replace("'", "").replace("-", "").isalpha():
            return term
        article, apostrophe, rest = term.partition("'")
        return str(stemmer.stem(rest if apostrophe and article in elided else term))

    return cache(stem)
