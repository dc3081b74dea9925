"""Samples of citations for two people to label, and whether their labels agree."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from osce_analysis import measures, reference
from osce_analysis.citations.groups import grouped
from osce_analysis.citations.passages import passages
from osce_analysis.corpus.options import check_number
from osce_analysis.corpus.provenance import attrs, software
from osce_analysis.corpus.schema import STANCES

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus

Sheet = pd.DataFrame | str | os.PathLike[str]
LABEL = "label"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def coding_sheet(
    corpus: Corpus,
    n: int,
    *,
    by: str | Sequence[str] | None = None,
    seed: int = 0,
    context: int = 40,
    path: str | os.PathLike[str] | None = None,
) -> pd.DataFrame:
    """Draw citations for people to label, the same number from each group as far as it has them.

    Parameters
    ----------
    corpus : Corpus
        Of each statement the latest version counts, in one language; citations whose text is not held are left out.
    n : int
        Citations to draw.
    by : str or list of str, optional
        Groups, as in `most_cited`; without them all citations are drawn alike.
    seed : int
        Of the draw; order and choice are the same in any process.
    context : int
        Words shown on either side.
    path : path, optional
        Write the sheet there as well, as .csv or .xlsx. What a spreadsheet would take for a formula begins with an
        apostrophe there.

    Returns
    -------
    DataFrame
        citation_id, statement_id, the columns of `by`, instrument, title, left, match, right, and an empty column
        label: one of recall, affirm, welcome, ground, demand, accuse, reject, procedural, mention. The classes that
        the cue words suggest are not in it, so that they cannot lead a coder.

    Raises
    ------
    ValueError
        For a column or an option that is not there, or a path that cannot be written.

    Examples
    --------
    >>> from osce_analysis.citations import find
    >>> from osce_analysis.corpus import Corpus
    >>> text = "We recall the Helsinki Final Act and its principles."
    >>> cited = find(text).assign(statement_id="a", citation_id="a#1")
    >>> corpus = Corpus(pd.DataFrame({"statement_id": ["a"], "text": [text]}), citations=cited)
    >>> coding_sheet(corpus, 10)[["citation_id", "match", "label"]].values.tolist()
    [['a#1', 'Helsinki Final Act', '']]
    """
    check_number("n", n, 1)
    check_number("seed", seed, 0)
    corpus = corpus.counted()
    found = grouped(corpus, by, "actor")
    lines = passages(corpus, context)
    rows = (
        found.joined().merge(lines, on="citation_id").sort_values(["row", "citation_id"], ignore_index=True)
    )
    rows = rows.drop_duplicates("citation_id", ignore_index=True)
    chosen = rows.iloc[np.sort(_drawn(rows, found.columns, n, seed))]
    sheet = chosen.assign(
        statement_id=corpus.statements["statement_id"].take(chosen["row"].to_numpy()).to_numpy(),
        title=chosen["instrument"].map(reference.instrument_title),
        label="",
    )
    columns = [
        "citation_id",
        "statement_id",
        *found.columns,
        "instrument",
        "title",
        "left",
        "match",
        "right",
        LABEL,
    ]
    sheet = sheet[columns].reset_index(drop=True)
    options = {"n": n, "by": by, "seed": seed, "context": context}
    sheet.attrs.update(
        attrs(corpus, "citations.coding_sheet", options, denominators={"citations": len(rows)})
    )
    if path is not None:
        _write(sheet, Path(path))
    return sheet


def reliability(a: Sheet, b: Sheet, *, draws: int = 999, seed: int = 0) -> pd.DataFrame:
    """Tell how far two people's labels of one coding sheet agree.

    Parameters
    ----------
    a, b : DataFrame or path
        The sheet as each of them filled it: columns citation_id and label; .csv or .xlsx.
    draws : int
        Bootstrap resamples of the citations.
    seed : int
        Of the bootstrap.

    Returns
    -------
    DataFrame
        coefficient ("agreement", "kappa", "alpha": the share alike, Cohen's kappa, Krippendorff's alpha), value, low,
        high (95 % bootstrap over citations), n (citations that both labelled).

    Raises
    ------
    ValueError
        For a sheet without these columns, a label that is not one of those, or sheets that share no citation.

    References
    ----------
    Krippendorff, K. (2011). Computing Krippendorff's alpha-reliability.

    Examples
    --------
    >>> ids = [f"a#{n}" for n in range(4)]
    >>> a = pd.DataFrame({"citation_id": ids, "label": ["recall", "recall", "accuse", "accuse"]})
    >>> reliability(a, a.assign(label=["recall", "recall", "accuse", "recall"]))[["coefficient", "value"]].round(3)
      coefficient  value
    0   agreement  0.750
    1       kappa  0.500
    2       alpha  0.533
    """
    first, second = _read(a, "a"), _read(b, "b")
    both = first.merge(second, on="citation_id", suffixes=("_a", "_b")).dropna()
    if both.empty:
        raise ValueError("The two sheets label no citation in common: both must come from one coding_sheet.")
    found = measures.reliability_intervals(
        both["label_a"].tolist(), both["label_b"].tolist(), draws=draws, seed=seed
    )
    rows = [(name, *coefficient, len(both)) for name, coefficient in found.items()]
    table = pd.DataFrame(rows, columns=["coefficient", "value", "low", "high", "n"])
    table.attrs.update(
        call="citations.reliability",
        options={"draws": draws, "seed": seed},
        interval="bootstrap",
        cluster="citation",
        denominators={"citations": len(both)},
        software=software(),
    )
    return table


def _drawn(rows: pd.DataFrame, columns: list[str], n: int, seed: int) -> np.ndarray:
    """Places of the rows drawn: in turn from each group, at random within it."""
    order = np.random.default_rng(seed).permutation(len(rows))
    if not columns:
        return order[:n]
    shuffled = rows.iloc[order]
    turn = shuffled.groupby(columns, dropna=False).cumcount().to_numpy()
    return order[np.argsort(turn, kind="stable")[:n]]


def _write(sheet: pd.DataFrame, path: Path) -> None:
    """Write the sheet; nothing in it is a formula."""
    texts = sheet.select_dtypes(["object", "str"]).columns
    safe = sheet.assign(**{name: sheet[name].map(_plain, na_action="ignore") for name in texts})
    try:
        if path.suffix.lower() == ".xlsx":
            safe.to_excel(path, index=False)
        else:
            safe.to_csv(path, index=False, encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise ValueError(f"The coding sheet could not be written to {path.name}: {error}.") from None


def _plain(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _read(sheet: Sheet, name: str) -> pd.DataFrame:
    """citation_id and label of a filled sheet; an empty label is missing."""
    if not isinstance(sheet, pd.DataFrame):
        name, path = Path(sheet).name, Path(sheet)
        try:
            sheet = pd.read_excel(path) if path.suffix.lower() == ".xlsx" else pd.read_csv(path)
        except (OSError, ValueError) as error:
            raise ValueError(f"The sheet {name} could not be read: {error}.") from None
    lacking = [column for column in ("citation_id", LABEL) if column not in sheet]
    if lacking:
        raise ValueError(f"The sheet {name} has no column {lacking[0]}: fill in what coding_sheet wrote.")
    labels = sheet[LABEL].astype("str").str.strip().str.lower()
    labels = labels.mask(sheet[LABEL].isna() | (labels == ""))
    wrong = labels[labels.notna() & ~labels.isin([*STANCES, "mention"])]
    if len(wrong):
        raise ValueError(
            f"The sheet {name} has the label {wrong.iloc[0]!r} (row {wrong.index[0] + 1}): use one of "
            f"{', '.join([*STANCES, 'mention'])}."
        )
    return pd.DataFrame({"citation_id": sheet["citation_id"].astype("str"), LABEL: labels})
