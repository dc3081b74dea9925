import pandas as pd
import pytest

from osce_analysis.corpus.versions import counted

CASES = [
    # symbol, language, original, revision -> counts
    ("English before the original", [("A", "ru", "ru", None), ("A", "en", "ru", None)], [False, True]),
    ("the original where there is no English", [("A", "fr", "ru", None), ("A", "ru", "ru", None)], [False, True]),
    ("the latest revision", [("A", "en", "en", None), ("A", "en", "en", "Rev.2"), ("A", "en", "en", "Rev.1")],
     [False, True, False]),
    ("Rev.10 after Rev.9", [("A", "en", "en", "Rev.10"), ("A", "en", "en", "Rev.9")], [True, False]),
    ("a correction replaces the text", [("A", "en", "en", "Corr.1"), ("A", "en", "en", None)], [True, False]),
    ("the latest English, though the Russian is later", [("A", "en", "ru", None), ("A", "ru", "ru", "Rev.1")],
     [True, False]),
    ("two texts under one version both stay", [("A", "en", "en", None), ("A", "en", "en", None)], [True, True]),
    ("documents without a symbol stay", [(None, "ru", "ru", None), (None, "en", "en", None)], [True, True]),
    ("a language not told comes before a foreign one", [("A", None, None, None), ("A", "de", None, None)],
     [True, False]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_which_version_counts(rows: list[tuple], expected: list[bool]) -> None:
    frame = pd.DataFrame(rows, columns=["symbol", "language", "original_language", "revision"])
    assert counted(frame).tolist() == expected
