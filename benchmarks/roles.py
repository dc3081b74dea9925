"""How well the roles are read: precision and recall of (actor, role), overall and for each family of wordings.

python benchmarks/roles.py            a table, in some ten seconds
python benchmarks/roles.py --json     the same as JSON

The labelled sets are those that the tests hold the reader to, in our own words after real forms: the figures tell
what it can do, not what it will do with texts that it was not made for. An actor that is not found where the reader
says that it could not read something (a problem row) is `abstained`, otherwise `missed`; both count against recall.
"""

import argparse
import json
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path

from osce_analysis.documents import parse
from osce_analysis.documents.journals import read_interventions
from osce_analysis.documents.roles import find_signatories
from osce_analysis.measures.intervals import wilson

TESTS = Path(__file__).resolve().parent.parent / "tests" / "documents"
THANKS = "Mr. Chairperson, we thank the speaker for the report."
SIGNS = {"+": "aligned", "&": "represented"}
ITEMS = {
    "en": "Agenda item 1:",
    "de": "Punkt 1 der Tagesordnung:",
    "it": "Punto 1 dell’ordine del giorno:",
    "fr": "Point 1 de l’ordre du jour :",
    "es": "Punto 1 del orden del día:",
    "ru": "Пункт 1 повестки дня:",
}
COUNTS = ("right", "wrong", "missed", "abstained")


def main():
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--json", action="store_true", help="print JSON")
    given = options.parse_args()
    wordings, entries = table("roles", "wording"), table("journals", "case")
    report = {
        "statements, in their parts": scores(wordings, in_parts),
        "statements, as one text": scores(wordings, as_one_text),
        "journals": scores(entries, in_a_journal),
    }
    print(json.dumps(report, indent=2) if given.json else "\n\n".join(map(as_table, report, report.values())))


def table(folder, name):
    """The labelled cases of one kind."""
    return tomllib.loads((TESTS / folder / "wordings.toml").read_text(encoding="utf-8"))[name]


def scores(cases, read):
    """Counts and rates for all cases and for each family, of which a journal's entry has its language."""
    total, families = Counter(), {}
    for case in cases:
        found = judged(*read(case))
        total += found
        families.setdefault(case.get("family") or case.get("language", "en"), Counter()).update(found)
    return {name: rates(counts) for name, counts in (("all", total), *sorted(families.items()))}


def judged(expected, found, problems):
    """What is right, wrong, missed and abstained from in one case."""
    right, lost = (expected & found).total(), (expected - found).total()
    return Counter(
        cases=1,
        exact=expected == found,
        right=right,
        wrong=(found - expected).total(),
        missed=0 if problems else lost,
        abstained=lost if problems else 0,
    )


def rates(counts):
    """Precision and recall with their intervals."""
    right = counts["right"]
    sizes = {"precision": right + counts["wrong"], "recall": right + counts["missed"] + counts["abstained"]}
    row = {name: counts[name] for name in ("cases", "exact", *COUNTS)}
    for name, size in sizes.items():
        low, high = wilson(right, size)
        row[name] = [round(float(value), 4) for value in (right / size, low, high)] if size else None
    return row


def in_parts(case):
    """A statement whose parts are known."""
    roles = find_signatories(
        front=case.get("front", ""),
        text=case.get("text", THANKS),
        closing=case.get("closing", ""),
        title=case.get("title"),
        language=case.get("language", "en"),
        on=case.get("on", date(2022, 5, 5)),
    )
    return labels(case), pairs(roles.signatories), roles.problems


def as_one_text(case):
    """A statement as a file holds it, of which the parts are to be found first."""
    parts = (case.get("front", ""), case.get("text", THANKS), case.get("closing", ""))
    documents = parse(
        "\n\n".join(filter(None, parts)),
        language=case.get("language"),
        on=case.get("on", date(2022, 5, 5)),
    )
    problems = [problem for document in documents for problem in document.problems if problem.step == "roles"]
    return labels(case), pairs(row for document in documents for row in document.signatories), problems


def in_a_journal(case):
    """The speakers of an agenda item, and the States in their brackets."""
    language = case.get("language", "en")
    rows, problems = read_interventions(
        f"{ITEMS[language]} THEME\n\n{case['entry']}",
        journal="PC.JOUR/9001",
        on=date.fromisoformat(case.get("on", "2020-05-14")),
        language=language,
    )
    words = [word.split("<")[0] for word in case["rows"].split()]
    expected = [(word.lstrip("+&"), SIGNS.get(word[0], "delivers")) for word in words if word != "?"]
    return Counter(expected), Counter((row.actor, row.role) for row in rows if row.actor), problems


def labels(case):
    """The pairs that a careful reader takes from a wording."""
    groups = [group.split() for group in case["expected"].split(";") if group.strip()]
    return Counter((actor, group[-1]) for group in groups for actor in group[:-1])


def pairs(rows):
    """The pairs that were read."""
    return Counter({(row.actor, row.role) for row in rows})


def as_table(name, rows):
    """One set for people."""
    head = f"{name:30}{'cases':>6}{'exact':>6}" + "".join(f"{count:>10}" for count in COUNTS)
    lines = [f"{head}{'precision':>12}{'':15}{'recall':>8}"]
    for family, row in rows.items():
        counts = f"{row['cases']:>6}{row['exact']:>6}" + "".join(f"{row[count]:>10}" for count in COUNTS)
        lines.append(f"{family:30}{counts}{spelt(row['precision']):>27}{spelt(row['recall']):>25}")
    return "\n".join(lines)


def spelt(rate):
    """A rate with its interval."""
    return "-" if rate is None else f"{rate[0]:.4f} [{rate[1]:.3f}, {rate[2]:.3f}]"


if __name__ == "__main__":
    main()
