"""What a format gives: the text of a file, and what of the file could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from osce_analysis.documents.records import Problem


@dataclass(frozen=True)
class Contents:
    """The text of one file, in the form that `layout` takes.

    Paragraphs stand on lines of their own between blank lines; lines of a header that stand
    together follow each other; `# ` opens a line that is a heading or all in bold.
    """

    text: str
    problems: tuple[Problem, ...] = ()


def heading(lines: str) -> str:
    """Mark each of `lines` as a heading's.

    Examples
    --------
    >>> print(heading("STATEMENT BY\\nTHE DELEGATION OF CANADA"))
    # STATEMENT BY
    # THE DELEGATION OF CANADA
    """
    return "\n".join(f"# {line}" for line in lines.split("\n") if line.strip())


def note_mark(mark: str) -> str:
    """A raised mark of a footnote as it stands in plain text: digits in brackets, signs as they are.

    Without the brackets "3/04" with note 1 would be "3/041".

    Examples
    --------
    >>> note_mark("1"), note_mark("[2]"), note_mark("*"), note_mark("th")
    ('[1]', '[2]', '*', 'th')
    """
    bare = mark.strip().strip("[]()")
    return f"[{bare}]" if bare.isdecimal() and len(bare) <= 3 else mark
