"""Web pages: the text without chrome, in order, in the right letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osce_analysis import documents
from osce_analysis.documents.formats import Unreadable, contents_of

SPEECH = (
    "<p>Mr. Chair,</p><p>We are grateful for the report, and we agree with what it says of the media.</p>"
)
SAID = "Mr. Chair,\n\nWe are grateful for the report, and we agree with what it says of the media."


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def text_of(data: bytes) -> str:
    return contents_of(data, "a.html").text


@pytest.mark.parametrize(
    "chrome",
    [
        '<nav><a href="/">Home</a></nav>',
        "<header><p>The Mission</p></header>",
        "<footer>Imprint</footer>",
        "<aside>Other news</aside>",
        "<script>document.write('We disagree.')</script>",
        "<style>p { color: red }</style>",
        "<noscript>Turn scripts on.</noscript>",
        '<form action="/search"><input value="q">Search</form>',
        '<div class="cookie-banner">We use cookies.</div>',
        '<div id="onetrust-consent-sdk">We value your privacy.</div>',
        '<div role="navigation">Home</div>',
        '<section class="relatedPosts">Read also</section>',
        '<p style="display: none">Hidden</p>',
        "<p hidden>Hidden</p>",
        '<ul><li><a href="1">One</a></li><li><a href="2">Two</a></li><li><a href="3">Three</a></li></ul>',
        "<!-- a note of the site -->",
        '<svg><text>Logo</text></svg>',
    ],
)  # fmt: skip
def test_chrome_is_taken_off(chrome):
    assert text_of(page(f"{chrome}{SPEECH}{chrome}")) == SAID
    assert text_of(page(f"{chrome}<main>{SPEECH}</main>")) == SAID


@pytest.mark.parametrize(
    "around",
    [
        '<form id="aspnetForm">{}</form>',  # old sites put the whole page into a form
        '<div class="has-menu sidebar">{}</div>',
        '<main><article><header><p></p></header>{}</article></main>',
        '<table><tr><td>{}</td></tr></table>',
    ],
)  # fmt: skip
def test_what_holds_the_text_is_no_chrome(around):
    assert text_of(page(around.format(SPEECH))) == SAID


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<h1>On media</h1><p>We agree.</p>", "# On media\n\nWe agree."),
        ("<p><b>STATEMENT BY<br>CANADA</b></p><p>We agree.</p>", "# STATEMENT BY\n# CANADA\n\nWe agree."),
        (
            "<div>PC.DEL/9001/21<br>3 May 2021</div><p>We\n  agree.</p>",
            "PC.DEL/9001/21\n3 May 2021\n\nWe agree.",
        ),
        ("One.<br><br>Two.<br/> <br/>Three.", "One.\n\nTwo.\n\nThree."),
        (
            "<p>Decision No. 3/04<sup>1</sup> at the 20<sup>th</sup> meeting</p>",
            "Decision No. 3/04[1] at the 20th meeting",
        ),
        ('<p>Word<a href="#f"><sup>[2]</sup></a></p>', "Word[2]"),
        ("<ol><li>One<li>Two</ol><ul><li>Three</ul>", "1. One\n\n2. Two\n\nThree"),
        ('<ol start="3"><li>One<li value="7">Two</ol>', "3. One\n\n7. Two"),
        ("<table><tr><th>State<th>No.<tr><td><p>Canada</p><td>12</table>", "State\tNo.\n\nCanada\t12"),
        ("<table><tr><td>a<br>b<td>c</table>", "a\nb\n\nc"),
        ("<p>caf&eacute; &ndash; A&amp;B &#1042;</p>", "café – A&B В"),
        ("<p>a <i>b</i>c <span>d</span></p>tail", "a bc d\n\ntail"),
        ("<pre>one\ntwo</pre>", "one\ntwo"),
        ("<p>unclosed <b>bold<p>next", "unclosed bold\n\nnext"),
    ],
)
def test_what_a_page_shows(body, text):
    assert text_of(page(body)) == text


def test_a_first_heading_outside_the_article_is_its_title():
    data = page(f"<div class=hero><h1>On media</h1><p>Site</p></div><main>{SPEECH}</main>")
    assert text_of(data) == f"# On media\n\n{SAID}"


@pytest.mark.parametrize(
    ("charset", "codec"),
    [
        ("utf-8", "utf-8"),
        ("windows-1251", "cp1251"),
        ("koi8-r", "koi8-r"),
        ("no-such", "cp1251"),
        ("windows-1252", "utf-8"),
        ("", "utf-16"),
    ],
)
def test_the_letters_are_right_whatever_the_page_claims(charset, codec):
    said = "Уважаемый господин Председатель, мы поддерживаем свободу средств массовой информации."
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">' if charset else ""
    data = f"<html><head>{meta}</head><body><p>{said}</p></body></html>".encode(codec)
    assert text_of(data) == said


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (page("<script>1</script>"), "a.html is a web page that holds no text: leave it out."),
        (b"<html>", "a.html is a web page that holds no text: leave it out."),
        (page("x" * (33 * 2**20)), "a.html is a web page of over 32 MB: save its text as .txt."),
    ],
    ids=["scripts alone", "empty", "large"],
)
def test_unreadable_says_why(data, sentence):
    with pytest.raises(Unreadable) as error:
        contents_of(data, "a.html")
    assert str(error.value) == sentence


def test_a_page_nested_too_deep_says_so():
    with pytest.raises(
        Unreadable, match=r"^a\.html is a web page nested too deep to read: save its text as \.txt\.$"
    ):
        text_of(page("<div>" * 5000 + "We agree." + "</div>" * 5000))
    contents = contents_of(page("<p>We agree.</p>" + "<div>" * 5000 + "x"), "a.html")
    assert contents.text == "We agree."
    assert [p.problem for p in contents.problems] == [
        "a.html is nested too deep, so text may be missing: save its text as .txt."
    ]


def test_a_page_named_as_text_is_read_as_a_page():
    (document,) = documents.read(page(f"<script>alert(1)</script><h1>On media</h1>{SPEECH}"), "a.txt")
    assert (document.title, document.text) == ("On media", SAID)


@given(st.text(max_size=200))
def test_any_page_is_read_or_refused(inner):
    try:
        text_of(page(inner))
    except Unreadable as error:
        sentence = str(error)
        assert sentence.startswith("a.html ")
