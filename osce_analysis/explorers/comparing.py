"""The tab Compare: two sides in four panels, and for each row the words, passages or statements behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd

from osce_analysis import charts, terms
from osce_analysis.comparison import Comparison, compare
from osce_analysis.corpus import Corpus
from osce_analysis.explorers import rendering, sides
from osce_analysis.explorers.answers import Answer, Key, Row, key_of, name_of
from osce_analysis.explorers.coding import call, changed
from osce_analysis.explorers.invocations import passages, with_stances
from osce_analysis.explorers.rendering import joined, plural
from osce_analysis.tokens import split_searches

SHOWN = [
    ("words that divide", "words"),
    ("words that both use", "shared_words"),
    ("commitments", "commitments"),
    ("partners", "partners"),
    ("over time", "over_time"),
]
LISTED = 500
EXCHANGES = 199  # of statements between the sides: enough to tell at p < .05, in a fifth of the time
_DEFAULTS = {"terms": None, "groups": "actor", "permutations": 999}


@dataclass(frozen=True)
class Comparing:
    """Which sides are compared (None: who speaks most), what is followed over time, and the row that was chosen."""

    side_a: str | None = None
    side_b: str = sides.OTHERS
    show: str = "words"
    follow: str = ""
    groups: str = "actor"
    chosen: Key = ()

    def options(self) -> dict[str, Any]:
        """The arguments of `osce.compare`."""
        return {
            "terms": split_searches(self.follow) or None,
            "groups": self.groups,
            "permutations": EXCHANGES,
        }

    def answer(self, corpus: Corpus) -> Answer:
        """The table that is listed, the page of four panels, and the rows of the table."""
        found = _compared(corpus, self.side_a, self.side_b, self.follow, self.groups)
        table: pd.DataFrame = getattr(found, self.show)
        return Answer(table, charts.comparison(found, note=False), tuple(_ROWS[self.show](table)))

    def text(self, corpus: Corpus, row: Row) -> tuple[str, list[str]]:
        """What stands behind a row on both sides, and the statements that it stands in."""
        both = pd.concat([side.statements["statement_id"] for side in self._pair(corpus)])
        corpus = corpus.counted()
        what = row.key[-1]
        if self.show == "commitments":
            cited = corpus.citations[corpus.citations["instrument"] == what]
            cited = with_stances(corpus, cited[cited["statement_id"].isin(both)])
            return passages(corpus, cited), cited["statement_id"].drop_duplicates().tolist()
        if self.show == "partners":
            signed = corpus.signatories.loc[corpus.signatories["actor"] == what, "statement_id"]
            statements = corpus.statements
            found = statements[
                statements["statement_id"].isin(signed) & statements["statement_id"].isin(both)
            ]
            return rendering.statements(found), found["statement_id"].tolist()
        lines = terms.concordance(corpus, what, columns=("delegation", "date"))
        lines = lines[lines["statement_id"].isin(both)]
        return rendering.lines(lines, f" with {what}"), lines["statement_id"].drop_duplicates().tolist()

    def code(self) -> list[str]:
        """The lines that make the same table and chart."""
        given = changed(self.options(), _DEFAULTS)
        return [
            *sides.code(self.side_a, self.side_b),
            f"found = {call('osce.compare', 'target', 'reference', **given)}",
            f"table = found.{self.show}",
            "figure = osce.charts.comparison(found)",
            "figure",
        ]

    def leading(self, corpus: Corpus, row: Row) -> tuple[str, dict[str, Any]]:
        """The tab that asks further about a row, and what to change there: the same sides."""
        target, _ = self._pair(corpus)
        side_a, what = str(target.statements["delegation"].iloc[0]), row.key[-1]
        if self.show == "commitments":
            side_b = None if self.side_b == sides.OTHERS else self.side_b
            asked = {"show": "most_cited", "side_a": side_a, "side_b": side_b, "stance": None}
            return "citations", asked | {"chosen": (side_a, what)}
        if self.show == "partners":
            return "cosignatories", {
                "drawing": "network",
                "roles": "all",
                "only_of": side_a,
                "chosen": (what,),
            }
        look_for = "" if self.show == "words" else f'"{what}"' if " " in what else what
        asked = {"side_a": side_a, "side_b": self.side_b, "look_for": look_for, "form": "lower"}
        return "words", asked | {"keep": "reliable" if self.show == "words" else "all", "chosen": (what,)}

    def _pair(self, corpus: Corpus) -> tuple[Corpus, Corpus]:
        return sides.pair(corpus, self.side_a, self.side_b)


@lru_cache(maxsize=1)
def _compared(corpus: Corpus, side_a: str | None, side_b: str, follow: str, groups: str) -> Comparison:
    """The comparison last asked for: its five tables are looked at one after the other."""
    asked = Comparing(side_a, side_b, follow=follow, groups=groups)
    return compare(*sides.pair(corpus, side_a, side_b), **asked.options())


def _words(table: pd.DataFrame) -> Iterable[Row]:
    """Words with their log ratio and their hits on both sides."""
    for row in table.head(LISTED).to_dict("records"):
        term, hits = str(row["term"]), f"{row['count_target']:,} / {row['count_reference']:,}"
        yield Row((term,), joined([term, f"{row['log_ratio']:+.1f}".replace("-", "−"), hits]), (term,))


def _contrasts(table: pd.DataFrame) -> Iterable[Row]:
    """Instruments or actors with the statements of both sides, those that differ most first."""
    column = "instrument" if "instrument" in table else "actor"
    order = table["value"].abs().sort_values(ascending=False, kind="stable").index
    for row in table.loc[order].head(LISTED).to_dict("records"):
        code, title = str(row[column]), key_of(row.get("title"))
        name = name_of(code, column)
        value = f"{100 * row['value']:+.0f} points".replace("-", "−")
        held = f"{row['statements_target']:,} / {plural(int(row['statements_reference']), 'statement')}"
        p = "p < .001" if row["p_adjusted"] < 0.001 else f"p = {row['p_adjusted']:.3f}"
        yield Row((code,), joined([name, title, value, held, p]), (name, title))


def _over_time(table: pd.DataFrame) -> Iterable[Row]:
    """The words followed, with their hits on each side."""
    summed = table.groupby(["term", "side"], sort=False)["count"].sum().unstack(sort=False)
    for term, counts in summed.iterrows():
        hits = [f"{side} {count:,}" for side, count in counts.items()]
        yield Row((str(term),), joined([str(term), *hits]), (str(term),))


_ROWS: dict[str, Callable[[pd.DataFrame], Iterable[Row]]] = {
    "words": _words,
    "shared_words": _words,
    "commitments": _contrasts,
    "partners": _contrasts,
    "over_time": _over_time,
}
