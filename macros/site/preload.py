"""Names early, in the head of each built page, every module that the page will ask for.

Otherwise a browser would learn of each only from the one before it
(https://html.spec.whatwg.org/multipage/links.html#link-type-modulepreload). What a page looks like comes
first: the lines stand after its style sheets, and the browser takes them with low priority.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

SCRIPTS, START = "assets/js/", "main.js"
# What main.js imports when it needs it, with import(), is the page's views.
IMPORT = re.compile(r"""^(?:import|export)\b[^;"'()]*["'](\.[^"']+)["']""", re.M)
# As overrides/base.html has it, for the script itself.
LINE = re.compile(rf'(<link rel="modulepreload"[^>]* href="[^"]*{SCRIPTS}){START}(">\n)')
VIEW = re.compile(r'data-module="([^"]+)"')

Imports = Mapping[str, Sequence[str]]


def name_modules(site: Path) -> None:
    """Repeat the line of each page that has a script for every module that it will ask for."""
    imports = read_imports(site / SCRIPTS)
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        line = LINE.search(html)
        if line:
            lines = "".join(f"{line[1]}{module}{line[2]}" for module in modules_of(html, imports))
            page.write_text(html[: line.start()] + lines + html[line.end() :], encoding="utf-8")


def read_imports(folder: Path) -> Imports:
    """Return for each module, such as ``store/store.js``, those that its import lines name."""
    files = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*.js")}
    return {path: list(_imports(path, file.read_text(encoding="utf-8"))) for path, file in files.items()}


def _imports(path: str, source: str) -> Iterator[str]:
    for to in IMPORT.findall(source):
        yield posixpath.normpath(posixpath.join(posixpath.dirname(path), to))


def modules_of(html: str, imports: Imports) -> list[str]:
    """Return what a page asks for after its script: its views, then what those and the script import."""
    views = (f"views/{name}.js" for name in VIEW.findall(html))
    found = dict.fromkeys((START, *(view for view in views if view in imports)))
    waiting = list(found)
    for module in waiting:
        new = [one for one in imports.get(module, ()) if one not in found]
        found |= dict.fromkeys(new)
        waiting += new
    return [module for module in found if module != START]
