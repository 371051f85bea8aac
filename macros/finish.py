"""Finishes a built site, whichever engine built it: ``python -m macros.finish SITE``."""

import json
import shutil
import sys
from pathlib import Path

from macros.search import index_of

# The theme copies its script, worker and styles into every site, and Zensical its own search index.
# No page of ours asks for them.
THEME_LEFTOVERS = ("assets/javascripts", "assets/stylesheets", "assets/images/favicon.png", "search.json")


def finish(site: Path) -> None:
    """Write the search index, and take away what the theme left in the folder and no page uses.

    Args:
        site: the folder the site was built into.

    Raises:
        FileNotFoundError: when the folder holds no built site.
    """
    if not (site / "index.html").is_file():
        example = "python -m macros.finish site"
        raise FileNotFoundError(f"{site}: expected a built site with an index.html. Example: {example}")
    _write_search_index(site)
    for leftover in THEME_LEFTOVERS:
        path = site / leftover
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _write_search_index(site: Path) -> None:
    files = sorted(site.rglob("index.html"))
    urls = [file.parent.relative_to(site).as_posix() for file in files]
    pages = {
        "" if url == "." else f"{url}/": file.read_text(encoding="utf-8")
        for url, file in zip(urls, files, strict=True)
    }
    index = json.dumps(index_of(pages), ensure_ascii=False, separators=(",", ":"))
    (site / "search-index.json").write_text(index, encoding="utf-8")


if __name__ == "__main__":
    finish(Path(sys.argv[1] if len(sys.argv) > 1 else "site"))
