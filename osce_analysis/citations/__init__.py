"""Which instruments statements invoke: found in a text, counted, set against one another, and in their passages."""

from osce_analysis.citations.annotation import annotate
from osce_analysis.citations.associations import association
from osce_analysis.citations.attitudes import stances
from osce_analysis.citations.checks import check
from osce_analysis.citations.cocitations import cocitation
from osce_analysis.citations.finding import find
from osce_analysis.citations.networks import network
from osce_analysis.citations.passages import contexts
from osce_analysis.citations.rankings import most_cited
from osce_analysis.citations.sheets import coding_sheet, reliability

__all__ = [
    "annotate",
    "association",
    "check",
    "cocitation",
    "coding_sheet",
    "contexts",
    "find",
    "most_cited",
    "network",
    "reliability",
    "stances",
]
