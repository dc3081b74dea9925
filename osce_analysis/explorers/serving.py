"""The explorers as a page of their own: a folder that holds nothing else, and how Voila is started on it."""

from __future__ import annotations

import json
import os
import shutil
import sys
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from osce_analysis.corpus import Corpus

TITLE = "osce_analysis"
TEMPLATE = "osce"
_SOURCE = """import osce_analysis as osce

osce.explore({corpus})"""


def app_folder(corpus: Corpus, place: Path) -> Path:
    """Lay out what Voila serves, its template, and a saved copy of the corpus, each apart.

    Parameters
    ----------
    corpus : Corpus
    place : Path
        An empty folder of its own.

    Returns
    -------
    Path
        The notebook that Voila shows, alone in its folder.
    """
    from osce_analysis.corpus.samples import SAMPLES

    source = f"osce.load_sample({corpus.name!r})"
    if corpus.name not in SAMPLES:
        corpus.save(place / "corpus")
        source = f"osce.load({str(place / 'corpus')!r})"
    template = place / "jupyter" / "voila" / "templates" / TEMPLATE
    template.mkdir(parents=True)
    with files(__package__).joinpath("voila", "index.html.j2").open("rb") as page:
        (template / "index.html.j2").write_bytes(page.read())
    (template / "conf.json").write_text('{"base_template": "lab"}', encoding="utf-8")
    served = place / "served"
    served.mkdir()
    notebook = served / "explore.ipynb"
    notebook.write_text(_notebook(_SOURCE.format(corpus=source)), encoding="utf-8")
    return notebook


def voila_arguments(notebook: Path) -> list[str]:
    """What Voila is started with: this machine only, a token, no file, no template but ours."""
    arguments = [
        str(notebook),
        "--token",
        "--Voila.ip=127.0.0.1",
        f"--Voila.root_dir={notebook.parent}",
        f"--template={TEMPLATE}",
        "--VoilaConfiguration.allow_template_override=NO",
        "--VoilaConfiguration.file_allowlist=[]",
        "--VoilaConfiguration.file_denylist=.*",
    ]
    if sys.platform.startswith("linux") and not {"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ):
        arguments.append("--no-browser")
    return arguments


def template_path(place: Path) -> str:
    """JUPYTER_PATH with which Voila finds our template; what the user had set follows."""
    return os.pathsep.join(filter(None, [str(place / "jupyter"), os.environ.get("JUPYTER_PATH", "")]))


def serve(corpus: Corpus) -> None:
    """Show the explorers of a corpus in a page of their own, until the user ends it.

    Raises
    ------
    ValueError
        Where Voila is not installed.
    """
    import tempfile

    try:
        from voila.app import Voila
    except ImportError:
        raise ValueError('Voila is not installed: pip install "osce-analysis[lab]".') from None
    place = Path(tempfile.mkdtemp(prefix="osce-analysis-"))
    try:
        notebook = app_folder(corpus, place)
        os.environ["JUPYTER_PATH"] = template_path(place)
        Voila.launch_instance(voila_arguments(notebook))
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _notebook(source: str) -> str:
    """A notebook with one cell."""
    cell: dict[str, object] = {
        "cell_type": "code",
        "id": "explore",
        "metadata": {},
        "execution_count": None,
        "outputs": [],
        "source": source,
    }
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    metadata = {"kernelspec": kernel, "title": TITLE}
    return json.dumps({"cells": [cell], "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})
