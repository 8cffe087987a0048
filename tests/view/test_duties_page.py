"""The staff's page of duties: plain data, by owner and kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import TODAY, make_town, record

from publicity.project import Project, open_project
from publicity.view.duties import MOST_ROWS, duties_data, duties_page


def opened(folder: Path, count: int = 2, **settings: object) -> Project:
    numbers = [f"2026-{number:05d}" for number in range(1, count + 1)]
    pages = {f"disclosure/2026/{one}.md": record(one, published_at="待核定") for one in numbers}
    return open_project(make_town(folder, pages, **settings), TODAY)


def test_owners_come_in_the_order_of_the_settings(tmp_path: Path) -> None:
    """And what is nobody's last; each with its kinds, and tables whose rows share one cure."""
    data = duties_data(opened(tmp_path, owners={"data/": "司法所", "disclosure/": "财政所"}))
    _, first, _ = data["owners"]

    assert [one["name"] for one in data["owners"]] == ["司法所", "财政所", "待核定"]
    assert [kind["label"] for kind in first["kinds"]] == ["已经超期", "缺少"]
    (table,) = first["kinds"][0]["tables"]
    assert [row["day"] for row in table["rows"]] == ["2026-04-30", "2026-04-30"]
    assert table["rows"][0]["left"] == "已过206天"
    assert table["rows"][0]["uri"] == "disclosure/2026/2026-00001.md"
    assert sum(one["number"] for one in data["counts"]) == sum(owner["count"] for owner in data["owners"])


def test_a_long_list_is_cut_and_says_by_how_much(tmp_path: Path) -> None:
    """The counts stay whole."""
    data = duties_data(opened(tmp_path, MOST_ROWS + 3, owners={"disclosure/": "财政所"}))
    kind = data["owners"][0]["kinds"][0]

    assert (kind["count"], kind["left_out"]) == (MOST_ROWS + 3, 3)
    assert sum(len(table["rows"]) for table in kind["tables"]) == MOST_ROWS


def test_a_town_without_publications_has_no_plot(tmp_path: Path) -> None:
    """Nothing is drawn of nothing."""
    data = duties_data(opened(tmp_path))

    assert (data["years"], data["plot"]) == ([], "")


@pytest.mark.parametrize(("staff_pages", "uris"), [(True, ["staff/duties/index.md"]), (False, [])])
def test_the_page_is_hidden_or_absent(tmp_path: Path, staff_pages: bool, uris: list[str]) -> None:
    """As the town sets it."""
    made = list(duties_page(opened(tmp_path, staff_pages=staff_pages)))

    assert [page.uri for page in made] == uris
    assert all(page.hidden for page in made)
