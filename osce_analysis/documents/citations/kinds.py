"""What kind of instrument an id names, and whether the catalogue holds it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from osce_analysis.reference import instruments

# First the form of the id, then the kind (`CITATION_KINDS` of the schema).
_FORMS = (
    (re.compile(r"(?:^|/)RES/|/RES/"), "resolution"),
    (re.compile(r"\.DEC\b|D\d{4}$"), "decision"),
    (re.compile(r"\.JOUR\b"), "journal"),
    (re.compile(r"\.(?:DEL|GAL|NGO|FR|IO)\b"), "statement"),
    (re.compile(r"CHARTER"), "charter"),
    (re.compile(r"^CETS/|^GC-|^AP-|^ICCPR-OP"), "treaty"),
    (re.compile(r"^MECH-"), "other"),
)


@lru_cache
def kind_of(instrument: str) -> str:
    """The kind of an instrument: the catalogue's, else by the form of its id.

    Examples
    --------
    >>> kind_of("MC.DEC/3/04"), kind_of("A/68/L.39"), kind_of("PC.DEL/12/20")
    ('decision', 'document', 'statement')
    """
    known = _kinds().get(instrument)
    return known or next((kind for form, kind in _FORMS if form.search(instrument)), "document")


def in_catalogue(instrument: str) -> bool:
    """Whether the catalogue holds the id."""
    return instrument in _kinds()


@cache
def _kinds() -> Mapping[str, str]:
    return {one.instrument: one.kind for one in instruments()}
