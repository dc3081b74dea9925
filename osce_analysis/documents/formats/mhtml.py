"""The text of a web page that a browser saved whole, as a message of related parts (.mht, .mhtml)."""

from __future__ import annotations

from email import message_from_bytes
from email.errors import MessageError
from email.message import Message

from osce_analysis.documents.formats.contents import Contents
from osce_analysis.documents.formats.html import read_html
from osce_analysis.documents.formats.kinds import Unreadable

_LIMIT = 64 * 2**20  # bytes, pictures included


def read_mhtml(data: bytes, source: str) -> Contents:
    """Read a web page that was saved whole.

    Parameters
    ----------
    data : bytes
        The whole file.
    source : str
        Its name, for the sentences about it.

    Raises
    ------
    Unreadable
        Where it is too large, damaged, or holds no page.
    """
    if len(data) > _LIMIT:
        raise Unreadable(f"{source} is a saved web page of over {_LIMIT >> 20} MB: save it as .html or .txt.")
    try:
        parts = message_from_bytes(data).walk()
        page = next((part for part in parts if part.get_content_type() == "text/html"), None)
        held = _decoded(page) if page is not None else b""
    except (MessageError, ValueError, LookupError, RecursionError):
        raise Unreadable(f"{source} is a saved web page that is damaged: save it as .html or .txt.") from None
    if not held.strip():
        raise Unreadable(f"{source} is a saved web page that holds no text: save it as .html or .txt.")
    return read_html(held, source)


def _decoded(page: Message) -> bytes:
    """A part's bytes, in UTF-8 where it says what else it is in."""
    data = page.get_payload(decode=True)
    if not isinstance(data, bytes):
        return b""
    try:
        return data.decode(page.get_content_charset("utf-8")).encode()
    except (LookupError, UnicodeDecodeError):
        return data
