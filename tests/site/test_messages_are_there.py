"""What a script names has a template on each page that loads it, and some script shows each template."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from posixpath import dirname

import pytest

from tests.support.building import Build
from tests.support.parsing import parse

# In page/messages.js: the name comes first, or after the element to show it in.
CALL = re.compile(r"\b(message|messageText|show)\(")
PLACE = {"message": 0, "messageText": 0, "show": 1}
TEXT = re.compile(r'"([^"\n]*)"|`([^`]*)`')
VARIABLE = re.compile(r"[a-z]\w*", re.I)
VALUE = re.compile(r"\$\{[^}]*\}")
PLURAL = "(?:-(?:zero|one|two|few|many|other))?"
AROUND = {")": "(", "]": "[", "}": "{"}


@pytest.fixture(scope="module")
def saying(site: Build) -> dict[str, tuple[set[str], list[Path]]]:
    """Return for each page with a script the names of its templates, and the modules that it loads."""
    found = {}
    for page in site.pages:
        tree = parse(site.folder / page)
        modules = [link.attrib["href"] for link in tree.iter("link") if link.attrib["rel"] == "modulepreload"]
        if modules:
            ids = {name for template in tree.iter("template") for name in [template.attrib.get("id", "")]}
            names = {name.removeprefix("message-") for name in ids if name.startswith("message-")}
            folder = site.folder / dirname(page)
            found[page] = names, [(folder / module).resolve() for module in modules]
    return found


@cache
def code_of(module: Path) -> str:
    return module.read_text("utf-8")


def arguments(code: str, start: int) -> list[str]:
    """Return what stands between the commas of a call whose first bracket is before ``start``."""
    found, depth, quote = [""], 0, ""
    for character in code[start:]:
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'`":
            quote = character
        elif character in AROUND.values():
            depth += 1
        elif character in AROUND and depth == 0:
            return found
        elif character in AROUND:
            depth -= 1
        elif character == "," and depth == 0:
            found.append("")
            continue
        found[-1] += character
    raise AssertionError(f"a call does not end: {code[start : start + 80]}")


def patterns(code: str) -> Iterator[str]:
    """Yield a pattern for each text: what is put into it can be anything."""
    for plain, filled in TEXT.findall(code):
        yield ".+".join(map(re.escape, VALUE.split(filled))) if filled else re.escape(plain)


@cache
def said(module: Path) -> frozenset[str]:
    """Return patterns of the names that a module's calls give, there or in a variable beside them."""
    code, found = code_of(module), set[str]()
    for call in CALL.finditer(code):
        name = arguments(code, call.end())[PLACE[call[1]] :][:1]
        if name and VARIABLE.fullmatch(name[0].strip()):
            name = re.findall(rf"(?<![.\w]){name[0].strip()} = ([^;(]*);", code)
        found.update(pattern for value in name for pattern in patterns(value))
    return frozenset(found)


@cache
def texts(module: Path) -> frozenset[str]:
    return frozenset(pattern for pattern in patterns(code_of(module)) if pattern.strip(".+"))


def has(names: set[str], pattern: str) -> bool:
    return any(re.fullmatch(pattern + PLURAL, name) for name in names)


def test_every_message_that_a_script_names_is_on_its_page(
    saying: dict[str, tuple[set[str], list[Path]]],
) -> None:
    for page, (names, modules) in saying.items():
        missing = {f"{m.stem}.js: {name}" for m in modules for name in said(m) if not has(names, name)}
        assert not missing, f"{page}: expected <template id=message-…> for each, got none: {sorted(missing)}"
    assert sum(len(said(module)) for _, modules in saying.values() for module in modules) > 100


def test_every_message_is_shown_by_a_script(saying: dict[str, tuple[set[str], list[Path]]]) -> None:
    shown, all_names = set[str](), set[str]()
    for names, modules in saying.values():
        all_names |= names
        known = {pattern for module in modules for pattern in texts(module)}
        shown |= {name for name in names if any(re.fullmatch(pattern + PLURAL, name) for pattern in known)}
    assert not all_names - shown, f"expected a script that shows it, or none: {sorted(all_names - shown)}"
