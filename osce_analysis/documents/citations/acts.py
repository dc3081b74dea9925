"""Acts that are numbered in their own way: journals of OSCE bodies by name, and acts of the European Union."""

from __future__ import annotations

import re

from osce_analysis.documents.citations.folding import Folded
from osce_analysis.documents.citations.mentions import Printed
from osce_analysis.documents.citations.numbered import NUMBER_SIGN

JOURNAL_OPENINGS = ("pc journal", "fsc journal", "mc journal", "mc(", "permanent council journal")
EU_OPENINGS = (
    "council decision",
    "framework decision",
    "decision",
    "regulation",
    "directive",
    "council regulation",
)

_JOURNAL = re.compile(
    r"(?P<body>pc|fsc|mc|permanent council) ?(?:\( ?(?P<meeting>\d{1,2}) ?\) ?)?\.? ?"
    r"(?:journal,?|журнал,?|(?<=giornale mc\(\d\d\) )|(?<=diario mc\(\d\d\) )) *"
    rf"(?:{NUMBER_SIGN})?(?P<number>\d{{1,4}})(?![\d/])"
)
_LETTERS = {"decision": "D", "framework decision": "F", "regulation": "R", "directive": "L"}
_EU = re.compile(
    r"(?:council )?(?:implementing |delegated )?(?P<act>framework decision|decision|regulation|directive)"
    r"(?: \((?P<bracket>eu|ec|cfsp|euratom|eec)(?:, euratom)?\))?(?: no\.?)? (?P<first>\d{1,4})/(?P<second>\d{1,4})"
    r"(?:/(?P<ending>cfsp|eu|ec|jha|eec))?(?![\d/])"
)


def journal(folded: Folded, start: int) -> Printed | None:
    """A journal by its name: "PC Journal No. 462", "MC(16) Journal No 2"."""
    found = _JOURNAL.match(folded.text, start)
    if found is None or not folded.capital(start):
        return None
    body = "PC" if found["body"].startswith("perm") else found["body"].upper()
    meeting = f"({found['meeting']})" if found["meeting"] else ""
    if body == "MC" and not meeting:
        return None
    return Printed(start, found.end(), f"{body}{meeting}.JOUR/{int(found['number'])}")


def eu_act(folded: Folded, start: int) -> Printed | None:
    """An act of the European Union by its CELEX number: "Council Decision 2014/145/CFSP"."""
    found = _EU.match(folded.text, start)
    if found is None or not (found["bracket"] or found["ending"]):
        return None
    first, second = int(found["first"]), int(found["second"])
    # Regulations put the number first until 2014 ("No 833/2014"); a year is what can be one.
    year, number = (first, second) if 1952 <= first <= 2099 else (second, first)
    if not 1952 <= year <= 2099:
        return None
    return Printed(start, found.end(), f"3{year}{_LETTERS[found['act']]}{number:04d}")
