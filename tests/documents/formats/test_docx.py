"""Word documents: what the page shows, in order, and what is refused."""

# ruff: noqa: E501 - a case is one line

import io
import zipfile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        # those that count paragraphs show what Word counts
        (p(field(" AUTONUM ", ""), " We agree.") + p('<w:fldSimple w:instr=" AUTONUM "/>', " We note it."), "1. We agree.\n\n2. We note it."),
        # a paragraph whose end was taken out goes on with the next; a row that was taken out is none
        ("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + r("We ") + "</w:p>" + p("agree."), "We agree."),
        (p("One.") + f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('gone')}</w:tc></w:tr></w:tbl>", "One."),
        # characters told by their number in a font
        (p('<w:r><w:sym w:font="Arial" w:char="00A7"/></w:r>', " 3", '<w:r><w:sym w:char="D800"/><w:sym w:char="x"/></w:r>'), "§ 3"),
        (p(r("Statement by ", "<w:caps/>"), r("Malta", '<w:caps w:val="0"/>')), "STATEMENT BY Malta"),
        # headings: bold by run or by style; a document all in bold has none
        (p(r("STATEMENT BY", "<w:b/>")) + p(r("CANADA", "<w:b/>")) + p("We agree."), "# STATEMENT BY\n# CANADA\n\nWe agree."),
        (p(r("Not bold", '<w:b w:val="0"/>')) + p("We agree."), "Not bold\n\nWe agree."),
        (p(r("All", "<w:b/>")), "All"),
    ],
)  # fmt: skip
def test_what_a_page_shows(body, text):
    assert text_of(packed(body)) == text


def styled(style: str, text: str, numbering: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{numbering}</w:pPr>{r(text)}</w:p>'


STYLES = root(
    "styles",
    '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="Heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Of"><w:name w:val="Office"/><w:rPr><w:b/><w:caps/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="On"><w:name w:val="Own"/><w:basedOn w:val="Of"/></w:style>'
    '<w:style w:type="character" w:styleId="Hi"><w:name w:val="Hi"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Nr"><w:name w:val="Nr"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (styled("T1", "On media"), "# On media"),
        # some write their paragraphs in the style of a heading
        (styled("T1", "We agree with this."), "We agree with this."),
        (styled("On", "Malta"), "# MALTA"),  # as the style that it is based on
        (f'<w:p><w:pPr><w:pStyle w:val="On"/></w:pPr>{r("Malta", """<w:b w:val="0"/>""")}</w:p>', "MALTA"),
        (p("We ", r("do not ", '<w:rStyle w:val="Hi"/>'), "agree."), "We agree."),
        (styled("A", "In a circle"), "In a circle"),
    ],
)  # fmt: skip
def test_letters_are_set_by_their_style(body, text):
    assert text_of(packed(body + p("We thank you."), styles=STYLES)) == f"{text}\n\nWe thank you."


def level(number: int, form: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def use(number: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


ANEW = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'
NUMBERING = root(
    "numbering",
    f"""<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}{level(1, "lowerLetter", "(%2)")}{level(2, "upperRoman", "%3)")}</w:abstractNum>
    <w:abstractNum w:abstractNumId="1">{level(0, "bullet", "o")}</w:abstractNum>
    <w:abstractNum w:abstractNumId="2">{level(0, "upperLetter", "Part %1")}{level(1, "decimal", "%1.%2", "<w:isLgl/>")}</w:abstractNum>
    <w:abstractNum w:abstractNumId="3">{level(0, "decimal", "%1")}{level(1, "decimalZero", "%1.%2", '<w:pStyle w:val="Of"/>')}</w:abstractNum>"""
    + use(1, 0) + use(2, 1) + use(3, 2) + use(4, 0, ANEW.format(1)) + use(5, 3) + use(6, 0, ANEW.format(999999)) + use(7, 9),
)  # fmt: skip


def item(text: str, number: int, level: int = 0) -> str:
    listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{listed}</w:pPr>{r(text) if text else ''}</w:p>"


@pytest.mark.parametrize(
    ("items", "lines"),
    [
        ([("a", 1), ("b", 1), ("c", 1, 1), ("d", 1, 1), ("e", 1), ("f", 1, 1)], "1. a/2. b/(a) c/(b) d/3. e/(a) f"),
        ([("a", 1, 2), ("b", 1, 2), ("c", 1)], "I) a/II) b/2. c"),  # an item opens those that it is within
        ([("a", 1), ("", 1), ("b", 1)], "1. a/3. b"),  # Word counts an item without words
        ([("a", 2), ("b", 1)], "a/1. b"),  # no bullet
        ([("a", 3), ("b", 3, 1), ("c", 3), ("d", 3, 1)], "Part A a/1.1 b/Part B c/2.1 d"),
        ([("a", 1), ("b", 4), ("c", 1), ("d", 4)], "1. a/1. b/2. c/3. d"),  # counted anew once
        ([("a", 5), ("b", 5, 1)], "1 a/1.01 b"),
        ([("a", 6), ("b", 6)], "999999. a/1000000. b"),
        ([("a", 0), ("b", 7), ("c", 8), ("d", 1, 7)], "a/b/c/d"),  # of no list, of none that is there, of no level
    ],
)  # fmt: skip
def test_numbers_stand_as_word_shows_them(items, lines):
    body = "".join(item(*of) for of in items)
    assert text_of(packed(body, numbering=NUMBERING, styles=STYLES)) == lines.replace("/", "\n\n")


def test_numbers_that_a_style_gives():
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    in_list = '<w:numPr><w:numId w:val="5"/></w:numPr>'
    body = (
        styled("Nr", "One.") + styled("Nr", "None.", off) + styled("Nr", "Two.") + styled("Of", "x", in_list)
    )
    text = text_of(packed(body, numbering=NUMBERING, styles=STYLES))
    assert text == "1. One.\n\nNone.\n\n2. Two.\n\n# 1.01 X"


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


def renamed(data: bytes, old: str, new: str) -> bytes:
    """The same archive with another name of a member, and of whatever the members say."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(stream, "w") as other:
        for member in archive.namelist():
            other.writestr(member.replace(old, new), archive.read(member).replace(old.encode(), new.encode()))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("document.xml", "document2.xml"),  # as kept by Word on the web
        (
            "schemas.openxmlformats.org/wordprocessingml/2006",
            "purl.oclc.org/ooxml/wordprocessingml",
        ),  # strict
        ("schemas.openxmlformats.org/officeDocument/2006", "purl.oclc.org/ooxml/officeDocument"),
        ("<Types/>", "<Types>application/vnd.ms-word.document.macroEnabled.main+xml</Types>"),  # docm
    ],
)
def test_other_forms_of_word_documents(old, new):
    section = '<w:sectPr><w:headerReference w:type="default" r:id="h1"/></w:sectPr>'
    rels = '<Relationships><Relationship Id="h1" Target="header1.xml"/></Relationships>'
    data = packed(p("We agree.") + section, header1=root("hdr", p("PC.DEL/9001/21")), rels=rels)
    assert text_of(renamed(data, old, new)) == "PC.DEL/9001/21\n\nWe agree."


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


@given(st.binary(max_size=200), st.integers(0, 2000))
def test_any_bytes_are_read_or_refused(noise, place):
    data = bytearray(packed(p("We agree."), styles=STYLES, numbering=NUMBERING))
    data[place : place + len(noise)] = noise
    try:
        assert text_of(bytes(data)).strip()
    except Unreadable as error:
        sentence = str(error)
        assert sentence.startswith("a.docx ")
        assert sentence.endswith(".")


XML = st.text("<>/=wpr:tbl &;\"'aé\n")


@given(XML)
def test_any_xml_is_read_or_refused(inner):
    try:
        assert text_of(packed(p("We agree.") + inner, styles=inner, numbering=root("numbering", inner)))
    except Unreadable as error:
        sentence = str(error)
        assert sentence.startswith("a.docx ")


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
