import pytest

from osce_analysis.documents.ordinals import ORDINALS, find_written

WRITTEN = [
    (
        "en",
        {
            3: "third",
            21: "twenty-first",
            40: "fortieth",
            145: "one hundred and forty-fifth",
            200: "two hundredth",
        },
    ),
    (
        "fr",
        {
            1: "première",
            2: "deuxième",
            18: "dix-huitième",
            21: "vingt et unième",
            31: "trente-et-unième",
            45: "quarante-cinquième",
        },
    ),
    (
        "de",
        {
            1: "erste",
            7: "siebenten",
            17: "siebzehnter",
            21: "einundzwanzigstes",
            30: "dreißigsten",
            45: "fünfundvierzigste",
        },
    ),
    (
        "es",
        {
            1: "primera",
            9: "novena",
            13: "decimotercera",
            20: "vigésima",
            28: "vigésima octava",
            31: "trigesimoprimera",
        },
    ),
    (
        "it",
        {
            2: "seconda",
            9: "nona",
            18: "diciottesima",
            21: "ventunesima",
            23: "ventitreesima",
            28: "ventottesima",
            32: "trentaduesima",
        },
    ),
    (
        "ru",
        {
            1: "первое",
            3: "третьего",
            4: "четвёртой",
            21: "двадцать первом",
            30: "тридцатая",
            45: "сорок пятое",
        },
    ),
]


@pytest.mark.parametrize(
    ("number", "words"), [(number, words) for _, known in WRITTEN for number, words in known.items()]
)
def test_written(number, words):
    for text in (words, words.upper(), f"la {words} der"):
        start, end, found = [*find_written(text)][-1]  # the first of "vigésima octava" is one too
        assert (found, text[start:end].casefold()) == (number, words.casefold())


def test_each_form_is_one_number():
    assert set(ORDINALS.values()) <= set(range(1, 101))
    assert "prima" not in ORDINALS  # Italian for "before"


@pytest.mark.parametrize("text", ["", "one hundred meetings", "twenty and", "vingt et", "Rat"])
def test_none(text):
    assert [*find_written(text)] == []
