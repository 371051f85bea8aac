"""Puts the checklist on the pages. Wiring only: the one module that knows the site's engine."""

import sys
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from macros.content.guide import Guide, build_guide
from macros.content.problem import GuideError
from macros.content.source import read_source, stamp_of
from macros.edition.promises import check_promises
from macros.finish import finish
from macros.pages.render import PARTS, Renderer

_remembered: dict[Path, tuple[object, Guide]] = {}


def _guide(config_file: Path) -> Guide:
    """Return the guide, read again only when a file changed: Zensical asks once for every page."""
    stamp = stamp_of(config_file)
    if config_file not in _remembered or _remembered[config_file][0] != stamp:
        source = read_source(config_file)
        guide = build_guide(source)
        check_promises(guide, source)
        _remembered[config_file] = (stamp, guide)
    return _remembered[config_file][1]


def _stop(error: GuideError) -> NoReturn:
    """End the build with the problems alone: under MkDocs without a traceback, and a serve goes on."""
    if "mkdocs" not in sys.modules:
        raise error
    from mkdocs.exceptions import PluginError  # noqa: PLC0415 (Zensical runs without MkDocs)

    raise PluginError(f"\n{error}") from None


def _config_file(env: Any) -> Path:
    # Zensical's configuration does not say which file it comes from.
    return Path(env.project_dir, env.conf.get("config_file_path", "mkdocs.yml"))


def define_env(env: Any) -> None:
    """Read and check every page, then offer the macros that pages call."""
    try:
        guide = _guide(_config_file(env))
    except GuideError as error:
        _stop(error)

    def part(name: str) -> str:
        return Renderer(guide, env.page.url, env.page.meta.setdefault("needs", {})).part(name)

    env.macro(lambda: env.conf["site_name"], "site_name")
    env.macro(lambda: len(guide.questions), "question_count")
    env.macro(lambda: guide.minutes_alone, "minutes_alone")
    for name in PARTS:
        env.macro(partial(part, name), name)


def on_post_build(env: Any) -> None:
    """Finish the built site."""
    config_file = _config_file(env)
    try:
        finish(Path(env.conf["site_dir"]), _guide(config_file), config_file.parent)
    except GuideError as error:
        _stop(error)
