"""Many documents as one Corpus of tables: load, select, save, describe."""

from osce_analysis.corpus.corpus import Corpus
from osce_analysis.corpus.loading import load
from osce_analysis.corpus.samples import load_sample

__all__ = ["Corpus", "load", "load_sample"]
