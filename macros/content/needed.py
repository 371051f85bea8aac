"""What the site needs of its configuration, whatever a copy lays over ``base.yml``.

MkDocs takes the nearer of two lists whole, so that a list of plugins or extensions in ``mkdocs.yml`` would
replace ours, and build pages without a checklist. Two mappings are joined by both engines.
https://www.mkdocs.org/user-guide/configuration/#configuration-inheritance
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields

from macros.content.located import Node
from macros.content.problem import Problem
from macros.content.refused import OUT, check_refused
from macros.content.settings import Settings
from macros.content.source import Source

BASE = "base.yml"
# By their paths: what pages are made with. The rest of base.yml, a copy may change.
VALUES: dict[str, object] = {
    "theme.name": "material",
    "theme.custom_dir": "overrides",
    "plugins.macros.module_name": "macros",
    "plugins.macros.on_undefined": "strict",
    "plugins.macros.on_error_fail": False,
    "strict": True,
}
JOINED = {
    "theme": "theme: {language: cy}",
    "plugins": "plugins: {table-reader: {}}",
    "markdown_extensions": "markdown_extensions: {pymdownx.saneheaders: {}}",
}
TEXTS = ("site_name", "site_description", "copyright")


def check_needed(config: Node, source: Source) -> Iterator[Problem]:
    """Yield what is wrong with the configuration as a whole: what it inherits is joined with it."""
    inherit = config.get("INHERIT")
    if inherit.value is None:
        yield inherit.problem("the file with the settings that are ours", f"INHERIT: {BASE}")
        return
    yield from _check_joined(config)
    yield from _check_values(config)
    yield from check_refused(config)
    yield from _check_guide(config.get("extra"))
    yield from _check_repository(config)
    yield from _check_files(config, source.files)
    yield from _check_comments(config)


def _check_joined(config: Node) -> Iterator[Problem]:
    for name, example in JOINED.items():
        node = config.get(name)
        if node.value is not None and not isinstance(node.value, dict):
            yield node.problem(f"keys, which are joined with ours: {node.got} replaces them", example)


def _check_values(config: Node) -> Iterator[Problem]:
    for path, value in VALUES.items():
        node, parent = config, config
        for name in path.split("."):
            node, parent = node.get(name), node
        if isinstance(parent.value, dict) and (node.value != value or node.value is None):
            yield node.problem(f"{str(value).lower()}, as {BASE} has it", OUT)


def _check_guide(extra: Node) -> Iterator[Problem]:
    """Yield each setting of the guide that stands one level too high."""
    for name in (field.name for field in fields(Settings)):
        if name in extra.mapping:
            what = f"the key {name} under extra.guide"
            yield extra.get(name).problem(what, f"guide: {{{name}: ...}}", "it under extra")


def _check_repository(config: Node) -> Iterator[Problem]:
    """Yield a problem where a link to edit a page would lead nowhere: branches have many names."""
    names = {"repo_url": "https://github.com/example/our-guide", "edit_uri": "edit/main/docs/"}
    missing = [name for name in names if not config.get(name).raw]
    if len(missing) == 1:
        (there,) = set(names) - set(missing)
        what = f"{missing[0]} too, for the link to edit a page"
        yield config.get(there).problem(what, f"{missing[0]}: {names[missing[0]]}", f"{there} alone")


def _check_files(config: Node, files: frozenset[str]) -> Iterator[Problem]:
    """Yield each style sheet and script of a copy's own that is not there: pages load none from elsewhere."""
    examples: Mapping[str, str] = {"extra_css": "assets/trust.css", "extra_javascript": "assets/trust.js"}
    for name, example in examples.items():
        items = config.get(name).value
        if items is not None and not isinstance(items, list):
            yield config.get(name).problem("a list of files in the folder docs", f"{name}: [{example}]")
        for item in items if isinstance(items, list) else []:
            path = item.get("path") if item.mapping else item
            if path.value not in files:
                got = f"{path.got}, which is not there"
                yield path.problem("a file in the folder docs", example, got)


def _check_comments(config: Node) -> Iterator[Problem]:
    for name in TEXTS:
        yield from config.get(name).lost()
