"""What holds for every chart: bytes, sizes, nothing cut or overlapping, notes and alternative texts."""

import io
import itertools
import subprocess
import sys
from html import unescape

import matplotlib
import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from osce_analysis import charts

CASES = (
    "25 of 30 terms", "one bar", "four sides", "one term by delegation", "long titles", "long titles, two sides",
    "one line with a gap", "four lines", "six of thirty lines", "heat map of six", "heat map of 57",
    "network of six", "network of 57", "600 key terms", "two key terms", "dispersion", "strips of twenty years",
    "alignment of twenty", "alignment of 57", "stances of four", "associations", "terms in periods",
    "alignment by year", "alignment of 57 by year", "timeline", "coverage of eight", "coverage of 57", "instruments",
    "statements and instruments",
)  # fmt: skip
KINDS = (
    "Bar chart of",
    "Line chart from",
    "Heat map of",
    "Network of",
    "Scatter of",
    "Dot plot of",
    "Dot plot from",
    "Timeline of",
    "Strips of",
)
ONE_OF_EACH = (
    "four sides",
    "four lines",
    "heat map of six",
    "network of six",
    "600 key terms",
    "dispersion",
    "associations",
    "alignment by year",
    "timeline",
    "coverage of eight",
    "instruments",
)


def drawn(cases, case, width=84.0):
    chart, table = cases[case]
    return getattr(charts, chart)(table, width=width)


def saved(figure, kind):
    stream = io.BytesIO()
    figure.savefig(stream, format=kind)
    return stream.getvalue()


def texts(figure):
    """Every text that is drawn, with its box in pixels: matplotlib keeps others that are not."""
    found = []
    plain = Text.draw

    def draw(text, renderer):
        if text.get_visible() and text.get_text().strip():
            found.append((text.get_text(), text.get_window_extent(renderer)))
        plain(text, renderer)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Text, "draw", draw)
        figure.draw(figure.canvas.get_renderer())
    return found


@pytest.mark.parametrize("width", [84.0, 174.0])
@pytest.mark.parametrize("case", CASES)
def test_no_text_leaves_the_figure_or_touches_another(cases, case, width):
    figure = drawn(cases, case, width)
    boxes = texts(figure)
    assert boxes
    for text, box in boxes:
        assert box.x0 >= -0.5, text
        assert box.y0 >= -0.5, text
        assert box.x1 <= figure.bbox.width + 0.5, text
        assert box.y1 <= figure.bbox.height + 0.5, text
    # A hair's breadth may be shared: boxes include the space above small letters.
    for (one, first), (other, second) in itertools.combinations(boxes, 2):
        across = min(first.x1, second.x1) - max(first.x0, second.x0)
        down = min(first.y1, second.y1) - max(first.y0, second.y0)
        assert across < 1 or down < 1.2, (one, other)


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
@pytest.mark.parametrize("case", ONE_OF_EACH)
def test_two_calls_save_the_same_bytes(cases, case, kind):
    assert saved(drawn(cases, case), kind) == saved(drawn(cases, case), kind)


@pytest.mark.parametrize("width", [84.0, 174.0])
@pytest.mark.parametrize("case", ONE_OF_EACH)
def test_the_width_is_exact_and_the_file_too(cases, case, width):
    figure = drawn(cases, case, width)
    assert figure.get_figwidth() * 25.4 == pytest.approx(width, abs=0.001)
    page = saved(figure, "svg").decode()
    assert f'width="{width / 25.4 * 72:.6f}'.rstrip("0") in page


def test_pdf_embeds_truetype_and_no_type_3(cases):
    page = saved(drawn(cases, "25 of 30 terms"), "pdf")
    assert b"/Type3" not in page
    assert b"/FontFile2" in page


@pytest.mark.parametrize("case", CASES)
def test_each_chart_says_what_it_shows(cases, case):
    figure = drawn(cases, case)
    assert isinstance(figure, Figure)
    note, alt = figure.drawn.note, figure.drawn.alt
    assert "312 statements" in note
    assert note.endswith(("Specimen texts.",)) or "Specimen texts." in note
    assert "\n" not in note
    assert "a group such as the EU counts as one actor" in note
    assert alt.startswith(KINDS)
    assert len(figure.drawn.table) > 0


def test_note_can_stay_out_of_the_figure(cases):
    table = cases["one bar"][1]
    bare, noted = charts.bars(table, note=False), charts.bars(table)
    assert bare.drawn.note == noted.drawn.note
    assert not [text for text, _ in texts(bare) if "312 statements" in text]
    assert bare.get_figheight() < noted.get_figheight()


def settings():
    """All but the backend, which matplotlib finds out by itself when it is asked."""
    return {name: value for name, value in matplotlib.rcParams.copy().items() if "backend" not in name}


def test_charts_leave_the_settings_of_matplotlib_alone(cases):
    before = settings()
    figure = drawn(cases, "four sides")
    saved(figure, "pdf")
    assert settings() == before


def test_settings_of_the_user_change_no_chart(cases):
    plain = saved(drawn(cases, "one bar"), "png")
    with matplotlib.rc_context({"font.size": 20, "axes.facecolor": "red", "text.parse_math": True}):
        assert saved(drawn(cases, "one bar"), "png") == plain


def test_charts_never_load_pyplot():
    code = (
        "import pandas, sys; from osce_analysis import charts\n"
        "assert 'matplotlib' not in sys.modules\n"
        "charts.bars(pandas.DataFrame({'term': ['a'], 'rate': [1.0]}))\n"
        "assert 'matplotlib.pyplot' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_chart_shows_itself_with_its_alternative_text_escaped(cases):
    chart, table = cases["one bar"]
    image = getattr(charts, chart)(table.assign(term='<img src=x onerror="a">'))._repr_html_()
    assert image.startswith('<img alt="Bar chart of 1 term')
    assert image.count("<") == 1
    assert '<img src=x onerror="a">' in unescape(image)
    assert 'src="data:image/png;base64,' in image
