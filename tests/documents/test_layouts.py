"""The same document in the layouts that extraction gives: its fields must be the same in all."""

from __future__ import annotations

import textwrap
from typing import NamedTuple

import pytest

from osce_analysis.documents import parse

DISCLAIMER = (
    "The OSCE Secretariat bears no responsibility for the content of this document and circulates it without "
    "altering its content. The distribution by OSCE Conference Services of this document is without prejudice to "
    "OSCE decisions, as set out in documents agreed by OSCE participating States."
)
FIRST = (
    "The bridges over the river were closed again in the spring, and those who live on its banks tell us every "
    "week what that means for schools, for markets and for the sick."
)
SECOND = (
    "We ask both sides to open them before the harvest, and we thank the monitors, who count each lorry and each "
    "cart that has to turn back."
)


class Content(NamedTuple):
    """What a document says, line by line as it is printed."""

    symbol: str
    issued: str
    languages: tuple[str, ...]
    letterhead: tuple[str, ...]
    title: tuple[str, ...]
    below: tuple[str, ...]  # who delivered, the meeting, its day, the subject
    greeting: tuple[str, ...]
    fields: tuple[str, str, str | None, str | None, str]  # issued, delivered, language, delegation, kind
    first: str = FIRST

    @property
    def head(self) -> list[str]:
        """Symbol, day and languages."""
        return [self.symbol, self.issued, *self.languages]

    @property
    def titles(self) -> list[str]:
        """What stands between letterhead and body."""
        return [*self.title, *self.below]

    @property
    def body(self) -> list[str]:
        """The greeting and two paragraphs."""
        return [*self.greeting, self.first, SECOND]


CONTENTS = (
    Content(
        "PC.DEL/9032/19",
        "12 July 2019",
        ("ENGLISH", "Original: RUSSIAN"),
        ("Delegation of the Russian Federation",),
        ("STATEMENT BY MR. IVAN DOE,", "PERMANENT REPRESENTATIVE OF THE RUSSIAN FEDERATION,",
         "AT THE 1236th MEETING OF THE OSCE PERMANENT COUNCIL"),
        ("11 July 2019", "On the bridges over the river and the need to open them before the harvest"),
        ("Mr. Chairperson,",),
        ("2019-07-12", "2019-07-11", "en", "RUS", "statement"),
    ),
    Content(
        "PC.DEL/9091/18",
        "5 October 2018",
        ("ENGLISH only",),
        ("UNITED STATES MISSION TO THE OSCE",),
        ("On the Closing of Bridges and the Duties of",  "Those Who Hold the Far Bank of the River"),
        ("As prepared for delivery by Chargé d'Affaires, a.i., Jane Doe", "to the Permanent Council, Vienna",
         "October 4, 2018"),
        (),
        ("2018-10-05", "2018-10-04", "en", "USA", "statement"),
    ),
    Content(
        "PC.DEL/9063/21",
        "9 July 2021",
        ("ENGLISH only",),
        ("EUROPEAN UNION",),
        ("OSCE Permanent Council No. 1325", "Vienna, 8 July 2021", "EU Statement on the bridges over the river"),
        (),
        (),
        ("2021-07-09", "2021-07-08", "en", "EU", "statement"),
        f"1. {FIRST}",
    ),
    Content(
        "PC.DEL/9002/16",
        "29 April 2016",
        ("ENGLISH", "Original: ENGLISH and FRENCH"),
        ("Delegation of Canada to the Organization for Security and Co-operation in Europe",),
        ("Statement on the bridges over the river",),
        ("Delivered by Ambassador Jane Doe at the 1097th meeting of the Permanent Council", "28 April 2016"),
        ("Mr. Chairperson,",),
        ("2016-04-29", "2016-04-28", "en", "CAN", "statement"),
    ),
    Content(
        "PC.DEL/9003/18",
        "6 July 2018",
        ("ENGLISH only",),
        ("DELEGATION OF ARMENIA",),
        ("STATEMENT", "on the closing of bridges over the river with the help of those on the far bank"),
        ("as delivered by Ambassador John Doe", "at the 1192nd Meeting of the OSCE Permanent Council", "5 July 2018"),
        ("Mr. Chairperson,", "Distinguished colleagues,"),
        ("2018-07-06", "2018-07-05", "en", "ARM", "statement"),
    ),
    Content(
        "FOM.GAL/9/17",
        "11 May 2017",
        ("ENGLISH only",),
        ("The Representative on Freedom of the Media", "Jane Doe"),
        ("Regular Report to the Permanent Council for the period from 25 November 2016 through 10 March 2017",),
        (),
        ("Mr. Chairperson,",),
        ("2017-05-11", "None", "en", None, "report"),
    ),
    Content(
        "PC.DEL/9014/17",
        "30 June 2017",
        ("ENGLISH only",),
        ("Délégation suisse auprès de l'OSCE",),
        ("DÉCLARATION DE LA SUISSE", "en réponse au rapport du Chef de la Mission"),
        ("1105ème réunion du Conseil permanent", "Vienne, le 29 juin 2017"),
        ("Monsieur le Président,",),
        ("2017-06-30", "2017-06-29", "en", "CHE", "statement"),
    ),
    Content(  # a surname that is also the name of a State, a date that fills its line
        "PC.DEL/9041/23",
        "19 May 2023",
        ("ENGLISH only",),
        ("United Kingdom Delegation to the Organization for Security and Co-operation in Europe",),
        ("UK statement on the bridges over the river",),
        ("Delivered by Ambassador Jane Holland at the 1425th meeting of the Permanent Council, 18 May 2023",),
        ("Thank you, Mr Chair.",),
        ("2023-05-19", "2023-05-18", "en", "GBR", "statement"),
    ),
    Content(
        "FSC.DEL/9055/13",
        "21 March 2013",
        ("ITALIAN only",),
        ("Rappresentanza Permanente d'Italia presso l'OSCE",),
        ("Intervento dell'Ambasciatore Carlo Rossi",),
        ("Vienna, 20 marzo 2013",),
        ("Signor Presidente,",),
        ("2013-03-21", "2013-03-20", "it", "ITA", "statement"),
    ),
)  # fmt: skip


def wrapped(lines: list[str], width: int = 88) -> list[str]:
    """Lines of a page."""
    return [piece for line in lines for piece in textwrap.wrap(line, width)]


def apart(*groups: list[str]) -> str:
    """Groups of lines with a blank line between."""
    return "\n\n".join("\n".join(group) for group in groups if group)


def body(content: Content) -> str:
    """The body, wrapped, its paragraphs apart."""
    return apart(*(wrapped([line]) for line in content.body))


def standard(c: Content) -> str:
    """Disclaimer, symbol, language, letterhead, title, body."""
    return apart(wrapped([DISCLAIMER]), c.head, list(c.letterhead), c.titles) + "\n\n" + body(c)


def without_blank_lines(c: Content) -> str:
    """What a plain extraction gives."""
    return standard(c).replace("\n\n", "\n")


def right_column(c: Content) -> str:
    """The official block beside the disclaimer."""
    left = wrapped([DISCLAIMER], 74)
    left += [""] * (len(c.head) - len(left))
    right = c.head + [""] * (len(left) - len(c.head))
    beside = [f"{one:<86}{two}".rstrip() for one, two in zip(left, right, strict=True)]
    return (
        apart(beside, list(c.letterhead), [f"{line:^100}".rstrip() for line in c.titles]) + "\n\n" + body(c)
    )


def one_line(c: Content) -> str:
    """All run together."""
    return " ".join(right_column(c).split())


def viewer(c: Content) -> str:
    """A viewer's page: its title, the facts of the file, all run together."""
    return f"{' '.join(c.title)}\nTotal Page:16\nFile Type:pdf, Size:1020Kb\n{one_line(c)}"


def second_page(c: Content) -> str:
    """The head of the second page within a sentence."""
    lines = body(c).split("\n")
    stop = next(number for number, line in enumerate(lines) if len(line) > 60) + 1
    page = ["", c.symbol, c.issued, "Page 2", ""]
    return (
        apart(c.head, list(c.letterhead), c.titles)
        + "\n\n"
        + "\n".join([*lines[:stop], *page, *lines[stop:]])
    )


def block_at_the_end(c: Content) -> str:
    """The frames of the page's top after its text."""
    return apart(list(c.letterhead), c.titles, *([line] for line in c.body), [DISCLAIMER], c.head)


def beside_the_letterhead(c: Content) -> str:
    """The official block in a column beside the letterhead."""
    left = wrapped(list(c.letterhead), 60)
    left += [""] * (len(c.head) - len(left))
    right = c.head + [""] * (len(left) - len(c.head))
    beside = [f"{one:<70}{two}".rstrip() for one, two in zip(left, right, strict=True)]
    return apart(beside, [f"{line:^100}".rstrip() for line in c.titles]) + "\n\n" + body(c)


def small_print_below(c: Content) -> str:
    """The disclaimer at the page's foot, in smaller letters than the text."""
    return (
        apart(c.head, list(c.letterhead), c.titles)
        + f"\n\n{body(c)}\n\n"
        + "\n".join(wrapped([DISCLAIMER], 134))
    )


def letterhead_first(c: Content) -> str:
    """The letterhead above the symbol."""
    return apart(list(c.letterhead), c.head, c.titles) + "\n\n" + body(c)


def every_line_apart(c: Content) -> str:
    """Each line a block of its own."""
    return apart(*([line] for line in [*wrapped([DISCLAIMER]), *c.head, *c.letterhead, *c.titles, *c.body]))


LAYOUTS = (standard, without_blank_lines, right_column, one_line, viewer, second_page, block_at_the_end,
           beside_the_letterhead, small_print_below, letterhead_first, every_line_apart)  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
@pytest.mark.parametrize("content", CONTENTS, ids=lambda content: content.symbol)
def test_one_document_in_all_layouts(content, layout):
    (document,) = parse(layout(content))
    issued, delivered, language, delegation, kind = content.fields
    assert document.symbol == content.symbol
    assert (str(document.issued), str(document.delivered)) == (issued, delivered)
    assert (document.language, document.kind) == (language, kind)
    assert delegation is None or document.delegation == delegation
    assert " ".join(document.text.split()).startswith(" ".join([*content.greeting, content.first])[:60])
