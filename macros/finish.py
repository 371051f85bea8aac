"""Finishes a built site, whichever engine built it: ``python -m macros.finish SITE``."""

import json
import shutil
import sys
from pathlib import Path

from macros.content.colour import shades
from macros.content.guide import Guide, build_guide
from macros.content.problem import GuideError, Problem
from macros.content.settings import Settings
from macros.content.source import read_source
from macros.edition.edition import publish_editions
from macros.pages.render import Renderer
from macros.site.left_out import unlink_left_out
from macros.site.offline_files import write_list, write_manifest
from macros.site.preload import name_modules
from macros.site.search_index import index_of
from macros.site.security_txt import write_security_txt
from macros.words.words import Words, read_words

# The theme copies its script, worker and styles into every site, and Zensical its own search index.
# No page of ours asks for them.
THEME_LEFTOVERS = ("assets/javascripts", "assets/stylesheets", "assets/images/favicon.png", "search.json")


def finish(site: Path, guide: Guide, words: Words, folder: Path) -> None:
    """Write what is made from the guide or the built pages, and take away what the theme left behind.

    Args:
        site: the folder the site was built into.
        guide: the guide it was built from.
        words: its words.
        folder: the project's folder.

    Raises:
        FileNotFoundError: when the folder holds no built site.
        GuideError: when the file of an edition cannot be read.
    """
    if not (site / "index.html").is_file():
        example = "python -m macros.finish site"
        raise FileNotFoundError(f"{site}: expected a built site with an index.html. Example: {example}")
    _write_words(site, words)
    unlink_left_out(site, guide.left_out)
    _write_search_index(site)
    _write_look(site, guide.settings)
    _write_moved(site, guide, words)
    publish_editions(site, guide, folder)
    write_security_txt(site, guide.settings.publisher)
    for leftover in THEME_LEFTOVERS:
        path = site / leftover
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    name_modules(site)
    write_manifest(site)
    write_list(site)  # last: it names every file


def _write_words(site: Path, words: Words) -> None:
    for page in site.rglob("*.html"):
        page.write_text(words.fill(page.read_text(encoding="utf-8")), encoding="utf-8")


def _write_search_index(site: Path) -> None:
    files = sorted(site.rglob("index.html"))
    urls = [file.parent.relative_to(site).as_posix() for file in files]
    pages = {
        "" if url == "." else f"{url}/": file.read_text(encoding="utf-8")
        for url, file in zip(urls, files, strict=True)
    }
    index = json.dumps(index_of(pages), ensure_ascii=False, separators=(",", ":"))
    (site / "search-index.json").write_text(index, encoding="utf-8")


def _write_look(site: Path, settings: Settings) -> None:
    """Write the publisher's colour and the shape of its logo: main.html asks for it where there are any."""
    css = []
    if settings.colour:
        css += [":root {", *(f"  {name}: {shade};" for name, shade in shades(settings.colour).items()), "}"]
    if settings.logo:
        ratio = f"{settings.logo.width:g} / {settings.logo.height:g}"
        css += [".header__logo {", f"  aspect-ratio: {ratio};", "}"]
    if css:
        (site / "assets/css/guide.css").write_text("\n".join([*css, ""]), encoding="utf-8")


def _write_moved(site: Path, guide: Guide, words: Words) -> None:
    for url, path in guide.moved.items():
        page = site / url / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(Renderer(guide, words, url).moved(path), encoding="utf-8")


def main(arguments: list[str]) -> int | str:
    """Finish the site in the folder that the command names; return 0, or what is wrong."""
    try:
        source = read_source(Path("mkdocs.yml"))
        problems: list[Problem] = []
        words = read_words(source.folder, problems)
        guide = build_guide(source, problems)
        finish(Path(arguments[0] if arguments else "site"), guide, words, source.folder)
    except (GuideError, FileNotFoundError) as error:
        return str(error)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
