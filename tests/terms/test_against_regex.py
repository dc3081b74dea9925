"""Terms in UN speeches, in six forms: our counts against regular expressions that know nothing of our tokens."""

import re

import pandas as pd
import pytest

from osce_analysis import terms
from osce_analysis.corpus import Corpus

SPEECHES = 200

# A word is not followed or preceded by a letter or digit, nor by a hyphen or apostrophe with a letter behind it.
# Words of a phrase have anything between them but the end of a sentence or a blank line.
BEFORE, AFTER = r"(?<![\w])(?<![\w]['’-])", r"(?![\w])(?!['’-]\w)"
GAP = r"(?!\W*\n\n)[^\w.!?…]*\s[^\w.!?…]*"
REST = r"\w*(?:['’-]\w+)*"

AS_WRITTEN = """Peace peace State state Charter charter Council Government government South south Assembly West
    World world International international Member Court We"""

SINGLE_WORDS = """peace disarmament terrorism apartheid co-operation self-determination security council charter
    decolonization détente aggression namibia refugees we not"""

# I and A are no words in initials ("i.e.", "I.C.J.") and symbols ("A/46/1"), nor is 242 a number in "46/242".
ODD_WORDS = {
    "world's": "world['’]s",
    "i": r"(?<!\W[a-z]\.)i(?!\.\w)",
    "a": r"(?<!\W[a-z]\.)a(?!\.\w|/(?:[a-z]+(?:\.\d+)?/)?\d+[a-z]?\b)",
    "242": r"(?<!\d/)242",
}

# Every form that the published rules of Snowball bring to one stem.
STEMS = {
    "nation": "nation(?:['’]s|s|al|als|ally|alism|alisms|ality|alities|ali[sz]e|ali[sz]ed|ali[sz]ation)?",
    "negotiate": "negoti(?:at(?:e|es|ed|ing|ion|ions|or|ors)|able)",
    "condemn": "condemn(?:s|ed|ing|ation|ations|able)?",
    "treaty": "treat(?:y|y['’]s|ies)",
    "commitment": "commit(?:s|ted|ting|ment|ments)?",
    "violation": "violat(?:e|es|ed|ing|ion|ions|or|ors)",
    "sanction": "sanction(?:s|ed|ing)?",
    "refugee": "refugees?",
    "weapons": "weapons?",
    "terrorism": "terror(?:s|ism|i[sz]e|i[sz]ed|i[sz]ing|i[sz]ation)?",
    "development": "develop(?:s|ed|ing|ment|ments)?",
    "cooperate": "cooperat(?:e|es|ed|ing|ion|ive)",
    "independence": "independen(?:ce|t|ts|tly)",
    "sovereign": "sovereign(?:ly)?",
    "aggression": "aggress(?:ions?|ive|ively|iveness)?",
    "assembly": "assembl(?:y|y['’]s|ies|e|ed|ing)",
    "peaceful": "peace(?:ful|fully)?",
    "resolutions": "resolut(?:ions?|e|ely|eness)",
    "minority": "minor(?:s|ity|ities|ity['’]s)?",
    "secure": "secur(?:ity|ities|e|ely|ed|es|ing)",
}

PHRASES = """human rights/security council/member states/must not/general assembly/middle east/south africa/
    developing countries/nuclear weapons/cold war/territorial integrity/arms race/united nations/foreign policy/
    world order/right to self-determination/secretary-general of the united nations/charter of the united nations/
    non-interference in the internal affairs/new international economic order"""

WILDCARDS = {
    "terror*": f"terror{REST}",
    "disarm*": f"disarm{REST}",
    "coloni*": f"coloni{REST}",
    "develop*": f"develop{REST}",
    "democra*": f"democra{REST}",
    "non-*": r"non-[\w'’-]*\w",
    "self-*": r"self-[\w'’-]*\w",
    "*-general": r"(?:\w+['’-])*\w+-general",
    "*racy": r"(?:\w+['’-])*\w*racy",
    "*nuclear*": rf"(?:\w+['’-])*\w*nuclear{REST}",
    "inter*al": r"inter(?:[\w'’-]*\w)?al",
    "wom?n": r"wom\wn",
    "organi?ation": r"organi\wation",
    "co?operation": r"co[\w-]operation",
    "coloni?ed": r"coloni\wed",
    "nation?": r"nation\w",
    "human right*": rf"human{GAP}right{REST}",
    "peace* settlement": rf"peace{REST}{GAP}settlement",
    "right of *": rf"right{GAP}of{GAP}\w{REST}",
    "member * of": rf"member{GAP}\w{REST}{GAP}of",
}

ALTERNATIVES = """cooperation|co-operation war|wars treaty|pact apartheid|racism hunger|famine debt|debts
    women|children israel|palestine viet|vietnam kampuchea|cambodia détente|detente east|west north|south
    colonialism|neo-colonialism freedom|liberty poverty|misery dialogue|negotiation justice|injustice
    crisis|crises sea|seabed"""


def words(given):
    """Words, each its own expression."""
    return {word: word for word in given.split()}


def phrases(given):
    """Phrases of words, each with its expression."""
    return {phrase.strip(): phrase.strip().replace(" ", GAP) for phrase in given.split("/")}


def alternatives(given):
    """Searches for either of two words, each with its expression."""
    return {pair: f"(?:{pair})" for pair in given.split()}


# Twenty terms with their expressions, and the form they are counted in.
FORMS = {
    "as written": (words(AS_WRITTEN), "surface"),
    "lower": (words(SINGLE_WORDS) | ODD_WORDS, "lower"),
    "stem": (STEMS, "stem"),
    "phrase": (phrases(PHRASES), "lower"),
    "wildcard": (WILDCARDS, "lower"),
    "alternation": (alternatives(ALTERNATIVES), "lower"),
}


@pytest.fixture(scope="module")
def corpus(shared):
    table = pd.read_parquet(shared / "corpora" / "ungdc_1970-1999.parquet")
    every = table.iloc[:: len(table) // SPEECHES].head(SPEECHES)
    return Corpus(every.assign(statement_id=[f"s{number}" for number in range(len(every))]))


@pytest.mark.parametrize("form", FORMS)
def test_counts(corpus, form):
    expressions, counted_as = FORMS[form]
    found = terms.frequency(corpus, terms=list(expressions), form=counted_as, interval=None)
    ours = dict(zip(found["term"], found["count"], strict=True))
    texts = corpus.statements["text"]
    texts = texts.tolist() if counted_as == "surface" else texts.str.lower().tolist()
    theirs = {
        term: sum(len(re.findall(f"{BEFORE}{expression}{AFTER}", text)) for text in texts)
        for term, expression in expressions.items()
    }
    assert len(theirs) == 20
    assert all(theirs.values())
    assert ours == theirs
