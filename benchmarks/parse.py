"""How fast documents are read and parsed on one core, step by step, beside a bare read-and-decode of the same files.

python benchmarks/parse.py            a table, in some two minutes
python benchmarks/parse.py --json     the same as JSON
python benchmarks/parse.py --quick    fewer texts and runs
"""

import argparse
import json
import tempfile
from pathlib import Path

from texts import made_texts, real_texts
from timing import exponent, machine, seconds

from osce_analysis.documents import parse, read
from osce_analysis.documents.attachments import split_documents
from osce_analysis.documents.citations import find_citations
from osce_analysis.documents.formats import contents_of
from osce_analysis.documents.header import read_header
from osce_analysis.documents.layout import blocks, fold
from osce_analysis.documents.parts import split_parts
from osce_analysis.documents.roles import find_signatories
from osce_analysis.documents.unfolding import unfold

BARE = "bare read and decode"


def main():
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--json", action="store_true", help="print JSON")
    options.add_argument("--quick", action="store_true", help="fewer texts and runs")
    given = options.parse_args()
    count, runs, sizes = (100, 3, (100, 400, 1_000)) if given.quick else (400, 5, (500, 2_000, 10_000))
    made = [text.encode() for text in made_texts(count)]
    report = {
        "machine": machine(),
        "texts": [
            measured("made from the specimens", made, runs, every=True),
            *(measured(name, contents, runs) for name, contents in real_texts(count // 2)),
        ],
        "growth": growth(sizes),
    }
    print(json.dumps(report, indent=2) if given.json else as_table(report))


def measured(name, contents, runs, *, every=False):
    """The speed of the steps on some files; of `every` step, or of reading and the two goals alone."""
    size = sum(map(len, contents))
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{number}.txt") for number in range(len(contents))]
        for path, data in zip(paths, contents, strict=True):
            path.write_bytes(data)
        taken = {
            BARE: seconds(lambda path: path.read_bytes().decode("utf-8", "replace"), paths, runs),
            "reading": seconds(read_text, paths, runs),
        }
        if every:
            taken["layout"] = laid_out = seconds(lay_out, taken["reading"][2], runs)
            taken["header and parts"] = seconds(read_parts, laid_out[2], runs)
        taken["reading, layout, header and parts"] = seconds(without_roles, paths, runs)
        if every:
            documents = [document for path in paths for document in read(path.read_bytes(), path.name)]
            taken["roles"] = seconds(roles, documents, runs)
            taken["citations"] = seconds(citations, documents, runs)
        taken["everything"] = seconds(lambda path: read(path.read_bytes(), path.name), paths, runs)
    return {
        "name": name,
        "files": len(contents),
        "kilobytes": round(size / len(contents) / 1e3, 2),
        "steps": [
            {
                "step": step,
                "documents a second": round(len(contents) / least),
                "median": round(len(contents) / median),
                "MB a second": round(size / least / 1e6, 2),
                "times the bare read": round(least / taken[BARE][0], 1),
            }
            for step, (least, median, _) in taken.items()
        ],
    }


def read_text(path):
    """A file's text, its kind and encoding told by its bytes."""
    return contents_of(path.read_bytes(), path.name).text


def lay_out(text):
    """The blocks of each document in a text."""
    return [unfold(blocks(piece.text)) for piece in split_documents(fold(text))]


def read_parts(documents):
    """Front, text and closing of laid-out documents."""
    return [split_parts(laid_out, read_header(laid_out)) for laid_out in documents]


def without_roles(path):
    """All steps but roles and citations."""
    return read_parts(lay_out(read_text(path)))


def roles(document):
    """Who delivers, joins and aligns."""
    return find_signatories(
        front=document.front,
        text=document.text,
        closing=document.closing,
        title=document.title,
        language=document.language,
        on=document.delivered,
    )


def citations(document):
    """What a document cites."""
    return find_citations(document.text, language=document.language, on=document.delivered)


def growth(sizes):
    """Seconds for growing numbers of texts, each parsed once, and the power with which they grow."""
    for text in made_texts(50):
        parse(text)  # the tables are read and compiled
    parsed = [seconds(lambda text: len(parse(text)), made_texts(size, seed=size), 1)[0] for size in sizes]
    return {
        "documents": list(sizes),
        "seconds": [round(taken, 2) for taken in parsed],
        "exponent": round(exponent(sizes, parsed), 3),
    }


def as_table(report):
    """The report for people."""
    facts = report["machine"]
    lines = [
        f"{facts['python']}, {facts['system']}, {facts['cores']} cores, load {facts['load']}; "
        "processor time of one core, best of several runs",
    ]
    for texts in report["texts"]:
        lines += ["", f"{texts['files']} texts {texts['name']}, {texts['kilobytes']} kB each"]
        lines.append(f"{'':36}{'documents/s':>12}{'(median)':>10}{'MB/s':>9}{'x bare':>9}")
        for row in texts["steps"]:
            name, best, median, volume, times = row.values()
            lines.append(f"{name:36}{best:>12,}{median:>10,}{volume:>9,.2f}{times:>9,.1f}")
    grown = report["growth"]
    pairs = zip(grown["documents"], grown["seconds"], strict=True)
    lines += ["", "everything: " + ", ".join(f"{count:,} in {taken:.1f} s" for count, taken in pairs)]
    lines.append(f"the time grows with the number of documents to the power {grown['exponent']}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
