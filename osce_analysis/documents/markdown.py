"""Markdown's marks off a text; an asterisk that is a footnote's or a list's mark stays."""

from __future__ import annotations

import re

# A text without one of these has no mark; a hyphen is one only in a rule.
_MARKS = ("*", "_", "#", ">", "\\", "[", "--", "- -")
_HEADING = re.compile(r"^ {0,3}#{1,6} +(?=\S)")
_RULE = re.compile(r"^ {0,3}([-*_])(?: ?\1){2,}\s*$")
_QUOTE = re.compile(r"^ {0,3}> ?")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!<>|~-])")
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\s]{0,500}\) ?")
_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\((?:https?://|mailto:)[^()\s]{1,500}\)")
_EMPHASIS = re.compile(r"\*{1,3}|_{1,3}")
_OPENS_AFTER = re.compile(r"[\s(\[\"'“«„‘/–—-]")


def unmark(lines: list[str]) -> tuple[list[str], bool]:
    """Take the marks off a block of lines.

    Parameters
    ----------
    lines : list of str
        Lines without a blank one between; as many come back.

    Returns
    -------
    (list of str, bool)
        The lines without marks, and whether all of them stood in bold or were headings.

    Examples
    --------
    >>> unmark(["**JOINT STATEMENT BY  ", "THE MINISTERS**"])
    (['JOINT STATEMENT BY', 'THE MINISTERS'], True)
    >>> unmark(["Montenegro* and Albania* align themselves."])
    (['Montenegro* and Albania* align themselves.'], False)
    """
    lines = [line.rstrip() for line in lines]
    text = "\n".join(lines)
    if not any(mark in text for mark in _MARKS):
        return lines, False
    if all(_QUOTE.match(line) for line in lines):
        lines = [_QUOTE.sub("", line) for line in lines]
    heading = all(_HEADING.match(line) for line in lines)
    lines = ["" if _RULE.match(line) else _HEADING.sub("", line).removesuffix("\\") for line in lines]
    text = "\n".join(lines)
    spans = _emphasis(text)
    bold = sum(end - start for start, end, width in spans if width >= 2) >= len(text.strip()) > 0
    marks = sorted(mark for span in spans for mark in _marks(*span))
    starts = [0, *(end for _, end in marks)]
    ends = [*(start for start, _ in marks), len(text)]
    text = "".join(text[start:end] for start, end in zip(starts, ends, strict=True))
    text = _LINK.sub(r"\1", _IMAGE.sub("", text)) if "](" in text else text
    text = _ESCAPE.sub(r"\1", text) if "\\" in text else text
    return text.split("\n"), bold or heading


def _marks(start: int, end: int, width: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where the two marks of a span stand."""
    return (start, start + width), (end - width, end)


def _emphasis(text: str) -> list[tuple[int, int, int]]:
    """The spans in emphasis: (start, end, width of a mark).

    One pass over the marks: an opening one (nothing or a space before, a letter after)
    waits for a closing one of the same width. Single marks must close on their line.
    """
    spans: list[tuple[int, int, int]] = []
    waiting: dict[str, int] = {}
    for match in _EMPHASIS.finditer(text):
        mark, start, end = match[0], match.start(), match.end()
        before, after = text[start - 1 : start], text[end : end + 1]
        if before == "\\":
            continue
        opened = waiting.get(mark)
        if opened is not None and before and not before.isspace() and not (after.isalnum()):
            del waiting[mark]
            if len(mark) > 1 or "\n" not in text[opened:start]:
                spans.append((opened, end, len(mark)))
        elif after and not after.isspace() and (not before or _OPENS_AFTER.match(before)):
            waiting[mark] = start
    return spans
