"""A page names in its head every module it will ask for: otherwise each is only found in the one before."""

import posixpath
import re
from pathlib import Path

import pytest

from tests.support.building import Build
from tests.support.parsing import attributes, one, parse

FROM = re.compile(r"""\b(?:from|import)\s*["'](\.[^"']+)["']""")


def needed(site: Path, modules: set[Path]) -> set[Path]:
    """Return modules with all that they import, and that those import."""
    texts = {module: module.read_text("utf-8") for module in modules}
    further = {(m.parent / to).resolve() for m, text in texts.items() for to in FROM.findall(text)}
    return modules if further <= modules else needed(site, modules | further)


@pytest.mark.parametrize("engine", ["site", "zensical_site"])
def test_every_page_names_the_modules_it_needs_and_no_others(
    engine: str, request: pytest.FixtureRequest
) -> None:
    build: Build = request.getfixturevalue(engine)
    for page in build.pages:
        if page == "404.html":
            continue  # it has no view, and its addresses begin at the host
        tree = parse(build.folder / page)
        scripts = [element.attrib["src"] for element in tree.iter("script")]
        links = [element for element in tree.iter("link") if element.attrib["rel"] == "modulepreload"]
        named = [element.attrib["href"] for element in links]
        folder = build.folder / posixpath.dirname(page)
        main = {(folder / source).resolve() for source in scripts}
        views = {f"assets/js/views/{name}.js" for name in attributes(one(tree, ".//body"), "data-module")}
        wanted = needed(build.folder, main | {(build.folder / view).resolve() for view in views})
        assert {(folder / path).resolve() for path in named} == wanted - main, page
        assert len(set(named)) == len(named), page
        assert {element.attrib["fetchpriority"] for element in links} <= {"low"}
