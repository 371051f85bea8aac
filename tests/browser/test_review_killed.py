"""A browser killed in the middle of a sentence keeps what it said that it had saved."""

import itertools
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect

from tests.support import writing
from tests.support.guide import Question
from tests.support.mortal import MortalProfile, type_until_killed
from tests.support.person import Person
from tests.support.serving import Server

TRIALS = 5
MANY_TRIALS = 100
LONGEST = 1.5  # seconds of typing before the browser is killed
A_SECOND = 1000  # milliseconds
SENTENCE = "We saw that the team could not show us one person who had used it. "


@pytest.fixture
def profile(playwright: Playwright, browser_path: Path, tmp_path: Path) -> Iterator[MortalProfile]:
    profile = MortalProfile(playwright, browser_path, tmp_path / "profile")
    yield profile
    profile.kill()


def opened(profile: MortalProfile, server: Server, question: Question) -> Person:
    return Person(profile.start(), server).open_ready(question.url)


def kill_while_typing(profile: MortalProfile, server: Server, question: Question, trials: int) -> None:
    """Type in each trial, and look afterwards for what was said to be saved, and only what was typed."""
    rng = random.Random(2026)
    text = "".join(itertools.islice(itertools.cycle(SENTENCE), 400))
    lost: list[tuple[int, str, str]] = []
    saved = 0
    for trial in range(trials):
        person = opened(profile, server, question)
        for start in ("-", ""):
            writing.conclusion(person).fill(start)
            person.expect_saved()
        seen = type_until_killed(person, profile, text, rng.uniform(0.05, LONGEST))
        found = writing.conclusion(opened(profile, server, question)).input_value()
        profile.kill()
        saved += len(seen.saved)
        if not found.startswith(seen.saved) or not text.startswith(found):
            lost.append((trial, seen.saved, found))
    print(
        f"killed {trials} times while typing, {saved} characters shown as saved: lost in {len(lost)} trials"
    )
    assert lost == []
    assert saved > trials  # or nothing was tried


@pytest.mark.full
def test_what_is_shown_as_saved_survives_a_browser_killed_while_typing(
    profile: MortalProfile, server: Server, question: Question
) -> None:
    kill_while_typing(profile, server, question, TRIALS)


@pytest.mark.long
def test_what_is_shown_as_saved_survives_a_browser_killed_100_times_while_typing(
    profile: MortalProfile, server: Server, question: Question
) -> None:
    kill_while_typing(profile, server, question, MANY_TRIALS)


def test_a_sentence_survives_a_browser_killed_right_after_saved(
    profile: MortalProfile, server: Server, question: Question
) -> None:
    person = opened(profile, server, question)
    writing.conclusion(person).fill(SENTENCE)
    person.expect_saved()
    profile.kill()
    expect(writing.conclusion(opened(profile, server, question))).to_have_value(SENTENCE)


@pytest.mark.full
def test_a_pause_of_a_second_is_enough_for_every_key(
    profile: MortalProfile, server: Server, question: Question
) -> None:
    person = opened(profile, server, question)
    writing.conclusion(person).press_sequentially("We saw that the te")
    person.page.wait_for_timeout(A_SECOND)  # the pause is what is promised
    profile.kill()
    expect(writing.conclusion(opened(profile, server, question))).to_have_value("We saw that the te")
