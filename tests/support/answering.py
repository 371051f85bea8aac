"""Ends what a browser never answers: Playwright sets no limit to an evaluation or a command of the protocol.

https://github.com/microsoft/playwright/issues/13253
"""

import asyncio
from collections.abc import Awaitable
from typing import Any

from playwright._impl._sync_base import SyncBase
from playwright.sync_api import Error

LIMIT = 120  # seconds: twice what a page may take to open
_wait = SyncBase._sync


def limit_waiting() -> None:
    """Let every call of Playwright's end, with an Error that says what was waited for."""

    def wait(self: SyncBase, answer: Awaitable[Any]) -> Any:
        return _wait(self, _answered(answer))

    SyncBase._sync = wait  # type: ignore[assignment, method-assign]


async def _answered(answer: Awaitable[Any]) -> Any:
    try:
        async with asyncio.timeout(LIMIT):
            return await answer
    except TimeoutError:
        raise Error(f"The browser has not answered for {LIMIT} seconds") from None
