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
        '<div class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3></div>',  # WordPress
        '<div id="jp-relatedposts">Read also</div>',
        '<figure><figcaption>The hall of the Hofburg</figcaption></figure>',
        '<div class="gem-c-feedback">Is this page useful?</div>',  # gov.uk
        '<div class="jq-selectbox__dropdown"><ul><li>Asia</ul></div>',  # a ministry's list of its embassies
        '<a class="btn btn-default" href="a.pdf">Download</a>',
        '<h3></h3>',
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
        # what no page may hold, as in a damaged one
        (
            "<h1>On media</h1>\x1f<main>a<p>We agree.&#1;&#x1F; &#145;</p></main>",
            "# On media\n\na\n\nWe agree. ‘",
        ),
        (
            "<h1>On <main><p>We agree.</p></main></h1>",
            "# On\n\n# We agree.",
        ),  # a heading around the main part
        ("<p>unclosed <b>bold<p>next", "unclosed bold\n\nnext"),
    ],
)
def test_what_a_page_shows(body, text):
    assert text_of(page(body)) == text


@pytest.mark.parametrize(
    "foot",
    [
        '<h2>You may also like</h2><ul><li><a href="1">One</a><li><a href="2">Two</a><li><a href="3">Three</a></ul>',
        "<div><h3>Related</h3><div><h4>News</h4></div></div>",
    ],
)
def test_headings_that_nothing_follows_are_chrome(foot):
    assert text_of(page(f"<main><h2>On media</h2>{SPEECH}{foot}</main>")) == f"# On media\n\n{SAID}"
    assert text_of(page("<main><h2>On media</h2></main>")) == "# On media"


# As these sites set a statement; the words are ours.
GOV_UK = f"""<div class="govuk-width-container"><div class="gem-c-breadcrumbs"><a href="/">Home</a></div>
<main class="govuk-main-wrapper" role="main" id="content"><div class="gem-c-heading"><span>Speech</span>
<h1 class="gem-c-heading__text">On media</h1></div><div class="gem-c-metadata"><dl><dt>Delivered on:</dt>
<dd>3 May 2021 (as delivered)</dd></dl></div><div class="gem-c-govspeak govuk-govspeak"><div class="govspeak">{SPEECH}
</div></div><div class="gem-c-share-links"><h2>Share this page</h2><ul><li><a href="f">One</a></li></ul></div></main>
<div class="gem-c-contextual-footer"><a href="x">More</a></div></div>
<footer class="govuk-footer"><h2>Services</h2></footer>"""
MISSION = f"""<div id="page"><header id="masthead"><a href="/">Mission to the OSCE</a></header><div id="content">
<article class="post comment-status-open"><header class="entry-header"><h1 class="entry-title">On media</h1>
</header><div class="entry-content"><p>Delivered on:</p><p>3 May 2021 (as delivered)</p>{SPEECH}</div>
<footer class="entry-footer">Topics: <a href="t">Media</a></footer></article>
<div id="comments"><h2>Leave a reply</h2></div></div></div>"""
MINISTRY = f"""<div class="lang-switcher">RU EN</div><div class="page">
<div class="crumbs-nav"><a href="/">Main</a></div>
<div class="news-detail"><h1>On media</h1><div class="date">
Delivered on:<br><br>3 May 2021 (as delivered)</div>{SPEECH}<div class="social-likes">Share</div>
</div></div><div class="site-footer">All rights</div>"""


@pytest.mark.parametrize("site", [GOV_UK, MISSION, MINISTRY], ids=["gov.uk", "WordPress", "ministry"])
def test_a_statement_on_a_site_keeps_its_title_and_day(site):
    assert text_of(page(site)).removeprefix("Speech\n\n") == (
        f"# On media\n\nDelivered on:\n\n3 May 2021 (as delivered)\n\n{SAID}"
    )


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


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(noise):
    try:
        assert text_of(b"<!DOCTYPE html><p>We agree." + noise).strip()
    except Unreadable as error:
        sentence = str(error)
        assert sentence.startswith("a.html ")


MARKUP = st.text("<>/=\"' apdivlhrtsu1234&;#\n", max_size=200)


@given(MARKUP)
def test_any_markup_is_read_or_refused(inner):
    try:
        assert text_of(page(inner)).strip()
    except Unreadable as error:
        sentence = str(error)
        assert sentence.startswith("a.html ")


@given(st.text(max_size=200))
def test_any_page_is_read_or_refused(inner):
    try:
        text_of(page(inner))
    except Unreadable as error:
        sentence = str(error)
        assert sentence.startswith("a.html ")
