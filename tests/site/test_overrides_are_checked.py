"""Each of our templates says why it is there, and what it replaces has not changed behind its back."""

import hashlib
import re
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.building import PROJECT

OVERRIDES = PROJECT / "overrides"
RECORD = Path(__file__).with_name("overrides_checked.yml")
CHECKED: dict[str, Any] = yaml.safe_load(RECORD.read_text("utf-8"))
ORIGINALS: dict[str, str] = CHECKED["originals"]
FIRST_COMMENT = re.compile(r"\{#-?(.*?)-?#\}", re.S)
REPLACES = re.compile(r"Replaces Material (\S+)'s (\S+\.html)\b")


def our_templates() -> list[str]:
    return sorted(path.relative_to(OVERRIDES).as_posix() for path in OVERRIDES.rglob("*.html"))


def theme_folder() -> Path:
    found = find_spec("material")
    assert found and found.origin, "expected the theme mkdocs-material to be installed"
    return Path(found.origin).parent / "templates"


def reason_of(template: str) -> str:
    """Return the comment that a template starts with."""
    found = FIRST_COMMENT.match((OVERRIDES / template).read_text("utf-8"))
    assert found, f"overrides/{template}: expected a first line that says why. Example: {{# Our own: … #}}"
    return " ".join(found[1].split())


def digest(original: Path) -> str:
    # A checkout on Windows may have other line ends.
    return hashlib.sha256(original.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


@pytest.mark.parametrize("template", our_templates())
def test_a_template_says_why_it_is_there(template: str) -> None:
    reason = reason_of(template)
    if template == "main.html":  # names no version: ours to write once, and a copy's from then on
        assert reason.startswith("Yours: ")
        return
    if not (theme_folder() / template).exists():
        assert reason.startswith("Our own: "), (
            f"overrides/{template}: the theme has no such file: say 'Our own: …'"
        )
        return
    replaced = REPLACES.search(reason)
    assert replaced, (
        f"overrides/{template}: expected 'Replaces Material <version>'s <file>: why', got {reason!r}"
    )
    assert replaced[1] == CHECKED["version"], (
        f"overrides/{template}: its comment and {RECORD.name} name 2 versions"
    )
    assert replaced[2] == Path(template).name


def test_what_our_templates_replace_is_recorded_and_nothing_else() -> None:
    replaced = {template for template in our_templates() if (theme_folder() / template).exists()}
    assert set(ORIGINALS) == replaced, f"{RECORD.name}: expected exactly what our templates replace"


@pytest.mark.parametrize("template", sorted(ORIGINALS))
def test_the_theme_s_original_is_the_one_that_ours_was_checked_against(template: str) -> None:
    original = theme_folder() / template
    assert original.exists(), f"The installed theme has no {template} any more: see what it does instead"
    now = digest(original)
    assert now == ORIGINALS[template], (
        f"{template} has changed between Material {CHECKED['version']} and {version('mkdocs-material')}. "
        f"Compare {original} with the earlier one and take over into overrides/ what our pages need. "
        f"Then write {now} and the new version into tests/site/{RECORD.name}, and the version into the "
        "comment that each of our templates starts with."
    )
