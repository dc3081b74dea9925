"""The record beside an export: how its result was made, and the code that makes it again."""

from __future__ import annotations

import inspect
import json
from collections.abc import Mapping
from functools import partial
from importlib import import_module
from typing import Any

import pandas as pd

from osce_analysis.charts import Chart
from osce_analysis.corpus.description import coverage

_CODE = '''"""{name} again, from what was kept with {kept}."""

{imported}import osce_analysis as osce

{loaded}
result = osce.{call}({arguments}){part}
if result.{attrs}["corpus"]["fingerprint"] != {fingerprint!r}:
    print("The saved corpus holds other statements or other texts than that of {name}.")
{varied}{exported}
'''
_LAYERS = ("terms", "cosignatories", "citations")
_PARTS = {
    "instrument": "commitments",
    "actor": "partners",
    "side": "over_time",
}  # of a comparison, by their column
_BOUNDS = {"low", "high"}  # which a chart has in the unit of its axis
_CORPORA = ("corpus", "target", "reference", "background")


def attrs_of(result: object) -> dict[str, Any]:
    """How a table, a comparison or a graph was made; nothing where it carries no record."""
    record = getattr(result, "attrs", None) or getattr(result, "graph", {}).get("attrs")
    return dict(record) if isinstance(record, Mapping) and "call" in record else {}


def drawn_from(result: object) -> object:
    """The table, graph or comparison that a chart was drawn from; anything else as it is."""
    if not isinstance(result, Chart) or not hasattr(result, "redraw"):
        return result
    return next(iter([*result.redraw.args, *result.redraw.keywords.values()]))


def rows_drawn(chart: Chart) -> pd.DataFrame:
    """The rows that a chart shows as its analysis gave them, unscaled; the chart's own where it shows no such rows."""
    source, drawn = drawn_from(chart), chart.drawn.table
    if not isinstance(source, pd.DataFrame) or not set(source) <= set(drawn):
        return drawn
    names = [name for name in source if name not in _BOUNDS]
    here, wanted = (
        [tuple(map(str, row)) for row in frame[names].itertuples(index=False)] for frame in (source, drawn)
    )
    places = {row: place for place, row in enumerate(here)}
    if len(places) < len(here) or not places.keys() >= set(wanted):
        return drawn
    return source.iloc[[places[row] for row in wanted]].reset_index(drop=True)


def chart_options(redraw: partial[Chart]) -> dict[str, Any]:
    """The options of a chart that an export leaves as they are."""
    drawn, *_ = inspect.signature(redraw.func).parameters
    return {name: value for name, value in redraw.keywords.items() if name not in {"width", "note", drawn}}


def record(name: str, shown: Mapping[str, Any], made: Mapping[str, Any]) -> str:
    """The JSON beside an export."""
    held = {"name": name, **shown, "result": made}
    return json.dumps(held, indent=2, ensure_ascii=False, default=str) + "\n"


def code(result: object, name: str, preset: str) -> str | None:
    """Source that makes a table or figure again from saved corpora; None where its result carries no record.

    The package's own functions alone are named in it: a record made elsewhere is not trusted with code.
    """
    source = drawn_from(result)
    made = attrs_of(source)
    varied = made.get("call") == "robustness"
    made = {**made, "call": made["of"]} if varied else made
    network, boilerplate = made.get("network") or {}, (made.get("corpus") or {}).get("boilerplate", True)
    options, parameters = made.get("options") or {}, _parameters(str(made.get("call")))
    taken = [one for one in _CORPORA if one in parameters and (one != "background" or options.get(one))]
    arguments = {one: one for one in taken} | _arguments(options, set(parameters) - set(taken))
    loaded = [_loaded(one, boilerplate) for one in taken]
    if made.get("validation"):
        loaded.append(f"reliability = pd.DataFrame({_coefficients(made['validation'])!r})")
        arguments["reliability"] = "reliability"
    if "graph" in parameters and "corpus" in _parameters(str(network.get("call"))):
        given = _arguments(network.get("options") or {}, set(_parameters(network["call"])))
        loaded = [
            _loaded("corpus", boilerplate),
            f"graph = osce.{network['call']}({_call({'corpus': 'corpus'} | given)})",
        ]
        arguments = {"graph": "graph"} | arguments
    if not loaded:
        return None
    return _CODE.format(
        name=name.replace("\\", " ").replace('"', "'"),
        imported="import pandas as pd\n\n" if "reliability" in arguments else "",
        kept=" and ".join(f"{one}.save({one!r})" for one in taken or ["corpus"]),
        loaded="\n".join(loaded),
        call=made["call"],
        arguments=_call(arguments),
        part=_part(source) if made["call"] == "compare" else "",
        varied=f"result = osce.robustness(result, {', '.join(taken)})\n" if varied else "",
        attrs='graph["attrs"]' if hasattr(source, "graph") else "attrs",
        fingerprint=(made.get("corpus") or {}).get("fingerprint"),
        exported=_exported(result, name, preset),
    )


def _part(source: object) -> str:
    """Which table of a comparison this is; nothing for the whole of it."""
    columns = getattr(source, "columns", ())
    return next((f".{part}" for column, part in _PARTS.items() if column in columns), "")


def _loaded(name: str, boilerplate: object) -> str:
    """The line that reads a corpus, without its shared passages where they were left out."""
    chosen = "" if boilerplate is True else f".select(boilerplate={boilerplate!r})"
    return f'{name} = osce.load("{name}"){chosen}'


def _coefficients(found: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The rows of a table of reliability from what a record keeps of it."""
    return [{"coefficient": name, **held, "n": found["n"]} for name, held in found.items() if name != "n"]


def _arguments(options: Mapping[str, Any], parameters: set[str]) -> dict[str, str]:
    """The options that a function takes, as source."""
    return {name: repr(value) for name, value in options.items() if name in parameters}


def _call(arguments: Mapping[str, str]) -> str:
    """Arguments as source, the corpora and the graph by position, a line each."""
    places = {*_CORPORA[:3], "graph"}
    said = [value if name in places else f"{name}={value}" for name, value in arguments.items()]
    return "".join(f"\n    {one}," for one in said) + "\n"


def _exported(result: object, name: str, preset: str) -> str:
    """The last lines: the export of the figure or the table."""
    if not isinstance(result, Chart):
        return f"print(osce.export(result, {name!r}))"
    options = "".join(f", {option}={value!r}" for option, value in chart_options(result.redraw).items())
    drawn = f"figure = osce.charts.{result.redraw.func.__name__}(result{options})"
    return f"{drawn}\nprint(osce.export(figure, {name!r}, preset={preset!r}))"


def _parameters(call: str) -> Mapping[str, inspect.Parameter]:
    """The parameters of a public analysis, none where there is no such function."""
    layer, _, function = call.rpartition(".")
    if call == "compare":
        return inspect.signature(import_module("osce_analysis.comparison").compare).parameters
    if call == "Corpus.coverage":
        return inspect.signature(coverage).parameters
    if layer not in _LAYERS:
        return {}
    package = import_module(f"osce_analysis.{layer}")
    return inspect.signature(getattr(package, function)).parameters if function in package.__all__ else {}
