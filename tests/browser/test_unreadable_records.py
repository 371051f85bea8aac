"""A record that this version cannot read is kept aside and reported, and never overwritten."""

from typing import Any

import pytest

from tests.support import database
from tests.support.guide import Question
from tests.support.person import Person, expect_ticked
from tests.support.tiers import one_of

FAR_AHEAD = 2**53 - 1  # the greatest whole number that JavaScript counts with
DAMAGES: dict[str, dict[str, Any]] = {
    "a value of another kind": {"value": "partly"},
    "a value that is a thing": {"value": {"ticked": True}},
    "no value": {"value": []},
    "a date in words": {"changedAt": "yesterday"},
    "a date that is not whole": {"changedAt": 1.5},
}
damages = pytest.mark.parametrize("damage", one_of(DAMAGES))


@pytest.fixture
def damaged(person: Person, question: Question, damage: str) -> database.Record:
    """Somebody's only tick, damaged behind their back, on a page that has just been opened."""
    person.open_ready(question.url)
    person.tick(question.statements[0])
    record = database.find(database.read(person.page), "answer", question.statements[0].id, "answer")
    record |= DAMAGES[damage]
    database.write(person.page, record)
    person.reload()
    return record


@damages
def test_it_is_reported_and_viewing_changes_nothing(
    person: Person, question: Question, damaged: database.Record
) -> None:
    before = database.read(person.page)
    person.expect_unreadable(count=1)
    expect_ticked(person.box(question.statements[0]), False)
    person.reload()
    assert database.read(person.page) == before
    assert damaged in before


@damages
def test_it_is_found_aside_after_the_box_is_ticked_anew(
    person: Person, question: Question, damaged: database.Record
) -> None:
    person.box(question.statements[0]).check()
    records = database.wait_until(person.page, lambda records: damaged not in records)
    aside = [r["value"] for r in records if r["kind"] == "set-aside" and r["field"] == "record"]
    assert [value["record"] for value in aside] == [damaged]
    assert database.find(records, "answer", question.statements[0].id, "answer")["value"] is True
    person.reload()
    expect_ticked(person.box(question.statements[0]), True)


@pytest.mark.parametrize("damage", ["a value of another kind"])
def test_other_ticks_are_still_said_to_be_saved(
    person: Person, question: Question, damaged: database.Record
) -> None:
    person.box(question.statements[1]).check()
    person.expect_saved()
    assert damaged in database.read(person.page)


def test_a_field_of_a_newer_version_is_reported_and_left_alone(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    person.tick(question.statements[0])
    record = database.find(database.read(person.page), "answer", question.statements[0].id, "answer")
    newer = record | {"field": "a-field-of-the-future", "value": {"any": "thing"}}
    database.write(person.page, newer)
    person.reload()
    person.expect_unreadable(count=1)
    expect_ticked(person.box(question.statements[0]), True)
    assert newer in database.read(person.page)


def test_a_damaged_record_of_the_device_is_reported_too(person: Person, question: Question) -> None:
    """It says which review is open: without it every answer seems to be gone."""
    person.open_ready(question.url)
    person.tick(question.statements[0])
    record = database.find(database.read(person.page), "device", "", "mine")
    database.write(person.page, record | {"value": 5})
    person.reload()
    person.expect_unreadable(count=1)


@pytest.mark.full
def test_answers_are_not_out_of_sight_for_good_when_the_device_s_record_is_damaged(
    person: Person, question: Question
) -> None:
    person.open_ready(question.url)
    person.tick(question.statements[0])
    record = database.find(database.read(person.page), "device", "", "mine")
    database.write(person.page, record | {"value": 5})
    person.reload()
    expect_ticked(person.box(question.statements[0]), True)


@pytest.mark.full
def test_a_change_stays_readable_after_a_date_far_ahead(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    person.tick(question.statements[0])
    record = database.find(database.read(person.page), "answer", question.statements[0].id, "answer")
    database.write(person.page, record | {"changedAt": FAR_AHEAD})
    person.reload()
    person.box(question.statements[0]).click()
    person.unknown(question.statements[0]).check()
    database.wait_until(person.page, lambda records: any(r["value"] == "unknown" for r in records))
    person.reload()
    expect_ticked(person.unknown(question.statements[0]), True)
