"""Contrast as computed by the browser."""

from collections.abc import Callable
from typing import Any

from tests.support.auditing import measure
from tests.support.person import Person

TEXT, LARGE_TEXT, PARTS = 4.5, 3.0, 3.0


def measured(person: Person, name: str, look: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = measure(person.page, name)
    return [one | {"url": f"{person.page.url} {look}"} for one in found]


def faint(found: list[dict[str, Any]], name: str, least: Callable[[dict[str, Any]], float]) -> list[str]:
    wrong = [one for one in found if one[name] is not None and one[name] < least(one)]
    return [f"{one['url']}: {one[name]:.2f}: {one['html']} {one.get('text', '')}" for one in wrong]


def enough_for(text: dict[str, Any]) -> float:
    return LARGE_TEXT if text["isLarge"] else TEXT
