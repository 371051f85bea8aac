"""A call that the browser never answers ends, and what comes after it is not kept waiting."""

import pytest
from playwright.sync_api import Browser, Error, Page

from tests.support import answering, tabs

NEVER = "() => new Promise(() => {})"


def test_what_is_never_answered_ends(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as changed, pytest.raises(Error, match="not answered for 1 seconds"):
        changed.setattr(answering, "LIMIT", 1)
        page.evaluate(NEVER)
    assert page.evaluate("1 + 1") == 2


def test_a_tab_that_cannot_be_emptied_is_not_used_again(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = tabs.ReusedTab(browser)
    page = tab.lend()
    with monkeypatch.context() as changed:
        changed.setattr(answering, "LIMIT", 1)
        changed.setattr(tabs, "FORGET", NEVER)
        tab.take_back("http://127.0.0.1")
    assert tab.lend() != page
    tab.close()
