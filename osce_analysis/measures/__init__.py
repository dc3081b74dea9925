"""Statistics over plain arrays: they know nothing of statements, States or terms."""

from osce_analysis.measures import pairs
from osce_analysis.measures.association import (
    background_prior,
    log_likelihood,
    log_likelihood_p,
    log_odds,
    log_ratio,
    log_ratio_interval,
    percent_difference,
)
from osce_analysis.measures.attraction import expected, log_dice, mutual_information, npmi, t_score
from osce_analysis.measures.evenness import dp, dp_norm, juilland_d, mtld
from osce_analysis.measures.intervals import rate, rate_interval, wilson
from osce_analysis.measures.multiplicity import benjamini_hochberg, holm
from osce_analysis.measures.reliability import (
    agreement,
    cohen_kappa,
    krippendorff_alpha,
    reliability_intervals,
)
from osce_analysis.measures.resampling import bootstrap_weights, exchanges
from osce_analysis.measures.shares import contrast, difference_interval, fisher_p
from osce_analysis.measures.two_sides import log_ratio_bootstrap, rate_difference_p

__all__ = [
    "agreement",
    "background_prior",
    "benjamini_hochberg",
    "bootstrap_weights",
    "cohen_kappa",
    "contrast",
    "difference_interval",
    "dp",
    "dp_norm",
    "exchanges",
    "expected",
    "fisher_p",
    "holm",
    "juilland_d",
    "krippendorff_alpha",
    "log_dice",
    "log_likelihood",
    "log_likelihood_p",
    "log_odds",
    "log_ratio",
    "log_ratio_bootstrap",
    "log_ratio_interval",
    "mtld",
    "mutual_information",
    "npmi",
    "pairs",
    "percent_difference",
    "rate",
    "rate_difference_p",
    "rate_interval",
    "reliability_intervals",
    "t_score",
    "wilson",
]
