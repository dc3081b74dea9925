"""What a person may have meant: a near miss is suggested, never taken."""

from __future__ import annotations

from collections.abc import Iterable

CLOSE_ENOUGH = 75.0
"""Similarity in per cent (normalised edit distance) from which a name is worth suggesting."""


def near_miss(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that is most like `word`, None where none is close.

    Parameters
    ----------
    word : str
        What was written.
    choices : iterable of str
        What could have been meant; case is no difference.

    Examples
    --------
    >>> near_miss("Germny", ["Georgia", "Germany"])
    'Germany'
    """
    from rapidfuzz import fuzz, process

    best = process.extractOne(
        word, list(choices), scorer=fuzz.ratio, processor=str.lower, score_cutoff=CLOSE_ENOUGH
    )
    return best[0] if best else None


def did_you_mean(choice: str | None) -> str:
    """Return the end of an error's sentence: a question with the choice, or nothing.

    Examples
    --------
    >>> did_you_mean("Germany (DEU)")
    ' Did you mean Germany (DEU)?'
    """
    return f" Did you mean {choice}?" if choice else ""
