"""A figure as bytes in each format that publishers take: exact width, fonts embedded, twice the same."""

from __future__ import annotations

import io
import re

import matplotlib
from matplotlib.figure import Figure
from PIL import Image

from osce_analysis.charts import theme

FORMATS = ("pdf", "svg", "png", "tiff", "eps")
# Without these, matplotlib writes the time into the file and no two are alike.
_UNDATED: dict[str, dict[str, None]] = {"svg": {"Date": None}, "pdf": {"CreationDate": None}}
_FONTS = {
    name: theme.SETTINGS[name] for name in ("pdf.fonttype", "ps.fonttype", "svg.fonttype", "svg.hashsalt")
}
_SVG_ID = re.compile(rb'\bid="([a-zA-Z]+[0-9a-f]{10})"')
_SVG_SIZE = re.compile(rb'\b(width|height)="([0-9.]+)pt"')
_PDF_MARK = re.compile(rb"/ID\s?\[\s?<[0-9A-Fa-f]*>\s?<[0-9A-Fa-f]*>\s?\]")
_EPS_DATE = re.compile(rb"^%%CreationDate: .*\n", re.MULTILINE)


def image(figure: Figure, kind: str, dpi: int, *, enlarged: int = 1) -> bytes:
    """The figure in one of `FORMATS`; `dpi` counts for PNG and TIFF, EPS is never enlarged."""
    if kind in {"png", "tiff"}:
        return _pixels(figure, kind, dpi, enlarged)
    stream = io.BytesIO()
    with matplotlib.rc_context(_FONTS):  # type: ignore[arg-type]
        figure.savefig(stream, format=kind, metadata=_UNDATED.get(kind, {}))
    data = stream.getvalue()
    if kind == "eps":
        return _EPS_DATE.sub(b"", data)
    data = _named_in_order(data) if kind == "svg" else data
    if enlarged == 1:
        return data
    return _enlarged_pdf(data, enlarged) if kind == "pdf" else _enlarged_svg(data, enlarged)


def _pixels(figure: Figure, kind: str, dpi: int, enlarged: int) -> bytes:
    """PNG or TIFF (RGB, LZW), whose whole pixels at its resolution make the exact width."""
    wide = figure.get_figwidth() * enlarged
    exact = round(wide * dpi) / wide
    stream = io.BytesIO()
    figure.savefig(stream, format="png", dpi=exact * enlarged * (1 + 1e-9), facecolor="white")
    options = {"compression": "tiff_lzw"} if kind == "tiff" else {}
    with Image.open(stream) as drawn:
        pixels = drawn.convert("RGB")
    out = io.BytesIO()
    pixels.save(out, format=kind.upper(), dpi=(exact, exact), **options)
    return out.getvalue()


def _named_in_order(data: bytes) -> bytes:
    """The names of an SVG's parts by their order: matplotlib's hang on the last bit of each number."""
    names = {name: b"part%d" % place for place, name in enumerate(dict.fromkeys(_SVG_ID.findall(data)))}
    if not names:
        return data
    every = re.compile(rb"\b(?:" + b"|".join(names) + rb")\b")
    return every.sub(lambda found: names[found[0]], data)


def _enlarged_svg(data: bytes, times: int) -> bytes:
    """The drawing keeps its own units (`viewBox`); its size on the page grows."""
    return _SVG_SIZE.sub(lambda found: b'%s="%.6fpt"' % (found[1], float(found[2]) * times), data, count=2)


def _enlarged_pdf(data: bytes, times: int) -> bytes:
    """The page and all that is on it, without the random mark that a saved PDF gets."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    document = pypdfium2.PdfDocument(data)
    page = document[0]
    wide, tall = (side * times for side in page.get_size())
    larger = pypdfium2.PdfMatrix().scale(times, times)
    pdfium.FPDFPage_TransFormWithClip(page, larger.to_raw(), pdfium.FS_RECTF(0, tall, wide, 0))
    page.set_mediabox(0, 0, wide, tall)
    out = io.BytesIO()
    document.save(out)
    document.close()
    return _PDF_MARK.sub(b"", out.getvalue())
