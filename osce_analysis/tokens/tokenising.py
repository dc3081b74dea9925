"""What a token is: words, numbers and document symbols, with the place of each.

Rules, in order:

- a document symbol is one token: ``MC.DEC/3/20``, ``MC(10).DEC/1``, ``A/RES/217(III)A``;
- ``No.`` and ``Nos.`` keep their full stop, so that they are never the negation ``no`` (the index takes it off
  where no number follows: "They said No. We agree.");
- initials (``U.S``, ``e.g``) and numbers with inner ``. , / :`` (``3/04``, ``12.5``) are one token;
- a word holds letters, digits, stress marks and soft hyphens, with inner hyphens and apostrophes kept:
  ``co-operation``, ``aujourd'hui``, ``l'OSCE`` (elided articles stay on their word, as written);
- one-letter words are words; ``§``, ``%`` and currency signs are not.

Apostrophes and hyphens of every kind are read as ``'`` and ``-``, one for one; en and em dashes separate.
No rule looks beyond white space, so the tokens of a text are those of its white-space chunks.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import NamedTuple

from osce_analysis.tokens.sentence_ends import PARAGRAPH, ends_sentence, starts_sentence

NUMBER_SIGNS = ("No.", "Nos.", "NO.", "NOS.")

_UNIFIED = str.maketrans({**dict.fromkeys("’ʼ‘‛′＇", "'"), **dict.fromkeys("‐‑﹣－", "-"), "_": " "})
_AFTER_A_WORD = f".,;:!?…)\"'”’»{PARAGRAPH}"
_SOFT_HYPHEN = "\u00ad"
_MARKS = "\u0300-\u036f" + _SOFT_HYPHEN

_SYMBOL = r"""
    [A-Z][A-Z-]{0,11} (?:\(\d{1,3}\))? (?:\.[A-Z]{1,9}){0,2}    # body, meeting, series: MC(10).DEC
    (?:/[A-Z][A-Za-z-]{0,11}\d{0,3}(?:\.\d{1,4})?){0,4}         # organs: /RES, /CN.4, /S-10
    /\d{1,6}[A-Z]?\b                                            # the first number
    (?:/\d{1,6}[A-Z]?\b | /[A-Z][A-Za-z]{0,11}(?:\.\d{1,4})?\b  # /20, /Add.1, /L.39
      | \(\w{1,6}\)[A-Z]?\b | \(\w{1,6}\)){0,6}                 # (2001), (III)A
  | [A-Z]{2,6} \(\d{1,3}\) \.[A-Z]{2,9}\b                       # a journal of a meeting: MC(27).JOUR
"""
_NUMERO = rf"\b(?:{'|'.join(map(re.escape, NUMBER_SIGNS))})"
_INITIALS = r"[^\W\d] (?:\.[^\W\d]\b)++"
_NUMBER = r"\d++ (?:[.,/:]\d++)++"
_WORD = rf"\w [\w{_MARKS}]*+ (?:['-]\w[\w{_MARKS}]*+)*+"
_NUMBERED = re.compile(_NUMERO)
_TOKEN = re.compile(rf"(?:{_SYMBOL}) | {_NUMERO} | {_INITIALS} | {_NUMBER} | {_WORD}", re.VERBOSE)


class Token(NamedTuple):
    """A token: its place in the text and its form, with apostrophes and hyphens unified."""

    start: int
    end: int
    text: str


def tokenise(text: str) -> list[Token]:
    """Split `text` into tokens.

    Parameters
    ----------
    text : str
        Any text; offsets count its code points.

    Returns
    -------
    list of Token
        In order of place; ``text[token.start:token.end]`` holds the token as written.

    Examples
    --------
    >>> [token.text for token in tokenise("Decision No. 3/04 (MC.DEC/3/04) on co‑operation")]
    ['Decision', 'No.', '3/04', 'MC.DEC/3/04', 'on', 'co-operation']
    """
    return [
        Token(*match.span(), normalised(match.group())) for match in _TOKEN.finditer(text.translate(_UNIFIED))
    ]


def unified(text: str) -> str:
    """`text` with one kind of apostrophe and one of hyphen, of the same length."""
    return text.translate(_UNIFIED)


def normalised(form: str) -> str:
    """A token's form composed (NFC) and without soft hyphens."""
    return form if form.isascii() else unicodedata.normalize("NFC", form.replace(_SOFT_HYPHEN, ""))


def is_counted(form: str) -> bool:
    """Whether what follows ``No.`` shows that it is the sign of a number: "No. 3", "No. A/5", "No. of States"."""
    return form[:1].islower() or any(letter.isdigit() for letter in form)


def chunk_tokens(chunk: str) -> tuple[list[str], list[bool]]:
    """The token forms of a white-space chunk, and for each whether a sentence ends after it.

    A chunk without a token (a lone full stop, a paragraph mark) has no forms and one flag: whether it ends
    the sentence of the token before it.

    Examples
    --------
    >>> chunk_tokens('attacks.The')
    (['attacks', 'The'], [True, False])
    >>> chunk_tokens('."')
    ([], [True])
    """
    word = chunk.rstrip(_AFTER_A_WORD)
    if (
        word.isalpha() and "ʼ" not in word and not _NUMBERED.match(chunk)
    ):  # most chunks; the rules would give the same
        return [normalised(word)], [ends_sentence(word, chunk[len(word) :])]
    tokens = tokenise(chunk)
    if not tokens:
        return [], [ends_sentence("", chunk)]
    forms = [token.text for token in tokens]
    inner = [
        ends_sentence(before.text, chunk[before.end : after.start])
        and starts_sentence(before.text, after.text)
        for before, after in pairwise(tokens)
    ]
    return forms, [*inner, ends_sentence(forms[-1], chunk[tokens[-1].end :])]
