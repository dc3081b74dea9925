"""A network as a file that Gephi, Pajek and others open."""

from __future__ import annotations

import json
import math
import os
from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from osce_analysis import reference
from osce_analysis.corpus.saving import whole
from osce_analysis.cosignatories import partitions

if TYPE_CHECKING:
    import networkx as nx

EDGES = ("weight", "statements", "p", "p_adjusted")


def write(graph: nx.Graph, path: str | os.PathLike[str], *, blocs: pd.DataFrame | None = None) -> None:
    """Write a network to a file: GraphML, GEXF or Pajek, by its ending.

    Nodes have a label, kind, statements and bloc; edges have a weight, the number of statements
    that they rest on and, of a backbone, p. GraphML also holds how the network was made. The
    statements themselves are told by `shared_statements`.

    Parameters
    ----------
    graph : networkx.Graph
        A result of `network`, or a graph of your own.
    path : path
        Ending in .graphml, .gexf or .net. A file that is there is replaced, whole or not at all.
    blocs : DataFrame, optional
        A result of `blocs`; without it they are found with its defaults, where all weights are
        above zero.

    Raises
    ------
    ValueError
        For another ending, or a path that cannot be written.

    Examples
    --------
    >>> import networkx, tempfile
    >>> graph = networkx.Graph()
    >>> graph.add_edge("ARM", "BLR", weight=2.0)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write(graph, folder + "/partners.graphml")
    ...     networkx.read_graphml(folder + "/partners.graphml").nodes["ARM"]
    {'label': 'Armenia', 'bloc': 1}
    """
    target = Path(path)
    ending = target.suffix.lower()
    if ending not in _WRITERS:
        raise ValueError(
            f"{target.name} has no ending that tells its format: use {', '.join(_WRITERS)} (GraphML, GEXF, Pajek)."
        )
    plain = _plain(graph, _homes(graph, blocs))
    try:
        whole(target, partial(_WRITERS[ending], plain))
    except OSError as error:
        raise ValueError(
            f"{target} cannot be written ({error.strerror}): choose a folder that is there and open to you."
        ) from None


def _homes(graph: nx.Graph, blocs: pd.DataFrame | None) -> Mapping[str, int]:
    """The bloc of each actor."""
    if blocs is None:
        weights = [data.get("weight") for _, _, data in graph.edges(data=True)]
        if not all(weight is not None and 0 < weight < math.inf for weight in weights):
            return {}
        blocs = partitions.blocs(graph, draws=0)
    return dict(zip(blocs["actor"], blocs["bloc"].astype(int), strict=True))


def _plain(graph: nx.Graph, homes: Mapping[str, int]) -> nx.Graph:
    """The graph with attributes that every format can hold, nodes and edges in the order of their names."""
    import networkx as nx

    plain = nx.Graph(made=json.dumps(graph.graph.get("attrs", {}), sort_keys=True))
    for code in sorted(graph):
        data = graph.nodes[code]
        told = {"label": data.get("name") or reference.actor_name(str(code)), "bloc": homes.get(code)}
        told |= {name: data.get(name) for name in ("kind", "statements")}
        plain.add_node(
            _clean(code), **{name: _clean(value) for name, value in told.items() if _is_told(value)}
        )
    for a, b, data in sorted(graph.edges(data=True), key=lambda edge: sorted(edge[:2])):
        told = {name: data[name] for name in EDGES if _is_told(data.get(name))}
        plain.add_edge(*sorted((_clean(a), _clean(b))), **told)
    return plain


def _is_told(value: Any) -> bool:
    return value is not None and value == value  # NaN is unlike itself


def _clean(value: Any) -> Any:
    """Without characters that XML cannot hold."""
    return "".join(filter(str.isprintable, value)) if isinstance(value, str) else value


def _graphml(graph: nx.Graph, path: Path) -> None:
    import networkx as nx

    nx.write_graphml(graph, path)


def _gexf(graph: nx.Graph, path: Path) -> None:
    import networkx as nx

    nx.write_gexf(graph, path)


def _pajek(graph: nx.Graph, path: Path) -> None:
    """Vertices under their labels, which are made to differ; the format takes text for all but weights."""
    import networkx as nx

    labels = {code: _unquoted(str(data["label"])) for code, data in graph.nodes(data=True)}
    often = Counter(labels.values())
    named = {code: label if often[label] == 1 else f"{label} ({code})" for code, label in labels.items()}
    plain = nx.Graph()
    for code, data in graph.nodes(data=True):
        plain.add_node(
            named[code], **{name: _unquoted(str(value)) for name, value in data.items() if name != "label"}
        )
    for a, b, data in graph.edges(data=True):
        weight = {"weight": data["weight"]} if "weight" in data else {}
        plain.add_edge(named[a], named[b], **weight)
    nx.write_pajek(plain, path)


def _unquoted(label: str) -> str:
    """Typographic quotation marks: straight ones end a label in Pajek."""
    return label.replace('"', "”").replace("'", "’")


_WRITERS: Mapping[str, Callable[[nx.Graph, Path], None]] = {
    ".graphml": _graphml,
    ".gexf": _gexf,
    ".net": _pajek,
}
