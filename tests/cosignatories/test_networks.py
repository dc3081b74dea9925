"""The network: what edges weigh and what stands behind them."""

import json

import pytest

from osce_analysis import charts, cosignatories


def test_edges_carry_their_statements(worked):
    graph = cosignatories.network(worked)
    assert graph.edges["A", "B"] == {"weight": 2.0, "statements": 2, "statement_ids": ["s1", "s2"]}
    assert sorted(map(sorted, graph.edges)) == [["A", "B"], ["A", "C"], ["A", "D"], ["B", "C"]]


def test_nodes_carry_name_kind_and_statements(signed):
    graph = cosignatories.network(signed({"s": ["EU", "NOR"], "t": ["NOR", "XYZ"]}))
    assert graph.nodes["EU"] == {"name": "European Union", "kind": "group", "statements": 1}
    assert graph.nodes["NOR"] == {"name": "Norway", "kind": "state", "statements": 2}
    assert graph.nodes["XYZ"] == {"name": "XYZ", "kind": "state", "statements": 1}


def test_weights_are_those_of_agreement(worked):
    graph = cosignatories.network(worked, measure="newman", occasions="all")
    assert {"".join(sorted(edge)): data["weight"] for *edge, data in graph.edges(data=True)} == {
        "AB": 1.5, "AC": 0.5, "AD": 1.0, "BC": 0.5,
    }  # fmt: skip


def test_davis_projection(davis):
    graph = cosignatories.network(davis)
    assert (len(graph), graph.number_of_edges()) == (18, 139)


def test_attrs_are_json_and_reach_the_chart(worked):
    graph = cosignatories.network(worked)
    attrs = json.loads(json.dumps(graph.graph["attrs"]))
    assert attrs["call"] == "cosignatories.network"
    assert attrs["options"]["backbone"] is None
    note = charts.network(graph).drawn.note
    assert note.startswith(
        "Statements that both sign; 3 statements with at least two actors (1 with one left out)"
    )


def test_an_empty_corpus_is_an_empty_graph(signed):
    graph = cosignatories.network(signed({}))
    assert len(graph) == 0
    assert "No statement here has two signatories" in charts.network(graph).drawn.note


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (
            {"backbone": "sdms"},
            r"There is no backbone='sdms': use one of None, 'hypergeometric', 'sdsm'. Did you mean 'sdsm'\?",
        ),
        ({"measure": "newmann"}, r"There is no measure='newmann': use one of .* Did you mean 'newman'\?"),
        ({"correction": "bonferroni"}, "There is no correction='bonferroni': use one of 'holm', 'bh', None."),
        ({"alpha": 5}, "alpha=5 is no level: use a number above 0 and up to 1, as 0.05."),
        ({"alpha": 0}, "alpha=0 is no level"),
        ({"roles": "delivered"}, r"There is no role='delivered': use one of .* Did you mean 'delivers'\?"),
    ],
)
def test_an_unknown_option_is_one_sentence(worked, options, sentence):
    with pytest.raises(ValueError, match=sentence):
        cosignatories.network(worked, **options)
