"""The site publishes what an answer code is read with, and its own project keeps to what it published."""

import json
from pathlib import Path

import pytest

from tests.support.building import Build, build_site
from tests.support.guide import Guide
from tests.support.projects import make_fork, plain_question


def test_the_present_edition_has_the_ids_of_the_pages_in_their_order(site: Build, guide: Guide) -> None:
    index = json.loads(site.text("editions/index.json"))
    records = [json.loads(site.text(f"editions/{each['edition']}.json")) for each in index]
    assert [record["fingerprint"] for record in records] == [each["fingerprint"] for each in index]
    ids = [(question.id, [statement.id for statement in question.statements]) for question in guide.questions]
    assert ids in [[(q["id"], [s["id"] for s in q["statements"]]) for q in r["questions"]] for r in records]


@pytest.mark.full
def test_a_build_stops_where_a_recorded_edition_no_longer_fits_its_pages(tmp_path: Path) -> None:
    project = make_fork(tmp_path / "project", [plain_question("first"), plain_question("second")])
    assert build_site(project, tmp_path / "site").status == 0
    record = json.loads((tmp_path / "site/editions/2026-11.json").read_text("utf-8"))
    (project / "editions").mkdir()
    (project / "editions/2026-11.json").write_text(json.dumps(record), "utf-8")
    assert build_site(project, tmp_path / "site").status == 0
    page = project / "docs/questions/first.md"
    page.write_text(page.read_text("utf-8").replace("first-2", "first-9"), "utf-8")
    build = build_site(project, tmp_path / "site")
    assert build.status == 1
    assert "mkdocs.yml" in build.output
    assert "lacks first-9; still has first-2. Example: edition: 2026-11.1" in build.output
    assert "Traceback" not in build.output
