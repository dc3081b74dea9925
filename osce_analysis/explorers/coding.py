"""Python source for what an explorer shows: complete, and made of the reader's own choices alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from osce_analysis.corpus import Corpus
from osce_analysis.corpus.samples import SAMPLES

UNSAVED = '# `corpus` is what you opened, for example with corpus = osce.load("my documents")'


def call(function: str, *arguments: str, **options: Any) -> str:
    """The source of a call.

    Parameters
    ----------
    function : str
        Its public name.
    *arguments : str
        Source of the positional arguments.
    **options
        Values of keyword arguments.

    Examples
    --------
    >>> call("osce.terms.frequency", "selected", by="actor", terms=["peace"])
    "osce.terms.frequency(selected, by='actor', terms=['peace'])"
    """
    given = [*arguments, *(f"{name}={value!r}" for name, value in options.items())]
    return f"{function}({', '.join(given)})"


def changed(options: Mapping[str, Any], defaults: Mapping[str, Any]) -> dict[str, Any]:
    """The options that differ from a function's defaults.

    Examples
    --------
    >>> changed({"by": None, "form": "stem"}, {"by": None, "form": "lower"})
    {'form': 'stem'}
    """
    return {name: value for name, value in options.items() if value != defaults.get(name)}


def opening(corpus: Corpus) -> list[str]:
    """The lines that bring the corpus: the sample by name, one's own by its variable."""
    loaded = f'corpus = osce.load_sample("{corpus.name}")' if corpus.name in SAMPLES else UNSAVED
    return ["import osce_analysis as osce", "", loaded]
