"""Who signs with whom: incidence, agreement of pairs, alignment, and their network."""

from osce_analysis.cosignatories.agreements import agreement
from osce_analysis.cosignatories.alignments import alignment
from osce_analysis.cosignatories.incidences import incidence
from osce_analysis.cosignatories.networks import network

__all__ = ["agreement", "alignment", "incidence", "network"]
