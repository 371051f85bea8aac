"""One tab for many tests, each as if its browser had no past: a new window costs more than most tests."""

from contextlib import suppress
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Dialog, Error, Page

TIMEOUT = 20_000  # milliseconds, for a slow machine: a test that passes never waits so long
WINDOW = {"width": 1280, "height": 720}
# What a test may set that lasts. A tab in which one was called is not used again.
LASTING = (
    *("add_init_script", "add_cookies", "emulate_media", "expose_binding", "expose_function", "close"),
    *("grant_permissions", "new_cdp_session", "on", "once", "route", "set_default_timeout"),
    *("set_extra_http_headers", "set_geolocation", "set_offline"),
    *("install", "pause_at", "set_fixed_time", "set_system_time"),  # of the clock
)
FORGET = "() => { try { sessionStorage.clear(); window.name = ''; } catch {} }"


class ReusedTab:
    """A tab that is made when first asked for, and again when a test has left it in another state.

    Attributes:
        is_lent: whether a test uses it.
    """

    def __init__(self, browser: Browser) -> None:
        self.is_lent = False
        self._browser = browser
        self._page: Page | None = None
        self._is_used_up = False

    def lend(self, window: dict[str, int] | None = None) -> Page:
        """Return the tab, empty, in a browser that holds nothing, in a window of this size."""
        self.is_lent = True
        page = self._page or self._make()
        if page.viewport_size != (window or WINDOW):
            page.set_viewport_size(window or WINDOW)  # type: ignore[arg-type]
        return page

    def take_back(self, origin: str) -> None:
        """Leave the page, and remove all that the browser holds for the origin."""
        if not self.is_lent or not self._page:
            return
        self.is_lent = False
        try:
            for other in self._page.context.pages:
                if other != self._page:
                    other.close()
            if not self._is_used_up:
                self._empty(self._page, origin)
        except Error:
            self._is_used_up = True
        if self._is_used_up:
            self.close()

    def close(self) -> None:
        page, self._page = self._page, None
        if page:
            with suppress(Error):
                page.context.close()

    def _make(self) -> Page:
        context = self._browser.new_context(viewport=WINDOW)  # type: ignore[arg-type]
        context.set_default_timeout(TIMEOUT)
        context.set_default_navigation_timeout(3 * TIMEOUT)
        self._page = context.new_page()
        self._session = context.new_cdp_session(self._page)
        self._is_used_up = False
        for thing in (context, self._page, context.clock, self._page.clock):
            self._notice(thing)
        return self._page

    def _empty(self, page: Page, origin: str) -> None:
        page.evaluate(FORGET)
        Page.on(page, "dialog", _accept)  # a page may ask before it is left
        page.goto("about:blank")
        page.remove_listener("dialog", _accept)
        self._session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        self._session.send("Page.resetNavigationHistory")

    def _notice(self, thing: BrowserContext | Page | Any) -> None:
        """Take note when a test calls what lasts."""
        for name in LASTING:
            if method := getattr(thing, name, None):
                setattr(thing, name, self._noticed(method))

    def _noticed(self, method: Any) -> Any:
        def call(*args: Any, **options: Any) -> Any:
            self._is_used_up = True
            return method(*args, **options)

        return call


def _accept(dialog: Dialog) -> None:
    dialog.accept()
