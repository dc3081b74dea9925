import pytest

from osce_analysis.documents.page_lines import is_page_line


@pytest.mark.parametrize(
    "line",
    [
        "Skip to main content",
        "Ressources",
        "Risorse",
        "Informationsmaterial",
        "Testo completo",
        "Condividi \"9219ª SEDUTA PLENARIA\"",
        "Este sitio web utiliza cookies propias y de terceros para su funcionamiento.",
        "![](https://example.org/a.png?1)",
        "Назад",
        "Выступления и интервью Постпреда",
        "Categorías: Tratados",
        "Опубликовано чт, 05/10/2018 - 08:45",  # a day that cannot be told is a day all the same
        "Published 10 September 2021",
        "24",
        "(2)",
    ],
)  # fmt: skip
def test_page_lines(line):
    assert is_page_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "Speech",
        "2 May 2021",
        "Resources for old bridges",
        "Выступление Постоянного представителя",
        "Published works are protected in all of our States.",
        "Menus of change",
    ],
)
def test_lines_of_the_document(line):
    assert not is_page_line(line)
