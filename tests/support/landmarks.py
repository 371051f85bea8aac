"""Rules for the landmarks and headings of every page."""

import re
from collections.abc import Iterator

OUTSIDE = re.compile(r"^- (?!(?:banner|navigation|main|contentinfo)\b)(\w+)(?: \"([^\"]*)\")?", re.M)


def broken_rules(snapshot: str) -> Iterator[str]:
    for role in ("banner", "main", "contentinfo", r"heading .*\[level=1\]"):
        if (count := len(re.findall(rf"^ *- {role}", snapshot, re.M))) != 1:
            yield f"expected one {role}, got {count}"
    named = re.findall(r"^ *- (navigation|region|search|form)\b(.*?):?$", snapshot, re.M)
    yield from (f"expected names that differ, got {one} twice" for one in set(named) if named.count(one) > 1)
    yield from (
        f"expected a name, got a bare {role}" for role, name in named if role == "navigation" and not name
    )
    outside = OUTSIDE.findall(snapshot)
    if [role for role, _ in outside] != ["link"]:
        yield f"expected only the skip link outside the landmarks, got {outside}"
