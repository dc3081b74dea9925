"""The one-way order of the layers, read from the import statements themselves."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "osce_analysis"
MODULES = sorted(PACKAGE.rglob("*.py"))
NAMES = [module.relative_to(PACKAGE).as_posix() for module in MODULES]

# A layer imports those before it, never those after.
LAYERS = [
    "reference",
    "documents",
    "tokens",
    "corpus",
    "measures",
    "terms",
    "cosignatories",
    "citations",
    "comparison",
    "charts",
    "publishing",
    "explorers",
    "report",
    "cli",
]
ANALYSES = {"terms", "cosignatories", "citations"}
OUTSIDE = {"__init__", "__main__"}  # the package's front door and `python -m`
SAY_NOTHING = {"util", "utils", "helper", "helpers", "common", "misc", "manager", "managers", "base"}
LONGEST = 350


def layer_of(module: Path) -> str:
    """The layer that a file of the package belongs to."""
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_layers(source: str) -> Iterator[str]:
    """Every part of osce_analysis that `source` imports, anywhere in it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            if node.level:
                yield "." * node.level
            elif node.module == "osce_analysis":
                yield from (alias.name for alias in node.names if alias.name != "__version__")
            elif (node.module or "").startswith("osce_analysis."):
                yield (node.module or "").split(".")[1]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
            yield from (name.split(".")[1] for name in names if name.startswith("osce_analysis."))
            yield from ("osce_analysis" for name in names if name == "osce_analysis")


def fault(layer: str, imported: str) -> str | None:
    """What is wrong with `layer` importing `imported`, or None."""
    if imported not in LAYERS:
        return f"{layer} imports {imported!r}, which is no layer: name the layer in full"
    if imported == layer:
        return None
    if layer == "measures":
        return f"measures knows plain arrays only and imports {imported}"
    if {layer, imported} <= ANALYSES:
        return f"the analyses stand side by side: {layer} imports {imported}"
    if LAYERS.index(imported) > LAYERS.index(layer):
        return f"{layer} imports {imported}, which lies below it"
    return None


def handed_on(package: Path) -> set[str]:
    """The names that `package` hands on, by its `__all__`; whole modules of its own aside."""
    tree = ast.parse((package / "__init__.py").read_text(encoding="utf-8"))
    own = ".".join(("osce_analysis", *package.relative_to(PACKAGE).parts))
    listed: set[str] = set()
    modules: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and [ast.unparse(target) for target in node.targets] == ["__all__"]:
            listed |= set(ast.literal_eval(node.value))
        elif isinstance(node, ast.ImportFrom) and node.module == own:
            modules |= {alias.name for alias in node.names}
    return listed - modules


def modules_in(package: Path) -> set[str]:
    """The names of the modules and sub-packages of `package`."""
    files = {module.stem for module in package.glob("*.py")}
    return files | {initial.parent.name for initial in package.glob("*/__init__.py")}


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_a_layer_imports_only_those_above_it(module: Path) -> None:
    layer = layer_of(module)
    if layer in OUTSIDE:
        return
    assert layer in LAYERS
    faults = [fault(layer, imported) for imported in imported_layers(module.read_text(encoding="utf-8"))]
    assert [text for text in faults if text] == []


@pytest.mark.parametrize(
    ("layer", "source"),
    [
        ("documents", "from osce_analysis.corpus import load"),
        ("terms", "from osce_analysis.citations import find"),
        ("measures", "from osce_analysis.reference import actor"),
        ("charts", "def f():\n    import osce_analysis.explorers"),  # a late import counts too
        ("charts", "from osce_analysis import load"),  # through the front door
        ("terms", "from . import frequencies"),
        ("cli", "import osce_analysis as osce"),
    ],
)
def test_the_rule_sees_a_wrong_import(layer: str, source: str) -> None:
    assert [text for text in (fault(layer, name) for name in imported_layers(source)) if text]


@pytest.mark.parametrize(
    ("layer", "source"),
    [
        (
            "terms",
            "from osce_analysis.corpus import Corpus\nfrom osce_analysis import reference, __version__",
        ),
        ("cli", "from osce_analysis.explorers import explore"),
        ("measures", "from osce_analysis.measures.intervals import wilson\nimport numpy"),
    ],
)
def test_the_rule_lets_right_imports_pass(layer: str, source: str) -> None:
    assert [text for text in (fault(layer, name) for name in imported_layers(source)) if text] == []


@pytest.mark.parametrize("package", sorted({module.parent for module in MODULES}), ids=lambda path: path.name)
def test_no_module_is_named_like_what_its_package_hands_on(package: Path) -> None:
    assert handed_on(package) & modules_in(package) == set()


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_a_module_has_one_subject_and_a_name_that_says_it(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= LONGEST
    assert {part.removesuffix(".py") for part in module.relative_to(PACKAGE).parts}.isdisjoint(SAY_NOTHING)
