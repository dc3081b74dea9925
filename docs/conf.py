"""How the guide is built: `python -m sphinx -W -b html docs docs/_build`."""

import shutil
from pathlib import Path

import osce_analysis

HERE = Path(__file__).parent

project = "osce_analysis"
author = "The osce_analysis developers"
version = release = osce_analysis.__version__

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.autosummary",
    "sphinx.ext.napoleon",
]
exclude_patterns = ["_build"]

# The tutorials stand outside docs/ and are shown as they are kept, with their results.
shutil.copytree(HERE.parent / "notebooks", HERE / "tutorials", dirs_exist_ok=True)
# The pages of the guide that hold code are run at each build, so that what they show is true.
nb_execution_mode = "force"
nb_execution_excludepatterns = ["tutorials/*"]
nb_execution_raise_on_error = True
nb_execution_timeout = 300
nb_execution_show_tb = True
nb_ipywidgets_js = {}  # nothing is fetched from elsewhere
nb_mime_priority_overrides = [("html", "image/png", 5), ("html", "text/html", 10)]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autosummary_generate = True
autodoc_typehints = "none"  # the docstrings say them in words
napoleon_google_docstring = False
napoleon_numpy_docstring = True
napoleon_use_rtype = False

html_theme = "pydata_sphinx_theme"
html_title = f"osce_analysis {version}"
html_show_sourcelink = False
html_sidebars = {page: [] for page in ("index", "gallery", "methods", "accuracy", "facts", "coming-from")}
html_theme_options = {
    "header_links_before_dropdown": 7,
    "show_prev_next": True,
    "navigation_with_keys": False,
    "secondary_sidebar_items": ["page-toc"],
}
