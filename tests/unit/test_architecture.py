"""Data flows one way, and each arrow has one file that is allowed to cross it.

front matter, located.py and source.py, guide.py, render.py and templates, HTML, main.js, store.js, views.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.support.building import PROJECT

PYTHON = sorted((PROJECT / "macros").rglob("*.py"))
CONTENT = sorted((PROJECT / "macros/content").glob("*.py"))
SCRIPTS_FOLDER = PROJECT / "docs/assets/js"
SCRIPTS = sorted(SCRIPTS_FOLDER.rglob("*.js"))
VIEWS = sorted((SCRIPTS_FOLDER / "views").rglob("*.js"))
COMMENT = re.compile(r"/\*.*?\*/|(?<![:\w])//[^\n]*", re.S)
IMPORT = re.compile(r"""^\s*(?:import|export)\b[^;]*?from\s*["']([^"']+)["']""", re.M)
TYPE = re.compile(r"""\bimport\(["'](\.[^"']+)["']\)""")
# The folders of the scripts. Each may use those before it, types included.
ROOMS = ["store", "page", "members", "report", "files", "codes", "room", "site", "views"]
# Where text becomes markup or script: https://www.w3.org/TR/trusted-types/#injection-sinks
SINK = (
    r"\.(?:inner|outer)HTML\s*=(?!=)|\b(?:insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|DOMParser)\b"
    r"|\bcreateContextualFragment\b|\bdocument\.write|\beval\(|\bnew Function\b"
)
# 4 words or more, the first with a capital: for a reader. What is thrown is for the person who builds.
SENTENCE = re.compile(r"""(?<!Error\()["'`]([A-Z][a-z]*(?: [\w',-]+){3,}[.!?]?)["'`]""")
HTML = re.compile(r"(?<!P)<[a-z][a-z0-9]*(?: [^>]*)?>")  # not the name of a group


def code_of(script: Path) -> str:
    """Return a script without its comments."""
    return COMMENT.sub("", script.read_text("utf-8"))


def imports_of(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def texts_of(module: Path) -> Iterator[ast.Constant]:
    """Yield the texts of a module that are neither its documentation nor a pattern to read with."""
    tree = ast.parse(module.read_text("utf-8"))
    others = {id(part) for node in ast.walk(tree) if is_no_text(node) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in others:
            yield node


def is_no_text(node: ast.AST) -> bool:
    """Whether what this holds is documentation, which stands by itself, or a call such as re.compile."""
    documentation = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return documentation or (isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re."))


def only(files: list[Path], pattern: str) -> set[str]:
    """Return the names of the scripts whose code matches a pattern."""
    return {file.name for file in files if re.search(pattern, code_of(file))}


def test_only_nodes_reads_yaml() -> None:
    readers = {module.name for module in PYTHON if "yaml" in set(imports_of(module))}
    assert readers == {"located.py"}, "read YAML with macros.content.located: it keeps the lines for messages"


def test_from_the_files_to_the_html_only_source_opens_one() -> None:
    """And the logo, which is no page."""
    opening = re.compile(r"\.read_(?:text|bytes)\(|\bopen\(")
    readers = {module.name for module in CONTENT if opening.search(module.read_text("utf-8"))}
    assert readers == {"source.py", "logo.py"}, "read the guide's files with macros.content.source"


def test_html_is_written_by_templates_alone() -> None:
    texts = [(module, text) for module in PYTHON for text in texts_of(module)]
    wrong = [f"{m.name}:{text.lineno}: {text.value!r}" for m, text in texts if HTML.search(str(text.value))]
    assert not wrong, f"put this into macros/pages/templates/: {wrong}"


def test_only_render_uses_templates() -> None:
    users = {module.name for module in PYTHON if "jinja2" in set(imports_of(module))}
    assert users == {"render.py"}, "render with macros.pages.render: it escapes what it prints"


def test_the_model_knows_nothing_of_html_or_of_an_engine() -> None:
    above = {"macros.pages.render", "macros.finish", "macros.plugin", "mkdocs"}
    for module in CONTENT:
        found = above & set(imports_of(module))
        assert not found, f"{module.name} stands before {', '.join(found)} in the flow"


def test_only_the_plugin_knows_the_engine() -> None:
    users = {m.name for m in PYTHON if any(name.split(".")[0] == "mkdocs" for name in imports_of(m))}
    assert users <= {"__init__.py", "plugin.py"}


def test_only_database_opens_indexeddb() -> None:
    assert only(SCRIPTS, r"\bindexedDB\b") == {"database.js"}


def test_only_store_uses_the_database_and_speaks_to_other_tabs() -> None:
    users = {script.name for script in SCRIPTS if "database.js" in " ".join(IMPORT.findall(code_of(script)))}
    assert users == {"main.js"}, "main.js gives it to the store: go through that, it tries again"
    assert only(SCRIPTS, r"\bnew BroadcastChannel\b") == {"store.js"}


def test_nothing_is_kept_anywhere_else() -> None:
    """Promise 1: a write to localStorage is gone when the browser is killed."""
    assert only(SCRIPTS, r"\b(local|session)Storage\b|\bdocument\.cookie\b") == set()


def test_no_script_asks_how_wide_the_window_is_or_for_colours() -> None:
    """Style sheets alone do, so that one page can be tested in every window without opening it again."""
    asks = r"\bmatchMedia\b|\b(?:inner|outer|client)Width\b|\bResizeObserver\b|[\"']resize[\"']"
    assert only(SCRIPTS, asks) == set()


def test_each_arrow_between_the_folders_of_the_scripts_goes_one_way() -> None:
    assert {path.name for path in SCRIPTS_FOLDER.iterdir() if path.is_dir()} == set(ROOMS)
    wrong = [
        f"{script.relative_to(SCRIPTS_FOLDER)} uses {used}"
        for script in SCRIPTS
        if script.parent != SCRIPTS_FOLDER
        for used in rooms_used_by(script)
        if ROOMS.index(used) > ROOMS.index(script.relative_to(SCRIPTS_FOLDER).parts[0])
    ]
    assert not wrong, f"a folder uses those before it in {ROOMS}: {wrong}"


def rooms_used_by(script: Path) -> set[str]:
    """Return the folders that a script imports from, for its code or for its types."""
    text = script.read_text("utf-8")
    paths = [(script.parent / found).resolve() for found in IMPORT.findall(text) + TYPE.findall(text)]
    return {path.relative_to(SCRIPTS_FOLDER).parts[0] for path in paths}


def test_no_script_imports_a_view() -> None:
    """Not even another view: main.js finds them by their names."""
    wrong = [
        f"{found} in {script.name}"
        for script in SCRIPTS
        for found in IMPORT.findall(code_of(script))
        if "views/" in found or (script in VIEWS and found.startswith("./"))
    ]
    assert not wrong, f"move what both need into a module of docs/assets/js/: {wrong}"


def test_no_script_turns_text_into_markup_or_code() -> None:
    wrong = [
        f"{found[0]} in {script.name}" for script in SCRIPTS for found in re.finditer(SINK, code_of(script))
    ]
    assert not wrong, f"make elements, or clone a <template>: {wrong}"


def test_no_script_holds_a_sentence_for_a_reader() -> None:
    wrong = [
        f"{found[1]!r} in {script.name}" for script in SCRIPTS for found in SENTENCE.finditer(code_of(script))
    ]
    assert not wrong, f'put it into a <template id="message-…"> of overrides/partials/: {wrong}'
