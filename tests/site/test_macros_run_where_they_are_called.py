"""The macros plugin runs on some pages only, and publishes a call on any other as text."""

import re

import pathspec

from tests.support.building import PROJECT
from tests.support.guide import config_of

CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]+`", re.S | re.M)


def where_macros_run() -> pathspec.PathSpec:
    plugins = config_of(PROJECT)["plugins"]
    options = next(item["macros"] for item in plugins if isinstance(item, dict) and "macros" in item)
    return pathspec.PathSpec.from_lines("gitwildmatch", options["force_render_paths"].splitlines())


def test_every_page_that_calls_a_macro_is_on_the_list() -> None:
    docs = PROJECT / config_of(PROJECT).get("docs_dir", "docs")
    runs = where_macros_run()
    sources = {path.relative_to(docs).as_posix(): path.read_text("utf-8") for path in docs.rglob("*.md")}
    calling = {name for name, text in sources.items() if re.search(r"\{\{|\{%", CODE.sub("", text))}
    assert calling
    assert not [name for name in sorted(calling) if not runs.match_file(name)]


def test_a_question_page_may_lie_in_a_sub_folder() -> None:
    assert where_macros_run().match_file("questions/part/users.md")
