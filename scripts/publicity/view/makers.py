"""Pages that no file of docs/ opens, beside the listings: virtual, made anew with every build."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from publicity.content.corpus import url_of
from publicity.project import Project
from publicity.view.application import make_application_page
from publicity.view.duties import make_duties
from publicity.view.elder import elder_page
from publicity.view.follow import follow_page
from publicity.view.generated import Generated
from publicity.view.glossary import make_glossary
from publicity.view.inspection import make_inspection
from publicity.view.numbers import number_pages
from publicity.view.offline import offline_page
from publicity.view.open_data import open_data_page
from publicity.view.review import review_page
from publicity.view.rules_pages import make_rules
from publicity.view.search import search_page
from publicity.view.statutes import statute_pages
from publicity.view.who import make_who

Maker = Callable[[Project], Iterator[Generated]]

# Every maker, in one visible tuple; each lives in a module of its own in view/.
MAKERS: tuple[Maker, ...] = (
    review_page,
    statute_pages,
    make_inspection,
    make_duties,
    make_rules,
    search_page,
    open_data_page,
    number_pages,
    elder_page,
    follow_page,
    offline_page,
    make_application_page,
    make_who,
    make_glossary,
)


def generated_pages(project: Project) -> dict[str, Generated]:
    """By uri. A page of docs/ with the same address stands before it."""
    taken = {page.url for page in project.corpus.pages}
    return {page.uri: page for make in MAKERS for page in make(project) if url_of(page.uri) not in taken}
