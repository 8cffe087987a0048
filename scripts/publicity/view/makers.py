"""Pages that no file of docs/ opens, beside the listings: virtual, made anew with every build."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from publicity.content.corpus import url_of
from publicity.project import Project
from publicity.view.application import application_page
from publicity.view.duties import duties_page
from publicity.view.elder import elder_page
from publicity.view.follow import follow_page
from publicity.view.generated import Generated
from publicity.view.glossary import glossary_page
from publicity.view.inspection import inspection_page
from publicity.view.numbers import number_pages
from publicity.view.offline import offline_page
from publicity.view.open_data import open_data_page
from publicity.view.review import review_page
from publicity.view.rules_pages import rules_pages
from publicity.view.search import search_page
from publicity.view.statutes import statute_pages
from publicity.view.who import who_page

Maker = Callable[[Project], Iterator[Generated]]

# Every maker, in one visible tuple; each lives in a module of its own in view/.
MAKERS: tuple[Maker, ...] = (
    review_page,
    statute_pages,
    inspection_page,
    duties_page,
    rules_pages,
    search_page,
    open_data_page,
    number_pages,
    elder_page,
    follow_page,
    offline_page,
    application_page,
    who_page,
    glossary_page,
)


def generated_pages(project: Project) -> dict[str, Generated]:
    """By uri. A page of docs/ with the same address stands before it."""
    taken = {page.url for page in project.corpus.pages}
    return {page.uri: page for make in MAKERS for page in make(project) if url_of(page.uri) not in taken}
