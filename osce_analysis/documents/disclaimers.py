"""The Secretariat's disclaimer, recognised by its wording in any of its variants."""

from __future__ import annotations

import re
from collections.abc import Sequence

from osce_analysis.documents.letters import small

# In small letters. One of these makes a paragraph a disclaimer, where another of either table stands in it too.
CORE: tuple[str, ...] = (
    r"\bno\s+responsibility\s+for\s+(?:the|its|their)\s+content", r"\bwithout\s+prejudice\s+to\s+(?:the\s+)?osce",
    r"\bdécline\s+toute\s+responsabilité", r"\bsans\s+préjudice\s+des\s+décisions",
    r"\b(?:keine|keinerlei)\s+(?:verantwortung|haftung)\s+für\s+den\s+inhalt", r"\bunbeschadet\s+der\s+beschlüsse",
    r"\bno\s+(?:asume|acepta|se\s+hace)\s+(?:ninguna\s+)?responsab", r"\bsin\s+perjuicio\s+de\s+las\s+decisiones",
    r"\bnon\s+(?:si\s+assume|assume|è)\s+(?:alcuna\s+)?responsabil", r"\bfatte\s+salve\s+le\s+decisioni",
    r"\bне\s+нес[её]т\s+ответственности\s+за\s+(?:его\s+)?содержание", r"\bбез\s+ущерба\s+для\s+решений",
)  # fmt: skip
BESIDE: tuple[str, ...] = (
    r"\bwithout\s+altering", r"\bconference\s+services\b", r"\bas\s+set\s+out\s+in\s+documents\s+agreed",
    r"\bcirculate[sd]?\s+(?:it|them|this)\b", r"\bosce\s+secretariat\b", r"\bosce\s+decisions\b",
    r"\bsecrétariat\s+de\s+l['’]osce", r"\bsans\s+(?:en\s+)?modifier", r"\bservices\s+de\s+conférence\b",
    r"\bosze-sekretariat", r"\bsekretariat\s+der\s+osze", r"\bkonferenzdienste?\b", r"\bohne\s+\w+\s+inhalt",
    r"\bsecretaría\s+de\s+la\s+osce", r"\bsin\s+(?:alterar|modificar)", r"\bservicios\s+de\s+conferencias\b",
    r"\bsegretariato\s+(?:dell['’])?osce", r"\bsenza\s+(?:alterarne|modificarne)",
    r"\bservizi\s+(?:di\s+)?conferenz",
    r"\bсекретариат\w?\s+обсе", r"\bбез\s+изменени[яй]", r"\bрешени\w+\s+обсе", r"\bконференционн\w+\s+служб",
)  # fmt: skip
_CORE = re.compile("|".join(CORE))
_BESIDE = re.compile("|".join(BESIDE))
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
    lowered = small(paragraph)
    core = len(_CORE.findall(lowered))
    return core >= 2 or (core == 1 and _BESIDE.search(lowered) is not None)


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
