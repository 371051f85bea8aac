"""Serves a built site as hosts do, and opens it in a browser, as fast as it is or slowed down."""

import atexit
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from playwright.sync_api import Page, Playwright, expect, sync_playwright

from benchmarks.build import build
from benchmarks.project import write_guide
from tests.support.browsers import get_browser, quiet_arguments
from tests.support.nginx import serve
from tests.support.person import Person
from tests.support.serving import Served

SLOWDOWNS = {"": 1, ", CPU 4 times slower": 4}
# Level 6 is what static hosts commonly use; nginx's own default is 1. ``%s`` is for headers.
CONFIG = """\
daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{}}
http {{
  types {{
    text/html html; text/css css; text/javascript js; application/json json; image/svg+xml svg;
    image/png png; font/woff2 woff2; application/manifest+json webmanifest;
  }}
  charset utf-8; charset_types *; gzip on; gzip_comp_level 6; gzip_types *;
  log_format sent "$status $bytes_sent $sent_http_content_type";
  access_log {folder}/access.log sent;
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  server {{ listen 127.0.0.1:{port}; root "{site}"; absolute_redirect off; %s }}
}}
"""
# Plain Material asks other sites for its fonts. Playwright's own way to refuse them switches the cache off.
ONLY_THIS_MACHINE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
# In milliseconds, up to the paint: from an act until a selector finds something, and from the start of the
# navigation until every module has shown what is saved.
PROBE = """
const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
window.until = async (act, selector) => {
    const start = performance.now();
    act();
    while (!document.querySelector(selector)) await new Promise(requestAnimationFrame);
    await painted();
    return performance.now() - start;
};
window.shown = (async () => {
    const isWaiting = () =>
        document.readyState === "loading" || document.querySelector("[data-module]:not([data-mounted])");
    while (isWaiting()) await new Promise(requestAnimationFrame);
    await painted();
    return performance.now();
})();"""


@cache
def _playwright() -> Playwright:
    """Return the browser's driver: one for all, as it runs only once in a process."""
    playwright = sync_playwright().start()
    atexit.register(playwright.stop)
    return playwright


@contextmanager
def opened(profile: Path, slowdown: int = 1) -> Iterator[Page]:
    """Start a browser with a profile on the disk: a private window saves in memory, in no time."""
    expect.set_options(timeout=60_000)
    context = _playwright().chromium.launch_persistent_context(
        profile, executable_path=get_browser(), args=[*quiet_arguments(), ONLY_THIS_MACHINE]
    )
    context.add_init_script(PROBE)
    page = context.pages[0]
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    yield page
    context.close()


def people(folder: Path, questions: int, page: str = "") -> Iterator[tuple[str, Person]]:
    """Yield somebody before a made-up guide, first as fast as the machine is: what is told of it, and who."""
    project = write_guide(folder / "project", questions, page)
    build(project)
    with serve(project / "site", folder / "server", CONFIG % "") as home:
        for words, slowdown in SLOWDOWNS.items():
            with opened(folder / f"profile-{slowdown}", slowdown) as tab:
                yield words, Person(tab, Served(home, home))
