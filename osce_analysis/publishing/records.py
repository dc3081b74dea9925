"""The record beside a figure: how its result was made, and the code that makes it again."""

from __future__ import annotations

import inspect
import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import partial
from importlib import import_module
from importlib.metadata import version
from typing import Any

from osce_analysis.charts import Chart
from osce_analysis.publishing.presets import Preset

_CODE = '''"""The figure again; the selection that it shows was kept with corpus.save("corpus")."""

import osce_analysis as osce

corpus = osce.load("corpus"){chosen}
result = osce.{call}({arguments})
if result.{attrs}["corpus"]["fingerprint"] != {fingerprint!r}:
    print("The saved corpus holds other statements or other texts than that of the figure.")
figure = osce.charts.{chart}(result{options})
print(osce.export(figure, {name!r}, preset={preset!r}))
'''


def attrs_of(result: object) -> dict[str, Any]:
    """How a table or graph was made; nothing where it carries no record."""
    record = getattr(result, "attrs", None) or getattr(result, "graph", {}).get("attrs")
    return dict(record) if isinstance(record, Mapping) and "call" in record else {}


def made_from(chart: Chart) -> object:
    """The table or graph that a chart was drawn from."""
    return next(iter([*chart.redraw.args, *chart.redraw.keywords.values()]))


def record(chart: Chart, name: str, preset: Preset, checks: list[str]) -> str:
    """The JSON beside a figure."""
    drawn = chart.drawn
    held = {
        "figure": name,
        "chart": {"function": f"charts.{chart.redraw.func.__name__}", "options": _options(chart.redraw)},
        "result": attrs_of(made_from(chart)),
        "rows_drawn": len(drawn.table),
        "note": drawn.note,
        "alt": drawn.alt,
        "preset": asdict(preset),
        "checks": checks,
        "drawn_with": {"matplotlib": version("matplotlib")},
    }
    return json.dumps(held, indent=2, ensure_ascii=False, default=str) + "\n"


def code(chart: Chart, name: str, preset: Preset) -> str | None:
    """Source that makes the figure again from the saved corpus; None where its result carries no record.

    Nor is there any for a comparison of two corpora: how they were selected from one is not recorded.

    The package's own functions alone are named in it: a record made elsewhere is not trusted with code.
    """
    result = made_from(chart)
    made = attrs_of(result)
    parameters = _parameters(str(made.get("call")))
    if "corpus" not in parameters:
        return None
    arguments = ["corpus"] + [
        f"{option}={value!r}" for option, value in (made.get("options") or {}).items() if option in parameters
    ]
    boilerplate = (made.get("corpus") or {}).get("boilerplate", True)
    chosen = "" if boilerplate is True else f".select(boilerplate={boilerplate!r})"
    return _CODE.format(
        name=name,
        chosen=chosen,
        call=made["call"],
        arguments="".join(f"\n    {argument}," for argument in arguments) + "\n",
        attrs="attrs" if hasattr(result, "attrs") else 'graph["attrs"]',
        fingerprint=(made.get("corpus") or {}).get("fingerprint"),
        chart=chart.redraw.func.__name__,
        options="".join(f", {option}={value!r}" for option, value in _options(chart.redraw).items()),
        preset=preset.preset,
    )


def _parameters(call: str) -> Mapping[str, inspect.Parameter]:
    """The parameters of a public analysis, none where there is no such function."""
    layer, _, function = call.partition(".")
    if layer not in {"terms", "cosignatories", "citations"}:
        return {}
    package = import_module(f"osce_analysis.{layer}")
    if function not in package.__all__:
        return {}
    return inspect.signature(getattr(package, function)).parameters


def _options(redraw: partial[Chart]) -> dict[str, Any]:
    """The options of a chart that an export leaves as they are."""
    return {
        option: value
        for option, value in redraw.keywords.items()
        if option not in {"width", "note", "table", "graph"}
    }
