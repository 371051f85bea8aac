"""The laptop of the room dies: everything shown as saved is there, and so is the place."""

from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect

from tests.support import words_review, writing
from tests.support.guide import Guide
from tests.support.in_the_room import ROOM, expect_question, jump
from tests.support.mortal import MortalProfile
from tests.support.person import Person, expect_ticked
from tests.support.serving import Server

TRIALS = 3


@pytest.mark.full
def test_after_the_browser_was_killed_the_room_goes_on_where_it_was(
    playwright: Playwright, browser_path: Path, tmp_path: Path, server: Server, guide: Guide
) -> None:
    profile = MortalProfile(playwright, browser_path, tmp_path / "profile")
    try:
        for question in guide.questions[-TRIALS:]:
            person = Person(profile.start(), server).open_ready(ROOM)
            jump(person, question)
            person.box(question.statements[0]).check()
            writing.conclusion(person, words_review.OUR_CONCLUSION).fill(f"Agreed: {question.title}")
            person.expect_saved()
            profile.kill()
            person = Person(profile.start(), server).open_ready(ROOM)
            expect_question(person, question)
            expect_ticked(person.box(question.statements[0]), True)
            expect(writing.conclusion(person, words_review.OUR_CONCLUSION)).to_have_value(
                f"Agreed: {question.title}"
            )
            profile.kill()
    finally:
        profile.kill()
