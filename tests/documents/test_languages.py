import subprocess
import sys

import pytest

from osce_analysis.documents.languages import LABELS, read_language, tell_language

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
    ("2 ITALIAN Original: ENGLISH", "it", "en"),  # a page's number before it
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


TEXTS = {
    "en": "We thank the Chair for this debate. Old bridges need care, and those who mend them need our support.",
    "fr": "Nous remercions la Présidence de ce débat. Les vieux ponts demandent des soins, et ceux qui les réparent "
    "notre appui.",
    "de": "Wir danken dem Vorsitz für diese Aussprache. Alte Brücken brauchen Pflege, und wer sie instand setzt, "
    "braucht unsere Hilfe.",
    "it": "Ringraziamo la Presidenza per questo dibattito. I vecchi ponti chiedono cura, e chi li ripara ha "
    "bisogno di noi.",
    "ru": "Благодарим Председательство за эту дискуссию. Старым мостам нужен уход, а тем, кто их чинит, нужна наша "
    "поддержка.",
    "es": "Agradecemos a la Presidencia este debate. Los puentes viejos piden cuidado, y quienes los reparan "
    "nuestro apoyo.",
    "uk": "Дякуємо Головуванню за цю дискусію. Старим мостам потрібен догляд, а тим, хто їх лагодить, наша підтримка.",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_a_text_tells_its_language(language, text):
    assert tell_language(text) == language
    assert tell_language(f"{text} " * 60) == language
    assert tell_language(text.upper()) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2021 - 2022; 57, 11, 6. " * 20,  # no words
        "On the bridges of Ruritania",  # a title is too short
        "ЗАЯВЛЕНИЕ О СТАРЫХ МОСТАХ",
        "Déclaration de la Suisse",
        f"{TEXTS['en']} " * 10 + f"{TEXTS['ru']} " * 10,  # two languages, each with half of the text
        f"{TEXTS['es']} " * 10 + f"{TEXTS['it']} " * 10,
        "Við þökkum formennskunni fyrir þessa umræðu. Gamlar brýr þurfa umhirðu og þeir sem laga þær stuðning.",
        "Wij danken het voorzitterschap voor dit debat. Oude bruggen vragen zorg, en wie ze herstelt onze steun.",
    ],
)
def test_none_is_told_where_one_would_have_to_guess(text):
    assert tell_language(text) is None


def test_the_model_is_loaded_only_when_asked():
    program = (
        "import sys; from osce_analysis.documents import parse\n"
        "text = 'PC.DEL/9001/21\\n\\nENGLISH\\n\\nStatement on bridges\\n\\nMr. Chair,\\n\\n'\n"
        "text += 'We agree that the old bridges of this city deserve our care. ' * 20\n"
        "parse(text); parse(text.replace('ENGLISH', ''), language='en'); parse(text, headers=False, language='en')\n"
        "assert 'py3langid' not in sys.modules\n"
        "assert parse(text.replace('ENGLISH', ''))[0].language == 'en'\n"
        "assert 'py3langid' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
