"""A printed table as LaTeX, HTML and Markdown; every cell is a text and never a command."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from osce_analysis.publishing.printing import PAD, Printed

MOST_ON_A_PAGE = 45
"""Rows of a LaTeX table that stands on one page; a longer one may break."""

_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "<": r"\textless{}", ">": r"\textgreater{}",
    "|": r"\textbar{}", '"': r"\textquotedbl{}", "`": "{`}", "−": "$-$", "∞": r"$\infty$", "²": r"\textsuperscript{2}",
    "\N{NO-BREAK SPACE}": "~", "\N{EN DASH}": "--", "\N{EM DASH}": "---",
}  # fmt: skip
# Two marks side by side that LaTeX would draw as one stand apart.
_TEX = re.compile(rf"-(?=-)|'(?=')|{PAD}+|[{re.escape(''.join(_LATEX))}]")
_OTHER_SCRIPT = re.compile("[\u0370-\u1dff\u2e80-\uffff]")
_MARKDOWN = re.compile(r"([\\`*_\[\]|~$<&])")
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{caption}</title>
<style>
table {{ border-collapse: collapse; border-top: 1.5px solid; border-bottom: 1.5px solid; font-size: .9rem; }}
caption, .note {{ text-align: left; padding: .5em 0; max-width: 60em; }}
th, td {{ padding: .2em .7em; text-align: left; vertical-align: top; }}
thead {{ border-bottom: 1px solid; }}
.number {{ text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }}
body {{ font-family: sans-serif; margin: 2em; }}
</style>
</head>
<body>
<table>
<caption>{caption}</caption>
<thead>
{head}
</thead>
<tbody>
{rows}
</tbody>
</table>
<p class="note">{note}</p>
</body>
</html>
"""


def latex(table: Printed, label: str) -> str:
    """LaTeX with the rules of booktabs; a long table breaks over pages, its head repeated."""
    kinds = "".join("r" if number else "l" for number in table.numeric)
    head = _row(table.heads)
    rows = "\n".join(map(_row, table.rows))
    caption = rf"\caption{{{tex(table.caption)}}}\label{{tab:{re.sub(r'[^A-Za-z0-9]+', '-', label)}}}"
    note = rf"\par\smallskip\footnotesize\raggedright {tex(table.note)}" if table.note else ""
    if len(table.rows) > MOST_ON_A_PAGE:
        packages = r"% needs \usepackage{booktabs,longtable}"
        held = [
            rf"\begin{{longtable}}{{{kinds}}}", rf"{caption}\\", r"\toprule", head, r"\midrule", r"\endfirsthead",
            r"\toprule", head, r"\midrule", r"\endhead", r"\bottomrule", r"\endfoot", rows, r"\end{longtable}",
            rf"{{{note}\par}}",
        ]  # fmt: skip
    else:
        packages = r"% needs \usepackage{booktabs}"
        held = [
            r"\begin{table}", r"\centering", caption, rf"\begin{{tabular}}{{{kinds}}}", r"\toprule", head,
            r"\midrule", rows, r"\bottomrule", r"\end{tabular}", note, r"\end{table}",
        ]  # fmt: skip
    beyond = ["% holds Greek, Cyrillic or other scripts: XeLaTeX or LuaLaTeX sets them"]
    beyond = beyond if _OTHER_SCRIPT.search("".join(held)) else []
    return "\n".join([packages, *beyond, *filter(None, held), ""])


def tex(text: str) -> str:
    """A text as LaTeX sets it.

    Examples
    --------
    >>> print(tex("50 % of $x_1$ & <b>"))
    50 \\% of \\$x\\_1\\$ \\& \\textless{}b\\textgreater{}
    """
    return _TEX.sub(_as_tex, text)


def _as_tex(found: re.Match[str]) -> str:
    """A mark as LaTeX writes it, or a gap as wide as so many digits."""
    mark = found[0]
    return rf"\phantom{{{'0' * len(mark)}}}" if mark[0] == PAD else _LATEX.get(mark, mark + "{}")


def html(table: Printed) -> str:
    """A page that holds all it needs."""
    return _PAGE.format(
        caption=escape(table.caption),
        head=_html_row(table.heads, table, "th scope='col'"),
        rows="\n".join(_html_row(row, table, "td") for row in table.rows),
        note=escape(table.note),
    )


def markdown(table: Printed) -> str:
    """A table with its caption above and its note below."""
    rules = ["---:" if number else "---" for number in table.numeric]
    lines = [[md(cell) for cell in table.heads], rules, *([md(cell) for cell in row] for row in table.rows)]
    grid = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return "\n\n".join(filter(None, [f"**{md(table.caption)}**", grid, md(table.note)])) + "\n"


def md(text: str) -> str:
    """A text as Markdown shows it.

    Examples
    --------
    >>> md("a|b *c* <d>")
    'a\\\\|b \\\\*c\\\\* \\\\<d>'
    """
    return _MARKDOWN.sub(r"\\\1", text.replace(PAD, ""))


def _row(cells: Sequence[str]) -> str:
    """A row; what opens with a bracket or a star would be an option of the end of the row before."""
    held = [tex(cell.lstrip(PAD)) for cell in cells]
    return " & ".join(f"{{}}{cell}" if cell.startswith(("[", "*")) else cell for cell in held) + r" \\"


def _html_row(cells: Sequence[str], table: Printed, tag: str) -> str:
    sorts = [' class="number"' if number else "" for number in table.numeric]
    held = [f"<{tag}{sort}>{escape(cell)}</{tag[:2]}>" for cell, sort in zip(cells, sorts, strict=True)]
    return f"<tr>{''.join(held)}</tr>"
