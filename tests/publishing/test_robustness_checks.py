"""A result made in other ways: which ways there are, what moves, and what is refused in a sentence."""

import gc

import pandas as pd
import pytest

import osce_analysis as osce
from osce_analysis.publishing.robustness_checks import BASE


def small() -> osce.Corpus:
    texts = ["Peace.", "Peace and war.", "War.", "Peace, peace and order."]
    rows = {"statement_id": list("abcd"), "delegation": ["CHE", "NOR", "NOR", "EU"], "text": texts}
    cited = pd.DataFrame(
        {"statement_id": ["a", "b", "d"], "instrument": ["HFA-1975", "UN-CHARTER", "HFA-1975"]}
    )
    return osce.Corpus(pd.DataFrame(rows), citations=cited)


@pytest.fixture(scope="module")
def corpus() -> osce.Corpus:
    return small()


ANALYSES = {
    "terms.frequency": lambda corpus: osce.terms.frequency(corpus, terms="peace", by="delegation"),
    "terms.trend": lambda corpus: osce.terms.trend(
        corpus.replace(statements=corpus.statements.assign(year=2020)), "peace"
    ),
    "terms.dictionary": lambda corpus: osce.terms.dictionary(corpus, {"calm": ["peace", "order"]}),
    "terms.dispersion": lambda corpus: osce.terms.dispersion(corpus, "peace"),
    "citations.most_cited": lambda corpus: osce.citations.most_cited(corpus),
    "citations.stances": lambda corpus: osce.citations.stances(corpus),
}


@pytest.mark.parametrize("call", ANALYSES)
def test_the_result_comes_first_and_unchanged(corpus, call):
    if call == "terms.trend":
        corpus = corpus.replace(statements=corpus.statements.assign(year=2020))
    result = ANALYSES[call](corpus)
    table = osce.robustness(result, corpus)
    base = table[table["variant"] == BASE]
    pd.testing.assert_frame_equal(base[result.columns].reset_index(drop=True), result, check_dtype=False)
    assert (base["difference"].fillna(0) == 0).all()
    assert "without Norway" in set(table["variant"])
    assert table.attrs["of"] == call


def test_a_delegation_left_out_is_as_if_it_had_said_nothing(corpus):
    table = osce.robustness(osce.terms.frequency(corpus, terms="peace")).set_index("variant")
    alone = osce.terms.frequency(corpus.select(delegation=["CHE", "EU"]), terms="peace")
    assert table.loc["without Norway", "rate"] == alone["rate"].iloc[0]
    assert table.loc["without Norway", "difference"] == pytest.approx(
        alone["rate"].iloc[0] - table["rate"].iloc[0]
    )


def test_a_group_is_left_out_or_stands_for_its_members():
    dated = small().statements.assign(date=pd.Timestamp("2020-01-01"))
    corpus = osce.Corpus(dated)
    table = osce.robustness(osce.terms.frequency(corpus, terms="peace", by="delegation"))
    whole = osce.robustness(osce.terms.frequency(corpus, terms="peace"))
    assert {"groups as their members", "groups left out"} <= set(table["variant"])
    lost = table[(table["variant"] == "groups left out") & (table["delegation"] == "EU")]
    assert lost["rate"].isna().tolist() == [True]
    assert "groups left out" in set(whole["variant"])
    assert "groups as their members" not in set(whole["variant"])


def test_a_selection_made_on_the_way_is_recalled(corpus):
    result = osce.terms.frequency(corpus.select(delegation=["CHE", "NOR"]), terms="peace")
    assert "without European Union" not in set(osce.robustness(result)["variant"])


def test_both_sides_of_keyness_are_recalled():
    texts = ["Peace and order."] * 6 + ["War and order."] * 6
    rows = {"statement_id": [str(n) for n in range(12)], "text": texts, "delegation": ["CHE", "NOR"] * 6}
    corpus = osce.Corpus(pd.DataFrame(rows | {"side": ["a"] * 6 + ["b"] * 6}))
    result = osce.terms.keyness(corpus.select(side="a"), corpus.select(side="b"), terms=["peace", "war"])
    table = osce.robustness(result)
    assert list(dict.fromkeys(table["variant"])) == [BASE, "without Switzerland", "without Norway"]
    assert list(table.attrs["refused"]) == [
        "without shared passages"
    ]  # the same sentence in all: nothing is left


def test_a_corpus_that_is_gone_is_asked_for():
    corpus = small()
    result = osce.terms.frequency(corpus, terms="order")
    del corpus
    gc.collect()
    with pytest.raises(ValueError, match="no longer in memory: give it too"):
        osce.robustness(result)
    assert len(osce.robustness(result, small())) > 3


def test_another_corpus_is_refused(corpus):
    result = osce.terms.frequency(corpus, terms="peace")
    with pytest.raises(ValueError, match="is not the one that the result was made from"):
        osce.robustness(result, corpus.select(delegation="NOR"))


@pytest.mark.parametrize(
    "result",
    [
        lambda corpus: osce.terms.concordance(corpus, "peace"),
        lambda _: pd.DataFrame({"a": [1]}),
        lambda _: "x",
    ],
    ids=["lines", "a foreign table", "no table"],
)
def test_what_has_no_estimate_is_refused(corpus, result):
    with pytest.raises(ValueError, match="There is no estimate to vary in"):
        osce.robustness(result(corpus))


def test_stems_are_refused():
    corpus = osce.Corpus(small().statements.assign(language="en"))
    with pytest.raises(ValueError, match="are stems"):
        osce.robustness(osce.terms.frequency(corpus, form="stem"))


def test_the_chart_draws_the_line_of_the_result(corpus):
    table = osce.robustness(osce.terms.frequency(corpus, terms=["peace", "order"]))
    chart = osce.charts.robustness(table, width=174)
    assert len(chart.axes) == 2
    base = table.loc[table["variant"] == BASE, "rate"].tolist()
    assert [axes.lines[0].get_xdata()[0] for axes in chart.axes] == pytest.approx(base)
    assert chart.drawn.alt.startswith(
        "Dot plot of 6 variants of 2 rows; horizontal axis: rate per 1,000 tokens. Peace:"
    )
