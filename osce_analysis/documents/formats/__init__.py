"""What a file is, by its content, and its text."""

from osce_analysis.documents.formats.kinds import Unreadable, kind_of, unreadable
from osce_analysis.documents.formats.text import decode

__all__ = ["Unreadable", "decode", "kind_of", "text_of", "unreadable"]


def text_of(data: bytes, source: str = "The file") -> str:
    """The text of one file.

    Parameters
    ----------
    data : bytes
        The whole file.
    source : str
        Its name, for the sentence of an error.

    Raises
    ------
    Unreadable
        Where the file is of a kind that is not read, or its text cannot be decoded.

    Examples
    --------
    >>> text_of(b"Thank you, Chair.")
    'Thank you, Chair.'
    """
    kind = kind_of(data)
    if kind != "text":
        raise unreadable(kind, source)
    return decode(data, source)
