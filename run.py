"""Set up osce_analysis and start it, with nothing but Python 3.11 or later.

    python3 run.py              opens the tutorial notebooks on the sample data
    python3 run.py test [...]   runs all tests; what follows goes to pytest

The first run makes an environment in .venv beside this file; later runs use it again.
"""

import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
INSTALL = {"lab": [".[lab]"], "test": [".[lab]", "--group", "test"]}
PROBE = {"lab": "import pip, jupyterlab", "test": "import pip, jupyterlab, pytest, xdist"}
NO_VENV = (
    "This Python cannot make environments: its module ensurepip is missing.\n"
    "On Debian and Ubuntu: apt install python3-venv (with sudo, unless you are root), then run this again."
)


def main(arguments):
    """Install what the chosen task needs, then hand over to it and return its exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036  # somebody may start it with an older one
        sys.exit(
            f"osce_analysis needs Python 3.11 or later; this is {sys.version.split()[0]}. "
            "Install a later one and start run.py with it."
        )
    task = "test" if arguments[:1] == ["test"] else "lab"
    if not ready(task):
        install(task)
    if task == "test":
        return hand_over("-m", "pytest", "-n", "auto", "--dist", "loadfile", *arguments[1:])
    return hand_over("-m", "osce_analysis", "lab", *arguments)


def ready(task):
    """Whether .venv holds what `task` needs, installed as this pyproject.toml says."""
    stamp = VENV / f"installed-{task}"
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != state():
        return False
    return runs(PROBE[task])


def state():
    """What an installation depends on: this folder and the declared dependencies."""
    return f"{HERE} {hashlib.sha256((HERE / 'pyproject.toml').read_bytes()).hexdigest()}"


def runs(code):
    """Whether there is an environment whose Python runs `code` without an error."""
    return PYTHON.exists() and subprocess.run([PYTHON, "-c", code], capture_output=True).returncode == 0


def install(task):
    """Make .venv where it does not work, and install the package and the needs of `task` into it."""
    if not runs("import pip"):
        print(f"Making an environment in {VENV} ...", flush=True)
        try:
            import ensurepip  # noqa: F401  # Debian ships venv without it
        except ImportError:
            sys.exit(NO_VENV)
        subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
    print("Installing osce_analysis and what it stands on: some minutes the first time ...", flush=True)
    pip("install", "--quiet", "--upgrade", "pip>=25.1")
    pip("install", "--editable", *INSTALL[task])
    for done in {"lab", task}:  # what the tests need includes what the notebooks need
        (VENV / f"installed-{done}").write_text(state(), encoding="utf-8")


def pip(*arguments):
    """Run pip in .venv, showing one short line for each package that it looks at."""
    output = {"stdout": subprocess.PIPE, "encoding": "utf-8", "errors": "replace"}
    with subprocess.Popen([PYTHON, "-m", "pip", *arguments], cwd=HERE, **output) as process:
        for line in process.stdout:
            if line.startswith(("Collecting", "Installing collected")):
                print(" ", line.split(" (from")[0].strip()[:76], flush=True)
    if process.returncode:
        sys.exit("The installation stopped; the lines above say why. It needs a connection to pypi.org.")


def hand_over(*arguments):
    """Run the environment's Python until it ends; Ctrl+C is its own to answer."""
    signal.signal(signal.SIGINT, lambda *_: None)
    return subprocess.run([PYTHON, *arguments], cwd=HERE).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
