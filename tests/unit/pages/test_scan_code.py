"""A code to scan stands where the site has an address that members can open, and says that address."""

from macros.content.guide import Guide
from macros.content.settings import Settings
from macros.pages.render import Renderer
from macros.words.words import Words, our_words

GUIDE = Guide(Settings("id", "2026-11"), ())


def part(site_url: str, guide: Guide = GUIDE) -> str:
    return Renderer(guide, Words(our_words()), "away-day/", site_url).part("scan_code").strip()


def test_it_leads_to_the_whole_checklist_and_says_its_address() -> None:
    html = part("https://guide.trust.nhs.uk/board")
    assert "<strong>https://guide.trust.nhs.uk/board/checklist/</strong>" in html
    assert html.count("<svg") == 1


def test_no_style_stands_in_it() -> None:
    assert "style=" not in part("https://guide.trust.nhs.uk/board/")


def test_there_is_none_for_an_example_or_for_a_guide_without_that_page() -> None:
    assert part("https://example.org/guide/") == ""
    left_out = Guide(Settings("id", "2026-11"), (), left_out=frozenset({"checklist.md"}))
    assert part("https://guide.trust.nhs.uk/board/", left_out) == ""
