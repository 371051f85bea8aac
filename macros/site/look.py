"""The publisher's own look: its colour, and the shape of its logo."""

from pathlib import Path

from macros.content.colour import shades
from macros.content.settings import Settings


def write_look(site: Path, settings: Settings) -> None:
    """Write ``assets/css/guide.css``, which main.html asks for where there are any."""
    css = []
    if settings.colour:
        css += [":root {", *(f"  {name}: {shade};" for name, shade in shades(settings.colour).items()), "}"]
    if settings.logo:
        ratio = f"{settings.logo.width:g} / {settings.logo.height:g}"
        css += [".header__logo {", f"  aspect-ratio: {ratio};", "}"]
    if css:
        (site / "assets/css/guide.css").write_text("\n".join([*css, ""]), encoding="utf-8")
