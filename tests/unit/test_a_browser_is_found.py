"""The tests find a browser by themselves. Here the machine is made up."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.support.browsers import Machine, NoBrowserError, get_browser, quiet_arguments


class FakeMachine:
    """A machine without a browser, until a command brings one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.commands: list[list[str]] = []
        self.broken: set[Path] = set()
        self.brings: dict[str, Callable[[], object]] = {}
        self.on_path: dict[str, Path] = {}
        self.said: list[str] = []

    def put(self, place: str, content: str = "") -> Path:
        path = self.folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
        return path

    def put_on_path(self, name: str, place: str, content: str = "") -> Path:
        self.on_path[name] = self.put(place, content)
        return self.on_path[name]

    def which(self, name: str) -> str | None:
        return str(self.on_path[name]) if name in self.on_path else None

    def run(self, command: Sequence[str]) -> bool:
        self.commands.append(list(command))
        if "--dump-dom" in command:
            return Path(command[0]) not in self.broken
        bring = next((bring for word, bring in self.brings.items() if word in command), None)
        if bring:
            bring()
        return bring is not None

    def _run(self, command: Sequence[str]) -> bool:
        assert "--dump-dom" in command or self.said, f"nothing was said before {command}"
        return self.run(command)

    def _say(self, text: str) -> None:
        self.said.append(text)

    def machine(self, env: dict[str, str] | None = None, is_root: bool = False) -> Machine:
        home = self.folder / "home"
        return Machine(env or {}, home, self.folder, is_root, self.which, self._run, self._say)

    @property
    def fetches(self) -> list[list[str]]:
        return [command for command in self.commands if "--dump-dom" not in command]


@pytest.fixture
def fake(tmp_path: Path) -> FakeMachine:
    return FakeMachine(tmp_path)


def test_what_browser_path_names_comes_first(fake: FakeMachine) -> None:
    mine = fake.put("my/browser")
    fake.put_on_path("chromium", "usr/bin/chromium")
    assert get_browser(fake.machine({"BROWSER_PATH": str(mine)})) == mine


def test_a_browser_path_that_does_not_run_is_an_error_and_not_passed_over(fake: FakeMachine) -> None:
    fake.put_on_path("chromium", "usr/bin/chromium")
    with pytest.raises(NoBrowserError, match="BROWSER_PATH: expected a browser that runs"):
        get_browser(fake.machine({"BROWSER_PATH": str(fake.folder / "nothing")}))


@pytest.mark.parametrize("name", ["chromium-headless-shell", "google-chrome", "chromium", "microsoft-edge"])
def test_a_browser_on_the_path_is_found(fake: FakeMachine, name: str) -> None:
    there = fake.put_on_path(name, f"usr/bin/{name}")
    assert get_browser(fake.machine()) == there
    assert not fake.fetches


def test_chrome_is_found_where_macos_puts_it(fake: FakeMachine) -> None:
    there = fake.put("Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
    assert get_browser(fake.machine()) == there


def test_edge_is_found_where_windows_puts_it(fake: FakeMachine) -> None:
    there = fake.put("Programs/Microsoft/Edge/Application/msedge.exe")
    machine = fake.machine({"PROGRAMFILES(X86)": str(fake.folder / "Programs")})
    assert get_browser(machine) == there


def test_a_browser_that_does_not_run_is_passed_over(fake: FakeMachine) -> None:
    fake.broken.add(fake.put_on_path("google-chrome", "usr/bin/google-chrome"))
    works = fake.put_on_path("chromium", "usr/bin/chromium")
    assert get_browser(fake.machine()) == works


@pytest.mark.parametrize("place", ["snap/bin/chromium", "usr/bin/chromium-browser"])
def test_a_snap_is_passed_over(fake: FakeMachine, place: str) -> None:
    fake.put_on_path("chromium", place, "#!/bin/sh\nexec /snap/bin/chromium\n")
    works = fake.put_on_path("msedge", "usr/bin/msedge")
    assert get_browser(fake.machine()) == works


SHELL = "home/.cache/ms-playwright/chromium_headless_shell-1234/chrome-linux/headless_shell"


def test_a_browser_that_playwright_fetched_before_is_found(fake: FakeMachine) -> None:
    there = fake.put(SHELL)
    assert get_browser(fake.machine()) == there
    assert not fake.fetches


def test_playwright_fetches_one_where_there_is_none(fake: FakeMachine) -> None:
    fake.brings["playwright"] = lambda: fake.put(SHELL)
    assert get_browser(fake.machine()) == fake.folder / SHELL
    assert fake.fetches == [[sys.executable, "-m", "playwright", "install", "chromium", "--only-shell"]]


def test_the_distribution_is_asked_when_we_are_root_and_playwright_cannot(fake: FakeMachine) -> None:
    fake.put_on_path("apt-get", "usr/bin/apt-get")
    fake.brings["playwright"] = lambda: fake.broken.add(fake.put(SHELL))  # its libraries are missing
    fake.brings["update"] = lambda: None
    fake.brings["install"] = lambda: fake.put_on_path("chromium", "usr/bin/chromium")
    assert get_browser(fake.machine(is_root=True)) == fake.folder / "usr/bin/chromium"
    assert fake.fetches[-1][-2:] == ["--no-install-recommends", "chromium-headless-shell"]


def test_the_distribution_is_left_alone_when_we_are_not_root(fake: FakeMachine) -> None:
    fake.put_on_path("apt-get", "usr/bin/apt-get")
    with pytest.raises(NoBrowserError):
        get_browser(fake.machine())
    assert not [command for command in fake.fetches if command[0] == "apt-get"]


def test_without_root_s_rights_the_command_is_named(fake: FakeMachine) -> None:
    fake.put_on_path("apt-get", "usr/bin/apt-get")
    with pytest.raises(NoBrowserError, match=r"sudo apt-get install -y --no-install-recommends chromium$"):
        get_browser(fake.machine())


def test_what_is_fetched_and_installed_is_said_first(fake: FakeMachine) -> None:
    fake.put_on_path("apt-get", "usr/bin/apt-get")
    with pytest.raises(NoBrowserError):
        get_browser(fake.machine(is_root=True))
    assert [text.split(":")[0] for text in fake.said] == [
        "No browser was found. Fetching one into a cache folder",
        "Installing for the tests",
    ]


def test_a_browser_that_is_there_is_used_without_a_word(fake: FakeMachine) -> None:
    fake.put_on_path("chromium", "usr/bin/chromium")
    get_browser(fake.machine())
    assert not fake.said


def test_a_snap_from_the_distribution_is_no_browser(fake: FakeMachine) -> None:
    fake.put_on_path("apt-get", "usr/bin/apt-get")
    fake.brings["update"] = lambda: None
    fake.brings["apt-get"] = lambda: fake.put_on_path("chromium", "usr/bin/snapped", "#!/bin/sh\n/snap/bin/c")
    with pytest.raises(NoBrowserError, match="Install one of them"):
        get_browser(fake.machine(is_root=True))


def test_the_sandbox_is_left_out_for_root_only(fake: FakeMachine) -> None:
    assert "--no-sandbox" in quiet_arguments(fake.machine(is_root=True))
    assert "--no-sandbox" not in quiet_arguments(fake.machine())
