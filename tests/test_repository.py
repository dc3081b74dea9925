"""What a stranger finds in the repository."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

import osce_analysis

CHECKOUT = Path(__file__).resolve().parents[1]
LARGEST = 1024 * 1024
# A path of somebody's machine; the lock file and this pattern itself aside.
LOCAL_PATH = re.compile(r"(?<![\w.:/-])/(?:work|root|home|Users|tmp|opt)/[\w.-]+|\bC:\\Users")


@pytest.fixture(scope="module")
def files() -> list[Path]:
    """Every file that is, or would be, committed."""
    command = [
        "git",
        "-c",
        "safe.directory=*",
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]
    listed = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("this copy is no git checkout")
    return [CHECKOUT / name for name in listed.stdout.split("\0") if name and (CHECKOUT / name).is_file()]


def text_of(file: Path) -> str:
    """A file's text; empty where it is none."""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def test_readme_has_the_two_commands_near_the_top() -> None:
    lines = (CHECKOUT / "README.md").read_text(encoding="utf-8").splitlines()
    commands = [line.strip() for line in lines if line.strip().startswith("python3 run.py")]
    assert commands == ["python3 run.py", "python3 run.py test"]
    assert lines.index("    python3 run.py test") < 30


def test_no_file_is_large(files: list[Path]) -> None:
    assert [file.name for file in files if file.stat().st_size > LARGEST] == []


def test_no_file_names_a_folder_of_somebodys_machine(files: list[Path]) -> None:
    named = {
        str(file.relative_to(CHECKOUT)): LOCAL_PATH.findall(text_of(file))
        for file in files
        if file != Path(__file__)
    }
    assert {name: found for name, found in named.items() if found} == {}


def test_the_lock_file_names_public_addresses_only() -> None:
    lock = (CHECKOUT / "uv.lock").read_text(encoding="utf-8")
    assert set(re.findall(r"\w+://[^/\"]+", lock)) == {"https://pypi.org", "https://files.pythonhosted.org"}
    assert re.findall(r"path = \".*", lock) == []


def test_the_release_is_the_same_everywhere() -> None:
    citation = (CHECKOUT / "CITATION.cff").read_text(encoding="utf-8")
    changelog = (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"version: {osce_analysis.__version__}\n" in citation
    assert changelog.split("\n## ")[1].startswith(osce_analysis.__version__)


def test_each_release_says_which_numbers_change() -> None:
    _, *releases = (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8").split("\n## ")
    assert [release.splitlines()[0] for release in releases if "### Numbers that change" not in release] == []


def test_what_the_wheel_carries_is_there() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    carried = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert [folder for folder in carried if not any((CHECKOUT / folder).iterdir())] == []
