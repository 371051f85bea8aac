"""The timer: how much time is left, in words, without alarm. Nothing happens at its end."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.support import in_the_room, words, words_room
from tests.support.generated import Json, Modules, modules_of
from tests.support.guide import Guide
from tests.support.in_the_room import ROOM, enter, expect_question
from tests.support.person import Person
from tests.support.serving import Server

MINUTE = 60_000  # milliseconds
A_MOMENT = 4_000  # milliseconds: the next look at the clock, and the pause before anything is said
NOW = 1_795_000_000  # seconds since 1970


@pytest.fixture
def person(person: Person) -> Person:
    """Somebody in the room, whose clock the test moves."""
    person.page.clock.install(time=NOW)
    return enter(person)


def shown(person: Person) -> Locator:
    return person.page.locator("[data-strip]")


def start(person: Person, minutes: int) -> None:
    person.button(words_room.SETTINGS).click()
    person.page.get_by_label(words_room.MINUTES, exact=True).select_option(str(minutes))
    person.button(words_room.START).click()
    expect_left(person, minutes)


def press(person: Person, button: str) -> None:
    person.button(words_room.SETTINGS).click()
    person.button(button).click()


def expect_left(person: Person, minutes: int) -> None:
    expect(shown(person)).to_have_text(person.said("timer-left", count=minutes))


def wait(person: Person, minutes: float) -> None:
    person.page.clock.fast_forward(int(minutes * MINUTE))


def test_nobody_has_to_have_a_timer(person: Person) -> None:
    expect(shown(person)).to_be_hidden()
    expect(person.button(words_room.PAUSE)).to_be_hidden()


def test_it_shows_the_time_left_and_then_how_much_it_is_over(person: Person, guide: Guide) -> None:
    start(person, 10)
    wait(person, 4)
    expect_left(person, 6)
    wait(person, 5.5)
    expect(shown(person)).to_have_text(person.said("timer-last"))
    wait(person, 1)
    expect(shown(person)).to_have_text(person.said("timer-up"))
    wait(person, 2)
    expect(shown(person)).to_have_text(person.said("timer-over", count=2))
    expect_question(person, guide.questions[0])


@pytest.mark.full
def test_it_is_paused_and_goes_on(person: Person) -> None:
    start(person, 10)
    wait(person, 2)
    press(person, words_room.PAUSE)
    for minutes in (0, 30):
        wait(person, minutes)
        expect(shown(person)).to_have_text(person.said("timer-paused", left=words.ANYTHING))
        expect(shown(person)).to_contain_text(person.said("timer-left", count=8))
    press(person, words_room.CONTINUE)
    expect_left(person, 8)
    wait(person, 3)
    expect_left(person, 5)


@pytest.mark.full
def test_it_is_extended_before_and_after_its_end(person: Person) -> None:
    start(person, 5)
    wait(person, 1)
    press(person, words_room.EXTEND)
    expect_left(person, 9)
    wait(person, 20)
    press(person, words_room.EXTEND)
    expect_left(person, 5)


def test_it_is_hidden_shown_and_stopped(person: Person) -> None:
    start(person, 20)
    person.button(words_room.SETTINGS).click()
    box = person.page.get_by_role("checkbox", name=words_room.SHOWN, exact=True)
    box.uncheck()
    expect(shown(person)).to_be_hidden()
    box.check()
    person.button(words_room.CLOSE).click()
    expect_left(person, 20)
    press(person, words_room.STOP)
    expect(shown(person)).to_be_hidden()


def test_it_starts_again_with_each_question_where_asked(person: Person, guide: Guide) -> None:
    person.button(words_room.SETTINGS).click()
    person.page.get_by_role("checkbox", name=words_room.RESTARTS, exact=True).check()
    person.button(words_room.CLOSE).click()
    start(person, 10)
    wait(person, 4)
    expect_left(person, 6)
    in_the_room.move(person, "Next").click()
    expect_question(person, guide.questions[1])
    expect_left(person, 10)


@pytest.mark.full
def test_a_step_of_the_agenda_is_one_press(person: Person) -> None:
    person.button(words_room.SETTINGS).click()
    person.button(words_room.FOURS).click()
    expect_left(person, 4)


@pytest.mark.full
def test_it_goes_on_while_the_page_is_away(person: Person, guide: Guide) -> None:
    start(person, 15)
    person.expect_saved()
    person.open_ready(guide.questions[0].url)
    wait(person, 5)
    person.open_ready(ROOM)
    expect_left(person, 10)


@pytest.mark.full
def test_another_window_shows_it_too(person: Person, server: Server) -> None:
    other = Person(person.page.context.new_page(), server).open_ready(ROOM)
    start(person, 30)
    expect_left(other, 30)
    press(other, words_room.STOP)
    expect(shown(person)).to_be_hidden()


@pytest.mark.full
def test_few_moments_are_announced(person: Person) -> None:
    start(person, 10)
    person.page.clock.run_for(A_MOMENT)
    person.expect_announced("timer-started", count=10)
    wait(person, 4)
    person.page.clock.run_for(A_MOMENT)
    expect(person.announced.filter(has_text=person.said("timer-left", count=6))).to_have_count(0)
    for minutes, name, count in ((0.95, "timer-left", 5), (3.95, "timer-last", 1), (0.95, "timer-up", 0)):
        wait(person, minutes)
        person.page.clock.run_for(A_MOMENT)
        person.expect_announced(name, count=count)


@pytest.fixture(scope="module")
def modules(server: Server, browser: Browser) -> Iterator[Modules]:
    with modules_of(server, browser) as modules:
        yield modules


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (15 * MINUTE, ["timer-left", 15]),
        (14.6 * MINUTE, ["timer-left", 15]),
        (MINUTE, ["timer-left", 1]),
        (MINUTE - 1, ["timer-last", 1]),
        (1, ["timer-last", 1]),
        (0, ["timer-up", 0]),
        (1 - MINUTE, ["timer-up", 0]),
        (-MINUTE, ["timer-over", 1]),
        (-61 * MINUTE, ["timer-over", 61]),
    ],
)
def test_what_is_said_of_the_time_left(modules: Modules, left: float, said: Json) -> None:
    assert modules.run("room/timer", "({ saying }, left) => saying(left)", left) == said


@pytest.mark.parametrize(
    "value",
    [None, 5, "15", {}, [], {"minutes": 5}, {"minutes": 5, "endsAt": None, "left": None},
     {"minutes": "5", "endsAt": 5, "left": None}, {"minutes": 5, "endsAt": 5, "left": 5}],
)  # fmt: skip
def test_what_another_version_noted_is_no_timer(modules: Modules, value: Json) -> None:
    assert modules.run("room/timer", "({ timerFrom }, value) => timerFrom(value)", value) is None
