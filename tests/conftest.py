"""The site, built and served once, and a browser to use it in."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from tests.support.answering import limit_waiting
from tests.support.browsers import NoBrowserError, get_browser, quiet_arguments
from tests.support.building import PROJECT, Build, alone, built, built_once
from tests.support.guide import Guide, read_guide
from tests.support.own_fork import make_own_fork
from tests.support.projects import make_fork, nasty_question, plain_question
from tests.support.serving import Server, serving_apart
from tests.support.tabs import TIMEOUT, ReusedTab
from tests.support.terminal import TERMINAL
from tests.support.watching import Watch
from tests.support.zensical import build_with_zensical

NewContext = Callable[..., BrowserContext]
ONE_PROCESS = "--renderer-process-limit=1"  # for all tabs of a context: to start one takes as long as a page
expect.set_options(timeout=TIMEOUT)


def pytest_configure(config: pytest.Config) -> None:
    limit_waiting()
    if capture := config.pluginmanager.getplugin("capturemanager"):
        TERMINAL.uncaptured = capture.global_and_fixture_disabled


@pytest.fixture(scope="session")
def run_folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of a run share, and no other run: a test may start one of its own."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if hasattr(request.config, "workerinput") else own


@pytest.fixture(scope="session")
def site(run_folder: Path) -> Build:
    """This guide, built as the README says."""
    return built_once(run_folder / "built", lambda folder: built(PROJECT, folder / "site"))


@pytest.fixture(scope="session")
def zensical_site(run_folder: Path) -> Build:
    """This guide, built with the second engine."""
    return built_once(
        run_folder / "zensical", lambda folder: built(PROJECT, folder / "site", build_with_zensical)
    )


@pytest.fixture(scope="session")
def nasty_site(run_folder: Path) -> Build:
    """A guide of 3 questions whose texts are full of markup."""
    questions = [nasty_question(name) for name in ("first", "second", "third")]
    return built_once(
        run_folder / "nasty",
        lambda folder: built(make_fork(folder / "project", questions), folder / "site"),
    )


@pytest.fixture(scope="session")
def large_site(run_folder: Path) -> Build:
    """A guide of 40 questions."""
    questions = [plain_question(f"topic-{n}", 5) for n in range(1, 41)]
    return built_once(
        run_folder / "large",
        lambda folder: built(make_fork(folder / "project", questions), folder / "site"),
    )


@pytest.fixture(scope="session")
def own_site(run_folder: Path) -> Build:
    """A guide that says who publishes it, with a colour and a logo."""
    return built_once(
        run_folder / "own", lambda folder: built(make_own_fork(folder / "project"), folder / "site")
    )


@pytest.fixture(scope="session")
def pages(site: Build) -> list[str]:
    return site.pages


@pytest.fixture(scope="session")
def guide() -> Guide:
    return read_guide(PROJECT)


@pytest.fixture(scope="session")
def server(site: Build, guide: Guide) -> Iterator[Server]:
    with serving_apart(site.folder, guide.folder) as server:
        yield server


@pytest.fixture(scope="session")
def browser_path(run_folder: Path) -> Path:
    try:
        with alone(run_folder / "browser"):
            return get_browser()
    except NoBrowserError as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright, browser_path: Path) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=browser_path, args=[*quiet_arguments(), ONE_PROCESS])
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def _reused(browser: Browser) -> Iterator[ReusedTab]:
    tab = ReusedTab(browser)
    yield tab
    tab.close()


@pytest.fixture
def watch(server: Server) -> Iterator[Watch]:
    watch = Watch(server.origin)
    yield watch
    assert watch.unexpected() == []


@pytest.fixture
def new_context(browser: Browser, server: Server, watch: Watch) -> Iterator[NewContext]:
    """Return a function that gives a browser without a past, watched."""
    contexts: list[BrowserContext] = []

    def new(**options: Any) -> BrowserContext:
        context = browser.new_context(**options)
        context.set_default_timeout(TIMEOUT)
        context.set_default_navigation_timeout(3 * TIMEOUT)
        watch.add(context)
        contexts.append(context)
        return context

    yield new
    for context in contexts:
        context.close()


@pytest.fixture
def new_page(
    new_context: NewContext, server: Server, watch: Watch, _reused: ReusedTab
) -> Iterator[Callable[..., Page]]:
    """Return a function that gives a tab of a browser without a past, watched."""

    def new(**options: Any) -> Page:
        if _reused.is_lent or options.keys() - {"viewport"}:
            return new_context(**options).new_page()
        page = _reused.lend(options.get("viewport"))
        watch.add(page.context)
        contexts.append(page.context)
        return page

    contexts: list[BrowserContext] = []
    yield new
    _reused.take_back(server.origin)
    for context in contexts:
        watch.remove(context)


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    return new_page()
