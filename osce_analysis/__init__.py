"""Compare what States say at the OSCE: terms, co-signatories and citations.

The names below are loaded when first used, so that importing the package costs nothing.

Examples
--------
>>> import osce_analysis as osce
>>> osce.reference.actor("Russian Federation")
'RUS'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from osce_analysis import charts, citations, cosignatories, explorers, reference, terms
    from osce_analysis.comparison import Comparison, compare
    from osce_analysis.corpus import Corpus, load, load_sample
    from osce_analysis.explorers import explore
    from osce_analysis.publishing import archive, cite, export, methods, robustness

__version__ = "0.1.0"

__all__ = [
    "Comparison",
    "Corpus",
    "__version__",
    "archive",
    "charts",
    "citations",
    "cite",
    "compare",
    "cosignatories",
    "explore",
    "explorers",
    "export",
    "load",
    "load_sample",
    "methods",
    "reference",
    "robustness",
    "terms",
]

_PACKAGES = ("charts", "citations", "cosignatories", "explorers", "reference", "terms")
_HOMES = {
    "Comparison": "comparison",
    "Corpus": "corpus",
    "archive": "publishing",
    "cite": "publishing",
    "compare": "comparison",
    "explore": "explorers",
    "export": "publishing",
    "load": "corpus",
    "load_sample": "corpus",
    "methods": "publishing",
    "robustness": "publishing",
}


def __getattr__(name: str) -> Any:
    """Load a public name on first use (PEP 562)."""
    if name in _PACKAGES:
        return import_module(f"{__name__}.{name}")
    if name in _HOMES:
        value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = value
        return value
    raise AttributeError(f"osce_analysis has no {name!r}. It has {', '.join(__all__)}.")


def __dir__() -> list[str]:
    """The public names, for editors and `dir`."""
    return sorted(__all__)
