"""A browser of its own process and profile, which a test can kill as a power cut would."""

import os
import re
import signal
import subprocess
import threading
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright

from tests.support.browsers import quiet_arguments

STARTING = 60  # seconds, for a slow machine
LISTENING = re.compile(r"DevTools listening on (ws://\S+)")


class Profile:
    """A browser with a profile that outlives its process."""

    def __init__(self, playwright: Playwright, browser: Path, folder: Path) -> None:
        self._playwright = playwright
        self._command = [
            str(browser),
            "--headless",
            "--remote-debugging-port=0",
            f"--user-data-dir={folder}",
            *quiet_arguments(),
            "about:blank",
        ]
        self._process: subprocess.Popen[str] | None = None
        self._browser: Browser | None = None

    def start(self) -> Page:
        """Start the browser, and return a tab."""
        self._process = subprocess.Popen(
            self._command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,  # a group of its own, so that all of it can be killed
        )
        self._browser = self._playwright.chromium.connect_over_cdp(self._address(self._process))
        return self._browser.contexts[0].new_page()

    @staticmethod
    def _address(process: "subprocess.Popen[str]") -> str:
        assert process.stderr
        said = ""
        impatient = threading.Timer(STARTING, process.kill)
        impatient.start()
        try:
            for line in process.stderr:
                said += line
                if found := LISTENING.search(line):
                    return found[1]
        finally:
            impatient.cancel()
        raise AssertionError(f"the browser ended without listening:\n{said}")

    def kill(self) -> None:
        """End every process of the browser at once, without a chance to put anything away."""
        process, self._process = self._process, None
        if not process:
            return
        if os.name == "nt":
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], check=False)
        else:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if process.stderr:
            process.stderr.close()
        if self._browser:
            self._browser.close()
