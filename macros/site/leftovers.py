"""What the engines copy into every site, and no page of ours asks for."""

import shutil
from pathlib import Path

# The theme copies its script, worker and styles into every site, and Zensical its own search index.
THEME_LEFTOVERS = ("assets/javascripts", "assets/stylesheets", "assets/images/favicon.png", "search.json")


def remove_leftovers(site: Path) -> None:
    """Take it away."""
    for leftover in THEME_LEFTOVERS:
        path = site / leftover
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
