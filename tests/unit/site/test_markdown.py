"""What Markdown writes becomes what a page can have."""

from pathlib import Path

import pytest

from macros.site.markdown import aligned_by_class, named_tasks, with_films


@pytest.mark.parametrize(
    ("written", "becomes"),
    [
        ('<td style="text-align: right;">1</td>', '<td class="align-right">1</td>'),
        ('<th class="wide" style="text-align: center;">1</th>', '<th class="wide align-center">1</th>'),
        ("<td>1</td>", "<td>1</td>"),
        ('<p style="text-align: right;">1</p>', '<p style="text-align: right;">1</p>'),
    ],
)
def test_an_aligned_cell_has_a_class_in_place_of_a_style(written: str, becomes: str) -> None:
    assert aligned_by_class(written) == becomes


def test_the_box_of_a_task_has_the_task_s_words_as_its_name() -> None:
    box = (
        '<li><input type="checkbox" disabled checked/> Tell &amp; <b>show</b> "all"<ul><li>no</li></ul></li>'
    )
    named = '<input type="checkbox" disabled checked aria-label="Tell &amp; show &quot;all&quot;"/>'
    assert named in named_tasks(box)


def test_a_box_of_the_checklist_is_left_alone() -> None:
    box = '<li><input type="checkbox" id="a--tick" disabled> A statement</li>'
    assert named_tasks(box) == box


def test_a_film_that_is_written_as_a_picture_has_controls_and_captions(tmp_path: Path) -> None:
    (tmp_path / "talk.vtt").touch()
    page = '<html lang="cy"><img alt="A &lt;talk&gt;" src="talk.mp4" /><img src="far.webm" alt="">'
    shown = with_films(page, tmp_path)
    assert '<video controls preload="metadata" src="talk.mp4" aria-label="A &lt;talk&gt;">' in shown
    assert '<track kind="captions" src="talk.vtt" srclang="cy" default></video>' in shown
    assert shown.count("<track") == 1 and "<img" not in shown


def test_a_picture_stays_one(tmp_path: Path) -> None:
    assert (
        with_films('<img alt="A film.mp4" src="film.png">', tmp_path)
        == '<img alt="A film.mp4" src="film.png">'
    )
