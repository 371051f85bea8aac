"""The NHS's components come out so that Markdown leaves them alone, with nothing for our script."""

import pytest
from jinja2 import TemplateNotFound
from markupsafe import Markup

from macros.pages.nhs import nhs


def test_a_component_is_html_on_one_line() -> None:
    row = {"key": {"text": "Contact"}, "value": {"text": "board@example.org"}}
    assert nhs("summary-list", {"rows": [row]}) == (
        '<dl class="nhsuk-summary-list"><div class="nhsuk-summary-list__row">'
        '<dt class="nhsuk-summary-list__key">Contact</dt>'
        '<dd class="nhsuk-summary-list__value">board@example.org</dd></div></dl>'
    )


def test_text_is_escaped_and_markup_is_not() -> None:
    assert "&lt;b&gt;" in nhs("tag", {"text": "<b>"})
    assert "<b>now</b>" in nhs("tag", {"text": Markup("<b>now</b>")})


def test_the_spaces_between_words_stay() -> None:
    text = Markup("Ask the <b>chair</b> <i>first</i>,\nand then the board")
    assert "Ask the <b>chair</b> <i>first</i>, and then the board" in nhs("tag", {"text": text})


def test_nothing_is_left_for_their_script_which_no_page_has() -> None:
    button = nhs("button", {"text": "Print", "type": "button", "attributes": {"data-act": "print"}})
    assert button == '<button class="nhsuk-button" type="button" data-act="print">Print</button>'


def test_a_component_that_does_not_exist_is_named() -> None:
    with pytest.raises(TemplateNotFound, match="carousel"):
        nhs("carousel", {})
