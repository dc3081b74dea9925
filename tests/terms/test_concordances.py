import json
import re

import pandas as pd
import pytest

from osce_analysis import terms
from osce_analysis.corpus import Corpus

COLUMNS = ["statement_id", "left", "match", "right", "paragraph", "start", "end"]


def lines(table):
    return [tuple(row) for row in table[["left", "match", "right"]].itertuples(index=False)]


def test_each_match_is_a_line_in_the_order_of_the_texts(corpus):
    table = terms.concordance(corpus, "human rights", sort=None)
    assert table.columns.tolist() == COLUMNS
    assert table["statement_id"].tolist() == ["a1", "a1", "a2", "b2", "j1", "e1", "e1", "e1"]
    assert table["match"].tolist() == [
        "Human rights",
        *["human rights"] * 4,
        "Human rights",
        *["human rights"] * 2,
    ]


def test_offsets_return_the_words(corpus):
    texts = corpus.statements.set_index("statement_id")["text"]
    for query in ("human rights", "peace", "MC.DEC/3/04", "r*|p*"):
        for row in terms.concordance(corpus, query).itertuples():
            assert " ".join(texts[row.statement_id][row.start : row.end].split()) == row.match


def test_white_space_is_folded_for_display_only(corpus):
    row = terms.concordance(corpus.select(statement_id="j1"), "human rights").iloc[0]
    assert (row["match"], row["end"] - row["start"]) == ("human rights", len("human\nrights"))
    row = terms.concordance(corpus.select(statement_id="a2"), "human rights").iloc[0]
    assert row["left"] == "The rule of law and"
    assert row["right"] == "(and peace)."


@pytest.mark.parametrize(
    ("context", "bounds", "left", "right"),
    [
        (0, None, "", "."),
        (1, None, "and", ". Peace."),
        (2, None, "rights and", ". Peace."),
        (8, "sentence", "Human rights, human rights and", "."),
        (8, "paragraph", "Human rights, human rights and", "."),
        (8, None, "Human rights, human rights and", ". Peace."),
    ],
)
def test_bounds(corpus, context, bounds, left, right):
    table = terms.concordance(
        corpus.select(statement_id="e1"), "human rights", context=context, bounds=bounds, sort=None
    )
    assert lines(table)[-1] == (left, "human rights", right)


def test_a_sentence_bounds_both_sides(corpus):
    table = terms.concordance(corpus.select(statement_id="a1"), "rights", bounds="sentence", sort=None)
    assert lines(table) == [
        ("Human", "rights", "matter."),
        ("", "Rights", "are universal; human rights are indivisible."),
        ("Rights are universal; human", "rights", "are indivisible."),
    ]


def test_paragraphs_are_numbered(corpus):
    table = terms.concordance(corpus, "peace", sort=None)
    assert str(table["paragraph"].dtype) == "Int64"
    assert table.set_index("statement_id")["paragraph"].to_dict()["e1"] == 2
    assert table.loc[table["statement_id"] == "a2", "paragraph"].isna().all()  # it has no row in paragraphs


def abc(*texts):
    frame = pd.DataFrame({"statement_id": [f"s{n}" for n in range(len(texts))], "text": texts})
    return Corpus(
        frame.assign(date=pd.to_datetime(["2020-03-01", None, "2020-01-01", "2020-02-01"][: len(texts)]))
    )


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        (
            "right",
            ["c x", "b x a", "a x B c", "a x b d"],
        ),  # case is no matter
        ("left", ["a x b d", "a x B c", "b x a", "c x"]),
        ("date", ["c x", "b x a", "a x b d", "a x B c"]),  # no day: last
        (None, ["a x b d", "a x B c", "c x", "b x a"]),
        ("right 1", ["c x", "b x a", "a x b d", "a x B c"]),  # b is b: the order of the texts
        ("right 2", ["c x", "b x a", "a x B c", "a x b d"]),
        ("right 3", ["a x b d", "a x B c", "c x", "b x a"]),
        ("left 1", ["a x b d", "a x B c", "b x a", "c x"]),
        ("statement_id", ["a x b d", "a x B c", "c x", "b x a"]),
    ],
)
def test_order(sort, order):
    table = terms.concordance(abc("a x b d", "a x B c", "c x", "b x a"), "x", sort=sort)
    assert [" ".join(filter(None, line)) for line in lines(table)] == order


def test_the_nearest_word_to_the_left_sorts_first():
    table = terms.concordance(abc("a z x", "b y x", "c y x"), "x", sort="left")
    assert table["left"].tolist() == ["b y", "c y", "a z"]


def test_columns_of_the_statements(corpus):
    table = terms.concordance(corpus, "peace", columns=["delegation", "year", "statement_id"])
    assert table.columns.tolist() == [*COLUMNS, "delegation", "year"]
    assert table.set_index("statement_id")["delegation"].to_dict()["b1"] == "NOR"
    assert terms.concordance(corpus, "peace", columns="date").columns.tolist() == [*COLUMNS, "date"]


def test_a_sample_is_drawn_with_its_seed(corpus):
    whole = terms.concordance(corpus, "human rights", sort=None)
    some = terms.concordance(corpus, "human rights", sample=3, sort=None, seed=1)
    assert len(some) == 3
    assert some.attrs["found"] == 8
    assert some.merge(whole, how="inner").shape == some.shape
    pd.testing.assert_frame_equal(
        some, terms.concordance(corpus, "human rights", sample=3, sort=None, seed=1)
    )
    draws = {
        tuple(terms.concordance(corpus, "human rights", sample=3, sort=None, seed=seed)["start"])
        for seed in range(5)
    }
    assert len(draws) > 1
    assert len(terms.concordance(corpus, "human rights", sample=100)) == 8


@pytest.mark.parametrize("columns", [(), ("delegation", "date")])
def test_nothing_found(corpus, columns):
    table = terms.concordance(corpus, "nothing", columns=columns)
    full = terms.concordance(corpus, "peace", columns=columns)
    assert len(table) == 0
    assert table.columns.tolist() == full.columns.tolist()
    assert table.dtypes.tolist() == full.dtypes.tolist()
    empty = terms.concordance(corpus.select(year=1900), "peace", columns=columns)
    assert empty.dtypes.tolist() == full.dtypes.tolist()


def test_a_selection_finds_its_own(corpus):
    chosen = corpus.select(delegation="NOR")
    assert set(terms.concordance(chosen, "peace|rights")["statement_id"]) == {"b1", "b2"}


def test_a_corpus_whose_rows_were_reordered(corpus):
    turned = corpus.replace(statements=corpus.statements.iloc[::-1])
    table = terms.concordance(turned, "peace", sort=None)
    assert table["statement_id"].tolist() == ["e1", "j1", "b1", "b1", "b1", "a2"]


def test_forms(corpus):
    assert terms.concordance(corpus, "Rights", form="surface")["statement_id"].tolist() == ["a1"]
    assert len(terms.concordance(corpus, "right", form="stem")) == len(terms.concordance(corpus, "rights"))


def test_attrs_are_json(corpus):
    attrs = json.loads(json.dumps(terms.concordance(corpus, "peace", columns="date").attrs))
    assert attrs["call"] == "terms.concordance"
    assert (attrs["options"]["query"], attrs["options"]["columns"], attrs["found"]) == ("peace", ["date"], 6)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"query": '"human'}, "The quotation mark at position 1"),
        ({"columns": ["delegaton"]}, "no column 'delegaton'. Did you mean 'delegation'?"),
        ({"bounds": "line"}, "There is no bounds='line': use one of None, 'sentence', 'paragraph'"),
        ({"sort": "random"}, "There is no sort='random': use one of 'right', 'left', 'right 1'"),
        ({"sort": "delegaton"}, "or a column of statements. Did you mean 'delegation'?"),
        ({"sort": "right 4"}, "There is no sort='right 4'"),
        ({"sort": ["date"]}, "There is no sort=['date']"),
        ({"context": -1}, "context=-1 is not a whole number of at least 0"),
        ({"seed": -1}, "seed=-1 is not a whole number of at least 0"),
        ({"query": None}, "A search is text, as in 'terrorism'; this is None"),
        ({"sample": 0}, "sample=0 is not a whole number of at least 1"),
    ],
)
def test_what_cannot_be_asked(corpus, options, sentence):
    with pytest.raises(ValueError, match=re.escape(sentence)):
        terms.concordance(corpus, **{"query": "peace", **options})


def test_statements_without_texts():
    with pytest.raises(ValueError, match="has a text"):
        terms.concordance(Corpus(pd.DataFrame({"statement_id": ["a"]})), "peace")
