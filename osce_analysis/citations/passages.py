"""The passages in which an instrument is invoked, one line each, with what the reader has to know."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from osce_analysis import reference
from osce_analysis.corpus.options import check_number
from osce_analysis.corpus.provenance import attrs
from osce_analysis.corpus.schema import PARTS
from osce_analysis.corpus.selection import unknown_column

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus

COLUMNS = {
    "statement_id": "str",
    "left": "str",
    "match": "str",
    "right": "str",
    "paragraph": "Int64",
    "start": "Int64",
    "end": "Int64",
}


def contexts(
    corpus: Corpus,
    instrument: str,
    *,
    context: int = 20,
    columns: Sequence[str] = (),
) -> pd.DataFrame:
    """Return each passage that cites an instrument.

    Parameters
    ----------
    corpus : Corpus
        Of each statement the latest version counts, in one language.
    instrument : str
        Canonical id, as `MC.DEC/3/04` or `HFA-1975`.
    context : int
        Words shown on either side; they stay within the paragraph.
    columns : sequence of str
        What to add: columns of `statements` or of `citations`, and "stance" (the classes of
        the cues in order, "not" before one that is negated; an aid to reading, not a finding).

    Returns
    -------
    DataFrame
        statement_id, left, match, right, paragraph, start, end (in the statement's `part`,
        which can be asked for), and the columns asked for, in the order of the statements. Citations in statements
        whose text is not held have no passage; `attrs["denominators"]` counts them.

    Raises
    ------
    LookupError
        Where neither the corpus cites the instrument nor the catalogue knows it; a near miss
        is suggested.
    ValueError
        For a column that is not there, or a `context` that is no whole number.

    Examples
    --------
    >>> from osce_analysis.corpus import Corpus
    >>> from osce_analysis.citations import find
    >>> text = "We recall the Helsinki Final Act and its principles."
    >>> statements = pd.DataFrame({"statement_id": ["a"], "text": [text]})
    >>> corpus = Corpus(statements, citations=find(text).assign(statement_id="a"))
    >>> contexts(corpus, "HFA-1975")[["left", "match", "right"]].values.tolist()
    [['We recall the', 'Helsinki Final Act', 'and its principles.']]
    """
    check_number("context", context, 0)
    corpus = corpus.counted()
    _check(corpus, instrument)
    rows = _rows(corpus, instrument, list(columns))
    lines = _lines(corpus, rows, context)
    held = rows.drop(columns=["left", "match", "right"], errors="ignore").join(lines, how="inner")
    table = held.astype(COLUMNS)[[*COLUMNS, *columns]].reset_index(drop=True)
    options = {"instrument": instrument, "context": context, "columns": columns}
    made = {"denominators": {"citations": len(rows), "without_text": len(rows) - len(table)}}
    table.attrs.update(attrs(corpus, "citations.contexts", options, **made))
    return table


def passages(corpus: Corpus, context: int) -> pd.DataFrame:
    """citation_id, left, match and right of every citation whose text is held."""
    citations = corpus.citations
    rows = citations.assign(part=citations["part"].fillna("text"))
    return rows[["citation_id"]].join(_lines(corpus, rows, context), how="inner").reset_index(drop=True)


def _check(corpus: Corpus, instrument: str) -> None:
    """Refuse an id that neither the corpus nor the catalogue holds, with the nearest that one of them does."""
    known = {*corpus.citations["instrument"].dropna(), *(one.instrument for one in reference.instruments())}
    if instrument not in known:
        near = reference.near_miss(str(instrument), sorted(known))
        hint = f" Did you mean {near}?" if near else ""
        raise reference.UnknownInstrument(
            f"No statement here cites {instrument!r}, and the catalogue does not know it.{hint}"
        )


def _rows(corpus: Corpus, instrument: str, columns: list[str]) -> pd.DataFrame:
    """The citations of the instrument with the columns asked for, in the order of the statements."""
    citations, statements = corpus.citations, corpus.statements
    cited = citations[citations["instrument"] == instrument]
    cited = cited.assign(
        stance=cited["citation_id"].map(classes(corpus)).astype("str"),
        part=cited["part"].fillna("text"),
        rank=cited["part"].fillna("text").map(PARTS.index),
    )
    unknown = [name for name in columns if name not in cited and name not in statements]
    if unknown:
        raise ValueError(unknown_column(unknown[0], [*statements.columns, *citations.columns, "stance"]))
    own = [name for name in statements if name in columns and name not in cited]
    joined = cited.merge(
        statements[["statement_id", *own]].assign(place=range(len(statements))), on="statement_id"
    )
    return joined.sort_values(["place", "rank", "start"], kind="stable", ignore_index=True)


def classes(corpus: Corpus) -> pd.Series:
    """The classes of each citation's cues by citation_id, in order and each once."""
    cues = corpus.cues
    said = cues["stance"].mask(cues["negated"], "not " + cues["stance"])
    return said.groupby(cues["citation_id"]).agg(lambda classes: ", ".join(dict.fromkeys(classes)))


def _lines(corpus: Corpus, rows: pd.DataFrame, context: int) -> pd.DataFrame:
    """Left, match and right of the rows whose text is held, by their place in `rows`."""
    statements = corpus.statements.set_index("statement_id")
    parts = statements.loc[statements.index.isin(rows["statement_id"]), list(PARTS)]
    wholes = {(id, part): text for part in PARTS for id, text in parts[part].dropna().items()}
    paragraphs = corpus.paragraphs[["statement_id", "paragraph", "start", "end"]].dropna()
    bounds = {(id, number): (first, last) for id, number, first, last in paragraphs.itertuples(index=False)}
    lines = {}
    places = rows[["statement_id", "part", "paragraph", "start", "end"]]
    for place, (id, part, number, start, end) in enumerate(places.itertuples(index=False, name=None)):
        whole = wholes.get((id, part))
        if whole is None or pd.isna(start) or pd.isna(end):
            continue
        first, last = (0, len(whole)) if pd.isna(number) else bounds.get((id, number), (0, len(whole)))
        lines[place] = (
            _words(whole[first:start], context, last=True),
            " ".join(whole[start:end].split()),
            _words(whole[end:last], context, last=False),
        )
    return pd.DataFrame.from_dict(lines, orient="index", columns=["left", "match", "right"], dtype="str")


def _words(text: str, count: int, *, last: bool) -> str:
    """The last or the first words of a text, with single spaces between."""
    words = text.split()
    return " ".join(words[max(len(words) - count, 0) :] if last else words[:count])
