"""What a file is, by its content, and its text."""

from osce_analysis.documents.formats.contents import Contents
from osce_analysis.documents.formats.kinds import Unreadable, kind_of, unreadable
from osce_analysis.documents.formats.text import decode

__all__ = ["TEXT_LIMIT", "Contents", "Unreadable", "contents_of", "decode", "kind_of", "unreadable"]

TEXT_LIMIT = 10_000_000  # characters, some three thousand pages; what is longer is no document


def contents_of(data: bytes, source: str = "The file") -> Contents:
    """The text of one file, and what of it could not be read.

    Parameters
    ----------
    data : bytes
        The whole file.
    source : str
        Its name, for the sentences about it; what kind it is is told by its content.

    Raises
    ------
    Unreadable
        Where the file is of a kind that is not read, damaged, under a password, without text, or too long.

    Examples
    --------
    >>> contents_of(b"Thank you, Chair.").text
    'Thank you, Chair.'
    """
    contents = _contents(data, source)
    if len(contents.text) > TEXT_LIMIT:
        raise Unreadable(
            f"{source} holds {len(contents.text):,} characters, too many for a document "
            f"(the limit is {TEXT_LIMIT:,}): split it."
        )
    return contents


def _contents(data: bytes, source: str) -> Contents:
    """The text by the reader of its kind, each loaded with the first file of the kind."""
    match kind_of(data):
        case "text":
            return Contents(decode(data, source))
        case "pdf":
            from osce_analysis.documents.formats.pdf import read_pdf

            return read_pdf(data, source)
        case "docx":
            from osce_analysis.documents.formats.docx import read_docx

            return read_docx(data, source)
        case "html":
            from osce_analysis.documents.formats.html import read_html

            return read_html(data, source)
        case "mhtml":
            from osce_analysis.documents.formats.mhtml import read_mhtml

            return read_mhtml(data, source)
        case kind:
            raise unreadable(kind, source)
