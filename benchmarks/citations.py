"""How well citations are found and resolved, and how fast: precision, recall, right ids, and characters a second.

python benchmarks/citations.py            tables, in some two minutes
python benchmarks/citations.py --json     the same as JSON
python benchmarks/citations.py --quick    fewer speeches and runs for the speed
python benchmarks/citations.py --differences    also what was missed, found in vain or resolved otherwise

The cases are in our own words after real forms, and the finder was mended until it got them right: they tell what it
can do. The documents (UN speeches and Council resolutions) were drawn by a seed and annotated by reading, before the
finder's output was seen. A span counts as found where it overlaps with the one found; `exact` are those that are equal.
An id is right where it is the expected one, or where both leave it open.
"""

import argparse
import csv
import hashlib
import json
import re
import tomllib
import zipfile
from collections import Counter, defaultdict
from datetime import date
from functools import cache
from itertools import groupby

from texts import CHECKOUT, SHARED
from timing import exponent, machine, seconds

from osce_analysis.documents.citations import find_citations
from osce_analysis.documents.citations.finding import readers
from osce_analysis.measures.intervals import wilson

TESTS = CHECKOUT / "tests" / "documents" / "citations"
FAMILIES = (
    ("S/RES/", "Security Council"),
    ("A/RES/", "General Assembly"),
    ("UN-CHARTER", "Charter"),
    ("S/", "UN documents"),
    ("A/", "UN documents"),
    ("", "titles"),
)


def main():
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--json", action="store_true", help="print JSON")
    options.add_argument("--quick", action="store_true", help="fewer speeches and runs")
    options.add_argument("--differences", action="store_true", help="name what is not right")
    given = options.parse_args()
    differences = []
    report = {"machine": machine(), "cases": scores(cases(), differences)}
    if SHARED.is_dir():
        report["documents"] = scores(annotated(), differences)
        report["speed"] = speed(*((80, 2) if given.quick else (400, 5)))
    if given.differences:
        report["differences"] = differences
    print(json.dumps(report, indent=2, ensure_ascii=False) if given.json else as_text(report))


def cases():
    """Name, groups, text, options and marked citations of each case."""
    for family, some in tomllib.loads((TESTS / "cases.toml").read_text(encoding="utf-8")).items():
        for number, case in enumerate(some):
            marked, options = (case, {}) if isinstance(case, str) else case
            text, expected = unmarked(marked)
            language = options.get("language", "en")
            yield f"{family}-{number}", (family, language), text, options, expected, (0, len(text))


def unmarked(marked):
    """The text without its marks, and start, end and id of what is marked in it."""
    text, *rest = marked.split("{")
    expected = []
    for piece in rest:
        inside, after = piece.split("}")
        surface, instrument, *_ = inside.split("|")
        expected.append((len(text), len(text) + len(surface), None if instrument == "?" else instrument))
        text += surface + after
    return text, expected


def annotated():
    """The same of each annotated document; the text is that of the corpus, of which a part was read."""
    with (TESTS / "annotated.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    for key, marks in groupby(rows, lambda row: row["document"]):
        marks = list(marks)
        text, options = document(key)
        if hashlib.sha256(text.encode()).hexdigest()[:12] != marks[0]["sha256"]:
            raise SystemExit(f"The text of {key} is not the one that was annotated: fetch the corpus again.")
        expected = [
            (int(row["start"]), int(row["end"]), row["instrument"] or None) for row in marks if row["start"]
        ]
        kind = "resolutions" if key.startswith("S_RES_") else "speeches"
        yield key, (kind, "en"), text, options, expected, (int(marks[0]["first"]), int(marks[0]["last"]))


def document(key):
    """A document of the shared corpora, and what is known of it."""
    if key.startswith("S_RES_"):
        with zipfile.ZipFile(SHARED / "unsc_resolutions_1946-1985.zip") as archive:
            text = archive.read(f"{key}.txt").decode("utf-8")
        number, year = map(int, key.split("_")[2:4])
        return text, {"on": date(year, 12, 31), "own": f"S/RES/{number}"}
    actor, session, year = key.split("-")
    return speeches()[actor, int(session)], {"on": date(int(year), 9, 30)}


@cache
def speeches():
    """The speeches by delegation and session."""
    import pandas as pd

    table = pd.read_parquet(SHARED / "ungdc_1970-1999.parquet")
    return dict(zip(zip(table["iso3"], table["session"], strict=True), table["text"], strict=True))


def scores(documents, differences):
    """Counts and rates of all, of each group and, for real documents, of each family of instruments."""
    counts = defaultdict(Counter)
    for name, groups, text, options, expected, (first, last) in documents:
        found = [
            (one.start, one.end, one.instrument)
            for one in find_citations(text, **options)
            if first <= one.start < last
        ]
        by_family = groups[0] in ("speeches", "resolutions")
        for pair in paired(expected, found):
            wanted, got = pair
            judged = verdict(wanted, got)
            id = (wanted or got)[2] or (got[2] if got else None)
            family = (next(label for start, label in FAMILIES if (id or "?").startswith(start)),)
            for group in ("all", *groups, *(family if by_family else ())):
                counts[group] += judged
            if not (wanted and got and wanted[2] == got[2]):
                differences.append([name, *(one and [text[slice(*one[:2])], one[2]] for one in pair)])
    return {group: rates(count) for group, count in counts.items()}


def paired(expected, found):
    """What was expected and what was found, side by side where they overlap; None where there is none."""
    left = list(found)
    for one in expected:
        match = next((other for other in left if other[0] < one[1] and one[0] < other[1]), None)
        if match:
            left.remove(match)
        yield one, match
    yield from ((None, other) for other in left)


def verdict(wanted, got):
    """The counts that one pair adds."""
    return Counter(
        expected=wanted is not None,
        found=got is not None,
        matched=(both := wanted is not None and got is not None),
        exact=both and wanted[:2] == got[:2],
        right=both and wanted[2] == got[2],
        wrong_id=got is not None and got[2] is not None and (not both or wanted[2] != got[2]),
    )


def rates(count):
    """Shares with their Wilson intervals."""
    made = {"expected": count["expected"], "found": count["found"], "wrong ids": count["wrong_id"]}
    for name, hits, of in (
        ("precision", "matched", "found"),
        ("recall", "matched", "expected"),
        ("right ids", "right", "matched"),
        ("exact", "exact", "matched"),
    ):
        n = count[of]
        low, high = (map(float, wilson(count[hits], n))) if n else (0.0, 1.0)
        made[name] = [round(count[hits] / n, 3) if n else None, round(low, 3), round(high, 3)]
    return made


def speed(count, runs):
    """Characters a second, the power with which the time grows, and the same of others on the same speeches."""
    texts = [speeches()[key] for key in sorted(speeches())]
    some = texts[:: len(texts) // count]
    find_citations(some[0])
    naive = naive_search()
    measured = {
        "find_citations": rate(lambda text: find_citations(text), some, runs),
        "all literals in one naive alternation": rate(
            lambda text: sum(1 for _ in naive.finditer(text)), some[::8], 1
        ),
    }
    try:
        from eyecite import get_citations
    except ImportError:
        measured["eyecite"] = "not installed"
    else:
        get_citations(some[0][:1000])
        measured["eyecite"] = rate(get_citations, some[::8], 1)
    sizes = [2**power * 100_000 for power in range(6)]
    whole = "\n\n".join(texts)
    taken = [seconds(find_citations, [whole[:size]], runs)[0] for size in sizes]
    return {"characters a second": measured, "exponent": round(exponent(sizes, taken), 3)}


def rate(step, texts, runs):
    """Characters a second of one core."""
    return round(sum(map(len, texts)) / seconds(step, texts, runs)[0])


def naive_search():
    """The literals that the finder's prefilter looks for, side by side."""
    literals = sorted(readers().begun, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, literals)) + ")", re.IGNORECASE)


def as_text(report):
    """The report for people."""
    facts = report["machine"]
    lines = [
        f"{facts['python']}, {facts['system']}, {facts['cores']} cores, load {facts['load']}",
    ]
    for part in ("cases", "documents"):
        if part not in report:
            continue
        lines += [
            "",
            f"{part:27}{'n':>5}{'found':>7}{'wrong':>7}  {'precision':20}{'recall':20}{'right ids':20}exact",
        ]
        for group, row in report[part].items():
            shares = (row[name] for name in ("precision", "recall", "right ids", "exact"))
            lines.append(
                f"{group:27}{row['expected']:>5}{row['found']:>7}{row['wrong ids']:>7}  "
                + "".join(f"{share(*one):20}" for one in shares).rstrip()
            )
    if "speed" in report:
        lines += ["", "characters a second, processor time of one core, best of several runs"]
        lines += [f"{name:40}{value:>14,}" if isinstance(value, int) else f"{name:40}{value:>14}"
                  for name, value in report["speed"]["characters a second"].items()]  # fmt: skip
        lines.append(f"the time grows with the length to the power {report['speed']['exponent']}")
    lines += [f"{name}: wanted {wanted}, found {got}" for name, wanted, got in report.get("differences", [])]
    return "\n".join(lines)


def share(value, low, high):
    """A share with its interval."""
    return "-" if value is None else f"{value:.3f} ({low:.3f}-{high:.3f})"


if __name__ == "__main__":
    main()
