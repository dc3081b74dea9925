"""Result tables into figures that can be printed: each returns a matplotlib Figure with `drawn`."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from osce_analysis.charts.bar_charts import bars
    from osce_analysis.charts.coverages import coverage
    from osce_analysis.charts.dot_plots import alignment, association, stances
    from osce_analysis.charts.figures import Chart, Drawn, picture
    from osce_analysis.charts.graphs import network
    from osce_analysis.charts.key_terms import keyness
    from osce_analysis.charts.line_charts import trend
    from osce_analysis.charts.matrices import heatmap
    from osce_analysis.charts.pages import comparison
    from osce_analysis.charts.palette import Look, colours
    from osce_analysis.charts.spreads import dispersion
    from osce_analysis.charts.timelines import timeline
    from osce_analysis.charts.variants import robustness

__all__ = [
    "Chart",
    "Drawn",
    "Look",
    "alignment",
    "association",
    "bars",
    "colours",
    "comparison",
    "coverage",
    "dispersion",
    "heatmap",
    "keyness",
    "network",
    "picture",
    "robustness",
    "stances",
    "timeline",
    "trend",
]

_HOMES = {
    "Chart": "figures",
    "Drawn": "figures",
    "Look": "palette",
    "alignment": "dot_plots",
    "association": "dot_plots",
    "bars": "bar_charts",
    "colours": "palette",
    "comparison": "pages",
    "coverage": "coverages",
    "dispersion": "spreads",
    "heatmap": "matrices",
    "keyness": "key_terms",
    "network": "graphs",
    "picture": "figures",
    "robustness": "variants",
    "stances": "dot_plots",
    "timeline": "timelines",
    "trend": "line_charts",
}


def __getattr__(name: str) -> Any:
    """Load a chart, and matplotlib with it, when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """The public names."""
    return __all__
