"""The paragraph on methods: one for every analysis, and another for every option that changes what a result means."""

import inspect
import re
import warnings

import networkx as nx
import pandas as pd
import pytest

import osce_analysis as osce
from osce_analysis import charts
from osce_analysis.publishing.paragraphs import Clause, _clauses, caption, keys_of, paragraph
from osce_analysis.publishing.records import attrs_of
from osce_analysis.publishing.references import entries

T, S, C = osce.terms, osce.cosignatories, osce.citations
SIGNING = {"groups": "drop", "source": "both", "roles": ["aligned"], "occasions": "all", "occasions_of": "EU"}
COUNTING = {
    "form": "stem", "per": 100, "weight": "statements", "interval": None, "cluster": "delegation", "groups": "expand",
    "seed": 7,
}  # fmt: skip

# Each analysis with options that matter together, and another value for each option that changes what it means.
# An option that is not here changes no number and no meaning.
CASES = {
    "terms.frequency": (
        lambda c: T.frequency(c, by="delegation"),
        {"by": ["actor"], "terms": ["peace"], "ngram": 2, "top": 5, "min_count": 3, **COUNTING},
        {"unit"},  # counts with `terms` alone
    ),
    "terms.trend": (
        lambda c: T.trend(c, ["security"], side="delegation"),
        {
            "terms": ["peace"],
            "by": "month",
            "side": "body",
            "periods": ["2015-01-01"],
            "balanced": True,
            **COUNTING,
        },
        set(),
    ),
    "Corpus.coverage": (lambda c: c.coverage(by="delegation"), {"by": "year"}, set()),
    "terms.keyness": (
        lambda c: T.keyness(*sides(c), permutations=19, keep="all"),
        {
            "measures": ["g2"],
            "terms": ["peace"],
            "within": "year",
            "permutations": 0,
            "min_count": 9,
            "keep": "shared",
            "ngram": 2,
            **{name: value for name, value in COUNTING.items() if name != "groups"},
        },
        {"prior", "background"},  # of log_odds alone: see below
    ),
    "terms.dispersion": (
        lambda c: T.dispersion(c, ["security"], by="delegation"),
        {
            "terms": ["peace"],
            "parts": "year",
            "by": ["body"],
            "detail": True,
            "form": "stem",
            "groups": "drop",
        },
        set(),
    ),
    "terms.collocations": (
        lambda c: T.collocations(c, "security", by="delegation", min_count=1),
        {
            "query": "peace",
            "window": 3,
            "direction": "left",
            "measure": "npmi",
            "by": ["body"],
            "form": "surface",
            "min_count": 2,
            "top": 9,
            "groups": "expand",
        },
        set(),
    ),
    "terms.concordance": (
        lambda c: T.concordance(c, "security", sample=5),
        {"query": "peace", "form": "stem", "context": 4, "bounds": "sentence", "sample": None, "seed": 7},
        {"sort", "columns"},
    ),
    "terms.dictionary": (
        lambda c: T.dictionary(c, {"calm": ["peace*"]}, by="delegation"),
        {"categories": {"calm": {"quiet": 1.0}}, "by": ["body"], **COUNTING},
        set(),
    ),
    "terms.boilerplate": (lambda c: T.boilerplate(c), {"top": 5}, set()),
    "cosignatories.incidence": (lambda c: S.incidence(c), SIGNING, set()),
    "cosignatories.agreement": (
        lambda c: S.agreement(c),
        {"measure": "newman", "interval": None, "draws": 99, "seed": 7, **SIGNING},
        set(),
    ),
    "cosignatories.alignment": (
        lambda c: S.alignment(c),
        {
            "with_": "ARM",
            "by": "year",
            "roles": ["joint"],
            "groups": "expand",
            "source": "both",
            "interval": None,
        },
        set(),
    ),
    "cosignatories.network": (
        lambda c: S.network(c, backbone="hypergeometric"),
        {"measure": "cosine", "backbone": "sdsm", "alpha": 0.01, "correction": "bh", **SIGNING},
        {"seed"},  # nothing is drawn
    ),
    "cosignatories.blocs": (
        lambda c: S.blocs(S.network(c), draws=5),
        {"resolution": 2, "seed": 7, "runs": 9, "draws": 0},
        set(),
    ),
    "cosignatories.centrality": (lambda c: S.centrality(S.network(c)), {}, set()),
    "cosignatories.shared_statements": (
        lambda c: S.shared_statements(c, "ARM", "BLR"),
        {"a": "KAZ", "b": "RUS", **SIGNING},
        set(),
    ),
    "citations.most_cited": (
        lambda c: C.most_cited(c, by="delegation"),
        {"by": "body", "top": 5, "groups": "drop"},
        {"interval"},  # always Wilson's
    ),
    "citations.contexts": (
        lambda c: C.contexts(c, "HFA-1975"),
        {"instrument": "UN-CHARTER", "context": 5},
        {"columns"},
    ),
    "citations.stances": (
        lambda c: C.stances(c, by="delegation"),
        {"by": "body", "instrument": ["HFA-1975"], "groups": "drop"},
        {"interval"},  # always Wilson's
    ),
    "citations.check": (lambda c: C.check(c), {}, set()),
    "citations.association": (
        lambda c: C.association(c),
        {"by": "body", "min_statements": 9, "correction": None, "groups": "drop"},
        set(),
    ),
    "citations.cocitation": (
        lambda c: C.cocitation(c),
        {"measure": "jaccard", "unit": "paragraph", "min_statements": 9, "top": 5},
        set(),
    ),
    "citations.network": (
        lambda c: C.network(c, by="delegation"),
        {
            "mode": "instruments",
            "by": None,
            "collapse": True,
            "min_statements": 4,
            "top": 5,
            "groups": "drop",
        },
        set(),
    ),
    "citations.coding_sheet": (
        lambda c: C.coding_sheet(c, 9, by="delegation", seed=1),
        {"n": 4, "by": "body", "seed": 7, "context": 5},
        set(),
    ),
    "citations.reliability": (lambda c: two_coders(c), {"draws": 99, "seed": 7}, set()),
    "compare": (
        lambda c: osce.compare(*sides(c), permutations=19),
        {"terms": ["peace"], "within": "year", "by": "month", "permutations": 0, "groups": "drop", "seed": 7},
        set(),
    ),
}
NO_RESULT = {"write", "annotate", "find"}  # what they make is no result of counting


def sides(corpus):
    return corpus.select(actor="RUS").named("Russia"), corpus.select(actor="EU").named("EU")


def two_coders(corpus):
    sheet = C.coding_sheet(corpus, 10, seed=1)
    return C.reliability(sheet.assign(label=["recall", "affirm"] * 5), sheet.assign(label="recall"))


@pytest.fixture(scope="module")
def results():
    texts, signatures = osce.load_sample("specimens"), osce.load_sample("alignments")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return {
            call: make(signatures if call.startswith("cosignatories") else texts)
            for call, (make, _, _) in CASES.items()
        }


def test_every_public_analysis_is_here():
    public = {
        f"{layer}.{name}"
        for layer, package in (("terms", T), ("cosignatories", S), ("citations", C))
        for name in package.__all__
    }
    assert {call for call in public if call.split(".")[1] not in NO_RESULT} | {
        "compare",
        "Corpus.coverage",
    } == set(CASES)


@pytest.mark.parametrize("call", list(CASES))
def test_every_result_has_a_paragraph_a_caption_and_references(results, call):
    made = attrs_of(results[call])
    assert made["call"] == call
    text = osce.methods(results[call])
    said, listed = text.split("\n\nReferences\n")
    assert said.endswith(".")
    assert len(said.split(". ")) >= 3
    assert not re.search(r"\{|\}|\[[a-z]|None|nan|  |\.\.", said)
    assert caption(made) not in {"", "Table"}
    assert len(listed.splitlines()) == len(keys_of(made))
    for key in keys_of(made):
        assert entries()[key]["title"] in listed


@pytest.mark.parametrize(
    ("call", "option"), [(call, option) for call, (_, others, _) in CASES.items() for option in others]
)
def test_each_option_that_changes_the_meaning_changes_the_paragraph(results, call, option):
    made = attrs_of(results[call])
    other = made | {"options": made["options"] | {option: CASES[call][1][option]}}
    if option in made:  # some options are told at the top of the record too
        other[option] = CASES[call][1][option]
    assert made["options"][option] != CASES[call][1][option]
    assert paragraph(other) != paragraph(made)


@pytest.mark.parametrize("call", list(CASES))
def test_no_option_is_forgotten(results, call):
    _, others, spared = CASES[call]
    assert set(attrs_of(results[call])["options"]) == set(others) | spared


@pytest.mark.parametrize(
    ("call", "options", "sentence"),
    [
        ("terms.frequency", {"terms": ["peace"], "unit": "paragraph"}, "The paragraphs that hold each term"),
        ("terms.frequency", {"top": None}, "All terms of 1 word"),
        ("terms.frequency", {"ngram": 3}, "terms of 3 words"),
        ("terms.keyness", {"measures": ["log_odds"]}, "shares of both sides together"),
        ("terms.keyness", {"measures": ["log_odds"], "background": "UN"}, "shares of UN"),
        ("terms.keyness", {"measures": ["log_odds"], "prior": 50}, "weighs as much as 50 words"),
        (
            "terms.keyness",
            {"measures": ["percent_difference"]},
            "in per cent of the reference's (Gabrielatos and",
        ),
        ("terms.keyness", {"keep": "reliable"}, "an adjusted p below .05"),
        ("terms.keyness", {"within": ["agenda_item", "year"]}, "of the same agenda item and year"),
        ("cosignatories.agreement", {"measure": "pi"}, "Scott's pi (Scott 1955)"),
        ("cosignatories.network", {"correction": None}, "p values were not corrected"),
        ("cosignatories.network", {"backbone": None}, "Every two actors who share a statement are tied"),
        ("citations.cocitation", {"unit": "paragraph"}, "one paragraph cites both"),
    ],
)
def test_what_an_option_is_said_to_mean(results, call, options, sentence):
    made = attrs_of(results[call])
    assert sentence in paragraph(made | {"options": made["options"] | options})


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"boilerplate": False}, "were left out."),
        ({"boilerplate": "once"}, "were counted once, in the first of them."),
        ({"corrections": 3}, "3 corrections that a person made were applied."),
        ({"specimens": 83}, "figures from them say nothing about any State."),
    ],
)
def test_what_a_corpus_is_like_is_told(results, change, sentence):
    made = attrs_of(results["terms.frequency"])
    assert sentence in paragraph(made | {"corpus": made["corpus"] | change})
    plain = made["corpus"] | {"boilerplate": True, "corrections": 0, "specimens": 0}
    assert sentence not in paragraph(made | {"corpus": plain})


def test_warnings_where_they_are_due(results):
    assert "You may be comparing translators" in osce.methods(results["terms.keyness"])
    assert "Where the corpus is the complete record" in osce.methods(results["terms.frequency"])
    assert "Where the corpus is the complete record" not in osce.methods(results["terms.boilerplate"])
    assert "nobody's labels were set against them" in osce.methods(results["citations.stances"])
    labelled = attrs_of(results["citations.stances"]) | {
        "validation": {"n": 50, "kappa": {"value": 0.71, "low": 0.6, "high": 0.8}}
    }
    assert "Two people labelled a sample: kappa 0.71 (0.60 to 0.80) over 50 citations;" in paragraph(labelled)
    assert "nobody's labels" not in paragraph(labelled)
    assert "an absent tie is no evidence of none" in osce.methods(results["cosignatories.network"])


def test_a_chart_has_the_paragraph_of_what_it_was_drawn_from(results):
    table = results["terms.frequency"]
    assert osce.methods(charts.bars(table)) == osce.methods(table)
    assert osce.methods(charts.comparison(results["compare"])) == osce.methods(results["compare"])


def test_a_result_that_was_varied_has_its_paragraph_and_more():
    corpus = osce.load_sample("specimens")
    table = osce.terms.frequency(corpus, terms="security", interval=None)
    varied = osce.robustness(table, corpus)
    text = paragraph(attrs_of(varied))
    assert text.startswith(paragraph(attrs_of(table)).rpartition(" Computed with")[0])
    assert "The result was made again with other choices" in text
    assert caption(attrs_of(varied)) == "How far a result moves with other choices"
    assert keys_of(attrs_of(varied)) == keys_of(attrs_of(table))


def test_a_text_of_the_user_is_no_command(results):
    made = attrs_of(results["terms.concordance"])
    text = paragraph(made | {"options": made["options"] | {"query": "{corpus} [wilson1927] %s"}})
    assert "“{corpus} [wilson1927] %s”" in text
    assert "wilson1927" not in keys_of(made)


@pytest.mark.parametrize("thing", [pd.DataFrame({"a": [1]}), nx.Graph(), "text", None])
def test_what_carries_no_record_is_refused(thing):
    with pytest.raises(
        ValueError, match=r"methods takes what an analysis .* without a record of how it was made\."
    ):
        osce.methods(thing)


@pytest.mark.parametrize("clause", _clauses(), ids=lambda clause: clause.says[:40])
def test_each_clause_names_analyses_options_and_references_that_exist(clause: Clause):
    names = [name.lstrip("!") for name in clause.calls]
    assert all("*" in name or name in {*CASES, "robustness"} for name in names)
    for key in re.findall(r"\[([a-z_]+\d*)\]", clause.says):
        assert key in entries()
    assert clause.when == ("caption",) or clause.says.endswith((".", "}"))


def test_every_reference_of_a_method_is_cited_by_some_clause():
    cited = {key for clause in _clauses() for key in re.findall(r"\[([a-z_]+\d*)\]", clause.says)}
    assert {key for key, row in entries().items() if not row["software"]} == cited - {"osce_analysis"}


def test_a_record_that_lacks_much_still_makes_a_paragraph():
    assert paragraph({"call": "terms.keyness"})
    assert paragraph({"call": "nowhere.nothing"}) == ""


def test_options_of_the_record_are_those_of_the_function(results):
    for call, result in results.items():
        package, _, name = call.rpartition(".")
        function = getattr(getattr(osce, package) if package else osce, name)
        assert set(attrs_of(result)["options"]) <= {*inspect.signature(function).parameters, "interval"}
