"""A browser of each engine, used in one way, for the journey that has to pass in all of them.

Chromium is driven with Playwright. Firefox and WebKit are those of the distribution, which Playwright cannot
drive, and are spoken to as they come: Firefox over Marionette's socket
(https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html), WebKit with WebDriver
(https://www.w3.org/TR/webdriver2/). The commands and what they take are the same.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol, TypeVar
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Page

from tests.support.browsers import Machine, install_package, is_snap, remedy

STARTING, WAITING = 60, 60  # seconds, for a slow machine
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # https://www.w3.org/TR/webdriver2/#elements
# What Marionette calls a command, and its place in WebDriver.
COMMANDS = {
    "Navigate": ("POST", "/url"),
    "Refresh": ("POST", "/refresh"),
    "Back": ("POST", "/back"),
    "Forward": ("POST", "/forward"),
    "ExecuteScript": ("POST", "/execute/sync"),
    "FindElement": ("POST", "/element"),
    "ElementClick": ("POST", "/element/{id}/click"),
    "ElementSendKeys": ("POST", "/element/{id}/value"),
    "GetWindowHandles": ("GET", "/window/handles"),
    "NewWindow": ("POST", "/window/new"),
    "SwitchToWindow": ("POST", "/window"),
}
Connected = TypeVar("Connected", bound="Driven")
INTO_SIGHT = "arguments[0].scrollIntoView({ block: 'center' })"


class Engine(Protocol):
    """A browser without a past. An element is named by an XPath."""

    def go(self, url: str) -> None: ...
    def reload(self) -> None: ...
    def back(self) -> None: ...
    def forward(self) -> None: ...
    def run(self, script: str, *given: Any) -> Any: ...
    def press(self, path: str) -> None: ...
    def type(self, path: str, text: str) -> None: ...
    def open_tab(self) -> None: ...
    def use_tab(self, number: int) -> None: ...


class Chromium:
    """Chromium, with Playwright."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def go(self, url: str) -> None:
        self.page.goto(url)

    def reload(self) -> None:
        self.page.reload()

    def back(self) -> None:
        self.page.go_back()

    def forward(self) -> None:
        self.page.go_forward()

    def run(self, script: str, *given: Any) -> Any:
        return self.page.evaluate(f"given => (function () {{ {script} }}).apply(null, given)", list(given))

    def press(self, path: str) -> None:
        self.page.locator(f"xpath={path}").first.click()

    def type(self, path: str, text: str) -> None:
        self.page.locator(f"xpath={path}").first.press_sequentially(text)

    def open_tab(self) -> None:
        self.page = self.page.context.new_page()

    def use_tab(self, number: int) -> None:
        self.page = self.page.context.pages[number]


class Driven(ABC):
    """A browser that is sent WebDriver's commands."""

    @abstractmethod
    def send(self, command: str, **given: Any) -> Any:
        """Return what the browser answers to a command; raise AssertionError with what it says is wrong."""

    def go(self, url: str) -> None:
        self.send("Navigate", url=url)

    def reload(self) -> None:
        self.send("Refresh")

    def back(self) -> None:
        self.send("Back")

    def forward(self) -> None:
        self.send("Forward")

    def run(self, script: str, *given: Any) -> Any:
        return self.send("ExecuteScript", script=script, args=list(given))

    def press(self, path: str) -> None:
        """Press a control as soon as it can be pressed: while a page is drawn it may have no place yet."""
        end = time.monotonic() + WAITING
        while True:
            try:
                self.send("ElementClick", id=self._find(path))
                return
            except AssertionError as error:
                if "not interactable" not in str(error) or time.monotonic() > end:
                    raise
            time.sleep(0.05)

    def type(self, path: str, text: str) -> None:
        self.send("ElementSendKeys", id=self._find(path), text=text)

    def open_tab(self) -> None:
        self.send("SwitchToWindow", handle=self.send("NewWindow", type="tab")["handle"])

    def use_tab(self, number: int) -> None:
        self.send("SwitchToWindow", handle=self.send("GetWindowHandles")[number])

    def _find(self, path: str) -> str:
        found = self.send("FindElement", using="xpath", value=path)
        self.run(INTO_SIGHT, found)
        name: str = found[ELEMENT]
        return name


class Firefox(Driven):
    """Firefox, over Marionette's socket: ``length:[0, number, command, parameters]``."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), WAITING * 2)
        self._number = 0
        self._receive()  # who it is
        self.send("NewSession")

    def send(self, command: str, **given: Any) -> Any:
        self._number += 1
        text = json.dumps([0, self._number, f"WebDriver:{command}", given]).encode()
        self._socket.sendall(b"%d:%s" % (len(text), text))
        _, _, error, result = self._receive()
        assert not error, f"{command} {given}: {error['error']}: {error['message']}"
        return result["value"] if isinstance(result, dict) and result.keys() == {"value"} else result

    def _receive(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._read(1)
        return json.loads(self._read(int(length[:-1])))

    def _read(self, count: int) -> bytes:
        text = b""
        while len(text) < count:
            part = self._socket.recv(count - len(text))
            assert part, "expected an answer from Firefox, got the end"
            text += part
        return text


class WebKit(Driven):
    """WebKit, over WebDriver."""

    def __init__(self, port: int, program: Path) -> None:
        self._address = f"http://127.0.0.1:{port}/session"
        options = {"binary": str(program), "args": ["--automation"]}
        wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        self._address += f"/{self._ask('POST', '', wanted)['sessionId']}"

    def send(self, command: str, **given: Any) -> Any:
        method, place = COMMANDS[command]
        return self._ask(method, place.format_map(given), given)

    def _ask(self, method: str, place: str, given: dict[str, Any]) -> Any:
        body = json.dumps(given).encode() if method == "POST" else None
        try:
            with urlopen(Request(self._address + place, body, method=method), timeout=WAITING * 2) as answer:
                return json.load(answer)["value"]
        except URLError as error:
            said = error.read().decode() if hasattr(error, "read") else error
            raise AssertionError(f"{place} {given}: {said}") from error


@contextmanager
def firefox(folder: Path) -> Iterator[Firefox]:
    """Start Firefox with a profile in an empty folder."""
    program = get_program(("firefox-esr", "firefox"), "Firefox", "firefox-esr")
    port = _free_port()
    (folder / "user.js").write_text(f'user_pref("marionette.port", {port});\n', "utf-8")
    options = ("--headless", "--no-remote", "--marionette", "--remote-allow-system-access", "--profile")
    with _running([program, *options, str(folder)], folder):
        yield _started(lambda: Firefox(port))


@contextmanager
def webkit(folder: Path) -> Iterator[WebKit]:
    """Start WebKit's small browser on a screen that nobody sees, with an empty folder as its home."""
    driver = get_program(("WebKitWebDriver",), "WebKit", "webkit2gtk-driver")
    screen = get_program(("xvfb-run",), "a screen for WebKit", "xvfb")
    small = next(iter(sorted(Path("/usr/lib").glob("*/webkit*gtk-*/MiniBrowser"))), Path("MiniBrowser"))
    port = _free_port()
    with _running([screen, "-a", driver, "--host=127.0.0.1", f"--port={port}"], folder):
        yield _started(lambda: WebKit(port, small))


def get_program(names: tuple[str, ...], what: str, package: str, machine: Machine | None = None) -> str:
    """Return where a program is. Where there is none and none can be had, the test fails."""
    machine = machine or Machine()
    for _ in range(2):
        for name in names:
            found = machine.which(name)
            if found and not is_snap(Path(found)):
                return found
        if not install_package(machine, package):
            break
    example = remedy(machine, package) or f" Example: apt-get install {package}"
    pytest.fail(f"Expected {what} ({names[0]}), got none.{example}", pytrace=False)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


@contextmanager
def _running(command: list[str], home: Path) -> Iterator[None]:
    quiet = subprocess.DEVNULL
    environment = {**os.environ, "HOME": str(home)}
    process = subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        yield
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(WAITING)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        shutil.rmtree(home, ignore_errors=True)


def _started(connect: Callable[[], Connected]) -> Connected:
    """Connect as soon as the browser listens."""
    end = time.monotonic() + STARTING
    while True:
        try:
            return connect()
        except (OSError, AssertionError):
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def wait_until(engine: Engine, script: str, *given: Any) -> None:
    """Wait until a script's value is true on the page."""
    end = time.monotonic() + WAITING
    while not engine.run(script, *given):
        said = engine.run("return document.querySelector('main').innerText.slice(0, 500)")
        assert time.monotonic() < end, f"{script} {given}: expected it to become true, got:\n{said}"
        time.sleep(0.05)
