"""Keyness: published values, inference over statements, what is kept by default, and what is refused."""

import numpy as np
import pandas as pd
import pytest

from osce_analysis import terms
from osce_analysis.corpus import Corpus


def corpus_of(rows, name=None, **columns):
    frame = pd.DataFrame(rows, columns=["statement_id", "delegation", "text"]).assign(**columns)
    return Corpus(frame, name=name)


def side(prefix, texts, delegations=("CHE", "NOR", "ISL", "CAN"), **columns):
    rows = [(f"{prefix}{n}", delegations[n % len(delegations)], text) for n, text in enumerate(texts)]
    return corpus_of(rows, prefix, **columns)


def row(table, term):
    return table.set_index("term").loc[term]


def test_the_fox_and_the_donkey_of_the_method_paper():
    a = side("fox", ["the quick brown fox jumps over the lazy pig"])
    b = side("donkey", ["the lazy purple pig jumps over the lazier donkey"])
    found = terms.keyness(a, b, measures="log_odds", min_count=1, keep="all", prior=10, permutations=0)
    assert row(found, "brown").log_odds == pytest.approx(0.694425, abs=1e-6)
    assert row(found, "the").log_odds == pytest.approx(0, abs=1e-9)


def filler(words, other="word"):
    return " ".join([other] * words)


def test_values_of_the_table_of_measures():
    """10 against 0 in 10,000 tokens each, and 100 against 50 in 50,000."""
    a = side("a", [f"rare {filler(999)}"] * 10)
    b = side("b", [filler(1000)] * 10)
    found = terms.keyness(
        a, b, terms="rare", measures=["log_ratio", "percent_difference", "g2"], permutations=0
    )
    assert row(found, "rare").log_ratio == pytest.approx(4.3219, abs=5e-5)
    assert np.isinf(row(found, "rare").percent_difference)
    a = side("a", ["often often " + filler(998)] * 50)
    b = side("b", ["often " + filler(999)] * 50)
    found = terms.keyness(a, b, terms="often", measures=["log_ratio", "percent_difference"], permutations=0)
    assert row(found, "often").log_ratio == pytest.approx(1)
    assert row(found, "often").percent_difference == pytest.approx(100)


def test_one_repetitive_speech_is_significant_by_tokens_and_not_by_statements():
    """The worked example: 24 + 1 hits in two speeches of one side, 2 + 1 in two of the other."""
    a = side("a", [f"{filler(n, 'word')} {filler(800 - n, 'other')}" for n in [24, 1] + [0] * 18])
    b = side("b", [f"{filler(n, 'word')} {filler(800 - n, 'other')}" for n in [2, 1] + [0] * 18])
    found = row(terms.keyness(a, b, terms="word", permutations=9999), "word")
    assert found.g2 == pytest.approx(19.7634, abs=5e-5)
    assert found.p == pytest.approx(0.8753, abs=4 * np.sqrt(0.8753 * 0.1247 / 9999))
    assert (found.top_delegation_target, found.top_share_target) == ("CHE", pytest.approx(24 / 25))


def test_by_default_only_terms_that_several_carry_and_that_pass():
    common = "we thank the chair for this report"
    a = side("a", [f"sovereignty {common}"] * 12 + [f"{common} bananas bananas bananas bananas bananas"])
    b = side("b", [f"{common} freedom"] * 13)
    found = terms.keyness(a, b)
    assert found["term"].tolist() == ["sovereignty", "freedom"]
    assert (found["p_adjusted"] < 0.05).all()
    everything = terms.keyness(a, b, keep="all")
    assert {"bananas", "the", "thank"} <= set(everything["term"])
    assert everything["log_ratio"].is_monotonic_decreasing


def test_words_that_both_sides_use_alike():
    common = "we thank the chair for this report"
    a, b = side("a", [f"sovereignty {common}"] * 12), side("b", [f"{common} freedom"] * 12)
    assert set(terms.keyness(a, b, keep="shared", permutations=0)["term"]) == {"thank", "chair", "report"}


def test_a_side_of_one_delegation_keeps_its_words():
    a = side("a", ["sovereignty and order"] * 12, delegations=("RUS",))
    b = side("b", ["freedom and order"] * 12)
    assert terms.keyness(a, b)["term"].tolist() == ["sovereignty", "freedom"]


def test_within_the_agenda_item_the_agenda_is_not_found():
    """Side a speaks mostly on water and side b mostly on fire, and on each item both use its word alike."""
    items = ["water"] * 12 + ["fire"] * 4
    a = side("a", [f"{item} matters" for item in items], agenda_item=items)
    items = ["water"] * 4 + ["fire"] * 12
    b = side("b", [f"{item} matters" for item in items], agenda_item=items)
    free = terms.keyness(a, b, terms=["water"])
    within = terms.keyness(a, b, terms=["water"], within="agenda_item")
    assert free["p"][0] < 0.05
    assert within["p"][0] == 1


@pytest.mark.parametrize(
    ("weight", "ratio"),
    [
        ("tokens", np.log2((5 / 8) / (3 / 10))),
        ("statements", np.log2((5 / 12) / ((1 / 4 + 1 / 3) / 2))),
    ],
)
def test_each_statement_alike_or_tokens_pooled(weight, ratio):
    a = side("a", ["peace peace peace peace peace war", "war war"])
    b = side("b", ["peace war war war", "peace war war war peace war"])
    found = terms.keyness(a, b, terms="peace", weight=weight, permutations=0)
    assert found["log_ratio"][0] == pytest.approx(ratio)


def test_a_term_that_one_side_lacks_has_half_a_hit_under_every_weight():
    a = side("a", ["peace and order"] * 4)
    b = side("b", ["war and order"] * 4)
    for weight in ("tokens", "statements", "delegations"):
        found = terms.keyness(a, b, terms="peace", weight=weight, permutations=0)
        assert found["log_ratio"][0] == pytest.approx(np.log2((1 / 3) / (0.5 / 12)))


def test_delegations_as_clusters_change_sides_whole():
    """Eight statements of one delegation are one piece of evidence."""
    a = side("a", ["peace now"] * 8, delegations=("CHE",))
    b = side("b", ["war now"] * 8, delegations=("NOR",))
    assert terms.keyness(a, b, terms="peace")["p"][0] < 0.05
    assert terms.keyness(a, b, terms="peace", cluster="delegation")["p"][0] == 1


def test_two_selections_that_mix_give_what_the_same_loaded_apart_give():
    """Every other statement is on the other side, so that the order in the corpus is not that of the sides."""
    rows = [
        (f"s{n}", "CHE", f"{'peace' if n % 2 else 'war'} and {'law' if n % 3 else 'order'}")
        for n in range(24)
    ]
    whole = corpus_of(rows)
    sides = [whole.select(statement_id=[row[0] for row in rows[first::2]]) for first in (0, 1)]
    apart = [corpus_of(rows[first::2]) for first in (0, 1)]
    found = [terms.keyness(*pair, keep="all") for pair in (sides, apart)]
    pd.testing.assert_frame_equal(*found)


def test_two_corpora_loaded_apart_give_what_two_selections_give():
    rows = [
        (f"s{n}", "CHE", text)
        for n, text in enumerate(["peace and war", "peace", "war on war", "no war"] * 3)
    ]
    whole = corpus_of(rows)
    ids = [row[0] for row in rows]
    selected = terms.keyness(
        whole.select(statement_id=ids[:6]), whole.select(statement_id=ids[6:]), keep="all", min_count=1
    )
    apart = terms.keyness(corpus_of(rows[:6]), corpus_of(rows[6:]), keep="all", min_count=1)
    pd.testing.assert_frame_equal(selected, apart)


def test_the_same_id_with_another_text_is_another_statement():
    a, b = corpus_of([("speech-1", "CHE", "peace")]), corpus_of([("speech-1", "NOR", "war")])
    found = terms.keyness(a, b, keep="all", min_count=1, permutations=0)
    assert found[["count_target", "count_reference"]].sum().tolist() == [1, 1]


def test_the_result_says_what_it_stands_on():
    a, b = side("EU", ["peace and order"] * 4), side("Russian Federation", ["war and order"] * 4)
    made = terms.keyness(a, b, keep="all").attrs
    assert made["sides"] == ["EU", "Russian Federation"]
    assert made["of_sides"]["EU"] == {"statements": 4, "tokens": 12.0, "delegations": 4}
    assert made["denominators"]["terms_compared"] == 2  # "peace" and "war" are met four times, under five


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"measures": "loglik"}, "There is no measures='loglik'"),
        ({"measures": []}, "measures= names none"),
        ({"keep": "some"}, "There is no keep='some'"),
        ({"within": "agenda"}, "The statements have no column 'agenda'"),
        ({"within": "statement_id"}, "no value is shared by statements of both sides"),
        ({"permutations": -1}, "permutations=-1 is not a whole number"),
        ({"prior": 0}, "prior=0 is not a number above 0"),
        ({"terms": '"open'}, "quot"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(options, sentence):
    a, b = side("a", ["peace and order"] * 4), side("b", ["war and order"] * 4)
    with pytest.raises(ValueError, match=sentence):
        terms.keyness(a, b, **options)


def test_sides_that_overlap_or_are_empty_are_refused():
    whole = side("a", ["peace", "war", "order"])
    with pytest.raises(ValueError, match=r"1 statements are on both sides, the first is 'a1'"):
        terms.keyness(whole.select(statement_id=["a0", "a1"]), whole.select(statement_id=["a1", "a2"]))
    with pytest.raises(ValueError, match="The reference holds no statement with a text"):
        terms.keyness(whole, side("b", []))
    with pytest.raises(ValueError, match="None of these 1 statements has a text"):
        terms.keyness(corpus_of([("a", "CHE", None)]), side("b", []))
