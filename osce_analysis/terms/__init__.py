"""Who says what, how often, and in which words around it."""

from osce_analysis.terms.collocates import collocations
from osce_analysis.terms.concordances import concordance
from osce_analysis.terms.contrasts import keyness
from osce_analysis.terms.dispersions import dispersion
from osce_analysis.terms.frequencies import frequency
from osce_analysis.terms.passages import boilerplate
from osce_analysis.terms.scores import dictionary
from osce_analysis.terms.trends import trend

__all__ = [
    "boilerplate",
    "collocations",
    "concordance",
    "dictionary",
    "dispersion",
    "frequency",
    "keyness",
    "trend",
]
