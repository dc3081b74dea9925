"""Three findings about citations, from the corpora beside the checkout: a table and a picture each.

python benchmarks/findings.py             all three, in some two minutes; pictures go to docs/pictures
python benchmarks/findings.py --only whose-helsinki
python benchmarks/findings.py --passages  with ten passages of each, drawn by a fixed seed, to be read

resolutions-242-and-435: the share of UN General Debate speeches that cite Security Council resolutions 242 and 435.
cyprus-renewals: what the Council's own resolutions cite most, each renewal of a mandate counted, and each mandate once.
whose-helsinki: the share of speeches that name Helsinki, the CSCE or the Final Act, by bloc, by four years.
"""

import argparse
import re
import zipfile
from functools import cache

import pandas as pd
from texts import CHECKOUT, SHARED

from osce_analysis import charts, citations
from osce_analysis.corpus import Corpus
from osce_analysis.measures.intervals import wilson

PICTURES = CHECKOUT / "docs" / "pictures"
PASSAGES, AROUND, SEED = 10, 110, 20261124
TWO = ("S/RES/242", "S/RES/435")
NAMED = re.compile(
    r"Helsinki|\bCSCE\b|Conference on Security and Co-?\s?operation in Europe"
    r"|Final\s+Act\b(?!\s+of\s+(?:Lagos|the\s+Uruguay))"  # Lagos and the trade rounds have theirs
)
EC = ["BEL", "DEU", "DNK", "FRA", "GBR", "IRL", "ITA", "LUX", "NLD"]
BLOCS = {
    "Warsaw Pact": dict.fromkeys(["BGR", "BLR", "CSK", "DDR", "HUN", "POL", "ROU", "RUS", "UKR"], 1955),
    "European Community": dict.fromkeys(EC, 1973) | {"GRC": 1981, "ESP": 1986, "PRT": 1986},
    "neutral and non-aligned": dict.fromkeys(
        ["AUT", "CHE", "CYP", "FIN", "LIE", "MLT", "SMR", "SWE", "YUG"], 1970
    ),
    "United States and Canada": dict.fromkeys(("USA", "CAN"), 1970),
}
FIRST, LAST, STRETCH = 1971, 1990, 4  # the Warsaw Pact ended in 1991


def main():
    """Print the tables and write the pictures."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--only", choices=list(FINDINGS), help="one of the findings")
    options.add_argument("--passages", action="store_true", help="print ten passages of each")
    given = options.parse_args()
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, finding in FINDINGS.items():
        if given.only in (None, name):
            title, table, chart, passages = finding()
            chart.savefig(PICTURES / f"{name}.png", dpi=200)
            print(f"\n{title}\n{table.to_string()}\n{chart.drawn.alt}")
            if given.passages:
                print(*passages(), sep="\n")


def resolutions():
    """Speeches that cite resolutions 242 and 435, by decade; the picture has every year."""
    corpus = speeches()
    by_year = citations.most_cited(corpus, by="year", top=None)
    by_decade = citations.most_cited(corpus, by="decade", top=None)
    chart = charts.trend(by_year[by_year["instrument"].isin(TWO)], width=140)
    table = by_decade[by_decade["instrument"].isin(TWO)].set_index(["decade", "instrument"])
    sizes = by_decade.attrs["denominators"]["groups"]
    table = table.assign(of=[sizes[str(decade)] for decade, _ in table.index])
    rows = corpus.citations[corpus.citations["instrument"].isin(TWO)]
    return (
        "Speeches that cite Security Council resolutions 242 (1967) and 435 (1978), by decade",
        table[["count", "statements", "of", "share", "low", "high"]],
        chart,
        lambda: around(corpus, rows),
    )


def cyprus():
    """What the Council's resolutions cite most, with each renewal counted and with each mandate once."""
    corpus = council()
    counted = {
        "every resolution": citations.network(corpus),
        "renewals of one mandate as one": citations.network(corpus, collapse=True),
    }
    table = pd.DataFrame(
        {
            name: {
                node: data["statements"]
                for node, data in graph.nodes(data=True)
                if data["mode"] == "instrument"
            }
            for name, graph in counted.items()
        }
    ).astype("Int64")
    table = table.sort_values(list(table), ascending=False)
    most = sorted({id for name in table for id in table[name].nlargest(8).index}, key=list(table.index).index)
    drawn = pd.DataFrame(
        [
            {"counting": name, "instrument": id, "statements": table.loc[id, name], "count": table.loc[id, name],
             "share": table.loc[id, name] / texts(graph)}
            for id in most for name, graph in counted.items()
        ]
    )  # fmt: skip
    drawn.attrs.update(citations.most_cited(corpus, top=1).attrs)
    rows = corpus.citations[corpus.citations["instrument"] == "S/RES/186"]
    return (
        "What the Security Council's own resolutions of 1946-1985 cite most: resolutions that cite it",
        table.head(12),
        charts.bars(drawn, width=140),
        lambda: around(corpus, rows),
    )


def texts(graph):
    """How many resolutions there are, those of one mandate as one where they collapse."""
    found = graph.graph["attrs"]["denominators"]
    return found["statements"] - found["collapsed"] + found["chains"]


def helsinki():
    """Speeches that name Helsinki, the CSCE or the Final Act, by bloc and four years."""
    held = debate()
    held = held[held["year"].between(FIRST, LAST)]
    held = held.assign(
        bloc=[bloc_of(*pair) for pair in zip(held["delegation"], held["year"], strict=True)],
        period=[
            f"{(first := year - (year - FIRST) % STRETCH)}-{(first + STRETCH - 1) % 100}"
            for year in held["year"]
        ],
        names=held["text"].map(lambda text: NAMED.search(text) is not None),
    ).dropna(subset=["bloc"])
    table = held.groupby(["bloc", "period"])["names"].agg(count="sum", of="size").reset_index()
    table.insert(2, "term", "Helsinki, CSCE or Final Act")
    table["share"] = table["count"] / table["of"]
    table["low"], table["high"] = wilson(table["count"], table["of"])
    return (
        "Speeches that name Helsinki, the CSCE or the Final Act, of those of the bloc in four years",
        table.assign(shown=[f"{a}/{b}" for a, b in zip(table["count"], table["of"], strict=True)]).pivot(
            index="bloc", columns="period", values="shown"
        ),
        charts.trend(table.drop(columns="of").sort_values("period"), width=140, note=False),
        lambda: [
            passage(row.statement_id, row.text, NAMED.search(row.text).span())
            for row in held[held["names"]].sample(PASSAGES, random_state=SEED).itertuples()
        ],
    )


def bloc_of(delegation, year):
    """The bloc of a delegation in a year, else None."""
    return next((bloc for bloc, since in BLOCS.items() if since.get(delegation, 9999) <= year), None)


@cache
def debate():
    """The speeches in the UN General Debate."""
    table = pd.read_parquet(SHARED / "ungdc_1970-1999.parquet")
    table = table.assign(
        statement_id=table["iso3"] + "-" + table["session"].astype(str),
        decade=(table["year"] // 10 * 10).astype(str) + "s",
        language="en",
    )
    return table.rename(columns={"iso3": "delegation"}).drop(columns="session")


@cache
def speeches():
    """The speeches as a corpus, with what they cite."""
    return cited(debate())


@cache
def council():
    """The resolutions of the Security Council as a corpus; none cites itself."""
    rows = []
    with zipfile.ZipFile(SHARED / "unsc_resolutions_1946-1985.zip") as archive:
        for name in sorted(archive.namelist()):
            if name.endswith(".txt"):
                number, year = map(int, name.split("_")[2:4])
                rows.append((f"S/RES/{number}", year, archive.read(name).decode("utf-8")))
    return cited(pd.DataFrame(rows, columns=["statement_id", "year", "text"]).assign(language="en"))


def cited(statements):
    """A corpus of statements with the citations found in them."""
    found = [
        citations.find(text, date=f"{year}-12-31").assign(statement_id=id)
        for id, year, text in zip(
            statements["statement_id"], statements["year"], statements["text"], strict=True
        )
    ]
    table = pd.concat([rows for rows in found if len(rows)], ignore_index=True)
    table = table[table["instrument"].fillna("") != table["statement_id"]]
    return Corpus(statements, citations=table.drop(columns="citation_id"))


def around(corpus, rows):
    """Ten of the citations, each in its passage."""
    texts = corpus.statements.set_index("statement_id")["text"]
    drawn = rows.sample(PASSAGES, random_state=SEED)
    return [
        passage(row.statement_id, texts[row.statement_id], (row.start, row.end), row.instrument)
        for row in drawn.itertuples()
    ]


def passage(name, text, span, instrument=""):
    """A place in a text, marked, on one line."""
    start, end = span
    before, inside, after = text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND]
    return " ".join(f"{name} {instrument}: ...{before}[[{inside}]]{after}...".split())


FINDINGS = {
    "resolutions-242-and-435": resolutions,
    "cyprus-renewals": cyprus,
    "whose-helsinki": helsinki,
}

if __name__ == "__main__":
    main()
