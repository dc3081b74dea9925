"""Blocs and centrality: Davis, the same in every process, how stable, and bad input."""

import json
import os
import subprocess
import sys

import networkx as nx
import pytest

from osce_analysis import cosignatories
from osce_analysis.cosignatories import centralities, partitions

PROBE = """
import json
from osce_analysis import cosignatories
from osce_analysis.corpus import load_sample
graph = cosignatories.network(load_sample("alignments"), measure="newman")
table = cosignatories.blocs(graph, runs=5, draws=5)
table = table.astype(object).where(table.notna(), None)
print(json.dumps([table.values.tolist(), table.attrs["modularity"], list(graph.edges(data="weight"))]))
"""


@pytest.fixture(scope="module")
def weighted(davis):
    return cosignatories.network(davis, measure="newman")


@pytest.fixture(scope="module")
def split(weighted):
    return cosignatories.blocs(weighted)


def test_davis_splits_in_two_as_its_readers_say(split):
    women = nx.davis_southern_women_graph().graph["top"]
    numbers = split["actor"].map(lambda name: women.index(name) + 1)
    assert sorted(numbers[split["bloc"] == 1]) == list(range(1, 10))
    assert sorted(numbers[split["bloc"] == 2]) == list(range(10, 19))
    assert split.attrs["modularity"] == pytest.approx(0.26414, abs=5e-6)


def test_modularity_is_that_of_networkx(weighted, split):
    groups = [set(rows["actor"]) for _, rows in split.groupby("bloc")]
    for resolution in (1, 1.4):
        found = cosignatories.blocs(weighted, resolution=resolution, runs=3, draws=0)
        parts = [set(rows["actor"]) for _, rows in found.groupby("bloc")]
        expected = nx.community.modularity(weighted, parts, weight="weight", resolution=resolution)
        assert found.attrs["modularity"] == pytest.approx(expected)
    assert split.attrs["modularity"] == pytest.approx(
        nx.community.modularity(weighted, groups, weight="weight")
    )


def test_columns_stability_and_attrs(split):
    assert {name: str(dtype) for name, dtype in split.dtypes.items()} == partitions.COLUMNS
    for name in ("stability_seeds", "stability_bootstrap"):
        assert split[name].between(0, 1).all()
        assert split[name].nunique() > 1  # Pearl and Ruth are less sure of their place than others
    least = split.set_index("actor")["stability_seeds"].idxmin()
    assert least == "Pearl Oglethorpe"
    assert split.attrs["network"]["options"]["measure"] == "newman"
    assert split.attrs["corpus"]["statements"] == 14
    assert json.loads(json.dumps(split.attrs)) == split.attrs


def test_the_largest_bloc_is_the_first_and_higher_resolution_makes_more(weighted):
    few, many = (cosignatories.blocs(weighted, resolution=value, runs=5, draws=0) for value in (0.3, 3))
    assert few["bloc"].max() < many["bloc"].max()
    sizes = many.groupby("bloc").size()
    assert sizes.tolist() == sorted(sizes, reverse=True)
    assert many["stability_bootstrap"].isna().all()  # draws=0


def test_the_same_in_two_processes_with_other_hashes():
    told = [
        subprocess.run(
            [sys.executable, "-c", PROBE],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "4242")
    ]
    assert told[0] == told[1]
    assert len(json.loads(told[0])[0]) > 50


def test_the_order_in_which_a_graph_was_made_is_no_difference(weighted):
    turned = nx.Graph()
    turned.add_nodes_from(reversed(list(weighted.nodes(data=True))))
    turned.add_edges_from((b, a, data) for a, b, data in reversed(list(weighted.edges(data=True))))
    options = {"runs": 5, "draws": 0}
    assert cosignatories.blocs(turned, **options).equals(cosignatories.blocs(weighted, **options))


def test_a_graph_of_ones_own():
    graph = nx.Graph()
    graph.add_weighted_edges_from([("a", "b", 3), ("b", "c", 3), ("a", "c", 3), ("d", "e", 1)])
    graph.add_node("f")
    table = cosignatories.blocs(graph, runs=3)
    assert table["bloc"].tolist() == [1, 1, 1, 2, 2, 3]
    assert table["stability_bootstrap"].isna().all()  # it does not tell its occasions
    assert table["statements"].isna().all()


def test_a_graph_without_an_edge_has_blocs_of_one():
    graph = nx.empty_graph(["a", "b"])
    table = cosignatories.blocs(graph)
    assert table["bloc"].tolist() == [1, 2]
    assert table.attrs["modularity"] is None
    assert table.attrs["remark"] == "No two actors share an edge here: each is its own bloc."
    assert cosignatories.blocs(nx.Graph()).empty


def unweighted():
    return nx.Graph([("a", "b")])


def negative():
    graph = nx.Graph()
    graph.add_edge("a", "b", weight=-0.2)
    return graph


@pytest.mark.parametrize("call", ["blocs", "centrality"])
@pytest.mark.parametrize(
    ("graph", "sentence"),
    [
        (unweighted(), "{} needs a weight on each edge, and a-b has none"),
        (negative(), "{} needs weights above zero, and a-b has -0.2: take measure='count'"),
        (nx.DiGraph([("a", "b")]), "{} takes an undirected graph, .*; this is a DiGraph."),
        ({"a": 1}, "{} takes an undirected graph, .*; this is a dict."),
    ],
    ids=["unweighted", "negative", "directed", "dict"],
)
def test_a_graph_that_will_not_do_is_one_sentence(call, graph, sentence):
    with pytest.raises(ValueError, match=sentence.format(call)):
        getattr(cosignatories, call)(graph)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"resolution": 0}, "resolution=0 is no number above 0"),
        ({"resolution": "fine"}, "resolution='fine' is no number above 0"),
        ({"runs": 0}, "runs=0 is not a whole number of at least 1."),
        ({"draws": -1}, "draws=-1 is not a whole number of at least 0."),
    ],
)
def test_an_option_that_will_not_do_is_one_sentence(weighted, options, sentence):
    with pytest.raises(ValueError, match=sentence):
        cosignatories.blocs(weighted, **options)


def test_centrality_of_davis(weighted):
    table = cosignatories.centrality(weighted)
    assert {name: str(dtype) for name, dtype in table.dtypes.items()} == centralities.COLUMNS
    rows = table.set_index("actor")
    # With Newman's weights the strength of an actor is the number of its joint statements.
    assert rows["strength"].to_dict() == pytest.approx(rows["statements"].to_dict())
    assert rows.loc["Evelyn Jefferson", "partners"] == 17
    expected = nx.eigenvector_centrality_numpy(weighted, weight="weight")
    assert rows["eigenvector"].to_dict() == pytest.approx(expected, abs=1e-6)
    assert table["strength"].is_monotonic_decreasing
    assert table.attrs["call"] == "cosignatories.centrality"


def test_betweenness_takes_heavy_edges_for_short_ones():
    graph = nx.Graph()
    graph.add_weighted_edges_from([("a", "b", 10), ("b", "c", 10), ("a", "c", 1)])
    rows = cosignatories.centrality(graph).set_index("actor")
    assert rows["betweenness"].to_dict() == {"a": 0, "b": 1, "c": 0}


def test_eigenvector_has_no_meaning_in_two_parts():
    graph = nx.Graph()
    graph.add_weighted_edges_from([("a", "b", 1), ("c", "d", 1)])
    assert cosignatories.centrality(graph)["eigenvector"].isna().all()
    graph.remove_edge("c", "d")
    assert cosignatories.centrality(graph).set_index("actor")["eigenvector"].to_dict() == pytest.approx(
        {"a": 0.5**0.5, "b": 0.5**0.5, "c": 0, "d": 0}
    )
    assert cosignatories.centrality(nx.Graph()).empty
