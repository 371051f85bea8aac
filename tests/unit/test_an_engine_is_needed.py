"""Where an engine is missing, the journey fails, and says which it is and how to get it."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.browsers import Machine
from tests.support.engines import get_program

NAMES, WHAT, PACKAGE = ("firefox-esr", "firefox"), "Firefox", "firefox-esr"


def test_a_missing_engine_is_named_with_the_command_that_installs_it() -> None:
    for which, is_root in ((lambda _: None, True), ({"apt-get": "/usr/bin/apt-get"}.get, False)):
        machine = Machine(which=which, is_root=is_root, run=lambda _: False, say=lambda _: None)
        with pytest.raises(pytest.fail.Exception) as failed:
            get_program(NAMES, WHAT, PACKAGE, machine)
        assert "Expected Firefox (firefox-esr), got none." in str(failed.value)
        assert "apt-get install" in str(failed.value)
        assert "firefox-esr" in str(failed.value).split("apt-get install")[1]


def test_one_that_is_missing_is_installed_where_that_is_possible(tmp_path: Path) -> None:
    program = tmp_path / "firefox-esr"
    there = {"apt-get": "/usr/bin/apt-get"}

    def run(command: Sequence[str]) -> bool:
        if "install" in command:
            program.touch()
            there[command[-1]] = str(program)
        return True

    machine = Machine(which=there.get, is_root=True, run=run, say=lambda _: None)
    assert get_program(NAMES, WHAT, PACKAGE, machine) == str(program)
