"""Networks: the same places in each run, the strongest edges, names for those with the most statements."""

import subprocess
import sys

import networkx as nx
import pandas as pd
import pytest

from osce_analysis import charts
from osce_analysis.charts.graphs import MOST_EDGES
from osce_analysis.charts.layouts import places


def test_places_are_the_same_in_another_process_and_hash_seed():
    code = (
        "import networkx as nx\nfrom osce_analysis.charts.layouts import places\n"
        "graph = nx.Graph([('NOR', 'ISL', {'weight': 2}), ('ISL', 'CHE', {'weight': 1})])\n"
        "print(sorted(places(graph).items()))"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


def test_places_do_not_depend_on_the_order_of_nodes(cases):
    graph = cases["network of six"][1]
    turned = nx.Graph()
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from((b, a, data) for a, b, data in reversed(list(graph.edges(data=True))))
    assert places(turned) == places(graph)


def test_all_edges_are_drawn_where_there_are_few_and_the_strongest_where_many(cases):
    assert len(charts.network(cases["network of six"][1]).drawn.table) == 10
    graph = cases["network of 57"][1]
    figure = charts.network(graph)
    shown = figure.drawn.table
    assert len(shown) <= MOST_EDGES
    assert shown["value"].max() == max(weight for _, _, weight in graph.edges(data="weight"))
    assert f"{len(shown)} of {graph.number_of_edges():,} edges, the strongest, shown." in figure.drawn.note
    # Nobody who signs with somebody is left alone by that.
    assert set(shown["actor_a"]) | set(shown["actor_b"]) == {code for code in graph if graph.degree(code)}


def test_unnamed_actors_are_told_and_grey(cases):
    figure = charts.network(cases["network of 57"][1], width=174.0)
    named = len(figure.axes[0].texts)
    assert 30 <= named <= 40
    assert f"Grey: {57 - named} of 57 actors without a name." in figure.drawn.note


def test_heavier_edges_are_wider(cases):
    figure = charts.network(cases["network of six"][1])
    widths = figure.axes[0].collections[0].get_linewidths()
    assert list(widths) == sorted(widths)
    assert widths[0] < widths[-1]


def test_each_bloc_has_its_colour_and_marker_and_those_alone_are_grey(cases):
    graph = cases["network of six"][1]
    table = pd.DataFrame({"actor": sorted(graph), "bloc": [1, 1, 2, 2, 3, 1]})
    figure = charts.network(graph, blocs=table)
    nodes = [
        drawn for drawn in figure.axes[0].collections if len(drawn.get_offsets()) and drawn.get_zorder() == 3
    ]
    assert sorted(len(drawn.get_offsets()) for drawn in nodes) == [1, 2, 3]
    assert [text.get_text() for text in figure.legends[0].get_texts()] == ["Bloc 1 (3)", "Bloc 2 (2)"]
    assert "Grey: in no bloc." in figure.drawn.note
    assert "in 2 blocs" in figure.drawn.alt


POWER = {
    "S": 14,
    "pairs": 153,
    "smallest_p": 0.08,
    "needed": 0.0003,
    "could_reach_alpha": 4,
    "could_reach_needed": 0,
}


def test_a_backbone_tells_its_power_and_an_empty_one_is_a_sentence(cases):
    graph = cases["network of six"][1].copy()
    options = {"measure": "count", "backbone": "sdsm", "correction": "holm", "alpha": 0.05}
    graph.graph["attrs"] = {"power": POWER | {"kept": 17}, "options": options}
    note = charts.network(graph).drawn.note
    assert (
        "17 of 153 pairs stay at p ≤ 0.05, Holm; 4 could have reached it before correction, 0 with it."
        in note
    )
    graph.graph["attrs"] = {
        "power": POWER | {"kept": 0},
        "options": options,
        "remark": "No pair is left at 0.05.",
    }
    empty = charts.network(nx.create_empty_copy(graph))
    assert empty.drawn.alt.startswith(
        "Network: no pair is left in this backbone, which says nothing about ties"
    )
    assert "No pair is left at 0.05." in empty.drawn.note


def test_statements_are_small_marks_without_a_name(cases):
    figure = charts.network(cases["statements and instruments"][1])
    assert figure.drawn.alt.startswith("Network of 4 instruments and 30 statements with ")
    assert "Small marks: statements." in figure.drawn.note
    assert not [text for text in figure.axes[0].texts if text.get_text().startswith("s")]


def lone():
    graph = nx.Graph()
    graph.add_node("ARM", statements=3, name="Armenia")
    return graph


@pytest.mark.parametrize(
    ("graph", "alt"),
    [
        (nx.Graph(), "Network: no rows to draw."),
        (lone(), "Network of 1 actor with 0 edges; width of an edge: value. No edges."),
    ],
)
def test_small_graphs(graph, alt):
    assert charts.network(graph).drawn.alt == alt


@pytest.mark.parametrize(
    "foreign",
    [nx.path_graph(3), nx.Graph([("a", "b", {"weight": 1})]), [("a", "b")]],
    ids=["no statements, no weights", "no statements", "a list"],
)
def test_a_foreign_graph_is_refused_in_one_sentence(foreign):
    with pytest.raises(ValueError, match=r"network needs the graph from cosignatories.network"):
        charts.network(foreign)
