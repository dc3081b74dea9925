"""Who signs with whom: incidence, agreement of pairs, alignment, and their network with its blocs."""

from osce_analysis.cosignatories.agreements import agreement
from osce_analysis.cosignatories.alignments import alignment
from osce_analysis.cosignatories.centralities import centrality
from osce_analysis.cosignatories.incidences import incidence
from osce_analysis.cosignatories.networks import network
from osce_analysis.cosignatories.partitions import blocs
from osce_analysis.cosignatories.statements import shared_statements
from osce_analysis.cosignatories.writing import write

__all__ = [
    "agreement",
    "alignment",
    "blocs",
    "centrality",
    "incidence",
    "network",
    "shared_statements",
    "write",
]
