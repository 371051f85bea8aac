"""Reads the import statements of the built modules, and what the pages preload."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

COMMENT = re.compile(r"/\*.*?\*/|(?<!:)//[^\n]*", re.S)
STATIC = re.compile(r"""^(?:import|export)\b[^;"'()]*["'](\.[^"']+)["']""", re.M)
# The only dynamic import takes a view's name: `./views/${name}.js`.
DYNAMIC = re.compile(r"""\bimport\(\s*[`"'](\.[^`"']+)[`"']""")
PLACE = re.compile(r"\$\{.*?\}")
PRELOAD = re.compile(r"""<link rel="modulepreload"[^>]* href="([^"]+)">""")
SCRIPT = re.compile(r"""<script type="module" src="([^"]+)">""")
VIEW = re.compile(r"""data-module="([^"]+)\"""")


class Modules:
    """The modules of a built site, by path from its root."""

    def __init__(self, site: Path) -> None:
        """Read every module."""
        pages = {page.relative_to(site).as_posix(): page.read_text("utf-8") for page in site.rglob("*.html")}
        self._pages = pages
        files = sorted((site / "assets/js").rglob("*.js"))
        text = {path.relative_to(site).as_posix(): COMMENT.sub("", path.read_text()) for path in files}
        self._static = {path: list(_resolved(path, STATIC, source)) for path, source in text.items()}
        self._dynamic = {path: list(_views(path, source, text)) for path, source in text.items()}

    def longest_chain(self, start: str, page: str) -> list[str]:
        """Return the longest way from a module along the imports that a page makes."""
        views = {f"assets/js/views/{name}.js" for name in VIEW.findall(self._pages[page])}
        imports = {
            path: [*self._static[path], *(view for view in self._dynamic[path] if view in views)]
            for path in self._static
        }

        @cache
        def longest(path: str) -> tuple[str, ...]:
            return (path, *max((longest(one) for one in imports[path]), key=len, default=()))

        return list(longest(start))

    def not_preloaded(self) -> Mapping[str, set[str]]:
        """Return, for every page that lacks any, the modules it needs and does not name in its head."""
        missing = {path: self.needed(path) - self.named(path) for path in self._pages}
        return {path: modules for path, modules in missing.items() if modules}

    def named(self, page: str) -> set[str]:
        """Return the modules that a page names in its head."""
        return {*_resolved(page, SCRIPT, self._pages[page]), *_resolved(page, PRELOAD, self._pages[page])}

    def needed(self, page: str) -> set[str]:
        """Return the modules that a page's script and views import, and what those import."""
        starts = set(_resolved(page, SCRIPT, self._pages[page]))
        views = {f"assets/js/views/{name}.js" for name in VIEW.findall(self._pages[page])}
        return self._closure(starts | (views & self._static.keys())) if starts else set()

    def _closure(self, paths: set[str]) -> set[str]:
        further = {one for path in paths for one in self._static[path]} - paths
        return self._closure(paths | further) if further else paths


def _resolved(path: str, pattern: re.Pattern[str], source: str) -> Iterator[str]:
    """Yield the paths from the site's root of what ``pattern`` finds in the file at ``path``."""
    for to in pattern.findall(source):
        yield posixpath.normpath(posixpath.join(posixpath.dirname(path), to))


def _views(path: str, source: str, paths: Iterable[str]) -> Iterator[str]:
    """Yield every module that an ``import()`` with a place in its path can mean."""
    for to in _resolved(path, DYNAMIC, source):
        meant = re.compile("[^/]+".join(map(re.escape, PLACE.split(to))))
        yield from filter(meant.fullmatch, paths)
