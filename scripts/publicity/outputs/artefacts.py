"""Every file of the site that is not a page, made anew with every build from the records alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from publicity.outputs.application_docx import make_application
from publicity.outputs.artefact import Artefact
from publicity.outputs.calendars import make_calendars
from publicity.outputs.disclosure_files import make_disclosure_files
from publicity.outputs.feed_files import make_feeds
from publicity.outputs.inspection import make_inspection_file
from publicity.outputs.open_data_catalog import make_catalog
from publicity.outputs.open_data_files import make_open_data, make_record_files
from publicity.outputs.openapi import make_openapi
from publicity.outputs.robots import make_robots
from publicity.outputs.servers import make_server_files
from publicity.outputs.short_addresses import make_short_addresses
from publicity.project import Project

Maker = Callable[[Project], Iterator[Artefact]]

# Every maker, in one visible tuple; each lives in a module of its own in outputs/.
ARTEFACTS: tuple[Maker, ...] = (
    make_disclosure_files,
    make_calendars,
    make_inspection_file,
    make_feeds,
    make_application,
    make_catalog,
    make_openapi,
    make_robots,
    make_server_files,
)
# Those that grow with the archive: written one after the other before the pages, and never held together.
ONE_BY_ONE: tuple[Maker, ...] = (make_open_data, make_record_files, make_short_addresses)


def artefacts_of(project: Project) -> dict[str, Artefact]:
    """By uri. A file or page of docs/ with the same uri stands before it."""
    return {one.uri: one for one in _made(project, ARTEFACTS)}


def artefacts_one_by_one(project: Project) -> Iterator[Artefact]:
    """Those that are large together; as above."""
    return _made(project, ONE_BY_ONE)


def _made(project: Project, makers: tuple[Maker, ...]) -> Iterator[Artefact]:
    corpus = project.corpus
    taken = corpus.asset_uris | {f"{page.url}index.html" for page in corpus.pages}
    return (one for make in makers for one in make(project) if one.uri not in taken)
