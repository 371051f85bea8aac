"""What stands in for the Nu checker where there is no Java; `.ci/validate` runs the checker itself."""

from tests.support.building import PROJECT, Build
from tests.support.parsing import parse

FILTER = PROJECT / ".ci/validate-filter.txt"
# https://html.spec.whatwg.org/multipage/input.html#do-not-apply
NEVER_COMPLETED = ("checkbox", "radio", "file", "submit", "image", "reset", "button")
OBSOLETE = (
    "align",
    "valign",
    "bgcolor",
    "border",
    "cellpadding",
    "cellspacing",
    "frameborder",
    "nowrap",
    "style",
)


def test_whatever_the_checker_is_told_to_pass_over_has_its_reason_above_it() -> None:
    before = ""
    for line in filter(None, FILTER.read_text("utf-8").splitlines()):
        assert line.startswith("#") or before.startswith("#"), f"{FILTER.name}: why pass over {line!r}?"
        before = line


def test_no_box_asks_for_what_only_text_has(site: Build) -> None:
    found = [
        f"{page}: {field.attrib['id']}"
        for page in site.pages
        for field in parse(site.folder / page).iter("input")
        if field.attrib.get("type") in NEVER_COMPLETED and "autocomplete" in field.attrib
    ]
    assert not found, f"autocomplete goes on the form around a box: {found[:3]} and {len(found) - 3} more"


def test_no_element_has_an_attribute_of_older_html(site: Build) -> None:
    for page in site.pages:
        for element in parse(site.folder / page).iter():
            old = [name for name in OBSOLETE if isinstance(element.tag, str) and name in element.attrib]
            assert not old, f"{page}: {element.tag} {old}"
