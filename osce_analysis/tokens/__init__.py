"""Words as the analyses count them: tokens, the index over them, searches and function words."""

from osce_analysis.tokens.forms import FORMS, Form
from osce_analysis.tokens.index import TokenIndex
from osce_analysis.tokens.matching import Hits, leftmost_longest
from osce_analysis.tokens.ngrams import TermCounts, count_terms
from osce_analysis.tokens.query import Query, Word, parse_query, split_searches
from osce_analysis.tokens.repetition import Repetition, repeated
from osce_analysis.tokens.stop_words import function_words
from osce_analysis.tokens.tokenising import Token, tokenise

__all__ = [
    "FORMS",
    "Form",
    "Hits",
    "Query",
    "Repetition",
    "TermCounts",
    "Token",
    "TokenIndex",
    "Word",
    "count_terms",
    "function_words",
    "leftmost_longest",
    "parse_query",
    "repeated",
    "split_searches",
    "tokenise",
]
