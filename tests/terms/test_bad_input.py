"""What nobody means to give: each is one sentence, or an empty or plain result."""

import re

import pandas as pd
import pytest

from osce_analysis import terms
from osce_analysis.corpus import Corpus


def corpus_of(*texts, **columns):
    ids = [f"s{n}" for n in range(len(texts))]
    frame = pd.DataFrame({"statement_id": ids, "delegation": "CHE", "year": 2020, "text": list(texts)})
    return Corpus(frame.astype({"text": "str"}).assign(**columns))


ANALYSES = {
    "frequency": terms.frequency,
    "trend": lambda corpus, **more: terms.trend(corpus, "peace", **more),
    "dispersion": lambda corpus, **more: terms.dispersion(corpus, "peace", **more),
    "collocations": lambda corpus, **more: terms.collocations(corpus, "peace", **more),
    "concordance": lambda corpus, **more: terms.concordance(corpus, "peace", **more),
    "dictionary": lambda corpus, **more: terms.dictionary(corpus, {"good": ["peace"]}, **more),
    "boilerplate": terms.boilerplate,
}
EACH = pytest.mark.parametrize("analysis", list(ANALYSES.values()), ids=list(ANALYSES))


@EACH
def test_an_empty_corpus_gives_an_empty_table(analysis):
    empty, full = analysis(corpus_of()), analysis(corpus_of("Peace and order.", "Peace and war."))
    assert empty.columns.tolist() == full.columns.tolist()
    assert empty.get("count", pd.Series(dtype=int)).sum() == 0


@EACH
def test_a_corpus_without_texts(analysis):
    with pytest.raises(ValueError, match="None of these 2 statements has a text, so no words can be counted"):
        analysis(Corpus(pd.DataFrame({"statement_id": ["a", "b"], "year": 2020})))


@EACH
def test_one_token_repeated(analysis):
    found = analysis(corpus_of(" ".join(["peace"] * 5000)))
    if "count" in found and len(found):
        assert found["count"].max() == 5000


@EACH
@pytest.mark.parametrize("letter", ["a", "-a", "a.", "A/1", "é", "'", "(", "¶"])
def test_a_token_of_100_000_characters(analysis, letter):
    found = analysis(corpus_of(f"Peace {letter * 100_000} peace."))
    if "term" in found and "peace" in set(found["term"]):
        assert found.set_index("term")["count"]["peace"] == 2


SEARCHED = [name for name in ANALYSES if name not in ("frequency", "boilerplate", "dictionary")]


@pytest.mark.parametrize("name", SEARCHED)
@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ('peace "human rights', "The quotation mark at position 7"),
        ("", "holds no word"),
        ("peace |", "position"),
    ],
)
def test_a_search_that_cannot_be_read_names_the_place(name, query, sentence):
    with pytest.raises(ValueError, match=sentence):
        getattr(terms, name)(corpus_of("Peace."), query)
    with pytest.raises(ValueError, match=sentence):
        terms.frequency(corpus_of("Peace."), terms=[query])


@pytest.mark.parametrize("name", ["frequency", "dictionary"])
def test_by_what_is_no_column(name):
    with pytest.raises(ValueError, match=re.escape("no column 'delegaton'. Did you mean 'delegation'?")):
        ANALYSES[name](corpus_of("Peace."), by="delegaton")


def test_sides_that_are_empty_or_overlap():
    corpus = corpus_of("Peace.", "War.", "Order.")
    first, rest = corpus.select(statement_id="s0"), corpus.select(statement_id=["s1", "s2"])
    none = corpus.select(year=1900)
    for sides, sentence in (
        ((none, rest), "The target holds no statement with a text: select another."),
        ((first, none), "The reference holds no statement with a text: select another."),
        ((corpus, rest), "2 statements are on both sides, the first is 's1'"),
    ):
        with pytest.raises(ValueError, match=re.escape(sentence)):
            terms.keyness(*sides)
