"""Who signs with whom: incidence, agreement of pairs, and their network."""

from osce_analysis.cosignatories.agreements import agreement
from osce_analysis.cosignatories.incidences import incidence
from osce_analysis.cosignatories.networks import network

__all__ = ["agreement", "incidence", "network"]
