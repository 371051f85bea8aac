"""Gets a browser for the tests: one that is on the machine, or one that can be had for it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.terminal import TERMINAL

NAMES = (
    "chromium-headless-shell",  # Chromium without its windows: a page opens in half the time
    "google-chrome-stable",
    "google-chrome",
    "chromium",
    "chromium-browser",
    "microsoft-edge-stable",
    "microsoft-edge",
    "chrome",
    "msedge",
)
USUAL_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/opt/google/chrome/chrome",
    "/usr/lib/chromium/chromium",
    "/opt/microsoft/msedge/msedge",
)
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
WINDOWS_PLACES = (
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
    "Chromium/Application/chrome.exe",
)
PLAYWRIGHT_FOLDERS = (".cache/ms-playwright", "Library/Caches/ms-playwright", "AppData/Local/ms-playwright")
PLAYWRIGHT_PLACES = (
    "chromium_headless_shell-*/*/*headless*shell",
    "chromium_headless_shell-*/*/*headless*shell.exe",
)
QUIET = ("--disable-background-networking", "--disable-component-update", "--no-first-run", "--disable-sync")
PACKAGES = ("chromium-headless-shell", "chromium")
INSTALL = ("apt-get", "install", "-y", "--no-install-recommends")
REMEDY = (
    "The tests need Chrome, Chromium or Edge, and none was found or could be fetched. Install one of them, "
    "or run: python -m playwright install chromium --only-shell. "
    "A browser in an unusual place is used when BROWSER_PATH holds its path."
)


class NoBrowserError(Exception):
    """There is no browser, and the message says what to do."""


def run_quietly(command: Sequence[str]) -> bool:
    """Whether a command ended well. A machine without the command has not."""
    try:
        return subprocess.run(command, capture_output=True, timeout=600, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


@dataclass(frozen=True)
class Machine:
    """What the choice depends on, so that a test can make one up."""

    env: Mapping[str, str] = field(default_factory=lambda: os.environ)
    home: Path = field(default_factory=Path.home)
    root: Path = Path("/")
    is_root: bool = field(default_factory=_is_root)
    which: Callable[[str], str | None] = shutil.which
    run: Callable[[Sequence[str]], bool] = run_quietly
    say: Callable[[str], None] = TERMINAL.say


def quiet_arguments(machine: Machine | None = None) -> list[str]:
    """Arguments that keep the browser from asking the network for anything of its own."""
    # Chromium refuses to run as root in its sandbox: https://crbug.com/638180
    return [*QUIET, *(["--no-sandbox"] if (machine or Machine()).is_root else [])]


def get_browser(machine: Machine | None = None) -> Path:
    """Return the path of a browser that runs, fetching one where there is none."""
    machine = machine or Machine()
    if asked := machine.env.get("BROWSER_PATH"):
        return _asked_for(machine, Path(asked))
    for fetch in (lambda _: True, _fetch_with_playwright, _fetch_from_distribution):
        if fetch(machine) and (found := find_browser(machine)):
            return found
    raise NoBrowserError(f"{REMEDY}{remedy(machine, *PACKAGES)}")


def find_browser(machine: Machine) -> Path | None:
    """Return the first browser on the machine that runs."""
    return next((path for path in _candidates(machine) if _runs(machine, path)), None)


def _asked_for(machine: Machine, path: Path) -> Path:
    if _runs(machine, path):
        return path
    raise NoBrowserError(f"BROWSER_PATH: expected a browser that runs, got {path}. Example: /usr/bin/chrome")


def _candidates(machine: Machine) -> Iterator[Path]:
    yield from (Path(found) for name in NAMES if (found := machine.which(name)))
    yield from (machine.root / place.lstrip("/") for place in USUAL_PLACES)
    for name in WINDOWS_FOLDERS:
        if folder := machine.env.get(name):
            yield from (Path(folder) / place for place in WINDOWS_PLACES)
    for folder in (machine.env.get("PLAYWRIGHT_BROWSERS_PATH"), *PLAYWRIGHT_FOLDERS):
        for place in PLAYWRIGHT_PLACES if folder else ():
            yield from sorted((machine.home / str(folder)).glob(place))  # an absolute one stays as it is


def _runs(machine: Machine, path: Path) -> bool:
    # Not --version: on Windows that opens a window.
    probe = [str(path), "--headless", *quiet_arguments(machine), "--dump-dom", "about:blank"]
    return path.is_file() and not is_snap(path) and machine.run(probe)


def is_snap(path: Path) -> bool:
    """Whether a browser is packed as a snap: it sees neither our profile folder nor /tmp as others do."""
    if "snap" in path.parts or "snap" in path.resolve().parts:
        return True
    with path.open("rb") as file:
        start = file.read(4096)
    return start.startswith(b"#!") and b"/snap" in start


def _fetch_with_playwright(machine: Machine) -> bool:
    command = [sys.executable, "-m", "playwright", "install", "chromium", "--only-shell"]
    machine.say(f"No browser was found. Fetching one into a cache folder: {' '.join(command)}")
    return machine.run(command)


def _fetch_from_distribution(machine: Machine) -> bool:
    return install_package(machine, *PACKAGES)


def install_package(machine: Machine, *names: str) -> bool:
    """Whether Debian or Ubuntu, asked as root, has installed the first of these packages that it has."""
    if not machine.is_root or not machine.which("apt-get"):
        return False
    machine.say(f"Installing for the tests: apt-get install {' or '.join(names)}")
    return machine.run(["apt-get", "update"]) and any(machine.run([*INSTALL, name]) for name in names)


def remedy(machine: Machine, *names: str) -> str:
    """Return the command that a person without root's rights asks for, or nothing where there is none."""
    if machine.is_root or not machine.which("apt-get"):
        return ""
    return f" Here: sudo {' '.join([*INSTALL, names[-1]])}"
