"""Which decisions have been taken down: asked of the record, never guessed from its words."""

from __future__ import annotations

from pathlib import Path

from conftest import TODAY, make_town, page
from every_kind import PAGES, every_kind

from publicity.enrich.entries import public_summary, public_title
from publicity.enrich.withdrawn import is_withdrawn, withdrawal_of
from publicity.outputs.feeds import WITHDRAWN, feeds_of
from publicity.project import open_project
from publicity.view.numbers import number_pages

URI = "enforcement/results/2026-00007.md"


def test_only_a_decision_with_a_withdrawal_is_withdrawn(tmp_path: Path) -> None:
    """One of all kinds; a page that is no record never is."""
    corpus = open_project(every_kind(tmp_path), TODAY).corpus

    assert [page.uri for page in corpus.pages if is_withdrawn(page.record)] == [URI]
    gone = withdrawal_of(corpus.by_serial["2026-00007"][1])
    assert gone is not None
    assert gone.reason == "复议撤销"


def test_a_decision_titled_as_if_withdrawn_hides_the_same(tmp_path: Path) -> None:
    """Staff who take it down may put the public title into the file; nothing more is shown for that."""
    text = str(PAGES[URI]).replace("title: ", "summary: 超出范围\ntitle: 执法结果（2026-00007，已撤下） #", 1)
    project = open_project(make_town(tmp_path, {URI: text, "index.md": page()}), TODAY)
    record = project.corpus.by_serial["2026-00007"][1]
    (listed,) = number_pages(project)
    (item,) = feeds_of(project)[0].items

    assert public_title(record) == record.title
    assert public_summary(record) == ""
    assert (item.text, item.kind, item.author) == (WITHDRAWN, "", "")
    assert [(row["kind"], row["numbers"]) for row in listed.data()["rows"]] == [("", "")]
