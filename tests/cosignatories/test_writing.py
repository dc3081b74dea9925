"""Files of networks: read back by networkx, whole or not at all, and the same twice."""

from pathlib import Path

import networkx as nx
import pytest

from osce_analysis import cosignatories
from osce_analysis.corpus import load_sample

READERS = {".graphml": nx.read_graphml, ".gexf": nx.read_gexf, ".net": nx.read_pajek}


@pytest.fixture(scope="module")
def graph():
    return cosignatories.network(load_sample("alignments"), measure="newman")


@pytest.fixture(scope="module")
def partition(graph):
    return cosignatories.blocs(graph, runs=3, draws=0)


@pytest.mark.parametrize("ending", list(READERS))
def test_labels_weights_and_blocs_are_read_back(graph, partition, tmp_path, ending):
    path = tmp_path / f"partners{ending}"
    cosignatories.write(graph, path, blocs=partition)
    read = nx.Graph(READERS[ending](path))
    labels = {node: data.get("label", node) for node, data in read.nodes(data=True)}
    assert sorted(labels.values()) == sorted(data["name"] for _, data in graph.nodes(data=True))
    codes = {data["name"]: code for code, data in graph.nodes(data=True)}
    weights = {
        frozenset(codes[labels[node]] for node in (a, b)): float(weight)
        for a, b, weight in read.edges(data="weight")
    }
    assert weights == pytest.approx({frozenset(edge[:2]): edge[2] for edge in graph.edges(data="weight")})
    blocs = {codes[labels[node]]: int(data["bloc"]) for node, data in read.nodes(data=True)}
    assert blocs == partition.set_index("actor")["bloc"].to_dict()


@pytest.mark.parametrize("ending", list(READERS))
def test_nothing_of_this_machine_stands_in_it_and_it_is_the_same_twice(graph, partition, tmp_path, ending):
    paths = [tmp_path / f"{name}{ending}" for name in ("a", "b")]
    for path in paths:
        cosignatories.write(graph, path, blocs=partition)
    first, second = (path.read_text(encoding="utf-8") for path in paths)
    assert first == second
    for place in (str(tmp_path), str(Path.home()), str(Path.cwd())):
        assert place not in first
    assert sorted(tmp_path.iterdir()) == paths  # no draft is left


def test_graphml_says_how_it_was_made_and_a_backbone_has_its_p(davis, tmp_path):
    backbone = cosignatories.network(davis, backbone="hypergeometric", correction=None)
    cosignatories.write(backbone, tmp_path / "davis.graphml")
    read = nx.read_graphml(tmp_path / "davis.graphml")
    assert '"backbone": "hypergeometric"' in read.graph["made"]
    assert all(0 < p <= 0.05 for *_, p in read.edges(data="p"))
    assert len(read) == 18  # those without an edge too
    assert all("bloc" in data for _, data in read.nodes(data=True))  # found where none are given


@pytest.mark.parametrize("ending", list(READERS))
def test_odd_names_and_missing_weights(tmp_path, ending):
    odd = nx.Graph()
    odd.add_node("A\x00\x1b", name='The "Group" of d\'Or <&> 𝔊')
    odd.add_node("B", name="Twin")
    odd.add_node("C", name="Twin")
    odd.add_edge("A\x00\x1b", "B", weight=float("nan"))
    odd.add_edge("B", "C")
    cosignatories.write(odd, tmp_path / f"odd{ending}")
    read = READERS[ending](tmp_path / f"odd{ending}")
    assert (len(read), read.number_of_edges()) == (3, 2)


@pytest.mark.parametrize("ending", list(READERS))
def test_an_empty_graph(tmp_path, ending):
    cosignatories.write(nx.Graph(), tmp_path / f"none{ending}")
    assert (tmp_path / f"none{ending}").stat().st_size > 0


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("partners.csv", "partners.csv has no ending that tells its format: use .graphml, .gexf, .net"),
        ("partners", "partners has no ending that tells its format"),
        ("no/such/folder/partners.gexf", "cannot be written .No such file or directory.: choose a folder"),
        ("folder.graphml", "folder.graphml cannot be written"),
    ],
)
def test_a_path_that_cannot_be_written_is_one_sentence(worked, tmp_path, path, sentence):
    (tmp_path / "folder.graphml").mkdir()
    with pytest.raises(ValueError, match=sentence):
        cosignatories.write(cosignatories.network(worked), tmp_path / path)
    assert [found.name for found in tmp_path.iterdir()] == ["folder.graphml"]  # no draft is left


def test_a_file_that_is_there_stays_whole_when_writing_fails(worked, tmp_path, monkeypatch):
    path = tmp_path / "partners.graphml"
    path.write_text("what was there", encoding="utf-8")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(nx, "write_graphml", full)
    with pytest.raises(ValueError, match="No space left on device"):
        cosignatories.write(cosignatories.network(worked), path)
    assert path.read_text(encoding="utf-8") == "what was there"
