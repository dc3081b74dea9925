"""Options that all functions of this package take."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from osce_analysis.corpus.options import check
from osce_analysis.tokens import FORMS, Form

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus

WEIGHTS = ("tokens", "statements", "delegations")
CLUSTERS = ("statement", "delegation")
INTERVALS = ("bootstrap", None)


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
