"""YAML to values that know where they stand, so that whoever finds one wrong can say where.

The only user of PyYAML in this package.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

import yaml

from macros.content.problem import Problem, expected, shown

EXAMPLE = 'title: "Outcomes: what to look at"'
FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
COMMENT = re.compile(r"[ \t]+(#.*)")
STANDARD = "tag:yaml.org,2002:"
PLAIN = {STANDARD + name for name in ("null", "bool", "int", "float", "timestamp")}
# "=" and "<<" have types of their own in YAML 1.1; nobody who writes them here means those.
TEXT = {STANDARD + name for name in ("str", "value", "merge")}


@dataclass(frozen=True)
class Tagged:
    """A value that only MkDocs knows how to read, such as ``!ENV NAME``."""

    tag: str


Value: TypeAlias = "str | int | float | bool | date | Tagged | dict[str, Node] | list[Node] | None"
# bool before int: in Python a truth value is a number too.
KINDS = ((bool, "a truth value"), (int | float, "a number"), (date, "a date"))


@dataclass(frozen=True)
class Node:
    """A value read from YAML.

    Attributes:
        value: the value; None where the key is empty or missing.
        file: path from the project's folder.
        line: line of the key, or of the item of a list, from 1.
        column: column of the key, or of the dash of an item, from 0.
        key: where it is in the file, such as ``question.statements[1].id``.
        raw: how a single value is written in the file: ``no`` for False.
        comment: what follows a text without quotes on its line, with its ``#``.
    """

    value: Value
    file: str
    line: int
    column: int = 0
    key: str = ""
    raw: str = ""
    comment: str = ""

    @property
    def mapping(self) -> "dict[str, Node]":
        """The value where it is a mapping; empty where it is anything else."""
        return self.value if isinstance(self.value, dict) else {}

    def get(self, name: str) -> "Node":
        """Return what is under ``name``; where that is missing, an empty node at the line of this one."""
        return self.mapping.get(name) or Node(None, self.file, self.line, key=self.path(name))

    def over(self, far: "Node") -> "Node":
        """Return this node laid over ``far``, key by key, as MkDocs does for ``INHERIT``."""
        if not isinstance(far.value, dict) or not isinstance(self.value, dict):
            return self
        both = {name: node.over(far.value[name]) for name, node in self.value.items() if name in far.value}
        return replace(self, value=far.value | self.value | both)

    def path(self, name: str) -> str:
        """Return the path of a key in this mapping."""
        return f"{self.key}.{name}" if self.key else name

    @property
    def kind(self) -> str:
        """What YAML took a value without quotes for, such as ``a number``; empty for anything else."""
        return next((name for types, name in KINDS if isinstance(self.value, types)), "")

    @property
    def got(self) -> str:
        """The value in a few words, for a message."""
        match self.value:
            case None:
                return "nothing"
            case str(text):
                return shown(text)
            case dict(items) | list(items):
                name = "mapping" if isinstance(items, dict) else "list"
                return f"a {name}" if items else f"an empty {name}"
            case Tagged(tag):
                return f"a value tagged {tag}"
        return f"{self.raw}, which YAML reads as {self.kind}"

    def problem(self, what: str, example: str, got: str = "") -> Problem:
        """Return the problem that ``what`` was expected here."""
        return Problem(self.file, self.line, self.key, expected(what, got or self.got, example))

    def lost(self) -> "Iterator[Problem]":
        """Yield a problem where words for readers end at a ``#``: YAML takes what follows for a comment."""
        if self.comment and isinstance(self.value, str):
            what = "the whole text in quotes, or the comment on a line of its own"
            whole = f"{self.raw} {self.comment}".replace('"', "'")
            yield self.problem(what, f'"{whole}"', f"{self.got}, then a comment: {shown(self.comment)}")


@dataclass(frozen=True)
class Yaml:
    """Reads one piece of YAML: runs no tag, and keeps the lines, which ``yaml.safe_load`` forgets.

    Attributes:
        file: path from the project's folder.
        first_line: line of the file on which the piece starts.
        label: what the piece is called in a message.
        problems: where to put what is wrong.
    """

    file: str
    first_line: int
    label: str
    problems: list[Problem]
    _lines: list[str] = field(default_factory=list)

    def read(self, text: str) -> Node | None:
        """Return the mapping that ``text`` holds, or None and a problem."""
        self._lines[:] = text.split("\n")
        try:
            tree = _compose(text)
            node = self._node(tree, "", tree.start_mark) if tree else Node({}, self.file, 1)
        except yaml.YAMLError as error:
            self._broken(error, text)
        except RecursionError:
            self._problem(self.first_line, "YAML", "a value that holds itself, or is nested too deeply")
        else:
            if isinstance(node.value, dict):
                return replace(node, line=1)
            self._problem(node.line, "keys with values", node.got)
        return None

    def _problem(self, line: int, what: str, got: str, example: str = EXAMPLE) -> None:
        self.problems.append(Problem(self.file, line, self.label, expected(what, got, example)))

    def _broken(self, error: yaml.YAMLError, text: str) -> None:
        start = getattr(error, "context_mark", None)
        if start and getattr(error, "context", "") == "while scanning a quoted scalar":
            quote = text.split("\n")[start.line][start.column]
            example = f"title: {quote}Outcomes: what to look at{quote}"
            self._problem(
                self.first_line + start.line, f"a second {quote} at the end of the text", "none", example
            )
            return
        mark = getattr(error, "problem_mark", None)
        at = mark.line if mark else text.count("\n", 0, getattr(error, "position", 0))
        if "\t" in "".join(text.split("\n")[at : at + 1]):
            self._problem(self.first_line + at, "spaces", "a tab", "2 spaces for each level")
        else:
            reason = getattr(error, "problem", None) or getattr(error, "reason", "")
            self._problem(self.first_line + at, "YAML", f"an error: {reason}")

    def _node(self, tree: yaml.Node, key: str, mark: yaml.Mark) -> Node:
        value: Value = Tagged(tree.tag.replace(STANDARD, "!!"))
        if isinstance(tree, yaml.ScalarNode):
            value = self._scalar(tree)
        elif isinstance(tree, yaml.MappingNode) and tree.tag == STANDARD + "map":
            value = self._mapping(tree, key)
        elif isinstance(tree, yaml.SequenceNode) and tree.tag == STANDARD + "seq":
            items = (self._node(item, f"{key}[{at}]", item.start_mark) for at, item in enumerate(tree.value))
            value = [replace(item, column=tree.start_mark.column) for item in items]
        raw = comment = ""
        if isinstance(tree, yaml.ScalarNode):
            raw, comment = tree.value, self._comment(tree)
        return Node(value, self.file, self.first_line + mark.line, mark.column, key, raw, comment)

    def _comment(self, tree: yaml.ScalarNode) -> str:
        """Return the comment after a text without quotes, on the line where it ends."""
        end = tree.end_mark
        rest = "".join(self._lines[end.line : end.line + 1])[end.column :]
        found = COMMENT.match(rest) if not tree.style else None
        return found[1].rstrip() if found else ""

    def _mapping(self, tree: yaml.MappingNode, key: str) -> dict[str, Node]:
        values: dict[str, Node] = {}
        for name_node, value_node in tree.value:
            name = name_node.value if isinstance(name_node, yaml.ScalarNode) else "a list or a mapping"
            path = f"{key}.{shown(name)[1:-1]}".removeprefix(".")
            node = self._node(value_node, path, name_node.start_mark)
            if name in values:
                got = f"it here and on line {values[name].line}"
                self.problems.append(node.problem("this key once", "keep one of the 2", got))
            values[name] = node
        return values

    def _scalar(self, tree: yaml.ScalarNode) -> Value:
        if tree.tag in TEXT:
            return str(tree.value)
        if tree.tag not in PLAIN:
            return Tagged(tree.tag.replace(STANDARD, "!!"))
        try:
            value: Value = yaml.constructor.SafeConstructor().construct_object(tree)
        # 2026-13-45 looks like a date; PyYAML lets "!!int" and the like fail in other ways.
        except (ValueError, LookupError, AttributeError) as error:
            raise yaml.MarkedYAMLError(problem=str(error), problem_mark=tree.start_mark) from None
        return value


def _compose(text: str) -> yaml.Node | None:
    """Compose with the fast loader where there is one; the other words its errors better."""
    try:
        return yaml.compose(text, Loader=FAST)
    except (yaml.YAMLError, RecursionError):
        return yaml.compose(text, Loader=yaml.SafeLoader)
