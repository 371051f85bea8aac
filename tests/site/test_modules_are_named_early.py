"""A page names in its head every module it will ask for: otherwise each is only found in the one before."""

from tests.support.building import Build
from tests.support.modules import Modules

TABLE = "overrides/partials/modules.html"


def test_every_page_names_the_modules_it_needs_and_no_others(site: Build) -> None:
    modules = Modules(site.folder)
    for page in site.pages:
        needed, named = modules.needed(page), modules.named(page)
        assert needed <= named, f"{TABLE}: {page} needs {sorted(needed - named)} too"
        assert named <= needed, f"{TABLE}: {page} has no use for {sorted(named - needed)}"
