"""What leaves the toolkit for a journal: figures and tables with the record of how they were made."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from osce_analysis.publishing.archives import archive
    from osce_analysis.publishing.exports import Exported, export
    from osce_analysis.publishing.paragraphs import methods
    from osce_analysis.publishing.presets import Preset
    from osce_analysis.publishing.references import cite
    from osce_analysis.publishing.robustness_checks import robustness

__all__ = ["Exported", "Preset", "archive", "cite", "export", "methods", "robustness"]

_HOMES = {
    "Exported": "exports",
    "Preset": "presets",
    "archive": "archives",
    "cite": "references",
    "export": "exports",
    "methods": "paragraphs",
    "robustness": "robustness_checks",
}


def __getattr__(name: str) -> Any:
    """Load a public name, and what it needs with it, when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """The public names."""
    return __all__
