"""A page with every form of Markdown, at all widths and in forced colours, with a copy's own scripts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.auditing import found_on, measure
from tests.support.building import Build
from tests.support.guide import read_guide
from tests.support.looking import look, sized
from tests.support.serving import serving_apart

WIDTHS = (320, 390, 1280)


@pytest.fixture
def forms(browser: Browser, own_site: Build) -> Iterator[Page]:
    """The page, and what the browser says of what it refuses."""
    with serving_apart(own_site.folder, read_guide(own_site.project).folder) as server:
        context = browser.new_context()
        page = context.new_page()
        page.on(
            "console", lambda said: refused.append(said.text) if "Content Security" in said.text else None
        )
        refused: list[str] = []
        page.goto(f"{server.home}forms/")
        yield page
        context.close()
        assert not refused


def test_every_form_reads_well_at_every_width(forms: Page) -> None:
    for width in WIDTHS:
        look(forms, **sized(width))
        assert found_on(forms) == [], width
        assert measure(forms, "sideways") <= 0, width


def test_every_form_does_what_it_shows(forms: Page) -> None:
    forms.get_by_text("A warning that opens").click()
    expect(forms.get_by_text("Behind the warning.")).to_be_visible()
    for name, ticked in {"Done, with weight": True, "Not done": False, "Inside": True}.items():
        expect(forms.get_by_role("checkbox", name=name, exact=True)).to_be_checked(checked=ticked)
    expect(forms.get_by_role("cell", name="20")).to_have_css("text-align", "right")
    expect(forms.locator("video")).to_have_accessible_name("A film about fields")
    expect(forms.get_by_role("figure", name="A picture with a caption.")).to_be_visible()


@pytest.mark.full
def test_scripts_of_a_copy_s_own_run_under_the_policy(forms: Page) -> None:
    assert (
        forms.evaluate("() => ({ ...document.documentElement.dataset })").items()
        >= {
            "own": "here",
            "late": "here",
        }.items()
    )


@pytest.mark.full
def test_every_form_stays_to_be_seen_where_colours_are_forced(forms: Page) -> None:
    look(forms, **sized(390), forced_colors="active")
    assert found_on(forms) == []
