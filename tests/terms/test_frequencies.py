import json
import re

import numpy as np
import pandas as pd
import pytest

from osce_analysis import terms
from osce_analysis.corpus import Corpus

COLUMNS = [
    "term", "count", "tokens", "statements", "delegations", "rate", "low", "high", "top_delegation", "top_share",
]  # fmt: skip


def counts(table, *by):
    """The count of each term, or of each group and term."""
    rows = zip(*(table[name] for name in (*by, "term", "count")), strict=True)
    return {row[:-1] if by else row[0]: row[-1] for row in rows}


def test_columns_and_dtypes(corpus):
    table = terms.frequency(corpus, by=["delegation", "year"], terms=["peace"])
    assert table.columns.tolist() == ["delegation", "year", *COLUMNS]
    kinds = table.dtypes.astype(str).to_dict()
    assert (kinds["term"], kinds["count"], kinds["rate"], kinds["top_delegation"], kinds["year"]) == (
        "str",
        "int64",
        "float64",
        "str",
        "Int64",
    )


def test_terms_keep_their_order_and_zeros(corpus):
    table = terms.frequency(corpus, terms=["nothing", "human rights", "peace|law", "peace", "nothing"])
    assert table["term"].tolist() == ["nothing", "human rights", "peace|law", "peace"]
    assert table["count"].tolist() == [0, 8, 7, 6]
    nothing = table.iloc[0]
    assert (nothing["rate"], nothing["statements"], nothing["delegations"]) == (0, 0, 0)
    assert nothing[["low", "high", "top_delegation", "top_share"]].isna().all()


def test_denominators_hold_function_words_and_leave_out_what_has_no_text(corpus):
    table = terms.frequency(corpus, terms="human rights")
    row = table.iloc[0]
    assert row["tokens"] == 10 + 9 + 7 + 4 + 8 + 8
    assert row["rate"] == pytest.approx(8 / row["tokens"] * 1000)
    assert (row["statements"], row["delegations"]) == (5, 3)
    assert (row["top_delegation"], row["top_share"]) == (
        "CHE",
        pytest.approx(3 / 8),
    )  # EU has as many: the first
    assert table.attrs["denominators"] == {"tokens": 46, "statements": 6, "without_text": 1}
    assert terms.frequency(corpus, terms="human rights", per=10)["rate"][0] == pytest.approx(80 / 46)


def test_a_joint_statement_is_nobodys_but_counts(corpus):
    table = terms.frequency(corpus.select(statement_id=["j1"]), terms="peace")
    assert (table["count"][0], table["statements"][0], table["delegations"][0]) == (1, 1, 0)
    assert table[["top_delegation", "top_share"]].isna().all(axis=None)


def test_a_missing_group_is_a_row_of_its_own(corpus):
    table = terms.frequency(corpus, by="delegation", terms="peace")
    assert table["delegation"].tolist()[:3] == ["CHE", "EU", "NOR"]
    assert table["delegation"].isna().tolist() == [False, False, False, True]
    assert table["count"].tolist() == [1, 1, 3, 1]


def test_a_statement_counts_for_each_signatory(corpus):
    found = counts(terms.frequency(corpus, by="actor", terms="peace"), "actor")
    assert found == {("CHE", "peace"): 2, ("EU", "peace"): 1, ("ISL", "peace"): 1, ("NOR", "peace"): 4}


def test_periods_and_lists(corpus):
    table = terms.frequency(corpus, by=["quarter", "delegation"], terms="human rights")
    assert len(table) == 6
    assert table["quarter"].tolist()[:2] == ["2020Q1", "2020Q1"]
    assert table["quarter"].isna().tolist()[-1]


@pytest.mark.parametrize(
    ("groups", "actors"),
    [("actor", {"CHE", "EU", "ISL", "NOR"}), ("drop", {"CHE", "ISL", "NOR"})],
)
def test_groups(corpus, groups, actors):
    assert set(terms.frequency(corpus, by="actor", terms="peace", groups=groups)["actor"]) == actors


def test_a_group_as_its_members_on_the_day(corpus):
    statements = corpus.statements
    dated = statements.assign(date=statements["date"].fillna(pd.Timestamp("2020-01-31")))
    table = terms.frequency(
        corpus.replace(statements=dated), by="actor", terms="human rights", groups="expand"
    )
    found = counts(table, "actor")
    assert len(table) == 28 + 3  # the last day of the United Kingdom
    assert found["GBR", "human rights"] == 3
    assert found["CHE", "human rights"] == 4
    by_delegation = terms.frequency(
        corpus.replace(statements=dated), by="delegation", terms="human rights", groups="expand"
    )
    assert len(by_delegation) == 28 + 3


def test_expanding_needs_days(corpus):
    with pytest.raises(ValueError, match="1 have none, the first is 'e1'"):
        terms.frequency(corpus, by="actor", terms="peace", groups="expand")


def test_the_top_terms_are_the_same_for_each_group(corpus):
    table = terms.frequency(corpus, by="delegation", top=3)
    assert (
        table["term"].tolist() == ["human", "rights", "peace"] * 4
        or table["term"].tolist()
        == [
            "rights",
            "human",
            "peace",
        ]
        * 4
    )
    assert table.attrs["left_out"] == {"function_words": ["en"]}


def test_function_words_are_left_out_of_what_is_shown_only(corpus):
    shown = set(terms.frequency(corpus, top=None)["term"])
    assert {"rights", "support", "mc.dec/3/04"} <= shown
    assert shown.isdisjoint({"and", "the", "we", "of", "are"})
    assert terms.frequency(corpus, terms=["and"])["count"].tolist() == [5]
    assert terms.frequency(corpus, terms=["and"]).attrs["left_out"] == {"function_words": []}


def test_terms_of_several_words(corpus):
    table = terms.frequency(corpus, ngram=2, top=2)
    assert table["term"].tolist() == ["human rights", "peace peace"] or table["term"][0] == "human rights"
    assert counts(terms.frequency(corpus, ngram=3, top=None))["rule of law"] == 1
    assert "law and" not in set(terms.frequency(corpus, ngram=2, top=None)["term"])


def test_least_count_and_order(corpus):
    table = terms.frequency(corpus, min_count=2)
    assert table["count"].tolist() == sorted(table["count"], reverse=True)
    assert table["count"].min() == 2
    same = table[table["count"] == 2]["term"].tolist()
    assert same == sorted(same)


@pytest.mark.parametrize(("form", "count"), [("lower", 2), ("surface", 1), ("stem", 3)])
def test_forms(form, count):
    frame = pd.DataFrame({"statement_id": ["a"], "text": ["Treaty treaty. Treaties"], "language": "en"})
    assert terms.frequency(Corpus(frame), terms="treaty", form=form)["count"].tolist() == [count]


def test_weights_by_hand(corpus):
    """Peace: CHE 0/10 and 1/9, NOR 3/7 and 0/4, EU 1/8, joint 1/8."""
    rate = {
        weight: terms.frequency(corpus, terms="peace", weight=weight, per=1)["rate"][0]
        for weight in ("tokens", "statements", "delegations")
    }
    assert rate["tokens"] == pytest.approx(6 / 46)
    assert rate["statements"] == pytest.approx(np.mean([0, 1 / 9, 3 / 7, 0, 1 / 8, 1 / 8]))
    assert rate["delegations"] == pytest.approx(np.mean([1 / 19, 3 / 11, 1 / 8, 1 / 8]))


@pytest.mark.parametrize("weight", ["tokens", "statements", "delegations"])
def test_clusters_do_not_move_the_rate(corpus, weight):
    by_cluster = [
        terms.frequency(corpus, by="year", terms=["peace", "human rights"], weight=weight, cluster=cluster)[
            "rate"
        ]
        for cluster in ("statement", "delegation")
    ]
    assert by_cluster[0].tolist() == pytest.approx(by_cluster[1].tolist(), nan_ok=True)


def many(speeches):
    frame = pd.DataFrame(speeches, columns=["delegation", "text"])
    return Corpus(frame.assign(statement_id=[f"s{number}" for number in range(len(frame))], language="en"))


def test_intervals_need_five_statements(corpus):
    table = terms.frequency(corpus, terms=["human rights", "peace", "law"]).set_index("term")
    assert table.loc["human rights", ["low", "high"]].notna().all()
    assert (table.loc["human rights", "low"], table.loc["human rights", "high"]) != (0, 0)
    assert table.loc["law", ["low", "high"]].isna().all()
    assert terms.frequency(corpus, terms="peace", interval=None)[["low", "high"]].isna().all(axis=None)


def test_delegations_that_speak_alike_widen_the_interval():
    """Ten delegations, each of one mind in its four speeches: resampling speeches alone is too sure."""
    texts = ["peace now here too"] * 5 + ["war now here too"] * 5
    corpus = many([(f"D{number}", text) for number, text in enumerate(texts) for _ in range(4)])
    widths = {}
    for cluster in ("statement", "delegation"):
        row = terms.frequency(corpus, terms="peace", cluster=cluster).iloc[0]
        assert row["low"] < row["rate"] < row["high"]
        widths[cluster] = row["high"] - row["low"]
    assert widths["delegation"] > 1.5 * widths["statement"]


def test_the_same_seed_gives_the_same(corpus):
    first, again, other = (terms.frequency(corpus, terms="human rights", seed=seed) for seed in (3, 3, 4))
    pd.testing.assert_frame_equal(first, again)
    assert not first[["low", "high"]].equals(other[["low", "high"]])


def test_blocks_of_terms_change_nothing(corpus, monkeypatch):
    whole = terms.frequency(corpus, by="delegation", top=None)
    monkeypatch.setattr("osce_analysis.terms.rate_tables._BLOCK", 3)
    pd.testing.assert_frame_equal(terms.frequency(corpus, by="delegation", top=None), whole)


def test_the_latest_version_counts():
    frame = pd.DataFrame(
        {
            "statement_id": ["PC.DEL/1/20", "PC.DEL/1/20/Rev.1"],
            "symbol": "PC.DEL/1/20",
            "revision": [None, "Rev.1"],
            "text": ["peace peace", "peace"],
        }
    )
    assert terms.frequency(Corpus(frame), terms="peace")["count"].tolist() == [1]


def test_a_selection_counts_its_own(corpus):
    part = corpus.select(delegation="NOR")
    assert terms.frequency(part, terms="peace")[["count", "tokens"]].to_numpy().tolist() == [[3, 11]]
    assert set(terms.frequency(part, top=None)["term"]).isdisjoint({"universal", "law"})


def test_attrs_are_json_and_tell_the_call(corpus):
    table = terms.frequency(corpus, by="year", terms=("peace",))
    attrs = json.loads(json.dumps(table.attrs))
    assert attrs["call"] == "terms.frequency"
    assert attrs["options"]["terms"] == ["peace"]
    assert attrs["options"]["cluster"] == attrs["cluster"] == "statement"
    assert (attrs["interval"], attrs["corpus"]["name"]) == ("bootstrap", "small")


@pytest.mark.parametrize("by", [None, "delegation", ["actor", "year"]])
@pytest.mark.parametrize("given", [None, ["peace"]])
def test_an_empty_corpus(corpus, by, given):
    table = terms.frequency(corpus.select(year=1900), by=by, terms=given)
    full = terms.frequency(corpus, by=by, terms=given)
    assert table.columns.tolist() == full.columns.tolist()
    assert table.dtypes.tolist() == full.dtypes.tolist()
    assert len(table) == (1 if given and by is None else 0)
    if len(table):
        assert (table["count"][0], table["tokens"][0]) == (0, 0)
        assert np.isnan(table["rate"][0])


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"by": "delegatoin"}, "no column 'delegatoin'. Did you mean 'delegation'?"),
        ({"terms": "human |"}, "Nothing stands after | at position 7"),
        ({"weight": "token"}, "There is no weight='token': use one of 'tokens', 'statements', 'delegations'"),
        ({"interval": "wilson"}, "There is no interval='wilson': use one of 'bootstrap', None"),
        ({"cluster": "year"}, "There is no cluster='year'"),
        ({"groups": "members"}, "There is no groups='members': use one of 'actor', 'expand', 'drop'"),
        ({"form": "lemma"}, "There is no form='lemma'"),
        ({"ngram": 6}, "ngram is 6. Take a whole number from 1 to 5"),
        ({"top": 0}, "top=0 is not a whole number of at least 1"),
        ({"per": 0}, "per=0 is not a number of tokens above 0"),
        ({"seed": -1}, "seed=-1 is not a whole number of at least 0"),
        ({"by": ["year", "tokens"]}, "by='tokens' would stand twice in the result"),
        ({"terms": [5]}, "A search is text, as in 'terrorism'; this is 5"),
        ({"min_count": 0.5}, "min_count=0.5 is not a whole number"),
    ],
)
def test_what_cannot_be_asked(corpus, options, sentence):
    with pytest.raises(ValueError, match=re.escape(sentence)):
        terms.frequency(corpus, **options)


def test_statements_without_texts():
    corpus = Corpus(pd.DataFrame({"statement_id": ["a", "b"]}))
    with pytest.raises(ValueError, match="None of these 2 statements has a text"):
        terms.frequency(corpus)


def test_stems_take_one_language(corpus):
    statements = corpus.statements
    mixed = corpus.replace(statements=statements.assign(language=["en"] * 6 + ["ru"]))
    with pytest.raises(ValueError, match=r"in en, ru: take corpus.select\(language='en'\)"):
        terms.frequency(mixed, terms="peace", form="stem")


def two_paragraphs():
    """Three sentences in two paragraphs, of which the last has no row in the table of paragraphs."""
    texts = ["Peace and peace. No peace.\n\nWar. Peace at last.", "Peace."]
    frame = pd.DataFrame({"statement_id": ["a", "b"], "delegation": ["CHE", "NOR"], "text": texts})
    rows = [("a", 1, 0, 26), ("a", 2, 28, 47)]
    return Corpus(frame, paragraphs=pd.DataFrame(rows, columns=["statement_id", "paragraph", "start", "end"]))


@pytest.mark.parametrize(
    ("unit", "by", "counts"),
    [
        ("sentence", None, [4, 1, 0]),
        ("paragraph", None, [2, 1, 0]),  # b has none
        ("sentence", "delegation", [3, 1, 0, 1, 0, 0]),
        ("paragraph", "delegation", [2, 1, 0, 0, 0, 0]),
    ],
)
def test_how_many_sentences_or_paragraphs_hold_a_term(unit, by, counts):
    found = terms.frequency(two_paragraphs(), by=by, terms=["peace", "war", "no war"], unit=unit)
    assert found[f"{unit}s"].tolist() == counts
    assert found.columns.get_loc(f"{unit}s") == found.columns.get_loc("statements") + 1
    assert found.attrs["options"]["unit"] == unit


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"unit": "line", "terms": "peace"}, "There is no unit='line'"),
        ({"unit": "sentence"}, "unit='sentence' needs terms: name the searches whose sentences"),
    ],
)
def test_units_that_cannot_be_counted(options, sentence):
    with pytest.raises(ValueError, match=sentence):
        terms.frequency(two_paragraphs(), **options)


def test_the_number_sign_is_not_shown_and_the_negation_is():
    frame = pd.DataFrame({"statement_id": ["a"], "text": ["Decision No. 3/04 and No. 5/04 leave no doubt."]})
    found = terms.frequency(Corpus(frame), terms=None)
    assert {"no", "3/04"} <= set(found["term"])
    assert "no." not in set(found["term"])
    assert terms.frequency(Corpus(frame), terms=["No.", "no"])["count"].tolist() == [2, 1]


def test_a_remark_where_the_sides_were_translated_unlike():
    frame = pd.DataFrame({
        "statement_id": list("abcd"),
        "delegation": ["RUS", "RUS", "CAN", "CHE"],
        "language": "en",
        "original_language": ["ru", "ru", "en", "fr"],
        "text": "We agree.",
    })  # fmt: skip
    made = terms.frequency(Corpus(frame), by="delegation", terms="agree").attrs
    assert made["original_language"]["RUS"] == {"ru": 1.0}
    assert "You may be comparing translators: fr is the original language" in made["remark"]
    assert "remark" not in terms.frequency(Corpus(frame), terms="agree").attrs
    mixed = Corpus(frame.assign(language=["en", "ru", "en", "en"]))
    assert (
        terms.frequency(mixed, terms="agree").attrs["remark"] == "Statements in en, ru are counted together."
    )
