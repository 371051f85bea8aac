"""What ``mkdocs.yml`` has to say for the site to work, and what a copy has to say differently from ours."""

import re
from collections.abc import Iterator

from macros.content.located import Node
from macros.content.problem import Problem
from macros.content.rules import Rule, rules_of
from macros.content.settings import Settings
from macros.content.theme import THEME

# What the project's own copy says of itself.
ID = "digital-questions-for-boards"
NAME = "Digital questions for boards"
ADDRESS = "https://example.org/digital-questions-for-boards/"
REPOSITORY = ""  # OWNER/NAME, once there is a public one: until then every repository counts as a copy

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")

# The settings of MkDocs that a copy writes, or that the site needs as they are.
SITE = {
    "INHERIT": Rule(
        what="a file",
        says="The file with the settings that are ours. Leave it as it is, so that our updates reach your "
        "copy.",
        default="none. The site cannot be built without it",
        example="base.yml",
    ),
    "site_name": Rule(
        what="text",
        says="The name of your guide, in the header of each page and in the title of each tab. Do not begin "
        "it with NHS unless you are an NHS organisation.",
        example="Digital questions for our board",
    ),
    "site_description": Rule(
        what="text",
        says="What your guide is, in a sentence. Search engines show it for pages that have no description.",
        default="none",
        example="Questions about digital work for the board of our trust.",
    ),
    "site_url": Rule(
        what="an address that begins with https",
        says="The full address of your site, with the sub-folder if there is one. Search engines and shared "
        "links use it.\n\nLeave it as it is on GitHub Pages and GitLab Pages: they say in `SITE_URL` where "
        "your site is.",
        default="none. Pages then do not name their own address",
        example="https://www.example.org/board/questions/",
    ),
    "nav": Rule(
        what="a list of pages, each with a title if you like, and of sections",
        says="The pages in the order in which they appear. Question pages get their numbers from this order. "
        "A page or question that you leave out here goes into `exclude_docs`.",
        example="""
  - Home: index.md
  - Questions:
      - questions/see-what-your-users-see.md
      - questions/turn-old-things-off.md
  - Checklist: checklist.md""",
    ),
    "exclude_docs": Rule(
        what="file names, 1 on each line",
        says="Files in the folder `docs` that are not published. Use it to take out one of our questions, "
        "or another page such as the glossary, and keep the file. Where another page links to one of them, "
        "its readers see the words without a link.",
        default="nothing is left out",
        example="|\n  questions/turn-old-things-off.md",
    ),
    "not_in_nav": Rule(
        what="file names, 1 on each line",
        says="Pages that are published, and that no list of pages names.",
        default="every page needs a line in `nav`",
        example="|\n  thank-you.md",
    ),
    "docs_dir": Rule(
        what="a folder",
        says="The folder with the pages. Our updates expect it to be `docs`.",
        default="`docs`",
        example="docs",
    ),
    "use_directory_urls": Rule(
        what="`true`",
        says="Whether the address of a page ends in a slash. Links, search and offline use need it.",
        default="`true`, in `base.yml`",
        example="true",
    ),
    "copyright": Rule(
        what="text",
        says="A line at the foot of each page.",
        default="none",
        example="Published by Example NHS Foundation Trust",
    ),
    "extra_css": Rule(
        what="a list of files in the folder `docs`",
        says="Style sheets of your own, after ours.",
        default="none",
        example="[assets/trust.css]",
    ),
    "extra_javascript": Rule(
        what="a list of files in the folder `docs`",
        says="Scripts of your own, on every page, after the page has been read. The pages refuse a script "
        "that loads anything from another site or writes HTML.",
        default="none",
        example="[assets/trust.js]",
    ),
    "repo_url": Rule(
        what="an address that begins with https",
        says="Your repository. With `edit_uri`, each page has a link at its foot to edit it.",
        default="pages have no such link",
        example="https://github.com/example/our-guide",
    ),
    "edit_uri": Rule(
        what="the path in the repository that leads to the form for a file, or an address",
        says="Where a page can be edited. It begins with `edit`, your branch and the folder of pages. It "
        "needs `repo_url`.",
        default="pages have no such link",
        example="edit/main/docs/",
    ),
    "plugins": Rule(
        what="keys, each with the settings of a plugin",
        says="Plugins of MkDocs beside ours. Write keys and no list, as a list would replace ours. Zensical "
        "knows few of them.",
        default="ours",
        example="\n  table-reader: {}",
    ),
    "markdown_extensions": Rule(
        what="keys, each with the settings of an extension",
        says="Forms of Markdown beside ours. Write keys and no list, as a list would replace ours.",
        default="ours",
        example="\n  pymdownx.saneheaders: {}",
    ),
    "theme.language": Rule(
        what="a language as browsers know it, such as `cy` or `en-GB`",
        says="The language of the pages, for screen readers, dates and plural forms. Change it if you "
        "translate the whole guide.",
        default="`en`",
        example="cy",
    ),
    **THEME,
}


def check_directory_urls(config: Node) -> Iterator[Problem]:
    """Yield a problem where pages would have addresses that links, search and offline use do not know."""
    directory_urls = config.get("use_directory_urls")
    if directory_urls.value is False:
        yield directory_urls.problem(
            "true: the address of a page ends in a slash", "take this line out", "false"
        )


def check_language(config: Node) -> Iterator[Problem]:
    """Yield a problem where browsers do not know the language by this name.

    They know language, script and region: https://www.rfc-editor.org/rfc/rfc5646#section-2.1
    """
    language = config.get("theme").get("language")
    if language.value is not None and not LANGUAGE.fullmatch(str(language.value)):
        spelled = _language_of(language.raw)
        example = spelled if LANGUAGE.fullmatch(spelled) else "en-GB"
        example = f'"{example}"' if language.kind else example
        yield language.problem(SITE["theme.language"].what, example)


def _language_of(text: str) -> str:
    """Return a name such as ``en_gb`` as it is spelled, ``en-GB``: https://www.rfc-editor.org/rfc/rfc5646#section-2.1.1"""
    first, *others = re.split("[-_.]", text)
    spelled = (part.upper() if len(part) == 2 else part.title() for part in others)
    return "-".join([first.lower(), *spelled])


def check_own_id(config: Node, problems: list[Problem]) -> None:
    """Check that a copy with a name, address or publisher of its own does not keep upstream's id."""
    own = {"site_name": NAME, "site_url": ADDRESS}
    changed = [name for name, value in own.items() if config.get(name).raw not in ("", value)]
    changed += ["publisher"] * ("publisher" in config.get("extra").get("guide").mapping)
    if changed:
        _check_id(config, f"{changed[0]} is your own", problems)


def check_repository(config: Node, repository: str, problems: list[Problem]) -> None:
    """Check that a guide published from another repository, OWNER/NAME, does not keep upstream's id."""
    if repository.lower() != REPOSITORY.lower():
        _check_id(config, f"{repository} is a repository of your own", problems)


def _check_id(config: Node, why: str, problems: list[Problem]) -> None:
    node = config.get("extra").get("guide").get("id")
    if node.value == ID:
        what = f"an id of your own, as {why}: browsers keep the answers under it"
        got = f"{node.got}, the id of the guide that this is a copy of"
        problems.append(node.problem(what, rules_of(Settings)["id"].example, got))
