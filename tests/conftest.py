"""The site, built and served once, and a browser to use it in."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from tests.support.browsers import NoBrowserError, get_browser, quiet_arguments
from tests.support.building import PROJECT, Build, built
from tests.support.guide import Guide, read_guide
from tests.support.own_fork import make_own_fork
from tests.support.projects import make_fork, nasty_question, plain_question
from tests.support.serving import SiteServer, serving
from tests.support.watching import Watch
from tests.support.zensical import build_with_zensical

NewContext = Callable[..., BrowserContext]
TIMEOUT = 10_000  # milliseconds, for a slow machine: a test that passes never waits so long
expect.set_options(timeout=TIMEOUT)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """This guide, built as the README says."""
    return built(PROJECT, tmp_path_factory.mktemp("built") / "site")


@pytest.fixture(scope="session")
def zensical_site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """This guide, built with the second engine."""
    return built(PROJECT, tmp_path_factory.mktemp("zensical") / "site", build_with_zensical)


@pytest.fixture(scope="session")
def nasty_site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A guide of 3 questions whose texts are full of markup."""
    folder = tmp_path_factory.mktemp("nasty")
    project = make_fork(folder / "project", [nasty_question(name) for name in ("first", "second", "third")])
    return built(project, folder / "site")


@pytest.fixture(scope="session")
def large_site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A guide of 40 questions."""
    folder = tmp_path_factory.mktemp("large")
    project = make_fork(folder / "project", [plain_question(f"topic-{n}", 5) for n in range(1, 41)])
    return built(project, folder / "site")


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A guide that says who publishes it, with a colour and a logo."""
    folder = tmp_path_factory.mktemp("own")
    return built(make_own_fork(folder / "project"), folder / "site")


@pytest.fixture(scope="session")
def pages(site: Build) -> list[str]:
    return site.pages


@pytest.fixture(scope="session")
def guide() -> Guide:
    return read_guide(PROJECT)


@pytest.fixture(scope="session")
def _served(site: Build, guide: Guide) -> Iterator[SiteServer]:
    with serving(site.folder, guide.folder) as server:
        yield server


@pytest.fixture
def server(_served: SiteServer) -> SiteServer:
    _served.blocked.clear()
    _served.requests.clear()
    return _served


@pytest.fixture(scope="session")
def browser_path() -> Path:
    try:
        return get_browser()
    except NoBrowserError as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright, browser_path: Path) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=browser_path, args=quiet_arguments())
    yield browser
    browser.close()


@pytest.fixture
def watch(server: SiteServer) -> Iterator[Watch]:
    watch = Watch(server.origin)
    yield watch
    assert watch.unexpected() == []


@pytest.fixture
def new_context(browser: Browser, server: SiteServer, watch: Watch) -> Iterator[NewContext]:
    """Return a function that gives a browser without a past, watched."""
    contexts: list[BrowserContext] = []

    def new(**options: Any) -> BrowserContext:
        context = browser.new_context(**{"base_url": server.home, **options})
        context.set_default_timeout(TIMEOUT)
        watch.add(context)
        contexts.append(context)
        return context

    yield new
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_context: NewContext) -> Page:
    return new_context().new_page()
