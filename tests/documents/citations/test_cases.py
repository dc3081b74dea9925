"""The table of cases: small texts in all forms, with what they cite marked in them."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from osce_analysis.documents.citations import find_citations

TABLE = Path(__file__).with_name("cases.toml")
FEWEST = 380

Marked = tuple[str, str | None, str | None]


def unmarked(marked: str) -> tuple[str, list[Marked]]:
    """The text without its marks, and the citations marked in it."""
    text, *rest = marked.split("{")
    expected: list[Marked] = []
    for piece in rest:
        inside, after = piece.split("}")
        surface, instrument, *pinpoint = inside.split("|")
        expected.append(
            (surface, None if instrument == "?" else instrument, pinpoint[0] if pinpoint else None)
        )
        text += surface + after
    return text, expected


def cases() -> list[Any]:
    """Every case with its family and number for a name."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return [
        pytest.param(*([case, {}] if isinstance(case, str) else case), id=f"{family}-{number}")
        for family, some in table.items()
        for number, case in enumerate(some)
    ]


@pytest.mark.parametrize(("marked", "options"), cases())
def test_a_text_cites_what_is_marked_in_it(marked: str, options: dict[str, str | date]) -> None:
    text, expected = unmarked(marked)
    found = find_citations(text, **options)  # type: ignore[arg-type]
    assert [(one.surface, one.instrument, one.pinpoint) for one in found] == expected


def test_what_is_open_has_its_candidates() -> None:
    for case in cases():
        text, _ = unmarked(case.values[0])
        for one in find_citations(text, **case.values[1]):
            assert one.instrument or one.candidates


def test_the_table_is_large() -> None:
    assert len(cases()) >= FEWEST
