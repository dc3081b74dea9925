"""PDF: lines, columns, pages, notes, and what cannot be read."""

import io
import re
import time
from concurrent.futures import ThreadPoolExecutor

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen import canvas

from osce_analysis import documents
from osce_analysis.documents.formats import Unreadable, contents_of
from osce_analysis.documents.formats.columns import lines_of
from osce_analysis.documents.formats.pdf_words import Word

SIZE = 11
WORDS = ["the", "States", "agree", "that", "open", "talks", "are", "of", "use", "to", "all", "who", "meet"]
At = tuple[float, float, str]  # left, bottom, words


def printed(*pages: list[At], size: float = SIZE, rotation: int = 0, **options) -> bytes:
    """A PDF with words where they are put; a page without words shows a picture."""
    stream = io.BytesIO()
    sheet = canvas.Canvas(stream, pagesize=A4, **options)
    for page in pages:
        sheet.setPageRotation(rotation)
        for left, bottom, words in page:
            sheet.setFont("Times-Roman", size)
            sheet.drawString(left, bottom, words)
        if not page:
            sheet.drawImage(ImageReader(io.BytesIO(picture())), 50, 50, 400, 600)
        sheet.showPage()
    sheet.save()
    return stream.getvalue()


def picture() -> bytes:
    from matplotlib.figure import Figure

    stream = io.BytesIO()
    Figure(figsize=(1, 1)).savefig(stream, format="png")
    return stream.getvalue()


def column(left: float, top: float, lines: list[str]) -> list[At]:
    return [(left, top - 1.3 * SIZE * number, line) for number, line in enumerate(lines)]


def text_of(data: bytes) -> str:
    return contents_of(data, "a.pdf").text


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("the old and tried principle of sover-", "eignty of all States is kept.", "of sovereignty of all"),
        (
            "we thank once more the Chairperson-",
            "in-Office for the work done.",
            "the Chairperson-in-Office for",
        ),
        ("we are in favour of further full co-", "operation among us all.", "full co-operation among"),
        ("we recall the document of the year 1990-", "1991 that all of us know.", "year 1990-1991 that"),
        ("the commitments of the participating", "States are of one kind.", "participating States are"),
    ],
)
def test_lines_are_joined_at_the_margin(first, second, joined):
    widest = "a line that is as wide as the column is"
    assert joined in text_of(printed(column(60, 700, [widest, first, second])))


def test_a_short_line_is_a_line_of_its_own():
    lines = [
        "PC.DEL/9001/21",
        "3 December 2021",
        "",
        "STATEMENT BY CANADA",
        "",
        "We agree with all of what was said here today.",
    ]
    data = printed([at for at in column(60, 700, lines) if at[2]])
    assert text_of(data).split("\n") == lines


def test_the_right_column_of_a_letterhead_follows_the_disclaimer():
    disclaimer = [
        "The Secretariat bears no responsibility for the content",
        "of this paper, and sends it to all as it came, which is",
        "without prejudice to decisions of the Organization.",
    ]
    official = ["PC.DEL/9001/21", "3 December 2021", "ENGLISH only"]
    title = [(200.0, 600.0, "STATEMENT BY THE DELEGATION")]
    rows = zip(column(60, 750, disclaimer), column(420, 750, official), strict=True)
    text = text_of(printed([*(at for row in rows for at in row), *title]))
    assert text.split("\n\n") == [" ".join(disclaimer), "\n".join(official), "STATEMENT BY THE DELEGATION"]


def test_columns_are_read_one_after_the_other():
    left = [
        "On the left the first column tells of",
        "what we did in the year that is past",
        "and of those who helped us, for their",
        "part in it was not small and they",
    ]
    right = [
        "deserve our thanks for all that they",
        "gave. On the right the second column",
        "goes on where the first one ended and",
        "comes to its end with this full stop.",
    ]
    title = [(60.0, 760.0, "A title that runs over both of the columns of this page, and so it does")]
    rows = zip(column(60, 730, left), column(320, 727, right), strict=True)  # not on one height
    text = text_of(printed([*title, *(at for row in rows for at in row)]))
    assert text.split("\n\n")[1] == " ".join([*left, *right])


def test_a_last_page_with_one_column_filled_goes_on_as_the_column_did():
    left = ["On the left the first column tells of", "what we did in the year that is past"] * 3
    right = ["deserve our thanks for all that they", "gave. On the right the second column"] * 3
    rows = [at for row in zip(column(60, 730, left), column(320, 727, right), strict=True) for at in row]
    data = printed(
        [(320, 790, "MC.DEL/9001/23"), *rows],
        [
            (290, 810, "- 2 -"),
            (320, 790, "MC.DEL/9001/23"),
            *column(60, 730, ["goes on where the first one ended and", "ends."]),
        ],
    )
    assert text_of(data).endswith("second column goes on where the first one ended and ends.")


def test_words_set_far_apart_to_fill_a_column_are_no_cells():
    left, words = 60.0, []
    for word in ("We", "welcome", "this."):
        words.append((left, 730.0, word))
        left += stringWidth(word, "Times-Roman", SIZE) + 40
    full = [
        "It was of use to all of us who met,",
        "and we hope that the States will do",
        "what they said and meet once more.",
    ]
    right = ["deserve our thanks for all that they", "gave. On the right the second column"] * 2
    lines = column(60, 730 - 1.3 * SIZE, full)
    assert "We welcome this." in text_of(printed([*words, *lines, *column(320, 727, right)]))


def test_a_table_is_read_row_by_row():
    cells = [
        at
        for n, row in enumerate(["Canada 12", "Norway 7", "Malta 1"])
        for at in zip((60.0, 300.0), (500.0 - 15 * n,) * 2, row.split(), strict=True)
    ]
    assert text_of(printed(cells)).split("\n") == ["Canada\t12", "Norway\t7", "Malta\t1"]


def test_numbers_stay_with_the_items_of_a_list():
    said = [
        "The States meet once a year in the place that a",
        "State has offered to all of the others. They also",
        "Meet when it is of need.",
        "The States tell each other what they have done.",
    ]
    data = printed([(60, 700, "1."), (60, 700 - 3 * 1.3 * SIZE, "2."), *column(95, 700, said)])
    assert text_of(data).split("\n\n") == ["1. " + " ".join(said[:3]), "2. " + said[3]]


def test_what_pages_repeat_is_taken_off_and_their_sentence_goes_on():
    full = "We say this once more, since it is of weight to all of us who met in the hall of"
    data = printed(
        [(60, 800, "PC.DEL/9001/21"), (60, 700, full), (290, 30, "- 1 -"), (60, 30, "PCOEJ9001")],
        [
            (60, 800, "PC.DEL/9001/21"),
            (60, 700, "the Hofburg in Vienna."),
            (290, 30, "- 2 -"),
            (60, 30, "PCOEJ9001"),
        ],
        [(60, 800, "PC.DEL/9001/21"), (60, 700, "Thank you."), (290, 30, "- 3 -"), (60, 30, "PCOEJ9001")],
    )
    assert text_of(data).split("\n\n") == ["PC.DEL/9001/21", f"{full} the Hofburg in Vienna.", "Thank you."]


def test_the_only_page_number_of_one_page_goes_and_a_year_stays():
    assert text_of(printed([(60, 700, "We agree."), (290, 40, "1")])) == "We agree."
    assert text_of(printed([(60, 800, "2021"), (60, 700, "We agree.")])).startswith("2021")


def test_footnotes_go_to_the_end_and_raised_marks_into_brackets():
    stream = io.BytesIO()
    sheet = canvas.Canvas(stream, pagesize=A4)
    sheet.setFont("Times-Roman", 12)
    line = "We recall what we said in Decision No. 3/04"
    sheet.drawString(60, 700, line)
    sheet.drawString(60, 686, "and in the other decisions of that meeting.")
    sheet.setFont("Times-Roman", 7)
    sheet.drawString(60 + sheet.stringWidth(line, "Times-Roman", 12), 705, "1")
    sheet.setFont("Times-Roman", 9)
    sheet.drawString(60, 90, "1 On the use of the Internet.")
    sheet.showPage()
    sheet.setFont("Times-Roman", 12)
    sheet.drawString(60, 700, "Thank you.")
    sheet.save()
    text = text_of(stream.getvalue())
    assert text.startswith("We recall what we said in Decision No. 3/04[1] and in")
    assert text.endswith("Thank you.\n\n[1] On the use of the Internet.")


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        # letters, how far above the line they stand, and their size
        ([("Croatia", 0, 12), ("1", 5, 7), (", as", 0, 12)], "Croatia[1], as we said."),
        ([("States", 0, 12), ("33", 5, 7), (": they", 0, 12)], "States[33]: they we said."),
        ([("1", 4, 7), ("Montenegro", 0, 12)], "[1] Montenegro we said."),
        ([("H", 0, 12), ("2", -3, 7), ("O", 0, 12)], "H2O we said."),  # lower, not raised
        ([("Decision 3/04", 0, 12)], "Decision 3/04 we said."),
    ],
)
def test_raised_marks_stand_in_brackets(pieces, text):
    stream = io.BytesIO()
    sheet = canvas.Canvas(stream, pagesize=A4)
    left = 60.0
    for letters, raised, size in pieces:
        sheet.setFont("Times-Roman", size)
        sheet.drawString(left, 700 + raised, letters)
        left += stringWidth(letters, "Times-Roman", size)
    sheet.setFont("Times-Roman", 12)
    sheet.drawString(left + 3, 700, "we said.")
    sheet.save()
    assert text_of(stream.getvalue()) == text


def test_columns_whose_gutter_is_no_wider_than_a_stretched_space():
    words = " ".join(WORDS)
    left = [f"{words[n : n + 34]}".strip() for n in range(12)]
    start = 60 + max(stringWidth(line, "Times-Roman", SIZE) for line in left) + 0.9 * SIZE
    rows = [(60.0, 700.0 - 13 * n, line) for n, line in enumerate(left)]
    rows += [(start, 700.0 - 13 * n, f"{line} right") for n, line in enumerate(left)]
    text = text_of(
        printed([(60, 760, "A title over both of the columns of this page, and so it does"), *rows])
    )
    assert text.count("right") == len(left)
    assert text.index("right") > text.index(left[-1])


def test_a_table_on_a_first_page_is_read_row_by_row_though_its_labels_fill_their_column():
    labels = ["Security and stability of all", "The economy and environment", "Human rights and freedoms"] * 3
    cells = [(60.0, 700.0 - 14 * n, label) for n, label in enumerate(labels)]
    cells += [(320.0 + 60 * m, bottom, f"{m + 1}.4") for _, bottom, _ in cells[:9] for m in range(3)]
    assert text_of(printed(cells)).split("\n")[4] == f"{labels[4]}\t1.4\t2.4\t3.4"


def test_long_files_and_full_pages_take_time_in_proportion():
    def seconds(pages: int, lines: int) -> float:
        row = " ".join(WORDS * 4)
        sheets = [[(20.0, 820.0 - 800 * n / lines, f"{n} {row}") for n in range(lines)]] * pages
        data = printed(*sheets, size=2)
        start = time.process_time()
        assert text_of(data).count("who meet the") == 3 * pages * lines
        return time.process_time() - start

    seconds(1, 40)
    assert seconds(200, 16) < 10 * seconds(50, 16) + 0.5
    assert seconds(1, 500) < 10 * seconds(1, 125) + 0.5  # over 100,000 letters on a page


SAID = [
    "We agree with all of what was said in the",
    "hall today, and we thank the Chairperson-in-",
    "Office for it.",
]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])  # how the page is shown
@pytest.mark.parametrize("way", [0, 90, 180, 270])  # how the text is drawn on it
def test_a_page_is_read_the_way_that_it_is_written(rotation, way):
    stream = io.BytesIO()
    sheet = canvas.Canvas(stream, pagesize=A4)
    sheet.setPageRotation(rotation)
    sheet.translate(A4[0] / 2, A4[1] / 2)
    sheet.rotate(way)
    sheet.setFont("Times-Roman", SIZE)
    for left, bottom, words in column(-120, 50, SAID):
        sheet.drawString(left, bottom, words)
    sheet.save()
    assert text_of(stream.getvalue()) == " ".join(SAID).replace("in- Office", "in-Office")


def test_what_runs_another_way_stands_once_at_the_end():
    stream = io.BytesIO()
    sheet = canvas.Canvas(stream, pagesize=A4)
    for words in ("We agree with what was said, and with", "the report of this year. Thank you."):
        sheet.setFont("Times-Roman", SIZE)
        sheet.drawString(60, 700, words)
        sheet.drawString(60, 686, "m2, 10th and x")  # letters of other heights run no other way
        sheet.rotate(90)
        sheet.drawString(300, -20, "Job number 9001")
        sheet.rotate(-45)
        sheet.drawString(300, 300, "Specimen")
        sheet.showPage()
    sheet.save()
    text = text_of(stream.getvalue())
    assert text.count("Job number 9001 Specimen") == 1
    assert text.endswith("\n\nJob number 9001 Specimen")


def test_what_stands_beyond_the_edges_is_not_seen():
    slug = [(60, 900, "VerDate 2021"), (2e7, 700, "far"), (-90, 700, "Left")]
    assert text_of(printed([(60, 700, "We agree."), *slug])) == "We agree."


def test_image_pages_are_named():
    contents = contents_of(printed([(60, 700, "We agree with what was said.")], []), "x.pdf")
    assert contents.text == "We agree with what was said."
    assert [problem.problem for problem in contents.problems] == [
        "Page 2 of x.pdf is an image without text: run text recognition (OCR) on it.",
    ]
    scan = printed([], [(60, 700, "We agree with what was said.")], [], [], [])
    (document,) = documents.read(scan, "x.pdf")
    assert [(p.step, p.severity, p.problem) for p in document.problems] == [
        (
            "format",
            "warning",
            "Pages 1, 3-5 of x.pdf are images without text: run text recognition (OCR) on them.",
        )
    ]


LONG = [(60.0, 790.0 - 14 * number, " ".join(WORDS)) for number in range(50)]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (
            printed([]),
            "x.pdf is a PDF that holds no text, its one page is an image: run text recognition (OCR) on it.",
        ),
        (
            printed([], []),
            "x.pdf is a PDF that holds no text, 2 of its 2 pages are images: run text recognition (OCR) on it.",
        ),
        (printed([(60, 700, " ")]), "x.pdf is a PDF that holds no text: leave it out, or fetch it again."),
        (
            printed(LONG, encrypt="secret"),
            "x.pdf is a PDF under a password: open it, and save it without one.",
        ),
        (b"%PDF-1.7", "x.pdf is a PDF that is cut off before its end: fetch it again."),
        (printed(LONG)[:400], "x.pdf is a PDF that is cut off before its end: fetch it again."),
        (b"%PDF-1.7\n%%EOF", "x.pdf is a PDF that is damaged: fetch it again."),
    ],
)
def test_unreadable_says_why(data, sentence):
    with pytest.raises(Unreadable) as error:
        contents_of(data, "x.pdf")
    assert str(error.value) == sentence


def test_a_cut_file_that_can_be_read_is_a_problem():
    data = printed(LONG)
    cut = data[: data.rindex(b"xref") - 1]
    contents = contents_of(cut, "a.pdf")
    assert "agree" in contents.text
    assert (
        contents.problems[-1].problem
        == "a.pdf is cut off before its end, so text may be missing: fetch it again."
    )


def test_a_damaged_table_of_places_is_no_hindrance():
    data = printed(LONG)
    start = data.rindex(b"xref\n")
    assert text_of(data[:start] + data[start:].replace(b"0000", b"9999")) == text_of(data)


def test_a_password_that_is_needed_for_changes_alone_is_none():
    from reportlab.lib.pdfencrypt import StandardEncryption

    locked = printed(LONG, encrypt=StandardEncryption("", "secret", canModify=0, strength=128))
    assert text_of(locked) == text_of(printed(LONG))


def test_files_within_a_file_are_named():
    document = pypdfium2.PdfDocument(printed([(60, 700, "We agree.")]))
    for name in ("one.txt", "two.txt"):
        document.new_attachment(name).set_data(b"Thank you.")
    stream = io.BytesIO()
    document.save(stream)
    assert [p.problem for p in contents_of(stream.getvalue(), "a.pdf").problems] == [
        "a.pdf has other files in it (2), which are not read: save them beside it."
    ]


def test_the_name_may_lie():
    assert documents.read(
        b"\n\n" + printed([(60, 700, "PC.DEL/9001/21")], [(60, 700, "We agree.")]), "x.txt"
    )[0].symbol


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    try:
        said = text_of(b"%PDF-1.4\n" + data)
    except Unreadable as error:
        said = str(error)
        assert re.fullmatch(r"a\.pdf is a PDF .*\.", said)
    assert said.strip()


def test_threads_may_read_at_once():
    data = printed(LONG, LONG)
    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(text_of, [data] * 8))) == 1


PLACES = st.tuples(st.sampled_from(WORDS), st.integers(0, 500), st.integers(0, 800), st.integers(6, 14))


@given(st.lists(PLACES, max_size=60))
def test_no_word_is_lost(places):
    words = [Word(text, x, x + 5 * len(text), y, size) for text, x, y, size in places]
    letters = sorted("".join(line.text for line in lines_of(words)).replace(" ", "").replace("\t", ""))
    assert letters == sorted("".join(word.text for word in words))
