"""Which instruments statements invoke: found in a text, counted, and in their passages."""

from osce_analysis.citations.finding import find
from osce_analysis.citations.passages import contexts
from osce_analysis.citations.rankings import most_cited

__all__ = ["contexts", "find", "most_cited"]
