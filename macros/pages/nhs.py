"""The NHS's own components, from NHS England's templates of NHS.UK frontend for Jinja.

https://service-manual.nhs.uk/design-system/components describes them. The templates ask for parameters that
are not there, which ours never may: so they have an environment of their own.
"""

import re
from collections.abc import Mapping
from functools import cache

from jinja2 import ChainableUndefined, Environment, PackageLoader
from markupsafe import Markup

SPACE = re.compile(r"\s+")
# What their script looks for, which no page has: ours would look for a view of that name.
THEIR_SCRIPT = re.compile(r' data-module="nhsuk-[a-z-]+"')


def nhs(component: str, params: Mapping[str, object]) -> Markup:
    """Return a component as HTML on one line: Markdown would take an indented line for code.

    Args:
        component: its name in the design system, such as ``summary-list``.
        params: what its page says under "Nunjucks macro options". Text is escaped, unless it is Markup.

    Raises:
        jinja2.TemplateNotFound: if there is no such component.
    """
    html = _environment().get_template(f"nhsuk/components/{component}/template.jinja").render(params=params)
    return Markup(SPACE.sub(_collapsed, THEIR_SCRIPT.sub("", html.strip())))


def _collapsed(space: re.Match[str]) -> str:
    """Return what is left of white space: a break of line beside a tag is the template's alone."""
    is_beside_a_tag = space.string[space.start() - 1] == ">" or space.string[space.end()] == "<"
    return "" if "\n" in space[0] and is_beside_a_tag else " "


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("nhsuk_frontend_jinja"),
        autoescape=True,
        undefined=ChainableUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
