"""HTML for the explorers. What a document says passes through `escape` here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

import pandas as pd
from matplotlib.patheffects import withStroke
from matplotlib.text import Text

from osce_analysis import reference
from osce_analysis.charts.figures import Chart, picture

SHOWN_ROWS = 200
SHOWN_LINES = 50
FEW_COLUMNS = 11  # of a table whose cells can each be as wide as a number
LONGEST = 400  # characters of a cell
ACTORS = frozenset({"actor", "actor_a", "actor_b", "delegation", "top_delegation"})

STYLE = """<style>
.osce { color: var(--jp-ui-font-color1, inherit); font-size: 13px; line-height: 1.45; }
.osce p { margin: 0 0 .5em; }
.osce [role=alert] { border-left: 4px solid #d55e00; padding: .3em .6em; }
.osce .note, .osce .small { color: var(--jp-ui-font-color2, inherit); font-size: 12px; }
.osce .printed { white-space: pre-wrap; }
.osce mark { background: #ffe08a; color: #1a1a1a; padding: 0 1px; }
.osce mark.signatory { background: #cfe8ff; }
.osce mark.citation { background: #d3f0df; }
.osce mark.cue { background: none; color: inherit; border-bottom: 2px solid #d55e00; }
.osce mark.chosen { outline: 2px solid #d55e00; }
.osce table { border-collapse: collapse; width: 100%; }
.osce th, .osce td { border: 0; border-bottom: 1px solid var(--jp-border-color2, #bbb); padding: 2px 6px;
  text-align: left; vertical-align: top; overflow-wrap: anywhere; white-space: normal; color: inherit; }
.osce .rows { font-size: 12px; }
.osce .rows th { font-size: 11px; }
.osce .few th, .osce .few td { min-width: 4.9em; }
.osce .lines { table-layout: fixed; }
.osce .lines td:nth-child(1) { width: 17%; }
.osce .lines td:nth-child(2) { text-align: right; width: 34%; }
.osce .lines td:nth-child(4) { width: 34%; }
.osce .lines td:nth-child(3) { text-align: center; }
.osce .passages { table-layout: fixed; }
.osce .passages th:nth-child(1) { width: 22%; }
.osce .passages th:nth-child(2) { width: 12%; }
.osce .facts { display: grid; grid-template-columns: max-content auto; gap: 0 1em; margin: 0 0 .8em; }
.osce .facts dt { white-space: nowrap; color: var(--jp-ui-font-color2, inherit); }
.osce .facts dd { margin: 0; }
.osce li { margin-bottom: .5em; }
.osce ol { margin: 0; padding-left: 2.4em; }
.osce-list { height: auto; }
.osce-list > select { flex: 0 0 20em; width: 100%; box-sizing: border-box; }
.osce-list option { white-space: normal; overflow-wrap: break-word; }
.osce .downloads a { margin-right: 1em; color: var(--jp-content-link-color, #0072b2); }
.osce pre { overflow: auto; white-space: pre-wrap; margin: 0; }
</style>"""


@dataclass(frozen=True)
class Mark:
    """A span of a text to be marked, what it is, and whether it is the one chosen."""

    start: int
    end: int
    says: str
    kind: str = "search"
    chosen: bool = False


def plural(number: int, noun: str) -> str:
    """A number with its noun.

    Examples
    --------
    >>> plural(1, "statement"), plural(1200, "token")
    ('1 statement', '1,200 tokens')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def joined(parts: Iterable[str]) -> str:
    """What a row of a list says, its parts set apart.

    Examples
    --------
    >>> joined(["Norway", "", "3 hits"])
    'Norway  ·  3 hits'
    """
    return "  ·  ".join(part for part in parts if part)


def option(label: str) -> str:
    """A label for a list: ipywidgets makes its spaces hard, so each gets a place to break after it."""
    return label.replace(" ", " \u200b")


def block(html: str) -> str:
    """A piece of the explorer in its style."""
    return f'<div class="osce">{html}</div>'


def sentence(text: str, *, kind: str = "note") -> str:
    """One line of plain text.

    Examples
    --------
    >>> sentence("3 < 4")
    '<div class="osce"><p class="note">3 &lt; 4</p></div>'
    """
    return block(f'<p class="{kind}">{escape(text)}</p>')


def alert(text: str) -> str:
    """A sentence about something that went wrong, which a screen reader speaks at once."""
    return block(f'<p role="alert">{escape(text)}</p>')


def status(text: str) -> str:
    """A sentence that a screen reader speaks when there is time."""
    return block(f'<p role="status"><b>{escape(text)}</b></p>')


def chart_image(chart: Chart, chosen: Iterable[str] = ()) -> str:
    """The chart with its alternative text; labels that say what is chosen stand out."""
    names = {name for name in chosen if name}
    marked = [label for label in chart.findobj(Text) if " ".join(label.get_text().split()) in names]
    before = [(label.get_fontweight(), label.get_path_effects()) for label in marked]
    for label in marked:
        label.set(weight="bold", path_effects=[withStroke(linewidth=5, foreground="#ffe08a")])
    image = picture(chart)
    for label, (weight, effects) in zip(marked, before, strict=True):
        label.set(weight=weight, path_effects=effects)  # the chart is kept, and the next choice is another
    return image


def table(frame: pd.DataFrame, rows: int = SHOWN_ROWS) -> str:
    """The first rows of a table, escaped, States by their names.

    Examples
    --------
    >>> "&lt;script&gt;" in table(pd.DataFrame({"term": ["<script>"]}))
    True
    """
    named = {column: frame[column].map(_actor, na_action="ignore") for column in ACTORS & set(frame.columns)}
    shown = frame.assign(**named).head(rows)
    kind = "rows few" if len(frame.columns) <= FEW_COLUMNS else "rows"
    html = shown.to_html(
        index=False, escape=True, na_rep="", border=0, float_format=_number, classes=kind, justify="left"
    )
    head, end, cells = html.partition("</thead>")
    html = head.replace("_", "_<wbr>") + end + cells  # the long names of columns break where a reader would
    if len(frame) > rows:
        html += f"<p>{rows:,} of {len(frame):,} rows; the code for this view makes them all.</p>"
    return block(html)


def code(lines: Sequence[str]) -> str:
    """Source that can be selected and copied."""
    return block(f'<pre tabindex="0" aria-label="Code for this view">{escape(chr(10).join(lines))}</pre>')


def problems(frame: pd.DataFrame) -> str:
    """How many problems there were, and each one's sentence on request."""
    if frame.empty:
        return ""
    items = "".join(
        f"<li>{escape(str(row.source))}: {escape(str(row.problem))}</li>"
        for row in frame.head(SHOWN_ROWS).itertuples()
    )
    return block(
        f"<details><summary>{plural(len(frame), 'problem')} (show)</summary><ol>{items}</ol></details>"
    )


def lines(frame: pd.DataFrame, where: str = "") -> str:
    """Lines of a concordance or of the contexts of a citation, the match marked, in order of the table."""
    if frame.empty:
        return sentence(f"No line{where}.")
    rows = "".join(
        f'<tr><td class="small">{escape(source(row))}</td><td>{escape(_plain(row.left))}</td>'
        f"<td><mark>{escape(_plain(row.match))}</mark></td><td>{escape(_plain(row.right))}</td></tr>"
        for row in frame.head(SHOWN_LINES).itertuples()
    )
    shown = plural(len(frame), "line")
    if len(frame) > SHOWN_LINES:
        shown = f"The first {SHOWN_LINES} of {shown}"
    return block(f'<p class="small">{escape(shown + where)}</p><table class="lines">{rows}</table>')


def source(row: object) -> str:
    """Where a line comes from: who, when, which statement."""
    who = getattr(row, "delegation", None)
    day = getattr(row, "date", None)
    said = [
        reference.actor_name(str(who)) if isinstance(who, str) else "",
        f"{day:%Y-%m-%d}" if isinstance(day, pd.Timestamp) and not pd.isna(day) else "",
        str(getattr(row, "statement_id", "")),
    ]
    return ", ".join(part for part in said if part)


def facts(cells: pd.Series) -> str:
    """What a row of a table holds, a line for each column that says something; long texts by their beginning."""
    lines = "".join(
        f"<dt>{escape(str(column))}</dt><dd>{escape(_beginning(value, str(column)))}</dd>"
        for column, value in cells.items()
        if not pd.isna(value)
    )
    return block(f'<dl class="facts">{lines}</dl>')


def statements(frame: pd.DataFrame) -> str:
    """A list of statements: title or subject, who, day, id."""
    if frame.empty:
        return sentence("No statement.")
    items = "".join(
        f"<li>{escape(_plain(row.title) or _plain(row.subject) or 'without a title')} "
        f'<span class="small">({escape(source(row))})</span></li>'
        for row in frame.head(SHOWN_LINES).itertuples()
    )
    more = (
        f'<p class="small">{SHOWN_LINES} of {len(frame):,} statements.</p>'
        if len(frame) > SHOWN_LINES
        else ""
    )
    return block(f"<ol>{items}</ol>{more}")


def marked(text: str, marks: Iterable[Mark], offset: int = 0) -> str:
    """Escaped text with its marks; of two that overlap the earlier, then the longer counts.

    Parameters
    ----------
    text : str
        A slice of a part of a document.
    marks : iterable of Mark
        Offsets count in the part.
    offset : int
        Where the slice begins in the part.

    Examples
    --------
    >>> marked("a <b>", [Mark(2, 5, "tag")])
    'a <mark class="search" title="tag">&lt;b&gt;</mark>'
    """
    pieces, place = [], 0
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        start, end = mark.start - offset, mark.end - offset
        if start < place or end > len(text):
            continue
        kind = f"{mark.kind} chosen" if mark.chosen else mark.kind
        pieces += [
            escape(text[place:start]),
            f'<mark class="{escape(kind)}" title="{escape(mark.says)}">{escape(text[start:end])}</mark>',
        ]
        place = end
    return "".join([*pieces, escape(text[place:])])


def _beginning(value: object, column: str) -> str:
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d}"
    text = reference.actor_name(str(value)) if column in ACTORS else str(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} ... ({len(text):,} characters)"


def _plain(value: object) -> str:
    return value if isinstance(value, str) else ""


def _actor(code: object) -> str:
    return reference.actor_name(str(code))


def _number(value: float) -> str:
    return f"{value:,.4g}"
