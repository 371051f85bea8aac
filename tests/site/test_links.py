"""Every link and anchor leads somewhere, and nothing is loaded from anywhere else."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit
from xml.etree.ElementTree import Element

from pathspec import GitIgnoreSpec

from tests.support.building import Build
from tests.support.guide import Guide, config_of
from tests.support.parsing import ids, parse

LOADING = (
    "src",
    "href",
    "srcset",
    "poster",
    "data",
    "action",
    "formaction",
    "ping",
    "background",
    "manifest",
)
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.I)


def is_only_a_link(element: Element) -> bool:
    return element.tag == "a" or (element.tag == "link" and element.attrib.get("rel") == "canonical")


def links(tree: Element) -> Iterator[str]:
    for element in tree.iter():
        for name in ("href", "src"):
            value = element.attrib.get(name)
            if value is not None and not ELSEWHERE.match(value) and element.attrib.get("rel") != "canonical":
                yield value


def target_of(page: str, link: str, folder: str) -> str:
    """Return the file inside the site that a link of a page leads to."""
    path = unquote(urlsplit(link).path)
    here = f"/{page}" if not folder else f"/{folder}/{page}"
    to = posixpath.normpath(posixpath.join(posixpath.dirname(here), path)) if path else here
    is_folder = path.endswith(("/", "/.", "/..")) or path in (".", "..")
    inside = posixpath.relpath(to, f"/{folder}" if folder else "/")
    return posixpath.normpath(f"{inside}/index.html") if is_folder else inside


def test_every_link_and_anchor_resolves(site: Build, guide: Guide) -> None:
    broken = []
    for page in (*site.pages, *site.moved):
        for link in links(parse(site.folder / page)):
            target, anchor = target_of(page, link, guide.folder), urldefrag(link).fragment
            if not (site.folder / target).is_file():
                broken.append(f"{page}: {link}: no such file")
            elif anchor and unquote(anchor) not in ids(parse(site.folder / target)):
                broken.append(f"{page}: {link}: no such anchor")
    assert not broken


def test_every_page_can_be_reached_from_home(site: Build, guide: Guide) -> None:
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        page = waiting.pop()
        for link in links(parse(site.folder / page)):
            target = target_of(page, link, guide.folder)
            if target.endswith(".html") and target not in reached:
                reached.add(target)
                waiting.append(target)
    config = config_of(site.project)
    alone = GitIgnoreSpec.from_lines((config.get("not_in_nav") or "").splitlines())
    unlisted = {page for page in site.pages if any(map(alone.match_file, sources_of(page)))}
    assert reached | unlisted == set(site.pages) - {"404.html"}


def sources_of(page: str) -> tuple[str, str]:
    """Return the 2 names that the file of a page may have in the folder of pages."""
    return page.replace("index.html", "index.md"), f"{posixpath.dirname(page)}.md"


def test_no_page_loads_anything_from_another_origin(site: Build) -> None:
    for page in site.pages:
        for element in parse(site.folder / page).iter():
            for name in () if is_only_a_link(element) else LOADING:
                value = element.attrib.get(name, "")
                assert not ELSEWHERE.match(value), f"{page}: <{element.tag} {name}={value}>"


def test_no_style_or_script_names_another_origin(site: Build) -> None:
    for style in site.folder.rglob("*.css"):
        assert not re.search(r"@import|url\(\s*['\"]?(?:[a-z]+:|//)", style.read_text("utf-8"), re.I), style
    for script in site.folder.rglob("*.js"):
        assert "://" not in script.read_text("utf-8"), script


def test_nothing_stands_in_the_page_that_the_security_policy_would_refuse(site: Build) -> None:
    for page in site.pages:
        for element in parse(site.folder / page).iter():
            inline = [name for name in element.attrib if name == "style" or name.startswith("on")]
            assert not inline, f"{page}: <{element.tag}> has {inline}"
            assert element.tag != "style", page
            assert element.tag != "script" or "src" in element.attrib, f"{page}: an inline script"


def test_the_security_policy_is_on_every_page_before_anything_is_loaded(site: Build) -> None:
    for page in site.pages:
        head = parse(site.folder / page).find("head")
        assert head is not None
        first = next(e for e in head if "charset" not in e.attrib)
        assert first.attrib.get("http-equiv") == "Content-Security-Policy", page
        policy = first.attrib["content"]
        assert "unsafe" not in policy and "script-src 'self'" in policy and "style-src 'self'" in policy


def test_what_a_page_names_is_all_there_is(site: Build) -> None:
    """No file of the theme is published that no page asks for, and no style sheet or module of ours.

    But for the sheet of the forms of Markdown that a copy's pages may use, or not.
    """
    docs = site.project / config_of(site.project).get("docs_dir", "docs")
    files = (path for path in (site.folder / "assets").rglob("*") if path.is_file())
    named = {
        path.name
        for path in files
        if path.suffix in (".css", ".js") or not (docs / path.relative_to(site.folder)).is_file()
    }
    used = "".join(site.text(page) for page in site.pages) + _texts(
        site.folder, "*.css", "*.js", "*.webmanifest"
    )
    assert not [name for name in sorted(named) if Path(name).stem not in used and name != "markdown.css"]


def _texts(folder: Path, *patterns: str) -> str:
    return "".join(path.read_text("utf-8") for pattern in patterns for path in folder.rglob(pattern))
