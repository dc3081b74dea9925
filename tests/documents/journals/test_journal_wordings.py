"""Entries of journals in six languages -> who spoke, for whom, who aligned, with which paper."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from osce_analysis.documents.journals import read_interventions
from osce_analysis.documents.records import Intervention

CASES = tomllib.loads(Path(__file__).with_name("wordings.toml").read_text(encoding="utf-8"))["case"]
SIGNS = {"delivers": "", "aligned": "+", "represented": "&"}
ITEMS = {
    "en": "Agenda item 1:",
    "de": "Punkt 1 der Tagesordnung:",
    "it": "Punto 1 dell’ordine del giorno:",
    "fr": "Point 1 de l’ordre du jour :",
    "es": "Punto 1 del orden del día:",
    "ru": "Пункт 1 повестки дня:",
}


def written(row: Intervention) -> str:
    """A row as the table writes it."""
    reader = f"<{row.delivered_by}" if row.delivered_by else ""
    return f"{SIGNS[row.role]}{row.actor or '?'}{reader}"


def read(case: dict[str, Any]) -> tuple[Intervention, ...]:
    language = case.get("language", "en")
    text = f"{ITEMS[language]} THEME\n\n{case['entry']}"
    on = date.fromisoformat(case.get("on", "2020-05-14"))
    return read_interventions(text, journal="PC.JOUR/9001", on=on, language=language)[0]


@pytest.mark.parametrize("case", CASES, ids=[case["entry"][:60] for case in CASES])
def test_an_entry_gives_its_rows(case: dict[str, Any]) -> None:
    assert " ".join(map(written, read(case))) == case["rows"]


@pytest.mark.parametrize("case", CASES, ids=[case["entry"][:60] for case in CASES])
def test_an_entry_gives_its_papers(case: dict[str, Any]) -> None:
    papers = [
        " ".join(filter(None, (row.symbol or "-", row.distribution)))
        for row in read(case)
        if row.role == "delivers"
    ]
    assert papers == case.get("papers", ["-"] * len(papers))


def test_the_table_holds_enough_of_every_language() -> None:
    languages = [case.get("language", "en") for case in CASES]
    assert len(CASES) >= 80
    assert {code: languages.count(code) >= 3 for code in ITEMS} == dict.fromkeys(ITEMS, True)
