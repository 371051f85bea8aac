"""The tab that tests use one after another is as good as new each time."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.support import words_offline
from tests.support.person import Person
from tests.support.serving import Server
from tests.support.tabs import WINDOW, ReusedTab

FILL = """async () => {
    document.cookie = "a=b";
    localStorage.setItem("a", "b");
    sessionStorage.setItem("a", "b");
    window.name = "a";
    history.pushState("a", "");
    await new Promise((resolve) => { indexedDB.open("a").onsuccess = resolve; });
}"""
HELD = """async () => [
    document.cookie, localStorage.length, sessionStorage.length, window.name, history.state,
    (await caches.keys()).length, (await indexedDB.databases()).length,
    (await navigator.serviceWorker.getRegistrations()).length,
]"""
NOTHING = ["", 0, 0, "", None, 0, 0, 0]


@pytest.fixture
def tab(browser: Browser) -> Iterator[ReusedTab]:
    tab = ReusedTab(browser)
    yield tab
    tab.close()


def test_nothing_that_a_test_left_is_there_for_the_next(tab: ReusedTab, server: Server) -> None:
    page = tab.lend({"width": 390, "height": 844})
    person = Person(page, server).open_ready("about/offline/")
    assert page.evaluate(HELD) == NOTHING
    person.button(words_offline.KEEP).click()
    person.expect_announced("offline-ready")
    page.evaluate(FILL)
    assert all(page.evaluate(HELD))
    person.another_tab().open("")
    tab.take_back(server.origin)
    assert tab.lend() == page
    assert page.viewport_size == WINDOW
    assert page.context.pages == [page]
    person.open_ready("")
    assert page.evaluate(HELD) == NOTHING
    assert page.go_back() is None


def test_a_page_that_asks_before_it_is_left_is_left(tab: ReusedTab, server: Server) -> None:
    page = tab.lend()
    person = Person(page, server).open_ready("")
    page.evaluate("() => { window.onbeforeunload = (event) => event.preventDefault(); }")
    page.locator("body").click(position={"x": 1, "y": 1})
    tab.take_back(server.origin)
    assert tab.lend() == page
    assert person.page.url == "about:blank"


def test_a_tab_in_which_something_lasts_is_not_used_again(tab: ReusedTab, server: Server) -> None:
    page = tab.lend()
    page.add_init_script("window.lasts = true")
    tab.take_back(server.origin)
    assert tab.lend() != page
    assert page.is_closed()
