"""contexts: the passage around a citation in its own part, and what is joined to it."""

import pandas as pd
import pytest

from osce_analysis.citations import contexts, find
from osce_analysis.citations.passages import COLUMNS
from osce_analysis.corpus import Corpus, load_sample


def test_each_part_is_read_in_its_own_text(corpus):
    table = contexts(corpus, "HFA-1975", columns=["part"])
    assert table["part"].tolist() == ["text", "closing", "text", "text"]
    assert (table["match"] == "Helsinki Final Act").all()
    assert table["left"].iloc[1] == "I ask that this be attached to the journal, as the"
    assert table["right"].iloc[1] == "allows."
    front = contexts(corpus, "PC.DEC/1202", columns=["part"]).iloc[0]
    assert (front["left"], front["part"]) == ("SPECIMEN STATEMENT ON", "front")


def test_a_passage_stays_within_its_paragraph(corpus):
    table = contexts(corpus, "UN-CHARTER", context=100)
    assert table["left"].iloc[0] == "The breach of the"
    assert (
        table["right"].iloc[1]
        == ", is plain. We do not reaffirm Ministerial Council Decision No. 3/04 lightly."
    )
    assert table["paragraph"].tolist() == [2, 2]


@pytest.mark.parametrize(("words", "left", "right"), [(0, "", ""), (2, "recall the", "and its")])
def test_context_counts_words(corpus, words, left, right):
    line = contexts(corpus, "HFA-1975", context=words).iloc[0]
    assert (line["left"], line["right"]) == (left, right)


def test_offsets_return_the_words(corpus):
    statements = corpus.statements.set_index("statement_id")
    for line in contexts(corpus, "UN-CHARTER", columns=["part"]).itertuples():
        assert statements.loc[line.statement_id, line.part][line.start : line.end] == line.match


def test_columns_asked_for_are_joined(corpus):
    table = contexts(corpus, "HFA-1975", columns=("delegation", "date", "pinpoint", "year"))
    assert table.columns.tolist() == [*COLUMNS, "delegation", "date", "pinpoint", "year"]
    assert table["delegation"].tolist() == ["RUS", "RUS", "EU", "RUS"]
    assert table["date"].iloc[0] == pd.Timestamp("2020-01-02")


def test_stances_are_told_once_each_and_negation_with_them(corpus):
    table = contexts(corpus, "UN-CHARTER", columns=["stance"])
    assert table["stance"].iloc[0] == "accuse, not affirm"
    assert pd.isna(table["stance"].iloc[1])


def test_a_known_instrument_that_nobody_cites_gives_an_empty_table(corpus):
    table = contexts(corpus, "PARIS-1990")
    assert table.empty
    assert table.columns.tolist() == list(COLUMNS)


def test_a_corpus_without_texts_gives_an_empty_table_and_says_how_many():
    citations = pd.DataFrame({"statement_id": ["a"], "instrument": ["X-1"]})
    table = contexts(Corpus(pd.DataFrame({"statement_id": ["a"]}), citations=citations), "X-1")
    assert table.empty
    assert table.attrs["denominators"] == {"citations": 1, "without_text": 1}
    assert {name: str(dtype) for name, dtype in table.dtypes.items() if name in COLUMNS} == COLUMNS


@pytest.mark.parametrize(
    ("instrument", "sentence"),
    [
        (
            "HFA-1957",
            "No statement here cites 'HFA-1957', and the catalogue does not know it. Did you mean HFA-1975?",
        ),
        ("nothing at all", "No statement here cites 'nothing at all', and the catalogue does not know it."),
    ],
)
def test_an_unknown_instrument_is_a_lookup_error_with_the_nearest(corpus, instrument, sentence):
    with pytest.raises(LookupError) as error:
        contexts(corpus, instrument)
    assert str(error.value) == sentence


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"columns": ("delegaton",)}, r"no column 'delegaton'. Did you mean 'delegation'\?"),
        ({"context": -1}, "context=-1 is not a whole number of at least 0."),
    ],
)
def test_bad_options_are_one_sentence(corpus, options, sentence):
    with pytest.raises(ValueError, match=sentence):
        contexts(corpus, "HFA-1975", **options)


def test_every_citation_of_the_specimens_has_its_passage():
    corpus = load_sample("specimens")
    cited = corpus.counted().citations.dropna(subset=["instrument"])
    assert len(cited) > 20
    for instrument, rows in cited.groupby("instrument"):
        table = contexts(corpus, instrument, columns=("surface",))
        assert len(table) == len(rows)
        assert (table["match"] == table["surface"]).all()


def test_a_citation_broken_over_lines_is_shown_on_one():
    text = "We recall the Helsinki\nFinal Act."
    corpus = Corpus(
        pd.DataFrame({"statement_id": ["a"], "text": [text]}), citations=find(text).assign(statement_id="a")
    )
    line = contexts(corpus, "HFA-1975").iloc[0]
    assert line["match"] == "Helsinki Final Act"
    assert text[line["start"] : line["end"]] == "Helsinki\nFinal Act"
