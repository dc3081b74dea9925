"""Tables shaped like the results that charts take; the figures in them are made up."""

import itertools
from collections.abc import Sequence

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from osce_analysis.charts.palette import ACTORS

TERMS = (
    "human rights", "sovereignty", "territorial integrity", "терроризм", "борьба с терроризмом", "co-operation",
    "security", "fundamental freedoms", "peace", "rule of law", "dialogue", "trust", "disarmament", "corruption",
    "trafficking in human beings", "arms", "media freedom", "elections", "minorities", "gender", "youth", "water",
    "energy", "cyber", "climate", "migration", "нормы международного права", "OSCE", "a", "$x_1$ & <b>",
)  # fmt: skip
TITLES = {
    "MC.DEC/3/04": "Combating the Use of the Internet for Terrorist Purposes",
    "UN-CHARTER": "Charter of the United Nations",
    "HFA-1975": "Helsinki Final Act",
    "PC.DEC/1202": "A title that goes on, clause after clause, " * 4,
}
SIDES = ("EU", "RUS", "USA", "ARM")


def attrs(**options: object) -> dict[str, object]:
    """What provenance hangs on a table."""
    corpus = {"statements": 312, "tokens": 48210, "specimens": 312}
    return {
        "call": "terms.frequency",
        "options": {"per": 1000, "groups": "actor", **options},
        "corpus": corpus,
    }


def rates(
    terms: Sequence[str] = TERMS,
    sides: Sequence[str | None] = (),
    years: Sequence[int] = (),
) -> pd.DataFrame:
    """As `terms.frequency` returns it, by year and delegation where given."""
    random = np.random.default_rng(1)
    rows = [
        {"year": year, "delegation": side, "term": term, "count": int(random.integers(1, 300))}
        for year, side, term in itertools.product(years or [None], sides or [None], terms)
    ]
    table = pd.DataFrame(rows).assign(rate=random.gamma(2, 1, len(rows)))
    table = table.assign(low=table["rate"] * 0.8, high=table["rate"] * 1.25)
    table = table.drop(columns=[*([] if years else ["year"]), *([] if sides else ["delegation"])])
    table.attrs = attrs(interval="bootstrap")
    return table


def shares(sides: Sequence[str] = ()) -> pd.DataFrame:
    """As `citations.most_cited` returns it."""
    rows = [
        {
            "delegation": side,
            "instrument": instrument,
            "title": title,
            "count": 9 - place,
            "share": 0.5 - place / 10,
        }
        for side in sides or [None]
        for place, (instrument, title) in enumerate(TITLES.items())
    ]
    table = pd.DataFrame(rows)
    table = table.assign(low=table["share"] - 0.05, high=table["share"] + 0.07)
    table = table if sides else table.drop(columns="delegation")
    table.attrs = attrs(interval="wilson")
    return table


def pairs(actors: int, *, measure: str = "jaccard") -> pd.DataFrame:
    """As `cosignatories.agreement` returns it: four blocs among the first `actors` States."""
    random = np.random.default_rng(3)
    signed = random.random((actors, 200)) < 0.15
    for bloc in range(4):
        members = np.arange(actors) % 4 == bloc
        signed[np.ix_(members, np.arange(bloc * 50, bloc * 50 + 50))] |= (
            random.random((members.sum(), 50)) < 0.5
        )
    shared = signed.astype(int) @ signed.astype(int).T
    sizes = signed.sum(axis=1)
    rows = [
        (ACTORS[i], ACTORS[j], shared[i, j], sizes[i], sizes[j], 200)
        for i, j in itertools.combinations(range(actors), 2)
    ]
    columns = ["actor_a", "actor_b", "statements", "statements_a", "statements_b", "occasions"]
    table = pd.DataFrame(rows, columns=columns)
    union = table["statements_a"] + table["statements_b"] - table["statements"]
    table["value"] = {"jaccard": table["statements"] / union, "kappa": table["statements"] / union - 0.2}[
        measure
    ]
    table.attrs = attrs(measure=measure, occasions="joint")
    return table


def graph(actors: int) -> nx.Graph:
    """As `cosignatories.network` returns it, from the same pairs; the last actor signs with no one."""
    found = nx.Graph(attrs=attrs(measure="count"))
    table = pairs(actors - 1)
    for place, code in enumerate(ACTORS[:actors]):
        found.add_node(code, name=code, kind="group" if code == "EU" else "state", statements=20 + place)
    for row in table.itertuples():
        found.add_edge(row.actor_a, row.actor_b, weight=float(row.statements))
    return found


def key_terms(terms: int) -> pd.DataFrame:
    """As `terms.keyness` returns it; every fifth term stands on one side only."""
    random = np.random.default_rng(4)
    ratios = np.sort(random.normal(0, 3, terms))[::-1]
    held = random.integers(3, 150, (2, terms))
    held[np.where(ratios > 0, 1, 0)[::5], np.arange(terms)[::5]] = 0
    named = [TERMS[place] if place < len(TERMS) else f"term-{place}" for place in range(terms)]
    table = pd.DataFrame({"term": named, "log_ratio": ratios, "low": ratios - 1, "high": ratios + 1})
    table = table.assign(statements_target=held[0], statements_reference=held[1])
    table.attrs = attrs(keep="reliable", terms=None, permutations=999, within="year")
    table.attrs["sides"] = ["EU", "Russian Federation"]
    return table


def spread(*, detail: bool) -> pd.DataFrame:
    """As `terms.dispersion` returns it over twenty years."""
    random = np.random.default_rng(5)
    years = [str(year) for year in range(2004, 2024)]
    table = pd.DataFrame(
        {"term": np.repeat(TERMS[:8], 20), "part": years * 8, "rate": random.gamma(0.5, 1, 160)}
    ).assign(dp_norm=np.repeat(random.random(8), 20))
    if not detail:
        table = table.drop_duplicates("term")[["term", "dp_norm"]].assign(range=1203, parts=4459)
    table.attrs = attrs(parts="year")
    return table


def shares_of(label: str, values: Sequence[str], sides: Sequence[str] = ()) -> pd.DataFrame:
    """As `cosignatories.alignment` and `citations.stances` return it."""
    random = np.random.default_rng(6)
    rows = [{"delegation": side, label: value} for side in sides or [None] for value in values]
    table = pd.DataFrame(rows).assign(occasions=random.integers(3, 40, len(rows)))
    table = table.assign(statements=(table["occasions"] * random.random(len(rows))).astype(int))
    table = table.assign(share=table["statements"] / table["occasions"])
    table = table.assign(low=table["share"] * 0.8, high=table["share"] * 0.8 + 0.2)
    table.attrs = attrs() | {"interval": "wilson", "with_": "EU", "validation": None}
    return table if sides else table.drop(columns="delegation")


def differences() -> pd.DataFrame:
    """As `citations.association` returns it."""
    table = shares_of("instrument", tuple(TITLES), SIDES).rename(columns={"share": "value"})
    table["value"] = np.linspace(0.6, -0.6, len(table))
    table = table.assign(
        title=table["instrument"].map(TITLES), p_adjusted=np.linspace(0.001, 0.08, len(table))
    )
    table = table.assign(low=table["value"] - 0.1, high=table["value"] + 0.1)
    table.attrs = attrs(correction="holm") | {"interval": "newcombe"}
    return table


def graph_of_citations(mode: str) -> nx.Graph:
    """As `citations.network` returns it: 30 statements that cite four instruments, or these with one another."""
    found = nx.DiGraph() if mode == "two-mode" else nx.Graph()
    found.graph["attrs"] = attrs(mode=mode)
    for place, (instrument, title) in enumerate(TITLES.items()):
        found.add_node(instrument, mode="instrument", name=title, statements=20 - place)
    if mode == "instruments":
        for place, (a, b) in enumerate(itertools.combinations(TITLES, 2)):
            found.add_edge(a, b, weight=place + 1)
    else:
        for number in range(30):
            found.add_node(f"s{number}", mode="statement", name=f"s{number}", statements=1)
            for instrument in list(TITLES)[number % 3 : number % 3 + 2]:
                found.add_edge(f"s{number}", instrument, weight=1)
    return found


def blocs(actors: int) -> pd.DataFrame:
    """As `cosignatories.blocs` returns it: four blocs, and one actor alone."""
    table = pd.DataFrame({"actor": ACTORS[:actors], "bloc": [place % 4 + 1 for place in range(actors)]})
    table.loc[actors - 1, "bloc"] = 5
    table = table.assign(stability_bootstrap=0.8)
    table.attrs = {"modularity": 0.21}
    return table


def aligned_by_year(actors: int, years: Sequence[int]) -> pd.DataFrame:
    """As `cosignatories.alignment` by year returns it, one State without occasions in the first year."""
    random = np.random.default_rng(7)
    rows = list(itertools.product(years, ACTORS[:actors]))[1:]
    table = pd.DataFrame(rows, columns=["year", "actor"]).assign(occasions=random.integers(1, 20, len(rows)))
    table = table.assign(statements=(table["occasions"] * random.random(len(rows))).astype(int))
    table = table.assign(share=table["statements"] / table["occasions"], low=0.1, high=0.9)
    table.attrs = attrs() | {"interval": "wilson", "with_": "EU"}
    return table


def cited_by_year(years: Sequence[int]) -> pd.DataFrame:
    """As `citations.most_cited` by year returns it; the last instrument is cited once."""
    rows = [
        (year, instrument, title, 0 if place == 3 and year != years[0] else (year + place) % 4)
        for year in years
        for place, (instrument, title) in enumerate(TITLES.items())
    ]
    table = pd.DataFrame(rows, columns=["year", "instrument", "title", "statements"])
    table = table.assign(count=table["statements"], share=table["statements"] / (table["year"] % 3 * 10 + 5))
    table = table.assign(low=table["share"] * 0.8, high=table["share"] * 1.2)
    table.attrs = attrs(interval="wilson")
    return table


def covered(rows: Sequence[str]) -> pd.DataFrame:
    """As `Corpus.coverage` returns it."""
    random = np.random.default_rng(8)
    table = pd.DataFrame({"actor": rows, "interventions": random.integers(1, 90, len(rows))})
    table = table.assign(with_symbol=table["interventions"] * 2 // 3, restricted=table["interventions"] // 5)
    table = table.assign(text_held=table["with_symbol"] // 2)
    table.attrs = attrs()
    return table


def in_periods() -> pd.DataFrame:
    """As `terms.trend` with periods returns it."""
    table = rates(["terrorism", "peace"], years=[1, 2, 3])
    names = {1: "before 2014-03-01", 2: "2014-03-01 to 2022-02-24", 3: "since 2022-02-24"}
    kept = table.attrs
    table = table.assign(year=table["year"].map(names)).rename(columns={"year": "period"})
    table.attrs = kept
    return table


@pytest.fixture(scope="session")
def cases() -> dict[str, tuple[str, object]]:
    """Name of a case: the chart that draws it, and what it draws."""
    return {
        "25 of 30 terms": ("bars", rates()),
        "one bar": ("bars", rates(TERMS[:1])),
        "four sides": ("bars", rates(TERMS[:8], SIDES)),
        "one term by delegation": ("bars", rates(["terrorism"], [*SIDES, "BIH", None])),
        "long titles": ("bars", shares()),
        "long titles, two sides": ("bars", shares(SIDES[:2])),
        "one line with a gap": ("trend", rates(TERMS[:1], years=[*range(2004, 2010), *range(2012, 2024)])),
        "four lines": ("trend", rates(["terrorism"], SIDES, range(2004, 2024))),
        "six of thirty lines": ("trend", rates(years=range(2019, 2023))),
        "terms in periods": ("trend", in_periods()),
        "heat map of six": ("heatmap", pairs(6, measure="kappa")),
        "heat map of 57": ("heatmap", pairs(57)),
        "alignment of twenty": ("alignment", shares_of("actor", ACTORS[:20])),
        "alignment by year": ("alignment", aligned_by_year(8, range(2015, 2024))),
        "alignment of 57 by year": ("alignment", aligned_by_year(57, range(1996, 2024))),
        "timeline": ("timeline", cited_by_year([*range(2004, 2010), *range(2012, 2024)])),
        "coverage of eight": ("coverage", covered(ACTORS[:8])),
        "coverage of 57": ("coverage", covered(ACTORS[:57])),
        "instruments": ("network", graph_of_citations("instruments")),
        "statements and instruments": ("network", graph_of_citations("two-mode")),
        "alignment of 57": ("alignment", shares_of("actor", ACTORS[:57])),
        "stances of four": ("stances", shares_of("stance", ("recall", "affirm", "accuse", "mention"), SIDES)),
        "associations": ("association", differences()),
        "600 key terms": ("keyness", key_terms(600)),
        "two key terms": ("keyness", key_terms(2)),
        "dispersion": ("dispersion", spread(detail=False)),
        "strips of twenty years": ("dispersion", spread(detail=True)),
        "network of six": ("network", graph(6)),
        "network of 57": ("network", graph(57)),
    }
