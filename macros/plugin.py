"""Puts the checklist on the pages. Wiring only: the one module that knows the site's engine."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import unquote

from macros.content.guide import Guide, build_guide
from macros.content.problem import GuideError, Problem
from macros.content.prose import calls_any
from macros.content.source import Source, page_url, read_source, stamp_of
from macros.edition.promises import check_promises
from macros.finish import finish
from macros.pages.render import PARTS, Renderer
from macros.words.words import Words, read_words, word_files

# What a page can call beside its parts: each is a word or a number in a sentence.
VALUES: dict[str, Callable[..., object]] = {
    "site_name": lambda _, conf: conf["site_name"],
    "question_count": lambda guide, _: len(guide.questions),
    "minutes_alone": lambda guide, _: guide.minutes_alone,
    "is_published": lambda guide, _, path: path not in guide.left_out,
}


@dataclass(frozen=True)
class _Project:
    """What the files say: the guide, its words, and the addresses of pages that call something of ours."""

    stamp: object
    source: Source
    guide: Guide
    words: Words
    calling: frozenset[str]


_remembered: dict[Path, _Project] = {}


def _project(config_file: Path) -> _Project:
    """Return the project, read again only when a file changed: Zensical asks once for every page."""
    files = word_files(config_file.absolute().parent)
    stamp = stamp_of(config_file), [(file, file.read_bytes()) for file in files]
    if config_file not in _remembered or _remembered[config_file].stamp != stamp:
        source = read_source(config_file)
        problems: list[Problem] = []
        words = read_words(source.folder, problems)
        guide = build_guide(source, problems)
        check_promises(guide, source)
        calling = (page_url(page.path) for page in source.pages if calls_any(page, {*PARTS, *VALUES}))
        _remembered[config_file] = _Project(stamp, source, guide, words, frozenset(calling))
    return _remembered[config_file]


def _stop(error: GuideError) -> NoReturn:
    """End the build with the problems alone: under MkDocs without a traceback, and a serve goes on."""
    if not _is_mkdocs():
        raise error
    from mkdocs.exceptions import PluginError  # noqa: PLC0415 (Zensical runs without MkDocs)

    raise PluginError(f"\n{error}") from None


def _is_mkdocs() -> bool:
    return "mkdocs" in sys.modules


def _config_file(env: Any) -> Path:
    # Zensical's configuration does not say which file it comes from.
    return Path(env.project_dir, env.conf.get("config_file_path", "mkdocs.yml"))


def _url(env: Any) -> str:
    """Return the address of the page being rendered, letter by letter as its file is called."""
    return unquote(env.page.url)


def check(config_file: Path) -> _Project:
    """Return what the files say, or end the build with its problems."""
    try:
        return _project(config_file)
    except GuideError as error:
        _stop(error)


def define_env(env: Any) -> None:
    """Read and check every page, then offer the macros that pages call."""
    project = check(_config_file(env))
    guide = project.guide

    def part(name: str) -> str:
        needs = env.page.meta.setdefault("needs", {})
        return Renderer(guide, project.words, _url(env), env.conf["site_url"] or "", needs).part(name)

    if _is_mkdocs():
        env.conf["watch"] += map(str, word_files(_config_file(env).parent))
    for name in PARTS:
        env.macro(partial(part, name), name)
    for name, value in VALUES.items():
        env.macro(partial(value, guide, env.conf), name)
    if not _is_mkdocs():  # Zensical defines it for each page anew, and has no call before a page
        on_pre_page_macros(env)


def on_pre_page_macros(env: Any) -> None:
    """Leave the braces of a page that calls nothing of ours as they are: they are text of that page.

    Both engines ask the page's meta, whichever way the page itself set it:
    https://mkdocs-macros-plugin.readthedocs.io/en/latest/rendering/
    """
    calling = _remembered[_config_file(env)].calling
    env.page.meta.setdefault("render_macros", _url(env) in calling)


def on_post_build(env: Any) -> None:
    """Finish the built site."""
    config_file = _config_file(env)
    try:
        project = _remembered[config_file]
        finish(Path(env.conf["site_dir"]), project.guide, project.words, project.source)
    except GuideError as error:
        _stop(error)
