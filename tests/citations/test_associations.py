"""Association: against SciPy's exact test, corrected over all pairs, statements as units."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import fisher_exact

from osce_analysis import citations, measures
from osce_analysis.corpus import Corpus


def corpus_of(cited, size=6):
    """`cited`: how many of `size` statements of each delegation cite each instrument."""
    rows, found = [], []
    for delegation, instruments in cited.items():
        for number in range(size):
            name = f"{delegation}{number}"
            rows.append((name, delegation))
            found += [(name, instrument) for instrument, times in instruments.items() if number < times] * 2
    frame = pd.DataFrame(rows, columns=["statement_id", "delegation"])
    return Corpus(frame, citations=pd.DataFrame(found, columns=["statement_id", "instrument"]))


CITED = {"CHE": {"HFA-1975": 6, "VD-2011": 3}, "NOR": {"HFA-1975": 1, "VD-2011": 3}, "ISL": {"VD-2011": 2}}


def test_shares_against_all_other_statements():
    table = citations.association(corpus_of(CITED)).set_index(["delegation", "instrument"])
    row = table.loc[("CHE", "HFA-1975")]
    assert row[["statements_target", "statements_reference"]].tolist() == [6, 1]
    assert row["value"] == pytest.approx(1 - 1 / 12)
    assert row["p"] == pytest.approx(fisher_exact([[6, 0], [1, 11]])[1])
    assert row["low"] < row["value"] <= row["high"]
    assert table["p_adjusted"].tolist() == measures.holm(table["p"].to_numpy(float)).tolist()


def test_what_few_statements_cite_and_small_groups_are_not_compared():
    cited = CITED | {"ISL": {"VD-2011": 2, "PARIS-1990": 4}}
    assert "PARIS-1990" not in set(citations.association(corpus_of(cited))["instrument"])
    assert "PARIS-1990" in set(citations.association(corpus_of(cited), min_statements=4)["instrument"])
    assert len(citations.association(corpus_of(CITED, size=4), min_statements=5)) == 0


def test_a_group_against_next_to_nothing_is_not_compared():
    corpus = corpus_of({"CHE": {"HFA-1975": 6}, "NOR": {"HFA-1975": 1}})
    lopsided = corpus.replace(statements=corpus.statements.head(8))
    assert citations.association(lopsided, min_statements=3).empty  # Norway has two statements here
    assert citations.association(lopsided, min_statements=2)["delegation"].tolist() == ["CHE", "NOR"]


@given(st.lists(st.tuples(*[st.integers(0, 30)] * 4), min_size=1, max_size=6))
def test_the_exact_test_is_scipys(cells):
    a, b, c, d = map(np.array, zip(*cells, strict=True))
    found = np.atleast_1d(measures.fisher_p(a, a + c, b, b + d))
    for place, (one, other, rest, left) in enumerate(cells):
        if one + rest and other + left:
            expected = fisher_exact([[one, rest], [other, left]])[1]
            assert found[place] == pytest.approx(expected, abs=1e-9)
        else:
            assert np.isnan(found[place])


def test_the_published_interval_of_a_difference():
    """Newcombe (1998), table II: 56/70 - 48/80, 9/10 - 3/10 and 10/10 - 0/10 by method 10."""
    low, high = measures.difference_interval([56, 9, 10], [70, 10, 10], [48, 3, 0], [80, 10, 10])
    assert low == pytest.approx([0.0524, 0.1705, 0.6075], abs=1e-4)
    assert high == pytest.approx([0.3339, 0.8090, 1.0], abs=1e-4)


def test_unknown_options_are_refused():
    with pytest.raises(ValueError, match="There is no correction='bonferroni'"):
        citations.association(corpus_of(CITED), correction="bonferroni")
