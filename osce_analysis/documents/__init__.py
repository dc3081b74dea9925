"""One file to Documents: formats, layout, header, parts, sentences, roles and citations."""

from osce_analysis.documents.formats import Unreadable
from osce_analysis.documents.parsing import parse, read

__all__ = ["Unreadable", "parse", "read"]
