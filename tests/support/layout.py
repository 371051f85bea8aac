"""What is too small to touch, what is cut off, and what has moved."""

from tests.support.auditing import measure
from tests.support.person import Person

LEAST, LEAST_IN_CHECKLIST = 24, 44  # CSS pixels
SHIFTS = """async () => {
    const shifts = [];
    const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    return [...shifts, ...observer.takeRecords()].map(
        ({ value, sources }) => [value, sources.map(({ node }) => node?.outerHTML?.slice(0, 100)).join()]);
}"""


def too_small(person: Person) -> list[str]:
    targets = measure(person.page, "targets")
    where = f"{person.page.url} {person.page.viewport_size}"
    return [
        f"{where}: {one['width']:.0f} x {one['height']:.0f}: {one['html']}"
        for one in targets
        if not one["isInline"] and not is_large_enough(one, targets)
    ]


def is_large_enough(target: dict[str, float], others: list[dict[str, float]]) -> bool:
    """WCAG 2.5.8: 24 px, or so much room that circles of 24 px do not meet; in the checklist 44 px."""
    if target["inChecklist"]:
        return min(target["width"], target["height"]) >= LEAST_IN_CHECKLIST
    if min(target["width"], target["height"]) >= LEAST:
        return True
    return all(other is target or distance(target, other) >= LEAST / 2 for other in others)


def distance(target: dict[str, float], other: dict[str, float]) -> float:
    """Return how far the middle of a target is from another, or from its circle where that one is small."""
    x, y = (target[at] + target[size] / 2 for at, size in (("left", "width"), ("top", "height")))
    if min(other["width"], other["height"]) < LEAST:
        across, down = (other[at] + other[size] / 2 for at, size in (("left", "width"), ("top", "height")))
        return float(((x - across) ** 2 + (y - down) ** 2) ** 0.5) - LEAST / 2
    across = max(other["left"] - x, 0, x - other["left"] - other["width"])
    down = max(other["top"] - y, 0, y - other["top"] - other["height"])
    return float((across**2 + down**2) ** 0.5)


def cut_off(person: Person) -> list[str]:
    measure(person.page, "seeEverything")
    return [f"{person.page.url}: {problem}" for problem in measure(person.page, "cutOff")]


def shifts(person: Person) -> list[tuple[float, str]]:
    """Return how far things moved by themselves since the page opened, and what: https://web.dev/articles/cls."""
    found: list[tuple[float, str]] = person.page.evaluate(SHIFTS)
    return found
