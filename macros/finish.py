"""Finishes a built site, whichever engine built it: ``python -m macros.finish SITE``."""

import sys
from pathlib import Path

from macros.content.guide import Guide, build_guide
from macros.content.problem import GuideError, Problem
from macros.content.source import Source, read_source
from macros.edition.edition import publish_editions
from macros.site.comments import remove_comments
from macros.site.faults import check_built
from macros.site.left_out import unlink_left_out
from macros.site.leftovers import remove_leftovers
from macros.site.look import write_look
from macros.site.manifest import write_manifest
from macros.site.markdown import tidy_markdown
from macros.site.moved import write_moved
from macros.site.offline_files import write_list
from macros.site.preload import name_modules
from macros.site.search_index import write_search_index
from macros.site.security_txt import write_security_txt
from macros.site.words import write_words
from macros.words.words import Words, read_words


def finish(site: Path, guide: Guide, words: Words, source: Source) -> None:
    """Write what is made from the guide or the built pages, and take away what the theme left behind.

    Args:
        site: the folder the site was built into.
        guide: the guide it was built from.
        words: its words.
        source: the files that it was built from.

    Raises:
        FileNotFoundError: when the folder holds no built site.
        GuideError: when a built page is wrong, or the file of an edition cannot be read.
    """
    if not (site / "index.html").is_file():
        example = "python -m macros.finish site"
        raise FileNotFoundError(f"{site}: expected a built site with an index.html. Example: {example}")
    write_words(site, words)
    check_built(site, source.pages, guide)
    tidy_markdown(site)
    unlink_left_out(site, guide.left_out)
    write_search_index(site)
    write_look(site, guide.look)
    write_moved(site, guide, words)
    publish_editions(site, guide, source.folder)
    write_security_txt(site, guide.settings.publisher)
    remove_leftovers(site)
    remove_comments(site)
    name_modules(site)
    write_manifest(site)
    write_list(site)  # last: it names every file


def main(arguments: list[str]) -> int | str:
    """Finish the site in the folder that the command names; return 0, or what is wrong."""
    try:
        source = read_source(Path("mkdocs.yml"))
        problems: list[Problem] = []
        words = read_words(source.folder, problems)
        guide = build_guide(source, problems)
        finish(Path(arguments[0] if arguments else "site"), guide, words, source)
    except (GuideError, FileNotFoundError) as error:
        return str(error)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
