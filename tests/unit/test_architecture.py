"""Data flows one way: each folder uses those before it, and some things are done in one file alone."""

import ast
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.site.comments import LEXERS, without_comments
from tests.support.building import PROJECT

PYTHON = sorted((PROJECT / "macros").rglob("*.py"))
CONTENT = sorted((PROJECT / "macros/content").glob("*.py"))
SCRIPTS_FOLDER = PROJECT / "docs/assets/js"
SCRIPTS = sorted(SCRIPTS_FOLDER.rglob("*.js"))
# A folder uses itself and those before it. What stands in no folder comes last.
ROOMS = ("content", "edition", "words", "pages", "site", "")
SCRIPT_ROOMS = ("store", "page", "members", "report", "files", "codes", "room", "site", "views", "")
IMPORT = re.compile(r"""^\s*(?:import|export)\b[^;]*?from\s*["']([^"']+)["']""", re.M)
TYPE = re.compile(r"""\bimport\(["'](\.[^"']+)["']\)""")
# Where text becomes markup or script: https://www.w3.org/TR/trusted-types/#injection-sinks
SINK = (
    r"\.(?:inner|outer)HTML\s*=(?!=)|\b(?:insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|DOMParser)\b"
    r"|\bcreateContextualFragment\b|\bdocument\.write|\beval\(|\bnew Function\b"
)
# 4 words or more, the first with a capital: for a reader. What is thrown is for the person who builds.
SENTENCE = re.compile(r"""(?<!Error\()["'`]([A-Z][a-z]*(?: [\w',-]+){3,}[.!?]?)["'`]""")
TEMPLATES = sorted(
    file
    for folder in ("macros/pages/templates", "overrides")
    for file in (PROJECT / folder).rglob("*.html")
    if "reference" not in file.name
)
# Jinja's comments, statements and values; our marks, and what stands in a comment of HTML.
TEMPLATE_CODE = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}(?![,\]}])|&word:[^;]*;|<!--\w*|\w*-->", re.S)
HTML = re.compile(r"(?<!P)<[a-z][a-z0-9]*(?: [^>]*)?>")  # not the name of a group


def code_of(script: Path) -> str:
    """Return a script without its comments."""
    return without_comments(script.read_text("utf-8"), LEXERS[".js"])


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


def room_of(path: str) -> str:
    """Return the folder that a module is in, such as ``store`` for ``store/record.js``."""
    return path.partition("/")[0] if "/" in path else ""


@pytest.mark.parametrize("module", PYTHON, ids=lambda module: module.relative_to(PROJECT).as_posix())
def test_a_module_of_the_build_uses_its_own_folder_and_those_before_it(module: Path) -> None:
    rooms = ROOMS[: ROOMS.index(room_of(module.relative_to(PROJECT / "macros").as_posix())) + 1]
    used = {name.split(".")[1] for name in imports_of(module) if name.startswith("macros.")}
    assert not {room for room in used if (PROJECT / "macros" / room).is_dir()} - set(rooms)


def rooms_used_by(script: Path, text: str, *patterns: re.Pattern[str]) -> set[str]:
    """Return the folders of what patterns find in the text of a script, such as ``../store/record.js``."""
    here = script.relative_to(SCRIPTS_FOLDER).parent.as_posix()
    found = [to for pattern in patterns for to in pattern.findall(text)]
    return {room_of(posixpath.normpath(posixpath.join(here, to))) for to in found}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.relative_to(SCRIPTS_FOLDER).as_posix())
def test_a_script_uses_its_own_folder_and_those_before_it(script: Path) -> None:
    """For its code and for its types, which stand in comments."""
    room = room_of(script.relative_to(SCRIPTS_FOLDER).as_posix())
    used = rooms_used_by(script, script.read_text("utf-8"), IMPORT, TYPE)
    assert not used - set(SCRIPT_ROOMS[: SCRIPT_ROOMS.index(room) + 1])


def test_no_script_imports_a_view() -> None:
    """Not even another view: main.js finds them by their names."""
    wrong = [script.name for script in SCRIPTS if "views" in rooms_used_by(script, code_of(script), IMPORT)]
    assert not wrong, f"move what both need into another folder of docs/assets/js/: {wrong}"


def test_only_located_reads_yaml() -> None:
    readers = {module.name for module in PYTHON if "yaml" in set(imports_of(module))}
    assert readers == {"located.py"}, "read YAML with macros.content.located: it keeps the lines for messages"


def test_from_the_files_to_the_html_one_module_opens_them() -> None:
    """And the logo, which is no page."""
    opening = re.compile(r"\.read_(?:text|bytes)\(|\bopen\(")
    readers = {module.name for module in CONTENT if opening.search(module.read_text("utf-8"))}
    assert readers == {"files.py", "logo.py"}, "read the guide's files with macros.content.source"


def test_html_is_written_by_templates_alone() -> None:
    texts = [(module, text) for module in PYTHON for text in texts_of(module)]
    wrong = [f"{m.name}:{text.lineno}: {text.value!r}" for m, text in texts if HTML.search(str(text.value))]
    assert not wrong, f"put this into macros/pages/templates/: {wrong}"


def test_only_render_uses_templates() -> None:
    users = {module.name for module in PYTHON if "jinja2" in set(imports_of(module))}
    assert users == {"nhs.py", "render.py"}, "render with macros.pages.render: it escapes what it prints"


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
    assert only(SCRIPTS, r"\bnew BroadcastChannel\b") == {"tabs.js"}


def test_nothing_is_kept_anywhere_else() -> None:
    """Promise 1: a write to localStorage is gone when the browser is killed."""
    assert only(SCRIPTS, r"\b(local|session)Storage\b|\bdocument\.cookie\b") == set()


def test_no_script_asks_how_wide_the_window_is_or_for_colours() -> None:
    """Style sheets alone do, so that one page can be tested in every window without opening it again."""
    asks = r"\bmatchMedia\b|\b(?:inner|outer|client)Width\b|\bResizeObserver\b|[\"']resize[\"']"
    assert only(SCRIPTS, asks) == set()


def test_no_script_turns_text_into_markup_or_code() -> None:
    wrong = [
        f"{found[0]} in {script.name}" for script in SCRIPTS for found in re.finditer(SINK, code_of(script))
    ]
    assert not wrong, f"make elements, or clone a <template>: {wrong}"


def test_no_script_holds_a_sentence_for_a_reader() -> None:
    wrong = [
        f"{found[1]!r} in {script.name}" for script in SCRIPTS for found in SENTENCE.finditer(code_of(script))
    ]
    assert not wrong, f"give it a key in macros/words/words.yml: {wrong}"


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.relative_to(PROJECT).as_posix())
def test_no_template_holds_a_word_for_a_reader(template: Path) -> None:
    """But those of the reference, which says rules of ours to the person who builds."""
    text = TEMPLATE_CODE.sub("", template.read_text("utf-8"))
    labels = re.findall(r'\b(?:aria-label|alt|title|placeholder)="([^"]*)"', text)
    words = re.findall(r"[^\W\d_]{2,}.*", "\n".join([re.sub(r"<[^>]*>", "\n", text), *labels]))
    assert not words, f"give it a key in macros/words/words.yml: {words}"
