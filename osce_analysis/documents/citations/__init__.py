"""Citations in one text: what is cited, where, at which place of it, and with which words."""

from osce_analysis.documents.citations.finding import find_citations

__all__ = ["find_citations"]
