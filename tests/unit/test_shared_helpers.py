"""What several tests need stands in ``tests/support/``: a test can be read, moved and deleted alone."""

import re

from tests.support.building import PROJECT

FOLDER = PROJECT / "tests"
IMPORT = re.compile(r"^ *(?:from|import) (tests\S*)", re.M)


def test_tests_import_from_the_support_folder_alone() -> None:
    modules = sorted(FOLDER.rglob("*.py"))
    assert modules
    wrong = [
        f"{module.relative_to(PROJECT)}: {name}"
        for module in modules
        for name in IMPORT.findall(module.read_text("utf-8"))
        if not name.startswith("tests.support")
    ]
    assert not wrong, f"move what they share into tests/support/: {wrong}"


def test_no_test_stands_among_the_helpers() -> None:
    assert not [path.name for path in (FOLDER / "support").glob("test_*")]
