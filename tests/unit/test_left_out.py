"""A copy leaves a page out, and links to it become their words: nothing else on a page changes."""

from pathlib import Path

import pytest

from macros.site.left_out import unlink_left_out

LEFT_OUT = {"glossary.md", "publish/index.md", "publish/reference.md"}


def unlinked(site: Path, page: str, text: str) -> str:
    file = site / page
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    unlink_left_out(site, LEFT_OUT)
    return file.read_text("utf-8")


@pytest.mark.parametrize(
    ("page", "link"),
    [
        ("index.html", '<a href="glossary/">'),
        ("questions/users/index.html", '<a href="../../glossary/#epr">'),
        ("about/index.html", '<a class="term" href="../publish/">'),
        ("about/index.html", '<a href="../publish/reference/?a=b">'),
    ],
)
def test_a_link_to_a_page_that_is_left_out_becomes_its_words(tmp_path: Path, page: str, link: str) -> None:
    assert (
        unlinked(tmp_path, page, f"<p>An {link}<em>old</em> word</a>.</p>") == "<p>An <em>old</em> word.</p>"
    )


@pytest.mark.parametrize(
    ("page", "link"),
    [
        ("index.html", '<a href="about/">'),
        ("questions/users/index.html", '<a href="glossary/">'),
        ("index.html", '<a href="https://example.org/glossary/">'),
        ("index.html", '<a href="#glossary">'),
        ("publish/more/index.html", '<a href="./">'),
    ],
)
def test_any_other_link_stays(tmp_path: Path, page: str, link: str) -> None:
    text = f'<p>An {link}old\nword</a> <a id="a"></a>.</p>'
    assert unlinked(tmp_path, page, text) == text
