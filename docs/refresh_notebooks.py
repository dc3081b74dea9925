"""Run the tutorials again and keep their results small and the same at each run.

python docs/refresh_notebooks.py           all of notebooks/
python docs/refresh_notebooks.py 3 5       the third and the fifth

A chart shows itself as HTML that holds a PNG and its alternative text; kept are both, the PNG with 128 colours.
Widgets are not kept: they need a kernel, and their ids change.
"""

import base64
import html
import io
import re
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from PIL import Image

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"
WIDGET = "application/vnd.jupyter.widget-view+json"
COLOURS = 128
SCALE = 2  # pixels of a picture for each of the page
_PICTURE = re.compile(r'<img[^>]*src="data:image/png;base64,(?P<png>[^"]+)"')
_ALT = re.compile(r'alt="(?P<alt>[^"]*)"')


def main(numbers):
    """Refresh the notebooks whose names begin with one of `numbers`, or all."""
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        if not numbers or path.name.split("-")[0] in numbers:
            notebook = nbformat.read(path, as_version=4)
            NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(NOTEBOOKS)}}).execute()
            nbformat.write(kept(notebook), path)
            print(f"{path.name}: {path.stat().st_size / 1e3:.0f} kB")


def kept(notebook):
    """A notebook as it is kept: cells numbered, results without what changes at each run."""
    runs = 0
    for number, cell in enumerate(notebook.cells, 1):
        cell["id"], cell["metadata"] = f"cell-{number:02d}", {}
        if cell.cell_type == "code":
            runs += 1
            cell["execution_count"] = runs
            cell["outputs"] = [small(one, runs) for one in cell.outputs if WIDGET not in one.get("data", {})]
    notebook["metadata"] = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    nbformat.validate(notebook)
    return notebook


def small(output, run):
    """One result; a chart's HTML becomes its PNG and alternative text."""
    output.pop("transient", None)
    if "execution_count" in output:
        output["execution_count"] = run
    if "metadata" in output:
        output["metadata"] = {}
    shown = output.get("data", {}).get("text/html", "")
    if picture := _PICTURE.search(shown):
        image = Image.open(io.BytesIO(base64.b64decode(picture["png"]))).convert("RGB")
        output["data"] = {
            "image/png": base64.b64encode(few_colours(image)).decode(),
            "text/plain": html.unescape(_ALT.search(shown)["alt"]),
        }
        output["metadata"] = {"image/png": {"width": round(image.width / SCALE)}}
    return output


def few_colours(image):
    """A picture as a PNG with few colours, each of which stands in it."""
    few = image.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    written = io.BytesIO()
    few.save(written, "PNG", optimize=True)
    return written.getvalue()


if __name__ == "__main__":
    main(sys.argv[1:])
