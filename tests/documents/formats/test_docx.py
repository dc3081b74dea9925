"""Word documents: what the page shows, in order, and what is refused."""

# ruff: noqa: E501 - a case is one line

import io
import zipfile

import docx
import pytest

from osce_analysis import documents
from osce_analysis.documents.formats import Unreadable, contents_of, kind_of

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def packed(body: str, prolog: str = "", **parts: str) -> bytes:
    """A Word document of this body; `parts` are further members of its folder `word`."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"{prolog}{root('document', f'<w:body>{body}</w:body>')}")
        for name, xml in parts.items():
            archive.writestr("word/_rels/document.xml.rels" if name == "rels" else f"word/{name}.xml", xml)
    return stream.getvalue()


def root(name: str, inner: str) -> str:
    return f'<w:{name} xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}">{inner}</w:{name}>'


def p(*runs: str) -> str:
    return f"<w:p>{''.join(run if run.startswith('<') else r(run) for run in runs)}</w:p>"


def r(text: str, style: str = "") -> str:
    return f'<w:r><w:rPr>{style}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def text_of(data: bytes) -> str:
    return contents_of(data, "a.docx").text


BOX = f"<w:txbxContent>{p('PC.DEL/9001/21')}</w:txbxContent>"
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def field(instruction: str, shown: str) -> str:
    return (
        FIELD.format("begin") + f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        + FIELD.format("separate") + r(shown) + FIELD.format("end")
    )  # fmt: skip


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p("We ", "agree."), "We agree."),
        # tracked changes: what was put in stays, what was taken out goes
        (p("We ", f"<w:ins>{r('fully ')}</w:ins>", "<w:del><w:r><w:delText>never </w:delText></w:r></w:del>", "agree."), "We fully agree."),
        (p(f"<w:moveFrom>{r('Old. ')}</w:moveFrom>", f"<w:moveTo>{r('New.')}</w:moveTo>"), "New."),
        # content controls and links, around a piece and around paragraphs
        (p("We ", f"<w:sdt><w:sdtPr/><w:sdtContent>{r('all ')}</w:sdtContent></w:sdt>", f"<w:hyperlink>{r('agree.')}</w:hyperlink>"), "We all agree."),
        (f"<w:sdt><w:sdtContent>{p('One.')}{p('Two.')}</w:sdtContent></w:sdt>", "One.\n\nTwo."),
        # characters that are elements
        (p("a", "<w:r><w:br/></w:r>", "b", "<w:r><w:tab/></w:r>", "c"), "a\nb\tc"),
        (p("co", "<w:r><w:noBreakHyphen/></w:r>", "oper", "<w:r><w:softHyphen/></w:r>", "ation"), "co-operation"),
        (p("A &amp; B &lt;C&gt; &#233;"), "A & B <C> é"),
        # a box stands before the paragraph that holds it, once though stored twice
        (p(f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{BOX}</w:drawing></mc:Choice><mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>", "We agree."), "PC.DEL/9001/21\n\nWe agree."),
        # hidden text is not shown; a raised mark stands in brackets
        (p("We ", r("do not ", "<w:vanish/>"), "agree."), "We agree."),
        (p("Decision No. 3/04", r("2", '<w:vertAlign w:val="superscript"/>'), " says"), "Decision No. 3/04[2] says"),
        (p("the 20", r("th", '<w:vertAlign w:val="superscript"/>'), " meeting"), "the 20th meeting"),
        # fields show their result, but for page numbers
        (p("Page ", field(" PAGE ", "7"), " on ", field(" DATE ", "3 May 2021")), "Page  on 3 May 2021"),
        (p("x", f'<w:fldSimple w:instr=" NUMPAGES ">{r("9")}</w:fldSimple>'), "x"),
        # headings: bold by run or by style; a document all in bold has none
        (p(r("STATEMENT BY", "<w:b/>")) + p(r("CANADA", "<w:b/>")) + p("We agree."), "# STATEMENT BY\n# CANADA\n\nWe agree."),
        (p(r("Not bold", '<w:b w:val="0"/>')) + p("We agree."), "Not bold\n\nWe agree."),
        (p(r("All", "<w:b/>")), "All"),
    ],
)  # fmt: skip
def test_what_a_page_shows(body, text):
    assert text_of(packed(body)) == text


def test_a_heading_by_its_style():
    styles = root("styles", '<w:style w:styleId="T1"><w:name w:val="Heading 1"/></w:style>')
    body = '<w:p><w:pPr><w:pStyle w:val="T1"/></w:pPr>' + r("On media") + "</w:p>" + p("We agree.")
    assert text_of(packed(body, styles=styles)) == "# On media\n\nWe agree."


def test_tables_by_row_or_by_cell():
    def row(*cells: str) -> str:
        return f"<w:tr><w:trPr/>{''.join(f'<w:tc><w:tcPr/>{cell}</w:tc>' for cell in cells)}</w:tr>"

    within = f"<w:tbl>{row(p('c'), p('d'))}</w:tbl>"
    table = f"<w:tbl>{row(p('Canada'), p('12'))}{row(p('a') + p('b'), within)}{row(p(''), p(''))}</w:tbl>"
    assert text_of(packed(table)) == "Canada\t12\n\na\n\nb\n\nc\td"


def test_notes_stand_at_the_end_with_their_marks():
    footnotes = root(
        "footnotes",
        f'<w:footnote w:id="0">{p("rule")}</w:footnote><w:footnote w:id="2">{p("First.")}</w:footnote><w:footnote w:id="3">{p("* Own mark.")}</w:footnote>',
    )
    endnotes = root("endnotes", f'<w:endnote w:id="2">{p("Last.")}</w:endnote>')
    body = p(
        "One",
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
        ", two",
        '<w:r><w:endnoteReference w:id="2"/></w:r>',
        ", three",
        '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>*</w:t></w:r>',
        ".",
    )
    text = text_of(packed(body, footnotes=footnotes, endnotes=endnotes))
    assert text == "One[1], two[2], three*.\n\n[1] First.\n\n[2] Last.\n\n* Own mark."


@pytest.mark.parametrize(("title_page", "symbol"), [("<w:titlePg/>", "PC.DEL/9001/21"), ("", "Later pages")])
def test_the_header_of_the_first_page_comes_first(title_page, symbol):
    refs = '<w:headerReference w:type="default" r:id="h1"/><w:headerReference w:type="first" r:id="h2"/>'
    data = packed(
        p("We agree.") + f"<w:sectPr>{refs}{title_page}</w:sectPr>",
        header1=root("hdr", p("Later pages")),
        header2=root("hdr", p("PC.DEL/9001/21") + p("- ", field("PAGE", "1"), " -")),
        footer1=root("ftr", p("PCOEJ9001")),
        rels='<Relationships><Relationship Id="h1" Target="header1.xml"/><Relationship Id="h2" Target="/word/header2.xml"/></Relationships>',
    )
    text = text_of(data)
    assert text.startswith(symbol)
    assert text.endswith("We agree.")
    assert "PCOEJ9001" not in text


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (packed("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", ENTITIES), "a.docx holds XML entities, which no Word document has: do not trust it."),
        (packed(p("x"), '<!DOCTYPE x SYSTEM "file:///etc/passwd">'), "a.docx holds XML entities, which no Word document has: do not trust it."),
        (packed(""), "a.docx is a Word document that holds no text: leave it out."),
        (packed("<w:p>"), "a.docx is a Word document that is damaged: open it in Word and save it again."),
        (packed(p("x") * 4_000_000), "a.docx unpacks to over 64 MB of text: split it."),
        (packed(p("x"))[:200], "a.docx is a zip file, which is not read: unpack it first."),
    ],
    ids=["entities", "outside entity", "empty", "damaged", "bomb", "cut off"],
)  # fmt: skip
def test_unreadable_says_why(data, sentence):
    with pytest.raises(Unreadable) as error:
        contents_of(data, "a.docx")
    assert str(error.value) == sentence


def test_one_under_a_password():
    data = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le") + bytes(64)
    )
    with pytest.raises(
        Unreadable, match=r"^a\.docx is an Office file under a password, which is not read: open it, and"
    ):
        contents_of(data, "a.docx")


def test_damaged_bytes_within_a_member():
    data = bytearray(packed(p("We agree with all of this, and more.")))
    data[data.index(b"word/document.xml") + 25] ^= 0xFF
    with pytest.raises(Unreadable, match="damaged"):
        contents_of(bytes(data), "a.docx")


def test_what_python_docx_writes_is_read():
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "PC.DEL/9001/21"
    document.add_heading("Statement on media freedom")
    document.add_paragraph("Mr. Chair,")
    document.add_paragraph("We agree.")
    stream = io.BytesIO()
    document.save(stream)
    assert kind_of(stream.getvalue()) == "docx"
    (read,) = documents.read(stream.getvalue(), "a.pdf")  # the name lies
    assert (read.symbol, read.title, read.text) == (
        "PC.DEL/9001/21",
        "Statement on media freedom",
        "Mr. Chair,\n\nWe agree.",
    )


def test_a_note_at_the_end_leaves_the_closing_whole():
    footnotes = root(
        "footnotes", f'<w:footnote w:id="2">{p("See the report of the year before.")}</w:footnote>'
    )
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    data = packed(p("Mr. Chair,") + p("We agree", reference, ".") + p("Thank you."), footnotes=footnotes)
    (document,) = documents.read(data, "a.docx")
    assert document.text == "Mr. Chair,\n\nWe agree[1]."
    assert document.closing == "Thank you.\n\n[1] See the report of the year before."
