"""Texts to measure on: of any number, made from the specimens, and real corpora where they lie beside the checkout.

Caches of whole lines must not lie about speed: in made texts the paragraphs are drawn anew for each, and days, numbers
of decisions, meetings and documents differ from text to text.
"""

import random
import re
import zipfile
from collections import defaultdict
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
SPECIMENS = CHECKOUT / "data" / "specimens"
SHARED = CHECKOUT.parent / "shared" / "corpora"

LONG = 250  # characters; shorter paragraphs belong to the head or the closing
_LANGUAGE = re.compile(r"-(de|es|fr|it|ru)$")
_DAY = re.compile(r"\b\d{1,2}(?=(?: de)?\.? [^\W\d]{3,10}(?: de)? (?:19|20)\d\d\b)")
_MADE_UP = re.compile(r"\b9\d{3}\b")  # the specimens' own numbers
_SLASHED = re.compile(r"\b\d{1,2}/\d\d\b(?!/)")
_PLAIN = re.compile(r"(?<=No\. )\d{3,4}\b")


def made_texts(count, size=5_000, seed=0):
    """`count` statements of about `size` bytes: head and closing of a specimen, paragraphs of all of its language."""
    rng = random.Random(seed)
    statements, paragraphs = _statements()
    texts = []
    for number in range(count):
        language, head, body, closing = statements[number % len(statements)]
        body, others = list(body), rng.sample(paragraphs[language], len(paragraphs[language]))
        while others and len("\n\n".join([*head, *body, *closing]).encode()) < size - LONG:
            body.insert(rng.randrange(len(body) + 1), others.pop())
        texts.append(_renumbered("\n\n".join([*head, *body, *closing]), rng))
    return texts


def _statements():
    """Language, head, body and closing of the specimens that are statements in plain text, and all paragraphs."""
    statements, paragraphs = [], defaultdict(list)
    for path in sorted(SPECIMENS.glob("*.txt")):
        blocks = path.read_text(encoding="utf-8").split("\n\n")
        long = [place for place, block in enumerate(blocks) if len(block) >= LONG]
        if ".DEL/" not in "".join(blocks[:6]) or len(long) < 2:
            continue
        found = _LANGUAGE.search(path.stem)
        language = found[1] if found else "en"
        first, last = long[0], long[-1] + 1
        if "\n" not in blocks[first]:  # hard-wrapped paragraphs do not mix with those on one line
            statements.append((language, blocks[:first], blocks[first:last], blocks[last:]))
            paragraphs[language] += [block for block in blocks[first:last] if len(block) >= LONG]
    return statements, paragraphs


def _renumbered(text, rng):
    """The text with other days and numbers."""
    text = _DAY.sub(lambda _: str(rng.randint(1, 28)), text)
    text = _MADE_UP.sub(lambda _: str(rng.randint(9000, 9999)), text)
    text = _SLASHED.sub(lambda _: f"{rng.randint(1, 30)}/{rng.randint(3, 20):02d}", text)
    return _PLAIN.sub(lambda _: str(rng.randint(100, 1300)), text)


def real_texts(count):
    """Name and the bytes of `count` texts of each real corpus there is."""
    speeches, resolutions = SHARED / "ungdc_1970-1999.parquet", SHARED / "unsc_resolutions_1946-1985.zip"
    if speeches.is_file():
        import pandas as pd

        sample = pd.read_parquet(speeches, columns=["text"])["text"].sample(count, random_state=1)
        yield "speeches in the UN General Assembly", [text.encode() for text in sample]
    if resolutions.is_file():
        with zipfile.ZipFile(resolutions) as archive:
            names = sorted(archive.namelist())
            yield (
                "UN Security Council resolutions",
                [archive.read(name) for name in names[:: -(-len(names) // count)]],
            )
