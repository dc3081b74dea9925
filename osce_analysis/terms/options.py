"""Options that all functions of this package take, checked with one sentence for each fault."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, cast

from osce_analysis.tokens import FORMS, Form

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus

WEIGHTS = ("tokens", "statements", "delegations")
CLUSTERS = ("statement", "delegation")
INTERVALS = ("bootstrap", None)
GROUPS = ("actor", "expand", "drop")


def check(option: str, given: object, known: Iterable[object]) -> None:
    """Raise ValueError where an option has a value that is not known.

    Examples
    --------
    >>> check("weight", "token", WEIGHTS)
    Traceback (most recent call last):
    ValueError: There is no weight='token': use one of 'tokens', 'statements', 'delegations'.
    """
    if given not in known:
        raise ValueError(f"There is no {option}={given!r}: use one of {', '.join(map(repr, known))}.")


def check_number(option: str, given: object, least: int) -> None:
    """Raise ValueError where an option is not a whole number, or smaller than the least."""
    if isinstance(given, bool) or not isinstance(given, int) or given < least:
        raise ValueError(f"{option}={given!r} is not a whole number of at least {least}.")


def check_columns(by: Sequence[str], results: Iterable[str]) -> None:
    """Raise ValueError where a group would bear the name of a result."""
    taken = [name for name in by if name in results]
    if taken:
        raise ValueError(
            f"by={taken[0]!r} would stand twice in the result: rename that column of the statements."
        )


def check_texts(corpus: Corpus) -> None:
    """Raise ValueError where there are statements, but none with a text."""
    if len(corpus) and not corpus.statements["text"].notna().any():
        raise ValueError(
            f"None of these {len(corpus):,} statements has a text, so no words can be counted: load the texts, or "
            "select other statements."
        )


def form_and_language(corpus: Corpus, form: str) -> tuple[Form, str]:
    """The form of words, and the language whose stems are taken.

    Raises
    ------
    ValueError
        For an unknown form, or stems where the statements are in several languages.
    """
    check("form", form, FORMS)
    spoken = languages(corpus)
    if form == "stem" and len(spoken) > 1:
        raise ValueError(
            f"Stems need one language, and these statements are in {', '.join(spoken)}: take "
            f"corpus.select(language={spoken[0]!r}) or form='lower'."
        )
    return cast(Form, form), spoken[0]


def languages(corpus: Corpus) -> list[str]:
    """The languages of the statements; English where none is known."""
    return sorted(corpus.statements["language"].dropna().unique()) or ["en"]
