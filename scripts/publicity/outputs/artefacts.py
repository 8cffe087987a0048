"""Every file of the site that is not a page, made anew with every build from the records alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from publicity.outputs.artefact import Artefact
from publicity.outputs.calendars import make_calendars
from publicity.outputs.disclosure_files import make_disclosure_files
from publicity.outputs.feed_files import make_feeds
from publicity.outputs.inspection import make_inspection_file
from publicity.project import Project

Maker = Callable[[Project], Iterator[Artefact]]

# Every maker, in one visible tuple; each lives in a module of its own in outputs/.
ARTEFACTS: tuple[Maker, ...] = (make_disclosure_files, make_calendars, make_inspection_file, make_feeds)


def artefacts_of(project: Project) -> dict[str, Artefact]:
    """By uri. A file of docs/ with the same uri stands before it."""
    made = (artefact for make in ARTEFACTS for artefact in make(project))
    return {one.uri: one for one in made if one.uri not in project.corpus.asset_uris}
