"""What a reader must know about the languages of what is compared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

UNLIKE = 0.2
"""Shares of original languages that differ by more make a warning."""


def remarks(statements: pd.DataFrame, rows: Mapping[str, NDArray[np.int64]]) -> dict[str, Any]:
    """Original languages of each side, and a remark where translators may be what differs.

    Parameters
    ----------
    statements : DataFrame
    rows : mapping
        Positions of the statements of each side, by its name.

    Returns
    -------
    dict
        original_language (shares by side; statements that do not tell are left out), and where there is one, a
        remark for the note.

    Examples
    --------
    >>> frame = pd.DataFrame({"language": "en", "original_language": ["en", "en", "ru", "ru"]})
    >>> remarks(frame, {"A": np.array([0, 1]), "B": np.array([2, 3])})["remark"]
    'You may be comparing translators: ru is the original language of 0 % of the statements of A and 100 % of B.'
    """
    spoken = sorted(statements["language"].dropna().unique())
    codes, languages = pd.factorize(statements["original_language"], sort=True)
    counts = {side: np.bincount(codes[places] + 1, minlength=1)[1:] for side, places in rows.items()}
    shares = {
        side: {
            str(languages[code]): float(count[code] / count.sum()) for code in np.flatnonzero(count).tolist()
        }
        for side, count in counts.items()
        if count.any()
    }
    said = []
    if len(spoken) > 1:
        said.append(f"Statements in {', '.join(spoken)} are counted together.")
    spoken_by = sorted({language for share in shares.values() for language in share} - {"en"}) or ["en"]
    gaps = [_gap(shares, language) for language in spoken_by if shares]
    widest = max(gaps, default=(0.0, "", "", ""), key=lambda gap: gap[0])
    if widest[0] > UNLIKE:
        _, language, a, b = widest
        of_a, of_b = (f"{100 * shares[side].get(language, 0):.0f} %" for side in (a, b))
        said.append(
            f"You may be comparing translators: {language} is the original language of {of_a} of the statements of "
            f"{a} and {of_b} of {b}."
        )
    return {"original_language": shares, **({"remark": " ".join(said)} if said else {})}


def _gap(shares: Mapping[str, Mapping[str, float]], language: str) -> tuple[float, str, str, str]:
    """How far the shares of a language lie apart, and the two sides where, in the order given."""
    of = {side: share.get(language, 0.0) for side, share in shares.items()}
    least, most = min(of, key=of.__getitem__), max(of, key=of.__getitem__)
    a, b = sorted((least, most), key=list(of).index)
    return of[most] - of[least], language, a, b
