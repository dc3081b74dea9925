"""The explorers as a person meets them: JupyterLab and Voila in a real Chromium, on this machine alone."""

import html
import io
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

import pandas as pd
import pypdfium2
import pytest

import osce_analysis as osce
from osce_analysis import cli
from osce_analysis.explorers import serving

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt install chromium")

TOKEN = "only-for-this-test"
SOURCE = """import osce_analysis as osce
osce.explore(osce.load_sample())"""
TABS = {
    "Words": "Bar chart",
    "Co-signatories": "Network",
    "Citations": "Bar chart",
    "Compare": "Page of four",
}
TEXT = ".osce .lines:visible, .osce .passages:visible, .osce ol:visible"  # what stands behind a row
SECOND = 1000  # in Playwright's milliseconds

# Runs when the kernel is there, else JupyterLab asks for one; starts without waiting: what comes of it is looked for.
RUN = """() => { const app = window.jupyterapp; const panel = app.shell.currentWidget;
    app.restored.then(() => panel.context.ready).then(() => panel.sessionContext.ready)
        .then(() => app.commands.execute('notebook:run-all-cells')) }"""
# Whatever would have to be moved sideways to be seen.
SIDEWAYS = """() => [document.scrollingElement,
        ...document.querySelectorAll('.jp-OutputArea-output *, #rendered_cells *')]
    .filter(item => item.scrollWidth > item.clientWidth + 1 && item.clientWidth > 0)
    .filter(item => ['auto', 'scroll'].includes(getComputedStyle(item).overflowX) || item === document.scrollingElement)
    .map(item => item.tagName + '.' + item.className)"""
NAMELESS = """() => [...document.querySelectorAll('.jp-OutputArea-output')].flatMap(output =>
    [...output.querySelectorAll('input, select, textarea, button')]
        .filter(item => item.offsetParent !== null)
        .filter(item => ![item, ...(item.labels || [])].some(named => named.tagName !== 'SELECT'
            && (named.innerText || named.getAttribute('aria-label') || named.title || '').trim()))
        .map(item => item.outerHTML.slice(0, 200)))"""
CONTRAST = """() => {
    const light = text => { const [r, g, b] = text.match(/[\\d.]+/g).slice(0, 3).map(value => value / 255)
        .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b };
    const behind = item => { for (; item; item = item.parentElement) {
        const colour = getComputedStyle(item).backgroundColor;
        if (!/, 0\\)$|transparent/.test(colour)) return colour } return 'rgb(255, 255, 255)' };
    return [...document.querySelectorAll('.osce p, .osce td, .osce li, .osce dd, .osce dt, .osce mark')]
        .filter(item => item.offsetParent !== null && item.innerText.trim()).map(item => {
            const pair = [light(getComputedStyle(item).color), light(behind(item))].sort((a, b) => b - a);
            return (pair[0] + 0.05) / (pair[1] + 0.05) }) }"""


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def notebook(source: str) -> str:
    """A notebook with one cell."""
    cell = {
        "cell_type": "code",
        "id": "a",
        "metadata": {},
        "execution_count": None,
        "outputs": [],
        "source": source,
    }
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return json.dumps({"cells": [cell], "metadata": kernel, "nbformat": 4, "nbformat_minor": 5})


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """JupyterLab, started as `osce-analysis lab` starts it, with folders of its own."""
    home = tmp_path_factory.mktemp("lab")
    folder = home / "notebooks"
    folder.mkdir()
    (folder / "explore.ipynb").write_text(notebook(SOURCE), encoding="utf-8")
    own = {f"JUPYTER_{kind}_DIR": str(home / kind.lower()) for kind in ("DATA", "CONFIG", "RUNTIME")}
    port = free_port()
    command = [sys.executable, "-m", "jupyterlab", *cli.lab_arguments(folder), "--no-browser"]
    command += [f"--ServerApp.port={port}", f"--IdentityProvider.token={TOKEN}", "--expose-app-in-browser"]
    with (home / "log.txt").open("w") as log:
        server = subprocess.Popen(
            command, env={**os.environ, **own, "IPYTHONDIR": str(home / "ipython")}, stdout=log, stderr=log
        )
        try:
            wait_for(f"http://127.0.0.1:{port}/api/status?token={TOKEN}", server, home / "log.txt")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(20)


def wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    """Until the server answers."""
    for _ in range(240):
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError:
            assert server.poll() is None, log.read_text()
            time.sleep(0.25)
    raise AssertionError(log.read_text())


def is_elsewhere(url: str) -> bool:
    """Whether an address is another machine's; data in a page has no address."""
    parts = urlparse(url)
    return parts.scheme in ("http", "https", "ws", "wss") and parts.hostname != "127.0.0.1"


@pytest.fixture(scope="module")
def asked() -> list[str]:
    """Every address that the page asks for."""
    return []


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium."""
    with playwright.sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


def opened(browser: Any, asked: list[str]) -> Any:
    """A window 1,000 pixels wide that notes what is asked for and reaches nothing but this machine."""
    window = browser.new_page(viewport={"width": 1000, "height": 900})
    window.set_default_timeout(40 * SECOND)
    window.on("request", lambda request: asked.append(request.url))
    window.route(is_elsewhere, lambda route: route.abort())
    return window


@pytest.fixture(scope="module")
def page(address: str, browser: Any, asked: list[str]) -> Iterator[Any]:
    """The notebook, run, in a window 1,000 pixels wide; nothing but this machine can be reached."""
    window = opened(browser, asked)
    window.goto(f"{address}/doc/tree/explore.ipynb?reset&token={TOKEN}")
    window.wait_for_function("window.jupyterapp && window.jupyterapp.shell.currentWidget")
    window.evaluate(RUN)
    chart(window, "Bar chart")
    yield window
    window.close()


def chart(page: Any, kind: str) -> Any:
    """The chart in sight, by its alternative text."""
    image = page.locator(f"img[alt^='{kind}'] >> visible=true")
    image.wait_for()
    return image


def look_for(page: Any, words: str) -> None:
    """Type into the search box of Words and wait for the answer."""
    page.get_by_label("Look for").fill(words)
    page.get_by_label("Look for").press("Enter")
    page.locator(f"img[alt*='{words}']:visible").wait_for()


def counted(page: Any) -> str:
    """The line that says what is selected."""
    page.get_by_role("status").filter(has_not_text="Working").wait_for()
    return str(page.get_by_role("status").inner_text())


def shoot(page: Any, tmp_path: Path, name: str) -> None:
    """A picture for people to look at: pytest --basetemp=pictures keeps it."""
    output = page.locator(".jp-OutputArea-output").last
    (tmp_path / f"{name}.png").write_bytes(output.screenshot())


def test_it_opens_with_a_chart_that_has_alternative_text(page: Any, tmp_path: Path) -> None:
    assert "per 1,000 tokens" in chart(page, "Bar chart").get_attribute("alt")
    assert counted(page).startswith("83 statements")
    shoot(page, tmp_path, "opened")


def test_a_term_typed_changes_chart_list_and_lines(page: Any, tmp_path: Path) -> None:
    before = chart(page, "Bar chart").get_attribute("src")
    look_for(page, "terrorism")
    page.wait_for_function(
        "before => { const image = document.querySelector('.jp-OutputArea-output img');"
        " return image && image.src !== before }",
        arg=before,
    )
    page.get_by_label("Choose a row").first.focus()
    page.keyboard.press("Home")  # JupyterLab keeps the arrow keys for its cells
    page.locator(".osce mark").first.wait_for()
    assert page.locator(".osce mark").first.inner_text().lower() == "terrorism"
    shoot(page, tmp_path, "words")


def test_the_selection_says_how_much_is_left(page: Any) -> None:
    whole = counted(page)
    page.get_by_label("Containing").fill('"human rights"')
    page.get_by_label("Containing").press("Enter")
    page.wait_for_function(
        "before => { const line = document.querySelector('[role=status]');"
        " return line && !line.innerText.includes('Working') && line.innerText !== before }",
        arg=whole,
    )
    assert int(counted(page).split()[0]) < int(whole.split()[0])
    page.get_by_label("Containing").fill("")
    page.get_by_label("Containing").press("Enter")
    page.get_by_text(whole).wait_for()


def test_a_search_that_cannot_be_read_is_a_sentence_in_the_view(page: Any) -> None:
    page.get_by_label("Look for").fill("terrorism|")
    page.get_by_label("Look for").press("Enter")
    alert = page.get_by_role("alert").filter(has_text="Nothing stands after |")
    alert.wait_for()
    look_for(page, "terrorism")
    alert.wait_for(state="detached")


@pytest.mark.parametrize("tab", TABS)
def test_each_tab_shows_its_chart_and_the_text_behind_a_row(page: Any, tmp_path: Path, tab: str) -> None:
    page.get_by_role("tab", name=tab).click()
    chart(page, TABS[tab])
    rows = page.locator("select:visible[size]").last
    rows.focus()
    page.keyboard.press("Home")  # JupyterLab keeps the arrow keys for its cells
    page.locator(TEXT).first.wait_for()
    shoot(page, tmp_path, tab)
    assert page.evaluate(SIDEWAYS) == []
    assert page.evaluate(NAMELESS) == []


def test_a_statement_is_read_and_leads_back_to_a_row(page: Any, tmp_path: Path) -> None:
    page.get_by_role("tab", name="Citations").click()
    page.locator("select:visible[size]").last.focus()
    page.keyboard.press("Home")
    page.get_by_label("Open in Read").locator("visible=true").select_option(index=1)
    page.locator(".osce .facts:visible").wait_for()
    assert page.locator(".osce mark.citation:visible").count() > 0
    page.locator("select:visible[size]", has_text="citation:").select_option(index=2)
    page.locator(".osce mark.chosen:visible").first.wait_for()
    shoot(page, tmp_path, "read")
    assert page.evaluate(SIDEWAYS) == []
    assert page.evaluate(NAMELESS) == []
    page.get_by_role("button", name="Show its row").click()
    page.locator(TEXT).first.wait_for()


def test_it_is_legible_in_dark_theme(page: Any, tmp_path: Path) -> None:
    page.evaluate("window.jupyterapp.commands.execute('apputils:change-theme', {theme: 'JupyterLab Dark'})")
    page.locator("body[data-jp-theme-light='false']").wait_for(state="attached")
    for tab in (*TABS, "Read"):
        page.get_by_role("tab", name=tab).click()
        page.wait_for_timeout(SECOND)
        assert min(page.evaluate(CONTRAST)) >= 4.5  # WCAG 2.2, AA
        shoot(page, tmp_path, f"dark-{tab}")


def test_nothing_is_asked_of_another_machine(page: Any, asked: list[str]) -> None:
    assert len(asked) > 10
    assert [url for url in asked if is_elsewhere(url)] == []
    assert page.get_by_role("tab", name="Words").is_visible()


HOSTILE = "<script>document.title = 'taken'</script> <img src=x onerror=\"document.title='taken'\"> $x_{$"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Voila, started as `osce-analysis app` starts it, on the specimens and one hostile statement."""
    place = tmp_path_factory.mktemp("app")
    sample = osce.load_sample()
    rows = sample.statements.assign(specimen=True)
    bad = rows.iloc[[0]].assign(
        statement_id="hostile", title=HOSTILE, place=HOSTILE, text=f"Peace {HOSTILE}", symbol=None
    )
    corpus = osce.Corpus(
        pd.concat([bad, rows], ignore_index=True),
        **{name: getattr(sample, name) for name in ("paragraphs", "signatories", "citations", "cues")},
    )
    notebook = serving.app_folder(corpus, place)
    port = free_port()
    arguments = [
        word for word in serving.voila_arguments(notebook) if word not in ("--token", "--no-browser")
    ]
    own = {"JUPYTER_PATH": serving.template_path(place), "IPYTHONDIR": str(place / "ipython")}
    own |= {f"JUPYTER_{kind}_DIR": str(place / kind.lower()) for kind in ("DATA", "CONFIG", "RUNTIME")}
    command = [
        sys.executable,
        "-m",
        "voila",
        *arguments,
        "--no-browser",
        f"--port={port}",
        f"--token={TOKEN}",
    ]
    with (place / "log.txt").open("w") as log:
        server = subprocess.Popen(command, env={**os.environ, **own}, stdout=log, stderr=log)
        try:
            wait_for(f"http://127.0.0.1:{port}/login", server, place / "log.txt")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(20)


def answered(url: str) -> tuple[int, str, bytes]:
    """The status of an answer, the address it came from, and its body."""
    try:
        with urllib.request.urlopen(url, timeout=20) as answer:
            return answer.status, answer.url, answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, url, refused.read()


@pytest.mark.parametrize(
    "path",
    [
        "/voila/files/explore.ipynb",
        "/voila/files/../../../../etc/passwd",
        "/voila/files/..%2f..%2f..%2f..%2fetc%2fpasswd",
        "/voila/files/../corpus/statements.parquet",
        "/voila/static/..%2f..%2f..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd",
        "/voila/templates/osce/static/..%2f..%2f..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd",
        "/voila/labextensions/..%2f..%2f..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd",
        "/voila/render/explore.ipynb",
        "/api/contents",
    ],
)
@pytest.mark.parametrize("token", [f"?token={TOKEN}", ""])
def test_the_app_gives_away_no_file(app: str, path: str, token: str) -> None:
    status, where, body = answered(f"{app}{path}{token}")
    assert status >= 400 or (not token and "/login" in where)
    assert b"root:" not in body


def test_the_app_shows_nothing_without_its_token(app: str) -> None:
    with urllib.request.urlopen(app, timeout=20) as answer:
        assert "/login" in answer.url


def saved(page: Any, name: str) -> bytes:
    """The file behind the link in sight that bears this name."""
    with page.expect_download() as download:
        page.locator(f"a[download='{name}']:visible").click()
    return Path(download.value.path()).read_bytes()


def test_two_sides_are_compared_in_the_app_and_taken_along(
    app: str, browser: Any, asked: list[str], tmp_path: Path
) -> None:
    page = opened(browser, asked)
    page.goto(f"{app}/?token={TOKEN}")
    chart(page, "Bar chart")
    page.get_by_role("tab", name="Compare").click()
    chart(page, "Page of four panels")
    page.get_by_label("Side A").locator("visible=true").select_option("European Union (8)")
    page.get_by_label("Side B").locator("visible=true").select_option("Russian Federation (12)")
    page.locator("img[alt*='European Union and Russian Federation']:visible").wait_for()
    page.get_by_label("List", exact=True).locator("visible=true").select_option("commitments")
    rows = page.locator("select:visible[size]", has_text="points")
    rows.focus()
    page.keyboard.press("Home")
    page.locator(TEXT).first.wait_for()
    for name in ("Table", "Code for this view", "Figure for a paper"):
        page.get_by_role("checkbox", name=name).locator("visible=true").focus()
        page.keyboard.press("Space")
    table = pd.read_csv(io.BytesIO(saved(page, "compare.csv")))
    assert {"instrument", "share_target", "p_adjusted"} <= set(table.columns)
    code = html.unescape(page.locator("pre[aria-label='Code for this view']:visible").inner_text())
    made: dict[str, Any] = {"corpus": osce.load_sample()}
    exec(code, made)
    assert made["table"]["instrument"].tolist() == table["instrument"].tolist()
    page.get_by_role("button", name="Make the files").locator("visible=true").click()
    pdf = pypdfium2.PdfDocument(saved(page, "compare.pdf"))
    assert len(pdf) == 1
    assert page.evaluate(SIDEWAYS) == []
    (tmp_path / "compare.png").write_bytes(page.screenshot(full_page=True))
    page.get_by_role("tab", name="Read").click()
    page.get_by_label("Statement", exact=True).locator("visible=true").select_option("hostile")
    page.locator(".osce .facts:visible", has_text="onerror").wait_for()
    page.get_by_role("tab", name="Data").click()
    page.locator(".osce table:visible", has_text="hostile").first.wait_for()
    (tmp_path / "data.png").write_bytes(page.screenshot(full_page=True))
    assert page.evaluate(SIDEWAYS) == []
    assert page.locator(".osce script, .osce img[src='x'], .osce mjx-container").count() == 0
    assert page.title() != "taken"
    assert [url for url in asked if is_elsewhere(url)] == []
    page.close()
