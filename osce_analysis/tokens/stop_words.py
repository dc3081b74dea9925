"""Function words: what is left out of what is shown, never of what is counted."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

LANGUAGES = ("de", "en", "es", "fr", "it", "ru")


@cache
def function_words(language: str) -> frozenset[str]:
    """The function words of a language, in lower case.

    Articles, pronouns, prepositions, conjunctions and auxiliary verbs; never negation, modal verbs or
    words that carry meaning in diplomacy ("against", "right", "States").

    Parameters
    ----------
    language : str
        ISO 639-1 code.

    Raises
    ------
    ValueError
        For a language without a list.

    Examples
    --------
    >>> words = function_words("en")
    >>> "the" in words, "not" in words, "must" in words
    (True, False, False)
    """
    if language not in LANGUAGES:
        raise ValueError(
            f"There are no function words for language {language!r}. Choose one of {', '.join(LANGUAGES)}."
        )
    text = files("osce_analysis.tokens").joinpath(f"data/function_words_{language}.txt").read_text("utf-8")
    return frozenset(word for line in text.splitlines() for word in line.partition("#")[0].split())
