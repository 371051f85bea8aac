"""What is saved stays: across tabs, the back button, a clock set back, and a browser that is killed."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, Route, expect

from tests.support import words
from tests.support.guide import Guide, Question, Statement
from tests.support.person import Person, expect_ticked
from tests.support.profile import Profile
from tests.support.serving import Server

TRIALS = 5
MANY_TRIALS = 50


def test_another_tab_follows(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    other = person.another_tab().open_ready(question.url)
    first, second = question.statements[:2]
    person.box(first).check()
    expect(other.box(first)).to_be_checked()
    other.unknown(second).check()
    expect(person.unknown(second)).to_be_checked()
    person.box(first).uncheck()
    expect(other.box(first)).not_to_be_checked()


def test_home_in_another_tab_follows_too(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    other = person.another_tab().open_ready("")
    person.state(question).check()
    expect(other.task(question)).to_contain_text(other.said("status-answered"))


@pytest.mark.full
def test_another_tab_does_not_follow_to_the_board_s_answers(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    person.tick(question.statements[0])
    other = person.another_tab().open_ready(question.url)
    person.pick(words.BOARD)
    person.tick(question.statements[1])
    other.tick(question.statements[2])
    expect(other.radio(words.MINE)).to_be_checked()
    expect_ticked(other.box(question.statements[1]), False)
    expect_ticked(person.box(question.statements[2]), False)


@pytest.mark.full
def test_two_tabs_that_start_at_once_keep_the_answers_of_both(person: Person, question: Question) -> None:
    other = person.another_tab().open_ready(question.url)
    person.open_ready(question.url)
    click = "box => setTimeout(() => box.click(), 1000 - Date.now() % 1000)"
    person.box(question.statements[0]).evaluate(click)
    other.box(question.statements[1]).evaluate(click)
    person.expect_saved()
    other.expect_saved()
    person.reload()
    expect_ticked(person.box(question.statements[0]), True)
    expect_ticked(person.box(question.statements[1]), True)


@pytest.mark.full
def test_the_back_button_shows_the_current_ticks(person: Person, guide: Guide) -> None:
    question = guide.questions[0]
    person.open_ready(question.url)
    person.tick(question.statements[0])
    person.open_ready("checklist/")
    person.box(question.statements[0]).uncheck()
    person.box(question.statements[1]).check()
    person.expect_saved()
    person.page.go_back()
    person.wait_until_ready()
    expect_ticked(person.box(question.statements[0]), False)
    expect_ticked(person.box(question.statements[1]), True)


def test_a_new_tick_wins_when_the_clock_was_set_back(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    person.tick(question.statements[0])
    person.page.add_init_script("const now = Date.now; Date.now = () => now() - 864e5;")
    person.reload()
    person.box(question.statements[0]).uncheck()
    person.unknown(question.statements[1]).check()
    person.expect_saved()
    person.reload()
    expect_ticked(person.box(question.statements[0]), False)
    expect_ticked(person.unknown(question.statements[1]), True)


@pytest.mark.full
def test_a_tick_made_before_the_script_has_started_is_kept(person: Person, question: Question) -> None:
    held: list[Route] = []
    person.page.route(re.compile(r"/main\.js$"), lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks what it calls
    person.page.goto(person.home + question.url, wait_until="commit")
    person.box(question.statements[0]).check()
    held[0].continue_()
    person.wait_until_ready()
    expect_ticked(person.box(question.statements[0]), True)
    person.page.unroute_all()
    person.reload()
    expect_ticked(person.box(question.statements[0]), True)


@pytest.fixture
def profile(playwright: Playwright, browser_path: Path, tmp_path: Path) -> Iterator[Profile]:
    profile = Profile(playwright, browser_path, tmp_path / "profile")
    yield profile
    profile.kill()


def kill_after_saved(profile: Profile, server: Server, guide: Guide, trials: int) -> None:
    """Tick one more statement in each trial, and kill the browser as soon as it says that it is saved."""
    ticked: list[Statement] = []
    for statement in guide.statements[:trials]:
        person = Person(profile.start(), server).open_ready("checklist/")
        for earlier in ticked:
            expect_ticked(person.box(earlier), True)
        person.tick(statement)
        profile.kill()
        ticked.append(statement)
    person = Person(profile.start(), server).open_ready("checklist/")
    for statement in ticked:
        expect_ticked(person.box(statement), True)


@pytest.mark.full
def test_what_is_saved_survives_a_browser_that_is_killed(
    profile: Profile, server: Server, guide: Guide
) -> None:
    kill_after_saved(profile, server, guide, TRIALS)


@pytest.mark.long
def test_what_is_saved_survives_a_browser_that_is_killed_50_times(
    profile: Profile, server: Server, guide: Guide
) -> None:
    kill_after_saved(profile, server, guide, MANY_TRIALS)


@pytest.mark.full
def test_a_page_kept_for_the_back_button_catches_up(
    profile: Profile, server: Server, question: Question
) -> None:
    """Playwright's own browser switches that cache off, this one has it."""
    page = profile.start()
    person = Person(page, server).open_ready(question.url)
    person.tick(question.statements[0])
    person.open_ready("checklist/")
    person.box(question.statements[0]).uncheck()
    person.expect_saved()
    page.evaluate("setTimeout(() => history.back())")  # after this call has been answered
    page.wait_for_url(f"**/{question.url}")
    expect_ticked(person.box(question.statements[0]), False)
