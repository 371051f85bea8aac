"""What the site's engines call, whichever builds: the names are those of mkdocs-macros-plugin.

https://mkdocs-macros-plugin.readthedocs.io/en/latest/macros/

Zensical runs this file alone and anew for every page, so what does the work is imported when it is called:
from a module that stays between pages, and without loading it for ``python -m macros.finish``.
"""

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any


def _plugin() -> ModuleType:
    """Return ``macros.plugin``, found from this file: Zensical does not look in the project's folder."""
    folder = str(Path(__file__).parents[1])
    if folder not in sys.path:
        sys.path.insert(0, folder)
    return import_module("macros.plugin")


def define_env(env: Any) -> None:
    """Check every page, then offer the macros that pages call. Called by both engines."""
    _plugin().define_env(env)


def on_pre_page_macros(env: Any) -> None:
    """Run macros where a page calls ours, and nowhere else. Called by MkDocs."""
    _plugin().on_pre_page_macros(env)


def on_post_build(env: Any) -> None:
    """Finish the built site: MkDocs calls this; after Zensical, run ``python -m macros.finish``."""
    _plugin().on_post_build(env)
