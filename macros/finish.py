"""Finishes a built site, whichever engine built it: ``python -m macros.finish SITE``."""

import shutil
import sys
from pathlib import Path

# The theme copies its script, worker and styles into every site. No page of ours asks for them.
THEME_LEFTOVERS = ("assets/javascripts", "assets/stylesheets", "assets/images/favicon.png")


def finish(site: Path) -> None:
    """Take away what the theme left in the site folder and no page uses.

    Args:
        site: the folder the site was built into.

    Raises:
        FileNotFoundError: when the folder holds no built site.
    """
    if not (site / "index.html").is_file():
        raise FileNotFoundError(f"{site}: expected a built site with an index.html. Example: python -m macros.finish site")
    for leftover in THEME_LEFTOVERS:
        path = site / leftover
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


if __name__ == "__main__":
    finish(Path(sys.argv[1] if len(sys.argv) > 1 else "site"))
