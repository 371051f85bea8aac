"""Finds and starts the browser."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, sync_playwright

NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "microsoft-edge")

# Plain Material asks other sites for its fonts. Playwright's own way to refuse them switches the cache off.
ONLY_THIS_MACHINE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"


@contextmanager
def browser(profile: Path) -> Iterator[BrowserContext]:
    """Start a browser that keeps its profile in a folder.

    A profile on the disk, because a private window keeps its database in memory, where saving takes no time.
    """
    found = next((path for path in map(shutil.which, NAMES) if path), None)
    # Chromium's sandbox does not start as root.
    sandbox = not hasattr(os, "geteuid") or os.geteuid() != 0
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=found,
            chromium_sandbox=sandbox,
            viewport={"width": 1280, "height": 800},
            args=[ONLY_THIS_MACHINE],
        )
        context.set_default_timeout(30_000)
        try:
            yield context
        finally:
            context.close()


def browser_version(profile: Path) -> str:
    """Return the browser's name and version."""
    with browser(profile) as context:
        session = context.new_cdp_session(context.pages[0])
        product: str = session.send("Browser.getVersion")["product"]
    return product.replace("/", " ")
