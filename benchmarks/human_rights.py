"""How often the blocs spoke of human rights in the UN General Debate, 1970-1999: a table and a picture.

    python benchmarks/human_rights.py     # in some twenty seconds; the picture goes to docs/pictures

Needs the speeches beside the checkout. Rates are per 1,000 words in stretches of years; the intervals resample whole
delegations, as the speeches of one are not independent. A State counts in the bloc that it belonged to in 1970-1990,
or joined until then, in all later years too.
"""

import pandas as pd
from findings import PICTURES, bloc_of
from texts import SHARED

from osce_analysis import charts, terms
from osce_analysis.corpus import Corpus

STRETCHES = [(1970, 1972), (1973, 1976), (1977, 1980), (1981, 1984), (1985, 1988), (1989, 1990), (1991, 1999)]


def main():
    """Print the table and write the picture."""
    table = terms.trend(
        speeches(),
        "human rights",
        side="bloc",
        periods={f"{first}-{last % 100}": (str(first), str(last)) for first, last in STRETCHES},
        cluster="delegation",
    )
    shown = ["bloc", "period", "count", "statements", "rate", "low", "high", "top_delegation", "top_share"]
    print(table[shown].round(2).to_string(index=False))
    chart = charts.trend(table, width=140)
    PICTURES.mkdir(parents=True, exist_ok=True)
    chart.savefig(PICTURES / "human-rights-by-bloc.png", dpi=200)
    print(chart.drawn.alt)


def speeches():
    """The speeches of the four blocs."""
    frame = pd.read_parquet(SHARED / "ungdc_1970-1999.parquet")
    blocs = [bloc_of(*pair) for pair in zip(frame["iso3"], frame["year"], strict=True)]
    frame = frame.assign(
        statement_id=frame["iso3"] + "-" + frame["session"].astype(str),
        delegation=frame["iso3"],
        language="en",
        bloc=blocs,
    )
    kept = ["statement_id", "delegation", "year", "language", "text", "bloc"]
    return Corpus(frame.loc[frame["bloc"].notna(), kept])


if __name__ == "__main__":
    main()
