"""谁管这件事: from the words people come with to who sees to it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from conftest import TODAY, make_town, power
from whole import ROOT

from publicity.project import open_project
from publicity.view.who import who_data, who_page

FOLDER = "enforcement/powers/2026-0000"
TYPED = """topic: school
matters: [孩子不上学, 家长不管]
elsewhere:
  - {matter: 学校的事, organ: 待核定}
  - {matter: 划片的事, organ: 县教育部门, basis: [{statute: 义务教育法, article: 12}]}
---
"""


def written(number: int, title: str, typed: str = "---\n") -> dict[str, str]:
    text = power(f"2026-0000{number}", title, "义务教育法").removesuffix("---\n") + typed
    return {f"{FOLDER}{number}.md": text}


def data_of(folder: Path, *pages: dict[str, str]) -> dict[str, Any]:
    files = {uri: text for page in pages for uri, text in page.items()}
    return who_data(open_project(make_town(folder, files), TODAY))


def test_powers_stand_under_their_topic_in_the_order_of_the_model(tmp_path: Path) -> None:
    """Those without one come last, under 其他事情; within a topic the serial orders."""
    land = "topic: land\n---\n"
    data = data_of(
        tmp_path, written(1, "没有归类"), written(2, "上学", TYPED), written(4, "后", land), written(3, "前", land)
    )

    assert [(group["id"], group["title"]) for group in data["groups"]] == [
        ("land", "建房和土地"), ("school", "孩子上学"), ("other", "其他事情"),
    ]  # fmt: skip
    assert [row["power"].title for row in data["groups"][0]["rows"]] == ["前", "后"]


def test_a_row_says_who_and_where_and_is_found_by_its_own_words(tmp_path: Path) -> None:
    """Without words of residents the title stands in; what is not confirmed says so."""
    data = data_of(tmp_path, written(1, "没有归类"), written(2, "上学", TYPED))
    school, other = (group["rows"][0] for group in data["groups"])

    assert school["matters"] == ("孩子不上学", "家长不管")
    assert other["matters"] == ("没有归类",)
    assert (school["organ"], school["verified"], school["time_limit"]) == ("镇人民政府", False, "待核定")
    assert [(one["matter"], one["organ"]) for one in school["elsewhere"]] == [
        ("学校的事", "待核定"),
        ("划片的事", "县教育部门"),
    ]
    assert other["elsewhere"] == []
    assert school["power"].uri == f"{FOLDER}2.md"


def test_what_others_see_to_names_them_and_the_page_that_says_so(tmp_path: Path) -> None:
    """An organ that nobody has named yet is 待核定."""
    data = data_of(tmp_path, written(2, "上学", TYPED))

    assert [(one["matter"], one["organ"], one["page"].title) for one in data["elsewhere"]] == [
        ("学校的事", "待核定", "上学"), ("划片的事", "县教育部门", "上学"),
    ]  # fmt: skip
    assert data["elsewhere"][1]["basis"][0]["cite"] == "《义务教育法》第十二条"


def test_a_town_without_powers_has_no_such_page(tmp_path: Path) -> None:
    """An empty page would lead nowhere."""
    assert list(who_page(open_project(make_town(tmp_path, {}), TODAY))) == []


def test_every_power_of_the_first_town_is_found_by_words_of_residents() -> None:
    """Each has a topic and at least one matter; no two powers claim the same words."""
    data = who_data(open_project(ROOT / "mkdocs.yml", date(2026, 11, 28)))
    rows = [row for group in data["groups"] for row in group["rows"]]
    matters = [matter for row in rows for matter in row["matters"]]

    assert [group["id"] for group in data["groups"]][-1] != "other"
    assert len(rows) == 20
    assert [row["power"].title for row in rows if row["power"].title in row["matters"]] == []
    assert len(set(matters)) == len(matters) > 30
    assert len(data["elsewhere"]) > 8
