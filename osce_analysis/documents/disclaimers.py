"""The Secretariat's disclaimer, recognised by its wording in any of its variants."""

from __future__ import annotations

import re
from collections.abc import Sequence

# One of these makes a paragraph a disclaimer, where another of either table stands in it too.
CORE: tuple[str, ...] = (
    r"\bno\s+responsibility\s+for\s+(?:the|its|their)\s+content", r"\bwithout\s+prejudice\s+to\s+(?:the\s+)?OSCE",
    r"\bdécline\s+toute\s+responsabilité", r"\bsans\s+préjudice\s+des\s+décisions",
    r"\b(?:keine|keinerlei)\s+(?:Verantwortung|Haftung)\s+für\s+den\s+Inhalt", r"\bunbeschadet\s+der\s+Beschlüsse",
    r"\bno\s+(?:asume|acepta|se\s+hace)\s+(?:ninguna\s+)?responsab", r"\bsin\s+perjuicio\s+de\s+las\s+decisiones",
    r"\bnon\s+(?:si\s+assume|assume|è)\s+(?:alcuna\s+)?responsabil", r"\bfatte\s+salve\s+le\s+decisioni",
    r"\bне\s+нес[её]т\s+ответственности\s+за\s+(?:его\s+)?содержание", r"\bбез\s+ущерба\s+для\s+решений",
)  # fmt: skip
BESIDE: tuple[str, ...] = (
    r"\bwithout\s+altering", r"\bConference\s+Services\b", r"\bas\s+set\s+out\s+in\s+documents\s+agreed",
    r"\bcirculate[sd]?\s+(?:it|them|this)\b", r"\bOSCE\s+Secretariat\b", r"\bOSCE\s+decisions\b",
    r"\bSecrétariat\s+de\s+l['’]OSCE", r"\bsans\s+(?:en\s+)?modifier", r"\bServices\s+de\s+conférence\b",
    r"\bOSZE-Sekretariat", r"\bSekretariat\s+der\s+OSZE", r"\bKonferenzdienste?\b", r"\bohne\s+\w+\s+Inhalt",
    r"\bSecretaría\s+de\s+la\s+OSCE", r"\bsin\s+(?:alterar|modificar)", r"\bServicios\s+de\s+Conferencias\b",
    r"\bSegretariato\s+(?:dell['’])?OSCE", r"\bsenza\s+(?:alterarne|modificarne)",
    r"\bServizi\s+(?:di\s+)?conferenz",
    r"\bСекретариат\w?\s+ОБСЕ", r"\bбез\s+изменени[яй]", r"\bрешени\w+\s+ОБСЕ", r"\bконференционн\w+\s+служб",
)  # fmt: skip
_CORE = re.compile("|".join(CORE), re.IGNORECASE)
_BESIDE = re.compile("|".join(BESIDE), re.IGNORECASE)
_LITERALS = (
    "responsab",
    "responsib",
    "prejudice",
    "perjuicio",
    "préjudice",
    "Verantwort",
    "unbeschadet",
    "Haftung",
    "ответствен",
    "ущерба",
    "salve",
)


def is_disclaimer(paragraph: str) -> bool:
    """Whether a paragraph is the Secretariat's disclaimer.

    Parameters
    ----------
    paragraph : str
        One paragraph, its lines joined.

    Examples
    --------
    >>> is_disclaimer("The OSCE Secretariat takes no responsibility for its content.")
    True
    >>> is_disclaimer("States bear responsibility for the content of their commitments.")
    False
    """
    if not _may_hold_one(paragraph):
        return False
    core = len(_CORE.findall(paragraph))
    return core >= 2 or (core == 1 and _BESIDE.search(paragraph) is not None)


def find_disclaimers(paragraphs: Sequence[str]) -> list[str]:
    """The disclaimers among the paragraphs of a document; most have none, which one look at the whole tells.

    Examples
    --------
    >>> find_disclaimers(["We agree.", "The OSCE Secretariat takes no responsibility for its content."])
    ['The OSCE Secretariat takes no responsibility for its content.']
    """
    if not _may_hold_one("\n".join(paragraphs)):
        return []
    return [paragraph for paragraph in paragraphs if is_disclaimer(paragraph)]


def _may_hold_one(text: str) -> bool:
    """Whether a literal of the core stands in a text."""
    return any(literal in text for literal in _LITERALS)
