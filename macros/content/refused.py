"""What people who know MkDocs and Material would set, that has no effect here or breaks the site: one table.

It refuses each with what to do instead, and writes that part of the reference. A setting that would be
ignored without a word looks to its author like a fault of ours.
"""

from collections.abc import Iterator, Mapping

from macros.content.located import Node
from macros.content.problem import Problem

OUT = "take this line out"
# By the keys that a setting is under: what to have instead, as the end of "expected …".
SETTINGS = {
    "theme.font": "the fonts of the reader's device: the pages load nothing from another site",
    "theme.icon": "`theme.logo` and `theme.favicon`: the pages draw no other icons of the theme",
    "theme.direction": "pages that read from left to right: the style sheets have no other direction",
    "theme.palette.accent": "`theme.palette.primary`, whose shades are used for links and borders too",
    "theme.palette.scheme": "light pages: there is no dark scheme, and readers may force their own colours",
    "theme.palette.media": "light pages: there is no dark scheme, and readers may force their own colours",
    "theme.palette.toggle": "light pages: there is no dark scheme to switch to",
    "extra.analytics": "no analytics: readers are promised that nothing leaves their device",
    "extra.consent": "no consent banner: the pages keep no cookie and ask no other site for anything",
    "extra.social": "links to your accounts in the text of a page, such as `about/index.md`",
    "extra.alternate": "a link to the other language's site in the text of a page, such as `index.md`",
    "extra.homepage": "the home page of the guide: the name in the header leads there",
    "extra.version": "`extra.guide.edition`: one edition is published at a time",
    "extra.status": "words in the text of a page: the lists of pages show no status",
    "extra.tags": "links in the text of a page: pages show no tags",
    "extra.annotate": "comments in code: there are no annotations that open",
    "extra.polyfills": "`extra_javascript` with a file in the folder `docs`",
    "extra.generator": "no line about the generator: the pages have none",
    "site_author": "`extra.guide.publisher`, which each page names at its foot",
    "repo_name": "`repo_url` and `edit_uri`: the pages link to the file, and show no name of a repository",
    "edit_uri_template": "`edit_uri`: the path of the file is put after it",
    "plugins.search.enabled": "the guide's own search page: the theme's script has shortcuts of one letter",
}
# Plugins and extensions that have no effect, or break something, by their names.
PLUGINS = {
    "offline": "`{{ offline() }}`, which keeps the guide on a device: this plugin breaks its addresses",
    "minify": "files as they are: this plugin empties the file that names the app",
    "social": "`docs/assets/images/card.png`, a picture of your own of the same size",
    "privacy": "no plugin for it: the pages load nothing from another site",
    "optimize": "pictures that are small enough before you add them",
    "blog": "a page for each news item, with a line under `nav`: the blog's pages are the theme's",
    "tags": "a page with links to the pages on a subject: pages show no tags",
    "redirects": "`moved_from` at the top of the page, with the paths that it had",
    "meta": "keys at the top of each page, where they are checked",
    "exclude": "`exclude_docs`, which both engines know",
    "mike": "one edition at a time: its addresses stay the same",
    "i18n": "a copy of the guide for each language, with an `id` of its own",
    "git-revision-date": "`reviewed` and `next_review` at the top of a page",
    "git-revision-date-localized": "`reviewed` and `next_review` at the top of a page",
    "git-committers": "`extra.guide.publisher`, which each page names at its foot",
    "awesome-pages": "`nav` in `mkdocs.yml`: question pages get their numbers from it",
    "awesome-nav": "`nav` in `mkdocs.yml`: question pages get their numbers from it",
    "literate-nav": "`nav` in `mkdocs.yml`: question pages get their numbers from it",
    "section-index": "a first page in each section: the header leads to it",
    "glightbox": "a link to the large picture around the small one",
    "mermaid2": "a drawing as an SVG file, with words that say the same",
    "rss": "no feed: the plugin's dates come from Git, which both engines do not read",
}
EXTENSIONS = {
    "abbr": "a link to the glossary: what shows on hovering is not there on a tablet",
    "pymdownx.tabbed": "headings, or `??? note`: content in tabs needs the theme's script",
    "pymdownx.blocks.tab": "headings, or `??? note`: content in tabs needs the theme's script",
    "pymdownx.arithmatex": "words, or a picture with words: a formula needs a script from elsewhere",
    "pymdownx.critic": "pages as they are published: changes are seen in the pull request",
}
# Of the theme's features, this one alone means something here: it goes with repo_url and edit_uri.
FEATURE = "content.action.edit"
FEATURES = (
    f"no feature of the theme but {FEATURE}: they belong to its page and its script, and these are ours"
)
PAGE_KEYS = {
    "icon": "`title` alone: the lists of pages show no icons",
    "status": "words in the text of the page: the lists of pages show no status",
    "subtitle": "the first sentence of the page",
    "tags": "links in the text of the page: pages show no tags",
    "comments": "an address to write to: the publisher's is at the foot of each page",
    "author": "`extra.guide.publisher` in `mkdocs.yml`, which each page names at its foot",
    "authors": "`extra.guide.publisher` in `mkdocs.yml`, which each page names at its foot",
    "social": "`description`, which stands beside a link to the page elsewhere",
    "search.boost": "search words in the headings: results are in the order in which they match",
}


def check_refused(config: Node) -> Iterator[Problem]:
    """Yield a problem for each setting, plugin and extension that is refused."""
    yield from _check(config, SETTINGS)
    yield from _check_features(config.get("theme").get("features"))
    for name, kind, table in (
        ("plugins", "plugin", PLUGINS),
        ("markdown_extensions", "extension", EXTENSIONS),
    ):
        for key, node in config.get(name).mapping.items():
            instead = table.get(key.removeprefix("material/"))
            if instead:
                yield node.problem(instead, OUT, f"the {kind} {key}")


def check_refused_keys(meta: Node) -> Iterator[Problem]:
    """Yield a problem for each key of a page that is refused."""
    yield from _check(meta, PAGE_KEYS)


def _check(node: Node, table: Mapping[str, str]) -> Iterator[Problem]:
    """Yield each key of a table that is set. What is false or empty switches something off."""
    for path, instead in table.items():
        found = node
        for name in path.split("."):
            found = found.get(name)
        if found.value not in (None, False, [], {}):
            yield found.problem(instead, OUT)


def _check_features(features: Node) -> Iterator[Problem]:
    """Yield each feature of the theme that has no effect here."""
    items = features.value if isinstance(features.value, list) else [features]
    for item in items:
        if item.value not in (None, FEATURE):
            yield item.problem(FEATURES, OUT)
