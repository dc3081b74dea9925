"""The passages in which instruments are invoked: by whom, in which stance, the citation and its cues marked."""

from __future__ import annotations

from html import escape
from typing import Any

import pandas as pd

from osce_analysis.citations.attitudes import MENTION, unread
from osce_analysis.citations.passages import classes
from osce_analysis.corpus import Corpus
from osce_analysis.corpus.schema import PARTS, STANCES
from osce_analysis.explorers import rendering
from osce_analysis.explorers.answers import name_of
from osce_analysis.explorers.rendering import Mark, plural

NOT_CHECKED = (
    "Stances go by cue words and were not checked by people labelling: an aid to reading, not a finding. "
    "The cue of “X violated the Charter” accuses X and upholds the Charter."
)
NOT_KNOWN = "not known"
MOST_DELEGATIONS = 12
_REACH = 220
"""Characters of the paragraph shown on either side of a citation."""


def with_stances(corpus: Corpus, cited: pd.DataFrame) -> pd.DataFrame:
    """Citations with the delegation and day of their statement and their stances.

    The stance is "mention" where there is no cue, and not known where no text was there to find one in.
    """
    own = corpus.statements[["statement_id", "delegation", "date"]]
    stance = cited["citation_id"].map(classes(corpus)).astype("str").fillna(MENTION)
    stance = stance.mask(cited["statement_id"].isin(unread(corpus)), NOT_KNOWN)
    return cited.assign(stance=stance).merge(own, on="statement_id")


def passages(corpus: Corpus, cited: pd.DataFrame) -> str:
    """The stances of each delegation in numbers, and the first passages, those of one delegation together.

    Parameters
    ----------
    corpus : Corpus
        Which holds the texts and the cues.
    cited : DataFrame
        A result of `with_stances`.
    """
    if cited.empty:
        return rendering.sentence("No citation in this stance.")
    ranked = cited["delegation"].fillna("").value_counts()
    order = {code: place for place, code in enumerate(ranked.index)}
    rank = cited["delegation"].fillna("").map(order)
    cited = cited.assign(rank=rank).sort_values(["rank", "stance", "date"], kind="stable")
    texts = corpus.statements.set_index("statement_id")[list(PARTS)]
    bounds = corpus.paragraphs.set_index(["statement_id", "paragraph"])[["start", "end"]]
    cues = corpus.cues
    shown = cited.head(rendering.SHOWN_LINES)
    cues = cues[cues["citation_id"].isin(shown["citation_id"])]
    rows = "".join(
        f'<tr><td class="small">{escape(rendering.source(row))}</td><td>{escape(str(row.stance))}</td>'
        f"<td>{_passage(row, texts, bounds, cues[cues['citation_id'] == row.citation_id])}</td></tr>"
        for row in shown.itertuples()
    )
    said = plural(len(cited), "citation") + f" in {plural(cited['statement_id'].nunique(), 'statement')}"
    if len(cited) > len(shown):
        said += f"; the first {len(shown)} passages: count by delegation, or choose a stance, to see others"
    head = "<tr><th>Who, when, where</th><th>Stance</th><th>Passage</th></tr>"
    return (
        _crossed(cited)
        + rendering.sentence(NOT_CHECKED, kind="small")
        + rendering.block(f'<p class="small">{escape(said)}.</p><table class="passages">{head}{rows}</table>')
    )


def _crossed(cited: pd.DataFrame) -> str:
    """How many citations of each delegation stand in which stance."""
    each = cited.assign(stance=cited["stance"].str.split(", ")).explode("stance")
    each = each.assign(
        delegation=[name_of(code, "delegation") for code in each["delegation"]],
        stance=each["stance"].str.removeprefix("not "),
    )
    counts = pd.crosstab(each["delegation"], each["stance"])
    counts = counts[[stance for stance in (*STANCES, MENTION, NOT_KNOWN) if stance in counts]]
    ranked = counts.loc[counts.sum(axis=1).sort_values(ascending=False, kind="stable").index]
    shown = ranked.head(MOST_DELEGATIONS).rename_axis(None, axis=1).reset_index()
    left = "" if len(ranked) <= len(shown) else f"{len(shown)} of {plural(len(ranked), 'delegation')} shown."
    return rendering.table(shown.rename(columns={"delegation": "citations of"})) + (
        rendering.sentence(left, kind="small") if left else ""
    )


def _passage(row: Any, texts: pd.DataFrame, bounds: pd.DataFrame, cues: pd.DataFrame) -> str:
    """A citation in its paragraph, as far as the text is held."""
    part = row.part if isinstance(row.part, str) else "text"
    whole = texts.at[row.statement_id, part]
    if not isinstance(whole, str) or pd.isna(row.start):
        return f"{escape(str(row.surface))} <i>(the text is not held)</i>"
    start, end = int(row.start), int(row.end)
    key = (row.statement_id, row.paragraph)
    first, last = (0, len(whole))
    if part == "text" and key in bounds.index:
        first, last = (int(edge) for edge in bounds.loc[key])
    said = str(row.instrument) if isinstance(row.instrument, str) else "not resolved"
    marks = [Mark(start, end, said, "citation"), *cue_marks(cues)]
    left, right = _window(whole, first, last, start, end)
    return (
        ("… " if left > first else "")
        + rendering.marked(whole[left:right], marks, left)
        + (" …" if right < last else "")
    )


def _window(whole: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """Where a passage begins and ends: within the paragraph, and between words."""
    left, right = max(first, start - _REACH), min(last, end + _REACH)
    if left > first:
        left = whole.find(" ", left, start) + 1 or left
    if right < last:
        right = max(whole.rfind(" ", end, right), end)
    return left, right


def cue_marks(cues: pd.DataFrame) -> list[Mark]:
    """The cues of a citation as marks: each says its class."""
    filled = cues.fillna({"start": 0, "end": 0, "negated": False})
    return [
        Mark(int(cue["start"]), int(cue["end"]), f"{'not ' if cue['negated'] else ''}{cue['stance']}", "cue")
        for cue in filled.to_dict("records")
    ]
