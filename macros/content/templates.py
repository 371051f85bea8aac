"""A copy's own templates in ``overrides``: what no page would show, and what the policy of a page refuses."""

import posixpath
import re
from collections.abc import Iterator, Mapping

from macros.content.forms import ELSEWHERE, FRAMES, Form, form
from macros.content.problem import Problem, expected, shown

PAGE, OWN = "overrides/base.html", "overrides/main.html"
BLOCK = re.compile(r"\{%-?\s*block\s+(\w+)")
COMMENT = re.compile(r"\{#.*?#\}", re.S)
IN_TEMPLATES: tuple[Form, ...] = (
    *FRAMES,
    form(
        r"<script\b(?![^>]*\bsrc\s*=)",
        "a file under extra_javascript in mkdocs.yml in place of a script",
        "extra_javascript: [assets/trust.js]",
    ),
    form(
        rf"<(?:script|link\b(?=[^>]*\b(?:stylesheet|icon|preload|preconnect)\b))\b[^>]*\b(?:src|href)\s*=\s*[\"']?{ELSEWHERE}",
        "a file in the folder docs",
        "{{ 'assets/trust.js' | url }}",
    ),
    form(
        r"<style\b",
        "a file under extra_css in mkdocs.yml in place of a style sheet",
        "extra_css: [assets/trust.css]",
    ),
)


def check_templates(templates: Mapping[str, str]) -> Iterator[Problem]:
    """Yield what is wrong with the templates of a project.

    Args:
        templates: the text of each, by its path from the project's folder. Those outside of ``overrides`` are
            ours, and say which partials their pages need.
    """
    texts = {
        name: COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text) for name, text in templates.items()
    }
    own = {name: text for name, text in texts.items() if name.startswith("overrides/")}
    for name, text in own.items():
        for each in IN_TEMPLATES:
            for found in each.pattern.finditer(text):
                yield _problem(name, text, found, each.what, each.example)
    if PAGE in own:
        yield from _check_blocks(own[PAGE], own.get(OWN, ""))
        yield from _check_partials(texts)


def _check_blocks(page: str, own: str) -> Iterator[Problem]:
    """Yield each block of main.html that the page has no place for: nothing would show it."""
    known = list(dict.fromkeys(BLOCK.findall(page)))
    for found in BLOCK.finditer(own):
        if found[1] not in known:
            yield _problem(OWN, own, found, f"one of the blocks {', '.join(known)}", "{% block announce %}")


def _check_partials(texts: Mapping[str, str]) -> Iterator[Problem]:
    """Yield each partial that no template includes."""
    everything = "\n".join(texts.values())
    for name in texts:
        stem = posixpath.basename(name).removesuffix(".html")
        if name.startswith("overrides/partials/") and not re.search(
            rf'["/ ]{re.escape(stem)}[". ]', everything
        ):
            what = "a partial that a template includes, as the page has no place for this one"
            example = f'{{% include "partials/{stem}.html" %}} in a block of {OWN}'
            yield Problem(name, 1, "file name", expected(what, shown(stem), example))


def _problem(name: str, text: str, found: re.Match[str], what: str, example: str) -> Problem:
    line = 1 + text.count("\n", 0, found.start())
    return Problem(name, line, "text", expected(what, shown(found[0].strip()), example))
