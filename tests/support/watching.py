"""Watches every tab of a test for what must never happen unnoticed."""

import re
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError

NOT_FOUND = "status of 404"  # what the console says of a page that is not there


@dataclass
class Watch:
    """What went wrong in the tabs of one test.

    Attributes:
        origin: the only one that may be asked for anything.
        expected: patterns of troubles that the test brings about itself.
        troubles: uncaught errors, errors in the console, requests to another origin.
    """

    origin: str
    expected: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    def add(self, context: BrowserContext) -> None:
        context.on("weberror", self._error)
        context.on("console", self._console)
        context.on("request", self._request)

    def remove(self, context: BrowserContext) -> None:
        context.remove_listener("weberror", self._error)
        context.remove_listener("console", self._console)
        context.remove_listener("request", self._request)

    def unexpected(self) -> list[str]:
        return [t for t in self.troubles if not any(re.search(pattern, t) for pattern in self.expected)]

    def _error(self, error: WebError) -> None:
        self.troubles.append(f"uncaught: {error.error}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.troubles.append(f"console: {message.text} ({message.location['url']})")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((f"{self.origin}/", "data:", "about:", "blob:")):
            self.troubles.append(f"request to another origin: {request.url}")
