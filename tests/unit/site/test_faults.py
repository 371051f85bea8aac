"""What only a built page shows is said with the line of the page that it comes from."""

from pathlib import Path

import pytest

from macros.content.guide import Guide
from macros.content.problem import GuideError
from macros.content.settings import Settings
from macros.content.source import Page
from macros.site.faults import check_built

BODY = "A lead.\n\n## Checklist\n\n{{ checklist() }}\n\n:material-chek:\n"
CASES = [
    (
        '<section id="checklist"></section><h2 class="a" id="checklist">Checklist</h2>',
        "docs/a.md:7: heading: expected an id of its own for this heading, as another part of the page has "
        'checklist, got "Checklist". Example: ## Checklist { #our-checklist }',
    ),
    (
        "<p>{{ checklist() }}</p>",
        "docs/a.md:9: text: expected the part, outside of titles and without render_macros: false, got "
        '"{{ checklist() }}". Example: `{{ ... }}` in backticks, to show it',
    ),
    (
        "<title>{{ search() }}</title>",
        "docs/a.md:1: text: expected the part, outside of titles and without render_macros: false, got "
        '"{{ search() }}". Example: `{{ ... }}` in backticks, to show it',
    ),
    (
        "<p>:material-chek:</p>",
        'docs/a.md:11: text: expected the name of an icon of Material\'s, got ":material-chek:". Example: '
        ":material-check:",
    ),
]


def check(tmp_path: Path, html: str) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text(html, "utf-8")
    check_built(
        tmp_path,
        [Page("a.md", "docs/a.md", body=BODY, body_line=5), Page("not-built.md", "x")],
        Guide(Settings("", ""), ()),
    )


@pytest.mark.parametrize(("html", "message"), CASES)
def test_a_built_page_is_refused(tmp_path: Path, html: str, message: str) -> None:
    with pytest.raises(GuideError) as stopped:
        check(tmp_path, html)
    assert str(stopped.value) == message


@pytest.mark.parametrize(
    "html",
    [
        "<code>{{ checklist() }}</code><pre>:material-check:</pre>",
        '<h2 id="other">Checklist</h2><section id="checklist"></section>',
        "<p>{{ their_own() }} and at 10:30:15</p>",
    ],
)
def test_what_is_meant_to_be_seen_is_taken(tmp_path: Path, html: str) -> None:
    check(tmp_path, html)
