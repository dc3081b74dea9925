import pytest

from osce_analysis.documents.languages import LABELS, read_language

LINES = [
    ("ENGLISH", "en", None),
    ("ENGLISH only", "en", "en"),  # there is no other original
    ("English only", "en", "en"),
    ("ENGLISH Original: RUSSIAN", "en", "ru"),
    ("Original: RUSSIAN", None, "ru"),
    ("Original: FRENCH", None, "fr"),
    ("Original : ITALIEN", None, "it"),
    ("Оригинал: РУССКИЙ", None, "ru"),
    ("РУССКИЙ", "ru", None),
    ("DEUTSCH", "de", None),
    ("ESPAÑOL", "es", None),
    ("ENGLISH/RUSSIAN", "en", None),
    ("AUSTRIA Original: GERMAN", None, "de"),
    ("FRANÇAIS seulement", "fr", "fr"),
]


@pytest.mark.parametrize(("line", "language", "original"), LINES)
def test_lines(line, language, original):
    found = read_language(line)
    assert (found.language, found.original) == (language, original)
    assert line[found.start : found.end] == line.removeprefix("AUSTRIA ")


@pytest.mark.parametrize(
    "line",
    ["Delegation of the Russian Federation", "STATEMENT IN ENGLISH", "The original: a copy", "Original:", ""],
)
def test_no_language(line):
    assert read_language(line) is None


def test_no_label_stands_for_two_languages():
    labels = [label for labels in LABELS.values() for label in labels.split()]
    assert len(labels) == len(set(labels))
