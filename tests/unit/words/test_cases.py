"""Every wrong ``words.yml`` in ``cases/`` is refused with exactly the messages it expects."""

from pathlib import Path

import pytest
import yaml

from macros.content.problem import Problem
from macros.words.words import read_words

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_copy_s_words_are_refused_when(case: Path, tmp_path: Path) -> None:
    texts = yaml.safe_load(case.read_text("utf-8"))
    (tmp_path / "words.yml").write_text(texts["words"], "utf-8")
    problems: list[Problem] = []
    read_words(tmp_path, problems)
    assert "".join(f"{problem}\n" for problem in problems) == texts["expected"]
