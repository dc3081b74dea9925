import pytest

from osce_analysis.tokens import function_words, tokenise

LANGUAGES = ("de", "en", "es", "fr", "it", "ru")

KEPT = {
    "en": "not no never none nor without must should shall may can will would could might against welcome right "
    "rights states state member us must peace law",
    "ru": "не ни нет без никто против должен должны может могут можно нельзя надо следует мир право права члены",
    "fr": "ne pas non ni jamais sans aucun contre doit doivent peut peuvent faut droit droits membre états bienvenue",
    "de": "nicht kein keine nie weder noch ohne muss müssen soll sollen kann dürfen gegen recht rechte mitglied",
    "es": "no ni nunca sin ningún contra debe deben puede pueden derecho derechos estados miembro paz",
    "it": "non né mai senza nessuno contro deve devono può possono diritto diritti stati membro pace",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_that_carry_meaning_are_not_function_words(language):
    assert function_words(language).isdisjoint(KEPT[language].split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_entry_is_one_token_in_lower_case(language):
    words = function_words(language)
    assert len(words) > 120
    for word in words:
        written = word.capitalize() if word.endswith(".") else word  # "No." of a number, not "no."
        assert [token.text.lower() for token in tokenise(written)] == [word.rstrip("'")]
        assert word == word.lower()


def test_a_number_sign_is_no_negation():
    assert "no." in function_words("en")
    assert "no" not in function_words("en")
    assert "nr" in function_words("de")


@pytest.mark.parametrize(
    ("language", "word"),
    [("en", "the"), ("ru", "и"), ("fr", "les"), ("de", "und"), ("es", "los"), ("it", "degli")],
)
def test_the_commonest_words_are_there(language, word):
    assert word in function_words(language)


def test_a_language_without_a_list():
    with pytest.raises(ValueError, match="no function words for language 'la'"):
        function_words("la")
