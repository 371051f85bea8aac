"""Checks the guide where MkDocs builds without the macros plugin, and pages would have no checklist.

https://www.mkdocs.org/user-guide/configuration/#hooks
"""

import sys
from importlib import import_module
from pathlib import Path
from typing import Any


def on_config(config: Any) -> None:
    """Stop the build with every problem of the guide. MkDocs calls this before it builds."""
    folder = str(Path(__file__).parents[1])
    if folder not in sys.path:
        sys.path.insert(0, folder)
    import_module("macros.plugin").check(Path(config["config_file_path"]))
