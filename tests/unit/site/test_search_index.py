"""The search index says which sections are of a question's page: the search puts these first."""

from macros.site.search_index import index_of


def test_a_section_of_a_question_s_page_says_so() -> None:
    html = '<main id="x"{}><h1>Data</h1>Skills.</main>'
    section = {"page": "Data", "heading": "Data", "text": "Skills."}
    assert index_of(
        {"questions/data/": html.format(' data-search-kind="question"'), "glossary/": html.format("")}
    ) == [{"url": "questions/data/", **section, "kind": "question"}, {"url": "glossary/", **section}]
