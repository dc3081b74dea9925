"""Acts that are numbered in their own way: journals of OSCE bodies by name, and acts of the European Union."""

from __future__ import annotations

import re

from osce_analysis.documents.citations.folding import Folded
from osce_analysis.documents.citations.mentions import Printed
from osce_analysis.documents.citations.numbered import NUMBER_SIGN

JOURNAL_OPENINGS = ("pc journal", "fsc journal", "mc journal", "mc(", "permanent council journal")
# The letter that an act of the European Union has in its CELEX number, and the words for it.
_ACTS = {
    "D": ("decision", "decisione", "beschluss", "решение"),
    "F": ("framework decision", "decision-cadre", "decision cadre", "decisione quadro", "rahmenbeschluss"),
    "R": ("regulation", "reglement", "regolamento", "reglamento", "verordnung"),
    "L": ("directive", "direttiva", "directiva", "richtlinie"),
}
_LETTERS = {word: letter for letter, words in _ACTS.items() for word in words}
EU_OPENINGS = ("council decision", "council regulation", "implementing", "delegated", *_LETTERS)

_JOURNAL = re.compile(
    r"(?P<body>pc|fsc|mc|permanent council) ?(?:\( ?(?P<meeting>\d{1,2}) ?\) ?)?\.? ?"
    r"(?:journal,?|журнал,?|(?<=giornale mc\(\d\d\) )|(?<=diario mc\(\d\d\) )) *"
    rf"(?:{NUMBER_SIGN})?(?P<number>\d{{1,4}})(?![\d/])"
)
_EU = re.compile(
    rf"(?:council )?(?:implementing |delegated )?(?P<act>{'|'.join(sorted(_LETTERS, key=len, reverse=True))})"
    r"(?: (?:d'execution|deleguee?|di esecuzione|delegato|de ejecucion|delegado))?"
    r"(?: \((?P<bracket>eu|ue|ec|ce|cfsp|pesc|gasp|euratom|eec|cee)(?:, euratom)?\))?(?: n[o°º.]{0,2}| nr\.?)?"
    r" (?P<first>\d{1,4})/(?P<second>\d{1,4})"
    r"(?:/(?P<ending>cfsp|pesc|gasp|eu|ue|ec|ce|jha|jai|eec|cee))?(?![\d/])"
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
