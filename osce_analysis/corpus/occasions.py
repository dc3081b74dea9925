"""Occasions to sign and who did: statements, the interventions listed in journals, or both as one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from osce_analysis import reference
from osce_analysis.corpus.options import check
from osce_analysis.corpus.schema import PROBLEMS, conform, empty
from osce_analysis.documents.symbols import parse_symbol

if TYPE_CHECKING:
    from osce_analysis.corpus.corpus import Corpus


class Occasions(NamedTuple):
    """What could be signed, and by whom it was.

    occasions: the columns of `statements`, and listed (False where the list of signatories was not read to its
    end); of an intervention, statement_id is its own id and agenda_item the title of its item.
    signers: statement_id, actor, role, and scope where there is one.
    problems: rows of `problems` on journals that differ from the statements that they list.
    """

    occasions: pd.DataFrame
    signers: pd.DataFrame
    problems: pd.DataFrame


def occasions(corpus: Corpus, source: str) -> Occasions:
    """The occasions of a corpus.

    Parameters
    ----------
    corpus : Corpus
        What is counted: `Corpus.counted` has been applied.
    source : {"statements", "interventions", "both"}
        Statements; the speakers in journals and the States in their brackets; or both: a statement then stands
        for the intervention with its symbol, and a difference is a row of problems.

    Raises
    ------
    ValueError
        For another source.

    Examples
    --------
    >>> from osce_analysis.corpus import Corpus
    >>> signatories = pd.DataFrame({"statement_id": ["a"], "actor": ["NOR"], "role": ["delivers"]})
    >>> found = occasions(Corpus(pd.DataFrame({"statement_id": ["a"]}), signatories=signatories), "statements")
    >>> found.signers[["statement_id", "actor", "role"]].values.tolist()
    [['a', 'NOR', 'delivers']]
    """
    check("source", source, SOURCES)
    return _SOURCES[source](corpus)


def with_differences(corpus: Corpus) -> Corpus:
    """The corpus with a problem for each statement of which a journal names other States.

    Signing is one thing (who delivers, joins or is represented), aligning another. A list that was not read to
    its end lacks nobody.
    """
    if corpus.interventions.empty:
        return corpus
    found = _both(corpus.counted()).problems
    if found.empty:
        return corpus
    return corpus.replace(problems=pd.concat([corpus.problems, found], ignore_index=True))


def _statements(corpus: Corpus) -> Occasions:
    statements = corpus.statements
    return Occasions(_listed(statements), corpus.signatories, _no_problem())


def _interventions(corpus: Corpus) -> Occasions:
    rows = corpus.interventions.dropna(subset=["intervention_id", "actor"])
    rows = rows.rename(columns={"intervention_id": "statement_id", "item_title": "agenda_item"})
    speakers = rows.drop_duplicates("statement_id", ignore_index=True)
    bodies = {journal: _body(journal) for journal in speakers["journal"].dropna().unique()}
    years = speakers["date"].dt.year.astype("Int64")
    described = speakers.assign(
        delegation=speakers["actor"].where(speakers["role"] == "delivers"),
        body=speakers["journal"].map(bodies).astype("str"),
        year=years.fillna(speakers["year"].astype("Int64")) if "year" in speakers else years,
        list_shown=speakers["list_shown"].fillna("yes"),
    ).drop(columns=["actor", "role"])
    return Occasions(_listed(described), rows[["statement_id", "actor", "role"]], _no_problem())


def _both(corpus: Corpus) -> Occasions:
    own, spoken = _statements(corpus), _interventions(corpus)
    there = set(own.occasions["symbol"].dropna())
    more = spoken.occasions[~spoken.occasions["symbol"].isin(there)]
    signers = spoken.signers[spoken.signers["statement_id"].isin(more["statement_id"])]
    return Occasions(
        pd.concat([own.occasions, more], ignore_index=True),
        pd.concat([own.signers, signers], ignore_index=True),
        _differences(own, spoken),
    )


_SOURCES: Mapping[str, Callable[[Corpus], Occasions]] = {
    "statements": _statements,
    "interventions": _interventions,
    "both": _both,
}
SOURCES = tuple(_SOURCES)


@cache
def _no_problem() -> pd.DataFrame:
    return empty("problems")


def _listed(frame: pd.DataFrame) -> pd.DataFrame:
    """Whether each list was read to its end: all were, unless a column `list_shown` says otherwise."""
    return frame.assign(listed=frame["list_shown"].eq("yes") if "list_shown" in frame else True)


def _body(journal: str) -> str | None:
    symbol = parse_symbol(journal)
    return symbol.body if symbol else None


def _differences(own: Occasions, spoken: Occasions) -> pd.DataFrame:
    """Rows of `problems` for statements and interventions with one symbol that name other States."""
    said = own.occasions[["statement_id", "symbol", "source", "listed"]].dropna(subset="symbol")
    told = spoken.occasions[["statement_id", "symbol", "journal", "listed"]]
    joined = said.merge(told, on="symbol", suffixes=("", "_journal"))
    stated, heard = _parts(own, joined["statement_id"]), _parts(spoken, joined["statement_id_journal"])
    rows = []
    for row in joined.to_dict("records"):
        here = stated.get(row["statement_id"], set())
        there = heard.get(row["statement_id_journal"], set())
        lacking = sorted(here - there) if row["listed_journal"] and here else []
        further = sorted(there - here) if row["listed"] and here else []
        if lacking or further:
            sentence = _sentence(row["statement_id"], row["journal"], lacking, further)
            rows.append((row["source"], row["statement_id"], "journals", sentence, "conflict"))
    return conform(pd.DataFrame(rows, columns=list(PROBLEMS)), "problems")


def _parts(found: Occasions, ids: pd.Series) -> dict[str, set[tuple[str, str]]]:
    """Who signs and who aligns, by occasion."""
    signers = found.signers[found.signers["statement_id"].isin(ids)]
    what = signers["role"].eq("aligned").map({True: "aligned", False: "signing"})
    parts: dict[str, set[tuple[str, str]]] = {}
    for statement, *part in zip(signers["statement_id"], signers["actor"], what, strict=True):
        parts.setdefault(statement, set()).add((part[0], part[1]))
    return parts


def _sentence(
    statement: str, journal: str, lacking: list[tuple[str, str]], further: list[tuple[str, str]]
) -> str:
    """What the statement has and the journal lacks, and the other way round."""
    only = [
        f"only the {place} names {', '.join(f'{reference.actor_name(code)} ({what})' for code, what in names)}"
        for place, names in (("statement", lacking), ("journal", further))
        if names
    ]
    return f"{statement} and its entry in {journal} differ: {'; '.join(only)}. The statement counts."
