"""Co-citation, the network and its chains of renewed mandates."""

import networkx as nx
import pandas as pd
import pytest

from osce_analysis import citations
from osce_analysis.citations.renewals import chains
from osce_analysis.corpus import Corpus

CITED = [
    ("a", "HFA-1975", 1),
    ("a", "PARIS-1990", 1),
    ("a", "PARIS-1990", 2),
    ("b", "HFA-1975", 1),
    ("b", "PARIS-1990", 2),
    ("b", "VD-2011", 2),
    ("c", "VD-2011", 1),
]


@pytest.fixture
def corpus():
    cited = pd.DataFrame(CITED, columns=["statement_id", "instrument", "paragraph"]).assign(part="text")
    frame = pd.DataFrame({"statement_id": list("abcd"), "delegation": ["CHE", "CHE", "NOR", "NOR"]})
    return Corpus(frame, citations=cited)


def test_pairs_with_the_statements_behind_them(corpus):
    table = citations.cocitation(corpus, min_statements=1).set_index(["instrument_a", "instrument_b"])
    first = table.iloc[0]
    assert table.index[0] == ("HFA-1975", "PARIS-1990")
    assert first[["statements", "statements_a", "statements_b"]].tolist() == [2, 2, 2]
    assert (first["value"], first["statement_ids"]) == (1, "a;b")
    assert table.loc[("PARIS-1990", "VD-2011"), "value"] == pytest.approx(0.5)
    assert len(citations.cocitation(corpus)) == 1  # two statements at least


def test_within_a_paragraph(corpus):
    table = citations.cocitation(corpus, unit="paragraph", min_statements=1)
    pairs = set(zip(table["instrument_a"], table["instrument_b"], table["statement_ids"], strict=True))
    assert pairs == {("HFA-1975", "PARIS-1990", "a"), ("PARIS-1990", "VD-2011", "b")}


def test_the_most_cited_only(corpus):
    table = citations.cocitation(corpus, min_statements=1, top=2)
    assert set(table["instrument_a"]) | set(table["instrument_b"]) == {"HFA-1975", "PARIS-1990"}


def test_two_modes_and_groups(corpus):
    graph = citations.network(corpus)
    assert isinstance(graph, nx.DiGraph)
    assert graph.nodes["HFA-1975"]["statements"] == 2
    assert "d" not in graph  # cites nothing
    grouped = citations.network(corpus, by="delegation")
    assert grouped.edges["CHE", "PARIS-1990"]["weight"] == 2
    assert grouped.nodes["CHE"]["name"] == "Switzerland"
    assert set(citations.network(corpus, top=1)) == {"a", "b", "HFA-1975"}


def test_between_instruments(corpus):
    graph = citations.network(corpus, mode="instruments", min_statements=2)
    assert list(graph.edges(data="weight")) == [("HFA-1975", "PARIS-1990", 2)]
    with pytest.raises(ValueError, match="by= has no meaning between instruments"):
        citations.network(corpus, mode="instruments", by="delegation")


RENEWALS = [
    ("r1", "The Council, recalling resolution 11, extends the mandate of the Mission for six months."),
    ("r2", "The Council prolongs once more the stationing of the Force, as set up by 11 and renewed by 12."),
    ("r3", "The Council recalls 11 and extends its condolences to the people of the island."),
    ("r4", "The Council renews the period in which 20 applies."),
    ("r5", "The Council takes note of 11."),
]


@pytest.fixture
def renewals():
    cited = [("r1", 11), ("r2", 12), ("r2", 11), ("r2", 11), ("r3", 11), ("r4", 20), ("r5", 11)]
    cited = pd.DataFrame(
        [(row, f"S/RES/{number}") for row, number in cited], columns=["statement_id", "instrument"]
    )
    return Corpus(pd.DataFrame(RENEWALS, columns=["statement_id", "text"]), citations=cited)


def test_chains_of_renewed_mandates(renewals):
    assert chains(renewals).to_dict() == {"r1": "S/RES/11", "r2": "S/RES/11", "r4": "S/RES/20"}


def test_a_chain_counts_as_one_statement(renewals):
    plain, collapsed = (citations.network(renewals, collapse=way) for way in (False, True))
    assert plain.nodes["S/RES/11"]["statements"] == 4
    assert collapsed.nodes["S/RES/11"]["statements"] == 3  # the chain, r3 and r5
    assert collapsed.nodes["renewals of S/RES/11"]["mode"] == "chain"
    assert collapsed.graph["attrs"]["denominators"] == {"statements": 5, "collapsed": 3, "chains": 2}


def test_delegations_renew_no_mandate(renewals):
    speech = renewals.statements.assign(delegation="AUT")
    with pytest.raises(ValueError, match="Only decisions and resolutions renew a mandate"):
        chains(renewals.replace(statements=speech))
    mixed = speech.assign(delegation=["AUT", None, None, None, None])
    assert chains(renewals.replace(statements=mixed)).to_dict() == {"r2": "S/RES/11", "r4": "S/RES/20"}


@pytest.mark.parametrize("series", ["PC.DEC/{}", "MC.DEC/{}/04"])
def test_the_year_tells_the_age_before_the_number(series):
    cited = pd.DataFrame(
        {"statement_id": "a", "instrument": [series.format(5), series.format(3), "MC.DEC/9/03"][:2]}
    )
    corpus = Corpus(
        pd.DataFrame({"statement_id": ["a"], "text": ["We extend the mandate."]}), citations=cited
    )
    assert chains(corpus).to_dict() == {"a": series.format(3)}


def test_empty_corpora():
    empty = Corpus(pd.DataFrame({"statement_id": []}))
    assert len(citations.cocitation(empty)) == 0
    for mode in ("two-mode", "instruments"):
        assert len(citations.network(empty, mode=mode, collapse=True)) == 0


def test_council_resolutions_without_their_renewals(shared):
    """186 (1964) leads the Council's own citations, and only through the renewals of its force in Cyprus."""
    import osce_analysis as osce

    corpus = osce.load(shared / "corpora" / "unsc_resolutions_1946-1985.zip", progress=False)
    plain, collapsed = (citations.network(corpus, collapse=way) for way in (False, True))
    assert plain.nodes["S/RES/186"]["statements"] == 53
    assert collapsed.nodes["S/RES/186"]["statements"] < 15
